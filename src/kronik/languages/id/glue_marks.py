"""Spaces missing beside punctuation: "berbicara.Dia", "(KPK)menetapkan", "Upah(BSU)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kronik.languages.id.glue_affixes import PREFIXES, SUFFIXES
from kronik.languages.id.glue_vocabulary import Shape, Vocabulary, shape_of

BETWEEN = re.compile(r"(?<=[^\W_])[^\w\s]+(?=[^\W_])")
LETTERS_BEFORE = re.compile(r"[^\W\d_]*\Z")
LETTERS_AFTER = re.compile(r"[^\W\d_]*")
CLOSING = ".,;:!?)]”…%"
OPENING = "([“"
CLOSED = ')]”"'
STRONG = 30
"""Weight of a word in small letters that may begin after a colon or a full stop without a space."""
WINDOW = 40
"""Characters on either side that are looked at."""


@dataclass(frozen=True, slots=True)
class MarkCuts:
    """Finds the places beside punctuation that stands between two word characters."""

    words: Vocabulary

    def find(self, piece: str, inside: bool | None) -> Iterator[int]:
        """Yield the offsets in ``piece``; ``inside`` tells whether a straight quotation is open (None: not to tell)."""
        seen = 0
        state = inside
        for match in BETWEEN.finditer(piece):
            if state is not None:
                state ^= bool(piece.count('"', seen, match.start()) % 2)
                seen = match.start()
            split = _split(match[0], state)
            if split is None:
                continue
            left = piece[max(0, match.start() - WINDOW) : match.start()]
            right = piece[match.end() : match.end() + WINDOW]
            if self._may_cut(left, match[0], right, opening=split < len(match[0])):
                yield match.start() + split

    def _may_cut(self, left: str, marks: str, right: str, *, opening: bool) -> bool:
        before, after = LETTERS_BEFORE.findall(left)[0], LETTERS_AFTER.findall(right)[0]
        if opening:
            return self._before_opening(left, before, marks[-1], after)
        if any(mark in CLOSED for mark in marks):
            return self._after_closing(left, after)
        match marks[-1]:
            case "," | ";":
                allowed = bool(before or len(after) > 1) and bool(after or len(before) > 1)
            case "%":
                allowed = after.islower() and len(after) > 1 and after not in SUFFIXES
            case ":":
                allowed = len(before) > 2 and "[" not in left and self._begins(after)
            case "!" | "?":
                allowed = len(before) > 1 and self._begins(after)
            case _:
                allowed = self._after_stop(left, before, after, right)
        return allowed

    def _before_opening(self, left: str, before: str, mark: str, after: str) -> bool:
        if mark == "[" or not (after or (before and mark == "(")):
            return False
        if mark != "(":
            return len(before) > 1
        if not after:
            return len(before) > 2
        if after.islower() and (after in SUFFIXES or len(after) < 3):
            return False
        return len(before) > 2 or (len(before) == 2 and before.isupper()) or left[-1].isdecimal()

    def _after_closing(self, left: str, after: str) -> bool:
        if len(after) < 2 or after in SUFFIXES or after == "s":
            return False
        opened = left.rfind("(")
        inner = left[opened + 1 :] if opened >= 0 else ""
        return not (inner in PREFIXES and after.islower())

    def _begins(self, after: str) -> bool:
        """Tell whether what follows may begin a sentence or a phrase."""
        if len(after) < 2:
            return False
        return after[0].isupper() or self.words.weight(after, Shape.LOWER) >= STRONG

    def _after_stop(self, left: str, before: str, after: str, right: str) -> bool:
        folded = after.casefold()
        if folded in self.words.hosts or len(after) < 2 or right[len(after) : len(after) + 1] == ".":
            return False
        if "/" in left:
            return False
        if after[0].isupper():
            if not before:
                return left[-1].isdecimal() and shape_of(after) is Shape.TITLE and len(after) > 2
            if before.isupper():
                known = self.words.weight(before) > 0 or self.words.weight(after) >= STRONG
                return len(before) > 1 and known and shape_of(after) is Shape.TITLE
            return len(before) > 3 or (len(before) == 3 and self.words.knows(before))
        return folded in self.words.function and len(before) > 3 and self.words.weight(before, Shape.LOWER) >= STRONG


def _split(marks: str, inside: bool | None) -> int | None:
    """Return where closing marks end and opening ones begin; None where the marks are not of these two sorts."""
    state = inside
    kinds = []
    for mark in marks:
        if mark == '"':
            if state is None:
                return None
            kinds.append("close" if state else "open")
            state = not state
        elif mark in CLOSING:
            kinds.append("close")
        elif mark in OPENING:
            kinds.append("open")
        else:
            return None
    count = kinds.count("close")
    return count if all(kind == "close" for kind in kinds[:count]) else None
