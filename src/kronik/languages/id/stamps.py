"""Publication stamps as Indonesian outlets print them: weekday, date, clock and zone in many orders and spellings."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date

from kronik.errors import DataError
from kronik.languages.id.packaged import text_of
from kronik.languages.pack import Stamp, StampReader

DATA = "stamps.toml"
CENTURY = 2000
"""Added to a year of two digits; only read beside a weekday or a clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    months: dict[str, int]
    weekdays: dict[str, int]
    zones: dict[str, str]


def load_stamps() -> StampReader:
    """Return the reader of Indonesian stamps: a short string in, the stamp in it out, or None. Costs a file read.

    Raises:
        DataError: the data file is wrong.
    """
    words = _load_words()
    forms = _forms(words)

    def read(text: str) -> Stamp | None:
        for rule, mark, pattern in forms:
            if mark not in text:
                continue
            for match in pattern.finditer(text):
                stamp = _stamp(rule, match, words)
                if stamp is not None:
                    return stamp
        return None

    return read


def _load_words() -> _Words:
    table = tomllib.loads(text_of(DATA))
    if table.keys() != {"months", "weekdays", "zones"}:
        raise DataError(DATA, ", ".join(sorted(table)), "needs months, weekdays and zones")
    return _Words(
        months=_inverted(table["months"], range(1, 13)),
        weekdays=_inverted(table["weekdays"], range(7)),
        zones={str(name): str(offset) for name, offset in table["zones"].items()},
    )


def _inverted(table: dict[str, list[str]], numbers: range) -> dict[str, int]:
    if table.keys() != {str(number) for number in numbers}:
        raise DataError(DATA, ", ".join(sorted(table)), f"needs the numbers {numbers.start} to {numbers.stop - 1}")
    out: dict[str, int] = {}
    for number, names in table.items():
        for name in names:
            if name in out:
                raise DataError(DATA, name, "stands twice")
            out[name] = int(number)
    return out


def _forms(words: _Words) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return the forms in order of precedence: ISO first, then dates with a month's name, then dates in digits.

    Each is its rule, a sign that it always holds, and its pattern.
    """
    weekday = rf"(?:(?<!\w)(?P<weekday>{_choice(words.weekdays)})\.?\s*[,.]?\s*)?"
    month = rf"(?P<month>{_choice(words.months)})"
    clock = (
        r"(?:\s*[()]?\s*(?:[,|/•·@\-–—]\s*|pukul\s+|jam\s+|at\s+|at:\s*)*"
        r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?(?!\d)"
        rf"\s*(?P<half>[ap]\.?m\b\.?)?(?:\s*\(?(?P<zone>{_choice(words.zones)})(?![a-z]))?"
        r"(?:\s*(?P<shift>[+-]\d{1,2}(?::?\d{2})?)(?!\d))?)?"
    )
    named = rf"{weekday}(?<!\d)(?P<day>\d{{1,2}})[\s\-/.]*(?:{month})[\s\-/.,]*(?P<year>\d{{4}})(?!\d){clock}"
    american = rf"{weekday}(?<![a-z])(?:{month})\.?\s+(?P<day>\d{{1,2}})\s*,\s*(?P<year>\d{{4}})(?!\d){clock}"
    digits = (
        rf"{weekday}(?<!\d)(?P<day>\d{{1,2}})\s?(?P<mark>[/.-])\s?(?P<number>\d{{1,2}})\s?(?P=mark)\s?"
        rf"(?P<year>\d{{4}}|\d{{2}})(?!\d){clock}"
    )
    iso = (
        r"(?<!\d)(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})(?:[T\s]+(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)"
        rf"(?::(?P<second>[0-5]\d)(?:\.\d+)?)?\s*(?:(?P<zone>{_choice(words.zones)})(?![a-z]))?"
        r"(?P<shift>[+-]\d{2}(?::?\d{2})?)?)?(?!\d)"
    )
    slashed = rf"(?<!\d)(?P<year>\d{{4}})/(?P<number>\d{{1,2}})/(?P<day>\d{{1,2}})(?!\d){clock}"
    forms = (
        ("iso", "-", iso),
        ("named", "", named),
        ("american", ",", american),
        ("digits", "", digits),
        ("slashed", "/", slashed),
    )
    return tuple((f"stamp.{name}", mark, re.compile(pattern, re.IGNORECASE)) for name, mark, pattern in forms)


def _choice(words: dict[str, int] | dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _stamp(rule: str, match: re.Match[str], words: _Words) -> Stamp | None:
    groups = match.groupdict()
    weekday, clock = groups.get("weekday"), _clock(groups)
    month = int(groups["number"]) if groups.get("number") else words.months[groups["month"].lower()]
    year = int(groups["year"])
    if len(groups["year"]) == 2:
        if weekday is None and clock is None:
            return None
        year += CENTURY
    try:
        day = date(year, month, int(groups["day"]))
    except ValueError:
        return None
    return Stamp(
        start=match.start(),
        end=match.end(),
        day=day,
        clock=clock,
        offset=_offset(groups, words) if clock else None,
        conflict=weekday is not None and words.weekdays[weekday.lower()] != day.weekday(),
        rule=rule,
    )


def _clock(groups: dict[str, str | None]) -> str | None:
    hour, minute = groups.get("hour"), groups.get("minute")
    if hour is None or minute is None:
        return None
    number = int(hour)
    half = (groups.get("half") or "").lower().replace(".", "")
    if half and 1 <= number <= 12:
        number = number % 12 + (12 if half == "pm" else 0)
    second = groups.get("second")
    return f"{number:02d}:{minute}" + (f":{second}" if second else "")


def _offset(groups: dict[str, str | None], words: _Words) -> str | None:
    zone, shift = (groups.get("zone") or "").lower(), groups.get("shift")
    if shift and zone in {"", "gmt", "utc", "z"}:
        digits = shift[1:].replace(":", "")
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
        if int(hours) <= 14 and int(minutes) < 60:
            return f"{shift[0]}{int(hours):02d}:{minutes}"
        return None
    return words.zones.get(zone)
