"""The words of an article's prose, row by row, as the finders of mentions read them."""

import re
from bisect import bisect_left, bisect_right

from msgspec import Struct

from kronik.annotation.prose import Prose
from kronik.languages.analysis import ROOT

WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*|[^\w\s]")
"""A word with inner stops and hyphens, or one mark."""
PAIR = re.compile(r"((?:[A-Z][^\W\d_]{2,}|[A-Z]{2,}))(-)((?:[A-Z][^\W\d_]{2,}|[A-Z]{2,}))")
"""Two names joined by a hyphen ("Rusia-Ukraina"), which are three words here."""


class Row(Struct, frozen=True):
    """The words of one sentence.

    Attributes:
        sentence: index in the analysis.
        starts, ends: code points of the view.
        texts, lower: the words as written and in lower case.
        upos: part of speech of the token at which each word begins; empty where there is none.
    """

    sentence: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    texts: tuple[str, ...]
    lower: tuple[str, ...]
    upos: tuple[str, ...]

    def capital(self, index: int) -> bool:
        """Tell whether a word begins with a capital."""
        return self.texts[index][0].isupper()

    def words_of(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of the words that touch ``[start, end)``."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)


def rows_of(prose: Prose) -> tuple[Row, ...]:
    """Return the rows of the prose's sentences, in order."""
    rows = []
    text = prose.text
    for index, sentence in enumerate(prose.analysis.sentences):
        tagged = {token.start: token.upos for token in sentence.tokens}
        starts: list[int] = []
        ends: list[int] = []
        texts: list[str] = []
        for match in WORD.finditer(text, sentence.start, sentence.end):
            word, start = match[0], match.start()
            if "-" not in word:
                starts.append(start)
                ends.append(match.end())
                texts.append(word)
                continue
            for first, last in _apart(word, start):
                starts.append(first)
                ends.append(last)
                texts.append(text[first:last])
        rows.append(
            Row(
                sentence=index,
                starts=tuple(starts),
                ends=tuple(ends),
                texts=tuple(texts),
                lower=tuple([word.lower() for word in texts]),
                upos=tuple([tagged.get(start, "") for start in starts]),
            )
        )
    return tuple(rows)


def _apart(text: str, start: int) -> tuple[tuple[int, int], ...]:
    pair = PAIR.fullmatch(text)
    if pair is None or pair[1].lower() == pair[3].lower():
        return ((start, start + len(text)),)
    return tuple((start + pair.start(group), start + pair.end(group)) for group in (1, 2, 3))


def head_of(prose: Prose, sentence: int, start: int, end: int) -> int:
    """Return the token of a sentence that heads ``[start, end)``: the first whose own head lies outside of it."""
    tokens = prose.analysis.sentences[sentence].tokens
    inside = [index for index, token in enumerate(tokens) if token.start < end and token.end > start]
    for index in inside:
        head = tokens[index].head
        if head == ROOT or not (tokens[head].start < end and tokens[head].end > start):
            return index
    return inside[0] if inside else max(0, bisect_right([token.start for token in tokens], start) - 1)
