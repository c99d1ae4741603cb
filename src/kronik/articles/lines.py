"""The lines of a page text: what the eye sees as one line, with its place in the text."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from kronik.records.pages import Page
from kronik.records.spans import Slice

LINE_END = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it.

    Attributes:
        start, end: half-open code points of the page text.
        text: the characters between them.
    """

    start: int
    end: int
    text: str


def is_marked_up(page: Page) -> bool:
    """Tell whether line ends of the page text are layout (breaks) and not characters."""
    return bool(page.breaks) or page.markup is not None


def lines_of(page: Page, kept: tuple[Slice, ...]) -> tuple[Line, ...]:
    """Return the lines inside the kept slices of the page text, in order; offsets are code points of the page text.

    Lines end at line ends of the text, or, where the page has markup, at its breaks.
    """
    marked_up, text = is_marked_up(page), page.text
    out = []
    for piece in kept:
        cuts = _breaks(page, piece) if marked_up else _line_ends(text, piece)
        at = piece.start
        for low, high in [*cuts, (piece.end, piece.end)]:
            line = trimmed(text, at, low)
            if line is not None:
                out.append(line)
            at = high
    return tuple(out)


def trimmed(text: str, start: int, end: int) -> Line | None:
    """Return ``text[start:end]`` as a line without white space around it; None when nothing is left."""
    raw = text[start:end]
    body = raw.lstrip()
    if not body:
        return None
    start += len(raw) - len(body)
    body = body.rstrip()
    return Line(start, start + len(body), body)


def _line_ends(text: str, piece: Slice) -> list[tuple[int, int]]:
    return [match.span() for match in LINE_END.finditer(text, piece.start, piece.end)]


def _breaks(page: Page, piece: Slice) -> list[tuple[int, int]]:
    first = bisect_right(page.breaks, piece.start)
    last = bisect_right(page.breaks, piece.end - 1)
    return [(at, at) for at in page.breaks[first:last]]
