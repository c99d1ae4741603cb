"""Ranges and totals around a number."""

import pytest

from kronik.figures.bounds import behind_range, is_total
from kronik.figures.tokens import tokens_of
from kronik.languages.id.counting import load_counting


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("10-15 orang", 1),
        ("10–15 orang", 1),
        ("140 hingga 200 orang", 2),
        ("140, hingga 200 orang", None),
        ("140 hingga, 200 orang", None),
        ("140 orang", None),
        ("140", None),
    ],
)
def test_where_the_highest_number_of_a_range_begins(text, behind):
    assert behind_range(tokens_of(text), 1, load_counting()) == behind


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("sejak Senin 12 orang", True),
        ("hingga kini korban di tiga desa itu 12 orang", True),
        ("Itu sejauh ini. Lalu 12 orang", False),
        ("ada 12 orang", False),
    ],
)
def test_a_total_is_told_in_the_same_sentence(text, total):
    tokens = tokens_of(text)
    assert is_total(tokens, tokens.forms.index("12"), load_counting()) is total
