"""How alike two texts are, as a record."""

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """What the first of two texts is to the second."""

    COPY = "copy"
    EXCERPT_OF = "excerpt_of"
    CONTAINS = "contains"
    SHARED_BACKGROUND = "shared_background"


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two texts are.

    Attributes:
        first, second: ids of the articles, the smaller one first.
        relation: what the first is to the second.
        first_in_second, second_in_first: share of the one's runs that the other has, rounded to 4 decimals.
        covered: share of the shorter text that the other covers, single changed words forgiven, rounded to 4 decimals;
            of texts with nearly all or hardly any runs in common just the share of runs.
    """

    first: str
    second: str
    relation: Relation
    first_in_second: float
    second_in_first: float
    covered: float
