"""Resolution: from a meaning and the ground it stands on to a value."""

from dataclasses import dataclass, replace

from kronik.languages.temporal import dates, days, edtf, shifts
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
        found: Resolved | None = None
        match meaning:
            case m.Date():
                found = dates.resolve_date(meaning, ground)
            case m.Shift() | m.Same():
                found = shifts.shift(meaning, ground)
            case m.SameMonths():
                found = shifts.same_months(meaning, ground)
            case m.Following() | m.DayOfRun():
                found = shifts.day_told(meaning, ground)
            case m.Weekend():
                found = shifts.weekend(meaning, ground)
            case m.Months():
                found = months(meaning, ground)
            case m.Years():
                found = years(meaning)
            case m.Feast():
                found = self._feast(meaning, ground)
            case m.Offset():
                found = self._offset(meaning, ground)
            case _:
                found = self._compound(meaning, ground)
        return found

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

    def _offset(self, meaning: m.Offset, ground: Ground) -> Resolved | None:
        inner = self.resolve(meaning.inner, ground)
        day = edtf.valid_day(inner.value) if inner else None
        value = shifts.period(meaning.unit, meaning.count, day) if day else None
        return replace(inner, value=value, anchor=Anchor.EVENT, anchor_day=day) if inner and value else None

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
        if not (
            isinstance(last, m.Date) and last.day is None and last.weekday is not None and last.lean is m.Lean.NONE
        ):
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
