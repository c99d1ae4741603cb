"""What a long run tells of itself while it runs: values, never text."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is.

    Attributes:
        pages: pages started, known ones included.
        total: pages in all: estimated while the input is read, exact after; None when its size is not known.
    """

    pages: int
    total: int | None = None


OnProgress = Callable[[Progress], None]
"""Receives the progress; called often, should return fast."""


def silent(progress: Progress) -> None:
    """Tell nobody."""
    del progress
