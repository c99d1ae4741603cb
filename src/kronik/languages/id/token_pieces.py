"""Pieces of text without white space: where one token ends and the next begins within them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from kronik.languages.id.abbreviations import Abbreviations, read_lists
from kronik.languages.id.clitics import Clitics
from kronik.languages.id.packaged import text_of

PieceCuts = Callable[[str], tuple[int, ...]]
"""A piece -> the offsets within it at which a token ends and the next begins, ascending."""

FILE = "tokens.toml"
ADDRESS = re.compile(r"https?://|www\.|@|[\w.+-]+@")
LETTERS = re.compile(r"[^\W\d_]+(?:['’`-][^\W\d_]+)*")
LABEL = re.compile(r"[^\W_]+")
AMOUNT = re.compile(r"([^\W\d_]{2,4})(?=\d)")
DATE = re.compile(r"\d{1,4}([/-])\d{1,2}\1\d{1,4}")
TELEPHONE = re.compile(r"0\d{2,3}(?:-\d+)+")
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
MEASURE = re.compile(r"[a-z]+\d?")
POSSESSIVE = re.compile(r"(?:['’]s|n['’]t)\Z", re.IGNORECASE)
HYPHEN = re.compile(r"[-–]")
DASH = "–"
LONGEST_PIECE = 200
"""Characters; a longer piece is data, and one token."""
GLUED_WORD = 3
"""Letters that a word needs on either side of a stop without a space to be parted from it."""


@dataclass(frozen=True, slots=True)
class IndonesianPieces:
    """The finder: a `PieceCuts`."""

    known: Abbreviations
    clitics: Clitics
    heads: frozenset[str]
    hanging: frozenset[str]

    def __call__(self, piece: str) -> tuple[int, ...]:
        """Return the offsets at which a token ends and the next begins, ascending."""
        if piece.isalpha():
            return self.clitics.cuts(piece)
        if piece.isdecimal() or len(piece) > LONGEST_PIECE or ADDRESS.match(piece) or self._is_host(piece):
            return ()
        bounds = [0, len(piece)]
        for finder in (self._at_slashes, self._at_hyphens, self._at_stops, self._at_endings, self._in_word):
            found = [low + cut for low, high in pairwise(bounds) for cut in finder(piece[low:high])]
            bounds = sorted({*bounds, *found})
        return tuple(bounds[1:-1])

    def _is_host(self, piece: str) -> bool:
        return piece.islower() and piece.rpartition(".")[2] in self.known.hosts and "." in piece and "-" not in piece

    def _at_slashes(self, part: str) -> Iterator[int]:
        if "/" not in part or DATE.fullmatch(part):
            return
        sides = part.split("/")
        at = 0
        for left, right in pairwise(sides):
            at += len(left)
            if self._slash_parts(left, right):
                yield at
                yield at + 1
            at += 1

    def _slash_parts(self, left: str, right: str) -> bool:
        if left[-1:].isalpha() and left.replace("-", "").isalpha():
            return (
                len(left) > 1
                and len(right) > 1
                and (right.replace("-", "").isalpha() or MEASURE.fullmatch(right) is not None)
            )
        if not self._is_amount(left):
            return False
        if self._is_amount(right):
            return not left.isdecimal() or not right.isdecimal()
        return not left.isdecimal() and MEASURE.fullmatch(right) is not None

    def _at_hyphens(self, part: str) -> Iterator[int]:
        found = list(HYPHEN.finditer(part))
        if not found or DATE.fullmatch(part) or TELEPHONE.fullmatch(part):
            return
        sides = HYPHEN.split(part)
        hangs = len(sides) == 2 and sides[1].casefold() in self.hanging
        if hangs or DASH in part or all(self._hyphen_parts(left, right) for left, right in pairwise(sides)):
            for match in found:
                if match.start():
                    yield match.start()
                    yield match.end()

    def _hyphen_parts(self, left: str, right: str) -> bool:
        """Tell whether a hyphen stands between two tokens: amounts ("5-10"), different names ("Januari-Maret")."""
        if self._is_amount(left) and self._is_amount(right):
            return True
        if len(left) < 2 or len(right) < 2 or left.casefold() == right.casefold() or left.casefold() in self.heads:
            return False
        return left.isalpha() and right.isalpha() and left[0].isupper() and right[0].isupper()

    def _is_amount(self, part: str) -> bool:
        sign = AMOUNT.match(part)
        start = sign.end() if sign and sign[1].casefold() in self.known.currency else 0
        return NUMBER.fullmatch(part, start) is not None

    def _at_stops(self, part: str) -> Iterator[int]:
        if "." not in part or NUMBER.fullmatch(part) or self.known.is_initials(part) or self.known.is_degree(part):
            return
        labels = list(LABEL.finditer(part))
        for left, right in pairwise(labels):
            if part[left.end() : right.start()] != ".":
                continue
            if self._keeps_stop(left[0], right[0]):
                yield right.start()
            elif self._is_glued(left[0], right[0]):
                yield left.end()
                yield right.start()

    def _keeps_stop(self, left: str, right: str) -> bool:
        if self.known.is_before(left) or (left.casefold() in self.known.number and right[0].isdecimal()):
            return True
        return (
            len(left) == 1
            and left.isupper()
            and len(right) >= GLUED_WORD
            and right[0].isupper()
            and right[1:].islower()
        )

    def _is_glued(self, left: str, right: str) -> bool:
        if left.isdecimal() and len(left) < GLUED_WORD and right.isalpha() and right.isupper():
            return True
        begins = right[0].isupper() and len(right) >= GLUED_WORD and right.casefold() not in self.known.hosts
        return begins and (left.isdecimal() or (left.isalpha() and len(left) >= GLUED_WORD))

    def _at_endings(self, part: str) -> Iterator[int]:
        ending = POSSESSIVE.search(part)
        if ending and ending.start():
            yield ending.start()
        sign = AMOUNT.match(part)
        if sign and sign[1].casefold() in self.known.currency and NUMBER.fullmatch(part, sign.end()):
            yield sign.end()

    def _in_word(self, part: str) -> Iterator[int]:
        if LETTERS.fullmatch(part):
            yield from self.clitics.cuts(part)


def make_piece_cuts(known: Abbreviations, clitics: Clitics) -> PieceCuts:
    """Return the finder that knows these abbreviations and clitics, its lists read and checked. Raises DataError."""
    text = text_of(FILE)
    lists = read_lists(text, FILE, ("heads", "clitics"))
    return IndonesianPieces(known, clitics, lists["heads"], lists["clitics"])
