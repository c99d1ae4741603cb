"""What a language's grammar makes of a text: sentences, tokens with their place in a tree, and names."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter

ROOT = -1
"""Head of a token that hangs on none."""
START = attrgetter("start")
"""Code point at which a token, a sentence or a name starts."""


class Voice(StrEnum):
    """Voice of a verb by its morphology."""

    ACTIVE = "active"
    PASSIVE = "passive"


class NameKind(StrEnum):
    """What a name is of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    PRODUCT = "product"
    """A thing that is made or sold: a ship, an aircraft, a car, a device, a program."""
    OTHER = "other"
    """A work, a law, an operation, a competition, a holiday, an award."""


THINGS = frozenset({NameKind.PRODUCT, NameKind.OTHER})
"""Kinds of names that are no one's and no place's."""


@dataclass(frozen=True, slots=True)
class Token:
    """A syntactic word of a sentence.

    Attributes:
        start, end: half-open code points of the analysed text; clitics (``-nya``, ``ku-``, ``-lah``) are tokens of
            their own, so that neighbours may touch.
        form: the characters as written.
        lemma: lower-cased base form (``menyerang`` -> ``serang``); the form itself for names and numbers.
        upos: universal part of speech.
        voice: of a verb; None for other words and verbs without either.
        head: index of the head in the sentence's tokens, `ROOT` for the root.
        relation: universal dependency relation, subtypes kept (``nsubj:pass``, ``obl:agent`` where the model tells).
    """

    start: int
    end: int
    form: str
    lemma: str
    upos: str
    voice: Voice | None
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: half-open code points of the analysed text without the white space around it, and its tokens."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...] = field(repr=False)
    """For each token the indices of its dependents, ascending."""

    @property
    def root(self) -> int:
        """Index of the (first) root; 0 in an empty sentence is never asked for."""
        return next(index for index, token in enumerate(self.tokens) if token.head == ROOT)

    def subtree(self, index: int) -> tuple[int, ...]:
        """Return the indices of a token and all that hangs on it, ascending."""
        found, left = [], [index]
        while left:
            at = left.pop()
            found.append(at)
            left.extend(self.children[at])
        return tuple(sorted(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in the analysed text, titles left out: half-open code points, kind, and the model's score (4 decimals)."""

    start: int
    end: int
    kind: NameKind
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """A text with its sentences and names, both in order of place."""

    text: str
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]

    def sentence_at(self, offset: int) -> int | None:
        """Return the index of the sentence that holds a code point of the text; None between sentences."""
        at = bisect_right(self.sentences, offset, key=START) - 1
        return at if at >= 0 and offset < self.sentences[at].end else None


def token_at(tokens: Sequence[Token], offset: int) -> int | None:
    """Return the index of the token that holds a code point of the text; None between tokens."""
    at = bisect_right(tokens, offset, key=START) - 1
    return at if at >= 0 and offset < tokens[at].end else None


def sentence_of(start: int, end: int, tokens: tuple[Token, ...]) -> Sentence:
    """Return the sentence with its lists of dependents."""
    children: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if token.head != ROOT:
            children[token.head].append(index)
    return Sentence(start, end, tokens, tuple(tuple(below) for below in children))


Analyser = Callable[[str], Analysis]
"""Text of a view -> its analysis. Pure: the same text gives the same analysis."""

SentenceSplitter = Callable[[str], tuple[tuple[int, int], ...]]
"""Text of a view -> half-open code points of its sentences, in order, white space around them left out."""
