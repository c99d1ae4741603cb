"""EDTF values: what they span, and what is none."""

from datetime import date

import pytest

from kronik.languages.temporal import edtf


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-06-13", date(2025, 6, 13), date(2025, 6, 13)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025~", date(2025, 1, 1), date(2025, 12, 31)),
        ("202X", date(2020, 1, 1), date(2029, 12, 31)),
        ("20XX", date(2000, 1, 1), date(2099, 12, 31)),
        ("00XX", date(1, 1, 1), date(99, 12, 31)),
        ("2025-06-09/2025-06-15", date(2025, 6, 9), date(2025, 6, 15)),
        ("2024-12/2025-02", date(2024, 12, 1), date(2025, 2, 28)),
        ("2014/..", date(2014, 1, 1), None),
        ("../2030", None, date(2030, 12, 31)),
        ("196X/..", date(1960, 1, 1), None),
    ],
)
def test_bounds(value, first, last):
    assert edtf.bounds(value) == (first, last)


@pytest.mark.parametrize(
    "value", ["", "20", "2025-13", "2025-02-30", "2025-06-15/2025-06-09", "../..", "202X-05", "2025/", "kemarin"]
)
def test_what_is_no_value(value):
    with pytest.raises(ValueError, match=r".*"):
        edtf.bounds(value)


@pytest.mark.parametrize(
    ("first", "last", "value"),
    [
        ("2025-06-09", "2025-06-15", "2025-06-09/2025-06-15"),
        ("2025", "2025", "2025"),
        ("2025-06-09/2025-06-15", "2025-07", "2025-06-09/2025-07"),
        ("2014/..", "2020", "2014/2020"),
    ],
)
def test_interval(first, last, value):
    assert edtf.interval(first, last) == value


@pytest.mark.parametrize(("value", "day"), [("2025-06-13", True), ("2025-06", False), ("2025-06-13/..", False)])
def test_is_day(value, day):
    assert edtf.is_day(value) is day
    assert (edtf.valid_day(value) is not None) is day
