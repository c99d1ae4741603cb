"""The words that two articles are compared by, and how much each says, by the frequencies that language packs offer."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kronik.languages.frequencies import Frequencies
from kronik.stories.entries import Entry

LEAST_WEIGHT = 1.0
"""Weight below which a word says nothing: one of every third article."""
LEAD_WORDS = 60
"""Words of prose that stand for the opening."""
COUNTS_CHARS = 600
"""Characters of prose whose counted things are compared."""

_GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_DATE = re.compile(r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\b(?:19|20)\d\d\b")
"""Numeric days and years are compared as times, not as numbers."""
_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_COUNTED = re.compile(r"(\d+(?:[.,]\d+)*)\s*([^\W\d_]+)")
"""A number and the word behind it, which as a rule says what it counts."""

Vector = Mapping[str, float]
Counts = Mapping[str, frozenset[str]]
"""What is counted -> the numbers that count it, as written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """An article's words as they are compared; vectors have length 1.

    Attributes:
        entry: the article.
        head, lead, body, names, numbers: vectors of the headline, the opening with it, all of it, and of its parts.
        row: the words of the prose in order, in lower case.
        runs: runs of three words.
        head_words, lead_names, head_numbers: single words, for what is shared and what is not.
        head_counts, lead_counts: what the headline, and it and the opening, count.
    """

    entry: Entry
    head: Vector
    lead: Vector
    body: Vector
    names: Vector
    numbers: Vector
    row: tuple[str, ...]
    runs: frozenset[tuple[str, str, str]]
    head_words: tuple[str, ...]
    lead_names: frozenset[str]
    head_numbers: frozenset[str]
    head_counts: Counts
    lead_counts: Counts


def tokens(text: str) -> list[str]:
    """Return the words and numbers of a text, glued words apart at a capital, numeric days and years left out."""
    return _TOKEN.findall(_DATE.sub(" ", _GLUED.sub(" ", text)))


def wording_of(entry: Entry, frequencies: Frequencies) -> Wording:
    """Return an article's words as they are compared."""
    head, prose = tokens(entry.headline), tokens(entry.prose)
    low_head, low = [token.lower() for token in head], [token.lower() for token in prose]
    every, low_every = [*head, *prose], [*low_head, *low]
    weights = _weights(low_every, frequencies)
    named = {token for token in frozenset(every) if frequencies.is_name(token)}
    names = [word for token, word in zip(every, low_every, strict=True) if token in named]
    low_lead = [*low_head, *low[:LEAD_WORDS]]
    return Wording(
        entry=entry,
        head=_vector(low_head, weights),
        lead=_vector(low_lead, weights),
        body=_vector(low_every, weights),
        names=_vector(names, weights),
        numbers=_vector([word for word in low_every if word[0].isdigit()], weights),
        row=tuple(low),
        runs=runs_of(low),
        head_words=tuple(sorted(set(low_head))),
        lead_names=frozenset(low_lead).intersection(names),
        head_numbers=frozenset(token for token in head if token[0].isdigit()),
        head_counts=counts(entry.headline),
        lead_counts=counts(f"{entry.headline}\n{entry.prose[:COUNTS_CHARS]}"),
    )


def runs_of(row: Sequence[str]) -> frozenset[tuple[str, str, str]]:
    """Return the runs of three words of words in a row."""
    return frozenset(zip(row, row[1:], row[2:], strict=False))


def lead_of(entry: Entry, frequencies: Frequencies) -> Vector:
    """Return the vector of an article's opening alone, as `wording_of` has it."""
    words = [token.lower() for token in (*tokens(entry.headline), *tokens(entry.prose)[:LEAD_WORDS])]
    return _vector(words, _weights(words, frequencies))


def counts(text: str) -> Counts:
    """Return what a text counts; numeric days and years are left out."""
    found: dict[str, set[str]] = {}
    for match in _COUNTED.finditer(_DATE.sub(" ", _GLUED.sub(" ", text)).lower()):
        found.setdefault(match[2], set()).add(match[1])
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _weights(words: list[str], frequencies: Frequencies) -> dict[str, float]:
    """Return the weights of those words that say something."""
    found = {word: frequencies.weight(word) for word in frozenset(words)}
    return {word: weight for word, weight in found.items() if weight > LEAST_WEIGHT}


def _vector(words: list[str], weights: Mapping[str, float]) -> Vector:
    values = {
        word: (1 + math.log(count)) * weights[word] for word, count in sorted(Counter(words).items()) if word in weights
    }
    size = math.sqrt(math.fsum(value * value for value in values.values())) or 1.0
    return {word: value / size for word, value in values.items()}
