"""Holidays by year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kronik.languages.temporal.days import day_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """First and last day of a holiday in one year, and the year of its own calendar (0 where it has none)."""

    first: date
    last: date
    own_year: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Feasts:
    """A table of holidays.

    Attributes:
        fixed: key to month and day, the same every year.
        moving: key to its occurrences, in order of time.
    """

    fixed: Mapping[str, tuple[int, int]]
    moving: Mapping[str, tuple[Holiday, ...]]

    def in_year(self, key: str, year: int) -> Holiday | None:
        """Return the holiday in a year of the common era, or of its own calendar where that is the year's name."""
        if key in self.fixed:
            day = day_of(year, *self.fixed[key])
            return Holiday(first=day, last=day) if day else None
        occurrences = self.moving.get(key, ())
        return next((one for one in occurrences if year in (one.first.year, one.own_year)), None)
