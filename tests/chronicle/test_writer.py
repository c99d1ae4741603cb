"""Writing: idempotent, one page once, one ordinary file at the end."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from chronicle_records import failed, identity, item_of, make_bundle, outcome_of

from kronik.chronicle.reader import Chronicle
from kronik.chronicle.rows import Added, ArticleFilter
from kronik.chronicle.writer import ChronicleWriter
from kronik.errors import UsageError, VersionError
from kronik.records.bundles import Outcome
from kronik.records.failures import FailureCode
from kronik.records.pages import Fetch, Media

ONE = outcome_of(make_bundle())
TWO = outcome_of(make_bundle("https://kabar.example/durian", prose="Durian jatuh."), "d2", "masukan/a.csv#2")


def test_added_rows_are_counted_and_a_repeat_adds_none(path: Path) -> None:
    with ChronicleWriter.open(path, identity()) as writer:
        first = writer.add([ONE, TWO, failed("d3")])
        assert first == Added(pages=2, articles=2, times=1, fetches=2, failures=1)
        assert writer.add([ONE, TWO, failed("d3")]) == Added()
        assert writer.add([]) == Added()


def test_a_repeat_within_one_call_adds_once(path: Path) -> None:
    with ChronicleWriter.open(path, identity()) as writer:
        assert writer.add([ONE, ONE]) == Added(pages=1, articles=1, times=1, fetches=1)


def test_known_items_need_no_work_but_those_that_met_a_limit_do(path: Path) -> None:
    with ChronicleWriter.open(path, identity()) as writer:
        writer.add([ONE, failed("d3"), failed("d4", FailureCode.RESOURCE, "masukan/c.txt")])
        assert writer.known([ONE.digest, "d3", "d4", "d5", ""]) == {ONE.digest, "d3"}


def test_another_place_of_a_known_page_is_one_more_fetch(path: Path) -> None:
    with ChronicleWriter.open(path, identity()) as writer:
        writer.add([ONE])
        elsewhere = Fetch(location="cadangan/a.csv#1", url="https://kabar.example/rambutan?utm_source=x")
        assert writer.note(ONE.digest, elsewhere) is True
        assert writer.note(ONE.digest, elsewhere) is False
        assert writer.note(ONE.digest, ONE.fetch) is False
        assert writer.note("unknown", elsewhere) is False
        writer.finish()
    with Chronicle.open(path) as chronicle:
        assert chronicle.fetches(ONE.bundle.page.id) == (elsewhere, ONE.fetch)  # type: ignore[union-attr]


def test_places_that_differ_in_time_or_address_alone_are_kept_apart(path: Path) -> None:
    places = [
        Fetch(location="x.warc#1"),
        Fetch(location="x.warc#1", fetched="2025-06-01T00:00:00Z"),
        Fetch(location="x.warc#1", url="https://kabar.example/"),
    ]
    with ChronicleWriter.open(path, identity()) as writer:
        added = [writer.add([replace(ONE, fetch=fetch)]) for fetch in places]
    assert [one.fetches for one in added] == [1, 1, 1]


def test_another_place_of_a_failed_item_is_one_more_failure(path: Path) -> None:
    with ChronicleWriter.open(path, identity()) as writer:
        writer.add([failed("d3", FailureCode.BROKEN, "a.html", "no end")])
        assert writer.note("d3", Fetch(location="b.html")) is True
        assert writer.note("d3", Fetch(location="b.html")) is False
        writer.finish()
    with Chronicle.open(path) as chronicle:
        rows = sorted((row.location, row.code, row.reason) for row in chronicle.failures())
    assert rows == [("a.html", "broken", "no end"), ("b.html", "broken", "no end")]


def test_a_failure_goes_when_the_item_is_read_after_all_and_its_place_stays(path: Path) -> None:
    limit = failed(ONE.digest, FailureCode.RESOURCE, "lain/a.csv#9")
    with ChronicleWriter.open(path, identity()) as writer:
        writer.add([limit])
        assert writer.add([ONE]) == Added(pages=1, articles=1, times=1, fetches=2)
        writer.finish()
    with Chronicle.open(path) as chronicle:
        assert list(chronicle.failures()) == []
        found = chronicle.fetches(ONE.bundle.page.id)  # type: ignore[union-attr]
    assert [fetch.location for fetch in found] == ["lain/a.csv#9", "masukan/a.csv#1"]


def test_a_failure_of_an_item_that_was_read_elsewhere_is_a_place_of_it(path: Path) -> None:
    with ChronicleWriter.open(path, identity()) as writer:
        writer.add([ONE])
        assert writer.add([failed(ONE.digest, FailureCode.RESOURCE, "lain/a.csv#9")]) == Added(fetches=1)
        writer.finish()
    with Chronicle.open(path) as chronicle:
        assert list(chronicle.failures()) == []


def test_a_failure_of_a_whole_input_goes_when_that_place_is_read(path: Path) -> None:
    with ChronicleWriter.open(path, identity()) as writer:
        writer.add([failed("", FailureCode.UNREADABLE, "masukan/a.csv#1"), failed("", FailureCode.BROKEN, "b.zip")])
        writer.add([ONE])
        writer.finish()
    with Chronicle.open(path) as chronicle:
        assert [row.location for row in chronicle.failures()] == ["b.zip"]


def test_what_the_page_itself_says_stands_before_a_limit_in_either_order(path: Path) -> None:
    limit = failed("d3", FailureCode.RESOURCE, reason="20 seconds passed")
    broken = failed("d3", FailureCode.BROKEN, reason="no end")
    for number, outcomes in enumerate([[limit, broken], [broken, limit]]):
        target = path.with_name(f"{number}.kronik")
        with ChronicleWriter.open(target, identity()) as writer:
            assert sum((writer.add([outcome]) for outcome in outcomes), Added()) == Added(failures=1)
            writer.finish()
        with Chronicle.open(target) as chronicle:
            assert [row.code for row in chronicle.failures()] == ["broken"]


def test_of_two_items_with_one_page_that_with_the_smallest_digest_stands(path: Path) -> None:
    bundle = make_bundle()
    other = replace(
        bundle,
        page=replace(bundle.page, encoding="latin-1", media=Media.TEXT),
        raw=None,
        article=replace(bundle.article, prose="Prosa lain.", ledger=()),
        times=(),
    )
    small, large = outcome_of(other, "1111", "z.txt"), outcome_of(bundle, "2222", "a.txt")
    for number, outcomes in enumerate([[small, large], [large, small]]):
        target = path.with_name(f"{number}.kronik")
        with ChronicleWriter.open(target, identity()) as writer:
            total = sum((writer.add([outcome]) for outcome in outcomes), Added())
            assert (total.pages, total.articles, total.fetches) == (1, 1, 2)
            writer.finish()
        with Chronicle.open(target) as chronicle:
            assert chronicle.bundle(bundle.page.id) == other
            assert [hit.row.id for hit in chronicle.search("lain", ArticleFilter(), limit=5)] == [bundle.page.id]
            assert list(chronicle.search("rambutan", ArticleFilter(), limit=5)) == []


def test_an_outcome_that_is_neither_changes_nothing(path: Path) -> None:
    with ChronicleWriter.open(path, identity()) as writer:
        with pytest.raises(ValueError, match="bundle or a failure"):
            writer.add([ONE, Outcome(digest="d9", fetch=Fetch(location="x"))])
        assert writer.known([ONE.digest]) == frozenset()
        assert writer.add([ONE]).pages == 1


def test_a_file_name_that_is_not_utf8_is_kept_as_far_as_it_can_be(path: Path) -> None:
    with ChronicleWriter.open(path, identity()) as writer:
        writer.add([replace(ONE, fetch=Fetch(location="berita-\udcff.txt")), failed("d3", location="\udcfe.txt")])
        assert writer.note(ONE.digest, Fetch(location="berita-\udcff.txt")) is False
        writer.finish()
    with Chronicle.open(path) as chronicle:
        assert [row.location for row in chronicle.failures()] == ["\ufffd.txt"]
        assert chronicle.fetches(ONE.bundle.page.id)[0].location == "berita-\ufffd.txt"  # type: ignore[union-attr]


def test_a_finished_chronicle_is_one_ordinary_file(built: Callable[..., Path]) -> None:
    path = built(ONE, TWO)
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_second_build_of_the_same_leaves_the_file_as_it_was(built: Callable[..., Path]) -> None:
    rows = dump(built(ONE, TWO, failed("d3")))
    assert dump(built(ONE, TWO, failed("d3"))) == rows


def dump(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())


def test_the_search_index_stays_in_step(path: Path) -> None:
    bundle = make_bundle()
    with ChronicleWriter.open(path, identity()) as writer:
        writer.add([outcome_of(bundle, "2222"), TWO])
        writer.add([outcome_of(replace(bundle, article=replace(bundle.article, prose="Baru.")), "1111")])
        writer.forget(TWO.bundle.page.id)  # type: ignore[union-attr]
        writer.finish()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO article_words (article_words, rank) VALUES ('integrity-check', 1)")


def test_two_builds_never_write_to_one_file(path: Path) -> None:
    with ChronicleWriter.open(path, identity()) as writer:
        writer.add([ONE])
        with pytest.raises(UsageError, match="another build"):
            ChronicleWriter.open(path, identity())
    with ChronicleWriter.open(path, identity()) as writer:
        assert writer.known([ONE.digest]) == {ONE.digest}


def test_the_lock_is_gone_after_a_refusal(built: Callable[..., Path]) -> None:
    path = built(ONE)
    with pytest.raises(VersionError):
        ChronicleWriter.open(path, identity(version="0.2.0"))
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        ChronicleWriter.open(tmp_path / "tiada" / "uji.kronik", identity())


def test_the_item_of_a_page_is_given_back_for_deriving_anew(path: Path) -> None:
    bundle = make_bundle()
    item = item_of(bundle)
    with ChronicleWriter.open(path, identity()) as writer:
        writer.add([outcome_of(bundle, item.digest), outcome_of(make_bundle("tanpa", raw=False), "d2")])
        writer.note(item.digest, Fetch(location="z.csv#1"))
        found = writer.item(bundle.page.id)
        assert found == item
        assert found is not None
        assert writer.digest(bundle.page.id) == found.digest == item.digest
        assert writer.item(make_bundle("tanpa", raw=False).page.id) is None
        with pytest.raises(UsageError):
            writer.item("unknown")
