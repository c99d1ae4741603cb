"""Quotations and brackets of a paragraph: which marks open and close, and the stretches between them."""

from collections.abc import Iterator
from dataclasses import dataclass

DOUBLE = '"“”„«»'
SINGLE = "'‘’"
OPENING = "“„«‘"
LONGEST_QUOTATION = 1500
"""Characters. A longer stretch between two marks is not taken as one quotation: the marks may belong to two. The
longest quotation of several sentences in CSUI train has 224, in a page of news 1,040."""
LONGEST_ASIDE = 300
"""Characters of a stretch in brackets or single quotation marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosures:
    """What is enclosed in a paragraph.

    Attributes:
        closing: offsets of the marks that close what another mark opened.
        opening: offsets of these other marks.
        stretches: (offset of the opening mark, offset of the closing one), ascending; they may lie within each other.
    """

    closing: frozenset[int]
    opening: frozenset[int]
    stretches: tuple[tuple[int, int], ...]


NOTHING = Enclosures(closing=frozenset(), opening=frozenset(), stretches=())


def enclosures(text: str) -> Enclosures:
    """Return what quotation marks and brackets enclose in a paragraph; marks without a partner enclose nothing."""
    pairs = sorted({*_pairs(text, DOUBLE, LONGEST_QUOTATION), *_pairs(text, SINGLE, LONGEST_ASIDE), *_brackets(text)})
    if not pairs:
        return NOTHING
    return Enclosures(
        closing=frozenset(close for _, close in pairs),
        opening=frozenset(start for start, _ in pairs),
        stretches=tuple(pairs),
    )


def _pairs(text: str, marks: str, longest: int) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for at in _places(text, marks):
        opens = _opens(text, at, opened is not None, single=marks is SINGLE)
        if opens is None:
            continue
        if opens:
            opened = at
        elif opened is not None:
            if at - opened <= longest:
                yield opened, at
            opened = None


def _places(text: str, marks: str) -> list[int]:
    return [at for at, char in enumerate(text) if char in marks] if any(mark in text for mark in marks) else []


def _opens(text: str, at: int, inside: bool, *, single: bool) -> bool | None:
    """Tell whether a mark opens; None for an apostrophe.

    Its neighbours decide where they are clear; else a typographic mark does what it is for, and a straight one closes
    what is open.
    """
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if single and before.isalnum() and after.isalnum():
        return None
    free_before = not before or before.isspace() or before in "([-–—/"
    free_after = not after or after.isspace() or after in ".,;:!?)]…"
    if free_before != free_after:
        return free_before
    if single:
        return None
    if text[at] in OPENING:
        return True
    return text[at] == '"' and not inside


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    if "(" not in text:
        return
    opened: list[int] = []
    for at, char in enumerate(text):
        if char == "(":
            opened.append(at)
        elif char == ")" and opened:
            start = opened.pop()
            if at - start <= LONGEST_ASIDE:
                yield start, at
