"""The map by regency: what is shaded and how dark, what is not, and that table and map tell the same."""

import re

import pytest

from kronik.chronicle.finding_queries import ReportRow
from kronik.knowledge.outlines import Outline, load_outlines
from kronik.web.region_map import region_map
from kronik.web.report import render_report

OUTLINES = (
    Outline("90", "Provinsi Uji", "Provinsi Uji", ((10, 20, 5, 0, 0, 5), (40, 0))),
    Outline("90.01", "Kabupaten Satu", "Provinsi Uji", ((10, 20, 5, 0, 0, 5),)),
    Outline("90.71", "Kota Dua", "Provinsi Uji", ((40, 0),)),
)


def row(province: str | None = None, regency: str | None = None, country: str | None = "IDN", place="X") -> ReportRow:
    empty = ReportRow(**dict.fromkeys(ReportRow._fields))
    return empty._replace(province=province, regency=regency, country=country, place=place)


def test_each_regency_is_shaded_by_its_reports() -> None:
    made = region_map([row("Provinsi Uji", "Kabupaten Satu")] * 5 + [row("Provinsi Uji", "Kota Dua")], OUTLINES)
    assert [(one.name, one.count, one.shade) for one in made.shapes] == [("Kabupaten Satu", 5, 3), ("Kota Dua", 1, 1)]
    assert [(one.least, one.most) for one in made.shades] == [(1, 1), (2, 3), (4, 7)]
    assert [(one.regency, one.count) for one in made.rows] == [("Kabupaten Satu", 5), ("Kota Dua", 1)]


def test_north_is_up_and_a_point_can_be_seen() -> None:
    made = region_map([row("Provinsi Uji", "Kabupaten Satu"), row("Provinsi Uji", "Kota Dua")], OUTLINES)
    assert [one.path for one in made.shapes] == ["M10 -20l5 0 0 -5z", "M40 0h6v6h-6z"]
    assert made.box == (-10, -45, 70, 65)


def test_what_names_no_regency_is_counted_beside_the_map() -> None:
    rows = [
        row("Provinsi Uji"),
        row(),
        row(country="IRN"),
        row(country=None),
        row(country=None, place=None),
        row("Provinsi Uji", "Kota Dua"),
    ]
    made = region_map(rows, OUTLINES)
    counted = (made.drawn, made.province_only, made.country_only, made.abroad, made.unknown, made.none)
    assert counted == (1, 1, 1, 1, 1, 1)
    assert made.rows[-1].regency is None


def test_a_regency_without_an_outline_is_told_and_stands_in_the_table() -> None:
    made = region_map([row("Provinsi Uji", "Kabupaten Tiga")], OUTLINES)
    assert (made.drawn, made.undrawn, [one.regency for one in made.rows]) == (0, 1, ["Kabupaten Tiga"])


def test_regencies_are_the_ground_of_a_province_without_an_outline() -> None:
    made = region_map([], OUTLINES[1:])
    assert len(made.ground) == 2


def test_nothing_is_shaded_without_reports() -> None:
    made = region_map([], OUTLINES)
    assert (made.shapes, made.rows, made.shades) == ((), (), ())


@pytest.fixture(scope="module")
def packaged() -> tuple[Outline, ...]:
    return load_outlines()


def test_the_packaged_outlines_lie_in_the_country(packaged: tuple[Outline, ...]) -> None:
    left, top, width, height = region_map([], packaged).box
    assert (left > 9_400, left + width < 14_200) == (True, True)
    assert (top > -700, top + height < 1_200) == (True, True)


def test_each_packaged_regency_can_be_shaded(packaged: tuple[Outline, ...]) -> None:
    rows = [row(one.province, one.name) for one in packaged if "." in one.code]
    made = region_map(rows, packaged)
    assert made.drawn == len(rows) > 500


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_report_has_the_map_and_loads_nothing_for_it(
    bundle_of, memory_chronicle, plain_stretches, language
) -> None:
    chronicle = memory_chronicle([bundle_of(plain_stretches)])
    page = "".join(render_report(chronicle, language=language))
    section = page[page.index('<h2 id="map">') : page.index('<h2 id="quality">')]
    assert not re.search(r"\b(?:src|href)=", section)
