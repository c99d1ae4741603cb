"""Labelled articles: the features of every event that the coder could report, and whether it is a labelled one."""

import bisect
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from articles import Article, Gold, digest_of
from fitting import Features

from kronik.reports.coder import events_of
from kronik.reports.draft import Draft
from kronik.reports.features import features_of, surroundings_of
from kronik.reports.reading import Reading

SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+|\n+")
"""Ends of sentences as the scorer of the gold sees them."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article's candidates: features, whether each is a labelled event, and how many events are labelled.

    `softness` is the article's, as the features have it; `unfounded` are the candidates that a reader of the reports
    found to be false.
    """

    rows: tuple[Features, ...]
    good: tuple[bool, ...]
    wanted: int
    softness: float = 0.0
    unfounded: frozenset[int] = frozenset()


def labelled_articles(articles: Sequence[Article], softness: Mapping[str, float]) -> list[Labelled]:
    """Return the candidates of labelled articles, in their order.

    Args:
        articles: with their labels.
        softness: of articles by the digest of their text, where weights that have not seen the article give it.
    """
    return [
        Labelled((), (), len(one.gold["events"]))
        if one.reading is None
        else _labelled(one.reading, one.gold, softness.get(digest_of(one.gold["page"]["text"])))
        for one in articles
    ]


def _labelled(reading: Reading, gold: Gold, softness: float | None) -> Labelled:
    events, domains, _ = events_of(reading)
    around = surroundings_of(reading, events, domains, softness)
    rows = tuple(features_of(reading, tellings, around) for tellings in events)
    good = _paired(reading, events, gold)
    return Labelled(rows, good, len(gold["events"]), around.softness, _unfounded(reading, events, gold))


def _unfounded(reading: Reading, events: tuple[tuple[Draft, ...], ...], gold: Gold) -> frozenset[int]:
    """Return the events whose type and first words a reader of the reports found to tell none."""
    told = {(one["type"], one["start"]) for one in gold.get("unfounded", ())}
    starts = [reading.prose.view.to_source(one[0].start, one[0].end)[0].start for one in events]
    return frozenset(number for number, one in enumerate(events) if (one[0].type, starts[number]) in told)


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
