"""Events in order of their own time, and those between two parties."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kronik.reports.ontology import Ontology
from kronik.stories.events import Event
from kronik.stories.tellings import Party, Telling

Meant = Callable[[Party], bool]
"""Says whether a party is the one that is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which events are asked for; None leaves a field open.

    Attributes:
        actor, other: parties of any role; with both, one report must have both.
        story: id of a story.
        since, until: ISO days, both inclusive; an event without a day is left out when one is given.
    """

    actor: Meant | None = None
    other: Meant | None = None
    story: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An event between two parties.

    Attributes:
        event: the event.
        direction: 1 where the first acts on the second, -1 the other way, 0 where both act.
        score: on the scale of conflict (-10) and cooperation (10).
    """

    event: Event
    direction: int
    score: float


def timeline_of(events: Iterable[Event], wanted: Wanted) -> tuple[Event, ...]:
    """Return the events that are asked for by their own day, those without one last; ties by id."""
    return tuple(sorted((event for event in events if _matches(event, wanted)), key=_place))


def relation_of(events: Iterable[Event], first: Meant, second: Meant, ontology: Ontology) -> tuple[Step, ...]:
    """Return the events between two parties, by their own day, those without one last; ties by id.

    What is denied, planned or supposed is no step: it did not happen as far as the reports say.
    """
    steps = []
    for event in sorted(events, key=_place):
        direction = _direction(event, first, second)
        if direction is None or not any(one.report.status in STEPS for one in event.tellings):
            continue
        report = event.tellings[0].report
        steps.append(Step(event=event, direction=direction, score=ontology.score(report.type, report.mode)))
    return tuple(steps)


STEPS = frozenset({"occurred", "ongoing", "alleged"})
"""Statuses of what happened, as somebody says."""


def _matches(event: Event, wanted: Wanted) -> bool:
    start, end = event.day
    if wanted.since and (end is None or end < wanted.since):
        return False
    if wanted.until and (start is None or start > wanted.until):
        return False
    if wanted.story and all(one.story != wanted.story for one in event.tellings):
        return False
    meant = [asked for asked in (wanted.actor, wanted.other) if asked]
    return not meant or any(all(any(map(asked, _parties(one))) for asked in meant) for one in event.tellings)


def _parties(one: Telling) -> Iterator[Party]:
    yield from one.actors
    yield from one.recipients


def _direction(event: Event, first: Meant, second: Meant) -> int | None:
    for one in event.tellings:
        a_acts, b_acts = any(map(first, one.actors)), any(map(second, one.actors))
        a_gets, b_gets = any(map(first, one.recipients)), any(map(second, one.recipients))
        if a_acts and b_acts:
            return 0
        if a_acts and b_gets:
            return 1
        if b_acts and a_gets:
            return -1
    return None


def _place(event: Event) -> tuple[str, str, str]:
    start, end = event.day
    return start or "9999", end or "9999", event.id
