"""The words and numbers of a text, as the figure finder walks over them."""

import re
from dataclasses import dataclass
from itertools import accumulate

WORD, NUMBER = r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", r"\d+(?:[.,]\d+)*"
SIGNS = "$€£¥₩₹"
"""Signs of currencies."""
TOKEN = re.compile(rf"({WORD}(?:(?<=us)\$|(?<=\b[sa])\$)?|{NUMBER}|[{SIGNS}])")
"""Splits a text into gap, token, gap, token ... gap: one call, cheaper than a match for each."""
PLAIN = re.compile(rf"({WORD}|{NUMBER}|[{SIGNS[1:]}])")
"""The same for a text without a dollar sign, which needs no look behind its words."""
CLOSE = frozenset((" ", "", "\u00a0"))
"""What may stand between the tokens of one phrase."""
END = "\n"
"""What stands behind what follows the last token, as far as phrases go."""
SPELT, SPELT_END = " (", ") "
"""Brackets around a number that is told in digits and in words."""
LONGEST_SPELT = 5
"""Words of such a number."""
STOPS = frozenset(".;:!?\n")
"""Characters that end a clause for sure; a dot between a currency and its number does not."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens of a stretch: half-open code points of the text, the characters in lower case, and the text.

    `gaps` holds what stands behind each token, in lower case, and a line end behind the last; `closes` whether that is
    only a space, or nothing: both are asked for many times a token. No figure reaches over the end of a stretch
    (`kronik.text.stretches`).
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    forms: tuple[str, ...]
    gaps: tuple[str, ...]
    closes: tuple[bool, ...]

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.forms)

    def gap(self, index: int) -> str:
        """Return what stands between a token and the next one; with a line end behind the last."""
        return self.gaps[index]

    def close(self, index: int) -> bool:
        """Return whether only a space, or nothing, stands between a token and the next one."""
        return self.closes[index]

    def phrase(self, first: int, last: int) -> str:
        """Return the tokens from first to last, included, parted by spaces."""
        return " ".join(self.forms[first : last + 1])

    def raw(self, index: int) -> str:
        """Return a token as written."""
        return self.text[self.starts[index] : self.ends[index]]


def tokens_of(text: str, start: int = 0, end: int | None = None, *, numerals: frozenset[str] = frozenset()) -> Tokens:
    """Return the tokens of ``text[start:end]``; offsets are those of the whole text.

    Behind the brackets in which a number in digits is spelt out ("5 (lima) orang"), with one of the ``numerals``, the
    text goes on as behind a space.
    """
    lower = lowered(text[start:end])
    parts = (TOKEN if "$" in lower else PLAIN).split(lower)
    edges = tuple(accumulate(map(len, parts), initial=start))
    gaps = (*parts[2:-1:2], parts[-1] + END)
    forms = tuple(parts[1::2])
    closes = [gap in CLOSE for gap in gaps]
    if SPELT_END in gaps:
        for at in [at for at, gap in enumerate(gaps) if gap == SPELT_END]:
            first = next(
                (before for before in range(at, max(0, at - LONGEST_SPELT), -1) if gaps[before - 1] == SPELT), 0
            )
            closes[at] = first > 0 and forms[first - 1][0].isdecimal() and forms[first] in numerals
    return Tokens(text, edges[1:-1:2], edges[2::2], forms, gaps, tuple(closes))


def lowered(text: str) -> str:
    """Return a text in lower case, each letter in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)  # a longer lower case
