"""Makers of days: dates in words and figures, weekdays, words such as yesterday."""

from kronik.languages.temporal import meanings as m
from kronik.languages.temporal.captured import (
    Count,
    key_of,
    lean_in,
    meaning_in,
    number_in,
    number_of_item,
    shift_in,
    year_in,
)
from kronik.languages.temporal.grammar import Captures, Item
from kronik.languages.temporal.numbers import Number


def nothing(_captures: Captures) -> m.Meaning:
    """Bar the words: they are no time."""
    return m.Nothing()


def vague(_captures: Captures) -> m.Meaning:
    """Return a time without a value."""
    return m.Vague()


def clock(_captures: Captures) -> m.Meaning:
    """Return the meaning of a time of day."""
    return m.Clock()


def count(captures: Captures) -> m.Meaning | None:
    """Return the meaning of a number in words: units, then "ten" or "teen"."""
    numbers = [number for item in captures.items if (number := number_of_item(item)) is not None]
    teen = captures.items[1].kind == "belas"
    total = numbers[0] + 10 if teen else numbers[0] * 10 + sum(numbers[2:])
    return Count(number=total)


def date(captures: Captures) -> m.Meaning | None:
    """Return the meaning of a date in words or figures, parts of it missing."""
    weekday = number_in(captures, "wd")
    lean = lean_in(captures)
    if "num" in captures.named:
        return _numeric(captures.named["num"][0], weekday, lean)
    relative = shift_in(captures)
    has_month = "m" in captures.named
    return m.Date(
        year=year_in(captures),
        month=number_in(captures, "m"),
        day=number_in(captures, "d"),
        weekday=weekday,
        lean=lean,
        year_shift=relative if has_month else None,
        month_shift=None if has_month else relative,
    )


def _numeric(item: Item, weekday: int | None, lean: m.Lean = m.Lean.NONE) -> m.Meaning | None:
    if not isinstance(item.value, Number):
        return None
    n = item.value.numbers
    match item.value.kind:
        case "dmy" | "dm":
            year = n[2] if len(n) > 2 else None
            return m.Date(day=n[0], month=n[1], year=year, weekday=weekday, lean=lean)
        case "ymd":
            return m.Date(day=n[2], month=n[1], year=n[0], weekday=weekday, lean=lean)
        case "d-dm":
            year = n[3] if len(n) > 3 else None
            last = m.Date(day=n[1], month=n[2], year=year, lean=lean)
            return m.Range(first=m.Date(day=n[0], month=n[2], year=year), last=last)
        case "dm-dm" | "dmy-dmy":
            half = len(n) // 2
            first_year, last_year = (n[2], n[5]) if half > 2 else (None, None)
            last = m.Date(day=n[half], month=n[half + 1], year=last_year, lean=lean)
            return m.Range(first=m.Date(day=n[0], month=n[1], year=first_year), last=last)
    return None


def day_range(captures: Captures) -> m.Meaning | None:
    """Return the meaning of from one day of a month to another."""
    if "days" in captures.named and isinstance(value := captures.named["days"][0].value, Number):
        first, last = value.numbers
    else:
        first, last = number_in(captures, "d") or 0, number_in(captures, "e") or 0
    if not first < last:
        return None
    month, year, shift, lean = number_in(captures, "m"), year_in(captures), shift_in(captures), lean_in(captures)
    return m.Range(
        first=m.Date(day=first, month=month, year=year, year_shift=shift, lean=lean),
        last=m.Date(day=last, month=month, year=year, year_shift=shift, lean=lean),
    )


def day_list(captures: Captures) -> m.Meaning | None:
    """Return the meaning of several days of one month: each an entry of its own, the last with the month."""
    days = [item for item in captures.named["list"] if isinstance(item.value, Number)]
    month, year, shift, lean = number_in(captures, "m"), year_in(captures), shift_in(captures), lean_in(captures)
    end = captures.items[-1].end
    return m.Several(
        pieces=tuple(
            m.Piece(
                start=item.start,
                end=end if item is days[-1] else item.end,
                meaning=m.Date(day=number_of_item(item), month=month, year=year, year_shift=shift, lean=lean),
            )
            for item in days
        )
    )


def weekday(captures: Captures) -> m.Meaning | None:
    """Return the meaning of a weekday, alone or of a week."""
    if "rel" in captures.named:
        return m.Date(weekday=number_in(captures, "wd"), week_shift=shift_in(captures))
    lean = lean_in(captures)
    return m.Date(weekday=number_in(captures, "wd"), lean=lean)


def weekday_of_discourse(captures: Captures) -> m.Meaning | None:
    """Return the meaning of "The Friday before", counted from the day that the text is on."""
    earlier = key_of(captures.named["to"]) == "earlier"
    return m.Following(
        unit=m.Unit.DAY, weekday=number_in(captures, "wd"), lean=m.Lean.PAST if earlier else m.Lean.FUTURE
    )


def deictic(captures: Captures) -> m.Meaning | None:
    """Return the meaning of yesterday, today, tomorrow."""
    return m.Shift(unit=m.Unit.DAY, count=number_in(captures, "n") or 0)


def today(_captures: Captures) -> m.Meaning | None:
    """Return the meaning of a part of today."""
    return m.Shift(unit=m.Unit.DAY, count=0)


def next_day(captures: Captures) -> m.Meaning | None:
    """Return the meaning of the day after the one that the text is on."""
    return m.Shift(unit=m.Unit.DAY, count=number_in(captures, "n") or 0, base=m.Base.DISCOURSE)


def day_of_run(captures: Captures) -> m.Meaning | None:
    """Return the meaning of the n-th day of what was told to begin on a day."""
    number = number_in(captures, "n")
    return m.DayOfRun(number=number) if number else None


def countdown(captures: Captures) -> m.Meaning | None:
    """Return the meaning of so many days before or after a feast."""
    days = number_in(captures, "n") or 0
    eve = number_in(captures, "f") or 0
    before = captures.named["sign"][0].kind == "-"
    return m.Feast(
        key=key_of(captures.named.get("f", ())),
        year=year_in(captures),
        year_shift=shift_in(captures),
        days=eve + (-days if before else days),
    )


def feast_day(captures: Captures) -> m.Meaning | None:
    """Return the meaning of the n-th day of a holiday of several days."""
    return m.Feast(
        key=key_of(captures.named["f"]),
        year=year_in(captures),
        year_shift=shift_in(captures),
        days=(number_in(captures, "n") or 1) - 1,
    )


def keep(captures: Captures) -> m.Meaning | None:
    """Return what the inner expression means; the words beside it only make it longer."""
    return meaning_in(captures, "t")


def keep_day(captures: Captures) -> m.Meaning | None:
    """Return what the inner expression means, where it is a day."""
    inner = meaning_in(captures, "t")
    of_day = isinstance(inner, m.Same | m.Shift) and inner.unit is m.Unit.DAY
    return inner if of_day else None


def apposition(captures: Captures) -> m.Meaning | None:
    """Return the meaning of two names of one day, the second more exact: "today, Wednesday (18/6)"."""
    first, second = meaning_in(captures, "a"), meaning_in(captures, "b")
    if isinstance(first, m.Shift) and isinstance(second, m.Date):
        return second
    if isinstance(second, m.Shift) and isinstance(first, m.Date) and "," not in {i.kind for i in captures.items}:
        return first
    if isinstance(first, m.Date) and isinstance(second, m.Date) and first.day is None and second.weekday is None:
        return m.Date(day=second.day, month=second.month, year=second.year, weekday=first.weekday)
    return None


def apposition_numeric(captures: Captures) -> m.Meaning | None:
    """Return the meaning of a word for a day, then day and month in brackets."""
    first = meaning_in(captures, "a")
    ok = isinstance(first, m.Shift | m.DayOfRun) or (isinstance(first, m.Date) and first.day is None)
    weekday = first.weekday if isinstance(first, m.Date) else None
    return _numeric(captures.named["num"][0], weekday) if ok else None
