"""The words and numbers of a text, as the figure finder walks over them."""

import re
from dataclasses import dataclass
from itertools import accumulate

TOKEN = re.compile(r"(\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*(?:(?<=us)\$|(?<=\b[sa])\$)?|[$€£¥₩₹])")
"""Splits a text into gap, token, gap, token ... gap: one call, cheaper than a match for each."""
STOPS = frozenset(".;:!?\n")
"""Characters that end a clause for sure; a dot between a currency and its number does not."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens of a text: half-open code points, the characters in lower case, and the text."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    forms: tuple[str, ...]

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.forms)

    def gap(self, index: int) -> str:
        """Return what stands between a token and the next one; a line end behind the last."""
        return self.text[self.ends[index] : self.starts[index + 1]] if index + 1 < len(self.forms) else "\n"

    def close(self, index: int) -> bool:
        """Return whether only a space, or nothing, stands between a token and the next one."""
        return self.gap(index) in (" ", "", "\u00a0")

    def phrase(self, first: int, last: int) -> str:
        """Return the tokens from first to last, included, parted by spaces."""
        return " ".join(self.forms[first : last + 1])

    def raw(self, index: int) -> str:
        """Return a token as written."""
        return self.text[self.starts[index] : self.ends[index]]


def tokens_of(text: str) -> Tokens:
    """Return the tokens of a text."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter whose lower case is longer
        lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    parts = TOKEN.split(lower)
    edges = tuple(accumulate(map(len, parts[:-1])))
    return Tokens(text, edges[::2], edges[1::2], tuple(parts[1::2]))
