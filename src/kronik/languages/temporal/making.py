"""Makers: from what a rule captured to a meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kronik.languages.temporal import meanings as m
from kronik.languages.temporal.grammar import Captures, Found, Item, Maker
from kronik.languages.temporal.tokens import Number, Word, full_year
from kronik.records.times import TimeMod

MODERN = (1800, 2199)
"""A bare number is a year only within these."""
HIJRI_BELOW = 1600
DAY_HOURS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(m.Meaning):
    """A number in words."""

    number: int


def number_of_item(item: Item) -> int | None:
    """Return the number that a word, a digit string or a number in words stands for."""
    match item.value:
        case Word():
            return item.value.number
        case Number():
            return item.value.numbers[0] if item.value.numbers else None
        case Count():
            return item.value.number
    return None


def key_of(items: Sequence[Item]) -> str:
    """Return the key of the last word of these items."""
    return next((item.value.key for item in reversed(items) if isinstance(item.value, Word)), "")


def _number(captures: Captures, name: str) -> int | None:
    numbers = [
        number_of_item(item) for item in captures.named.get(name, ()) if isinstance(item.value, Word | Number | Count)
    ]
    known = [number for number in numbers if number is not None]
    return known[-1] if known else None


def _meaning(captures: Captures, name: str) -> m.Meaning | None:
    return next((item.value for item in captures.named.get(name, ()) if isinstance(item, Found)), None)


def _lean(captures: Captures, name: str = "dir") -> m.Lean:
    key = key_of(captures.named.get(name, ()))
    return m.Lean(key) if key in ("past", "this", "future") else m.Lean.NONE


SHIFT_OF_LEAN: Mapping[m.Lean, int | None] = {
    m.Lean.PAST: -1,
    m.Lean.THIS: 0,
    m.Lean.FUTURE: 1,
    m.Lean.NONE: None,
}


def _shift(captures: Captures, name: str = "rel") -> int | None:
    return SHIFT_OF_LEAN[_lean(captures, name)]


def _unit(captures: Captures, name: str = "u") -> m.Unit | None:
    key = key_of(captures.named.get(name, ()))
    if not key and any(item.kind == "sunday" for item in captures.named.get(name, ())):
        key = "week"
    return m.Unit(key) if key else None


def _year(captures: Captures) -> int | None:
    return _number(captures, "y")


def nothing(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning:
    """Not a time."""
    return m.Nothing()


def vague(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning:
    """A time without a value."""
    return m.Vague()


def clock(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning:
    """A time of day."""
    return m.Clock()


def count(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """A number in words: units, then "ten" or "teen"."""
    numbers = [number for item in captures.items if (number := number_of_item(item)) is not None]
    teen = captures.items[1].kind == "belas"
    total = numbers[0] + 10 if teen else numbers[0] * 10 + sum(numbers[2:])
    return Count(number=total)


def date(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """A date in words or figures, parts of it missing."""
    weekday = _number(captures, "wd")
    lean = _lean(captures)
    if "num" in captures.named:
        return _numeric(captures.named["num"][0], weekday, lean)
    relative = _shift(captures)
    has_month = "m" in captures.named
    return m.Date(
        year=_year(captures),
        month=_number(captures, "m"),
        day=_number(captures, "d"),
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
        case "dmy":
            return m.Date(day=n[0], month=n[1], year=n[2], weekday=weekday, lean=lean)
        case "ymd":
            return m.Date(day=n[2], month=n[1], year=n[0], weekday=weekday, lean=lean)
        case "dm":
            return m.Date(day=n[0], month=n[1], weekday=weekday, lean=lean)
        case "d-dm":
            year = n[3] if len(n) > 3 else None
            return m.Range(
                first=m.Date(day=n[0], month=n[2], year=year), last=m.Date(day=n[1], month=n[2], year=year, lean=lean)
            )
        case "dm-dm":
            return m.Range(first=m.Date(day=n[0], month=n[1]), last=m.Date(day=n[2], month=n[3], lean=lean))
        case "dmy-dmy":
            return m.Range(
                first=m.Date(day=n[0], month=n[1], year=full_year(n[2], 4 if n[2] > 99 else 2)),
                last=m.Date(day=n[3], month=n[4], year=full_year(n[5], 4 if n[5] > 99 else 2)),
            )
    return None


def day_range(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """From one day of a month to another."""
    if "days" in captures.named and isinstance(value := captures.named["days"][0].value, Number):
        first, last = value.numbers
    else:
        first, last = _number(captures, "d") or 0, _number(captures, "e") or 0
    if not first < last:
        return None
    month, year, shift, lean = _number(captures, "m"), _year(captures), _shift(captures), _lean(captures)
    return m.Range(
        first=m.Date(day=first, month=month, year=year, year_shift=shift, lean=lean),
        last=m.Date(day=last, month=month, year=year, year_shift=shift, lean=lean),
    )


def day_list(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """Several days of one month: each an entry of its own, the last with the month."""
    days = [item for item in captures.named["list"] if isinstance(item.value, Number)]
    month, year, shift, lean = _number(captures, "m"), _year(captures), _shift(captures), _lean(captures)
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


def weekday(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """A weekday, alone or of a week."""
    if "rel" in captures.named:
        return m.Date(weekday=_number(captures, "wd"), week_shift=_shift(captures))
    lean = _lean(captures)
    return m.Date(weekday=_number(captures, "wd"), lean=lean)


def weekday_of_discourse(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """ "The Friday before", counted from the day that the text is on."""
    earlier = key_of(captures.named["to"]) == "earlier"
    return m.Following(unit=m.Unit.DAY, weekday=_number(captures, "wd"), lean=m.Lean.PAST if earlier else m.Lean.FUTURE)


def deictic(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """Yesterday, today, tomorrow."""
    return m.Shift(unit=m.Unit.DAY, count=_number(captures, "n") or 0)


def today(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """A part of today."""
    return m.Shift(unit=m.Unit.DAY, count=0)


def next_day(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """The day after the one that the text is on."""
    return m.Shift(unit=m.Unit.DAY, count=_number(captures, "n") or 0, base=m.Base.DISCOURSE)


def day_of_run(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """The n-th day of what was told to begin on a day."""
    number = _number(captures, "n")
    return m.DayOfRun(number=number) if number else None


def countdown(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """So many days before or after a feast."""
    days = _number(captures, "n") or 0
    before = captures.named["sign"][0].kind == "-"
    return m.Feast(
        key=key_of(captures.named.get("f", ())),
        year=_year(captures),
        year_shift=_shift(captures),
        days=-days if before else days,
    )


DIRECTIONS: Mapping[str, tuple[int, m.Base]] = {
    "past": (-1, m.Base.SPEECH),
    "future": (1, m.Base.SPEECH),
    "ahead": (1, m.Base.SPEECH),
    "later": (1, m.Base.DISCOURSE),
    "earlier": (-1, m.Base.DISCOURSE),
}


LONG_YEARS: Mapping[m.Unit, int] = {m.Unit.DECADE: 10, m.Unit.CENTURY: 100}
"""Years of the units that, counted, tell a year only about."""


def shift(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """So many units before or after a base; ``to`` is one of DIRECTIONS."""
    sign, base = DIRECTIONS[arguments["to"]]
    unit = _unit(captures, "u") or _unit(captures, "u1")
    number = _number(captures, "n") if "n" in captures.named else 1
    if unit is None or number is None:
        return None
    run = arguments["to"] == "ahead"
    if unit in LONG_YEARS and not run:
        return m.About(inner=m.Shift(unit=m.Unit.YEAR, count=sign * number * LONG_YEARS[unit], base=base))
    return m.Shift(unit=unit, count=sign * number, base=base, run=run)


def unit_relative(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """Last week, this month, next year."""
    unit = _unit(captures) if "u" in captures.named else m.Unit.WEEK
    change = _shift(captures) if "rel" in captures.named else _shift(captures, "dir")
    return None if unit is None or change is None else m.Shift(unit=unit, count=change)


def unit_following(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """The month before or after the one that the text is on."""
    unit = _unit(captures)
    change = -1 if key_of(captures.named["to"]) == "earlier" else 1
    return None if unit is None else m.Shift(unit=unit, count=change, base=m.Base.DISCOURSE)


def unit_same(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """The same day, month, year."""
    unit = _unit(captures)
    return None if unit is None else m.Same(unit=unit)


def same_of_year(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """The months that the text is on, in another year."""
    return m.SameMonths(year=_year(captures), year_shift=_shift(captures))


def hours(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """So many times 24 hours from now on."""
    number = _number(captures, "n")
    whole = _number(captures, "h") == DAY_HOURS
    return m.Shift(unit=m.Unit.DAY, count=number, run=True) if number and whole else None


def weekend(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """A weekend; the nearest one past without a direction."""
    change = _shift(captures)
    return m.Weekend(lean=_lean(captures, "rel"), weeks=0 if change is None else change)


def week_of_month(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """The n-th week of a month."""
    number = _number(captures, "n")
    if "m" in captures.named:
        month: m.Meaning = m.Date(month=_number(captures, "m"), year=_year(captures), year_shift=_shift(captures))
    else:
        month = m.Shift(unit=m.Unit.MONTH, count=_shift(captures) or 0)
    return m.WeekOfMonth(number=number, month=month) if number and 1 <= number <= 5 else None


def modern_year(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """A bare year."""
    year = _year(captures)
    return m.Date(year=year) if year is not None and MODERN[0] <= year <= MODERN[1] else None


def year_range(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """From one year to another."""
    if "p" in captures.named and isinstance(value := captures.named["p"][-1].value, Number):
        first, last = value.numbers
    else:
        first, last = _year(captures) or 0, _number(captures, "z") or 0
    if not first < last or first < HIJRI_BELOW:
        return None
    return m.Range(first=m.Date(year=first), last=m.Date(year=last))


def year_list(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """Several years: each an entry of its own, the first with the words before it."""
    pieces = []
    if "a" in captures.named:
        first = captures.named["a"][0]
        if not isinstance(first.value, m.Date) or first.value.month or first.value.year is None:
            return None
        pieces.append(m.Piece(start=first.start, end=first.end, meaning=first.value))
        years = [item for item in captures.named["more"] if item.kind == "year"]
        pieces += [m.Piece(start=i.start, end=i.end, meaning=m.Date(year=number_of_item(i))) for i in years]
    else:
        item = captures.named["p"][0]
        if isinstance(item.value, Number):
            at = item.start
            for year in item.value.numbers:
                pieces.append(m.Piece(start=at, end=at + 4, meaning=m.Date(year=year)))
                at += 5
    return m.Several(pieces=tuple(pieces))


def decade(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """The nineties, by four digits or two."""
    year = _year(captures)
    if year is None or year % 10:
        return None
    first = year if year >= 100 else full_year(year, 2) if year >= 30 else year + 2000
    return m.Years(first=first, last=first + 9)


def century(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """The n-th century."""
    number = _number(captures, "n")
    return m.Years(first=number * 100 - 100, last=number * 100 - 1) if number and number > 1 else None


PARTS: Mapping[str, tuple[int, int]] = {"quarter": (3, 4), "semester": (6, 2)}


def quarter(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """A quarter or a half of a year."""
    months, parts = PARTS[key_of(captures.items[:1])]
    year = _year(captures)
    if "p" in captures.named and isinstance(value := captures.named["p"][0].value, Number):
        number, year = value.numbers
    else:
        number = _number(captures, "n") or 0
    if not 1 <= number <= parts:
        return None
    return m.Months(
        first=months * (number - 1) + 1, count=months, year=year, year_shift=_shift(captures), lean=_lean(captures)
    )


def first_months(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """The first so many months of a year."""
    number = _number(captures, "n") or 0
    years = [item for item in captures.items if item.kind == "year"]
    year = number_of_item(years[-1]) if years else None
    return m.Months(first=1, count=number, year=year, year_shift=_shift(captures)) if 1 <= number <= 12 else None


def year_to_date(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """From January to a month of the running year."""
    month, year = _number(captures, "m"), _year(captures)
    shift = None if year else 0
    return m.Range(
        first=m.Date(year=year, month=1, year_shift=shift), last=m.Date(year=year, month=month, year_shift=shift)
    )


def season(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """A season of the northern year."""
    first = _number(captures, "s") or 0
    return m.Months(
        first=first,
        count=3,
        year=_year(captures),
        year_shift=_shift(captures),
        lean=_lean(captures),
        season=True,
    )


def feast(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """A holiday."""
    return m.Feast(
        key=key_of(captures.named["f"]),
        year=_year(captures),
        year_shift=_shift(captures),
        lean=_lean(captures),
        season="season" in captures.named,
    )


def keep(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """What the inner expression means; the words beside it only make it longer."""
    return _meaning(captures, "t")


def keep_day(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """The same, where it is a day."""
    inner = _meaning(captures, "t")
    of_day = isinstance(inner, m.Same | m.Shift) and inner.unit is m.Unit.DAY
    return inner if of_day else None


def apposition(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """Two names of one day, the second more exact: "today, Wednesday (18/6)"."""
    first, second = _meaning(captures, "a"), _meaning(captures, "b")
    if isinstance(first, m.Shift) and isinstance(second, m.Date):
        return second
    if isinstance(second, m.Shift) and isinstance(first, m.Date) and "," not in {i.kind for i in captures.items}:
        return first
    if isinstance(first, m.Date) and isinstance(second, m.Date) and first.day is None and second.weekday is None:
        return m.Date(day=second.day, month=second.month, year=second.year, weekday=first.weekday)
    return None


def apposition_numeric(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """A word for a day, then day and month in brackets."""
    first = _meaning(captures, "a")
    ok = isinstance(first, m.Shift | m.DayOfRun) or (isinstance(first, m.Date) and first.day is None)
    weekday = first.weekday if isinstance(first, m.Date) else None
    return _numeric(captures.named["num"][0], weekday) if ok else None


def part(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """Start, middle or end of a period."""
    inner = _meaning(captures, "t")
    if inner is None or isinstance(inner, m.Vague | m.Part):
        return None
    return m.Part(mod=TimeMod(key_of(captures.named["p"])), inner=inner)


def part_of_unit(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """Start, middle or end of the running unit."""
    unit = _unit(captures)
    return None if unit is None else m.Part(mod=TimeMod(key_of(captures.named["p"])), inner=m.Shift(unit=unit, count=0))


def range_of(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """From one time to another."""
    first, last = _meaning(captures, "a"), _meaning(captures, "b")
    simple = not isinstance(first, m.Vague | m.Range) and not isinstance(last, m.Vague | m.Range)
    years = [one.year for one in (first, last) if isinstance(one, m.Date) and one.year is not None]
    return m.Range(first=first, last=last) if first and last and simple and years == sorted(years) else None


def range_from_day(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """From a day of the month to a date."""
    last = _meaning(captures, "b")
    if not isinstance(last, m.Date) or not last.day or not last.month:
        return None
    first = m.Date(day=_number(captures, "d"), month=last.month, year=last.year, lean=last.lean)
    return m.Range(first=first, last=last) if (first.day or 0) < last.day else None


def range_from_month(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """From a month to a month with its year."""
    last = _meaning(captures, "b")
    first = m.Date(month=_number(captures, "m"))
    return m.Range(first=first, last=last) if isinstance(last, m.Date) else None


def since(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """From a time on; a range stays one."""
    inner = _meaning(captures, "t") or _meaning(captures, "a")
    if inner is None or isinstance(inner, m.Range | m.Vague):
        return inner
    return m.OpenEnd(side=m.Side.SINCE, inner=inner)


def until(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """Up to a time."""
    inner = _meaning(captures, "t")
    return m.OpenEnd(side=m.Side.UNTIL, inner=inner) if inner else None


def beside(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """Before or after a time."""
    inner = _meaning(captures, "t")
    return m.Part(mod=TimeMod(key_of(captures.named["side"])), inner=inner) if inner else None


def about(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """Near a time."""
    inner = _meaning(captures, "t")
    return m.About(inner=inner) if inner and not isinstance(inner, m.Vague) else inner


def openward(captures: Captures, arguments: Mapping[str, str]) -> m.Meaning | None:
    """ "2020 and below"."""
    inner = _meaning(captures, "t")
    return m.OpenEnd(side=m.Side(key_of(captures.named["side"])), inner=inner) if inner else None


MAKERS: Mapping[str, Maker] = {
    "about": about,
    "apposition": apposition,
    "apposition_numeric": apposition_numeric,
    "beside": beside,
    "century": century,
    "clock": clock,
    "count": count,
    "countdown": countdown,
    "date": date,
    "day_list": day_list,
    "day_of_run": day_of_run,
    "day_range": day_range,
    "decade": decade,
    "deictic": deictic,
    "feast": feast,
    "first_months": first_months,
    "hours": hours,
    "keep": keep,
    "keep_day": keep_day,
    "modern_year": modern_year,
    "next_day": next_day,
    "nothing": nothing,
    "openward": openward,
    "part": part,
    "part_of_unit": part_of_unit,
    "quarter": quarter,
    "range": range_of,
    "range_from_day": range_from_day,
    "range_from_month": range_from_month,
    "same_of_year": same_of_year,
    "season": season,
    "shift": shift,
    "since": since,
    "today": today,
    "unit_following": unit_following,
    "unit_relative": unit_relative,
    "unit_same": unit_same,
    "until": until,
    "vague": vague,
    "week_of_month": week_of_month,
    "weekday": weekday,
    "weekday_of_discourse": weekday_of_discourse,
    "weekend": weekend,
    "year_list": year_list,
    "year_range": year_range,
    "year_to_date": year_to_date,
}
"""Every maker that a rule may name."""
