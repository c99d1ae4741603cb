"""What the network sees of a word: its number in the vocabulary, hashed pieces of it, and its shape."""

from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int32]

UNKNOWN = 1
"""Number of a word that the vocabulary lacks; 0 is no word at all."""
PIECES = 24
"""Most pieces kept of one word; longer words lose some of their inner pieces. A word of 11 letters fits."""
SHAPES = 512
"""Rows of the table of shapes: 32 shapes of letters times 4 classes of length times 4 habits of capitals."""
AFFIX_LENGTHS = (1, 2, 3, 4, 5)
INNER_LENGTH = 3

_PLAIN = str.maketrans("1234567890’‘“”–—", "0000000000''\"\"--")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words that have a vector of their own.

    Attributes:
        ids: plain form -> number, from 2 up.
        capitals: for each number 0 to 3, how often the word is met with a capital inside a sentence (0 unknown or
            seldom met, 1 hardly ever, 2 sometimes, 3 mostly).
        buckets: rows of the table of pieces; row 0 is for none.
    """

    ids: dict[str, int]
    capitals: tuple[int, ...]
    buckets: int


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """Features of one form: number, rows of pieces (as many as `PIECES`, 0 where there is none), row of its shape."""

    word: int
    pieces: tuple[int, ...]
    shape: int


def plain(form: str) -> str:
    """Return the form under which a word is looked up: lower case, each digit 0, plain quotation marks and dashes."""
    return form.lower().translate(_PLAIN)


def word_features(form: str, vocabulary: Vocabulary) -> WordFeatures:
    """Return what the network sees of a form."""
    key = plain(form)
    word = vocabulary.ids.get(key, UNKNOWN)
    shape = _letters(form) * 16 + min(3, (len(form) - 1) // 3) * 4 + vocabulary.capitals[word]
    return WordFeatures(word, _pieces(key, vocabulary.buckets), shape)


def _pieces(key: str, buckets: int) -> tuple[int, ...]:
    """Return the rows of a word's beginnings, ends and inner triples; the same for the same word on any machine."""
    found = [f"<{key[:length]}" for length in AFFIX_LENGTHS if length <= len(key)]
    found += [f"{key[-length:]}>" for length in AFFIX_LENGTHS if length <= len(key)]
    found += [key[at : at + INNER_LENGTH] for at in range(len(key) - INNER_LENGTH + 1)]
    rows = [1 + crc32(piece.encode()) % (buckets - 1) for piece in found[:PIECES]]
    return tuple(rows + [0] * (PIECES - len(rows)))


def _letters(form: str) -> int:
    """Return the class (0 to 31) of a form by its capitals, digits and marks."""
    digits = any(char.isdigit() for char in form)
    letters = any(char.isalpha() for char in form)
    inner = any(not char.isalnum() for char in form[1:-1])
    if not letters and not digits:
        return _MARKS.get(form[0], 7) if form else 7
    if not letters:
        return 8 + min(2, len(form) // 3) + (4 if inner else 0)
    if digits:
        return 16 + (1 if form[0].isupper() else 0) + (2 if form[0].isdigit() else 0)
    upper = sum(char.isupper() for char in form)
    if upper == 0:
        case = 0
    elif form[0].isupper() and upper == 1:
        case = 1 if len(form) > 1 else 2
    elif upper == sum(char.isalpha() for char in form):
        case = 3
    else:
        case = 4
    return 20 + case + (5 if inner else 0)


_MARKS = {",": 0, ".": 1, '"': 2, "“": 2, "”": 3, "(": 4, ")": 5, "-": 6, "–": 6, "—": 6}


def stack(features: list[WordFeatures]) -> tuple[Ids, Ids, Ids]:
    """Return the features of several words as arrays: numbers [n], pieces [n, PIECES], shapes [n]."""
    return (
        np.array([one.word for one in features], dtype=np.int32),
        np.array([one.pieces for one in features], dtype=np.int32).reshape(len(features), PIECES),
        np.array([one.shape for one in features], dtype=np.int32),
    )
