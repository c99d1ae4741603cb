"""Makers of periods: weeks, months, quarters, years, decades, holidays, and shifts by units."""

from collections.abc import Mapping

from kronik.languages.temporal import meanings as m
from kronik.languages.temporal.captured import (
    key_of,
    lean_in,
    number_in,
    number_of_item,
    shift_in,
    unit_in,
    year_in,
)
from kronik.languages.temporal.grammar import Captures, Found
from kronik.languages.temporal.numbers import Number

MODERN = (1800, 2199)
"""A bare number is a year only within these."""
HIJRI_BELOW = 1600
"""Years below are of the hijri calendar, where a range of years is told."""
ROUND_COUNT = 100
"""Numbers that look like years and are told as counts ("2000 years ago") are multiples of it."""
DAY_HOURS = 24
SHORT_DECADE = 30
"""Decades of two digits from here on are of the 20th century."""


DIRECTIONS: Mapping[str, tuple[int, m.Base]] = {
    "past": (-1, m.Base.SPEECH),
    "future": (1, m.Base.SPEECH),
    "ahead": (1, m.Base.SPEECH),
    "later": (1, m.Base.DISCOURSE),
    "earlier": (-1, m.Base.DISCOURSE),
}


LONG_YEARS: Mapping[m.Unit, int] = {m.Unit.DECADE: 10, m.Unit.CENTURY: 100}
"""Years of the units that, counted, tell a year only about."""


def shift(captures: Captures) -> m.Meaning | None:
    """Return the meaning of so many units before or after a base; ``to`` is one of DIRECTIONS."""
    sign, base = DIRECTIONS[captures.arguments["to"]]
    unit = unit_in(captures, "u") or unit_in(captures, "u1")
    number = number_in(captures, "n") if "n" in captures.named else 1
    if unit is None or number is None:
        return None
    run = captures.arguments["to"] == "ahead"
    if unit in LONG_YEARS and not run:
        return m.About(inner=m.Shift(unit=m.Unit.YEAR, count=sign * number * LONG_YEARS[unit], base=base))
    return m.Shift(unit=unit, count=sign * number, base=base, run=run)


def unit_relative(captures: Captures) -> m.Meaning | None:
    """Return the meaning of last week, this month, next year."""
    unit = unit_in(captures) if "u" in captures.named else m.Unit.WEEK
    change = shift_in(captures) if "rel" in captures.named else shift_in(captures, "dir")
    return None if unit is None or change is None else m.Shift(unit=unit, count=change)


def unit_following(captures: Captures) -> m.Meaning | None:
    """Return the meaning of the month before or after the one that the text is on."""
    unit = unit_in(captures)
    change = -1 if key_of(captures.named["to"]) == "earlier" else 1
    return None if unit is None else m.Shift(unit=unit, count=change, base=m.Base.DISCOURSE)


def unit_same(captures: Captures) -> m.Meaning | None:
    """Return the meaning of the same day, month, year."""
    unit = unit_in(captures)
    return None if unit is None else m.Same(unit=unit)


def same_of_year(captures: Captures) -> m.Meaning | None:
    """Return the meaning of the months that the text is on, in another year."""
    return m.SameMonths(year=year_in(captures), year_shift=shift_in(captures))


def hours(captures: Captures) -> m.Meaning | None:
    """Return the meaning of so many times 24 hours from now on."""
    number = number_in(captures, "n")
    whole = number_in(captures, "h") == DAY_HOURS
    return m.Shift(unit=m.Unit.DAY, count=number, run=True) if number and whole else None


def weekend(captures: Captures) -> m.Meaning | None:
    """Return the meaning of a weekend; the nearest one past without a direction."""
    change = shift_in(captures)
    return m.Weekend(lean=lean_in(captures, "rel"), weeks=0 if change is None else change)


def week_of_month(captures: Captures) -> m.Meaning | None:
    """Return the meaning of the n-th week of a month."""
    number = number_in(captures, "n")
    if "m" in captures.named:
        month: m.Meaning = m.Date(month=number_in(captures, "m"), year=year_in(captures), year_shift=shift_in(captures))
    else:
        month = m.Shift(unit=m.Unit.MONTH, count=shift_in(captures) or 0)
    return m.WeekOfMonth(number=number, month=month) if number and 1 <= number <= 5 else None


def loose_units(captures: Captures) -> m.Meaning | None:
    """Return a time without a value; four digits count units only where they are round, and else name a year."""
    year = year_in(captures)
    return m.Vague() if year is None or year % ROUND_COUNT == 0 else None


def modern_year(captures: Captures) -> m.Meaning | None:
    """Return the meaning of a bare year."""
    year = year_in(captures)
    return m.Date(year=year) if year is not None and MODERN[0] <= year <= MODERN[1] else None


def year_range(captures: Captures) -> m.Meaning | None:
    """Return the meaning of from one year to another."""
    if "p" in captures.named and isinstance(value := captures.named["p"][-1].value, Number):
        first, last = value.numbers
    else:
        first, last = year_in(captures) or 0, number_in(captures, "z") or 0
    if not first < last or first < HIJRI_BELOW:
        return None
    return m.Range(first=m.Date(year=first), last=m.Date(year=last))


def year_list(captures: Captures) -> m.Meaning | None:
    """Return the meaning of several years: each an entry of its own, the first with the words before it."""
    if "a" in captures.named:
        first = captures.named["a"][0]
        if not isinstance(first, Found) or not _is_year(first.value):
            return None
        years = [item for item in captures.named["more"] if item.kind == "year"]
        rest = [m.Piece(start=i.start, end=i.end, meaning=m.Date(year=number_of_item(i))) for i in years]
        return m.Several(pieces=(m.Piece(start=first.start, end=first.end, meaning=first.value), *rest))
    item = captures.named["p"][0]
    numbers = item.value.numbers if isinstance(item.value, Number) else ()
    starts = [item.start + at * len("2017,") for at in range(len(numbers))]
    return m.Several(
        pieces=tuple(
            m.Piece(start=start, end=start + len("2017"), meaning=m.Date(year=year))
            for start, year in zip(starts, numbers, strict=True)
        )
    )


def _is_year(meaning: m.Meaning) -> bool:
    if isinstance(meaning, m.Date):
        return meaning.year is not None and meaning.month is None
    return isinstance(meaning, m.Shift) and meaning.unit is m.Unit.YEAR and not meaning.run


def decade(captures: Captures) -> m.Meaning | None:
    """Return the meaning of the nineties, by four digits or two."""
    year = year_in(captures)
    if year is None or year % 10:
        return None
    first = year if year >= 100 else year + (1900 if year >= SHORT_DECADE else 2000)
    return m.Years(first=first, last=first + 9)


def century(captures: Captures) -> m.Meaning | None:
    """Return the meaning of the n-th century."""
    number = number_in(captures, "n")
    return m.Years(first=number * 100 - 100, last=number * 100 - 1) if number and number > 1 else None


PARTS: Mapping[str, tuple[int, int]] = {"quarter": (3, 4), "semester": (6, 2)}


def quarter(captures: Captures) -> m.Meaning | None:
    """Return the meaning of a quarter or a half of a year."""
    months, parts = PARTS[key_of(captures.items[:1])]
    year = year_in(captures)
    if "p" in captures.named and isinstance(value := captures.named["p"][0].value, Number):
        number, year = value.numbers
    else:
        number = number_in(captures, "n") or 0
    if not 1 <= number <= parts:
        return None
    return m.Months(
        first=months * (number - 1) + 1, count=months, year=year, year_shift=shift_in(captures), lean=lean_in(captures)
    )


def first_months(captures: Captures) -> m.Meaning | None:
    """Return the meaning of the first so many months of a year."""
    number = number_in(captures, "n") or 0
    years = [item for item in captures.items if item.kind == "year"]
    year = number_of_item(years[-1]) if years else None
    return m.Months(first=1, count=number, year=year, year_shift=shift_in(captures)) if 1 <= number <= 12 else None


def year_to_date(captures: Captures) -> m.Meaning | None:
    """Return the meaning of from January to a month of the running year."""
    month, year = number_in(captures, "m"), year_in(captures)
    shift = None if year else 0
    return m.Range(
        first=m.Date(year=year, month=1, year_shift=shift), last=m.Date(year=year, month=month, year_shift=shift)
    )


def season(captures: Captures) -> m.Meaning | None:
    """Return the meaning of a season of the northern year."""
    first = number_in(captures, "s") or 0
    return m.Months(
        first=first,
        count=3,
        year=year_in(captures),
        year_shift=shift_in(captures),
        lean=lean_in(captures),
        season=True,
    )


def feast(captures: Captures) -> m.Meaning | None:
    """Return the meaning of a holiday; the number of its word is of days from the holiday that its key names."""
    return m.Feast(
        key=key_of(captures.named["f"]),
        year=year_in(captures),
        year_shift=shift_in(captures),
        lean=lean_in(captures),
        days=number_in(captures, "f") or None,
        season="season" in captures.arguments,
    )
