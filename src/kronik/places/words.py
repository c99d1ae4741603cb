"""The words of a text, in order, as the place finder walks over them."""

import re
from dataclasses import dataclass
from itertools import accumulate

from kronik.knowledge.gazetteer_names import APOSTROPHES, WORD, normal_word

CLOSE = frozenset((" ", "-", "/", ".", "’", "'", "\u00a0"))
"""What may stand between the words of one name."""
LONGEST_ABBREVIATION = 3
"""Letters of a word that a dot may shorten ("St.", "Kab.")."""
ENDS = '.!?:;\n"“”‘(•'
"""Characters after which a capital says nothing, white space between left out."""

_WORD_KEPT = re.compile(f"({WORD.pattern})")
"""Splits a text into gap, word, gap, word ... gap: one call, cheaper than a match for each word."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a text: half-open code points, the characters, their normal forms, and what stands behind each."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    forms: tuple[str, ...]
    normals: tuple[str, ...]
    gaps: tuple[str, ...]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.forms)

    def gap(self, index: int) -> str:
        """Return what stands between a word and the next one."""
        return self.gaps[index]

    def joined(self, index: int) -> bool:
        """Return whether a word and the next one can belong to one name."""
        gap = self.gaps[index]
        return gap in CLOSE or (gap == ". " and self.ends[index] - self.starts[index] <= LONGEST_ABBREVIATION)

    def capital(self, index: int) -> bool:
        """Return whether a word begins with a capital or a digit."""
        return not self.forms[index][0].islower()

    def opens(self, index: int) -> bool:
        """Return whether a word opens a sentence or a quotation, so that its capital says nothing."""
        before = self.text[max(0, self.starts[index] - 3) : self.starts[index]].rstrip(" ")
        return not before or before[-1] in ENDS


def words_of(text: str) -> Words:
    """Return the words of a text."""
    parts = _WORD_KEPT.split(text)
    forms = parts[1::2]
    edges = tuple(accumulate(map(len, parts[:-1])))
    starts, ends = edges[::2], edges[1::2]
    lower = text.lower()
    if len(lower) == len(text) and not any(sign in text for sign in APOSTROPHES):
        normals = [lower[start:end] for start, end in zip(starts, ends, strict=True)]
    else:
        normals = [normal_word(form) for form in forms]
    return Words(text, starts, ends, tuple(forms), tuple(normals), tuple(parts[2::2]))
