"""Who visits whom: a meeting in the country of one side makes the other a guest."""

from collections.abc import Sequence

from kronik.actors.cast import Member
from kronik.places.placed import PlacedName
from kronik.records.plover import EventType
from kronik.reports.coded import Role

VISIT = "visit"
PARTNERS = "partner_markers"
"""Class of the lexicon: prepositions of the one who is met."""

Sides = tuple[tuple[Role, ...], tuple[Role, ...]]


def visit_of(
    kind: EventType, actors: tuple[Role, ...], place: PlacedName | None, members: Sequence[Member]
) -> Sides | None:
    """Return guests and hosts of a meeting of two countries held in one of them; None where it is none."""
    country = place.where.country if place is not None and place.where is not None else None
    if kind is not EventType.CONSULT or country is None:
        return None
    hosts = tuple(role for role in actors if members[role.member].country == country)
    guests = tuple(role for role in actors if members[role.member].country not in (country, None))
    if not hosts or not guests or len(hosts) + len(guests) != len(actors):
        return None
    return guests, hosts


def invited(actors: tuple[Role, ...], recipients: tuple[Role, ...], words: frozenset[str]) -> Sides:
    """Return who is to come together with whom: of a meeting yet to be, those who are met are its recipients.

    They stand behind one of `words`, or are the object.
    """
    partners = tuple(role for role in actors if _met(role.rule, words))
    if recipients or not partners or len(partners) == len(actors):
        return actors, recipients
    return tuple(role for role in actors if role not in partners), partners


def _met(rule: str, words: frozenset[str]) -> bool:
    way, _, marker = rule.partition("-")
    return rule == "object" or (way in ("marked", "behind") and marker.split("-")[0] in words)
