"""Groups kept beside a chronicle: read while they are of its articles and of these rules, else computed anew."""

import sqlite3

import pytest
from chronicle_records import identity, make_bundle, outcome_of

from kronik.chronicle.reader import Chronicle
from kronik.chronicle.writer import ChronicleWriter
from kronik.cli.main import main
from kronik.grouping.kept import forget_groups, read_groups, side_file, store_groups
from kronik.stories.entries import entry_of
from kronik.stories.groups import groups_of, load_scales

PROSE = (
    "Gempa mengguncang Kabupaten Melur pada Kamis dini hari dan merusak puluhan rumah di tiga desa.",
    "Kepala badan penanggulangan bencana setempat, Suryo Lantip, mengatakan tidak ada korban jiwa sejauh ini.",
    "Warga memilih tidur di lapangan karena gempa susulan masih terasa sampai pagi hari.",
)


def page(outlet: str, day: str, *, lines: int = 3):
    text = "\n".join(PROSE[:lines])
    return make_bundle(f"https://{outlet}.example/1", prose=text, headline="Gempa Melur", outlet=outlet, published=day)


def put(path, *bundles) -> None:
    with ChronicleWriter.open(path, identity()) as writer:
        writer.add([outcome_of(bundle, location=f"{bundle.page.id}.txt") for bundle in bundles])
        writer.finish()


@pytest.fixture(name="path")
def _path(tmp_path):
    path = tmp_path / "x.kronik"
    put(path, page("kabar", "2031-05-01"), page("lentera", "2031-05-01"), page("warta", "2031-05-20", lines=1))
    return path


def anew(path):
    with Chronicle.open(path) as chronicle:
        return groups_of(map(entry_of, chronicle.bundles()), load_scales())


def read(path):
    with Chronicle.open(path) as chronicle:
        return read_groups(chronicle)


def store(path):
    with Chronicle.open(path) as chronicle:
        return store_groups(chronicle)


def spoil(path, query: str) -> None:
    connection = sqlite3.connect(side_file(path))
    connection.execute(query)
    connection.commit()
    connection.close()


def test_what_is_kept_is_what_is_computed(path) -> None:
    stored = store(path)
    assert (stored.added, stored.removed, stored.anew) == (3, 0, True)
    assert stored.path == path.with_name("x.kronik-groups")
    assert read(path) == anew(path)


def test_current_groups_are_read_not_computed(path) -> None:
    store(path)
    spoil(path, "UPDATE entries SET story = 'read from here'")
    assert {story.id for story in read(path).stories} == {"read from here"}


def test_stored_again_only_the_new_is_added(path) -> None:
    store(path)
    put(path, page("samudra", "2031-05-02"))
    assert read(path) == anew(path)
    again = store(path)
    assert (again.added, again.removed, again.anew) == (1, 0, False)
    assert read(path) == anew(path)
    assert len(read(path).entries) == 4
    assert store(path).added == 0


def test_a_page_that_is_gone_leaves_the_kept_groups(path) -> None:
    store(path)
    with ChronicleWriter.open(path, identity()) as writer:
        writer.forget(page("kabar", "2031-05-01").page.id)
        writer.finish()
    again = store(path)
    assert (again.added, again.removed) == (0, 1)
    assert read(path) == anew(path)
    assert len(read(path).entries) == 2


@pytest.mark.parametrize(
    "query", ["UPDATE meta SET value = 'older' WHERE name = 'versions'", "DELETE FROM meta", "DROP TABLE meta"]
)
def test_groups_of_other_rules_are_computed_anew(path, query) -> None:
    store(path)
    spoil(path, "UPDATE entries SET story = 'stale'")
    spoil(path, query)
    assert read(path) == anew(path)
    assert store(path).anew
    assert read(path) == anew(path)


def test_a_damaged_side_file_is_as_none(path) -> None:
    side_file(path).write_bytes(b"no database at all, but long enough to be read as the head of one" * 20)
    assert read(path) == anew(path)
    assert store(path).anew


def test_the_commands_store_and_forget(path, capsys) -> None:
    assert main(["--lang", "en", "groups", str(path)]) == 0
    before = capsys.readouterr().out
    assert main(["--lang", "en", "groups", str(path), "--store"]) == 0
    out, said = capsys.readouterr()
    assert out == ""
    assert "groups of 3 articles" in said
    assert main(["--lang", "en", "groups", str(path)]) == 0
    assert capsys.readouterr().out == before
    assert main(["--lang", "en", "forget", "https://kabar.example/1", "-c", str(path)]) == 0
    assert "x.kronik-groups removed" in capsys.readouterr().err
    assert not side_file(path).exists()
    assert not forget_groups(path)
