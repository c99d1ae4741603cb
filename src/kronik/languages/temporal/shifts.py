"""Periods counted from the day of speech, or from what the text is about."""

from collections.abc import Callable, Mapping
from datetime import date

from kronik.languages.temporal import days, edtf
from kronik.languages.temporal import meanings as m
from kronik.languages.temporal.discourse import Ground
from kronik.languages.temporal.values import Resolved
from kronik.records.times import Anchor


def shift(meaning: m.Shift | m.Same, ground: Ground) -> Resolved | None:
    """Return the period so many units from the day of speech or from the discourse, or the one the text is on."""
    if isinstance(meaning, m.Same):
        meaning = m.Shift(unit=meaning.unit, count=0, base=m.Base.DISCOURSE)
    if meaning.base is m.Base.DISCOURSE:
        return _from_discourse(meaning, ground)
    if ground.speech is None:
        return None
    value = _run(meaning, ground.speech) if meaning.run else period(meaning.unit, meaning.count, ground.speech)
    return Resolved(value, ground.anchor, ground.speech) if value else None


def _from_discourse(meaning: m.Shift, ground: Ground) -> Resolved | None:
    told = ground.discourse
    if meaning.unit is m.Unit.DAY:
        base = told.day
    elif meaning.unit is m.Unit.WEEK:
        base = told.day or told.cited_day
    elif meaning.unit is m.Unit.MONTH:
        base = date(*told.month, 1) if told.month else None
    else:
        base = date(told.year, 1, 1) if told.year else None
    value = period(meaning.unit, meaning.count, base) if base else None
    return Resolved(value, Anchor.DISCOURSE, base) if value else None


def period(unit: m.Unit, count: int, base: date) -> str | None:
    """Return the unit that lies so many units from the one with the base in it."""
    if unit is m.Unit.DAY:
        day = days.shifted(base, count)
        return edtf.day_text(day) if day else None
    if unit is m.Unit.WEEK:
        day = days.shifted(base, count * days.WEEK)
        first, last = days.week_of(day) if day else (None, None)
        return edtf.interval(edtf.day_text(first), edtf.day_text(last)) if first and last else None
    if unit is m.Unit.MONTH:
        year, month = days.month_shifted(base.year, base.month, count)
        return edtf.month_text(year, month) if _has(year) else None
    size, shown = LONG_UNITS[unit]
    year = base.year // size * size + count * size
    return shown(year) if _has(year) else None


LONG_UNITS: Mapping[m.Unit, tuple[int, Callable[[int], str]]] = {
    m.Unit.YEAR: (1, edtf.year_text),
    m.Unit.DECADE: (10, edtf.decade_text),
    m.Unit.CENTURY: (100, edtf.century_text),
}
"""Years of each long unit, and how a value of it is written."""


def _has(year: int) -> bool:
    return edtf.MIN_YEAR <= year <= edtf.MAX_YEAR


MONTHS_OF = {m.Unit.MONTH: 1, m.Unit.YEAR: days.MONTHS, m.Unit.DECADE: 120, m.Unit.CENTURY: 1200}


def _run(meaning: m.Shift, base: date) -> str | None:
    """Return the interval from the base to so many units later."""
    if meaning.unit in MONTHS_OF:
        end = days.same_day_shifted(base, meaning.count * MONTHS_OF[meaning.unit])
    else:
        end = days.shifted(base, meaning.count * (days.WEEK if meaning.unit is m.Unit.WEEK else 1))
    return edtf.interval(edtf.day_text(base), edtf.day_text(end)) if end else None


def same_months(meaning: m.SameMonths, ground: Ground) -> Resolved | None:
    """Return the months that the text is on, in another year."""
    value = ground.discourse.value
    start, end = edtf.bounds(value) if value else (None, None)
    if start is None or end is None or start.year != end.year:
        return None
    year = meaning.year
    if year is None and meaning.year_shift is not None and ground.speech is not None:
        year = ground.speech.year + meaning.year_shift
    if year is None:
        return None
    span = edtf.interval(edtf.month_text(year, start.month), edtf.month_text(year, end.month))
    return Resolved(span, Anchor.DISCOURSE, start)


def day_told(meaning: m.Following | m.DayOfRun, ground: Ground) -> Resolved | None:
    """Return a day that is counted from one told before."""
    return day_of_run(meaning, ground) if isinstance(meaning, m.DayOfRun) else following(meaning, ground)


def following(meaning: m.Following, ground: Ground) -> Resolved | None:
    """Return the weekday before or after the day that the text is on."""
    base = ground.discourse.day or ground.speech
    if base is None or meaning.weekday is None:
        return None
    seek = days.weekday_before if meaning.lean is m.Lean.PAST else days.weekday_after
    day = seek(base, meaning.weekday, strictly=True)
    return Resolved(edtf.day_text(day), Anchor.DISCOURSE, base) if day else None


def weekend(meaning: m.Weekend, ground: Ground) -> Resolved | None:
    """Return Saturday and Sunday."""
    base = ground.speech
    if base is None:
        return None
    if meaning.lean is m.Lean.NONE:
        saturday = (
            days.weekday_after(base, 5, strictly=False) if ground.will else days.weekday_before(base, 5, strictly=False)
        )
    else:
        monday = days.week_of(base)[0]
        saturday = days.shifted(monday, 5 + days.WEEK * meaning.weeks) if monday else None
    sunday = days.shifted(saturday, 1) if saturday else None
    if saturday is None or sunday is None:
        return None
    return Resolved(edtf.interval(edtf.day_text(saturday), edtf.day_text(sunday)), ground.anchor, base)


def day_of_run(meaning: m.DayOfRun, ground: Ground) -> Resolved | None:
    """Return the n-th day of what began on a day told before."""
    told = ground.discourse
    start = told.run or (told.sentence if meaning.number == 1 else None)
    day = days.shifted(start, meaning.number - 1) if start else None
    if day and start and (ground.speech is None or day <= ground.speech):
        return Resolved(edtf.day_text(day), Anchor.EVENT, start)
    return None
