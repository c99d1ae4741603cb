"""Faults that the loader lets pass: facts that contradict each other, or that no lookup can tell apart."""

from collections import defaultdict
from collections.abc import Iterator

from kronik.knowledge.facts import Holding
from kronik.knowledge.knowledge import Knowledge
from kronik.knowledge.periods import LAST_DAY

DECADES = 70
"""Years beyond which a term is taken for a slip of the pen; the longest reign in the tables is of seventy years."""


def faults(knowledge: Knowledge) -> tuple[str, ...]:
    """Return what is wrong with the facts, one line each, in the order of the tables; empty when all is well."""
    return (
        *_overlaps(knowledge),
        *_long_terms(knowledge.holdings),
        *_parents(knowledge),
        *_lone_contexts(knowledge),
        *_unnamed_bodies(knowledge),
    )


def _overlaps(knowledge: Knowledge) -> Iterator[str]:
    """Yield a line for two persons surely in one office on one day, or one person twice."""
    offices: dict[tuple[str, str, str], list[Holding]] = defaultdict(list)
    for holding in knowledge.holdings:
        offices[holding.country, holding.office, holding.of].append(holding)
    for (country, office, of), held in offices.items():
        title = knowledge.title_named(office)
        many = title is not None and title.many
        ordered = sorted(held, key=lambda one: (one.period.first, one.period.last))
        for index, one in enumerate(ordered):
            for other in ordered[index + 1 :]:
                if many and one.person != other.person:
                    continue
                if max(one.period.sure_first, other.period.sure_first) < min(
                    one.period.sure_last, other.period.sure_last
                ):
                    name = " ".join(part for part in (country, office, of) if part)
                    yield f"offices: {name}: {one.person} and {other.person} at the same time"


def _long_terms(holdings: tuple[Holding, ...]) -> Iterator[str]:
    for holding in holdings:
        end = holding.period.as_of if holding.period.is_open else holding.period.last
        if end != LAST_DAY and int(end[:4]) - int(holding.period.first[:4]) > DECADES:
            yield f"offices: {holding.country} {holding.office}: {holding.person} for more than {DECADES} years"


def _parents(knowledge: Knowledge) -> Iterator[str]:
    """Yield a line for a chain of parents that comes back to where it began."""
    for body in knowledge.organisations:
        seen = {body.id}
        above = body.parent
        while above is not None and above not in seen:
            seen.add(above)
            above = knowledge.by_id[above].parent
        if above is not None:
            yield f"organisations: {body.id}: is part of itself"


def _lone_contexts(knowledge: Knowledge) -> Iterator[str]:
    """Yield a line for a body marked as the default of a name that it shares with none."""
    shared = {body.id for bodies in knowledge.by_body_name.values() if len(bodies) > 1 for body in bodies}
    for body in knowledge.organisations:
        if body.is_default and body.id not in shared:
            yield f"organisations: {body.id}: is the default of a name that no other body has"


def _unnamed_bodies(knowledge: Knowledge) -> Iterator[str]:
    """Yield a line for an office of a family, which no lookup would find."""
    families = {family.id for family in knowledge.families}
    for holding in knowledge.holdings:
        if holding.of and holding.of in families:
            yield f"offices: {holding.country} {holding.office}: {holding.of} is a family, not a body"
