"""Events: reports of several articles that tell the same thing, merged by a named rule.

Merging never chooses: an event keeps each report, and says in which fields all agree and where they differ.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from kronik.records.actors import ActorKind
from kronik.records.identifiers import identify
from kronik.records.reports import Status
from kronik.stories.components import components
from kronik.stories.fields import Field, fields_of
from kronik.stories.linkage import joined
from kronik.stories.tellings import Party, Telling

NEVER = -1000.0
"""Score of two reports that contradict each other: no number of others that fit both brings them together."""
FIT = 1.0
"""Score of two reports that are linked; those that neither fit nor contradict each other have 0."""
SOME = 0.01
"""Mean score from which two groups are one event: at least a link, and no contradiction."""
HAPPENED = frozenset({Status.OCCURRED, Status.ALLEGED, Status.NEGATED})
"""Statuses under which the same event may be told: one source says it, another denies it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When two reports tell the same event.

    Attributes:
        name: with its version; exports give it.
        span_days: longest period that counts as a day of the event.
        undated_days: days between the publications of two reports of which one has no day, and between the publication
            of that one and the day of the other: what is told without a day is of these days.
        wording: share of words around the triggers in common from which two reports by one party that do not name
            another in common, nor one day, tell the same. Chosen on the merged events of the shared news.
        same_story: only reports of one story or of one text are merged; if not, also those of any two articles that
            name actor and recipient alike on one day.
    """

    name: str = "same-event/2"
    span_days: int = 3
    undated_days: int = 2
    wording: float = 0.33
    same_story: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Reports that tell the same event.

    Attributes:
        id: of its smallest report.
        rule: name of the rule that merged them.
        tellings: in order of publication.
        agreed: fields in which all that tell them agree.
        differing: fields in which they differ, each value with its reports.
        independent: number of independent sources: outlets, copies of one text counted once, and one alone where
            every report rests on the word of the same speaker.
        first, last: days of the first and last publication.
    """

    id: str
    rule: str
    tellings: tuple[Telling, ...]
    agreed: tuple[Field, ...]
    differing: tuple[Field, ...]
    independent: int
    first: str | None
    last: str | None

    @property
    def day(self) -> tuple[str | None, str | None]:
        """Earliest and latest day that any report gives; None where none does."""
        starts = [one.report.earliest for one in self.tellings if one.report.earliest]
        ends = [one.report.latest for one in self.tellings if one.report.latest]
        return min(starts, default=None), max(ends, default=None)


def events_of(tellings: Iterable[Telling], rule: Rule) -> tuple[Event, ...]:
    """Return the events that a set of reports tells, by id: the same in whatever order the reports come."""
    by_id = {one.report.id: one for one in sorted(tellings, key=lambda one: one.report.id)}
    scores = {}
    for one, other in _candidates(list(by_id.values())):
        score = compared(one, other, rule)
        if score:
            scores[one.report.id, other.report.id] = score
    groups: list[tuple[str, ...]] = []
    held: set[str] = set()
    for component in components(pair for pair, score in scores.items() if score > 0):
        held.update(component)
        inside = {
            (a, b): score
            for a, b in combinations(component, 2)
            if (score := scores[a, b] if (a, b) in scores else compared(by_id[a], by_id[b], rule))
        }
        groups += joined(component, inside, SOME, 0.0)
    groups += [(name,) for name in by_id if name not in held]
    return tuple(event_of([by_id[name] for name in group], rule) for group in sorted(groups))


def event_of(tellings: Sequence[Telling], rule: Rule) -> Event:
    """Return the event of reports that are known to tell the same."""
    ordered = tuple(sorted(tellings, key=lambda one: one.order))
    days = [one.published for one in ordered if one.published]
    found = fields_of(ordered)
    smallest = min(one.report.id for one in ordered)
    return Event(
        id=identify("event", rule.name, smallest),
        rule=rule.name,
        tellings=ordered,
        agreed=tuple(field for field in found if len(field.values) == 1),
        differing=tuple(field for field in found if len(field.values) > 1),
        independent=independent_sources(ordered),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def independent_sources(tellings: Sequence[Telling]) -> int:
    """Return how many sources tell it without leaning on each other, as far as the articles show."""
    speakers = [frozenset(party.identity or party.name for party in one.claimed_by) for one in tellings]
    if len(tellings) > 1 and speakers[0] and all(speaker == speakers[0] for speaker in speakers):
        return 1
    origins: Mapping[str, str] = {
        one.source: one.outlet or one.source for one in sorted(tellings, key=lambda one: one.order, reverse=True)
    }
    return len(set(origins.values()))


def compared(one: Telling, other: Telling, rule: Rule) -> float:
    """Return `FIT` for reports that tell the same event, `NEVER` for those that cannot, 0 where nothing says."""
    if not _kinds_fit(one, other) or not _roles_fit(one, other):
        return NEVER
    if not _places_fit(one, other) or not _days_fit(one, other, rule):
        return NEVER
    if one.source == other.source:
        named = bool(one.identities & other.identities)
        return FIT if named or (one.report.place and other.report.place) else 0.0
    if one.story == other.story:
        return FIT if _tied(one, other, rule) or _scene(one, other) else 0.0
    pair = bool(one.agents & other.agents) and bool(one.targets & other.targets)
    return FIT if pair and _one_day(one, other) and not rule.same_story else 0.0


def _tied(one: Telling, other: Telling, rule: Rule) -> bool:
    """Say whether a party in common ties two reports of a story that do not contradict each other.

    What is done to one person or body is rarely done twice in a story. Who acts, does and says much in it, and so is
    much done to a state: there the day or the words must agree too, unless it goes on.
    """
    agents = _shared(one.actors, other.actors, one, other)
    targets = _shared(one.recipients, other.recipients, one, other)
    if agents and targets:
        return True
    if any(party.kind is not ActorKind.STATE for party in targets):
        return True
    ongoing = one.report.status is Status.ONGOING and other.report.status is Status.ONGOING
    if not agents and not targets and not one.identities & other.identities:
        return False
    return ongoing or _one_day(one, other) or _alike(one.words, other.words) >= rule.wording


def _shared(ours: Sequence[Party], theirs: Sequence[Party], one: Telling, other: Telling) -> tuple[Party, ...]:
    """Return those of our parties whom the others have too."""
    near = one.story == other.story
    return tuple(mine for mine in ours if any(mine.is_one_with(party, within_story=near) for party in theirs))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def _kinds_fit(one: Telling, other: Telling) -> bool:
    """Say whether type, mode and status allow one event; a war that goes on is not one of its attacks."""
    a, b = one.report, other.report
    if one.page == other.page or a.type != b.type or (a.mode and b.mode and a.mode != b.mode):
        return False
    if a.status == b.status:
        return a.status is not Status.ONGOING or a.mode == b.mode
    return a.status in HAPPENED and b.status in HAPPENED


def _candidates(ordered: Sequence[Telling]) -> Iterable[tuple[Telling, Telling]]:
    """Return the pairs of one type that share a story, a source or a named party, smaller id first."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, one in enumerate(ordered):
        for key in sorted({one.story, one.source, *one.identities}):
            index[one.report.type, key].append(place)
    pairs = {pair for members in index.values() for pair in combinations(members, 2)}
    return [(ordered[a], ordered[b]) for a, b in sorted(pairs)]


def _days_fit(one: Telling, other: Telling, rule: Rule) -> bool:
    a, b = _span(one), _span(other)
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


def _span(one: Telling) -> tuple[date, date] | None:
    if one.report.earliest is None or one.report.latest is None:
        return None
    return date.fromisoformat(one.report.earliest), date.fromisoformat(one.report.latest)


def _one_day(one: Telling, other: Telling) -> bool:
    a, b = _span(one), _span(other)
    return a is not None and a == b and a[0] == a[1]


def _places_fit(one: Telling, other: Telling) -> bool:
    """Say whether neither place lies outside the other; a place that is not told fits every one."""
    a, b = one.report.where, other.report.where
    if a is None or b is None:
        return True
    levels = ((a.country, b.country), (a.province, b.province), (a.regency, b.regency), (a.locality, b.locality))
    return all(mine is None or theirs is None or mine == theirs for mine, theirs in levels)


def _scene(one: Telling, other: Telling) -> bool:
    """Say whether both name the same regency, district or city, and the same day."""
    a, b = one.report.where, other.report.where
    if a is None or b is None or not _one_day(one, other):
        return False
    return bool((a.regency and a.regency == b.regency) or (a.locality and a.locality == b.locality))


def _roles_fit(one: Telling, other: Telling) -> bool:
    """Say whether named parties of one role, where both name some, have one in common.

    Who did it may be named otherwise, a court or its judge, where the same was done to the same one on the same day.
    """
    targets = _shared(one.recipients, other.recipients, one, other)
    if one.targets and other.targets and not targets:
        return False
    if not one.agents or not other.agents or _shared(one.actors, other.actors, one, other):
        return True
    known = one.report.mode is not None and one.report.mode == other.report.mode
    return known and _one_day(one, other) and any(party.kind is not ActorKind.STATE for party in targets)
