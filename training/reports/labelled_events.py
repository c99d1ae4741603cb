"""Labelled articles: the events that the coder reports or could report, each with the labelled event it pairs with."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles import Gold
from pairing import KEPT, Telling, paired, source_of

from kronik.reports.choosing import chosen
from kronik.reports.coded import Coded
from kronik.reports.coder import events_of, report_of
from kronik.reports.draft import Draft
from kronik.reports.features import features_of, surroundings_of
from kronik.reports.reading import Reading
from kronik.reports.role_features import parts_of
from kronik.reports.scoring import scored
from kronik.reports.softness import needed


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


def labelled_by(reading: Reading, gold: Gold, told: Sequence[Told]) -> dict[int, Gold]:
    """Return the labelled events that events pair with, one to one."""

    def value(number: int, event: Gold, close: bool) -> float:
        one = told[number]
        return close + 0.5 * bool(event["mode"] == one.report.mode) + KEPT * one.kept

    tellings = [Telling(one.report.type, source_of(reading, one.report.triggers[0])) for one in told]
    return {number: gold["events"][index] for number, index in paired(gold, tellings, value).items()}
