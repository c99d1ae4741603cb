"""Calendar arithmetic at its edges."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.languages.temporal import days

WEDNESDAY = date(2025, 6, 18)


@pytest.mark.parametrize(
    ("weekday", "before", "strictly_before", "after", "strictly_after"),
    [
        (2, "2025-06-18", "2025-06-11", "2025-06-18", "2025-06-25"),
        (1, "2025-06-17", "2025-06-17", "2025-06-24", "2025-06-24"),
        (6, "2025-06-15", "2025-06-15", "2025-06-22", "2025-06-22"),
    ],
)
def test_weekdays(weekday, before, strictly_before, after, strictly_after):
    assert str(days.weekday_before(WEDNESDAY, weekday, strictly=False)) == before
    assert str(days.weekday_before(WEDNESDAY, weekday, strictly=True)) == strictly_before
    assert str(days.weekday_after(WEDNESDAY, weekday, strictly=False)) == after
    assert str(days.weekday_after(WEDNESDAY, weekday, strictly=True)) == strictly_after


@given(st.dates(min_value=date(1, 1, 8), max_value=date(9999, 12, 20)))
def test_a_week_runs_from_monday_to_sunday_around_its_day(day):
    first, last = days.week_of(day)
    assert first.weekday() == 0
    assert last.weekday() == 6
    assert first <= day <= last


@pytest.mark.parametrize(
    ("months", "day"), [(1, "2025-02-28"), (-2, "2024-11-30"), (13, "2026-02-28"), (0, "2025-01-31")]
)
def test_months_later_on_the_last_day(months, day):
    assert str(days.same_day_shifted(date(2025, 1, 31), months)) == day


def test_beyond_the_calendar_there_is_nothing():
    assert days.shifted(date.max, 1) is None
    assert days.same_day_shifted(date.max, 1) is None
    assert days.week_of(date.max)[1] is None
    assert days.day_of(2025, 6, 31) is None
