"""Labelled articles: the events that the coder reports or could report, each with the labelled event it pairs with."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from articles import Gold
from labelled import SENTENCE_END

from kronik.reports.choosing import chosen
from kronik.reports.coded import Coded
from kronik.reports.coder import events_of, report_of
from kronik.reports.draft import Draft
from kronik.reports.features import features_of, surroundings_of
from kronik.reports.reading import Reading
from kronik.reports.role_features import parts_of
from kronik.reports.scoring import scored
from kronik.reports.softness import needed

KEPT = 3
"""By how much an event that is reported comes before one that is not where both pair with a labelled one."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event of an article: its tellings, the report that they make, and whether it is reported."""

    tellings: tuple[Draft, ...]
    report: Coded
    kept: bool


def told_events(reading: Reading) -> list[Told]:
    """Return the events of an article in order of first telling."""
    events, domains, _ = events_of(reading)
    around = surroundings_of(reading, events, domains)
    lexicon = reading.lexicon
    parts, least = parts_of(reading, events), needed(lexicon.scorer.threshold, around.softness)
    out = []
    for tellings in events:
        score, heavy = scored(features_of(reading, tellings, around), lexicon.scorer)
        report = chosen(reading, parts, tellings, report_of(reading, tellings, score, heavy), lexicon.chooser)
        out.append(Told(tellings, report, score >= least))
    return out


def paired(reading: Reading, gold: Gold, told: Sequence[Told]) -> dict[int, Gold]:
    """Return the labelled events that events pair with, one to one: same type, told in one sentence."""
    starts = [0, *(match.end() for match in SENTENCE_END.finditer(gold["page"]["text"]))]
    scores = []
    for number, one in enumerate(told):
        pieces = reading.prose.view.to_source(*one.report.triggers[0])
        first = pieces[0].start, pieces[-1].end
        sentence = bisect.bisect_right(starts, first[0])
        for index, event in enumerate(gold["events"]):
            sentences = {bisect.bisect_right(starts, trigger["start"]) for trigger in event["triggers"]}
            if event["type"] == one.report.type and sentence in sentences:
                close = any(first[0] < trigger["end"] and trigger["start"] < first[1] for trigger in event["triggers"])
                value = close + 0.5 * (event["mode"] == one.report.mode) + KEPT * one.kept
                scores.append((value, number, index))
    pairs: dict[int, Gold] = {}
    taken: set[int] = set()
    for _, number, index in sorted(scores, key=lambda one: (-one[0], one[1], one[2])):
        if number not in pairs and index not in taken:
            taken.add(index)
            pairs[number] = gold["events"][index]
    return pairs
