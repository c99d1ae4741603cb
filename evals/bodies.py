"""Figures of article bodies from HTML: how much of the expected text the prose holds, and how little else.

``word_f1`` counts words without their order, a page at a time, and is averaged over pages. ``shingle_f1`` counts runs
of four words; precision and recall are averaged over pages and joined last, as the article extraction benchmark does.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

WORD = re.compile(r"\w+")
SHINGLE = 4
"""Words in a run."""


def words_of(text: str) -> list[str]:
    """Return the words of a text in order."""
    return WORD.findall(text)


def shingles_of(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of `SHINGLE` words of a text; of a shorter one its only run."""
    words = words_of(text)
    last = max(1, len(words) - SHINGLE + 1)
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(last) if words)


def word_f1(pairs: Iterable[tuple[str, str]]) -> float:
    """Return the mean F1 of words over (expected, found) texts; case does not count."""
    scores = []
    for expected, found in pairs:
        wanted, got = (Counter(words_of(text.casefold())) for text in (expected, found))
        shared = (wanted & got).total()
        scores.append(2 * shared / max(1, wanted.total() + got.total()))
    return sum(scores) / max(1, len(scores))


def shingle_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the F1 of runs of words over (expected, found) texts."""
    precisions, recalls = [], []
    for expected, found in pairs:
        wanted, got = shingles_of(expected), shingles_of(found)
        shared = (wanted & got).total()
        if got:
            precisions.append(shared / got.total())
        if wanted:
            recalls.append(shared / wanted.total())
    precision, recall = (sum(values) / max(1, len(values)) for values in (precisions, recalls))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
