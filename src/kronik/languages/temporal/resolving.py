"""Resolution: from a meaning and the ground it stands on to a value."""

from dataclasses import dataclass, replace
from datetime import date

from kronik.languages.temporal import dates, days, edtf
from kronik.languages.temporal import meanings as m
from kronik.languages.temporal.discourse import Ground
from kronik.languages.temporal.feasts import Feasts, Holiday
from kronik.languages.temporal.values import Resolved
from kronik.records.times import Anchor, TimeMod


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves meanings with a table of holidays."""

    feasts: Feasts

    def resolve(self, meaning: m.Meaning, ground: Ground) -> Resolved | None:
        """Return the value of a meaning; None where the page does not support one. Raises nothing."""
        found = self._simple(meaning, ground)
        if found is None:
            return None
        try:
            edtf.bounds(found.value)
        except (ValueError, OverflowError):
            return None
        return found

    def _simple(self, meaning: m.Meaning, ground: Ground) -> Resolved | None:
        match meaning:
            case m.Date():
                return dates.resolve_date(meaning, ground)
            case m.Shift():
                return shift(meaning, ground)
            case m.Same():
                return same(meaning, ground)
            case m.SameMonths():
                return same_months(meaning, ground)
            case m.Following():
                return following(meaning, ground)
            case m.Weekend():
                return weekend(meaning, ground)
            case m.Months():
                return months(meaning, ground)
            case m.Years():
                return years(meaning)
            case m.DayOfRun():
                return day_of_run(meaning, ground)
            case m.Feast():
                return self._feast(meaning, ground)
        return self._compound(meaning, ground)

    def _compound(self, meaning: m.Meaning, ground: Ground) -> Resolved | None:
        match meaning:
            case m.WeekOfMonth():
                return week_of_month(meaning, self.resolve(meaning.month, ground))
            case m.Range():
                return self._range(meaning, ground)
            case m.Part():
                inner = self.resolve(meaning.inner, ground)
                beside = meaning.mod in (TimeMod.BEFORE, TimeMod.AFTER)
                return replace(inner, mod=(inner.mod if beside and inner.mod else meaning.mod)) if inner else None
            case m.About():
                inner = self.resolve(meaning.inner, ground)
                return replace(inner, value=f"{inner.value}~") if inner and inner.value[-1] not in ".~" else inner
            case m.OpenEnd():
                return self._open(meaning, ground)
        return None

    def _open(self, meaning: m.OpenEnd, ground: Ground) -> Resolved | None:
        since = meaning.side is m.Side.SINCE
        inner_meaning = meaning.inner
        if since and isinstance(inner_meaning, m.Date) and inner_meaning.lean is m.Lean.NONE and not ground.will:
            inner_meaning = replace(inner_meaning, lean=m.Lean.PAST, upto=True)
        inner = self.resolve(inner_meaning, ground)
        if inner is None:
            return None
        first, last = edtf.ends(inner.value)
        return replace(inner, value=f"{first}/{edtf.OPEN}" if since else f"{edtf.OPEN}/{last}")

    def _range(self, meaning: m.Range, ground: Ground) -> Resolved | None:
        last = self._end(meaning, ground)
        stop = edtf.start_day(last.value) if last else None
        if last is None or stop is None:
            return None
        first = self.resolve(dates.completed(meaning.first, stop), ground)
        if first is None:
            return None
        mod = first.mod if first.mod is last.mod else None
        value = edtf.interval(first.value, last.value)
        return replace(last, value=value, mod=mod, conflict=first.conflict or last.conflict)

    def _end(self, meaning: m.Range, ground: Ground) -> Resolved | None:
        """Return the end of a range; a weekday alone is the first after the day that the range begins on."""
        last = meaning.last
        if not (isinstance(last, m.Date) and last.day is None and last.weekday is not None and last.lean is m.Lean.NONE):
            return self.resolve(last, ground)
        first = self.resolve(meaning.first, ground)
        day = edtf.valid_day(first.value) if first else None
        if first is None or day is None:
            return self.resolve(last, ground)
        end = days.weekday_after(day, last.weekday, strictly=True)
        return replace(first, value=edtf.day_text(end)) if end else None

    def _feast(self, meaning: m.Feast, ground: Ground) -> Resolved | None:
        if not meaning.key:
            start = ground.discourse.feast
            day = days.shifted(start, meaning.days or 0) if start else None
            return Resolved(edtf.day_text(day), Anchor.EVENT, start) if day else None
        holiday, anchor = self._holiday(meaning, ground)
        if holiday is None:
            return None
        ground.discourse.feast = holiday.first
        anchor_day = None if anchor is Anchor.ABSOLUTE else ground.speech
        if meaning.days is not None:
            day = days.shifted(holiday.first, meaning.days)
            return Resolved(edtf.day_text(day), Anchor.EVENT, holiday.first) if day else None
        if meaning.season and meaning.key in self.feasts.moving:
            return Resolved(edtf.year_text(holiday.first.year), anchor, anchor_day)
        return Resolved(edtf.interval(edtf.day_text(holiday.first), edtf.day_text(holiday.last)), anchor, anchor_day)

    def _holiday(self, meaning: m.Feast, ground: Ground) -> tuple[Holiday | None, Anchor]:
        if meaning.year is not None:
            return self.feasts.in_year(meaning.key, meaning.year), Anchor.ABSOLUTE
        if ground.speech is None:
            return None, Anchor.NONE
        year = ground.speech.year
        if meaning.year_shift is not None:
            return self.feasts.in_year(meaning.key, year + meaning.year_shift), ground.anchor
        near = [one for shift in (-1, 0, 1) if (one := self.feasts.in_year(meaning.key, year + shift))]
        lean = m.Lean.FUTURE if ground.will and meaning.lean is m.Lean.NONE else meaning.lean
        chosen = dates.nearest([one.first for one in near], ground.speech, lean)
        return next((one for one in near if one.first == chosen), None), ground.anchor


def shift(meaning: m.Shift, ground: Ground) -> Resolved | None:
    """Return the period so many units from the day of speech, or from the discourse."""
    if meaning.base is m.Base.DISCOURSE:
        return _from_discourse(meaning, ground)
    if ground.speech is None:
        return None
    value = _run(meaning, ground.speech) if meaning.run else _period(meaning.unit, meaning.count, ground.speech)
    return Resolved(value, ground.anchor, ground.speech) if value else None


def _from_discourse(meaning: m.Shift, ground: Ground) -> Resolved | None:
    told = ground.discourse
    if meaning.unit in (m.Unit.DAY, m.Unit.WEEK):
        base = told.day
    elif meaning.unit is m.Unit.MONTH:
        base = date(*told.month, 1) if told.month else None
    else:
        base = date(told.year, 1, 1) if told.year else None
    value = _period(meaning.unit, meaning.count, base) if base else None
    return Resolved(value, Anchor.DISCOURSE, base) if value else None


def _period(unit: m.Unit, count: int, base: date) -> str | None:
    """Return the unit that lies so many units from the one with the base in it."""
    match unit:
        case m.Unit.DAY:
            day = days.shifted(base, count)
            return edtf.day_text(day) if day else None
        case m.Unit.WEEK:
            day = days.shifted(base, count * days.WEEK)
            first, last = days.week_of(day) if day else (None, None)
            return edtf.interval(edtf.day_text(first), edtf.day_text(last)) if first and last else None
        case m.Unit.MONTH:
            year, month = days.month_shifted(base.year, base.month, count)
            return edtf.month_text(year, month) if _has(year) else None
        case m.Unit.YEAR:
            return edtf.year_text(base.year + count) if _has(base.year + count) else None
        case m.Unit.DECADE:
            first_year = base.year // 10 * 10 + count * 10
            return edtf.decade_text(first_year) if _has(first_year) else None
        case m.Unit.CENTURY:
            first_year = base.year // 100 * 100 + count * 100
            return edtf.century_text(first_year) if _has(first_year) else None
    return None


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


def same(meaning: m.Same, ground: Ground) -> Resolved | None:
    """Return the unit that the text is on."""
    return _from_discourse(m.Shift(unit=meaning.unit, count=0, base=m.Base.DISCOURSE), ground)


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


def months(meaning: m.Months, ground: Ground) -> Resolved | None:
    """Return a row of months. A season alone has a year only where its sentence names one."""
    bare = meaning.year is None and meaning.year_shift is None and meaning.lean is m.Lean.NONE
    if meaning.season and bare and ground.discourse.sentence is None:
        return None
    anchor, anchor_day = Anchor.ABSOLUTE, None
    year = meaning.year
    if year is None:
        picked = dates.pick_year(meaning.first, meaning.year_shift, meaning.lean, ground, length=meaning.count)
        if picked is None:
            return None
        year, anchor, anchor_day = picked
    last_year, last_month = days.month_shifted(year, meaning.first, meaning.count - 1)
    value = edtf.interval(edtf.month_text(year, meaning.first), edtf.month_text(last_year, last_month))
    return Resolved(value, anchor, anchor_day)


def years(meaning: m.Years) -> Resolved:
    """Return a decade or a century."""
    decade = meaning.last - meaning.first == 9
    return Resolved(edtf.decade_text(meaning.first) if decade else edtf.century_text(meaning.first), Anchor.ABSOLUTE)


def week_of_month(meaning: m.WeekOfMonth, month: Resolved | None) -> Resolved | None:
    """Return the n-th seven days of a month."""
    start = edtf.start_day(month.value) if month else None
    if start is None or month is None:
        return None
    first = days.shifted(start, days.WEEK * (meaning.number - 1))
    end = days.month_end(start.year, start.month)
    if first is None or first > end:
        return None
    last = min(days.shifted(first, days.WEEK - 1) or end, end)
    return replace(month, value=edtf.interval(edtf.day_text(first), edtf.day_text(last)))


def day_of_run(meaning: m.DayOfRun, ground: Ground) -> Resolved | None:
    """Return the n-th day of what began on a day told before."""
    told = ground.discourse
    if meaning.number == 1:
        return Resolved(edtf.day_text(told.day), Anchor.EVENT, told.day) if told.day else None
    start = told.run
    day = days.shifted(start, meaning.number - 1) if start else None
    if day and start and (ground.speech is None or day <= ground.speech):
        return Resolved(edtf.day_text(day), Anchor.EVENT, start)
    return None
