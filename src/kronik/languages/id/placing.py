"""Indonesian words around names of places, read from their table."""

import tomllib
from typing import Any

from kronik.errors import DataError
from kronik.languages.id.packaged import text_of
from kronik.languages.placing import Before, PlaceWords

DATA = "placing.toml"
LISTS = ("at", "locating", "joiners", "inside", "parting", "shy")
TABLES = ("units", "kinds", "seats", "before")
SEATS = ("city", "regency")
"""Kinds of unit that a body sits in."""


def load_placing() -> PlaceWords:
    """Return the words around names of places. Costs a file read.

    Raises:
        DataError: the table is wrong.
    """
    text = text_of(DATA)
    table = tomllib.loads(text)
    if table.keys() != {"source", *LISTS, *TABLES}:
        raise DataError(DATA, ", ".join(sorted(table)), f"needs source, {', '.join((*LISTS, *TABLES))}")
    before: dict[str, Before] = {}
    for role, members in table["before"].items():
        if role not in frozenset(Before):
            raise DataError(DATA, role, "is no role of a word before a name")
        before.update((word, Before(role)) for word in _words(members, role))
    kinds: dict[str, frozenset[str]] = {}
    for unit, members in table["units"].items():
        for word in _words(members, unit):
            if word in kinds:
                raise DataError(DATA, word, "stands twice among the units")
            kinds[word] = frozenset(_words(table["kinds"].get(unit, ()), unit))
    before.update(dict.fromkeys(kinds, Before.UNIT))
    seats = _seats(table["seats"])
    at, locating, joiners, inside, parting, shy = (frozenset(_words(table[name], name)) for name in LISTS)
    return PlaceWords(
        before=before,
        kinds=kinds,
        seats=seats,
        at=at,
        locating=at | locating,
        joiners=joiners,
        inside=inside,
        parting=parting,
        shy=shy,
    )


def _seats(table: dict[str, Any]) -> dict[str, str]:
    seats: dict[str, str] = {}
    for kind, members in table.items():
        if kind not in SEATS:
            raise DataError(DATA, kind, f"is none of {', '.join(SEATS)}")
        for word in _words(members, kind):
            if word in seats:
                raise DataError(DATA, word, "stands twice among the seats")
            seats[word] = kind
    return seats


def _words(members: Any, key: str) -> list[str]:
    if (
        not isinstance(members, list)
        or not members
        or not all(isinstance(one, str) and one == one.lower() for one in members)
    ):
        raise DataError(DATA, key, "is no list of words in lower case")
    return members
