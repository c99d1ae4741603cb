"""Tokens: words of the lexicon, numbers by their shape, and what lies between them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from kronik.languages.temporal.numbers import YEAR_AND_DAY, number_of

UNKNOWN = "x"
"""A word that the lexicon does not know, in lower case or at the start of a sentence."""
NAME = "X"
"""A word that the lexicon does not know, with a capital."""
BREAK = "break"
"""An empty line."""

NUMBER = r"[0-9]+(?:(?:[.:,\-–—]| ?/ ?)[0-9]+)*"
"""A digit string with the signs that join digits."""
SIGN = r"[(),/.:;\-–—?!+%$\[\]\"“”„«»]|\n[ \t\r]*\n"
"""The punctuation that rules look at, and an empty line."""
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


SMALL, CAPITAL, NUMERIC, PUNCTUATED, CAPITALS, HUNG = 1, 2, 3, 4, 5, 6
"""Groups of the pattern of pieces."""
NAMES = (CAPITAL, CAPITALS, HUNG)


class Word(NamedTuple):
    """What the lexicon knows of a word: its kind, and a number or a key that goes with it."""

    kind: str
    number: int = 0
    key: str = ""


class Token(NamedTuple):
    """A stretch of the text: kind, half-open code points, and what it is."""

    kind: str
    start: int
    end: int
    value: object


new_token = tuple.__new__
"""Makes a token of its class and its parts, at half the cost of the class's own constructor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Words and phrases of a language.

    Attributes:
        words: by their form, as written or in lower case, the words of a phrase joined by single spaces.
        heads: by the first piece of a word or phrase, with a small and with a capital initial, what matches those that
            begin with it; None where there is only the piece itself.
        glued: words seen too at the end of a name: (first word, the whole).
        endings: their first words.
    """

    words: Mapping[str, Word]
    heads: Mapping[str, re.Pattern[str] | None]
    glued: tuple[tuple[str, str], ...]
    endings: tuple[str, ...]


SPACE = r"(?=\s)[^\S\n]{0,20}\n?[^\S\n]{0,20}"
"""White space within a phrase: one line end at most, and bounded, so that no input costs more than linear time."""
JOINED = re.compile(r"\s*([/.\-])\s*")
LOWER = "a-zß-öø-ÿ"
UPPER = "A-ZÀ-ÖØ-Þ"
APOSTROPHE = "['’‘`´]"


def normal(form: str) -> str:
    """Return the form with single spaces, and none around the signs in it."""
    return JOINED.sub(r"\1", " ".join(form.split()))


WORD_END = f"(?![{LOWER}]|(?<=[{UPPER}])[{UPPER}])"
"""A word of the lexicon ends where its letters do, or before a capital behind a small letter."""
WHOLE = f"(?![{LOWER}]|{APOSTROPHE}[{LOWER}])"
PIECE = re.compile(
    f"([{LOWER}]+{WHOLE})|([{UPPER}](?:[{LOWER}]+{WHOLE}|(?![{UPPER}{LOWER}])))|({NUMBER})|({SIGN})"
    f"|([{UPPER}]+(?![{LOWER}]))|([{UPPER}]?[{LOWER}]+(?:{APOSTROPHE}[{LOWER}]+)+)|[^\\W\\d_]|&"
)
"""A word in small letters (group 1), one with a capital (2), a number (3), a sign (4), several capitals (5), letters
that apostrophes join (6), or another letter or sign. Each is consumed whole, so that the next begins where a word may:
where letters begin, or with a capital behind a small letter ("padaSenin")."""
HEAD = re.compile(f"[{UPPER}]?[{LOWER}]+|[{UPPER}&]")
"""What a word of a lexicon begins with: such a piece, or what stands before its apostrophe."""


def lexicon_of(words: Mapping[str, Word], glued: Sequence[str]) -> Lexicon:
    """Return the lexicon of these words, each of which begins with a head.

    Those of ``glued`` are seen too where they hang on the end of a name.
    """
    forms: dict[str, set[str]] = {}
    for form in words:
        forms.setdefault(HEAD.findall(form.lower())[0], set()).add(form.lower())
    heads: dict[str, re.Pattern[str] | None] = {}
    for head, begun in forms.items():
        pattern = None if begun == {head} else re.compile(_tree_of(begun) + WORD_END)
        heads[head] = heads[head.capitalize()] = pattern
    endings = {normal(form).partition(" ")[0]: normal(form) for form in glued}
    return Lexicon(words=words, heads=heads, glued=tuple(endings.items()), endings=tuple(endings))


def _tree_of(forms: Iterable[str]) -> str:
    """Return the expression of these forms, the longest first; each word in them may begin with a capital."""
    tree: dict[str, Any] = {}
    for form in forms:
        node = tree
        for sign in form:
            node = node.setdefault(sign, {})
        node[""] = {}
    return _branch(tree, initial=True)


def _sign(sign: str, *, initial: bool) -> str:
    if sign == " ":
        return SPACE
    if sign in "/.-":
        return rf"\s?{re.escape(sign)}\s?"
    return f"[{sign.upper()}{sign}]" if initial and sign.upper() != sign else re.escape(sign)


def _branch(node: Mapping[str, Any], *, initial: bool) -> str:
    """Return the expression of a tree of letters; longer words come before their beginnings.

    ``initial``: a word begins here, with a small or a capital letter.
    """
    branches = []
    for sign, child in sorted(node.items(), reverse=True):
        if not sign:
            branches.append("")
            continue
        text = _sign(sign, initial=initial)
        branches.append(text + (_branch(child, initial=sign == " ") if set(child) != {""} else ""))
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def tokens_of(text: str, lexicon: Lexicon, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens in order of place; small words that the lexicon does not know are one token together.

    ``start`` and ``end`` are the code points to read between, where sentences begin and end. Linear in the text:
    every character is consumed once, and those of a phrase once more.
    """
    out: list[Token] = []
    stop = len(text) if end is None else end
    while start < stop:
        start = _tokens_to_phrase(text, start, stop, lexicon, out)
    return out


def _tokens_to_phrase(text: str, start: int, stop: int, lexicon: Lexicon, out: list[Token]) -> int:
    """Add the tokens up to the end of a phrase of several pieces, or of the text; return that end."""
    heads = lexicon.heads
    kind = out[-1].kind if out else BREAK
    for match in PIECE.finditer(text, start, stop):
        shape, form = match.lastindex, match[0]
        if shape == PUNCTUATED:
            kind = PUNCTUATION.get(form, BREAK)
            out.append(new_token(Token, (kind, match.start(), match.end(), None)))
        elif shape == NUMERIC:
            out += _number(form, match.start())
            kind = out[-1].kind
        elif (form in heads or shape == HUNG) and (known := _known(match, stop, lexicon)) is not None:
            word = _word(known[0], lexicon.words, initial=kind in INITIAL)
            kind = word.kind
            out.append(new_token(Token, (kind, known.start(), known.end(), word)))
            if known.end() != match.end():
                return known.end()
        elif shape in NAMES and form[0].isupper():
            token = _name(form, match, kind, lexicon)
            kind = token[0]
            out.append(token)
        elif kind is not UNKNOWN:
            kind = UNKNOWN
            out.append(new_token(Token, (UNKNOWN, match.start(), match.end(), None)))
    return stop


def _known(match: re.Match[str], stop: int, lexicon: Lexicon) -> re.Match[str] | None:
    """Return the word or phrase of the lexicon that begins where a piece does, or None."""
    head = HEAD.match(match.string, match.start()) if match.lastindex == HUNG else match
    if head is None or head[0] not in lexicon.heads or match.lastindex == CAPITALS:
        return None
    pattern = lexicon.heads[head[0]]
    return pattern.match(match.string, match.start(), stop) if pattern else head


def _number(form: str, start: int) -> Sequence[Token]:
    """Return the token of a digit string, or the three of a year and a day that a dash joins."""
    number = number_of(form)
    if number.kind == YEAR_AND_DAY:
        return _year_and_day(start, form)
    return (new_token(Token, (number.kind, start, start + len(form), number)),)


def _name(form: str, match: re.Match[str], before: str, lexicon: Lexicon) -> Token:
    """Return the token of a word in capitals or with one, or of what hangs on it, after one of the kind ``before``."""
    start, end = match.span()
    known = _capital(form, lexicon.words) if form.isupper() else None
    if known is not None:
        return Token(known.kind, start, end, known)
    if form.endswith(lexicon.endings):
        glued = _glued(form, start, match.string, lexicon)
        if glued is not None:
            return glued
    initial = before in INITIAL or match.string[start - 1] == "\n"
    return new_token(Token, (UNKNOWN if initial else NAME, start, end, None))


def _word(form: str, words: Mapping[str, Word], *, initial: bool) -> Word:
    """Return the word of a form; at the start of a sentence its capital says nothing."""
    small = words.get(form)
    if small is not None and (not initial or form.islower()):
        return small
    low = form.lower()
    return words.get(low) or small or words.get(normal(low)) or Word(UNKNOWN)


def _year_and_day(start: int, form: str) -> list[Token]:
    """Return year, dash and day of "2024-2", which a range of dates joins."""
    year, day = form[:4], form[5:]
    return [
        Token("year", start, start + 4, number_of(year)),
        Token("-", start + 4, start + 5, None),
        Token(number_of(day).kind, start + 5, start + len(form), number_of(day)),
    ]


INITIAL = frozenset({".", '"', BREAK, ":"})
"""Kinds after which a capital is no sign of a name."""


def _capital(form: str, words: Mapping[str, Word]) -> Word | None:
    """Return what the lexicon knows of a word all in capitals."""
    return words.get(form) or words.get(form.capitalize()) or words.get(form.lower())


def _glued(form: str, start: int, text: str, lexicon: Lexicon) -> Token | None:
    """Return the word that hangs on the end of a name ("Iransejak"), or None."""
    for ending, whole in lexicon.glued:
        at = start + len(form) - len(ending)
        if form.endswith(ending) and at > start and text.startswith(whole, at):
            word = lexicon.words[whole]
            return Token(word.kind, at, at + len(whole), word)
    return None
