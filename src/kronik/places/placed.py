"""What the place finder hands on."""

from dataclasses import dataclass

from kronik.records.places import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedName:
    """A mention of a place: half-open code points of the view, what it names (None where open), and the rule."""

    start: int
    end: int
    where: Where | None
    rule: str
