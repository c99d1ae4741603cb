"""Roles that an article tells once and then takes for granted: who investigates and arrests, who fights whom."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kronik.actors.cast import Member
from kronik.records.actors import ActorKind
from kronik.records.plover import EventType
from kronik.records.reports import Status
from kronik.reports.coded import Role
from kronik.reports.dating import DAY
from kronik.reports.draft import Draft

OUTNUMBERS = 3
"""How much more often than any other an opponent must be told to be the one meant (chosen on gold train)."""
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


def completed(drafts: Sequence[Draft], members: Sequence[Member], people: frozenset[str]) -> list[Draft]:
    """Return the drafts with roles filled that the article tells elsewhere and nobody else could have.

    An act of law without an agent is that of the only body of law that the article names in such an act; one side of a
    fight without the other fights the only other side that the article names, also where only a number of victims
    stands for it; `people` are the words for persons as such.
    """
    body = _only_body(drafts, members)
    opponents = _opponents(drafts, members)
    drafts = _since_first(drafts, members)
    drafts = [_without_count(draft, opponents, members, people) for draft in drafts]
    pair = _only_meeting(drafts)
    drafts = [_met(draft, pair) for draft in drafts]
    return [_completed(draft, body, opponents, members) for draft in drafts]


def _completed(draft: Draft, body: int | None, opponents: dict[str, int], members: Sequence[Member]) -> Draft:
    if body is not None and _open_law(draft, body):
        return replace(draft, actors=(Role(member=body, rule="discourse-agent"),))
    if draft.type == EventType.ASSAULT.value:
        return _faced(draft, opponents, members)
    return draft


def _since_first(drafts: Sequence[Draft], members: Sequence[Member]) -> list[Draft]:
    """Return the drafts with a war that goes on open since the first dated attack between its sides."""
    first: dict[frozenset[str], Draft] = {}
    for draft in drafts:
        if draft.type == EventType.ASSAULT.value and draft.date is not None and DAY.match(draft.date):
            sides = _sides(draft, members)
            if sides not in first or draft.date < (first[sides].date or ""):
                first[sides] = draft
    return [_opened(draft, first.get(_sides(draft, members))) for draft in drafts]


def _opened(draft: Draft, attack: Draft | None) -> Draft:
    war = draft.candidate.form.frame.mutual and draft.type == EventType.ASSAULT.value
    if attack is None or not war or draft.status is not Status.ONGOING or draft.date is not None:
        return draft
    return replace(draft, date=f"{attack.date}/..", date_at=attack.date_at, date_rule="since-first-attack")


def _sides(draft: Draft, members: Sequence[Member]) -> frozenset[str]:
    return frozenset(members[number].country or "" for number in draft.members)


def _without_count(draft: Draft, opponents: dict[str, int], members: Sequence[Member], people: frozenset[str]) -> Draft:
    """Return a draft of a fight without victims who are but a number, where the other side of the fight is known."""
    if draft.type != EventType.ASSAULT.value or not draft.recipients:
        return draft
    bare = all(_is_count(members[role.member], people) for role in draft.recipients)
    known = {members[role.member].country or "" for role in draft.actors} & opponents.keys()
    return replace(draft, recipients=()) if bare and (known or (opponents and not draft.actors)) else draft


def _is_count(member: Member, people: frozenset[str]) -> bool:
    return member.kind is ActorKind.GROUP and member.name.lower().split()[-1] in people


def _only_meeting(drafts: Sequence[Draft]) -> tuple[Role, ...]:
    """Return those who meet in an article that tells of no others who do; nobody where it does."""
    found = {draft.members: (*draft.actors, *draft.recipients) for draft in drafts if _several(draft)}
    return next(iter(found.values())) if len(found) == 1 else ()


def _several(draft: Draft) -> bool:
    return draft.type == EventType.CONSULT.value and len(draft.members) > 1


def _met(draft: Draft, pair: tuple[Role, ...]) -> Draft:
    """Return talks that name nobody with those who meet in the article."""
    kind = draft.candidate.form.entry.type
    if draft.filled or not pair or kind is not EventType.CONSULT or not draft.candidate.form.frame.mutual:
        return draft
    return replace(draft, actors=tuple(Role(member=role.member, rule="discourse-meeting") for role in pair))


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


def _opponents(drafts: Sequence[Draft], members: Sequence[Member]) -> dict[str, int]:
    """Return for each country that fights one other, or mostly one, in an article the member that is that state."""
    states: dict[str, int] = {}
    for number, member in enumerate(members):
        if member.kind is ActorKind.STATE and member.country is not None:
            states.setdefault(member.country, number)
    against: dict[str, Counter[str]] = {}
    for draft in drafts:
        sides = {members[number].country or "" for number in draft.members}
        if draft.type == EventType.ASSAULT.value and len(sides) == 2 and "" not in sides:
            first, second = sorted(sides)
            against.setdefault(first, Counter())[second] += 1
            against.setdefault(second, Counter())[first] += 1
    found: dict[str, int] = {}
    for side, others in against.items():
        (other, often), *rest = sorted(others.items(), key=lambda one: (-one[1], one[0]))
        if other in states and all(often >= OUTNUMBERS * times for _, times in rest):
            found[side] = states[other]
    return found


def _faced(draft: Draft, opponents: dict[str, int], members: Sequence[Member]) -> Draft:
    """Return a draft of a fight with the other side put in where it tells one side alone."""
    sides = {members[number].country or "" for number in draft.members}
    if len(sides) != 1 or draft.filled != 1:
        return draft
    other = opponents.get(next(iter(sides)))
    if other is None:
        return draft
    role = Role(member=other, rule="discourse-opponent")
    if draft.candidate.form.frame.mutual:
        return replace(draft, actors=(*draft.actors, role))
    if not draft.actors:
        return draft
    return replace(draft, recipients=(role,))
