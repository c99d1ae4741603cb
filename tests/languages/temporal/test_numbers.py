"""Shapes of digit strings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.languages.temporal.numbers import KINDS, YEAR_AND_DAY, number_of


@pytest.mark.parametrize(
    ("text", "kind", "numbers"),
    [
        ("7", "n12", (7,)),
        ("07", "n12", (7,)),
        ("31", "n31", (31,)),
        ("0", "n99", (0,)),
        ("88", "n99", (88,)),
        ("2025", "year", (2025,)),
        ("0812", "n4", (812,)),
        ("123456", "nbig", (123456,)),
        ("18/6/2025", "dmy", (18, 6, 2025)),
        ("18/6/25", "dmy", (18, 6, 2025)),
        ("18/6/98", "dmy", (18, 6, 1998)),
        ("18 / 6 / 2025", "dmy", (18, 6, 2025)),
        ("18.06.2025", "dmy", (18, 6, 2025)),
        ("18-06-2025", "dmy", (18, 6, 2025)),
        ("06/18/2025", "dmy", (18, 6, 2025)),
        ("18/6/225", "dmy", (18, 6, 225)),
        ("2025-06-18", "ymd", (2025, 6, 18)),
        ("18/6", "dm", (18, 6)),
        ("18/13", "other", (18, 13)),
        ("16-17/6", "d-dm", (16, 17, 6)),
        ("16-17/6/2025", "d-dm", (16, 17, 6, 2025)),
        ("28/5-3/6", "dm-dm", (28, 5, 3, 6)),
        ("28/5/2025-3/6/2025", "dmy-dmy", (28, 5, 2025, 3, 6, 2025)),
        ("14.30", "clock", (14, 30)),
        ("14:30:05", "clock", (14, 30, 5)),
        ("08.00-12.00", "clock", (8, 0, 12, 0)),
        ("25.30", "other", (25, 30)),
        ("3.5", "other", (3, 5)),
        ("1.937.000", "other", (1, 937, 0)),
        ("17-18", "day-day", (17, 18)),
        ("5-3", "other", (5, 3)),
        ("2019-2024", "year-year", (2019, 2024)),
        ("2019–2024", "year-year", (2019, 2024)),
        ("2025/26", "year-year", (2025, 2026)),
        ("2024-2", YEAR_AND_DAY, (2024, 2)),
        ("1-2025", "n-year", (1, 2025)),
        ("2017,2018", "years", (2017, 2018)),
    ],
)
def test_shape(text, kind, numbers):
    found = number_of(text)
    assert (found.kind, found.numbers) == (kind, numbers)


@given(st.from_regex(r"\d{1,9}([.:,\-–/]\d{1,5}){0,6}", fullmatch=True))
def test_every_digit_string_has_a_shape(text):
    assert number_of(text).kind in {*KINDS, YEAR_AND_DAY}
