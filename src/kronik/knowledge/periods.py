"""Stretches of time with edges that may be known to the day, the month or the year only."""

import re
from calendar import monthrange
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

FIRST_DAY = "0000-01-01"
LAST_DAY = "9999-12-31"
_EDGE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


class Standing(StrEnum):
    """How a day stands to a period."""

    HELD = "held"
    """The period covers the day."""
    POSSIBLE = "possible"
    """The day lies in the month or the year in which the period begins or ends."""
    ASSUMED = "assumed"
    """No end is known, and the day lies after the last day for which the fact is known."""
    UNDATED = "undated"
    """No day was asked for."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time; its edges are ISO days, compared as strings.

    Attributes:
        first, sure_first: earliest and latest day on which it may begin.
        sure_last, last: earliest and latest day on which it may end; both `LAST_DAY` when no end is known.
        as_of: last day for which a period without an end is known to go on; `LAST_DAY` where that is not in doubt.
    """

    first: str = FIRST_DAY
    sure_first: str = FIRST_DAY
    sure_last: str = LAST_DAY
    last: str = LAST_DAY
    as_of: str = LAST_DAY

    def standing(self, day: str | None) -> Standing | None:
        """Return how a day (ISO, None for no day) stands to the period, or None when the period does not cover it."""
        if day is None:
            return Standing.UNDATED
        if not self.first <= day <= self.last:
            return None
        if not self.sure_first <= day <= self.sure_last:
            return Standing.POSSIBLE
        return Standing.ASSUMED if self.last == LAST_DAY and day > self.as_of else Standing.HELD

    @property
    def is_open(self) -> bool:
        """Whether no end is known."""
        return self.last == LAST_DAY


ALWAYS = Period()
"""Without a beginning or an end."""


@lru_cache(maxsize=8192)
def edge_days(text: str) -> tuple[str, str]:
    """Return the first and last day of an EDTF day, month or year.

    Raises:
        ValueError: it is none.
    """
    match = _EDGE.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no day, month or year")
    year, month, day = match.groups()
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    length = monthrange(int(year), int(month))[1]
    if day is None:
        return f"{year}-{month}-01", f"{year}-{month}-{length:02d}"
    if int(day) > length:
        raise ValueError(f"{text!r} is no day of the calendar")
    return text, text


@lru_cache(maxsize=8192)
def period_of(since: str, until: str, as_of: str = "") -> Period:
    """Return the period between two EDTF edges, empty where unknown.

    Raises:
        ValueError: an edge is no date, or the end lies before the beginning.
    """
    first, sure_first = edge_days(since) if since else (FIRST_DAY, FIRST_DAY)
    sure_last, last = edge_days(until) if until else (LAST_DAY, LAST_DAY)
    if last < first:
        raise ValueError(f"{until} lies before {since}")
    known = edge_days(as_of)[1] if as_of else LAST_DAY
    if not until and known < first:
        raise ValueError(f"known until {as_of}, which lies before {since}")
    return Period(first, max(sure_first, first), min(sure_last, last), last, known)
