"""Indonesian tokens: a table of cases, and what holds for every text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.languages.id.tokens import load_tokeniser

TOKENS = load_tokeniser()
CASES = [
    line.split("\t")[1]
    for line in (Path(__file__).parent / "token_cases.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def forms(text: str) -> list[str]:
    return [text[start:end] for start, end in TOKENS(text, 0, len(text))]


@pytest.mark.parametrize("case", CASES)
def test_cases(case: str):
    assert forms(case.replace("|", "")) == case.replace("|", " ").split()


def test_the_table_has_enough_cases():
    assert len(set(CASES)) >= 80


def test_offsets_are_of_the_whole_text():
    text = "Ia pulang. Rumahnya gelap."
    assert [text[start:end] for start, end in TOKENS(text, 11, len(text))] == ["Rumah", "nya", "gelap", "."]
    assert TOKENS(text, 10, 11) == ()


def test_nothing_beyond_the_end_is_read():
    assert forms("No") == ["No"]
    assert TOKENS("No. 12", 0, 2) == ((0, 2),)


PIECES = st.sampled_from(
    [
        *"abAK1., ?!\"'“”()[]:;-–…\n\t’/&+@_%°$",
        "nya",
        "rumah",
        "Rp",
        "Dr.",
        "ku",
        "-an",
        "https://",
        "www.",
        "İ",
        "é",
        "\u2060",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join), st.integers(0, 10), st.integers(0, 10))
def test_tokens_are_in_order_and_hold_every_character_but_white_space(text: str, before: int, behind: int):
    low = min(before, len(text))
    high = max(low, len(text) - behind)
    at = low
    for start, end in TOKENS(text, low, high):
        assert at <= start < end <= high
        assert not text[at:start].strip()
        assert not any(char.isspace() for char in text[start:end])
        at = end
    assert not text[at:high].strip()


@given(st.lists(PIECES, max_size=20).map("".join), st.lists(PIECES, max_size=20).map("".join))
def test_a_line_end_parts_tokens(before: str, behind: str):
    whole = f"{before}\n{behind}"
    spans = TOKENS(whole, 0, len(whole))
    assert not any(start <= len(before) < end for start, end in spans)


@pytest.mark.parametrize(
    "unit", ["a-", "a.", "a/", "A.B.", "1,", "a'", "-", "nya", "www.", "a@", "x+y_", "''", "anak-anak-"]
)
def test_long_texts_are_read_in_linear_time(unit: str):
    text = unit * (60_000 // len(unit))
    spans = TOKENS(text, 0, len(text))
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
