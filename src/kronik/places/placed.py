"""What the place finder hands on."""

from dataclasses import dataclass

from kronik.records.places import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedName:
    """A mention of a place: half-open code points of the view, what it names (None where open), and the rule.

    ``located`` tells that a preposition or a noun of place stands before it: something is there, goes there or comes
    from there; a country named without one is as often a state that acts.
    """

    start: int
    end: int
    where: Where | None
    rule: str
    located: bool = False
