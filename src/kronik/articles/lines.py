"""The lines of a page text: what the eye sees as one line, with its place in the text."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kronik.records.pages import Page
from kronik.records.spans import Slice


class Line(NamedTuple):
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
    cut = _between_breaks if is_marked_up(page) else _between_line_ends
    found = (_trimmed(start, raw) for piece in kept for start, raw in cut(page, piece))
    return tuple(line for line in found if line is not None)


def lines_within(text: str, lines: Sequence[Line], kept: Iterable[Slice]) -> tuple[Line, ...]:
    """Return what of the lines of ``text`` stands in the kept slices, in order; lines and slices ascend."""
    out = []
    for piece in kept:
        for line in lines[bisect_right(lines, piece.start, key=lambda line: line.end) :]:
            if line.start >= piece.end:
                break
            whole = line.start >= piece.start and line.end <= piece.end
            part = line if whole else trimmed(text, max(line.start, piece.start), min(line.end, piece.end))
            if part is not None:
                out.append(part)
    return tuple(out)


def trimmed(text: str, start: int, end: int) -> Line | None:
    """Return ``text[start:end]`` as a line without white space around it; None when nothing is left."""
    return _trimmed(start, text[start:end])


def _trimmed(start: int, raw: str) -> Line | None:
    body = raw.strip()
    if not body:
        return None
    start += 0 if raw.startswith(body) else len(raw) - len(raw.lstrip())
    return Line(start, start + len(body), body)


def _between_line_ends(page: Page, piece: Slice) -> Iterator[tuple[int, str]]:
    at = piece.start
    for raw in piece.of(page.text).splitlines(keepends=True):
        yield at, raw
        at += len(raw)


def _between_breaks(page: Page, piece: Slice) -> Iterator[tuple[int, str]]:
    first = bisect_right(page.breaks, piece.start)
    last = bisect_right(page.breaks, piece.end - 1)
    text = page.text
    for low, high in pairwise((piece.start, *page.breaks[first:last], piece.end)):
        yield low, text[low:high]
