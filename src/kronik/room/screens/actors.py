"""One actor, and the relation of two."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kronik.chronicle.browsing.asking import ACTORS, REPORTS, STATEMENTS, Asked
from kronik.chronicle.browsing.desk import Form, Identity, Partner
from kronik.chronicle.values import Row, Value
from kronik.knowledge.knowledge import Knowledge
from kronik.knowledge.periods import LAST_DAY
from kronik.records.identifiers import identify
from kronik.room import drawing
from kronik.room.screen import RoomError, Screen, Sheet, Visit
from kronik.stories.tellings import Party
from kronik.stories.timeline import Meant, Step, relation_of

SHOWN = 8
"""Statements and reports of an actor on its own page; a link leads to all of them."""
PARTNERS = 12
"""Others that stand against an actor in most reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that the knowledge files name: from and until when; None where it is open or not known."""

    office: str
    of: str
    country: str
    since: str
    until: str | None
    as_of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """What an actor's page shows.

    Attributes:
        identity: who, and how much there is; ``forms``: the names in the articles.
        offices: as the knowledge files have them, the latest first.
        statements, acting, receiving: the newest, by name of the column.
        partners: those on the other side of most reports.
    """

    identity: Identity
    forms: tuple[Form, ...]
    offices: tuple[Office, ...]
    statements: tuple[Mapping[str, Value], ...]
    acting: tuple[Mapping[str, Value], ...]
    receiving: tuple[Mapping[str, Value], ...]
    partners: tuple[Partner, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """An event between two actors: ``direction`` 1 where the first acts on the second, -1 the other way, 0 for both."""

    event: str
    date: str | None
    type: str
    mode: str | None
    direction: int
    score: float
    independent: int
    reports: int
    actors: str
    recipients: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    """The events between two actors; a side that was not found is None."""

    asked: tuple[str | None, str | None]
    first: Identity | None
    second: Identity | None
    ready: bool
    too_many: bool
    steps: tuple[StepView, ...]


def actor_screen(visit: Visit) -> Screen:
    """Return the page of one actor. Raises RoomError when there is none of this key."""
    identity = visit.desk.identity(visit.name)
    if identity is None:
        raise RoomError(404, "room.error.actor")
    key = identity.key
    view = ActorView(
        identity=identity,
        forms=visit.desk.forms(key),
        offices=offices_of(visit.reference.knowledge(), identity),
        statements=_some(visit, "statement", Asked(speaker=key)),
        acting=_some(visit, "report", Asked(actor=key)),
        receiving=_some(visit, "report", Asked(recipient=key)),
        partners=visit.desk.partners(key, most=PARTNERS),
    )
    asked = Asked(party=key)
    return Screen(
        template="actor.html",
        title=identity.name,
        view=view,
        sheet=lambda: Sheet(
            columns=tuple(REPORTS.columns), rows=visit.desk.listed(REPORTS, asked, {}, first=0, most=-1)
        ),
        place="actors",
    )


def offices_of(knowledge: Knowledge, identity: Identity) -> tuple[Office, ...]:
    """Return the offices that the knowledge files name for an actor that they hold; none for any other."""
    if identity.known is None or not identity.known.startswith("person:"):
        return ()
    person = identity.known.removeprefix("person:")
    held = [one.holding for one in knowledge.holders(person) if one.holding.person == person]
    return tuple(
        Office(
            office=one.office,
            of=one.of,
            country=one.country,
            since=_edge(one.period.first, one.period.sure_first),
            until=None if one.period.is_open else _edge(one.period.sure_last, one.period.last),
            as_of=one.period.as_of if one.period.is_open and one.period.as_of != LAST_DAY else None,
        )
        for one in held
    )


def _edge(first: str, last: str) -> str:
    """Return what two days of an edge have in common: the day, the month or the year."""
    if first == last:
        return first
    return first[:7] if first[:7] == last[:7] else first[:4]


def relation_screen(visit: Visit) -> Screen:
    """Return the events between two actors, which the address names by key or by a part of a name."""
    asked = visit.address.get("first"), visit.address.get("second")
    first, second = (_found(visit, name) for name in asked)
    stories = visit.state.stories
    steps: tuple[Step, ...] = ()
    if stories is not None and first is not None and second is not None:
        steps = relation_of(stories.events.values(), meant_by(first), meant_by(second), visit.reference.ontology())
    view = RelationView(
        asked=asked,
        first=first,
        second=second,
        ready=stories is not None,
        too_many=visit.state.too_many,
        steps=tuple(map(_step, steps)),
    )
    title = " – ".join(one.name for one in (first, second) if one) or visit.t("room.relation.title")
    return Screen(
        template="relation.html",
        title=title,
        view=view,
        sheet=lambda: Sheet(columns=STEP_COLUMNS, rows=_step_rows(view)),
        chart=(lambda: _drawn(visit, steps, title)) if any(step.event.day[0] for step in steps) else None,
        place="actors",
    )


def _drawn(visit: Visit, steps: Sequence[Step], title: str) -> str:
    t = visit.t
    dated = [(date.fromisoformat(day), step) for step in steps if (day := step.event.day[0]) is not None]
    first, last = dated[0][0], dated[-1][0]
    span = max(1, (last - first).days)
    marks = [
        drawing.Step(
            day=t.day(day.isoformat()),
            share=(day - first).days / span,
            score=step.score,
            direction=step.direction,
            label=f"{t.day(day.isoformat())}: {step.event.tellings[0].report.type} {step.score:+g}",
        )
        for day, step in dated
    ]
    return drawing.steps_svg(marks, title, (t("room.relation.axis_up"), t("room.relation.axis_down")))


def meant_by(identity: Identity) -> Meant:
    """Return who is meant by an actor; by a state all who are of that state."""

    def meant(party: Party) -> bool:
        if identity.kind == "state" and identity.country is not None:
            return party.country == identity.country
        if party.identity is not None:
            return key_of(party.identity) == identity.key
        return party.name == identity.name and party.kind.value == identity.kind

    return meant


def key_of(identity: str) -> str:
    """Return the key of the side tables for an identity across articles."""
    return identify("actor-name", identity)[:16]


def _found(visit: Visit, name: str | None) -> Identity | None:
    if name is None:
        return None
    found = visit.desk.identity(name)
    if found is None:
        rows = visit.desk.listed(ACTORS, Asked(words=name), {}, first=0, most=1)
        found = Identity._make(rows[0]) if rows else None
    return found


def _some(visit: Visit, name: str, asked: Asked) -> tuple[Mapping[str, Value], ...]:
    source = STATEMENTS if name == "statement" else REPORTS
    rows = visit.desk.listed(source, asked, {}, first=0, most=SHOWN)
    return tuple(dict(zip(source.columns, row, strict=True)) for row in rows)


STEP_COLUMNS = (
    "event", "date", "type", "mode", "direction", "score", "independent", "reports", "actors", "recipients", "page_id",
)  # fmt: skip


def _step(step: Step) -> StepView:
    tellings = step.event.tellings
    first = tellings[0]
    return StepView(
        event=step.event.id,
        date=next((one.report.date for one in tellings if one.report.date), None),
        type=first.report.type,
        mode=next((one.report.mode for one in tellings if one.report.mode), None),
        direction=step.direction,
        score=step.score,
        independent=step.event.independent,
        reports=len(tellings),
        actors="; ".join(dict.fromkeys(party.name for party in first.actors)),
        recipients="; ".join(dict.fromkeys(party.name for party in first.recipients)),
        page=first.page,
    )


def _step_rows(view: RelationView) -> Iterator[Row]:
    for one in view.steps:
        yield (
            *(one.event, one.date, one.type, one.mode, one.direction, one.score, one.independent, one.reports),
            *(one.actors, one.recipients, one.page),
        )
