"""Tokens: words of the lexicon, numbers by their shape, and what lies between them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

UNKNOWN = "x"
"""A word that the lexicon does not know, in lower case or at the start of a sentence."""
NAME = "X"
"""A word that the lexicon does not know, with a capital."""
BREAK = "break"
"""An empty line."""

NUMBER = r"\d+(?:(?:[.:,\-–—]| ?/ ?)\d+)*"
"""A digit string with the signs that join digits."""
SIGN = r"[(),/.:;\-–—?!+%$\[\]\"“”„«»]|\n[ \t\r]*\n"
"""The punctuation that rules look at, and an empty line."""
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
        words: by their form, as written or in lower case, the words of a phrase joined by single spaces.
        pattern: consumes a word of the lexicon (group 1), a word with a capital (2), a number (3), a sign (4), or
            another word (no group).
        glued: words seen too at the end of a name: (first word, the whole).
        endings: their first words.
    """

    words: Mapping[str, Word]
    pattern: re.Pattern[str]
    glued: tuple[tuple[str, str], ...]
    endings: tuple[str, ...]


JOINED = re.compile(r"\s*([/.\-])\s*")
LOWER = "a-zß-öø-ÿ"
UPPER = "A-ZÀ-ÖØ-Þ"
APOSTROPHE = "['’‘`´]"


def normal(form: str) -> str:
    """Return the form with single spaces, and none around the signs in it."""
    return JOINED.sub(r"\1", " ".join(form.split()))


def lexicon_of(words: Mapping[str, Word], glued: Sequence[str]) -> Lexicon:
    """Return the lexicon of these words; those of ``glued`` are seen too where they hang on the end of a name."""
    tree: dict[str, Any] = {}
    for form in words:
        node = tree
        for sign in form.lower():
            node = node.setdefault(sign, {})
        node[""] = {}
    # Every piece of a word is consumed whole, so that a match always begins where a word or a glued word does:
    # where letters begin, or where a capital follows a small letter ("padaSenin").
    known = f"{_branch(tree, initial=True)}(?![{LOWER}]|(?<=[{UPPER}])[{UPPER}])"
    capital = f"[{UPPER}]+(?![{LOWER}])|[{UPPER}][{LOWER}]+(?:{APOSTROPHE}[{LOWER}]+)*"
    small = f"[{LOWER}]+(?:{APOSTROPHE}[{LOWER}]+)*"
    run = f"{small}(?: (?!{known}){small})*|[^\\W\\d_]"
    pattern = re.compile(f"({known})|({capital})|({NUMBER})|({SIGN})|{run}")
    endings = {normal(form).partition(" ")[0]: normal(form) for form in glued}
    return Lexicon(words=words, pattern=pattern, glued=tuple(endings.items()), endings=tuple(endings))


def _sign(sign: str, *, initial: bool = False) -> str:
    if sign == " ":
        return r"\s+"
    if sign in "/.-":
        return rf"\s?{re.escape(sign)}\s?"
    return f"[{sign.upper()}{sign}]" if initial and sign.upper() != sign else re.escape(sign)


def _branch(node: Mapping[str, Any], *, initial: bool = False) -> str:
    """Return the expression of a tree of letters; longer words come before their beginnings."""
    branches = []
    for sign, child in sorted(node.items(), reverse=True):
        if not sign:
            branches.append("")
            continue
        text = _sign(sign, initial=initial)
        while len(child) == 1 and "" not in child:
            following = sign == " "
            (sign, child), *_ = child.items()
            text += _sign(sign, initial=following)
        branches.append(text + (_branch(child, initial=sign == " ") if set(child) != {""} else ""))
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


YEAR_AND_DAY = "year-n"
"""Shape of the year and the day that a dash joins in "30 December 2024-2 January 2025"; never a kind of token."""
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
    if signs in ("//", "..", "--") and widths[2] in (2, 4) and max(widths[:2]) <= 2:
        return _day_first(numbers, widths)
    if signs == "//" and widths[2] in (3, 5) and max(widths[:2]) <= 2 and _is_day(*numbers[:2]):
        return Number("dmy", numbers)  # a digit too few or too many: the date contradicts itself
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
    if signs == "-" and widths[0] == 4 and widths[1] <= 2 and _is_year(numbers[0]):
        return Number(YEAR_AND_DAY, numbers)
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
    """Return the tokens in order of place; small words that the lexicon does not know are one token together.

    Linear in the text: every character is consumed once.
    """
    out: list[Token] = []
    words, endings = lexicon.words, lexicon.endings
    kind = BREAK
    for match in lexicon.pattern.finditer(text):
        shape = match.lastindex
        if shape is None:
            if kind is not UNKNOWN:
                kind = UNKNOWN
                out.append(Token(UNKNOWN, match.start(), match.end(), None))
            continue
        form = match[0]
        start, end = match.span()
        value: Word | Number | None = None
        if shape == 1:
            value = None if kind in INITIAL else words.get(form)
            value = value or words.get(normal(form).lower()) or words.get(form)
        elif shape == 3:
            value = number_of(form)
            if value.kind == YEAR_AND_DAY:
                first = form[: len("2025")]
                out.append(Token("year", start, start + len(first), number_of(first)))
                out.append(Token("-", start + len(first), start + len(first) + 1, None))
                start += len(first) + 1
                value = number_of(text[start:end])
        elif shape == 2:
            value = _capital(form, words) if form.isupper() else None
            glued = _glued(form, start, text, lexicon) if value is None and form.endswith(endings) else None
            if glued is not None:
                value, start, end = glued
        if value is not None:
            kind = value.kind
        elif shape == 4:
            kind = PUNCTUATION.get(form, BREAK)
        else:
            kind = UNKNOWN if kind in INITIAL or text[start - 1] == "\n" else NAME
        out.append(Token(kind, start, end, value))
    return out


INITIAL = frozenset({".", '"', BREAK, ":"})
"""Kinds after which a capital is no sign of a name."""


def _capital(form: str, words: Mapping[str, Word]) -> Word | None:
    """Return what the lexicon knows of a word all in capitals."""
    return words.get(form) or words.get(form.capitalize()) or words.get(form.lower())


def _glued(form: str, start: int, text: str, lexicon: Lexicon) -> tuple[Word, int, int] | None:
    """Return the word that hangs on the end of a name ("Iransejak"), where it stands, or None."""
    for ending, whole in lexicon.glued:
        at = start + len(form) - len(ending)
        if form.endswith(ending) and at > start and text.startswith(whole, at):
            return lexicon.words[whole], at, at + len(whole)
    return None
