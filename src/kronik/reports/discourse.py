"""Roles that an article tells once and then takes for granted: who investigates and arrests, who fights whom."""

from collections.abc import Sequence
from dataclasses import replace

from kronik.actors.cast import Member
from kronik.records.actors import ActorKind
from kronik.records.plover import EventType
from kronik.reports.coded import Role
from kronik.reports.draft import Draft

LAW_SECTORS = frozenset({"COP", "JUD"})
LAW = frozenset(
    {
        (EventType.ACCUSE.value, "investigate"),
        (EventType.ACCUSE.value, "allege"),
        (EventType.COERCE.value, "arrest"),
        (EventType.COERCE.value, "seize"),
        (EventType.REQUEST.value, "meet"),
    }
)
"""Types and modes that police and prosecutors do one after another in one case."""


def completed(drafts: Sequence[Draft], members: Sequence[Member]) -> list[Draft]:
    """Return the drafts with roles filled that the article tells elsewhere and nobody else could have.

    An act of law without an agent is that of the only body of law that the article names in such an act; one side of a
    fight without the other fights the only other side that the article names.
    """
    body = _only_body(drafts, members)
    pair = _only_pair(drafts, members)
    return [_completed(draft, body, pair, members) for draft in drafts]


def _completed(draft: Draft, body: int | None, pair: tuple[int, int] | None, members: Sequence[Member]) -> Draft:
    if body is not None and _open_law(draft, body):
        return replace(draft, actors=(Role(member=body, rule="discourse-agent"),))
    if pair is not None and draft.type == EventType.ASSAULT.value:
        return _faced(draft, pair, members)
    return draft


def _open_law(draft: Draft, body: int) -> bool:
    taken = {role.member for role in draft.recipients}
    return (draft.type, draft.mode) in LAW and not draft.actors and body not in taken and draft.candidate.verbal


def _only_body(drafts: Sequence[Draft], members: Sequence[Member]) -> int | None:
    bodies = {
        role.member
        for draft in drafts
        if (draft.type, draft.mode) in LAW
        for role in draft.actors
        if members[role.member].sector in LAW_SECTORS and members[role.member].kind is ActorKind.ORGANISATION
    }
    return bodies.pop() if len(bodies) == 1 else None


def _only_pair(drafts: Sequence[Draft], members: Sequence[Member]) -> tuple[int, int] | None:
    """Return the two states that fight in an article, where it names no third; the order is that of the members."""
    states = {
        member.country: number
        for number, member in reversed(list(enumerate(members)))
        if member.kind is ActorKind.STATE and member.country is not None
    }
    pairs = set()
    for draft in drafts:
        if draft.type == EventType.ASSAULT.value:
            sides = sorted({members[number].country or "" for number in draft.members})
            if len(sides) == 2 and all(side in states for side in sides):
                pairs.add(tuple(sides))
    if len(pairs) != 1:
        return None
    first, second = pairs.pop()
    return states[first], states[second]


def _faced(draft: Draft, pair: tuple[int, int], members: Sequence[Member]) -> Draft:
    """Return a draft of a fight with the other side put in where it tells one side alone."""
    sides = {members[number].country for number in draft.members}
    other = next((number for number in pair if {members[one].country for one in pair if one != number} == sides), None)
    if other is None or draft.filled != 1:
        return draft
    role = Role(member=other, rule="discourse-opponent")
    if draft.candidate.form.frame.mutual:
        return replace(draft, actors=(*draft.actors, role))
    if not draft.actors:
        return draft
    return replace(draft, recipients=(role,))
