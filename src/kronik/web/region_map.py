"""The map of reports by regency: which shapes there are, how dark, and the same counts as rows of a table."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kronik.chronicle.finding_queries import ReportRow
from kronik.knowledge.gazetteer_units import INDONESIA, PROVINCE_CODE
from kronik.knowledge.outlines import Outline, Ring

STEPS = (1, 2, 4, 8, 16)
"""Fewest reports of each shade of the map, the lightest first: each begins where the one before has doubled."""
MARGIN = 20
"""Hundredths of a degree around the country."""
DOT = "h6v6h-6z"
"""What is drawn of an island that is but a point, so that it can be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A regency that reports name, as it is drawn: commands of an SVG path and its shade, from 1."""

    name: str
    count: int
    path: str
    shade: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionRow:
    """A row of the table; regency None where reports name the province alone."""

    province: str
    regency: str | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """What a shade stands for: reports from `least` to `most` (None: and more)."""

    number: int
    least: int
    most: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionMap:
    """Reports by the regency of their place.

    Attributes:
        box: SVG view box: hundredths of a degree, north up by a negative latitude.
        ground: paths of the provinces, and of the regencies of one that has no outline.
        shapes: regencies with reports.
        rows: the same counts, most first, with those of provinces alone behind.
        shades: legend.
        drawn: reports that name a regency.
        undrawn: those that name one without an outline.
        province_only: those that name a province and no regency.
        country_only: those that name Indonesia and no province.
        abroad: those whose place lies elsewhere.
        unknown: those whose place is named but in no country that the page tells.
        none: those without a place.
    """

    box: tuple[int, int, int, int]
    ground: tuple[str, ...]
    shapes: tuple[Shape, ...]
    rows: tuple[RegionRow, ...]
    shades: tuple[Shade, ...]
    drawn: int
    undrawn: int
    province_only: int
    country_only: int
    abroad: int
    unknown: int
    none: int


def region_map(reports: Iterable[ReportRow], outlines: Sequence[Outline]) -> RegionMap:
    """Return the map of reports, each read once; a report counts in the one regency of its place."""
    units: Counter[tuple[str, str | None]] = Counter()
    rest: Counter[str] = Counter()
    for report in reports:
        if report.province is not None:
            units[report.province, report.regency] += 1
        elif report.country == INDONESIA:
            rest["country_only"] += 1
        elif report.country is not None:
            rest["abroad"] += 1
        else:
            rest["none" if report.place is None else "unknown"] += 1
    provinces = {one.name for one in outlines if len(one.code) == PROVINCE_CODE}
    ground = [one for one in outlines if len(one.code) == PROVINCE_CODE or one.province not in provinces]
    shapes = tuple(
        Shape(name=one.name, count=count, path=_path(one.rings), shade=_shade(count))
        for one in outlines
        if len(one.code) > PROVINCE_CODE and (count := units[one.province, one.name])
    )
    drawn = sum(shape.count for shape in shapes)
    named = sum(count for (_, regency), count in units.items() if regency is not None)
    ranked = sorted(units.items(), key=lambda item: (item[0][1] is None, -item[1], item[0][0], item[0][1] or ""))
    return RegionMap(
        box=_box(ground),
        ground=tuple(_path(one.rings) for one in ground),
        shapes=shapes,
        rows=tuple(RegionRow(province=province, regency=regency, count=n) for (province, regency), n in ranked),
        shades=_legend(max((shape.count for shape in shapes), default=0)),
        drawn=drawn,
        undrawn=named - drawn,
        province_only=sum(count for (_, regency), count in units.items() if regency is None),
        country_only=rest["country_only"],
        abroad=rest["abroad"],
        unknown=rest["unknown"],
        none=rest["none"],
    )


def _shade(count: int) -> int:
    return sum(count >= least for least in STEPS)


def _legend(highest: int) -> tuple[Shade, ...]:
    return tuple(
        Shade(number=number, least=least, most=STEPS[number] - 1 if number < len(STEPS) else None)
        for number, least in enumerate(STEPS, start=1)
        if least <= highest
    )


def _path(rings: Iterable[Ring]) -> str:
    return "".join(_ring(ring) for ring in rings)


def _ring(ring: Ring) -> str:
    x, y, *steps = ring
    if not steps:
        return f"M{x} {-y}{DOT}"
    turned = (step if at % 2 == 0 else -step for at, step in enumerate(steps))
    return f"M{x} {-y}l{' '.join(map(str, turned))}z"


def _box(outlines: Iterable[Outline]) -> tuple[int, int, int, int]:
    points = [point for one in outlines for ring in one.rings for point in _points(ring)]
    if not points:
        return 0, 0, 1, 1
    east, north = [x for x, _ in points], [-y for _, y in points]
    left, top = min(east) - MARGIN, min(north) - MARGIN
    return left, top, max(east) + MARGIN - left, max(north) + MARGIN - top


def _points(ring: Ring) -> Iterable[tuple[int, int]]:
    x = y = 0
    for at in range(0, len(ring), 2):
        x, y = x + ring[at], y + ring[at + 1]
        yield x, y
