"""Resolution of incomplete dates, and what becomes of dates that contradict themselves."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kronik.languages.temporal import days, edtf
from kronik.languages.temporal import meanings as m
from kronik.languages.temporal.discourse import Ground
from kronik.languages.temporal.values import Resolved
from kronik.records.times import Anchor

AHEAD_WEIGHT = 1.5
"""How much farther a day to come seems than one past, where nothing tells which is meant: news looks back.
Chosen on gold train."""
REPAIR_DAYS = 14
"""Days: a date that contradicts its weekday is put right only to one so near the day of writing. Chosen on gold
train."""
OTHER_FIELD = 2
"""Cost of a slip in month or year, in days of a slip in the day."""
SLIP_WEIGHT, AHEAD_SLIP = 2, 3
"""What a day of slip costs in days of distance to the day of writing, and how much more a day to come costs than one
past. Chosen on unlabelled news of June 2025."""
STORY_DAYS = 730
"""Days: months without a year go on with the year of the month told in the sentence before, where that lies so near the
day of writing; older ones are background. Chosen by hand, checked on gold train."""
FAR_YEARS = 75
"""Years: a date so far ahead of the day of writing is a slip of the pen."""
FIRST_PRINTED_YEAR = 1000
"""A year before it is one with a digit lost."""


def resolve_date(meaning: m.Date, ground: Ground) -> Resolved | None:
    """Return the value of a date of which parts may be missing."""
    if meaning.day is not None:
        return _day(meaning, ground)
    if meaning.weekday is not None:
        return _weekday(meaning, ground)
    if meaning.month is not None:
        return _month(meaning, ground)
    if meaning.year is not None:
        return Resolved(edtf.year_text(meaning.year), Anchor.ABSOLUTE)
    return None


def nearest(candidates: Sequence[date], base: date, lean: m.Lean) -> date | None:
    """Return the candidate that is meant on the base day: the nearest in the direction, if there is one."""
    if lean is m.Lean.PAST:
        candidates = [one for one in candidates if one <= base]
    elif lean is m.Lean.FUTURE:
        candidates = [one for one in candidates if one >= base]
    elif lean is m.Lean.THIS:
        candidates = [one for one in candidates if one.year == base.year]
    return min(candidates, key=lambda one: (_distance(one, base), one), default=None)


def _distance(one: date, base: date) -> float:
    gap = (one - base).days
    return gap * AHEAD_WEIGHT if gap > 0 else -gap


def pick_year(
    month: int, shift: int | None, lean: m.Lean, ground: Ground, *, length: int = 1
) -> tuple[int, Anchor, date | None] | None:
    """Return the year of a month without one, and what told it: a shift, this sentence, or the day of writing."""
    base = ground.speech
    if shift is not None:
        if base is None:
            return None
        year = base.year + shift
        begun_later = length > 1 and month + length - 1 > days.MONTHS and shift == 0 and month > base.month
        return (year - begun_later if edtf.MIN_YEAR < year <= edtf.MAX_YEAR else base.year), ground.anchor, base
    told = ground.discourse.sentence
    if told is not None and lean is m.Lean.NONE:
        near = _month_near(month, told, m.Lean.NONE, length)
        return near, Anchor.DISCOURSE, told
    told = ground.discourse.before
    story = told is not None and base is not None and abs((base - told).days) <= STORY_DAYS
    if told is not None and story and length == 1 and lean is m.Lean.NONE and not ground.will:
        return _month_near(month, told, m.Lean.NONE, length), Anchor.DISCOURSE, told
    if base is None:
        on = ground.discourse.year
        return (on, Anchor.DISCOURSE, ground.discourse.day) if on else None
    if lean is m.Lean.NONE and ground.will:
        lean = m.Lean.FUTURE
    return _month_near(month, base, lean, length), ground.anchor, base


def _month_near(month: int, base: date, lean: m.Lean, length: int) -> int:
    """Return the year whose month, or row of months, is meant. "Last June" in June is that of the year before."""
    here = base.month
    match lean:
        case m.Lean.PAST:
            return base.year - (month >= here)
        case m.Lean.FUTURE:
            return base.year + (month + length - 1 < here)
        case m.Lean.THIS:
            return base.year
    middle = [date(year, month, 15) for year in range(max(1, base.year - 1), min(edtf.MAX_YEAR, base.year + 1) + 1)]
    chosen = min(middle, key=lambda one: (_distance(one, base.replace(day=15)), one))
    return chosen.year


def _month(meaning: m.Date, ground: Ground) -> Resolved | None:
    month = meaning.month or 1
    if meaning.year is not None:
        return Resolved(edtf.month_text(meaning.year, month), Anchor.ABSOLUTE)
    if meaning.upto and ground.speech and month == ground.speech.month:
        return Resolved(edtf.month_text(ground.speech.year, month), ground.anchor, ground.speech)
    picked = pick_year(month, meaning.year_shift, meaning.lean, ground)
    if picked is None:
        return None
    return Resolved(edtf.month_text(picked[0], month), picked[1], picked[2])


def _weekday(meaning: m.Date, ground: Ground) -> Resolved | None:
    weekday, base, anchor = meaning.weekday or 0, ground.speech, ground.anchor
    if base is None:
        base, anchor = ground.discourse.day, Anchor.DISCOURSE
        if base is None:
            return None
        if meaning.lean is m.Lean.NONE and meaning.week_shift is None:
            first = days.shifted(base, -3)
            day = days.weekday_after(first, weekday, strictly=False) if first else None
            return Resolved(edtf.day_text(day), anchor, base) if day else None
    day = _weekday_from(meaning, weekday, base, ground.will)
    return Resolved(edtf.day_text(day), anchor, base) if day else None


def _weekday_from(meaning: m.Date, weekday: int, base: date, will: bool) -> date | None:
    if meaning.week_shift is not None or meaning.lean is m.Lean.THIS:
        monday = days.week_of(base)[0]
        return days.shifted(monday, weekday + days.WEEK * (meaning.week_shift or 0)) if monday else None
    if meaning.lean is m.Lean.PAST:
        return days.weekday_before(base, weekday, strictly=not meaning.upto)
    if meaning.lean is m.Lean.FUTURE:
        return days.weekday_after(base, weekday, strictly=True)
    if will:
        return days.weekday_after(base, weekday, strictly=False)
    return days.weekday_before(base, weekday, strictly=False)


def _day(meaning: m.Date, ground: Ground) -> Resolved | None:
    if meaning.month is None:
        return _day_of_month(meaning, ground)
    if meaning.year is not None:
        return _full(meaning, meaning.year, ground)
    if meaning.year_shift is not None:
        return _shifted_year(meaning, meaning.month, meaning.year_shift, ground)
    return _told_beside(meaning, meaning.month, ground) or _without_year(meaning, ground)


def _shifted_year(meaning: m.Date, month: int, shift: int, ground: Ground) -> Resolved | None:
    base = ground.speech
    found = days.day_of(base.year + shift, month, meaning.day or 1) if base else None
    return Resolved(edtf.day_text(found), ground.anchor, base) if found else None


def _told_beside(meaning: m.Date, month: int, ground: Ground) -> Resolved | None:
    """Return the day whose weekday fits in the year of the day that the text is on, where it lies near that day."""
    on = ground.discourse.day
    day = days.day_of(on.year, month, meaning.day or 1) if on else None
    if on is None or day is None or day.weekday() != meaning.weekday or abs((day - on).days) > REPAIR_DAYS:
        return None
    near_speech = ground.speech is not None and abs((day - ground.speech).days) <= REPAIR_DAYS
    return None if near_speech else Resolved(edtf.day_text(day), Anchor.DISCOURSE, on)


def _without_year(meaning: m.Date, ground: Ground) -> Resolved | None:
    base = ground.speech or ground.discourse.day
    anchor = ground.anchor if ground.speech else Anchor.DISCOURSE
    told, lean = ground.discourse.sentence, meaning.lean
    if lean is m.Lean.NONE and meaning.weekday is None and told and (base is None or told.year != base.year):
        base, anchor = told, Anchor.DISCOURSE
    elif lean is m.Lean.NONE and ground.will:
        lean = m.Lean.FUTURE
    return _near_day(meaning, base, anchor, lean) if base else None


def _near_day(meaning: m.Date, base: date, anchor: Anchor, lean: m.Lean) -> Resolved | None:
    """Return the day of a date without its year; a weekday must fit it."""
    day, month = meaning.day or 1, meaning.month or 1
    candidates = [one for year in (base.year - 1, base.year, base.year + 1) if (one := days.day_of(year, month, day))]
    if meaning.weekday is not None:
        literal = nearest(candidates, base, m.Lean.NONE)
        if literal is not None and literal.weekday() == meaning.weekday:
            return Resolved(edtf.day_text(literal), anchor, base)
        fitting = [one for one in candidates if one.weekday() == meaning.weekday]
        repaired = repair(meaning, literal, base)
        if repaired == literal and fitting:
            return Resolved(edtf.day_text(nearest(fitting, base, m.Lean.NONE) or base), anchor, base)
        return Resolved(edtf.day_text(repaired), anchor, base, conflict=True) if repaired else None
    chosen = nearest(candidates, base, lean) or nearest(candidates, base, m.Lean.NONE)
    return Resolved(edtf.day_text(chosen), anchor, base) if chosen else None


def _day_of_month(meaning: m.Date, ground: Ground) -> Resolved | None:
    base, anchor = ground.speech, ground.anchor
    if base is None:
        base, anchor = ground.discourse.day, Anchor.DISCOURSE
    if base is None:
        return None
    shifts = (-1, 0, 1) if meaning.month_shift is None else (meaning.month_shift,)
    months = [days.month_shifted(base.year, base.month, shift) for shift in shifts]
    candidates = [one for year, month in months if (one := days.day_of(year, month, meaning.day or 1))]
    lean = meaning.lean
    if lean is m.Lean.THIS or (lean is m.Lean.NONE and ground.will):
        lean = m.Lean.FUTURE if ground.will else m.Lean.NONE
    chosen = nearest(candidates, base, lean)
    return Resolved(edtf.day_text(chosen), anchor, base) if chosen else None


def _full(meaning: m.Date, year: int, ground: Ground) -> Resolved | None:
    """Return a date with its year, put right where it contradicts its weekday or lies impossibly far ahead."""
    literal = days.day_of(year, meaning.month or 1, meaning.day or 1) if year >= FIRST_PRINTED_YEAR else None
    base = ground.speech or ground.discourse.day
    far = year < FIRST_PRINTED_YEAR or (base is not None and year > base.year + FAR_YEARS)
    fits = literal is not None and not far and (meaning.weekday is None or literal.weekday() == meaning.weekday)
    if fits and literal is not None:
        return Resolved(edtf.day_text(literal), Anchor.ABSOLUTE)
    if far and base is not None and meaning.weekday is None:
        near = _near_day(replace(meaning, year=None), base, ground.anchor, m.Lean.NONE)
        return replace(near, conflict=True) if near else None
    repaired = repair(meaning, literal, base)
    return Resolved(edtf.day_text(repaired), Anchor.ABSOLUTE, conflict=True) if repaired else None


def repair(meaning: m.Date, literal: date | None, base: date | None) -> date | None:
    """Return the most plausible day of a date whose weekday does not fall on it.

    One slip is likelier than two: the day, the month or the year is wrong, and what is meant lies near the day of
    writing; or else the weekday is wrong and the date stands as printed.
    """
    if base is None or meaning.weekday is None:
        return literal
    day, month = meaning.day or 1, meaning.month or 1
    year = meaning.year or (literal.year if literal else base.year)
    slips = [(days.day_of(year, month, other), abs(other - day)) for other in range(1, 32)]
    slips += [(days.day_of(year, other, day), OTHER_FIELD) for other in range(1, days.MONTHS + 1)]
    slips += [(days.day_of(base.year + shift, month, day), OTHER_FIELD) for shift in (-1, 0, 1)]
    near = [
        (abs((one - base).days) * (AHEAD_SLIP if one > base else 1) + cost * SLIP_WEIGHT, one)
        for one, cost in slips
        if one and one.weekday() == meaning.weekday and abs((one - base).days) <= REPAIR_DAYS
    ]
    return min(near)[1] if near else literal


def completed(first: m.Meaning, stop: date) -> m.Meaning:
    """Return the start of a range with the year that the day on which its end begins gives it."""
    if isinstance(first, m.Months) and first.year is None and first.year_shift is None:
        return replace(first, year=stop.year - (first.first > stop.month))
    if not isinstance(first, m.Date) or first.year is not None or first.year_shift is not None:
        return first
    if first.month is not None:
        later = (first.month, first.day or 1) > (stop.month, stop.day if first.day else 1)
        return replace(first, year=max(edtf.MIN_YEAR, stop.year - later), weekday=None)
    if first.day is not None:
        return replace(first, year=stop.year, month=stop.month)
    if first.weekday is not None:
        day = days.weekday_before(stop, first.weekday, strictly=True)
        return m.Date(year=day.year, month=day.month, day=day.day) if day else first
    return first
