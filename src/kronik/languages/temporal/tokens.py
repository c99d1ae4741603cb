"""Tokens: words of the lexicon, numbers by their shape, and what lies between them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

UNKNOWN = "x"
"""A run of words that the lexicon does not know, the first of them in lower case."""
NAME = "X"
"""A word that the lexicon does not know, with a capital."""
BREAK = "break"
"""An empty line."""

# A digit string with the signs that join digits, then letters with the cuts that glued words need
# ("padaSenin"), then the punctuation that rules look at. Every character is looked at once.
TOKEN = re.compile(
    r"(\d+(?:(?:[.:,\-–—]| ?/ ?)\d+)*)"
    r"|([A-ZÀ-ÖØ-Þ]+(?![a-zß-öø-ÿ])|[A-ZÀ-ÖØ-Þ]?[a-zß-öø-ÿ]+(?:['’‘`´][a-zß-öø-ÿ]+)*|[^\W\d_])"
    r"|([(),/.:;\-–—?!+%$\[\]\"“”„«»]|\n[ \t\r]*\n)"
)
LONGEST_NUMBER = 24
"""Characters: a longer digit string is no date (account numbers, digests)."""
PUNCTUATION: Mapping[str, str] = {
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    ",": ",",
    "/": "/",
    ".": ".",
    "?": ".",
    "!": ".",
    ":": ":",
    ";": ";",
    "-": "-",
    "–": "-",
    "—": "-",
    "+": "+",
    "%": "%",
    "$": "%",
    '"': '"',
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
}


class Word(NamedTuple):
    """What the lexicon knows of a word: its kind, and a number or a key that goes with it."""

    kind: str
    number: int = 0
    key: str = ""


class Number(NamedTuple):
    """A digit string: its shape and the numbers in it."""

    kind: str
    numbers: tuple[int, ...]
    width: int = 0


class Token(NamedTuple):
    """A stretch of the text: kind, half-open code points, and what it is."""

    kind: str
    start: int
    end: int
    value: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Words and phrases of a language.

    Attributes:
        words: by their form, as written or in lower case.
        phrases: by first word: (the words after it, what the whole is), longest first.
    """

    words: Mapping[str, Word]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Word], ...]]


SEPARATOR = re.compile(r" ?[./:,\-–—] ?")
CENTURY_PIVOT = 70
"""Two-digit years from here on are of the 20th century."""
FIRST_YEAR, LAST_YEAR = 1200, 2200
"""Four digits within these are a year by shape; hijri years are among them."""


def number_of(text: str) -> Number:
    """Return shape and numbers of a digit string such as ``18/6/2025``, ``14.30`` or ``2019-2024``."""
    if text.isdigit():
        return _plain(text)
    if len(text) > LONGEST_NUMBER:
        return Number("other", ())
    digits = SEPARATOR.split(text)
    signs = "".join("-" if sign.strip() in "-–—" else sign.strip() for sign in SEPARATOR.findall(text))
    return _shaped(signs, tuple(int(part) for part in digits), tuple(len(part) for part in digits))


def _plain(text: str) -> Number:
    if len(text) > LONGEST_NUMBER:
        return Number("other", ())
    value = int(text)
    if len(text) <= 2:
        kind = "n12" if 1 <= value <= 12 else "n31" if 13 <= value <= 31 else "n99"
    elif len(text) == 4 and FIRST_YEAR <= value <= LAST_YEAR:
        kind = "year"
    elif len(text) == 4:
        kind = "n4"
    else:
        kind = "nbig"
    return Number(kind, (value,), len(text))


def full_year(value: int, width: int) -> int:
    """Return the year that two digits stand for, or the number itself."""
    if width > 2:
        return value
    return value + (1900 if value >= CENTURY_PIVOT else 2000)


def _shaped(signs: str, numbers: tuple[int, ...], widths: tuple[int, ...]) -> Number:
    if signs in ("//", "..", "--", "-/") and widths[-1] in (2, 4) and max(widths[:2]) <= 2:
        if signs == "-/":
            return _day_range(numbers, widths)
        return _day_first(numbers, widths)
    if signs in ("--", "//") and widths[0] == 4 and max(widths[1:]) <= 2 and _is_day(numbers[2], numbers[1]):
        return Number("ymd", numbers)
    if signs == "/" and max(widths) <= 2 and _is_day(*numbers):
        return Number("dm", numbers)
    if signs in ("-/", "-//") and max(widths[:3]) <= 2:
        return _day_range(numbers, widths)
    if signs == "/-/" and max(widths) <= 2 and _is_day(*numbers[:2]) and _is_day(*numbers[2:]):
        return Number("dm-dm", numbers)
    if signs == "//-//" and _is_day(*numbers[:2]) and _is_day(*numbers[3:5]) and {widths[2], widths[5]} <= {2, 4}:
        return Number("dmy-dmy", numbers)
    return _pair(signs, numbers, widths)


def _pair(signs: str, numbers: tuple[int, ...], widths: tuple[int, ...]) -> Number:
    if signs in (".", ":") and widths[1] == 2 and widths[0] <= 2 and numbers[0] <= 24 and numbers[1] < 60:
        return Number("clock", numbers)
    if signs in ("..", "::") and set(widths[1:]) == {2} and numbers[0] <= 24 and max(numbers[1:]) < 60:
        return Number("clock", numbers)
    if signs in (".-.", ":-:") and max(widths) <= 2 and max(numbers[0], numbers[2]) <= 24:
        return Number("clock", numbers)
    if signs in ("-", "/") and widths[0] == 4 and _is_year(numbers[0]):
        last = numbers[1] if widths[1] == 4 else numbers[0] // 100 * 100 + numbers[1] if widths[1] == 2 else 0
        if _is_year(last) and numbers[0] < last:
            return Number("year-year", (numbers[0], last))
    if signs == "-" and max(widths) <= 2 and 1 <= numbers[0] < numbers[1] <= 31:
        return Number("day-day", numbers)
    if signs in ("-", "/") and widths == (1, 4) and _is_year(numbers[1]):
        return Number("n-year", numbers)
    if signs and set(signs) == {","} and set(widths) == {4} and all(map(_is_year, numbers)):
        return Number("years", numbers)
    return Number("other", numbers)


def _day_range(numbers: tuple[int, ...], widths: tuple[int, ...]) -> Number:
    if numbers[0] < numbers[1] and _is_day(numbers[1], numbers[2]) and numbers[0] >= 1:
        year = (full_year(numbers[3], widths[3]),) if len(numbers) > 3 else ()
        return Number("d-dm", (*numbers[:3], *year))
    return Number("other", numbers)


def _day_first(numbers: tuple[int, ...], widths: tuple[int, ...]) -> Number:
    day, month, year = numbers
    if _is_day(day, month):
        return Number("dmy", (day, month, full_year(year, widths[2])))
    if _is_day(month, day) and widths[2] == 4:
        return Number("dmy", (month, day, year))
    return Number("other", numbers)


def _is_day(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12


def _is_year(value: int) -> bool:
    return FIRST_YEAR <= value <= LAST_YEAR


def tokens_of(text: str, lexicon: Lexicon) -> list[Token]:
    """Return the tokens in order of place; runs of unknown words in lower case are one token. Linear in the text."""
    raw = _raw(text)
    out: list[Token] = []
    at, count = 0, len(raw)
    words, phrases = lexicon.words, lexicon.phrases
    while at < count:
        form, start, end, shape = raw[at]
        at += 1
        if shape == 1:
            number = number_of(form)
            out.append(Token(number.kind, start, end, number))
            continue
        low = form.lower()
        if low in phrases:
            found = _phrase(raw, at, phrases[low])
            if found is not None:
                word, at = found
                out.append(Token(word.kind, start, raw[at - 1][2], word))
                continue
        known = words.get(form) or (words.get(form.capitalize()) if form.isupper() else None) or words.get(low)
        if known is not None:
            out.append(Token(known.kind, start, end, known))
        elif shape == 3:
            out.append(Token(PUNCTUATION.get(form, BREAK), start, end, None))
        elif form[0].isupper():
            out.append(Token(NAME, start, end, None))
        elif not out or out[-1].kind != UNKNOWN:
            out.append(Token(UNKNOWN, start, end, None))
    return out


def _raw(text: str) -> list[tuple[str, int, int, int]]:
    return [(match.group(), match.start(), match.end(), match.lastindex or 0) for match in TOKEN.finditer(text)]


def _phrase(
    raw: list[tuple[str, int, int, int]], at: int, endings: tuple[tuple[tuple[str, ...], Word], ...]
) -> tuple[Word, int] | None:
    for ending, word in endings:
        stop = at + len(ending)
        if stop <= len(raw) and all(raw[at + i][0].lower() == part for i, part in enumerate(ending)):
            return word, stop
    return None
