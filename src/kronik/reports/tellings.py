"""Which candidates tell the same event, and the one report that they make."""

from collections.abc import Sequence

from kronik.actors.cast import Member
from kronik.records.actors import ActorKind
from kronik.records.plover import EventType
from kronik.records.reports import Status
from kronik.reports.coded import Role
from kronik.reports.draft import Draft

LAW_MODES = frozenset({"allege", "arrest"})
"""Modes of acts that are done to several suspects of one case together."""
PEOPLE = frozenset({ActorKind.GROUP, ActorKind.PERSON})
UNREAL = frozenset({Status.FUTURE, Status.HYPOTHETICAL})
OPEN = UNREAL | {Status.ALLEGED}
"""Statuses that leave open whether it happened."""


def grouped(drafts: Sequence[Draft], members: Sequence[Member]) -> tuple[tuple[Draft, ...], ...]:
    """Return the drafts in groups that tell one event each, the clearest telling of a group first.

    Drafts with more roles filled open groups, so that a bare mention joins one that says who acts; groups stand in
    order of their first telling.
    """
    order = sorted(range(len(drafts)), key=lambda at: (-drafts[at].filled, drafts[at].start))
    groups: list[list[int]] = []
    for at in order:
        fitting = [group for group in groups if all(same(drafts[at], drafts[other], members) for other in group)]
        if fitting:
            max(fitting, key=lambda group: (likeness(drafts[at], drafts[group[0]]), -group[0])).append(at)
        else:
            groups.append([at])
    groups.sort(key=min)
    return tuple(tuple(drafts[at] for at in clearest_first(group, drafts)) for group in groups)


def clearest_first(group: Sequence[int], drafts: Sequence[Draft]) -> list[int]:
    """Return the members of a group with the clearest telling first, the others in order of place."""
    best = max(group, key=lambda at: (drafts[at].filled, not drafts[at].presumed, drafts[at].prior, -at))
    return [best, *sorted(at for at in group if at != best)]


def same(one: Draft, other: Draft, members: Sequence[Member]) -> bool:
    """Tell whether two drafts can tell one event: one type, modes, days, roles and ways of telling that agree."""
    if one.type != other.type or sides_differ(one, other):
        return False
    if _apart(one.mode, other.mode) and not (_told_alike(one, other) and one.type != EventType.ACCUSE.value):
        return False
    if one.date != other.date and one.date is not None and other.date is not None and not within(one, other):
        return False
    if one.type == EventType.CONSULT.value:
        return _joint(one, other, members)
    if _mutual(one) != _mutual(other) and ((one.filled and other.filled) or one.type == EventType.ASSAULT.value):
        return False
    recipients = agree(one.recipients, other.recipients, members) or _of_group(one, other, members)
    return agree(one.actors, other.actors, members) and recipients


def likeness(one: Draft, other: Draft) -> float:
    """Return how much two drafts of one event share: members, mode, nearness."""
    shared = len(one.members & other.members)
    entry = one.candidate.form.entry is other.candidate.form.entry
    return (
        shared + entry + 0.5 * (one.mode == other.mode) - 0.01 * abs(one.candidate.sentence - other.candidate.sentence)
    )


def status_told(tellings: Sequence[Draft]) -> Status:
    """Return the status of the clearest telling without a faint sign; where all are faint, it is told as occurring.

    A faint sign ("in order to") makes an event less likely to be one; of those that are, it says nothing. What is told
    as presumed, possible or to come in one place and asserted as done in another has occurred: only what is told so
    throughout is so.
    """
    told = [one for one in tellings if not one.faint]
    status = told[0].status if told else Status.OCCURRED
    if status in OPEN and any(one.status is Status.OCCURRED and not one.presumed for one in told):
        return Status.OCCURRED
    return status


def joined_roles(tellings: Sequence[Draft], *, recipients: bool) -> tuple[Role, ...]:
    """Return the roles of the clearest telling; where it has none, those of the first that has, marked as such."""
    taken = {role.member for role in (tellings[0].actors if recipients else tellings[0].recipients)}
    for number, one in enumerate(tellings):
        roles = one.recipients if recipients else one.actors
        if roles and not (number and taken & {role.member for role in roles}):
            suffix = "-told-elsewhere" if number else ""
            return tuple(Role(member=role.member, rule=role.rule + suffix) for role in roles)
    return ()


def sides_differ(one: Draft, other: Draft) -> bool:
    """Tell whether one is told as what is not or not yet, the other as what is; faint signs of it do not count."""
    if one.faint or other.faint:
        return False
    first, second = _side(one.status), _side(other.status)
    if first == second:
        return False
    return "not" in (first, second) or not _told_alike(one, other)


def _side(status: Status) -> str:
    if status is Status.NEGATED:
        return "not"
    return "unreal" if status in UNREAL else "real"


def _told_alike(one: Draft, other: Draft) -> bool:
    """Tell whether two drafts have the same members in both roles."""
    if not one.actors or (not one.recipients and not _mutual(one)):
        return False
    return _numbers(one.actors) == _numbers(other.actors) and _numbers(one.recipients) == _numbers(other.recipients)


def _numbers(roles: Sequence[Role]) -> set[int]:
    return {role.member for role in roles}


def _apart(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _mutual(draft: Draft) -> bool:
    return draft.candidate.form.frame.mutual


def within(one: Draft, other: Draft) -> bool:
    """Tell whether one day is told more coarsely than the other ("2025-06" and "2025-06-13", or open since it)."""
    first, second = (one.date or "").rstrip("~"), (other.date or "").rstrip("~")
    first, second = first.removesuffix("/.."), second.removesuffix("/..")
    return first.startswith(second) or second.startswith(first)


def agree(one: Sequence[Role], other: Sequence[Role], members: Sequence[Member]) -> bool:
    """Tell whether two roles can be the same: one is open, they share a member, or a state and one who acts for it."""
    if not one or not other:
        return True
    return any(_akin(first.member, second.member, members) for first in one for second in other)


def _of_group(one: Draft, other: Draft, members: Sequence[Member]) -> bool:
    """Tell whether one act of law is told of a group in one place, of somebody in it in another."""
    if one.mode not in LAW_MODES or not {role.member for role in one.actors} & {role.member for role in other.actors}:
        return False
    kinds = [{members[role.member].kind for role in draft.recipients} for draft in (one, other)]
    return any(kind == {ActorKind.GROUP} for kind in kinds) and all(kind <= PEOPLE for kind in kinds)


def _joint(one: Draft, other: Draft, members: Sequence[Member]) -> bool:
    """Tell whether those who meet can be the same: whoever the shorter telling names, the longer names too."""
    fewer, more = sorted((sorted(one.members), sorted(other.members)), key=len)
    return all(any(_akin(first, second, members) for second in more) for first in fewer)


def _akin(one: int, other: int, members: Sequence[Member]) -> bool:
    if one == other:
        return True
    first, second = members[one], members[other]
    state = ActorKind.STATE in (first.kind, second.kind)
    return state and first.country is not None and first.country == second.country
