"""What speaks for and against a place of the article as the place of an event: named features for the choice."""

from collections.abc import Iterator, Sequence

from kronik.records.plover import EventType
from kronik.reports.coded import Coded
from kronik.reports.draft import Draft
from kronik.reports.paths import path_between
from kronik.reports.place_map import LEAD, Site
from kronik.reports.place_standing import paragraphs_off, to_event
from kronik.reports.reading import Reading

CLOSE = 5
"""Tokens between a trigger and a place behind it up to which it is close."""
NEXT, SOME = 2, 5
"""Sentences between an event and a place or time up to which it is told next to it, and beyond which it is far."""
SPEECH = "speech"
KINDS: dict[EventType, str] = {
    EventType.ASSAULT: "force",
    EventType.MOBILIZE: "force",
    EventType.PROTEST: "crowd",
    EventType.CONSULT: "meeting",
    EventType.COOPERATE: "meeting",
    EventType.COERCE: "law",
    EventType.SANCTION: "law",
    EventType.AID: "aid",
    EventType.RETREAT: "aid",
}
"""Types that are told of with like words of place; those left out are acts of speech."""
CASES = frozenset({"investigate", "allege"})
"""Modes of ACCUSE that bodies of law do."""


def eligible(site: Site, tellings: tuple[Draft, ...]) -> bool:
    """Tell whether a place can be that of an event: in one of its sentences, or somewhere as a place of something."""
    return site.place.located or any(one.candidate.sentence == site.sentence for one in tellings)


def place_features(
    reading: Reading, sites: Sequence[Site], site: Site, tellings: tuple[Draft, ...], report: Coded
) -> tuple[str, ...]:
    """Return the names of the features that a place has for an event, each once.

    Args:
        reading: of the article.
        sites: its places.
        site: the place.
        tellings: those of the event, the clearest first.
        report: the event, with the place that the rules give.
    """
    kind = kind_of(tellings, report)
    own = site.features
    found = [*_event(tellings, report, kind), *own]
    found += [f"level={site.level}+{kind}"]
    found += [f"{name}+{kind}" for name in ("time-next",) if name in own]
    here = [one for one in tellings if one.candidate.sentence == site.sentence]
    if here:
        found += _here(reading, sites, site, here, (report, kind))
        if here[0] is not tellings[0]:
            found.append("other-telling")
    else:
        found += _away(sites, site, tellings, kind)
        found.append(paragraphs_off(reading, site, tellings))
    found += _sort(site, report, kind, here=bool(here))
    found += _company(reading, site, report, kind, here=bool(here))
    found += _told(reading, site, tellings, report, kind)
    return tuple(dict.fromkeys(found))


def kind_of(tellings: tuple[Draft, ...], report: Coded) -> str:
    """Return the kind of an event as far as places are told alike; a plan is of the kind of what is planned."""
    if report.type == EventType.ACCUSE.value and report.mode in CASES:
        return "case"
    return KINDS.get(tellings[0].candidate.form.entry.type, SPEECH)


def how_told(tellings: Sequence[Draft], report: Coded, kind: str) -> Iterator[str]:
    """Yield what an event is and how it is told, as far as the choice of its place and that of its day ask."""
    first = tellings[0]
    yield f"type={report.type}"
    yield f"status={report.status.value}"
    if first.presumed:
        yield "presumed"
        yield f"presumed+{kind}"
    if first.candidate.sentence < LEAD:
        yield "event-in-lead"


def _event(tellings: tuple[Draft, ...], report: Coded, kind: str) -> Iterator[str]:
    yield "bias"
    yield from how_told(tellings, report, kind)
    if tellings[0].candidate.form.frame.mutual:
        yield f"mutual+{kind}"
    if report.date is not None:
        yield "dated"


def _sort(site: Site, report: Coded, kind: str, *, here: bool) -> Iterator[str]:
    """Yield what an event is beside how its place is told, and whether in its own sentence."""
    where = "here" if here else "away"
    yield f"type={report.type}+{where}"
    if report.mode is not None:
        yield f"mode={report.mode}+{where}"
        yield f"mode={report.mode}+{site.way}"
    marker = f"marker={site.marker or 'none'}"
    yield marker
    yield f"{marker}+{kind}"
    if here:
        yield f"{marker}+here+{SPEECH if kind == SPEECH else 'act'}"


def _zoned(zone: str, site: Site, kind: str) -> Iterator[str]:
    group = SPEECH if kind == SPEECH else "act"
    yield f"zone={zone}"
    yield f"zone={zone}+{site.way}"
    yield f"zone={zone}+{site.way}+{group}"
    yield f"zone={zone}+{kind}"


def _here(
    reading: Reading, sites: Sequence[Site], site: Site, here: Sequence[Draft], told: tuple[Coded, str]
) -> Iterator[str]:
    """Yield how a place stands to the nearest telling of an event in its sentence."""
    kind = told[1]
    tree = reading.sentences[site.sentence]
    best = min(
        here,
        key=lambda one: (
            len(path_between(tree, (one.candidate.head, one.candidate.predicate), site.head)),
            one.start,
        ),
    )
    candidate = best.candidate
    behind = site.head > candidate.last
    low, high = (candidate.last + 1, site.head) if behind else (site.head + 1, candidate.first)
    verb = any(tree.tokens[at].upos == "VERB" for at in range(low, high))
    side = "behind" if behind else "before"
    zone = "close" if behind and not verb and site.head - candidate.last <= CLOSE else side + "-verb" * verb
    yield from _zoned(zone, site, kind)
    yield f"way={site.way}+{kind}"
    if site.place.located:
        yield f"zone={zone}+located"
    rivals = [one for one in sites if one.sentence == site.sentence and one is not site and one.place.located]
    if not rivals:
        yield "alone-here"
    if site.place.located and not any(low <= one.head < high for one in rivals):
        yield f"next-here+{side}"
    if site.place.start < best.end and best.start < site.place.end:
        yield "in-trigger"
    if any(all(other is not one for one in here) for other in site.tellings):
        yield "hangs-on-other"
    if any(other is one for other in site.tellings for one in here):
        yield "hangs-on-own"
        yield f"hangs-on-own+{site.way}"
    yield from to_event(reading, sites, site, here, best, told)


def _away(sites: Sequence[Site], site: Site, tellings: tuple[Draft, ...], kind: str) -> Iterator[str]:
    """Yield how far a place stands that no sentence of the event holds."""
    apart = min((site.sentence - one.candidate.sentence for one in tellings), key=abs)
    far = abs(apart)
    step = str(far) if far <= NEXT else "far"
    yield from _zoned(f"{step}-{'behind' if apart > 0 else 'before'}", site, kind)
    if far > SOME:
        yield "very-far"
        yield f"very-far+{kind}"
    if site.tellings:
        yield "away+other-event"
    told = {one.candidate.sentence for one in tellings}
    if any(one.sentence in told and one.place.located for one in sites):
        yield "away+place-here"
    anchor = site.sentence - apart
    low, high = min(anchor, site.sentence), max(anchor, site.sentence)
    if not any(low <= one.sentence <= high and one is not site and one.place.located for one in sites):
        yield "away+nearest"


def _company(reading: Reading, site: Site, report: Coded, kind: str, *, here: bool) -> Iterator[str]:
    """Yield how a place stands to those who take part."""
    members = reading.scene.cast.members
    country = site.place.where.country if site.place.where is not None else None
    for side, roles in (("actor", report.actors), ("recipient", report.recipients)):
        numbers = {role.member for role in roles}
        if country is not None and any(members[number].country == country for number in numbers):
            yield f"country-of-{side}"
            yield f"country-of-{side}+{kind}"
            if here:
                yield f"country-of-{side}+{site.way}"
        if site.named & numbers:
            yield f"names-{side}"
            if here:
                yield f"names-{side}+{site.way}"
    if "first-located" in site.features and report.passage.value == "lead":
        yield "first-located+event-in-lead"


def _told(reading: Reading, site: Site, tellings: tuple[Draft, ...], report: Coded, kind: str) -> Iterator[str]:
    """Yield how a place stands to who says what, to the event's day, and to the place that the rules give."""
    sides = {
        "actor": {role.member for role in report.actors},
        "recipient": {role.member for role in report.recipients},
        "speaker": {member for one in tellings for member in one.speakers},
    }
    for name, members in sides.items():
        if site.speakers & members:
            yield f"said-by-{name}"
            yield f"said-by-{name}+{kind}"
        if site.venue & members:
            yield f"venue-of-{name}"
            yield f"venue-of-{name}+{kind}"
    if site.speakers:
        yield "saying"
    if site.venue:
        yield "venue"
        yield f"venue+{kind}"
    yield from _words(reading, site, tellings, kind)
    if report.date is not None and report.date in site.days:
        yield "same-day"
    if report.place is None:
        yield "rule=none"
    elif report.place == site.place:
        yield f"rule={report.place_rule}"
        yield f"rule+{kind}"
    else:
        yield "rule=other"


def _words(reading: Reading, site: Site, tellings: tuple[Draft, ...], kind: str) -> Iterator[str]:
    """Yield whether the event is told in somebody's words, and the place within or outside them."""
    held = [reading.statements_at(one.core[0]) for one in tellings]
    if site.inside:
        yield "place-quoted"
    if not all(held):
        if site.inside:
            yield "only-place-quoted"
        return
    words = (
        "same-words" if any(one & site.inside for one in held) else "other-words" if site.inside else "outside-words"
    )
    yield words
    yield f"{words}+{kind}"
    if site.venue:
        yield f"{words}+venue+{kind}"
