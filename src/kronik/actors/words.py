"""The words of an article's prose, row by row, as the finders of mentions read them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from msgspec import Struct

from kronik.annotation.prose import Prose
from kronik.languages.analysis import ROOT, START, Sentence, Token
from kronik.languages.naming import BODY, FORMED, NOUN, OFFICE, RANK, Body, NamingWords, Noun, Office

WORD = re.compile(r"([^\W_]++(?:['’.&-][^\W_]++)*+|[^\w\s])")
"""A word with inner stops and hyphens, or one mark."""
PAIR = re.compile(r"((?:[A-Z][^\W\d_]{2,}|[A-Z]{2,}))(-)((?:[A-Z][^\W\d_]{2,}|[A-Z]{2,}))")
"""Two names joined by a hyphen ("Rusia-Ukraina"), which are three words here."""


class Row(Struct, frozen=True, kw_only=True):
    """The words of one sentence.

    Attributes:
        sentence: index in the analysis.
        starts, ends: code points of the view.
        texts, lower: the words as written and in lower case.
        capitals: whether each word begins with a capital.
        raised: the words that do, in order.
        tokens: of the sentence, in order of place.
        holds: what may begin with its words, as the bits of `kronik.languages.naming`.
        bracketed: whether a bracket opens in it.
        offices, bodies, nouns, ranks: word at which a phrase of the table begins -> its number of words and its entry,
            of the longest, in order of place.
        referring: words at which a common noun begins, those with an owner's clitic and doubled ones too, in order.
    """

    sentence: int
    starts: Sequence[int]
    ends: Sequence[int]
    texts: tuple[str, ...]
    lower: tuple[str, ...]
    capitals: Sequence[bool]
    raised: Sequence[int]
    tokens: tuple[Token, ...]
    holds: int
    bracketed: bool
    offices: Mapping[int, tuple[int, Office]]
    bodies: Mapping[int, tuple[int, Body]]
    nouns: Mapping[int, tuple[int, Noun]]
    ranks: Mapping[int, tuple[int, str]]
    referring: Sequence[int]

    def words_of(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of the words that touch ``[start, end)``."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def upos(self, index: int) -> str:
        """Return the part of speech of the token at which a word begins; empty where there is none."""
        start = self.starts[index]
        at = bisect_right(self.tokens, start, key=START) - 1
        return self.tokens[at].upos if at >= 0 and self.tokens[at].start == start else ""


def rows_of(prose: Prose, words: NamingWords) -> tuple[Row, ...]:
    """Return the rows of the prose's sentences, in order."""
    text = prose.text
    return tuple([_row(text, index, sentence, words) for index, sentence in enumerate(prose.analysis.sentences)])


def _row(text: str, index: int, sentence: Sentence, words: NamingWords) -> Row:
    # What stands between the words, and the words, take turns: their lengths add up to the places of all.
    shown = text[sentence.start : sentence.end]
    pieces = WORD.split(shown)
    borders = list(accumulate(map(len, pieces), initial=sentence.start))
    starts, ends, texts = borders[1:-1:2], borders[2::2], pieces[1::2]
    if "-" in shown:
        _part(starts, ends, texts)
    lower = tuple([word.lower() for word in texts])
    offices: dict[int, tuple[int, Office]] = {}
    bodies: dict[int, tuple[int, Body]] = {}
    nouns: dict[int, tuple[int, Noun]] = {}
    ranks: dict[int, tuple[int, str]] = {}
    referring: list[int] = []
    holds, begins = 0, words.begins
    for at in [at for at, word in enumerate(lower) if word in begins]:
        bits = begins[lower[at]]
        holds |= bits
        if bits & OFFICE and (office := words.offices.at(lower, at)) is not None:
            offices[at] = office
        if bits & BODY and (body := words.bodies.at(lower, at)) is not None:
            bodies[at] = body
        if bits & NOUN and (noun := words.nouns.at(lower, at)) is not None:
            nouns[at] = noun
            referring.append(at)
        elif bits & FORMED:
            referring.append(at)
        if bits & RANK and (rank := words.ranks.at(lower, at)) is not None:
            ranks[at] = rank
    capitals = [word[0].isupper() for word in texts]
    return Row(
        sentence=index,
        starts=starts,
        ends=ends,
        texts=tuple(texts),
        lower=lower,
        capitals=capitals,
        raised=[at for at, capital in enumerate(capitals) if capital],
        tokens=sentence.tokens,
        holds=holds,
        bracketed="(" in shown,
        offices=offices,
        bodies=bodies,
        nouns=nouns,
        ranks=ranks,
        referring=referring,
    )


def _part(starts: list[int], ends: list[int], texts: list[str]) -> None:
    """Part two names that a hyphen joins, which are three words then."""
    for at in reversed([at for at, text in enumerate(texts) if "-" in text]):
        pair = PAIR.fullmatch(texts[at])
        if pair is not None and pair[1].lower() != pair[3].lower():
            start = starts[at]
            texts[at : at + 1] = pair.groups()
            starts[at : at + 1] = [start + pair.start(group) for group in (1, 2, 3)]
            ends[at : at + 1] = [start + pair.end(group) for group in (1, 2, 3)]


def head_of(prose: Prose, sentence: int, start: int, end: int) -> int:
    """Return the token of a sentence that heads ``[start, end)``: the first whose own head lies outside of it."""
    tokens = prose.analysis.sentences[sentence].tokens
    first = last = bisect_left(tokens, end, key=START)
    while first and tokens[first - 1].end > start:
        first -= 1
    for index in range(first, last):
        head = tokens[index].head
        if head == ROOT or not first <= head < last:
            return index
    return first if first < last else max(0, bisect_right(tokens, start, key=START) - 1)
