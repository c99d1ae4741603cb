"""What speaks against two reports telling one event: field by field, how alike the wording must be nevertheless."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kronik.records.plover import EventType
from kronik.records.reports import Status
from kronik.stories.rules import Rule
from kronik.stories.tellings import Telling
from kronik.stories.ties import Tie, are_called_otherwise, kinds_fit, one_day, span

HAPPENED = frozenset({Status.OCCURRED, Status.ALLEGED, Status.NEGATED})
"""Statuses under which the same event may be told: one source says it, another denies it."""
PLANNED = frozenset({Status.FUTURE, Status.HYPOTHETICAL})
"""Statuses of what has not happened."""
SAYINGS = frozenset(
    {
        *(EventType.AGREE, EventType.SUPPORT, EventType.REQUEST),
        *(EventType.ACCUSE, EventType.REJECT, EventType.THREATEN),
    }
)
"""Types of what is mostly done by words: one party does it several times in a story, to the same one too."""
JOINT = frozenset({EventType.CONSULT, EventType.COOPERATE})
"""Types of what is done together: whom it is done with may be told as actor or as recipient."""
NOTHING = 0.0
"""Wording that is asked of reports whose field agrees."""
MORE_THAN_ALL = 2.0
"""Wording that is asked of reports whose field contradicts: none has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubts:
    """Shares of wording that the fields of two reports ask for.

    Attributes:
        worst: the greatest that any field asks for.
        roles: what actors and recipients ask for.
    """

    worst: float
    roles: float

    @property
    def of_roles(self) -> bool:
        """Whether no other field asks for more than actors and recipients do."""
        return self.worst <= self.roles


def doubts_of(one: Telling, other: Telling, tie: Tie, rule: Rule) -> Doubts:
    """Return what speaks against two reports of one type; the order of the two is all one."""
    roles = _roles(one, other, tie, rule)
    return Doubts(worst=max(roles, *(field(one, other, tie, rule) for field in _FIELDS)), roles=roles)


def are_apart(one: Telling, other: Telling) -> bool:
    """Say whether type or mode keep two reports apart whatever else they have in common."""
    a, b = one.report, other.report
    return a.type != b.type or bool(a.mode and b.mode and a.mode != b.mode)


def _days(one: Telling, other: Telling, tie: Tie, rule: Rule) -> float:
    """Return what the days ask for.

    What is told without a day is of the days before, as a rule; but where one report only tells the day, the words
    must agree, and more of them where that day is long ago, unless it is a step that is taken once against the same
    one. Where the same was done to the same one, two days side by side may be one that was read wrongly. What is told
    of all the time since a day is not what is told of a day.
    """
    if _days_fit(one, other, rule):
        if _since(one) != _since(other) and {one.report.status, other.report.status} != {Status.ONGOING}:
            return rule.sure
        untold = (span(one) is None) != (span(other) is None) and one.page != other.page
        return rule.wording if untold and not _once(one, other, tie) else NOTHING
    known = [told for told in (span(one), span(other)) if told is not None]
    if not known or any((last - first).days > rule.span_days for first, last in known):
        return MORE_THAN_ALL
    if len(known) == 1:
        return NOTHING if _once(one, other, tie) else rule.doubt
    (_, end), (start, _) = sorted(known)
    slip = (start - end).days <= rule.slip_days and one.page != other.page
    return rule.doubt if slip and tie.mode and (tie.done or tie.turned) else MORE_THAN_ALL


def _since(one: Telling) -> bool:
    """Say whether a report tells of all the time since a day, and not of a day."""
    return one.report.earliest is not None and one.report.latest is None


def _once(one: Telling, other: Telling, tie: Tie) -> bool:
    """Say whether both tell a step of one mode that is taken once, against the same one."""
    return one.once and other.once and tie.done and tie.mode


def _days_fit(one: Telling, other: Telling, rule: Rule) -> bool:
    a, b = span(one), span(other)
    if a is None or b is None:
        if one.published is None or other.published is None:
            return False
        days = date.fromisoformat(one.published), date.fromisoformat(other.published)
        if abs((days[0] - days[1]).days) > rule.undated_days:
            return False
        return all(
            told is None or (told[1] - told[0]).days > rule.span_days or (day - told[1]).days <= rule.undated_days
            for told, day in ((a, days[1]), (b, days[0]))
        )
    if max((a[1] - a[0]).days, (b[1] - b[0]).days) > rule.span_days:
        return a == b
    return a[0] <= b[1] and b[0] <= a[1]


def _statuses(one: Telling, other: Telling, tie: Tie, rule: Rule) -> float:
    """Return what the statuses ask for.

    A war that goes on is not one of its attacks, nor an inquiry one of its hearings. What is promised will be done:
    both are told of one promise; and so is what is planned for a day on which it is told to have happened.
    """
    a, b = one.report, other.report
    doubt = rule.faint if tie.done else rule.doubt
    both = {a.status, b.status}
    if len(both) == 1:
        return NOTHING if a.status is not Status.ONGOING or a.mode == b.mode else MORE_THAN_ALL
    if both <= HAPPENED or both <= PLANNED:
        return doubt if Status.NEGATED in both and a.type in SAYINGS else NOTHING
    if both == {Status.FUTURE, Status.OCCURRED} and one_day(one, other):
        return rule.doubt
    if Status.HYPOTHETICAL in both or (a.type == EventType.AGREE and Status.FUTURE in both):
        return doubt
    whole = a.type == EventType.ACCUSE or (a.type == EventType.ASSAULT and not tie.mode)
    return doubt if Status.ONGOING in both and Status.FUTURE not in both and not whole else MORE_THAN_ALL


def _places(one: Telling, other: Telling, tie: Tie, rule: Rule) -> float:
    """Return what the places ask for: nothing where one is inside the other or not told.

    Names of villages and streets are told and read in many ways; those of regencies, provinces and countries are not.
    """
    a, b = one.report.where, other.report.where
    if a is None or b is None:
        return NOTHING
    levels = ((a.country, b.country), (a.province, b.province), (a.regency, b.regency))
    if any(mine and theirs and mine != theirs for mine, theirs in levels):
        return MORE_THAN_ALL
    if not a.locality or not b.locality or a.locality == b.locality:
        return NOTHING
    if one.page == other.page or (a.country, a.province, a.regency) != (b.country, b.province, b.regency):
        return MORE_THAN_ALL
    return rule.faint if tie.done else rule.doubt


def _steps(one: Telling, other: Telling, _tie: Tie, _rule: Rule) -> float:
    """Return what steps of a case ask for: a demand is not the verdict, nor an arrest the detention."""
    return MORE_THAN_ALL if one.steps and other.steps and one.steps.isdisjoint(other.steps) else NOTHING


def _often(one: Telling, other: Telling, _tie: Tie, _rule: Rule) -> float:
    """Return what it asks for that something was done more than once: one of the times is not all of them."""
    return MORE_THAN_ALL if one.often != other.often else NOTHING


_FIELDS: tuple[Callable[[Telling, Telling, Tie, Rule], float], ...] = (_days, _statuses, _places, _steps, _often)
"""Fields beside the roles, in the order in which they are asked."""


def _others(one: Telling, other: Telling, rule: Rule) -> float:
    """Return what those ask for who do something together: beside whom both name, the others must not differ."""
    ours, theirs = (*one.actors, *one.recipients), (*other.actors, *other.recipients)
    mine = [party for party in ours if not any(party.may_be_one_with(each) for each in theirs)]
    others = [party for party in theirs if not any(party.may_be_one_with(each) for each in ours)]
    named = all(any(party.identity for party in parties) for parties in (mine, others))
    if named:
        return MORE_THAN_ALL if len(mine) < len(ours) else NOTHING
    return rule.sure if are_called_otherwise(mine, others) else NOTHING


def _roles(one: Telling, other: Telling, tie: Tie, rule: Rule) -> float:
    """Return what the parties ask for.

    Recipients of one kind who are named on both sides must have one in common. Who did it may be named otherwise: a
    person for a body, or where the same was done to the same one, a court and its judge.
    """
    doubts = [NOTHING]
    if one.report.type in JOINT:
        doubts.append(_others(one, other, rule))
    if not tie.targets and one.targets and other.targets:
        apart = tie.agents and not kinds_fit(one.recipients, other.recipients)
        doubts.append(rule.sure if apart else MORE_THAN_ALL)
    if not tie.agents and one.agents and other.agents:
        day = one_day(one, other)
        if not tie.done or not ((tie.mode and (tie.trigger or day)) or (tie.trigger and day)):
            turned = tie.turned and one.report.type not in SAYINGS
            apart = turned or not kinds_fit(one.actors, other.actors)
            doubts.append(rule.doubt if apart else rule.sure)
    return max(doubts)
