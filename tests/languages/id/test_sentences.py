"""Where Indonesian sentences end: a table of cases, and what holds for every text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.errors import DataError
from kronik.languages.id.abbreviations import read_lists
from kronik.languages.id.sentences import LINE, load_sentences

SPLIT = load_sentences()
CASES = [
    line.split("\t")[1]
    for line in (Path(__file__).parent / "sentence_cases.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def marked(case: str) -> tuple[str, list[str]]:
    """Return the text of a case, and its sentences."""
    text = case.replace("⏎", "\n").replace("↵", "\n").replace("‖", "")
    parts = case.replace("⏎", "‖").replace("↵", "\n").split("‖")
    return text, [part.strip() for part in parts if part.strip()]


@pytest.mark.parametrize("case", CASES)
def test_cases(case: str):
    text, sentences = marked(case)
    assert [text[start:end] for start, end in SPLIT(text)] == sentences


def test_the_table_has_enough_cases():
    assert len(set(CASES)) >= 120


PIECES = st.sampled_from(
    [
        *"abA1., ?!\"'“”()[]:;-…\n\t\u2028‘’«»",
        ". ",
        "Drs. ",
        "No. ",
        "1. ",
        "kata ",
        "Dia ",
        "H. ",
        " (",
        '" ',
        "\u2060",
        "é",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_sentences_are_in_order_and_hold_every_character_but_white_space(text: str):
    spans = SPLIT(text)
    at = 0
    for start, end in spans:
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@given(st.lists(PIECES, max_size=30).map("".join), st.lists(PIECES, max_size=30).map("".join))
def test_an_empty_line_parts_what_stands_before_from_what_stands_behind(before: str, behind: str):
    text = f"{before}\n\n{behind}"
    assert SPLIT(text) == SPLIT(before) + tuple((s + len(before) + 2, e + len(before) + 2) for s, e in SPLIT(behind))


@given(st.text(alphabet="ab .", max_size=40))
def test_small_letters_never_begin_a_sentence_on_a_line(text: str):
    assert len(SPLIT(text)) <= 1


@pytest.mark.parametrize("unit", ["A. ", "1. ", '"a. ', "(a. ", "a,\n", "Dia. ", "... ", "“", "a.B", "dr. "])
def test_long_texts_are_read_in_linear_time(unit: str):
    text = unit * (60_000 // len(unit))
    assert SPLIT(text)[-1][1] == len(text.rstrip())


def test_every_separator_of_lines_ends_a_sentence():
    assert [len(SPLIT(f"Air naik{mark}Warga pergi")) for mark in "\n\r\v\f\x1c\x85\u2028\u2029"] == [2] * 8
    assert LINE.findall("a\r\nb") == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('words = "a"', "source"),
        ('source = "x"\nwords = "a"\nother = "b"', "other"),
        ('source = "x"', "words"),
        ('source = "x"\nwords = "a b a"', "words"),
        ('source = "x"\nwords = "A"', "words"),
        ('source = "x"\nwords = 1', "words"),
        ("source", ""),
    ],
)
def test_wrong_lists_are_refused(text: str, key: str):
    with pytest.raises(DataError) as raised:
        read_lists(text, "words.toml", ("words",))
    assert raised.value.key == key
