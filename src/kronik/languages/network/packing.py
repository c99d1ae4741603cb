"""Sentences of several lengths laid out step by step, so that one product serves all and none is padded."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Packing:
    """Where the words of sentences stand: the first words of all sentences, longest sentence first, then the second...

    Attributes:
        order: sentences by falling length (ties in order of place).
        lengths: words of each sentence in that order.
        counts: for each step, how many sentences are that long.
        starts: for each step, its first row; one more entry, the number of rows.
        before, after: for each row the row of the word before and after it in its sentence; the number of rows where
            there is none.
        turned: for each row that of the word as far from the end of its sentence as this one is from its beginning.
        source: for each row, the place of its word when sentences follow one another as given.
    """

    order: Rows
    lengths: Rows
    counts: Rows
    starts: Rows
    before: Rows
    after: Rows
    turned: Rows
    source: Rows

    @property
    def rows(self) -> int:
        """Return the number of words."""
        return int(self.starts[-1])

    def around(self) -> tuple[Rows, Rows, Rows, Rows, Rows]:
        """Return for each row the rows of the words two and one before it, its own, one and two after it."""
        before = np.append(self.before, self.rows)
        after = np.append(self.after, self.rows)
        return before[self.before], self.before, np.arange(self.rows), self.after, after[self.after]

    def rows_of(self, rank: int) -> Rows:
        """Return the rows of the words of the sentence at a place of `order`, first word first."""
        return self.starts[: self.lengths[rank]] + rank


def pack(lengths: list[int]) -> Packing:
    """Return the layout of sentences that have these numbers of words, each at least 1."""
    given = np.array(lengths, dtype=np.int64)
    order = np.argsort(-given, kind="stable")
    ranked = given[order]
    steps = int(ranked[0])
    counts = np.searchsorted(-ranked, -np.arange(steps), side="left").astype(np.int64)
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    total = int(starts[-1])
    step = np.repeat(np.arange(steps), counts)
    rank = np.arange(total) - starts[step]
    before = np.where(step > 0, starts[np.maximum(step - 1, 0)] + rank, total)
    has_after = step + 1 < ranked[rank]
    after = np.where(has_after, starts[step + 1] + rank, total)
    turned = starts[ranked[rank] - 1 - step] + rank
    firsts = np.cumsum(given) - given
    source = firsts[order][rank] + step
    return Packing(
        order=order,
        lengths=ranked,
        counts=counts,
        starts=starts,
        before=before,
        after=after,
        turned=turned,
        source=source,
    )
