"""Parquet with types, in row groups."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from chronicle_records import failed, make_bundle, outcome_of

from kronik.chronicle.exports import TABLES, parquet_folder
from kronik.chronicle.exports import parquet as module
from kronik.chronicle.reader import Chronicle
from kronik.errors import UsageError
from kronik.records.articles import Bound

Built = Callable[..., Path]


def test_tables_have_types_and_the_rows_of_the_chronicle(built: Built, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    undated = make_bundle("b", published=None, times=False)
    bound = Bound(not_before="2023-03-20", rule="figures")
    undated = replace(undated, article=replace(undated.article, bound=bound), raw=None)
    path = built(outcome_of(make_bundle(), "d1"), outcome_of(undated, "d2"), failed("d9"))
    with Chronicle.open(path) as chronicle:
        parquet_folder(chronicle, tmp_path / "p")
    assert sorted(entry.name for entry in (tmp_path / "p").iterdir()) == sorted(f"{name}.parquet" for name in TABLES)
    articles = {row["uri"]: row for row in parquet.read_table(tmp_path / "p" / "articles.parquet").to_pylist()}
    dated = articles["https://kabar.example/rambutan"]
    assert (dated["published"], dated["times"], dated["language_score"]) == (date(2025, 6, 2), 1, 0.9)
    assert (articles["b"]["published"], articles["b"]["times"]) == (None, None)
    assert articles["b"]["not_before"] == date(2023, 3, 20)
    pages = parquet.read_table(tmp_path / "p" / "pages.parquet").to_pylist()
    assert {row["partial"] for row in pages} == {False}
    assert {row["uri"]: row["raw_bytes"] for row in pages}["b"] is None
    times = parquet.read_table(tmp_path / "p" / "times.parquet").to_pylist()
    assert [(row["quote"], row["earliest"], row["conflict"]) for row in times] == [
        ("Senin (2/6/2025)", date(2025, 6, 2), False)
    ]


def test_the_same_chronicle_gives_the_same_bytes(built: Built, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    with Chronicle.open(built(outcome_of(make_bundle()))) as chronicle:
        for name in ("a", "b"):
            parquet_folder(chronicle, tmp_path / name)
    for name in TABLES:
        assert (tmp_path / "a" / f"{name}.parquet").read_bytes() == (tmp_path / "b" / f"{name}.parquet").read_bytes()


def test_rows_are_written_in_groups(built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr(module, "GROUP_CHARACTERS", 5000)
    monkeypatch.setattr(module, "GROUP_ROWS", 4)
    short = [make_bundle(f"u{n}", prose="Pendek.") for n in range(6)]
    long = [make_bundle(f"v{n}", prose="Panjang sekali. " * 400) for n in range(3)]
    with Chronicle.open(built(*(outcome_of(b, f"d{n}") for n, b in enumerate([*short, *long])))) as chronicle:
        parquet_folder(chronicle, tmp_path / "p")
    file = parquet.ParquetFile(tmp_path / "p" / "pages.parquet")
    sizes = [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)]
    assert sum(sizes) == 9
    assert max(sizes) <= 4
    assert len(sizes) >= 3


def test_a_missing_pyarrow_is_told_before_anything_is_written(
    built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    with Chronicle.open(built()) as chronicle, pytest.raises(UsageError, match=r"kronik\[parquet\]"):
        parquet_folder(chronicle, tmp_path / "p")
    assert not (tmp_path / "p").exists()


def test_a_day_that_no_calendar_has_is_null(built: Built, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    odd = make_bundle()
    assert odd.times
    odd = replace(odd, times=(replace(odd.times[0], latest="2025-02-30"),))
    with Chronicle.open(built(outcome_of(odd))) as chronicle:
        parquet_folder(chronicle, tmp_path / "p")
    (row,) = parquet.read_table(tmp_path / "p" / "times.parquet").to_pylist()
    assert (row["earliest"], row["latest"]) == (date(2025, 6, 2), None)
