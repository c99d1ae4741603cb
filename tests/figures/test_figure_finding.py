"""What numbers count: a table of own sentences, and properties that hold for any text."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kronik.figures.finding import figures_of
from kronik.figures.numbers import number_at
from kronik.figures.tokens import tokens_of
from kronik.languages.id.counting import load_counting

WORDS = load_counting()
HERE = Path(__file__).parent


def cases(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def found(text, times=()):
    return figures_of(SimpleNamespace(text=text, times=times), WORDS)


def told(text):
    parts = []
    for one in found(text):
        limit = f" {one.limit.value}" if one.limit else ""
        parts.append(
            f"{one.kind.value} {one.value:g} {one.unit}{limit}"
            if one.value < 1e5
            else f"{one.kind.value} {one.value} {one.unit}{limit}"
        )
    return "; ".join(parts) or "-"


@pytest.mark.parametrize(("text", "value"), cases("number_cases.tsv"))
def test_numbers(text, value):
    tokens = tokens_of(text)
    number = number_at(tokens, 0, WORDS)
    assert number is not None
    assert number.value == (None if value == "-" else float(value))
    assert number.behind == len(tokens)


@pytest.mark.parametrize(("text", "figures"), cases("figure_cases.tsv"))
def test_figures(text, figures):
    assert told(text) == figures


def test_the_tables_are_large_enough():
    assert len(cases("number_cases.tsv")) + len(cases("figure_cases.tsv")) >= 300


@pytest.mark.parametrize("text", ["Dua orang, kata dia, tewas.", "Dua orang, menurut polisi, tewas."])
def test_a_speaker_in_between_parts_no_figure(text):
    assert told(text) == "killed 2 person"


def test_victims_are_told():
    told = found("Dua prajurit gugur. Tiga warga sipil tewas. Empat polisi luka. Lima anak tewas.")
    assert [one.victims for one in told] == ["soldier", "civilian", "police", "minor"]


def test_a_total_is_cumulative():
    assert [one.cumulative for one in found("Sejak Januari sebanyak 40 orang tewas. Kemarin dua orang tewas.")] == [
        True,
        False,
    ]


def test_a_number_within_a_time_counts_nothing():
    text = "Menewaskan 12 orang"
    assert not found(text, (SimpleNamespace(start=11, end=13),))


def test_the_head_is_the_word_of_fate():
    text = "Polisi menahan sedikitnya lima orang."
    (one,) = found(text)
    assert text[one.head_start : one.head_end] == "menahan"
    assert text[one.start : one.end] == "menahan sedikitnya lima orang"


WORDS_OF_NUMBERS = (
    "12 1.326 dua puluh ratus orang tewas Rp miliar korban dan menewaskan hingga - , an tidak ada jiwa sekitar US$ İ"
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(sorted(WORDS_OF_NUMBERS.split())), max_size=25), st.sampled_from([" ", ""]))
def test_spans_lie_in_the_text(pieces, between):
    text = between.join(pieces)
    for one in found(text):
        assert 0 <= one.start < one.end <= len(text)
        assert 0 <= one.head_start < one.head_end <= len(text)
        assert one.value >= 0


@settings(max_examples=300, deadline=None)
@given(st.integers(min_value=0, max_value=10**14))
def test_digits_round_trip(value):
    written = f"{value:,}".replace(",", ".")
    (money,) = found(f"Rp {written} disita")
    assert money.value == value


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text):
    found(text)


@pytest.mark.parametrize(
    "piece", ["12 ", "dua ", "korban ", "menewaskan ", "tidak ada ", "Rp", "1.", "jumlah korban tewas "]
)
def test_long_texts_are_read(piece):
    text = piece * 8000
    assert all(0 <= one.start < one.end <= len(text) for one in found(text))
