"""Indonesian words of naming, read from the data files and checked."""

import tomllib
from collections.abc import Callable, Iterator
from typing import TypeVar

from kronik.errors import DataError
from kronik.languages.id.packaged import text_of
from kronik.languages.naming import (
    Body,
    NamingWords,
    Noun,
    Office,
    Phrases,
    Protected,
    Referring,
    Rest,
    Scope,
    Sense,
    phrases,
)

T = TypeVar("T")
OFFICES = "naming_offices.tsv"
BODIES = "naming_bodies.tsv"
NOUNS = "naming_nouns.tsv"
WORDS = "naming_words.toml"
REGIONS = "naming_regions.txt"
NONE = "-"
KINDS = frozenset({"person", "group", "organisation", "state"})
SECTORS = frozenset(
    (
        "GOV", "COP", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
        "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
    )
)  # fmt: skip
TABLES = {
    "before_office": {"former", "acting", "things"},
    "ranks": None,
    "names": {
        "honorifics",
        "kept",
        "degrees",
        "alias",
        "called",
        "legal",
        "joins",
        "units",
        "initials",
        "facilities",
        "inner",
        "particles",
        "links",
        "openers",
        "barred",
    },
    "nouns": {
        "gathered",
        "copulas",
        "states",
        "describing",
        "placing",
        "namely",
        "leads",
        "led",
        "several",
        "wholes",
        "one",
        "back",
        "marks",
        "counters",
        "pointers",
        "epithets",
    },
    "numbers": None,
    "pronouns": {"person", "several", "side", "own"},
    "countries": {"from"},
    "same_office": None,
    "crime": {"white_collar"},
    "protection": {"minor_words", "sexual_words", "years", "calling"},
    "short": None,
    "ties": None,
}


def load_naming() -> NamingWords:
    """Return the Indonesian words of naming. Costs file reads.

    Raises:
        DataError: a file has an unknown key, a wrong value, or an entry twice.
    """
    table = _words()
    before, names, nouns, pronouns = (table[key] for key in ("before_office", "names", "nouns", "pronouns"))
    return NamingWords(
        home=table["home"]["code"][0],
        offices=_rows(OFFICES, 4, _office),
        bodies=_rows(BODIES, 4, _body),
        nouns=_rows(NOUNS, 5, _noun),
        regions=_set(list(_lines(REGIONS))),
        former=frozenset(before["former"]),
        acting=_set(before["acting"]),
        things=frozenset(before["things"]),
        ranks=phrases({rank: sector for sector, ranks in table["ranks"].items() for rank in ranks}),
        honorifics=frozenset(names["honorifics"]),
        kept=frozenset(names["kept"]),
        degrees=frozenset(names["degrees"]),
        initials=frozenset(names["initials"]),
        facilities=frozenset(names["facilities"]),
        inner=frozenset(names["inner"]),
        alias=phrases({word: word in names["called"] for word in (*names["alias"], *names["called"])}),
        white_collar=frozenset(table["crime"]["white_collar"]),
        particles=frozenset(names["particles"]),
        links=frozenset(names["links"]),
        openers=frozenset(names["openers"]),
        barred=frozenset(names["barred"]),
        legal=frozenset(names["legal"]),
        leads=frozenset(nouns["leads"]),
        led=frozenset(nouns["led"]),
        ties={family: frozenset(forms) for family, forms in table["ties"].items()},
        joins=frozenset(names["joins"]),
        units=frozenset(names["units"]),
        numbers={word: int(number) for number, forms in table["numbers"].items() for word in forms},
        same_office={long: short[0] for long, short in table["same_office"].items()},
        short=phrases({long: short[0] for long, short in table["short"].items()}),
        referring=Referring(
            several=_set(nouns["several"]),
            wholes=frozenset(nouns["wholes"]),
            one=_set(nouns["one"]),
            counters=frozenset(nouns["counters"]),
            back=frozenset(nouns["back"]),
            marks=frozenset(nouns["marks"]),
            pointers=frozenset(nouns["pointers"]),
            epithets=frozenset(nouns["epithets"]),
            person=frozenset(pronouns["person"]),
            many=frozenset(pronouns["several"]),
            side=frozenset(pronouns["side"]),
            own=frozenset(pronouns["own"]),
            gathered=frozenset(nouns["gathered"]),
            copulas=frozenset(nouns["copulas"]),
            states=frozenset(nouns["states"]),
            describing=frozenset(nouns["describing"]),
            placing=frozenset(nouns["placing"]),
            namely=frozenset(nouns["namely"]),
            origins=_set(table["countries"]["from"]),
        ),
        protected=Protected(
            minor=_set(table["protection"]["minor_words"]),
            sexual=_set(table["protection"]["sexual_words"]),
            years=frozenset(table["protection"]["years"]),
            calling=frozenset(table["protection"]["calling"]),
        ),
    )


def _words() -> dict[str, dict[str, list[str]]]:
    """Return the tables of the words file; single strings as lists of one."""
    raw = tomllib.loads(text_of(WORDS))
    home = raw.pop("home", None)
    if not isinstance(home, str) or raw.keys() != TABLES.keys():
        raise DataError(WORDS, ", ".join(sorted(raw)), "needs home and the tables " + ", ".join(TABLES))
    out: dict[str, dict[str, list[str]]] = {"home": {"code": [home]}}
    for key, wanted in TABLES.items():
        table = {name: [value] if isinstance(value, str) else list(value) for name, value in raw[key].items()}
        if wanted is not None and table.keys() != wanted:
            raise DataError(WORDS, key, "needs the keys " + ", ".join(sorted(wanted)))
        for name, words in table.items():
            if len(set(words)) != len(words):
                raise DataError(WORDS, f"{key}.{name}", "holds a word twice")
        out[key] = table
    if not out["ranks"].keys() <= SECTORS:
        raise DataError(WORDS, "ranks", "unknown sector")
    return out


def _rows(name: str, columns: int, make: Callable[[list[str]], T]) -> Phrases[T]:
    entries: dict[str, T] = {}
    for row in _lines(name):
        parts = row.split("\t")
        if len(parts) != columns or parts[0] != parts[0].lower():
            raise DataError(name, row, f"needs {columns} columns, the first in lower case")
        if parts[0] in entries:
            raise DataError(name, parts[0], "stands twice")
        try:
            entries[parts[0]] = make(parts)
        except ValueError as error:
            raise DataError(name, row, str(error)) from error
    return phrases(entries)


def _lines(name: str) -> Iterator[str]:
    return (line for line in text_of(name).splitlines() if line and not line.startswith("#"))


def _office(parts: list[str]) -> Office:
    form, sector, scope, lone = parts
    if lone not in {"yes", "no"}:
        raise ValueError("lone is yes or no")
    return Office(form=form, sector=_sector(sector), scope=Scope(scope), lone=lone == "yes")


def _body(parts: list[str]) -> Body:
    form, sector, country, rest = parts
    return Body(form=form, sector=_sector(sector), country=None if country == NONE else country, rest=Rest(rest))


def _noun(parts: list[str]) -> Noun:
    form, kind, sector, sense, tie = parts
    if kind not in KINDS:
        raise ValueError(f"unknown kind {kind}")
    return Noun(form=form, kind=kind, sector=_sector(sector), sense=Sense(sense), tie=None if tie == NONE else tie)


def _sector(code: str) -> str:
    if code not in SECTORS:
        raise ValueError(f"unknown sector {code}")
    return code


def _set(words: list[str]) -> Phrases[bool]:
    return phrases(dict.fromkeys(words, True))
