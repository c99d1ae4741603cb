"""What a text is compared by: the codes of its runs of words, and the smallest codes of many ranges.

Codes are our own and frozen: the same text has the same sketch on every machine.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]

RUN_WORDS = 3
"""Words of a run; its code is made for three. They part the copies of the shared set from shared background best."""

BANDS, ROWS = 64, 2
"""Bands of the index and rows of a band: finds 99.8 % of pairs whose sets of runs overlap by 0.3, 93 % at 0.2."""

FEWEST_RUNS = 8
"""Least runs that a text must have to be compared at all: ten words."""

_TURN = 1 << 16
"""Bytes after which the multipliers of a text's bytes come round again: a word there is read as two. A power of two."""

_FACTOR = 0x100000001B3
"""Multiplier of a word's bytes, from each to the next (the prime of FNV-1a); odd, so that it can be divided by."""
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(32)
_FIRST, _SECOND, _THIRD = (np.uint32(number) for number in (0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F))
_GENERAL_PUNCTUATION = re.compile("[\u2010-\u206f]")
"""Typographic quotation marks and dashes; every other character beyond ASCII counts as a letter."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sketch:
    """A text as it is compared.

    Attributes:
        id: of the article.
        runs: codes of its runs of words, in order of place.
        distinct: the same, once each, sorted.
        places: where each of `distinct` stands first in `runs`.
        keys: one key for each band; empty for a text that is too short to be compared.
        day: number of the day of publication, 0 when unknown.
    """

    id: str
    runs: Codes
    distinct: Codes
    places: NDArray[np.uint32]
    keys: NDArray[np.uint64]
    day: int = 0


class Sketcher:
    """Makes sketches; holds the tables that this takes."""

    def __init__(self) -> None:
        kept = bytearray(256)
        for byte in range(256):
            character = chr(byte).lower()
            kept[byte] = ord(character) if byte < 128 and character.isalnum() else byte if byte >= 128 else 0
        self._letters = bytes(kept)
        factors = np.full(_TURN, _FACTOR, dtype=np.uint64)
        self._factors = np.multiply.accumulate(factors)
        self._inverses = np.multiply.accumulate(np.full(_TURN, pow(_FACTOR, -1, 1 << 64), dtype=np.uint64))
        self._edges = np.arange(BANDS * ROWS, dtype=np.uint32) << np.uint32(32 - (BANDS * ROWS - 1).bit_length())

    def sketch(self, article_id: str, prose: str, day: int = 0) -> Sketch:
        """Return the sketch of a prose; letters' case and marks between words do not count."""
        return self._sketch(article_id, day, self.runs(prose))

    def sketches(self, texts: Iterable[tuple[str, str, int]]) -> Iterator[Sketch]:
        """Yield the sketches of texts, each an id, a prose and a day: the same as one by one, in less time.

        Texts are laid end to end while they fit into one turn of the multipliers, and their words are coded at once.
        """
        row: list[tuple[str, int, bytes]] = []
        size = 0
        for name, prose, day in texts:
            raw = self._raw(prose)
            if row and size + len(raw) > _TURN:
                yield from self._in_row(row)
                row, size = [], 0
            row.append((name, day, raw))
            size += len(raw)
        yield from self._in_row(row)

    def runs(self, prose: str) -> Codes:
        """Return the codes of the runs of words of a text, in order of place."""
        return _runs(self.words(prose))

    def words(self, text: str) -> Codes:
        """Return the codes of the words of a text, in order of place: runs of letters and digits in lower case."""
        return self._words(self._raw(text))[0]

    def _in_row(self, row: Sequence[tuple[str, int, bytes]]) -> Iterator[Sketch]:
        codes, starts = self._words(b"".join(raw for _, _, raw in row))
        runs = _runs(codes)
        ends = np.searchsorted(starts, np.cumsum([len(raw) for _, _, raw in row])).tolist()
        first = 0
        for (name, day, _), end in zip(row, ends, strict=True):
            yield self._sketch(name, day, runs[first : max(first, end - RUN_WORDS + 1)])
            first = end

    def _sketch(self, name: str, day: int, runs: Codes) -> Sketch:
        seats = np.sort((runs.astype(np.uint64) << _HALF) | np.arange(len(runs), dtype=np.uint64))
        distinct = (seats >> _HALF).astype(np.uint32)
        places = seats.astype(np.uint32)
        if len(runs):
            first = np.empty(len(runs), dtype=np.bool_)
            first[0] = True
            np.not_equal(distinct[1:], distinct[:-1], out=first[1:])
            distinct, places = distinct[first], places[first]
        keys = self._keys(distinct) if len(distinct) >= FEWEST_RUNS else np.empty(0, dtype=np.uint64)
        return Sketch(id=name, runs=runs, distinct=distinct, places=places, keys=keys, day=day)

    def _raw(self, text: str) -> bytes:
        """Return the bytes of the words of a text in lower case, zero bytes before, between and behind them."""
        if not text.isascii():
            text = _GENERAL_PUNCTUATION.sub(" ", text.lower())
        return b"\0" + text.encode("utf-8", "surrogatepass").translate(self._letters)

    def _words(self, raw: bytes) -> tuple[Codes, NDArray[np.int64]]:
        """Return the codes of words that stand between zero bytes, and where each begins."""
        if len(raw) <= _TURN:
            return self._coded(raw)
        turns = range(0, len(raw), _TURN)
        pieces = [self._coded(raw[at : at + _TURN]) for at in turns]
        starts = [found + at for (_, found), at in zip(pieces, turns, strict=True)]
        return np.concatenate([codes for codes, _ in pieces]), np.concatenate(starts)

    def _coded(self, raw: bytes) -> tuple[Codes, NDArray[np.int64]]:
        """Return the codes of the words of one turn of the multipliers, and where each begins.

        A word's code is the sum of its bytes, each times a power of the factor: of its place in the text, divided by
        that of the word's first byte.
        """
        data = np.frombuffer(raw, dtype=np.uint8)
        inside = data != 0
        starts = np.flatnonzero(inside[1:] > inside[:-1]) + 1
        if len(inside) and inside[0]:
            starts = np.concatenate(([0], starts))
        if not len(starts):
            return np.empty(0, dtype=np.uint32), starts
        codes = np.add.reduceat(data * self._factors[: len(data)], starts)
        codes *= self._inverses[starts]
        codes *= _SPREAD
        return (codes >> _HALF).astype(np.uint32), starts

    def _keys(self, distinct: Codes) -> NDArray[np.uint64]:
        """Return the band keys: codes are cut into ranges, and each range stands for its smallest.

        An empty range takes the smallest of the next one (one permutation hashing with rotation).
        """
        least = distinct.take(np.searchsorted(distinct, self._edges), mode="wrap").astype(np.uint64)
        keys: NDArray[np.uint64] = (least[0::ROWS] << np.uint64(32)) | least[1::ROWS]
        return keys


def _runs(words: Codes) -> Codes:
    """Return the codes of the runs of words in a row."""
    if len(words) < RUN_WORDS:
        return np.empty(0, dtype=np.uint32)
    codes = words[:-2] * _FIRST
    codes += words[1:-1] * _SECOND
    codes += words[2:] * _THIRD
    codes ^= codes >> np.uint32(15)
    codes *= _SECOND
    return codes
