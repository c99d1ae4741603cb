"""Spaces missing between a number and a word: "2025lalu", "untuk4", "ke-32jemaah"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kronik.languages.id.glue_vocabulary import Shape, Vocabulary, shape_of

TOKEN = re.compile(r"[^\W_]+")
NUMBER_THEN_WORD = re.compile(r"\d(?=([^\W\d_]++)(?!\d))")
WORD_THEN_NUMBER = re.compile(r"([^\W\d_]+)(\d+)(?![^\W_])")
YEAR = re.compile(r"(?:19|20)\d\d")
KNOWN = 20
"""Weight of a word that may follow a number."""
STRONG = 30
"""Weight of a word that may stand before a year."""
FEW = 5
"""Weight of a name that may follow a number."""


@dataclass(frozen=True, slots=True)
class NumberCuts:
    """Finds the places between digits and letters."""

    words: Vocabulary

    def find(self, piece: str) -> Iterator[int]:
        """Yield the offsets in ``piece``, in no order."""
        for match in TOKEN.finditer(piece):
            token = match[0]
            if token.isalpha() or token.isdecimal():
                continue
            for found in NUMBER_THEN_WORD.finditer(token):
                if self._may_follow(found[1], token[: found.end()]):
                    yield match.start() + found.end()
            whole = WORD_THEN_NUMBER.fullmatch(token)
            if whole and self._may_precede(whole[1], whole[2]):
                yield match.start() + whole.end(1)

    def _may_follow(self, word: str, number: str) -> bool:
        """Judge the word behind the digits; ``number`` may begin with letters ("U23untuk")."""
        folded = word.casefold()
        if len(word) < 3 or folded in self.words.after_numbers:
            return False
        if not number.isdecimal():
            return word in self.words.function
        match shape_of(word):
            case Shape.LOWER:
                return self.words.part_weight(word) >= KNOWN
            case Shape.TITLE:
                return (YEAR.fullmatch(number) is not None and len(word) > 4) or self.words.weight(
                    word, Shape.TITLE, Shape.LOWER
                ) >= FEW
            case Shape.CAPS:
                return self.words.weight(word, Shape.CAPS) >= KNOWN
        return False

    def _may_precede(self, word: str, digits: str) -> bool:
        if word in self.words.function and len(word) > 2:
            return True
        if word.casefold() in self.words.name_heads or not YEAR.fullmatch(digits) or len(word) < 4:
            return False
        return (
            shape_of(word) in {Shape.LOWER, Shape.TITLE} and self.words.weight(word, Shape.LOWER, Shape.TITLE) >= STRONG
        )
