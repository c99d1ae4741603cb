"""Indonesian words around numbers, read from their table."""

import tomllib
from collections.abc import Mapping
from typing import Any

from kronik.errors import DataError
from kronik.languages.counting import CountWords, Fates
from kronik.languages.id.packaged import text_of
from kronik.records.reports import FigureKind, Limit

DATA = "counting.toml"
LISTS = (
    "teens", "halves", "round_endings", "vague", "others", "links", "fillers", "negations", "counters", "ranges",
    "pickers", "breaks", "asides", "ages", "relatives", "shares", "denials", "wanted", "amounts", "whole", "cumulative",
    "no_count", "no_number", "persons",
)  # fmt: skip
TABLES = (
    "groups", "digits", "scales", "ones", "fused", "collectives", "short_scales", "before_currencies",
    "after_currencies", "limits", "late_limits", "victims", "none_nouns", "fates",
)  # fmt: skip
FATES = {"active", "states", "nouns"}


def load_counting() -> CountWords:
    """Return the words around numbers. Costs a file read.

    Raises:
        DataError: the table is wrong.
    """
    text = text_of(DATA)
    table = tomllib.loads(text)
    known = {"source", "active_prefixes", "possessives", *LISTS, *TABLES}
    if table.keys() != known:
        raise DataError(DATA, ", ".join(sorted(table.keys() ^ known)), "is unknown or missing")
    lists = {name: _words(table[name], name) for name in LISTS}
    lists["whole"] = frozenset(map(str.upper, lists["whole"]))
    fates = {_kind(kind): _fates(kind, members) for kind, members in table["fates"].items()}
    return CountWords(
        digits=_numbers(table, "digits"),
        scales=_numbers(table, "scales"),
        ones=_numbers(table, "ones"),
        fused={word: (int(value), bool(persons)) for word, (value, persons) in table["fused"].items()},
        collectives=_numbers(table, "collectives"),
        short_scales=_numbers(table, "short_scales"),
        before_currencies=_strings(table, "before_currencies"),
        after_currencies=_strings(table, "after_currencies"),
        limits={word: Limit(side) for word, side in _strings(table, "limits").items()},
        late_limits={word: Limit(side) for word, side in _strings(table, "late_limits").items()},
        groups=_strings(table, "groups"),
        victims=_strings(table, "victims"),
        none_nouns={noun: _kind(kind) for noun, kind in _strings(table, "none_nouns").items()},
        fates=fates,
        active_prefixes=tuple(table["active_prefixes"]),
        possessives=tuple(table["possessives"]),
        **lists,
    )


def _kind(name: str) -> FigureKind:
    try:
        return FigureKind(name)
    except ValueError as error:
        raise DataError(DATA, name, "is no kind of figure") from error


def _fates(kind: str, members: Mapping[str, Any]) -> Fates:
    if members.keys() != FATES:
        raise DataError(DATA, kind, f"needs {', '.join(sorted(FATES))}")
    active, states, nouns = (_words(members[name], f"{kind}.{name}") for name in ("active", "states", "nouns"))
    return Fates(active=active, states=states, nouns=nouns)


def _words(members: Any, key: str) -> frozenset[str]:
    if not isinstance(members, list) or not all(isinstance(one, str) and one and one == one.lower() for one in members):
        raise DataError(DATA, key, "is no list of words in lower case")
    return frozenset(members)


def _numbers(table: Mapping[str, Any], key: str) -> dict[str, int]:
    if not all(isinstance(value, int) for value in table[key].values()):
        raise DataError(DATA, key, "holds what is no whole number")
    return dict(table[key])


def _strings(table: Mapping[str, Any], key: str) -> dict[str, str]:
    if not all(isinstance(value, str) for value in table[key].values()):
        raise DataError(DATA, key, "holds what is no string")
    return dict(table[key])
