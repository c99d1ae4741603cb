"""The gazetteer: what its tables hold, and what a name can stand for."""

from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.errors import DataError
from kronik.knowledge.gazetteer import load_gazetteer
from kronik.knowledge.gazetteer_names import normal
from kronik.knowledge.gazetteer_units import Kind
from kronik.knowledge.gazetteer_villages import Villages
from kronik.knowledge.tables import Table, rows
from kronik.records.places import Precision

GAZETTEER = load_gazetteer()
MEGABYTE = 1_000_000


def test_every_level_is_there():
    levels = [len(code) for code in GAZETTEER.regions]
    assert (levels.count(2), levels.count(5), levels.count(8)) == (38, 514, 7285)


def test_every_unit_lies_in_one_above_it():
    assert all(code.rsplit(".", 1)[0] in GAZETTEER.regions for code in GAZETTEER.regions if "." in code)


def test_centres_lie_in_indonesia():
    for name, latitude, longitude in GAZETTEER.regions.values():
        if latitude:
            assert -11.1 <= float(latitude) <= 6.2, name
            assert 94.9 <= float(longitude) <= 141.1, name


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("bandung", {Kind.CITY, Kind.REGENCY, Kind.DISTRICT}),
        ("jakarta", {Kind.PROVINCE}),
        ("rusia", {Kind.COUNTRY}),
        ("moskow", {Kind.ABROAD}),
        ("laut merah", {Kind.WATER}),
        ("monas", {Kind.SITE}),
        ("tepi barat", {Kind.AREA}),
        ("sukamaju", set()),
    ],
)
def test_kinds_of_a_name(name, kinds):
    found = {unit.kind for unit in GAZETTEER.units(name)}
    assert found >= kinds if kinds else not {Kind.VILLAGE} & found


def test_a_village_needs_its_unit():
    village = GAZETTEER.village("benda baru", "36.74")
    assert village is not None
    assert village.code is not None
    assert village.code.startswith("36.74.")
    assert GAZETTEER.village("sukamaju", "32") is None  # many in the province
    assert GAZETTEER.village("no such village", "32") is None


def test_villages_are_found_at_both_ends_of_the_table():
    table = b"# source\naan\t5105022008\nbaru\t3201012001 3201012002\nzeta\t1101012001\n"
    villages = Villages(table)
    assert villages.codes("aan") == ("51.05.02.2008",)
    assert villages.codes("baru") == ("32.01.01.2001", "32.01.01.2002")
    assert villages.codes("zeta") == ("11.01.01.2001",)
    assert villages.codes("beta") == ()
    assert Villages(b"").codes("aan") == ()


@pytest.mark.parametrize(
    ("code", "day", "province"),
    [
        ("94.01", date(2022, 11, 10), "Papua"),
        ("94.01", date(2022, 11, 11), "Papua Tengah"),
        ("96.03", date(2022, 1, 1), "Papua Barat"),
        ("65.71", date(2010, 1, 1), "Kalimantan Timur"),
        ("36.71", date(1999, 1, 1), "Jawa Barat"),
        ("32.73", date(1999, 1, 1), "Jawa Barat"),
        ("94.01", None, "Papua Tengah"),
    ],
)
def test_provinces_were_divided(code, day, province):
    assert GAZETTEER.where(GAZETTEER.unit(code), day).province == province


@pytest.mark.parametrize(
    ("name", "precision"),
    [
        ("bali", Precision.PROVINCE),
        ("sleman", Precision.REGENCY),
        ("mengwi", Precision.DISTRICT),
        ("israel", Precision.COUNTRY),
        ("tel aviv", Precision.CITY),
        ("selat hormuz", Precision.WATER),
    ],
)
def test_precision(name, precision):
    assert GAZETTEER.where(GAZETTEER.units(name)[0]).precision is precision


@pytest.mark.parametrize(
    ("written", "form"), [("St. Petersburg", "st petersburg"), ("Sana'a", "sanaa"), ("Khan  Younis", "khan younis")]
)
def test_normal_forms(written, form):
    assert normal(written) == form


@given(st.text(max_size=40))
def test_normal_is_its_own_normal(name):
    assert normal(normal(name)) == normal(name)


def test_every_table_names_its_source():
    folder = files("kronik.knowledge") / "data" / "places"
    tables = [entry for entry in folder.iterdir() if entry.name.endswith(".tsv")]
    assert len(tables) >= 8
    assert all(entry.read_text(encoding="utf-8").startswith("# source: ") for entry in tables)


def test_outlines_lie_around_the_centres():
    table = files("kronik.knowledge").joinpath("data", "places", "outlines.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    assert len(lines) == 551  # the source lacks province 63 as a whole
    for code, rings in lines:
        if code == "96.01":
            continue  # the source has only five islets of it
        _, latitude, longitude = GAZETTEER.regions[code]
        xs, ys = [], []
        for ring in rings.split("|"):
            steps = list(map(int, ring.split()))
            x = y = 0
            for step_x, step_y in zip(steps[::2], steps[1::2], strict=True):
                x, y = x + step_x, y + step_y
                xs.append(x / 100)
                ys.append(y / 100)
        assert min(xs) - 0.05 <= float(longitude) <= max(xs) + 0.05, code
        assert min(ys) - 0.05 <= float(latitude) <= max(ys) + 0.05, code


def test_a_row_that_lacks_a_cell_is_refused():
    with pytest.raises(DataError):
        list(rows(Table("cities.tsv", "# source: x\n# country\tnames\nIDN\n"), ("country", "names"), 2))


def test_it_is_small():
    folder = files("kronik.knowledge") / "data" / "places"
    assert sum(len(entry.read_bytes()) for entry in folder.iterdir()) < 15 * MEGABYTE
