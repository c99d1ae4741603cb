"""Labelled articles: which events of the coder are which labelled ones, as the scorer of the gold pairs them."""

import bisect
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from articles import Gold

from kronik.reports.coded import Stretch
from kronik.reports.reading import Reading

SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+|\n+")
"""Ends of sentences as the scorer of the gold sees them."""
KEPT = 3
"""By how much an event that is reported comes before one that is not where both pair with a labelled one."""

Left = TypeVar("Left")
Right = TypeVar("Right")


@dataclass(frozen=True, slots=True)
class Telling:
    """What an event is paired by: its PLOVER type, and the code points of the page's text that tell it first."""

    type: str
    first: Stretch


def paired(gold: Gold, told: Sequence[Telling], value: Callable[[int, Gold, bool], float]) -> dict[int, int]:
    """Return which labelled event each event pairs with, one to one: same type, told first in a sentence that tells it.

    Args:
        gold: the labels of an article.
        told: its events.
        value: what a pair is worth, by the number of the event, the labelled event, and whether their words overlap.
    """
    starts = [0, *(match.end() for match in SENTENCE_END.finditer(gold["page"]["text"]))]
    sentences = [{bisect.bisect_right(starts, one["start"]) for one in event["triggers"]} for event in gold["events"]]
    scores = []
    for number, one in enumerate(told):
        start, end = one.first
        sentence = bisect.bisect_right(starts, start)
        for index, event in enumerate(gold["events"]):
            if event["type"] == one.type and sentence in sentences[index]:
                close = any(start < other["end"] and other["start"] < end for other in event["triggers"])
                scores.append((value(number, event, close), number, index))
    return one_to_one(scores)


def one_to_one(scores: Iterable[tuple[float, Left, Right]]) -> dict[Left, Right]:
    """Return pairs of which each side has one only, those of most value first, then by what they pair."""
    pairs: dict[Left, Right] = {}
    taken: set[Right] = set()
    for _, left, right in sorted(scores, key=lambda one: (-one[0], one[1], one[2])):
        if left not in pairs and right not in taken:
            taken.add(right)
            pairs[left] = right
    return pairs


def source_of(reading: Reading, stretch: Stretch) -> Stretch:
    """Return the code points of the page's text from the first to the last of a stretch of the prose."""
    pieces = reading.prose.view.to_source(*stretch)
    return pieces[0].start, pieces[-1].end
