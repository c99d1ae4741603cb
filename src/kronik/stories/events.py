"""Events: reports of several articles that tell the same thing, merged by a named rule.

Merging never chooses: an event keeps each report, and says in which fields all agree and where they differ.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kronik.records.identifiers import identify
from kronik.stories.components import components
from kronik.stories.fields import Field, fields_of
from kronik.stories.linkage import joined
from kronik.stories.rules import Rule
from kronik.stories.sameness import compared
from kronik.stories.tellings import Telling

__all__ = ["Event", "Rule", "event_of", "events_of", "independent_sources"]


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
    for one, other in _candidates(list(by_id.values()), rule):
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
        groups += joined(component, inside, rule.linked, 0.0)
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


def _candidates(ordered: Sequence[Telling], rule: Rule) -> Iterable[tuple[Telling, Telling]]:
    """Return the pairs of one type that share a story or a source, if the rule asks a named party, smaller id first."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, one in enumerate(ordered):
        named = () if rule.same_story else one.identities
        for key in sorted({one.story, one.source, *named}):
            index[one.report.type, key].append(place)
    pairs = {pair for members in index.values() for pair in combinations(members, 2)}
    return [(ordered[a], ordered[b]) for a, b in sorted(pairs)]
