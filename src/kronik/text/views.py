"""Views: a text with characters put in or left out for a stage, mapped back exactly."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kronik.records.spans import Slice, merged


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of view characters: ``view[at:at + length]`` stands at ``origin`` of the text, or was put in (None)."""

    at: int
    length: int
    origin: int | None


@dataclass(frozen=True, slots=True)
class View:
    """A derived string and the way back to the text it came from.

    Attributes:
        text: the characters of the view.
        pieces: runs that cover the view without gap; origins ascend.
    """

    text: str
    pieces: tuple[Piece, ...]

    def to_source(self, start: int, end: int) -> tuple[Slice, ...]:
        """Return the slices of the source that ``view[start:end]`` stands for.

        What was put in maps to nothing; stretches that touch in the source are joined.
        """
        out = []
        first = max(0, bisect_right(self.pieces, start, key=lambda piece: piece.at) - 1)
        for piece in self.pieces[first:]:
            if piece.at >= end:
                break
            if piece.origin is None:
                continue
            low, high = max(start, piece.at), min(end, piece.at + piece.length)
            if low < high:
                shift = piece.origin - piece.at
                out.append(Slice(low + shift, high + shift))
        return merged(out)

    def to_view(self, offset: int) -> int | None:
        """Return where a code point of the source stands in the view; None when it was left out."""
        for piece in self.pieces:
            if piece.origin is not None and piece.origin <= offset < piece.origin + piece.length:
                return piece.at + offset - piece.origin
        return None


def assemble(text: str, runs: Iterable[Slice | str]) -> View:
    """Return the view made of slices of ``text`` and of strings put in, in this order.

    Raises:
        ValueError: the slices are not in ascending order, or overlap.
    """
    pieces: list[Piece] = []
    out: list[str] = []
    at, last = 0, 0
    for run in runs:
        piece_text = run if isinstance(run, str) else run.of(text)
        if not piece_text:
            continue
        if isinstance(run, Slice):
            if run.start < last:
                raise ValueError(f"slices of a view must ascend: {run.start} after {last}")
            last = run.end
        pieces.append(Piece(at, len(piece_text), None if isinstance(run, str) else run.start))
        out.append(piece_text)
        at += len(piece_text)
    return View("".join(out), tuple(pieces))


def kept_view(text: str, kept: Iterable[Slice], breaks: Sequence[int] = ()) -> View:
    """Return the view of the kept slices, one paragraph a line.

    A line end is put in where what was left out held a line end, or where one of ``breaks`` (ascending code points)
    lies between or inside the slices; white space around it stays as it is in the source.
    """
    runs: list[Slice | str] = []
    end: int | None = None
    for piece in merged(kept):
        if end is not None and ("\n" in text[end : piece.start] or _breaks_within(breaks, end, piece.start)):
            runs.append("\n")
        runs.extend(_split_at(piece, breaks))
        end = piece.end
    return assemble(text, runs)


def _breaks_within(breaks: Sequence[int], low: int, high: int) -> Sequence[int]:
    """Return the breaks b with low <= b <= high."""
    return breaks[bisect_right(breaks, low - 1) : bisect_right(breaks, high)]


def _split_at(piece: Slice, breaks: Sequence[int]) -> list[Slice | str]:
    runs: list[Slice | str] = []
    at = piece.start
    for stop in _breaks_within(breaks, piece.start + 1, piece.end - 1):
        runs += [Slice(at, stop), "\n"]
        at = stop
    runs.append(Slice(at, piece.end))
    return runs
