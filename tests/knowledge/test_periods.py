"""How days stand to periods whose edges are known to the day, the month or the year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.knowledge.periods import ALWAYS, Standing, edge_days, period_of


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2023-02-10", "2023-02-10", "2023-02-10"),
    ],
)
def test_edges(text: str, first: str, last: str) -> None:
    assert edge_days(text) == (first, last)


@pytest.mark.parametrize("text", ["", "24", "2024-1", "2024-13", "2023-02-29", "2024/2025", "2024-02-10~"])
def test_what_is_no_edge(text: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        edge_days(text)


@pytest.mark.parametrize(
    ("since", "until", "as_of", "day", "standing"),
    [
        ("2019-10", "2024-10-20", "", "2019-09-30", None),
        ("2019-10", "2024-10-20", "", "2019-10-15", Standing.POSSIBLE),
        ("2019-10", "2024-10-20", "", "2019-10-31", Standing.HELD),
        ("2019-10", "2024-10-20", "", "2024-10-20", Standing.HELD),
        ("2019-10", "2024-10-20", "", "2024-10-21", None),
        ("2019", "2020", "", "2020-06-01", Standing.POSSIBLE),
        ("2019", "", "2025-06", "2025-06-30", Standing.HELD),
        ("2019", "", "2025-06", "2025-07-01", Standing.ASSUMED),
        ("2019", "2020", "", None, Standing.UNDATED),
        ("2020", "2020", "", "2020-06-01", Standing.POSSIBLE),
    ],
)
def test_standing(since: str, until: str, as_of: str, day: str | None, standing: Standing | None) -> None:
    assert period_of(since, until, as_of).standing(day) is standing


DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@given(DAYS, DAYS, DAYS)
def test_a_period_of_days_covers_just_its_days(one: date, other: date, day: date) -> None:
    since, until = sorted((one, other))
    standing = period_of(since.isoformat(), until.isoformat()).standing(day.isoformat())
    assert (standing is Standing.HELD) == (since <= day <= until)


@given(DAYS, st.integers(min_value=0, max_value=3000), DAYS)
def test_coarser_edges_never_lose_a_day(since: date, length: int, day: date) -> None:
    until = since + timedelta(days=length)
    exact = period_of(since.isoformat(), until.isoformat()).standing(day.isoformat())
    coarse = period_of(since.isoformat()[:7], until.isoformat()[:4]).standing(day.isoformat())
    assert exact is None or coarse is not None


def test_always() -> None:
    assert ALWAYS.is_open
    assert ALWAYS.standing("2025-06-18") is Standing.HELD
