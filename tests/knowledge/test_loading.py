"""What the loader refuses, and what a user's folder adds."""

from pathlib import Path

import pytest

from kronik.errors import DataError
from kronik.knowledge.knowledge import Knowledge
from kronik.knowledge.lint import faults
from kronik.knowledge.loading import knowledge_of, load_knowledge
from kronik.knowledge.tables import Table

SOURCE = "# source: a test\n"
STATES = SOURCE + "# alpha3\tstatus\tnames\tenglish\tdemonyms\tcapitals\tseats\tformer\tdoubts\tfrom\tto\n"
BODIES = SOURCE + "# id\tnames\tacronyms\tkind\tcountry\tsector\tparent\tfrom\tto\tcontext\tnote\n"
OFFICES = SOURCE + "# country\toffice\tof\tsector\tperson\tvariants\tfrom\tto\tas_of\n"
TITLES = SOURCE + "# name\tkind\tsector\tvariants\tof\theads\tmany\n"
FAMILIES = SOURCE + "# id\theads\tslot\tkind\tsector\tcountry\tparent\n"
UTOPIA = STATES + "UTO\tmember\tUtopia\tUtopia\t\tAmaurot\n"
RULER = TITLES + "ademus\toffice\tGOV\n"


def known(**tables: str) -> Knowledge:
    held = {"states": UTOPIA, "titles": RULER} | tables
    return knowledge_of([Table(f"{name}.tsv", text) for name, text in held.items()])


def test_a_small_world_is_read() -> None:
    office = "UTO\tademus\t\tGOV\tRafael Hitlodeus\tRafael\t1516-12\t\t1535\n"
    world = known(offices=OFFICES + office)
    held = world.office_holder("UTO", "ademus", "1520-01-01")
    assert held is not None
    assert held.holding.person == "Rafael Hitlodeus"
    assert world.state_names("Amaurot")[0].state.name == "Utopia"


@pytest.mark.parametrize(
    ("table", "text", "reason"),
    [
        ("states", "# alpha3\n", "source"),
        ("states", SOURCE + "# alpha3\tkind\n", "columns"),
        ("states", STATES + "UTO\tmember\tUtopia\n", "cells"),
        ("states", STATES + "UT\tmember\tUtopia\tUtopia\n", "alpha-3"),
        ("states", STATES + "UTO\tempire\tUtopia\tUtopia\n", "unknown status"),
        ("states", STATES + "UTO\tmember\tUtopia|Utopia\tUtopia\n", "stands twice"),
        ("states", UTOPIA + "UTO\tmember\tEutopia\tEutopia\n", "stands twice"),
        ("states", UTOPIA + "EUT\tmember\tUtopia\tEutopia\n", "of which not one is the default"),
        ("states", STATES + "UTO\tmember\tUtopia\tUtopia\t\t\t\t\tErewhon:word\n", "none of its names"),
        ("states", STATES + "UTO\tmember\tUtopia\tUtopia\t\t\t\t\tUtopia:maybe\n", "is not 'name:reason'"),
        ("states", STATES + "UTO\tmember\tUtopia\tUtopia\t\t\t\tAbraxa\n", "is not 'name from/to'"),
        ("organisations", BODIES + "senate\t\t\tlegislature\tUTO\tLEG\n", "has no name"),
        ("organisations", BODIES + "senate\tSenat\t\tcircle\tUTO\tLEG\n", "unknown kind"),
        ("organisations", BODIES + "senate\tSenat\t\tlegislature\tUTO\tLAW\n", "unknown sector"),
        ("organisations", BODIES + "senate\tSenat\t\tlegislature\tXYZ\tLEG\n", "unknown country"),
        ("organisations", BODIES + "senate\tSenat\t\tlegislature\tUTO\tLEG\tcourt\n", "unknown parent"),
        ("organisations", BODIES + "senate\tSenat\t\tlegislature\tUTO\tLEG\t\t1530\t1520\n", "lies before"),
        (
            "organisations",
            BODIES + "senate\tSenat\t\tlegislature\tUTO\tLEG\nother\tSenat\t\tlegislature\tUTO\tLEG\n",
            "each needs words of context",
        ),
        ("families", FAMILIES + "guard\tGarda\tcity\tpolice\tCOP\n", "unknown slot"),
        (
            "families",
            FAMILIES + "guard\tGarda\tplace\tpolice\tCOP\nwatch\tGarda\tplace\tpolice\tCOP\n",
            "shares the head",
        ),
        ("offices", OFFICES + "UTO\tademus\t\tGOV\tRafael\t\t1516-13\t1535\n", "no day, month or year"),
        ("offices", OFFICES + "UTO\tademus\t\tGOV\tRafael\t\t1516-02-30\t1535\n", "no day of the calendar"),
        ("offices", OFFICES + "UTO\tademus\t\tGOV\tRafael\t\t1535\t1516\n", "lies before"),
        ("offices", OFFICES + "UTO\tademus\t\tGOV\tRafael\t\t1516\n", "either its end or the day"),
        ("offices", OFFICES + "UTO\tademus\t\tGOV\tRafael\t\t1516\t1520\t1520\n", "either its end or the day"),
        ("offices", OFFICES + "UTO\tkonsul\t\tGOV\tRafael\t\t1516\t1535\n", "is no title"),
        ("offices", OFFICES + "XYZ\tademus\t\tGOV\tRafael\t\t1516\t1535\n", "unknown country"),
        ("offices", OFFICES + "UTO\tademus\t\tGOD\tRafael\t\t1516\t1535\n", "unknown sector"),
        ("titles", TITLES + "ademus\tthrone\tGOV\n", "unknown kind"),
        ("titles", TITLES + "ademus\toffice\tGOV\t\tisland\n", "unknown follower"),
        ("titles", TITLES + "ademus\toffice\tGOV\t\t\tsenate\n", "no organisation or family"),
        ("titles", TITLES + "ademus\toffice\tGOV\tyang mulia\nyang mulia\thonorific\n", "shares 'yang mulia'"),
        ("weather", SOURCE, "is none of"),
    ],
)
def test_a_wrong_table_is_refused(table: str, text: str, reason: str) -> None:
    with pytest.raises(DataError, match=reason):
        known(**{table: text})


def test_a_users_folder_adds_and_replaces(tmp_path: Path) -> None:
    (tmp_path / "organisations_mine.tsv").write_text(
        BODIES
        + "kelompok-pantai\tKelompok Pantai Selatan\tKPS\tngo\tIDN\tCVL\nidf\tPasukan Lain\t\tmilitary\tISR\tMIL\n",
        encoding="utf-8",
    )
    world = load_knowledge(tmp_path)
    assert world.organisations_named("KPS")[0].id == "kelompok-pantai"
    assert world.organisations_named("Pasukan Lain")[0].id == "idf"
    assert "idf" not in [body.id for body in world.organisations_named("IDF")]


@pytest.mark.parametrize("make", [lambda folder: folder / "nowhere", lambda folder: folder / "file.tsv"])
def test_a_folder_that_is_none_is_refused(tmp_path: Path, make: object) -> None:
    (tmp_path / "file.tsv").write_text("x", encoding="utf-8")
    with pytest.raises(DataError, match="is no folder"):
        load_knowledge(make(tmp_path))  # type: ignore[operator]


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "states.tsv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError, match="cannot be read"):
        load_knowledge(tmp_path)


def test_faults_tell_overlaps_and_circles() -> None:
    world = known(
        offices=OFFICES + "UTO\tademus\t\tGOV\tRafael\t\t1516\t1535\nUTO\tademus\t\tGOV\tPetrus\t\t1520\t1540\n",
        organisations=BODIES
        + "one\tSatu\t\tagency\tUTO\tGOV\ttwo\ntwo\tDua\t\tagency\tUTO\tGOV\tone\n"
        + "lone\tTiga\t\tagency\tUTO\tGOV\t\t\t\tdefault\n",
    )
    found = faults(world)
    assert "offices: UTO ademus: Rafael and Petrus at the same time" in found
    assert "organisations: one: is part of itself" in found
    assert "organisations: lone: is the default of a name that no other body has" in found


def test_terms_that_follow_each_other_are_no_fault() -> None:
    rows = "UTO\tademus\t\tGOV\tRafael\t\t1516\t1535-05\nUTO\tademus\t\tGOV\tPetrus\t\t1535-05\t1540\n"
    assert faults(known(offices=OFFICES + rows)) == ()
