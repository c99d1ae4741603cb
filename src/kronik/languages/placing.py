"""What a language tells about names of places: the words around them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Before(StrEnum):
    """What a word before a name makes of it."""

    UNIT = "unit"
    """It says which kind of unit is named ("Kabupaten")."""
    PART = "part"
    """A part or the surroundings of the place ("wilayah", "kota-kota"): where something is."""
    SITE = "site"
    """A building or ground that the name belongs to ("gedung", "Jalan")."""
    LABEL = "label"
    """A site whose name says nothing of where it is ("Hotel", "Jalan")."""
    FAR = "far"
    """A site that bears the name of a city in whose surroundings it lies ("Bandara")."""
    TITLE = "title"
    """An office: the place is part of a person's title ("Bupati")."""
    BODY = "body"
    """A body: the place is part of its name ("Polres")."""


SITES = (Before.SITE, Before.LABEL, Before.FAR)
"""Roles of a building or ground."""
SMALL_UNITS = frozenset(("village", "district"))
"""Kinds of unit of which the tables do not have all by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """Words of a language around names of places; all in lower case.

    Attributes:
        before: words (or two, with a space) that stand before a name, and what they make of it.
        kinds: for each word of a unit the kinds (values of `kronik.knowledge.gazetteer_units.Kind`) that it may name.
        seats: words of bodies -> the kind of unit that they sit in where a city and a regency share a name.
        at: prepositions of being at or going to a place.
        locating: prepositions of place, those of `at` included.
        joiners: what may stand between two places that share a preposition, beside a comma.
        inside: words that may stand between a site and its place ("di", "sebuah", "nuklir").
        parting: words that begin another part of an address ("Desa"): no name goes on over them.
        shy: names (normal form) that are also common words, persons' names or labels: they count only with support.
    """

    before: Mapping[str, Before]
    kinds: Mapping[str, frozenset[str]]
    seats: Mapping[str, str]
    at: frozenset[str]
    locating: frozenset[str]
    joiners: frozenset[str]
    inside: frozenset[str]
    parting: frozenset[str]
    shy: frozenset[str]
    labels: frozenset[str] = field(init=False)
    """Words of `before` that make a place of a name that the gazetteer lacks ("Hotel", "Desa")."""

    def __post_init__(self) -> None:
        """Gather what is looked up in every sentence."""
        labels = (word for word, role in self.before.items() if role in SITES or self._small(word, role))
        object.__setattr__(self, "labels", frozenset(labels))

    def _small(self, word: str, role: Before) -> bool:
        return role is Before.UNIT and self.kinds[word] <= SMALL_UNITS
