"""Digit strings by their shape: days, years, dates, clock times, ranges of them."""

import re
from functools import lru_cache
from typing import NamedTuple

LONGEST_NUMBER = 24
"""Characters: a longer digit string is no date (account numbers, digests)."""
KEPT = 4096
"""Digit strings that are remembered: years and days of the month come again and again."""
SEPARATOR = re.compile(r" ?[./:,\-–—] ?")
CENTURY_PIVOT = 70
"""Two-digit years from here on are of the 20th century."""
FIRST_YEAR, LAST_YEAR = 1200, 2200
"""Four digits within these are a year by shape; hijri years are among them."""
YEAR_AND_DAY = "year-n"
"""Shape of the year and the day that a dash joins in "30 December 2024-2 January 2025"; never a kind of token."""
KINDS = (
    *("n12", "n31", "n99", "n4", "nbig", "year", "dmy", "ymd", "dm", "d-dm", "dm-dm", "dmy-dmy"),
    *("clock", "day-day", "year-year", "n-year", "years", "other"),
)
"""Shapes that are kinds of tokens."""
DATED = frozenset({"year", "years", "year-year", "n-year", "dmy", "ymd", "dm", "d-dm", "dm-dm", "dmy-dmy"})
"""Shapes that point at the calendar by themselves."""
DATED_SHAPE = re.compile(rb"0(?:000| ?/|[- ]00?[- ]0|\.00?\.0)")
"""What stands somewhere in each of them: a digit shown as 0, full stops and slashes as they are, other signs as dashes,
or as blanks where they are not of Latin-1."""
LAST_HOUR, LAST_MINUTE = 24, 59


class Number(NamedTuple):
    """A digit string: its shape and the numbers in it."""

    kind: str
    numbers: tuple[int, ...]


@lru_cache(KEPT)
def number_of(text: str) -> Number:
    """Return shape and numbers of a digit string such as ``18/6/2025``, ``14.30`` or ``2019-2024``."""
    if len(text) > LONGEST_NUMBER:
        return Number("other", ())
    if text.isdigit():
        return _plain(text)
    parts = SEPARATOR.split(text)
    signs = "".join("-" if sign.strip() in "-–—" else sign.strip() for sign in SEPARATOR.findall(text))
    numbers, widths = tuple(map(int, parts)), tuple(map(len, parts))
    for shape in (_date, _short_date, _date_range, _clock, _year_range, _other_range):
        found = shape(signs, numbers, widths)
        if found is not None:
            return found
    return Number("other", numbers)


def _plain(text: str) -> Number:
    value = int(text)
    if len(text) <= 2:
        kind = "n12" if 1 <= value <= 12 else "n31" if 13 <= value <= 31 else "n99"
    elif len(text) == 4:
        kind = "year" if FIRST_YEAR <= value <= LAST_YEAR else "n4"
    else:
        kind = "nbig"
    return Number(kind, (value,))


def full_year(value: int, width: int) -> int:
    """Return the year that two digits stand for, or the number itself."""
    if width > 2:
        return value
    return value + (1900 if value >= CENTURY_PIVOT else 2000)


def _date(signs: str, numbers: tuple[int, ...], widths: tuple[int, ...]) -> Number | None:
    if signs not in ("//", "..", "--"):
        return None
    first, second, third = numbers
    if widths[0] == 4 and max(widths[1:]) <= 2 and signs != ".." and _is_day(third, second):
        return Number("ymd", numbers)
    if max(widths[:2]) > 2 or widths[2] not in (2, 3, 4, 5):
        return None
    if widths[2] in (3, 5):  # a digit too few or too many: the date contradicts itself
        return Number("dmy", numbers) if signs == "//" and _is_day(first, second) else None
    if _is_day(first, second):
        return Number("dmy", (first, second, full_year(third, widths[2])))
    return Number("dmy", (second, first, third)) if _is_day(second, first) and widths[2] == 4 else None


def _short_date(signs: str, numbers: tuple[int, ...], widths: tuple[int, ...]) -> Number | None:
    return Number("dm", numbers) if signs == "/" and max(widths) <= 2 and _is_day(*numbers) else None


def _date_range(signs: str, numbers: tuple[int, ...], widths: tuple[int, ...]) -> Number | None:
    if signs in ("-/", "-//") and max(widths[:3]) <= 2:
        if 1 <= numbers[0] < numbers[1] and _is_day(numbers[1], numbers[2]):
            year = (full_year(numbers[3], widths[3]),) if len(numbers) > 3 else ()
            return Number("d-dm", (*numbers[:3], *year))
    elif signs == "/-/" and max(widths) <= 2 and _is_day(*numbers[:2]) and _is_day(*numbers[2:]):
        return Number("dm-dm", numbers)
    elif signs == "//-//" and {widths[2], widths[5]} <= {2, 4} and _is_day(*numbers[:2]) and _is_day(*numbers[3:5]):
        years = full_year(numbers[2], widths[2]), full_year(numbers[5], widths[5])
        return Number("dmy-dmy", (*numbers[:2], years[0], *numbers[3:5], years[1]))
    return None


def _clock(signs: str, numbers: tuple[int, ...], widths: tuple[int, ...]) -> Number | None:
    if signs in (".", ":", "..", "::"):
        hours, minutes, minute_widths = numbers[:1], numbers[1:], widths[1:]
    elif signs in (".-.", ":-:"):
        hours, minutes, minute_widths = numbers[::2], numbers[1::2], widths[1::2]
    else:
        return None
    fits = max(hours) <= LAST_HOUR and max(minutes) <= LAST_MINUTE and set(minute_widths) == {2} and widths[0] <= 2
    return Number("clock", numbers) if fits else None


def _year_range(signs: str, numbers: tuple[int, ...], widths: tuple[int, ...]) -> Number | None:
    if signs not in ("-", "/") or widths[0] != 4 or not _is_year(numbers[0]):
        return None
    first, last = numbers[0], numbers[1]
    if widths[1] == 2 and first // 100 * 100 + last > first:
        last += first // 100 * 100
    if first < last and _is_year(last):
        return Number("year-year", (first, last))
    return Number(YEAR_AND_DAY, numbers) if signs == "-" and widths[1] <= 2 else None


def _other_range(signs: str, numbers: tuple[int, ...], widths: tuple[int, ...]) -> Number | None:
    if signs == "-" and max(widths) <= 2 and 1 <= numbers[0] < numbers[1] <= 31:
        return Number("day-day", numbers)
    if signs in ("-", "/") and widths == (1, 4) and _is_year(numbers[1]):
        return Number("n-year", numbers)
    if signs and set(signs) == {","} and set(widths) == {4} and all(map(_is_year, numbers)):
        return Number("years", numbers)
    return None


def _is_day(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12


def _is_year(value: int) -> bool:
    return FIRST_YEAR <= value <= LAST_YEAR
