"""The part of EDTF (ISO 8601-2) that values use: points, intervals, open ends, decades, centuries, "about"."""

import re
from datetime import date
from functools import lru_cache

from kronik.languages.temporal.days import day_of, month_end

OPEN = ".."
POINT = re.compile(r"(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d)(?:-(\d\d))?)?(~?)")
KEPT = 4096
"""Values whose days are remembered: those of one article, and of articles of one week, are mostly the same."""
MIN_YEAR = 1
MAX_YEAR = 9999


def day_text(day: date) -> str:
    """Return ``2025-06-13``."""
    return day.isoformat()


def month_text(year: int, month: int) -> str:
    """Return ``2025-06``."""
    return f"{year:04d}-{month:02d}"


def year_text(year: int) -> str:
    """Return ``2025``."""
    return f"{year:04d}"


def decade_text(first: int) -> str:
    """Return ``202X`` for any year of the decade."""
    return f"{first // 10:03d}X"


def century_text(first: int) -> str:
    """Return ``20XX`` for any year of the century."""
    return f"{first // 100:02d}XX"


def ends(value: str) -> tuple[str, str]:
    """Return the two ends of an interval as written; a point is both its ends."""
    first, slash, last = value.partition("/")
    return (first, last) if slash else (value, value)


def interval(first: str, last: str) -> str:
    """Return the interval from the start of one value to the end of another; a point when both are the same."""
    left, right = ends(first)[0], ends(last)[1]
    return left if left == right else f"{left}/{right}"


@lru_cache(KEPT)
def bounds(value: str) -> tuple[date | None, date | None]:
    """Return first and last day of the value, both inclusive; None for an open end.

    Raises:
        ValueError: the value is not of this part of EDTF, or names a day that does not exist.
    """
    first, slash, last = value.partition("/")
    if not slash:
        return _point(first)
    low = None if first == OPEN else _point(first)[0]
    high = None if last == OPEN else _point(last)[1]
    if first == last == OPEN:
        raise ValueError(f"open at both ends: {value}")
    if low is not None and high is not None and low > high:
        raise ValueError(f"ends before it begins: {value}")
    return low, high


def _point(text: str) -> tuple[date, date]:
    match = POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"not EDTF: {text}")
    year, month, day, _ = match.groups()
    if day and "X" not in year:
        exact = date(max(int(year), MIN_YEAR), int(month), int(day))
        return exact, exact
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if (month and "X" in year) or not low <= high:
        raise ValueError(f"not EDTF: {text}")
    low = max(low, MIN_YEAR)
    if month:
        return date(low, int(month), 1), month_end(high, int(month))
    return date(low, 1, 1), date(high, 12, 31)


@lru_cache(KEPT)
def is_day(value: str) -> bool:
    """Tell whether the value is one day."""
    match = POINT.fullmatch(value)
    return match is not None and match[3] is not None


def start_day(value: str) -> date | None:
    """Return the first day of a value; None for an open start or what is no value."""
    try:
        return bounds(value)[0]
    except ValueError:
        return None


@lru_cache(KEPT)
def valid_day(text: str) -> date | None:
    """Return the day of ``2025-06-13``; None for anything else."""
    match = POINT.fullmatch(text)
    return day_of(int(match[1]), int(match[2]), int(match[3])) if match and match[3] and "X" not in match[1] else None
