"""The words of a view as the rules of speech read them: forms in lower case with their place, units of narration."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from kronik.languages.analysis import Analysis
from kronik.statements.quoting import Quoted, within

WORD = re.compile(r"(\d++(?:[.,:/]\d++)*+|\w++(?:-\w++)*+|[^\w\s])")
INNER_CAPITAL = re.compile(r"(?<=[a-z])[A-Z]")
SHORTEST_GLUED = 9
"""Fewest letters of a word that may be a name and a cue glued together; shorter ones are single words."""
SHORTEST_CUE = 7
"""Fewest letters of a cue that is looked for at the end of a name; shorter ones end ordinary names."""
QUOTES = "\"“”„‟«»‘’'"


class Wording(Struct, frozen=True):
    """Words and single marks of a text, in parallel: half-open code points and form in lower case."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    forms: tuple[str, ...]

    def at_or_after(self, offset: int) -> int:
        """Return the index of the first word that starts at or after a code point."""
        return bisect_left(self.starts, offset)

    def before(self, offset: int) -> int:
        """Return the index of the last word that ends at or before a code point; -1 when there is none."""
        return bisect_right(self.ends, offset) - 1

    def is_name(self, index: int) -> bool:
        """Tell whether a word starts with a capital."""
        return self.text[self.starts[index]].isupper()

    def is_word(self, index: int) -> bool:
        """Tell whether it is a word and no mark."""
        return self.forms[index][0].isalnum()


class Unit(Struct, frozen=True):
    """A sentence of the narration, with all sentences of a quotation that starts or ends in it.

    Attributes:
        start, end: half-open code points.
        first, last: half-open indices of its words.
        quotes: the quotations in it.
        paragraph: number of its paragraph.
    """

    start: int
    end: int
    first: int
    last: int
    quotes: tuple[Quoted, ...]
    paragraph: int


def wording_of(text: str, cues: frozenset[str]) -> Wording:
    """Return the words of a text; a word of ``cues`` that a name is glued to stands apart from it."""
    # What stands between the words, and the words, take turns: their lengths add up to the places of all.
    pieces = WORD.split(text)
    borders = list(accumulate(map(len, pieces)))
    words, starts, ends = pieces[1::2], borders[:-1:2], borders[1::2]
    long = [at for at, word in enumerate(words) if len(word) > SHORTEST_GLUED and not word.islower()]
    for at in reversed(long):
        parts = _apart(words[at], starts[at], cues)
        if len(parts) > 1:
            words[at : at + 1] = [text[first:last] for first, last in parts]
            starts[at : at + 1] = [first for first, _ in parts]
            ends[at : at + 1] = [last for _, last in parts]
    return Wording(text, starts, ends, tuple([word.lower() for word in words]))


def _apart(word: str, at: int, cues: frozenset[str]) -> list[tuple[int, int]]:
    """Return the spans of a word that starts at a code point: one, or two where a name and a cue are glued."""
    end = at + len(word)
    if not word.isupper():
        border = INNER_CAPITAL.search(word)
        if border is not None and word[: border.start()].lower() in cues:
            return [(at, at + border.start()), (at + border.start(), end)]
        if word[0].isupper():
            for cut in range(2, len(word) - SHORTEST_CUE):
                if word[cut:] in cues:
                    return [(at, at + cut), (at + cut, end)]
    return [(at, end)]


def units_of(analysis: Analysis, words: Wording, quotes: tuple[Quoted, ...]) -> tuple[Unit, ...]:
    """Return the units: sentences of the analysis and paragraphs, joined where a quotation runs over their border."""
    text = words.text
    cuts = [(sentence.start, sentence.end) for sentence in analysis.sentences] or [(0, len(text))]
    spans: list[list[int]] = []
    for start, end in cuts:
        for low, high in _lines(text, start, end):
            if spans and _joins(words, quotes, spans[-1], low):
                spans[-1][1] = max(high, spans[-1][1])
            else:
                spans.append([low, high])
    out = []
    paragraph, last_end = 0, 0
    for start, end in spans:
        paragraph += text.count("\n", last_end, start)
        last_end = start
        first, last = words.at_or_after(start), words.before(end) + 1
        inside = tuple([quote for quote in quotes if quote.outer_start < end and quote.outer_end > start])
        out.append(Unit(start, end, first, last, inside, paragraph))
    return tuple(out)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of a stretch of text without the white space around each, empty ones left out."""
    at = start
    for part in text[start:end].split("\n"):
        if bare := part.strip():
            low = at + len(part) - len(part.lstrip()) if part[0].isspace() else at
            yield low, low + len(bare)
        at += len(part) + 1


def _joins(words: Wording, quotes: tuple[Quoted, ...], before: list[int], start: int) -> bool:
    """Tell whether what starts here goes on with the unit before it."""
    text = words.text
    quote = within(quotes, start)
    if quote is not None and quote.outer_start < start and quote.outer_start >= before[0]:
        return True
    if "\n" in text[before[1] : start]:
        return False
    head = text[start]
    if head.islower():
        return True
    return head in ",;)" or (head in QUOTES and quote is not None and quote.outer_end == start + 1)
