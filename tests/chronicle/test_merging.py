"""Merging: the same rows as if all had been built at once; what was not made alike is refused."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from chronicle_records import failed, identity, make_bundle, outcome_of
from hypothesis import given, settings
from hypothesis import strategies as st
from test_order import item_sets

from kronik.chronicle.exports import TABLES, annotations, csv_table, readme, records
from kronik.chronicle.merging import merge
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.rows import ArticleFilter
from kronik.chronicle.writer import ChronicleWriter, Identity
from kronik.errors import UsageError, VersionError
from kronik.records.bundles import Outcome
from kronik.records.failures import FailureCode
from kronik.records.pages import Fetch


def made(path: Path, outcomes: list[Outcome], maker: Identity | None = None) -> Path:
    with ChronicleWriter.open(path, maker or identity()) as writer:
        writer.add(outcomes)
        writer.finish()
    return path


def exported(path: Path) -> list[bytes]:
    """Every export of a chronicle, and what each place became."""
    with Chronicle.open(path) as chronicle:
        places = sorted(repr(row) for row in chronicle.rows("SELECT * FROM fetches"))
        failures = sorted(repr(row) for row in chronicle.rows("SELECT * FROM failures"))
        return [
            *(b"".join(csv_table(chronicle, name)) for name in TABLES),
            b"".join(records(chronicle)),
            b"".join(annotations(chronicle)),
            readme(chronicle, "x").encode(),
            *(row.encode() for row in [*places, *failures]),
        ]


@st.composite
def halves(draw: st.DrawFn) -> tuple[list[Outcome], list[list[Outcome]]]:
    """Outcomes, and the same ones dealt out to two or three machines; some pages go to several."""
    items = draw(item_sets())
    machines = draw(st.integers(2, 3))
    dealt: list[list[Outcome]] = [[] for _ in range(machines)]
    for item in items:
        for at in draw(st.sets(st.integers(0, machines - 1), min_size=1)):
            dealt[at].append(item)
    return items, dealt


@settings(max_examples=30)
@given(halves())
def test_the_whole_is_the_same_as_built_at_once(both: tuple[list[Outcome], list[list[Outcome]]]) -> None:
    items, dealt = both
    with TemporaryDirectory() as folder:
        whole = made(Path(folder) / "whole.kronik", items)
        parts = [made(Path(folder) / f"{at}.kronik", outcomes) for at, outcomes in enumerate(dealt)]
        output = Path(folder) / "merged.kronik"
        merge(parts, output)
        merge(parts[::-1], Path(folder) / "turned.kronik")
        assert exported(output) == exported(whole) == exported(Path(folder) / "turned.kronik")
        assert sorted(path.name for path in Path(folder).iterdir() if "merged" in path.name) == ["merged.kronik"]


def test_a_chronicle_merged_with_an_empty_one_stays_as_it_is(tmp_path: Path) -> None:
    bundle = make_bundle()
    mine = made(tmp_path / "a.kronik", [outcome_of(bundle), failed("", FailureCode.BROKEN, "masukan/a.csv#1", "torn")])
    empty = made(tmp_path / "b.kronik", [])
    merge([empty, mine], tmp_path / "c.kronik")
    assert exported(tmp_path / "c.kronik") == exported(mine)


@pytest.mark.parametrize("turned", [False, True])
def test_what_one_machine_could_not_open_another_has_read(tmp_path: Path, turned: bool) -> None:
    broken = made(tmp_path / "a.kronik", [failed("", FailureCode.UNREADABLE, "masukan/a.csv#1", "no")])
    read = made(tmp_path / "b.kronik", [outcome_of(make_bundle())])
    merge([read, broken] if turned else [broken, read], tmp_path / "c.kronik")
    assert exported(tmp_path / "c.kronik") == exported(read)


@pytest.mark.parametrize("turned", [False, True])
def test_raw_bytes_stay_when_one_has_them(tmp_path: Path, turned: bool) -> None:
    with_raw, bare = make_bundle(), make_bundle(raw=False)
    digest = outcome_of(with_raw).digest
    parts = [
        made(tmp_path / "a.kronik", [outcome_of(with_raw)]),
        made(tmp_path / "b.kronik", [outcome_of(bare, digest=digest)]),
    ]
    merge(parts[::-1] if turned else parts, tmp_path / "c.kronik")
    with Chronicle.open(tmp_path / "c.kronik") as chronicle:
        assert chronicle.bundle(with_raw.page.id) == with_raw


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (identity(version="0.2.0"), "kronik 0.1.0, now 0.2.0"),
        (identity(stage="2"), "stage article 1 (s1), now 2 (s1)"),
        (identity(settings="s2"), "settings s1, now s2"),
    ],
)
def test_chronicles_not_made_alike_are_refused_with_what_differs(tmp_path: Path, other: Identity, told: str) -> None:
    parts = [made(tmp_path / "a.kronik", []), made(tmp_path / "b.kronik", [], other)]
    with pytest.raises(VersionError) as refused:
        merge(parts, tmp_path / "c.kronik")
    assert told in str(refused.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.kronik", "b.kronik"]


def test_a_chronicle_with_outdated_pages_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "a.kronik", [outcome_of(make_bundle())])
    with ChronicleWriter.open(path, identity(stage="2"), update=True) as writer:
        writer.finish()
    with pytest.raises(VersionError, match="kronik update"):
        merge([path, path], tmp_path / "c.kronik")


def test_an_output_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = made(tmp_path / "a.kronik", [outcome_of(make_bundle())])
    before = path.read_bytes()
    with pytest.raises(UsageError, match="there already"):
        merge([path], path)
    assert path.read_bytes() == before


def test_search_finds_what_was_merged(tmp_path: Path) -> None:
    one = make_bundle("https://kabar.example/a", prose="Gempa kecil terasa di Sukamaju.")
    other = make_bundle("https://kabar.example/b", prose="Panen kopi di lereng.")
    parts = [
        made(tmp_path / "a.kronik", [outcome_of(one, location="x", fetched="2025-06-01T00:00:00Z")]),
        made(tmp_path / "b.kronik", [outcome_of(other, location="y")]),
    ]
    added = merge(parts, tmp_path / "c.kronik")
    assert (added.pages, added.fetches) == (2, 2)
    with Chronicle.open(tmp_path / "c.kronik") as chronicle:
        assert [hit.row.id for hit in chronicle.search("gempa", ArticleFilter(), limit=9)] == [one.page.id]
        assert chronicle.fetches(one.page.id) == (Fetch(location="x", fetched="2025-06-01T00:00:00Z"),)
