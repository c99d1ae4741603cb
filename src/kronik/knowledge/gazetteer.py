"""The gazetteer of the package, read from its tables."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable

from kronik.errors import DataError
from kronik.knowledge.gazetteer_names import normal
from kronik.knowledge.gazetteer_units import (
    INDONESIA,
    REGENCY_CODE,
    Former,
    Gazetteer,
    Kind,
    Unit,
    number_of,
    unit_of,
)
from kronik.knowledge.gazetteer_villages import Villages
from kronik.knowledge.states import read_states
from kronik.knowledge.tables import LIST, Table, rows

BODY, SHY = "+", "*"
"""Signs behind a name in the tables: a body that is a site at times; a name too common to count without support."""
STATES = "states.tsv"
KINDS = {"area": Kind.AREA, "water": Kind.WATER}
MAYBE = "also"
"""A doubt of a state's name that another state has the better claim to."""

Named = Iterator[tuple[str, str | Unit]]
"""Normal forms of names with what they stand for; a string is a Kemendagri code."""


def load_gazetteer() -> Gazetteer:
    """Return the gazetteer; reads the packaged tables (about 2 MB).

    Raises:
        DataError: a table is wrong.
    """
    regions = {row[0]: (row[1], row[2], row[3]) for row in _rows("regions.tsv", "code name latitude longitude", 2)}
    units = {code: unit_of(code, region) for code, region in regions.items()}
    names: dict[str, list[str | Unit]] = defaultdict(list)
    for named in (_countries(), _regions(regions), _aliases(regions), _cities(), _areas(), _sites(regions)):
        for name, unit in named:
            if unit not in names[name]:
                names[name].append(unit)
    longest: dict[str, int] = {}
    for name in names:
        first = name.split(" ", 1)[0]
        longest[first] = max(longest.get(first, 0), name.count(" ") + 1)
    return Gazetteer(
        regions,
        {name: tuple(units[one] if isinstance(one, str) else one for one in told) for name, told in names.items()},
        longest,
        tuple(
            Former(prefix=row[0], code=row[1], name=row[2], until=date.fromisoformat(row[3]))
            for row in _rows("former.tsv", "prefix province name until", 4)
        ),
        Villages((_folder() / "villages.tsv").read_bytes()),
    )


def _folder() -> Traversable:
    return files("kronik.knowledge") / "data" / "places"


def _rows(name: str, columns: str, needed: int) -> Iterator[tuple[str, ...]]:
    return rows(Table(name, (_folder() / name).read_text(encoding="utf-8")), tuple(columns.split()), needed)


def _countries() -> Named:
    centres = {row[0]: row[1:] for row in _rows("countries.tsv", "code name latitude longitude", 4)}
    for code, (name, latitude, longitude) in centres.items():
        yield normal(name), _country(code, name, latitude, longitude)
    table = files("kronik.knowledge") / "data" / STATES
    for state in read_states(Table(STATES, table.read_text(encoding="utf-8"))) if table.is_file() else ():
        if state.alpha3 not in centres:
            continue
        doubts = dict(state.doubts)
        for name in (*state.names, *state.english, *(name for name, _ in state.former)):
            if doubts.get(name) != MAYBE:
                _, latitude, longitude = centres[state.alpha3]
                yield normal(name), _country(state.alpha3, centres[state.alpha3][0], latitude, longitude)


def _country(code: str, name: str, latitude: str, longitude: str) -> Unit:
    return Unit(
        kind=Kind.COUNTRY,
        name=name,
        country=code,
        latitude=number_of(latitude),
        longitude=number_of(longitude),
    )


def _regions(regions: Mapping[str, tuple[str, str, str]]) -> Named:
    for code, (name, _, _) in regions.items():
        yield normal(name.split(" ", 1)[1] if len(code) == REGENCY_CODE else name), code


def _aliases(regions: Mapping[str, tuple[str, str, str]]) -> Named:
    for code, aliases in _rows("aliases.tsv", "code names", 2):
        if code not in regions:
            raise DataError("aliases.tsv", code, "is no code of regions.tsv")
        for alias in aliases.split(LIST):
            yield normal(alias), code


def _cities() -> Named:
    for country, names, latitude, longitude in _rows("cities.tsv", "country names latitude longitude", 4):
        variants = names.split(LIST)
        for written in variants:
            yield (
                normal(written),
                Unit(
                    kind=Kind.ABROAD,
                    name=variants[0].rstrip(SHY),
                    country=country,
                    latitude=number_of(latitude),
                    longitude=number_of(longitude),
                    shy=written.endswith(SHY),
                ),
            )


def _areas() -> Named:
    for kind, country, names, latitude, longitude in _rows("areas.tsv", "kind country names latitude longitude", 3):
        variants = names.split(LIST)
        unit = Unit(
            kind=KINDS[kind],
            name=variants[0],
            country=None if country == "-" else country,
            latitude=number_of(latitude),
            longitude=number_of(longitude),
        )
        for name in variants:
            yield normal(name), unit


def _sites(regions: Mapping[str, tuple[str, str, str]]) -> Named:
    for seat, names, locality, latitude, longitude in _rows("sites.tsv", "seat names locality latitude longitude", 5):
        if seat[0].isdigit() and seat not in regions:
            raise DataError("sites.tsv", seat, "is no code of regions.tsv")
        for written in names.split(LIST):
            name = written.rstrip(BODY + SHY)
            yield (
                normal(name),
                Unit(
                    kind=Kind.SITE,
                    name=name,
                    country=INDONESIA if seat in regions else seat,
                    code=seat if seat in regions else None,
                    latitude=number_of(latitude),
                    longitude=number_of(longitude),
                    locality=None if locality == "-" else locality,
                    body=written.endswith(BODY),
                    shy=written.endswith(SHY),
                ),
            )
