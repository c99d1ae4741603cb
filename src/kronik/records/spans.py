"""Slices of a part, and the evidence that is made of them."""

from collections.abc import Iterable
from dataclasses import dataclass

TEXT_PART = "text"
"""Name of the default part: the page text."""


@dataclass(frozen=True, slots=True, order=True)
class Slice:
    """A half-open range of code points of one part: ``part[start:end]``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a slice: {self.start}:{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Slice") -> bool:
        """Tell whether the two slices share a code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that the slice names."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The characters that a value was read from: an ordered tuple of slices of one part."""

    slices: tuple[Slice, ...]
    part: str = TEXT_PART

    @property
    def start(self) -> int:
        """First code point of the first slice."""
        return self.slices[0].start

    @property
    def end(self) -> int:
        """Code point after the last slice."""
        return self.slices[-1].end

    def quote(self, text: str) -> str:
        """Return the characters of the part ``text`` that the evidence names, slices joined without a gap."""
        return "".join(piece.of(text) for piece in self.slices)


def evidence(start: int, end: int, part: str = TEXT_PART) -> Evidence:
    """Return the evidence of one slice."""
    return Evidence(slices=(Slice(start, end),), part=part)


def merged(slices: Iterable[Slice]) -> tuple[Slice, ...]:
    """Return the slices in order, with those that touch or overlap made one and empty ones left out."""
    out: list[Slice] = []
    for piece in sorted(slices):
        if not len(piece):
            continue
        if out and piece.start <= out[-1].end:
            out[-1] = Slice(out[-1].start, max(out[-1].end, piece.end))
        else:
            out.append(piece)
    return tuple(out)


def complement(slices: Iterable[Slice], length: int) -> tuple[Slice, ...]:
    """Return what the slices leave of ``0:length``, in order."""
    out: list[Slice] = []
    at = 0
    for piece in merged(slices):
        if piece.start > at:
            out.append(Slice(at, piece.start))
        at = max(at, piece.end)
    if at < length:
        out.append(Slice(at, length))
    return tuple(out)
