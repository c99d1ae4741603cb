"""The words of a text, in order, as the place finder walks over them."""

import re
from dataclasses import dataclass
from functools import cached_property
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
_PLAIN_KEPT = re.compile(r"(\w+)")
"""The same for a text without an apostrophe."""


@dataclass(frozen=True)
class Words:
    """Words of a text: their characters and normal forms, and what stands behind each.

    Attributes:
        text: the text.
        parts: gap, word, gap, word ... gap.
        forms, normals: the words as written and in their normal forms.
    """

    text: str
    parts: list[str]
    forms: list[str]
    normals: list[str]

    @cached_property
    def edges(self) -> list[int]:
        """Code points at which the parts begin; a text that names no place is never asked."""
        return list(accumulate(map(len, self.parts), initial=0))

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.forms)

    def start(self, index: int) -> int:
        """Return the code point at which a word begins."""
        return self.edges[2 * index + 1]

    def end(self, index: int) -> int:
        """Return the code point behind a word."""
        return self.edges[2 * index + 2]

    def gap(self, index: int) -> str:
        """Return what stands between a word and the next one."""
        return self.parts[2 * index + 2]

    def joined(self, index: int) -> bool:
        """Return whether a word and the next one can belong to one name."""
        gap = self.parts[2 * index + 2]
        return gap in CLOSE or (gap == ". " and len(self.forms[index]) <= LONGEST_ABBREVIATION)

    def capital(self, index: int) -> bool:
        """Return whether a word begins with a capital or a digit."""
        return not self.forms[index][0].islower()

    def opens(self, index: int) -> bool:
        """Return whether a word opens a sentence or a quotation, so that its capital says nothing."""
        start = self.start(index)
        before = self.text[max(0, start - 3) : start].rstrip(" ")
        return not before or before[-1] in ENDS


def words_of(text: str) -> Words:
    """Return the words of a text."""
    quoted = any(map(text.__contains__, APOSTROPHES))
    parts = (_WORD_KEPT if quoted else _PLAIN_KEPT).split(text)
    forms = parts[1::2]
    normals = [normal_word(form) for form in forms] if quoted else [form.lower() for form in forms]
    return Words(text, parts, forms, normals)
