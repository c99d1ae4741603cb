"""Headlines of other stories that stand between the paragraphs without any marker.

Such a line looks like a headline, ends no sentence, and shares no words with the article around it. A small trained
judge weighs this; `training/strays.py` makes its weights.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kronik.articles.marks import Mark
from kronik.articles.sheet import Sheet
from kronik.languages.cleaning import Cleaning
from kronik.records.articles import Reason

FEWEST_WORDS = 5
MOST_WORDS = 22
"""Words of a headline; 98 of 100 headlines of the shared news have 5 to 22."""
CAPITALS = 0.6
"""Least share of a headline's words that begin with a capital, small words aside."""
PROSE_CHARS = 80
"""A line this long, or one that ends a sentence, is the article's own and is compared with."""
NEIGHBOURS = 2
"""Lines before and after that are looked at."""
CONTENT_LETTERS = 4
"""Shorter words say little of what a line is about."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_LISTED = re.compile(r"\s*(?:\d+\s*[.)]|[#@(.•●▪*·\-–—\"“‘'])")
_NO_HEADLINE = re.compile(
    r"\b\d\d?[.:]\d\d\b"  # a clock or a score: a programme, not a headline
    r"|[a-z.]\d+\.\s"  # list items whose line ends were lost
    r"|[^.]\.\s*[A-Z][a-z]+ [a-z]"  # a second sentence
    r"|(?:,[^,]*){4}"  # a list of names
    r"|^[^\W\d_]+(?: [^\W\d_]+){0,2}:\s*\d{1,2}(?: [^\W\d_]+ \d{4}|[-/.]\d)"  # a label and a day
    r"|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b"  # a dated entry
    r"|\(\d(?:-\d){2,3}\)"  # a team's formation
    r"|^[^\"]*\"[^\"]*$|^[^“”]*”"  # the end of a quotation that began above
)
_NO_END = (".", ",", ";", ":", "…")
_CLOSING = "\"”'’)"


@dataclass(frozen=True, slots=True)
class _Seen:
    """A line taken apart once: its text, words, and the words that tell what it is about."""

    text: str
    words: tuple[str, ...]
    content: frozenset[str]


def stray_marks(sheet: Sheet, skip: frozenset[int]) -> Iterator[Mark]:
    """Yield marks for lines that are headlines of other stories: removed, or unsure where the judge wavers.

    ``skip`` holds the indexes of lines that other rules have taken; they are neither judged nor compared with.
    """
    model = sheet.words.strays
    if model is None:
        return
    for index, features in stray_features(sheet, skip):
        score = model.score(features)
        if score >= model.unsure_from:
            line = sheet.lines[index]
            removed = score >= model.removed_from
            yield Mark(
                start=line.start,
                end=line.end,
                reason=Reason.RELATED if removed else None,
                rule="stray.headline" if removed else "stray.headline-perhaps",
            )


def stray_features(sheet: Sheet, skip: frozenset[int]) -> Iterator[tuple[int, tuple[float, ...]]]:
    """Yield the index and the features of each line that has the shape of a headline.

    Features are those of `kronik.languages.strays.FEATURES`, in their order.
    """
    alive = [index for index in range(len(sheet.lines)) if index not in skip]
    shaped = [
        at
        for at, index in enumerate(alive)
        if at
        and _has_shape(sheet.lines[index].text, sheet.words)
        and not _announces(sheet.lines[alive[at - 1]].text, sheet.words)
    ]
    if not shaped:
        return
    seen = [_taken_apart(sheet.lines[index].text, sheet.words) for index in alive]
    for at in shaped:
        yield alive[at], _features(seen, at, sheet.words)


def _announces(text: str, words: Cleaning) -> bool:
    """Tell whether a sentence ends with the words that announce the items below it; a headline below is the first."""
    return text.endswith(".") and text.rstrip(" .").casefold().endswith(tuple(sorted(words.announcing_words)))


def _taken_apart(text: str, words: Cleaning) -> _Seen:
    found = tuple(_WORD.findall(text))
    folded = (word.casefold() for word in found if len(word) >= CONTENT_LETTERS)
    return _Seen(text, found, frozenset(word for word in folded if word not in words.common_words))


def _has_shape(text: str, words: Cleaning) -> bool:
    if text.rstrip(_CLOSING).endswith(_NO_END) or _LISTED.match(text) or _NO_HEADLINE.search(text):
        return False
    found = _WORD.findall(text)
    return FEWEST_WORDS <= len(found) <= MOST_WORDS and _capitals(found, words) >= CAPITALS


def _capitals(found: Sequence[str], words: Cleaning) -> float:
    weighed = [word for word in found if word[0].isalpha() and word.casefold() not in words.small_words]
    return sum(word[0].isupper() for word in weighed) / len(weighed) if weighed else 0.0


def _features(seen: Sequence[_Seen], at: int, words: Cleaning) -> tuple[float, ...]:
    line = seen[at]
    own = [other for place, other in enumerate(seen) if place != at and _is_prose(other.text)]
    after = seen[at + 1 : at + 1 + NEIGHBOURS]
    near = [*seen[max(0, at - NEIGHBOURS) : at], *after]
    size = len(line.words) / 10
    return (
        size,
        size * size,
        _capitals(line.words, words),
        float(line.text.rstrip(_CLOSING).endswith(("!", "?"))),
        _shared(line, own),
        _shared(line, [other for other in after if _is_prose(other.text)]),
        float(any(word.casefold() in words.small_words for word in line.words)),
        float(sum(len(other.text) < PROSE_CHARS and not _has_shape(other.text, words) for other in near)),
        float(seen[at - 1].text.endswith(":")),
        sum(word.isupper() and len(word) > 1 for word in line.words) / len(line.words),
        float(":" in line.text),
    )


def _is_prose(text: str) -> bool:
    return len(text) >= PROSE_CHARS or text.endswith((".", '"', "”", ")", "'"))


def _shared(line: _Seen, others: Sequence[_Seen]) -> float:
    """Return the share of the line's content words that the others have; a half where it has none."""
    if not line.content:
        return 0.5
    have = frozenset().union(*(other.content for other in others))
    return len(line.content & have) / len(line.content)
