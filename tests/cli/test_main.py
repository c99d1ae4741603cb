"""The command line as a user meets it, each command in a process of its own."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = """Tanjung Biru, Kabar.example - Wali Kota Sari Lontar menerima kunjungan Bupati Muara Jingga, Senin (1/9/2025).

Baca juga: Harga cabai turun lagi

Keduanya akan meneken perjanjian air bersih dua hari kemudian.
"""


def kronik(
    *words: str | Path, cwd: Path, stdin: bytes | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("KRONIK", "LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, "-m", "kronik", *map(str, words)],
        cwd=cwd,
        input=None if stdin is None else stdin.decode(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**clean, "COLUMNS": "160", **environment},
    )


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with pages and the chronicle that was built of them."""
    folder = tmp_path_factory.mktemp("place")
    pages = folder / "pages"
    pages.mkdir()
    (pages / "kunjungan.txt").write_text(TEXT, encoding="utf-8")
    (pages / "kosong.txt").write_text("")
    rows = [
        {
            "url": "https://kabar.example/1",
            "judul": "=JUMLAH(1)",
            "tanggal": "Selasa, 2 September 2025 08:00 WIB",
            "isi": TEXT,
        },
        {
            "url": "https://kabar.example/2",
            "judul": "Pasar",
            "tanggal": "",
            "isi": "Pasar baru dibuka pada 3 September 2025.",
        },
    ]
    (pages / "tabel.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = kronik("build", "pages", "-o", "kabar.kronik", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "3 pages added" in done.stderr.splitlines()[-1]
    assert "1 failures" in done.stderr.splitlines()[-1]
    return folder


def page_ids(place: Path) -> dict[str, str]:
    out = kronik("articles", "--format", "jsonl", cwd=place).stdout
    return {row["uri"]: row["id"] for row in map(json.loads, out.splitlines())}


def test_strict_turns_failures_into_an_exit_code(place: Path, tmp_path: Path) -> None:
    assert kronik("build", place / "pages", "-o", "x.kronik", "--strict", cwd=tmp_path).returncode == 3
    assert (
        kronik("build", place / "pages" / "kunjungan.txt", "-o", "y.kronik", "--strict", cwd=tmp_path).returncode == 0
    )


def test_quiet_says_nothing(place: Path, tmp_path: Path) -> None:
    done = kronik("build", place / "pages", "-o", "x.kronik", "--quiet", cwd=tmp_path)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_extract_prints_records_in_input_order_and_failures_apart(place: Path) -> None:
    done = kronik("extract", "pages", "--quiet", cwd=place)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["page"]["uri"] for record in records] == [
        "kunjungan.txt",
        "https://kabar.example/1",
        "https://kabar.example/2",
    ]
    (failed,) = map(json.loads, done.stderr.splitlines())
    assert (failed["location"], failed["code"]) == ("kosong.txt", "empty")
    for span in [*records[0]["times"], *records[0]["debris"]]:
        assert TEXT[span["start"] : span["end"]] == span["quote"]
    assert [time["value"] for time in records[0]["times"]] == ["2025-09-01", "2025-09-03"]
    assert "cabai" not in records[0]["prose"]


def test_extract_reads_standard_input(tmp_path: Path) -> None:
    row = json.dumps({"uri": "https://kabar.example/9", "text": TEXT}).encode()
    done = kronik("extract", "-", cwd=tmp_path, stdin=row)
    assert json.loads(done.stdout)["page"]["uri"] == "https://kabar.example/9"


@pytest.mark.parametrize("words", [("kabar.kronik",), ("-c", "kabar.kronik"), ()])
def test_the_chronicle_may_be_named_in_several_ways(place: Path, words: tuple[str, ...]) -> None:
    assert len(kronik("articles", *words, "--format", "jsonl", cwd=place).stdout.splitlines()) == 3


def test_articles_are_filtered_by_day(place: Path) -> None:
    def found(*words: str) -> set[str]:
        out = kronik("articles", "--format", "jsonl", *words, cwd=place).stdout
        return {json.loads(line)["uri"] for line in out.splitlines()}

    dated = "https://kabar.example/1"
    assert found("--from", "2025-09-02", "--to", "2025-09-02") == {dated}
    assert found("--from", "2025-09-03") == set()
    assert dated in found("--to", "2025-09")
    assert len(found("--to", "2025-09", "--undated")) == 3


def test_search_finds_prose_and_not_debris(place: Path) -> None:
    found = kronik("search", "perjanjian air", "--format", "jsonl", cwd=place)
    assert {json.loads(line)["uri"] for line in found.stdout.splitlines()} == {
        "kunjungan.txt",
        "https://kabar.example/1",
    }
    assert kronik("search", "cabai", "--format", "jsonl", cwd=place).stdout == ""
    assert kronik("search", '"*) OR (', cwd=place).returncode == 0


def test_csv_is_safe_for_spreadsheets(place: Path) -> None:
    out = kronik("articles", "--format", "csv", cwd=place).stdout
    assert {row["headline"] for row in csv.DictReader(out.splitlines())} >= {"'=JUMLAH(1)", "Pasar"}


def test_show_and_ledger_take_a_prefix_of_the_id(place: Path) -> None:
    page = page_ids(place)["kunjungan.txt"]
    shown = kronik("show", page[:8], cwd=place)
    assert page in shown.stdout
    assert "2025-09-01" in shown.stdout
    rows = [json.loads(line) for line in kronik("ledger", page[:8], "--format", "jsonl", cwd=place).stdout.splitlines()]
    assert "".join(row["quote"] for row in rows) == TEXT
    assert {"related"} <= {row["reason"] for row in rows}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("show", "abc"), ""),
        (("show", "zzzzzzzz"), ""),
        (("articles", "--from", "kemarin"), "not a day"),
        (("build", "nowhere.txt", "-o", "x.kronik"), "nowhere.txt"),
        (("build", "pages"), "needed"),
        (("build", "pages", "-o", "x.kronik", "--columns", "isi"), "--columns"),
        (("build", "pages", "-o", "x.kronik", "--columns", "isi=text"), "'isi'"),
        (("build", "pages", "-o", "x.kronik", "--encoding", "klingon"), "klingon"),
        (("build", "pages", "-o", "x.kronik", "--jobs", "0"), "--jobs"),
        (("info", "pages/kunjungan.txt"), ""),
        (("info", "nowhere.kronik"), ""),
        (("export", "kabar.kronik", "--format", "csv"), "-o"),
        (("export", "kabar.kronik", "--format", "xml"), "xml"),
        (("dance",), "dance"),
        (("info", "kabar.kronik", "--loud"), "--loud"),
    ],
)
def test_bad_arguments_get_one_line_and_exit_code_2(place: Path, words: tuple[str, ...], message: str) -> None:
    done = kronik(*words, cwd=place)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert message in done.stderr
    assert done.stdout == ""


def test_messages_come_in_indonesian(place: Path) -> None:
    assert "galat" in kronik("info", "tiada.kronik", "--lang", "id", cwd=place).stderr
    assert "pemakaian" in kronik("build", "--help", cwd=place, KRONIK_LANG="id").stdout


def test_verify_finds_nothing_in_what_was_built_and_something_in_what_was_changed(place: Path, tmp_path: Path) -> None:
    good = kronik("verify", "kabar.kronik", cwd=place)
    assert good.returncode == 0
    assert "3 pages" in good.stdout
    import sqlite3  # noqa: PLC0415 - only this test tampers

    copy = tmp_path / "copy.kronik"
    copy.write_bytes((place / "kabar.kronik").read_bytes())
    with sqlite3.connect(copy) as connection:
        connection.execute("UPDATE pages SET text = 'X' || substr(text, 2) WHERE uri = 'kunjungan.txt'")
    assert kronik("verify", copy, cwd=place).returncode == 1


@pytest.mark.parametrize("format_name", ["records", "annotations"])
def test_exports_to_standard_output_stream_json_lines(place: Path, format_name: str) -> None:
    out = kronik("export", "kabar.kronik", "--format", format_name, cwd=place).stdout
    assert all(json.loads(line) for line in out.splitlines())
    assert len(out.splitlines()) >= 3


@pytest.mark.parametrize("format_name", ["csv", "parquet"])
def test_exports_to_folders_bring_a_readme(place: Path, tmp_path: Path, format_name: str) -> None:
    done = kronik("export", place / "kabar.kronik", "--format", format_name, "-o", tmp_path / "out", cwd=place)
    assert done.returncode == 0, done.stderr
    names = {entry.name for entry in (tmp_path / "out").iterdir()}
    assert {"README.md", f"articles.{format_name}", f"times.{format_name}"} <= names
    assert str(tmp_path) not in (tmp_path / "out" / "README.md").read_text()


def test_forget_leaves_no_character_behind(place: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.kronik"
    copy.write_bytes((place / "kabar.kronik").read_bytes())
    uri = "https://kabar.example/2"
    assert b"Pasar baru dibuka" in copy.read_bytes()
    assert kronik("forget", uri, "-c", copy, cwd=tmp_path).returncode == 0
    assert b"Pasar baru dibuka" not in copy.read_bytes()
    assert uri not in kronik("articles", copy, "--format", "jsonl", cwd=tmp_path).stdout


def test_the_report_is_one_file(place: Path, tmp_path: Path) -> None:
    done = kronik("report", "kabar.kronik", "-o", tmp_path / "report.html", cwd=place)
    assert done.returncode == 0, done.stderr
    assert "perjanjian air bersih" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_the_demo_builds_and_shows_the_way(tmp_path: Path) -> None:
    done = kronik("demo", "--quiet", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "demo" / "samples.kronik").is_file()
    assert (tmp_path / "demo" / "report.html").is_file()
    assert "kronik search" in done.stdout


def test_every_command_explains_itself_in_both_languages(place: Path) -> None:
    commands = (
        "build",
        "extract",
        "articles",
        "search",
        "show",
        "ledger",
        "export",
        "report",
        "info",
        "verify",
        "update",
        "forget",
        "demo",
    )
    for language in ("en", "id"):
        overview = kronik("--help", "--lang", language, cwd=place)
        assert overview.returncode == 0
        assert all(command in overview.stdout for command in commands)


def test_coverage_counts_outlets_by_day_and_cut_articles(tmp_path: Path) -> None:
    rows = [
        {"url": "https://a.example/1", "sumber": "a.example", "tanggal": "Senin, 1 September 2025", "isi": TEXT},
        {
            "url": "https://a.example/2",
            "sumber": "a.example",
            "tanggal": "Senin, 1 September 2025",
            "isi": TEXT + "lagi",
        },
        {"url": "https://b.example/1", "sumber": "b.example", "tanggal": "Selasa, 2 September 2025", "isi": TEXT},
    ]
    (tmp_path / "x.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    kronik("build", "x.jsonl", "-o", "x.kronik", cwd=tmp_path)
    found = [
        json.loads(line)
        for line in kronik("coverage", "x.kronik", "--format", "jsonl", cwd=tmp_path).stdout.splitlines()
    ]
    assert [(row["outlet"], row["published"], row["articles"], row["cut"]) for row in found] == [
        ("a.example", "2025-09-01", 2, 0),
        ("b.example", "2025-09-02", 1, 0),
    ]


def test_parts_of_an_article_count_once_and_show_each_other(tmp_path: Path) -> None:
    stamp = "Senin, 1 September 2025 10:00 WIB"
    rows = [
        {"url": "https://a.example/1", "tanggal": stamp, "isi": f"{TEXT}\nHalaman Selanjutnya"},
        {"url": "https://a.example/1?page=2", "tanggal": stamp, "isi": f"{TEXT}Tamat."},
        {"url": "https://a.example/2?page=2", "tanggal": stamp, "isi": f"{TEXT}Awalnya hilang."},
    ]
    (tmp_path / "x.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    kronik("build", "x.jsonl", "-o", "x.kronik", cwd=tmp_path)

    def rows_of(*words: str) -> list[dict[str, object]]:
        told = kronik(*words, "--format", "jsonl", cwd=tmp_path).stdout
        return [json.loads(line) for line in told.splitlines()]

    # Of the second article only a part is there: it counts, and is not whole.
    assert [(row["articles"], row["cut"]) for row in rows_of("coverage", "x.kronik")] == [(2, 1)]
    shown = kronik("show", "https://a.example/1?page=2", cwd=tmp_path).stdout
    assert "1: " in shown
    assert "https://a.example/1\n" in shown.replace(" ", "\n")
    first = kronik("show", "https://a.example/1", cwd=tmp_path).stdout
    assert first.rstrip().endswith("Tamat.")
    assert len(rows_of("show", "https://a.example/1", "--revisions")) == 0


def test_revisions_are_compared(tmp_path: Path) -> None:
    rows = [
        {"url": "https://a.example/1", "tanggal": "Senin, 1 September 2025 10:00 WIB", "isi": TEXT},
        {"url": "https://a.example/1#atas", "tanggal": "Selasa, 2 September 2025 10:00 WIB", "isi": TEXT + "Ralat.\n"},
    ]
    (tmp_path / "x.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    kronik("build", "x.jsonl", "-o", "x.kronik", cwd=tmp_path)
    shown = kronik("show", "https://a.example/1", "--revisions", "--format", "jsonl", cwd=tmp_path)
    found = {(row["change"], row["field"], row["after"]) for row in map(json.loads, shown.stdout.splitlines())}
    assert ("added", "prose", "Ralat.") in found
    assert ("changed", "published", "2025-09-02") in found
