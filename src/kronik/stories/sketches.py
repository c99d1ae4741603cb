"""What a text is compared by: the codes of its runs of words, and the smallest codes of many ranges.

Codes are our own and frozen: the same text has the same sketch on every machine.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]

RUN_WORDS = 3
"""Words of a run: of 2, 3 and 4, runs of 3 part the copies of the shared set best from what shares background."""

BANDS, ROWS = 64, 2
"""Bands of the index and rows of a band: finds 99.8 % of pairs whose sets of runs overlap by 0.3, 93 % at 0.2."""

FEWEST_RUNS = 8
"""Least runs that a text must have to be compared at all: ten words."""

_LONGEST_WORD = 64
"""Bytes after which the multipliers of a word's bytes come round again; a power of two."""

_FACTOR = 0x100000001B3
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_PLACES = tuple(np.uint32(number) for number in (0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F))
_GENERAL_PUNCTUATION = (0xE2, 0x80)
"""First two of three bytes of typographic quotation marks and dashes in UTF-8; other bytes above 127 are letters."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sketch:
    """A text as it is compared.

    Attributes:
        id: of the article.
        runs: codes of its runs of words, in order of place.
        distinct: the same, once each, sorted.
        places: where each of `distinct` stands first in `runs`.
        keys: one key for each band; empty for a text that is too short to be compared.
    """

    id: str
    runs: Codes
    distinct: Codes
    places: NDArray[np.int64]
    keys: NDArray[np.uint64]


class Sketcher:
    """Makes sketches; holds the tables that this takes."""

    def __init__(self) -> None:
        letter = np.zeros(256, dtype=np.bool_)
        letter[ord("0") : ord("9") + 1] = letter[ord("a") : ord("z") + 1] = letter[128:] = True
        self._letter = letter
        factors = np.full(_LONGEST_WORD, _FACTOR, dtype=np.uint64)
        self._factors = np.multiply.accumulate(factors)
        self._edges = np.arange(BANDS * ROWS, dtype=np.uint32) << np.uint32(32 - (BANDS * ROWS - 1).bit_length())

    def sketch(self, article_id: str, prose: str) -> Sketch:
        """Return the sketch of a prose; letters' case and marks between words do not count."""
        runs = self.runs(prose)
        order = np.argsort(runs, kind="stable")
        distinct = runs[order]
        if len(runs):
            first = np.concatenate(([True], distinct[1:] != distinct[:-1]))
            distinct, order = distinct[first], order[first]
        keys = self._keys(distinct) if len(distinct) >= FEWEST_RUNS else np.empty(0, dtype=np.uint64)
        return Sketch(id=article_id, runs=runs, distinct=distinct, places=order, keys=keys)

    def runs(self, prose: str) -> Codes:
        """Return the codes of the runs of words of a text, in order of place."""
        words = self.words(prose)
        size = len(words) - RUN_WORDS + 1
        if size <= 0:
            return np.empty(0, dtype=np.uint32)
        codes = np.zeros(size, dtype=np.uint32)
        for place, factor in enumerate(_PLACES):
            codes += words[place : place + size] * factor
        codes ^= codes >> np.uint32(15)
        codes *= _PLACES[0]
        codes ^= codes >> np.uint32(13)
        return codes

    def words(self, text: str) -> Codes:
        """Return the codes of the words of a text, in order of place: runs of letters and digits in lower case."""
        data = np.frombuffer(text.lower().encode("utf-8", "surrogatepass"), dtype=np.uint8)
        inside = self._letter[data]
        if len(data) != len(text):
            _leave_out_marks(data, inside)
        edges = np.flatnonzero(np.diff(inside, prepend=False, append=False))
        starts, ends = edges[::2], edges[1::2]
        if not len(starts):
            return np.empty(0, dtype=np.uint32)
        lengths = ends - starts
        firsts = np.concatenate(([0], np.cumsum(lengths[:-1])))
        letters = data[inside].astype(np.uint64)
        offsets = np.arange(len(letters)) - np.repeat(firsts, lengths)
        codes = np.add.reduceat(letters * self._factors[offsets & (_LONGEST_WORD - 1)], firsts)
        return np.asarray((codes * _SPREAD) >> np.uint64(32), dtype=np.uint32)

    def _keys(self, distinct: Codes) -> NDArray[np.uint64]:
        """Return the band keys: codes are cut into ranges, and each range stands for its smallest.

        An empty range takes the smallest of the next one (one permutation hashing with rotation).
        """
        least = distinct[np.searchsorted(distinct, self._edges) % len(distinct)].astype(np.uint64)
        keys: NDArray[np.uint64] = (least[0::ROWS] << np.uint64(32)) | least[1::ROWS]
        return keys


def _leave_out_marks(data: NDArray[np.uint8], inside: NDArray[np.bool_]) -> None:
    """Mark the three bytes of each typographic mark as no letters."""
    first, second = _GENERAL_PUNCTUATION
    at = np.flatnonzero((data[:-2] == first) & (data[1:-1] == second))
    for step in range(3):
        inside[at + step] = False
