"""The outline of kept groups says the same as the groups themselves, and whether they are of these articles."""

import sqlite3

import pytest
from chronicle_records import identity, make_bundle, outcome_of

from kronik.chronicle.reader import Chronicle
from kronik.chronicle.writer import ChronicleWriter
from kronik.grouping.kept import read_groups, side_file, store_groups
from kronik.grouping.outline import kept_outline, outline_of

PROSE = (
    "Banjir merendam tiga dusun di Kabupaten Melur pada Jumat pagi.\nWarga dibawa ke balai desa dengan perahu karet."
)


@pytest.fixture(name="path")
def _path(tmp_path):
    path = tmp_path / "x.kronik"
    bundles = [
        make_bundle(f"https://{outlet}.example/1", prose=PROSE, headline="Banjir Melur", outlet=outlet, published=day)
        for outlet, day in (("kabar", "2031-05-01"), ("lentera", "2031-05-01"), ("warta", "2031-07-20"))
    ]
    with ChronicleWriter.open(path, identity()) as writer:
        writer.add([outcome_of(bundle, location=f"{bundle.page.id}.txt") for bundle in bundles])
        writer.finish()
    return path


def spoil(path, query):
    connection = sqlite3.connect(side_file(path))
    connection.execute(query)
    connection.commit()
    connection.close()


def test_it_says_what_the_groups_say(path):
    with Chronicle.open(path) as chronicle:
        assert kept_outline(chronicle) is None
        computed = outline_of(read_groups(chronicle))
        store_groups(chronicle)
        assert kept_outline(chronicle) == computed
    assert len(set(computed.stories.values())) < len(computed.stories) == 3
    assert computed.likenesses


@pytest.mark.parametrize(
    ("query", "current"),
    [
        ("UPDATE meta SET value = 'x' WHERE name = 'digest'", False),
        ("UPDATE meta SET value = 'x' WHERE name = 'versions'", None),
        ("DROP TABLE likenesses", None),
    ],
)
def test_it_says_whether_it_is_current(path, query, current):
    with Chronicle.open(path) as chronicle:
        store_groups(chronicle)
        spoil(path, query)
        found = kept_outline(chronicle)
    assert (found.current if found else None) is current
