"""Makers of what is joined: parts, ranges, open ends, what lies before, after or about."""

from kronik.languages.temporal import meanings as m
from kronik.languages.temporal.captured import (
    key_of,
    meaning_in,
    number_in,
    unit_in,
)
from kronik.languages.temporal.grammar import Captures
from kronik.records.times import TimeMod


def part(captures: Captures) -> m.Meaning | None:
    """Return the meaning of start, middle or end of a period."""
    inner = meaning_in(captures, "t")
    if inner is None or isinstance(inner, m.Vague | m.Part):
        return None
    return m.Part(mod=TimeMod(key_of(captures.named["p"])), inner=inner)


def part_of_unit(captures: Captures) -> m.Meaning | None:
    """Return the meaning of start, middle or end of the running unit."""
    unit = unit_in(captures)
    return None if unit is None else m.Part(mod=TimeMod(key_of(captures.named["p"])), inner=m.Shift(unit=unit, count=0))


def range_of(captures: Captures) -> m.Meaning | None:
    """Return the meaning of from one time to another."""
    first, last = meaning_in(captures, "a"), meaning_in(captures, "b")
    simple = not isinstance(first, m.Vague | m.Range) and not isinstance(last, m.Vague | m.Range)
    years = [one.year for one in (first, last) if isinstance(one, m.Date) and one.year is not None]
    return m.Range(first=first, last=last) if first and last and simple and years == sorted(years) else None


def range_from_day(captures: Captures) -> m.Meaning | None:
    """Return the meaning of from a day of the month to a date."""
    last = meaning_in(captures, "b")
    if not isinstance(last, m.Date) or not last.day or not last.month:
        return None
    first = m.Date(day=number_in(captures, "d"), month=last.month, year=last.year, lean=last.lean)
    return m.Range(first=first, last=last) if (first.day or 0) < last.day else None


def range_from_month(captures: Captures) -> m.Meaning | None:
    """Return the meaning of from a month to a month with its year."""
    last = meaning_in(captures, "b")
    first = m.Date(month=number_in(captures, "m"))
    return m.Range(first=first, last=last) if isinstance(last, m.Date) else None


def since(captures: Captures) -> m.Meaning | None:
    """Return the meaning of from a time on; a range stays one."""
    inner = meaning_in(captures, "t") or meaning_in(captures, "a")
    if inner is None or isinstance(inner, m.Range | m.Vague):
        return inner
    return m.OpenEnd(side=m.Side.SINCE, inner=inner)


def until(captures: Captures) -> m.Meaning | None:
    """Return the meaning of up to a time."""
    inner = meaning_in(captures, "t")
    return m.OpenEnd(side=m.Side.UNTIL, inner=inner) if inner else None


def beside(captures: Captures) -> m.Meaning | None:
    """Return the meaning of before or after a time."""
    inner = meaning_in(captures, "t")
    return m.Part(mod=TimeMod(key_of(captures.named["side"])), inner=inner) if inner else None


def about(captures: Captures) -> m.Meaning | None:
    """Return the meaning of near a time."""
    inner = meaning_in(captures, "t")
    return m.About(inner=inner) if inner and not isinstance(inner, m.Vague) else inner


def shift_from(captures: Captures) -> m.Meaning | None:
    """Return the meaning of so many units before or after a day."""
    unit, inner = unit_in(captures) or unit_in(captures, "u1"), meaning_in(captures, "t")
    number = number_in(captures, "n") if "n" in captures.named else 1
    if unit is None or number is None or inner is None or isinstance(inner, m.Range | m.Vague):
        return None
    after = TimeMod(key_of(captures.named["side"])) is TimeMod.AFTER
    return m.Offset(unit=unit, count=number if after else -number, inner=inner)


def day_twice(captures: Captures) -> m.Meaning | None:
    """Return the meaning of a day and, beside it, how far from an event it is: two names of one day."""
    inner = meaning_in(captures, "t")
    first, beside = captures.named["t"][0], captures.named["u"]
    if inner is None or isinstance(inner, m.Vague):
        return None
    pieces = ((first.start, first.end), (beside[0].start, beside[-1].end))
    return m.Several(pieces=tuple(m.Piece(start=start, end=end, meaning=inner) for start, end in pieces))


def openward(captures: Captures) -> m.Meaning | None:
    """Return the meaning of "2020 and below"."""
    inner = meaning_in(captures, "t")
    return m.OpenEnd(side=m.Side(key_of(captures.named["side"])), inner=inner) if inner else None
