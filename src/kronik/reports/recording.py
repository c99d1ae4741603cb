"""From working records, in code points of the view, to stored records, in code points of the page text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from kronik.actors.cast import Cast, Member, Reference
from kronik.annotation.prose import Prose
from kronik.figures.counted import Counted
from kronik.languages.temporal import edtf
from kronik.places.placed import PlacedName
from kronik.records.actors import Actor, ActorKind, Mention, MentionForm
from kronik.records.findings import Findings
from kronik.records.identifiers import identify
from kronik.records.places import Place
from kronik.records.reports import Dropped, Figure, Report
from kronik.records.spans import Evidence
from kronik.records.statements import Statement
from kronik.reports.coded import Coded, Coding, DroppedCandidate, Stretch
from kronik.statements.spoken import Spoken
from kronik.text.views import View

_Record = TypeVar("_Record", Place, Statement, Report)

Ids = Mapping[int, str]
"""Index of a member of the cast -> id of the actor."""


def findings_of(
    prose: Prose, placed: Sequence[PlacedName], cast: Cast, spoken: Sequence[Spoken], coding: Coding
) -> Findings:
    """Return the stored records; of the cast all whom the page names, and of nameless groups those that take part.

    Two places with the same characters, or two reports told by the same words with the same type and roles, cannot
    both stand: the first does.
    """
    page_id, view = prose.page.id, prose.view
    used, references = _used(spoken, coding), _references(cast)
    actors = {
        member: _actor(page_id, view, one, references[member])
        for member, one in enumerate(cast.members)
        if (member in used or one.kind is not ActorKind.GROUP)
        and any(reference.form is not MentionForm.PRONOUN for reference in references[member])
    }
    ids = {member: actor.id for member, actor in actors.items()}
    return Findings(
        places=_once(_place(page_id, view, one) for one in placed),
        actors=tuple(sorted(actors.values(), key=lambda actor: (actor.mentions[0].evidence, actor.id))),
        statements=_once(_statement(page_id, view, one, ids) for one in spoken),
        reports=_once(_report(page_id, view, one, ids) for one in coding.reports),
        dropped=tuple(_dropped(view, one) for one in coding.dropped),
    )


def _used(spoken: Sequence[Spoken], coding: Coding) -> set[int]:
    used = {member for one in spoken for member in one.speakers}
    for report in coding.reports:
        used.update(role.member for role in (*report.actors, *report.recipients))
        used.update((*report.claimed_by, *report.denied_by))
        used.update(by for _, by in report.counted if by is not None)
    return used


def _references(cast: Cast) -> list[list[Reference]]:
    """Return the references of each member, in order of place."""
    out: list[list[Reference]] = [[] for _ in cast.members]
    for reference in cast.references:
        out[reference.member].append(reference)
    return out


def _evidence(view: View, stretch: Stretch) -> Evidence:
    return Evidence(slices=view.to_source(*stretch))


def _maybe(view: View, stretch: Stretch | None) -> Evidence | None:
    return None if stretch is None else _evidence(view, stretch)


def _offsets(*evidence: Evidence) -> list[int]:
    return [offset for one in evidence for piece in one.slices for offset in (piece.start, piece.end)]


def _once(records: Iterable[_Record]) -> tuple[_Record, ...]:
    """Return the records in order, the first of each id."""
    by_id: dict[str, _Record] = {}
    for record in records:
        by_id.setdefault(record.id, record)
    return tuple(by_id.values())


def _place(page_id: str, view: View, placed: PlacedName) -> Place:
    evidence = _evidence(view, (placed.start, placed.end))
    return Place(
        id=identify("place", page_id, *_offsets(evidence)), evidence=evidence, where=placed.where, rule=placed.rule
    )


def _actor(page_id: str, view: View, one: Member, references: Sequence[Reference]) -> Actor:
    mentions = [
        Mention(evidence=_evidence(view, (reference.start, reference.end)), form=reference.form, rule=reference.rule)
        for reference in references
    ]
    named = tuple(mention for mention in mentions if mention.form is not MentionForm.PRONOUN)
    return Actor(
        id=identify("actor", page_id, one.kind, *_offsets(named[0].evidence)),
        name=one.name,
        kind=one.kind,
        country=one.country,
        sector=one.sector,
        titles=tuple(_evidence(view, title) for title in one.titles),
        mentions=named,
        pronouns=tuple(mention for mention in mentions if mention.form is MentionForm.PRONOUN),
        country_rule=one.country_rule,
        sector_rule=one.sector_rule,
        known=one.known,
        protection=one.protection,
    )


def _statement(page_id: str, view: View, spoken: Spoken, ids: Ids) -> Statement:
    content = tuple(_evidence(view, stretch) for stretch in spoken.content)
    speakers = _ids(spoken.speakers, ids)
    return Statement(
        id=identify("statement", page_id, *_offsets(*content), *speakers),
        speakers=speakers,
        speaker=_maybe(view, spoken.speaker),
        cue=_maybe(view, spoken.cue),
        content=content,
        kind=spoken.kind,
        via=_maybe(view, spoken.via),
        denies=spoken.denies,
        rule=spoken.rule,
        score=round(spoken.score, 4),
    )


def _ids(members: Sequence[int], ids: Ids) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids[member] for member in members if member in ids))


def _report(page_id: str, view: View, coded: Coded, ids: Ids) -> Report:
    triggers = tuple(_evidence(view, stretch) for stretch in coded.triggers)
    actors = _ids([role.member for role in coded.actors], ids)
    recipients = _ids([role.member for role in coded.recipients], ids)
    rules = (("actor", coded.actors), ("recipient", coded.recipients))
    earliest, latest = edtf.bounds(coded.date) if coded.date is not None else (None, None)
    return Report(
        id=identify("report", page_id, coded.type, *_offsets(triggers[0]), "|".join(actors), "|".join(recipients)),
        type=coded.type,
        mode=coded.mode,
        actors=actors,
        recipients=recipients,
        triggers=triggers,
        date=coded.date,
        earliest=earliest.isoformat() if earliest else None,
        latest=latest.isoformat() if latest else None,
        date_evidence=_maybe(view, coded.date_at),
        date_rule=coded.date_rule,
        place=None if coded.place is None else _evidence(view, (coded.place.start, coded.place.end)),
        where=None if coded.place is None else coded.place.where,
        place_rule=coded.place_rule,
        status=coded.status,
        claimed_by=_ids(coded.claimed_by, ids),
        denied_by=_ids(coded.denied_by, ids),
        figures=tuple(_figure(view, counted, ids.get(by) if by is not None else None) for counted, by in coded.counted),
        passage=coded.passage,
        rule=coded.rule,
        score=round(coded.score, 4),
        parts=coded.parts,
        role_rules=tuple(
            (role, ids[one.member], one.rule) for role, members in rules for one in members if one.member in ids
        ),
    )


def _figure(view: View, counted: Counted, by: str | None) -> Figure:
    return Figure(
        evidence=_evidence(view, (counted.start, counted.end)),
        kind=counted.kind,
        value=counted.value,
        unit=counted.unit,
        limit=counted.limit,
        by=by,
        cumulative=counted.cumulative,
        victims=counted.victims,
    )


def _dropped(view: View, candidate: DroppedCandidate) -> Dropped:
    return Dropped(
        evidence=_evidence(view, candidate.trigger),
        type=candidate.type,
        reason=candidate.reason,
        score=round(candidate.score, 4),
    )
