"""Quotation marks, paired."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.statements.quoting import quoted_stretches, within

CASES = [
    ('"Satu dua tiga"', ["Satu dua tiga"]),
    ("“Satu dua tiga” dan „empat lima“ serta «enam tujuh»", ["Satu dua tiga", "empat lima", "enam tujuh"]),
    ('Kata "satu" dan "dua".', ["satu", "dua"]),
    ("'Satu dua tiga empat lima'", ["Satu dua tiga empat lima"]),
    ("Buku 'Satu Dua' laris", []),
    ("Jum'at dan Qur'an di pasar", []),
    ('"Satu dua\n"Tiga empat"', ["Satu dua", "Tiga empat"]),
    ('"Satu dua\nTiga empat"', ["Satu dua\nTiga empat"]),
    ('"Satu dua tanpa akhir', ["Satu dua tanpa akhir"]),
    ('Satu dua," kata dia', ["Satu dua,"]),
    ('"Satu "dua" tiga"', ["Satu", "dua"]),
    ('" Satu dua "', ["Satu dua"]),
    ('""', []),
    ("", []),
]


@pytest.mark.parametrize(("text", "inner"), CASES)
def test_what_is_quoted(text: str, inner: list[str]) -> None:
    assert [text[one.start : one.end] for one in quoted_stretches(text)][: len(inner)] == inner
    assert len(quoted_stretches(text)) >= len(inner)
    assert bool(inner) == bool(quoted_stretches(text))


def test_which_marks_are_missing() -> None:
    (one,) = quoted_stretches('Satu dua," kata dia')
    assert (one.opened, one.closed) == (False, True)
    (other,) = quoted_stretches('"Satu dua tiga')
    assert (other.opened, other.closed) == (True, False)


def test_where_an_offset_lies() -> None:
    text = 'Kata "satu dua" itu'
    quotes = quoted_stretches(text)
    assert within(quotes, text.index("satu")) == quotes[0]
    assert within(quotes, text.index("itu")) is None
    assert within(quotes, 0) is None


@given(st.text(alphabet="ab .,\n\"“”‘’'«»", max_size=60))
def test_quotations_ascend_within_the_text(text: str) -> None:
    quotes = quoted_stretches(text)
    for one in quotes:
        assert 0 <= one.outer_start <= one.start < one.end <= one.outer_end <= len(text)
    for one, other in pairwise(quotes):
        assert one.outer_end <= other.outer_start
