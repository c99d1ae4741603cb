"""Outlines of Indonesian provinces and regencies, for maps: read when a map is drawn, from the packaged tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from kronik.errors import DataError
from kronik.knowledge.gazetteer_units import PROVINCE_CODE, REGENCY_CODE
from kronik.knowledge.tables import Table, rows

OUTLINES, REGIONS = "outlines.tsv", "regions.tsv"
RING = "|"
"""Between the rings of an outline."""
PAIR = 2

Ring = tuple[int, ...]
"""Pairs of hundredths of a degree, longitude before latitude: the first point, then the step to each further one."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of a unit.

    Attributes:
        code: Kemendagri code; that of a regency begins with its province's.
        name: official name.
        province: official name of the province that it is or lies in.
        rings: outer rings, closed without the first point repeated; a tiny island is one point.
    """

    code: str
    name: str
    province: str
    rings: tuple[Ring, ...]


def load_outlines() -> tuple[Outline, ...]:
    """Return the outlines of provinces and regencies, by code. Reads two packaged tables (some 0.5 MB).

    Raises:
        DataError: an outline has no name, or its rings are no pairs of whole numbers.
    """
    names = {row[0]: row[1] for row in _rows(REGIONS, ("code", "name", "latitude", "longitude"), 2)}
    return tuple(_outline(code, names, rings) for code, rings in _rows(OUTLINES, ("code", "rings"), 2))


def _rows(name: str, columns: tuple[str, ...], needed: int) -> Iterator[tuple[str, ...]]:
    path = files("kronik.knowledge") / "data" / "places" / name
    return rows(Table(name, path.read_text(encoding="utf-8")), columns, needed)


def _outline(code: str, names: dict[str, str], text: str) -> Outline:
    if code not in names or len(code) not in (PROVINCE_CODE, REGENCY_CODE):
        raise DataError(OUTLINES, code, "is the code of no province or regency")
    try:
        found = tuple(tuple(map(int, ring.split(" "))) for ring in text.split(RING))
    except ValueError as error:
        raise DataError(OUTLINES, code, "rings are whole numbers parted by spaces") from error
    if any(len(ring) % PAIR for ring in found):
        raise DataError(OUTLINES, code, "a ring lacks the latitude of a point")
    return Outline(code, names[code], names[code[:PROVINCE_CODE]], found)
