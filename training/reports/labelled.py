"""Labelled articles: the features of every event that the coder could report, and whether it is a labelled one."""

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles import Article, Gold
from fitting import Features

from kronik.reports.coder import events_of
from kronik.reports.draft import Draft
from kronik.reports.features import Surroundings, features_of
from kronik.reports.reading import Reading

SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+|\n+")
"""Ends of sentences as the scorer of the gold sees them."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article's candidates: features, whether each is a labelled event, and how many events are labelled."""

    rows: tuple[Features, ...]
    good: tuple[bool, ...]
    wanted: int


def labelled_articles(articles: Sequence[Article]) -> list[Labelled]:
    """Return the candidates of labelled articles, in their order."""
    return [
        Labelled((), (), len(one.gold["events"])) if one.reading is None else _labelled(one.reading, one.gold)
        for one in articles
    ]


def _labelled(reading: Reading, gold: Gold) -> Labelled:
    events, domains, _ = events_of(reading)
    around = Surroundings(domains=domains, events=events)
    rows = tuple(features_of(reading, tellings, around) for tellings in events)
    return Labelled(rows, _paired(reading, events, gold), len(gold["events"]))


def _paired(reading: Reading, events: tuple[tuple[Draft, ...], ...], gold: Gold) -> tuple[bool, ...]:
    """Tell which events pair with a labelled one, one to one: same type, told first in a sentence that tells it."""
    text = gold["page"]["text"]
    starts = [0, *(match.end() for match in SENTENCE_END.finditer(text))]
    told = [{_sentence(starts, trigger["start"]) for trigger in event["triggers"]} for event in gold["events"]]
    scored = []
    for number, tellings in enumerate(events):
        first = tellings[0]
        piece = reading.prose.view.to_source(first.start, first.end)
        sentence = _sentence(starts, piece[0].start)
        for index, event in enumerate(gold["events"]):
            if event["type"] == first.type and sentence in told[index]:
                close = any(
                    trigger["start"] < piece[-1].end and piece[0].start < trigger["end"]
                    for trigger in event["triggers"]
                )
                scored.append((close + 0.5 * (event["mode"] == first.mode) + 0.5 * first.filled, number, index))
    used: set[int] = set()
    good: set[int] = set()
    for _, number, index in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if number not in good and index not in used:
            good.add(number)
            used.add(index)
    return tuple(number in good for number in range(len(events)))


def _sentence(starts: list[int], offset: int) -> int:
    return bisect.bisect_right(starts, offset) - 1
