"""What is forgotten is gone from the file, not only from the lists."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from chronicle_records import failed, identity, make_bundle, outcome_of

from kronik.chronicle.exports import annotations, records
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.rows import ArticleFilter
from kronik.chronicle.writer import ChronicleWriter
from kronik.errors import ChronicleError

SECRET = make_bundle(
    "https://kabar.example/zamrudkhatulistiwa",
    prose="Seorang saksi bernama Xylofonia Quastelburg bersaksi Senin (2/6/2025). " + "Uraian panjang. " * 200,
    headline="Kesaksian Xylofonia",
    outlet="Harian Quagmirewarta",
)
MARKS = ("xylofonia", "quastelburg", "quagmirewarta", "zamrudkhatulistiwa", "lokasirahasia", "alamatrahasia", "panjang")


def build(path: Path) -> None:
    keep = [outcome_of(make_bundle(f"u{n}", prose=f"Naskah nomor {n}."), f"k{n}") for n in range(40)]
    hidden = [
        outcome_of(SECRET, "d1", "lokasirahasia.txt", url="https://alamatrahasia.example/"),
        outcome_of(SECRET, "d2", "lokasirahasia-2.txt"),
    ]
    with ChronicleWriter.open(path, identity()) as writer:
        writer.add([*keep[:20], hidden[0], *keep[20:]])
        writer.add([hidden[1], failed("d9")])
        writer.finish()


def words_in(path: Path) -> set[str]:
    data = path.read_bytes().lower()
    return {mark for mark in MARKS if mark.encode() in data}


def test_forgetting_leaves_nothing_in_the_file(path: Path) -> None:
    build(path)
    assert words_in(path)
    with ChronicleWriter.open(path, identity()) as writer:
        gone = writer.forget(SECRET.page.id)
        # Before the build ends already, log and all.
        assert set().union(*(words_in(entry) for entry in path.parent.iterdir())) == set()
        writer.finish()
    assert words_in(path) == set()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    # Page, title part, bytes, 2 fetches, article, 3 readings, 2 ledger rows, 1 time.
    assert gone == 1 + 1 + 1 + 2 + 1 + 3 + 2 + 1


def test_the_index_holds_no_word_of_it(path: Path) -> None:
    build(path)
    with ChronicleWriter.open(path, identity()) as writer:
        writer.forget(SECRET.page.id)
        writer.finish()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'article_words', 'row')")
        terms = {term for (term,) in connection.execute("SELECT term FROM terms")}
    assert "naskah" in terms
    assert not terms & set(MARKS)


def test_no_face_shows_it_and_the_rest_stays(path: Path) -> None:
    build(path)
    with ChronicleWriter.open(path, identity()) as writer:
        assert writer.forget(SECRET.page.id) > 0
        assert writer.known(["d1", "d2", "k1", "d9"]) == {"k1", "d9"}
        writer.finish()
    with Chronicle.open(path) as chronicle:
        shown = b"".join([*records(chronicle), *annotations(chronicle)]).lower()
        assert not [mark for mark in MARKS if mark.encode() in shown]
        assert list(chronicle.search("Xylofonia", ArticleFilter(), limit=5)) == []
        assert len(list(chronicle.search("naskah", ArticleFilter(), limit=99))) == 40


def test_forgetting_what_is_not_there_changes_nothing(built: Callable[..., Path]) -> None:
    path = built(outcome_of(SECRET))
    with ChronicleWriter.open(path, identity()) as writer:
        assert writer.forget("unknown") == 0
        assert writer.known([outcome_of(SECRET).digest]) == {outcome_of(SECRET).digest}


def test_a_reader_in_the_way_is_told_and_the_next_build_ends_the_job(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kronik.chronicle.schema.BUSY_SECONDS", 0.05)
    build(path)
    with ChronicleWriter.open(path, identity()) as writer, Chronicle.open(path) as reader:
        stream = reader.bundles()
        next(stream)
        with pytest.raises(ChronicleError, match="is being read"):
            writer.forget(SECRET.page.id)
        with Chronicle.open(path) as chronicle:
            assert SECRET.page.id not in {bundle.page.id for bundle in chronicle.bundles()}
        stream.close()  # type: ignore[attr-defined]
    with ChronicleWriter.open(path, identity()) as writer:
        writer.finish()
    assert words_in(path) == set()


def test_what_was_forgotten_may_be_read_again(path: Path) -> None:
    with ChronicleWriter.open(path, identity()) as writer:
        first = writer.add([outcome_of(SECRET)])
        writer.forget(SECRET.page.id)
        assert writer.add([outcome_of(SECRET)]) == first
