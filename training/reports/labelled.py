"""Labelled articles: the features of every event that the coder could report, and whether it is a labelled one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from articles import Article, Gold, digest_of
from fitting import Features
from pairing import Telling, paired, source_of

from kronik.reports.coder import events_of
from kronik.reports.draft import Draft
from kronik.reports.features import features_of, surroundings_of
from kronik.reports.reading import Reading


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
    starts = [source_of(reading, (one[0].start, one[0].end))[0] for one in events]
    return frozenset(number for number, one in enumerate(events) if (one[0].type, starts[number]) in told)


def _paired(reading: Reading, events: tuple[tuple[Draft, ...], ...], gold: Gold) -> tuple[bool, ...]:
    """Tell which events pair with a labelled one, one to one."""

    def value(number: int, event: Gold, close: bool) -> float:
        first = events[number][0]
        return close + 0.5 * bool(event["mode"] == first.mode) + 0.5 * first.filled

    told = [Telling(one[0].type, source_of(reading, (one[0].start, one[0].end))) for one in events]
    pairs = paired(gold, told, value)
    return tuple(number in pairs for number in range(len(events)))
