"""Labelled articles: for every event that pairs with a labelled one, who stands in which role, with features."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from articles import Article, Gold
from fitting import Features
from pairing import KEPT, Telling, one_to_one, paired, source_of

from kronik.records.actors import MentionForm
from kronik.reports.coded import Coded, Stretch
from kronik.reports.coder import events_of, report_of
from kronik.reports.features import features_of, surroundings_of
from kronik.reports.reading import Reading
from kronik.reports.role_features import ACTOR, RECIPIENT, Asked, asked_of, candidates_for, parts_of, role_features
from kronik.reports.scoring import scored
from kronik.reports.softness import needed

ALIKE = 0.5
"""Share of characters from which two mentions are one."""
SIDES = {ACTOR: "actors", RECIPIENT: "recipients"}

Filler = tuple[str, str]
"""Side and key of a labelled actor; a member who is no labelled actor has a key of its own."""


@dataclass(frozen=True, slots=True)
class Row:
    """A member on a side of an event: its features, whether the labels put it there."""

    side: str
    member: int
    features: Features
    good: bool


@dataclass(frozen=True, slots=True)
class LabelledEvent:
    """An event that the coder reports or could report.

    Attributes:
        asked: the event with what the rules say.
        rows: of every member that could take part.
        keys: member -> key of the labelled actor.
        wanted: fillers of the labelled event; None where the event pairs with none.
        kept: whether it is reported.
    """

    asked: Asked
    rows: tuple[Row, ...]
    keys: Mapping[int, str]
    wanted: frozenset[Filler] | None
    kept: bool


@dataclass(frozen=True, slots=True)
class LabelledRoles:
    """The events of an article, and how many fillers and events its labels hold."""

    events: tuple[LabelledEvent, ...]
    wanted: int
    labelled: int


def labelled_roles(articles: Sequence[Article]) -> list[LabelledRoles]:
    """Return the events of labelled articles, in their order."""
    out = []
    for one in articles:
        wanted = sum(len(event[name]) for event in one.gold["events"] for name in SIDES.values())
        events = () if one.reading is None else tuple(_events(one.reading, one.gold))
        out.append(LabelledRoles(events, wanted, len(one.gold["events"])))
    return out


def _events(reading: Reading, gold: Gold) -> Iterator[LabelledEvent]:
    events, domains, _ = events_of(reading)
    around = surroundings_of(reading, events, domains)
    scorer = reading.lexicon.scorer
    least = needed(scorer.threshold, around.softness)
    parts = parts_of(reading, events)
    reports, kept = [], []
    for tellings in events:
        score, heavy = scored(features_of(reading, tellings, around), scorer)
        reports.append(report_of(reading, tellings, score, heavy))
        kept.append(score >= least)
    keys = _keys(reading, gold, reports)
    paired = _paired(reading, gold, reports, kept, keys)
    for number, tellings in enumerate(events):
        report, wanted = reports[number], paired.get(number)
        asked = asked_of(reading, parts, tellings, report.actors, report.recipients)
        rows = [
            Row(side, member, features, (side, keys.get(member)) in (wanted or ()))
            for member in candidates_for(asked)
            for side, features in role_features(asked, member).items()
            if side == ACTOR or not asked.mutual or asked.recipients
        ]
        yield LabelledEvent(asked, tuple(rows), keys, wanted, kept[number])


def fillers(asked: Asked, keys: Mapping[int, str]) -> frozenset[Filler]:
    """Return who stands in the roles of an event by the rules."""
    return frozenset((side, keys.get(role.member, f"?{role.member}")) for side in SIDES for role in asked.given(side))


def _keys(reading: Reading, gold: Gold, reports: list[Coded]) -> dict[int, str]:
    """Return the labelled actors of members, one to one, by the characters of their mentions."""
    used = {role.member for one in reports for role in (*one.actors, *one.recipients)}
    mentions: dict[int, list[Stretch]] = {}
    for one in reading.scene.cast.references:
        if one.form is not MentionForm.PRONOUN:
            mentions.setdefault(one.member, []).append(source_of(reading, (one.start, one.end)))
    scores = []
    for member, own in mentions.items():
        for actor in gold["actors"]:
            theirs = [(mention["start"], mention["end"]) for mention in actor["mentions"]]
            alike = [max((_alike(one, other) for other in theirs), default=0.0) for one in own]
            total = sum(value for value in alike if value >= ALIKE)
            if total:
                scores.append((total + 0.5 * (member in used), member, str(actor["key"])))
    return one_to_one(scores)


def _alike(one: Stretch, other: Stretch) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def _paired(
    reading: Reading, gold: Gold, reports: list[Coded], kept: list[bool], keys: Mapping[int, str]
) -> dict[int, frozenset[Filler]]:
    """Return the fillers of the labelled events that events pair with, one to one."""

    def value(number: int, event: Gold, close: bool) -> float:
        report = reports[number]
        own = {(ACTOR, keys.get(one.member)) for one in report.actors}
        own |= {(RECIPIENT, keys.get(one.member)) for one in report.recipients}
        return len(own & _wanted(event)) + 0.5 * close + KEPT * kept[number]

    told = [Telling(one.type, source_of(reading, one.triggers[0])) for one in reports]
    return {number: _wanted(gold["events"][index]) for number, index in paired(gold, told, value).items()}


def _wanted(event: Gold) -> frozenset[Filler]:
    return frozenset((side, str(key)) for side, name in SIDES.items() for key in event[name])
