"""CSV that a spreadsheet does not compute."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from chronicle_records import failed, make_bundle, outcome_of
from hypothesis import example, given
from hypothesis import strategies as st

from kronik.chronicle.exports import TABLES, csv_folder, csv_table
from kronik.chronicle.exports.spreadsheets import BOM, safe_cell
from kronik.chronicle.exports.tables import table_of
from kronik.chronicle.reader import Chronicle
from kronik.errors import UsageError
from kronik.records.failures import FailureCode

Built = Callable[..., Path]
NASTY = '=HYPERLINK("http://x","klik")'


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", ["=1+1", "+62 21", "-5", "@nama", "\t=1", "\r=1", "\n=1", "'=1", "''@x", "＝1", "＋1"])
def test_what_a_spreadsheet_would_compute_gets_an_apostrophe(text: str) -> None:
    assert safe_cell(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Jumat", "5", "2025-06-01", " =1", "'kata'", "a=b", '"', "(2/6/2025)"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert safe_cell(text) == text


@given(st.text(st.sampled_from("'=+-@\t\r\nab ")))
@example("'")
def test_taking_one_apostrophe_away_gives_every_text_back(text: str) -> None:
    cell = safe_cell(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    back = cell[1:] if re.match("'+[=+\\-@\t\r\n]", cell) else cell
    assert back == text


def test_every_table_has_a_heading_and_its_rows(built: Built) -> None:
    path = built(outcome_of(make_bundle(), url="https://kabar.example/?a=1"), failed("d9", FailureCode.EMPTY))
    expected = {"pages": 1, "articles": 1, "readings": 3, "ledger": 2, "times": 1, "fetches": 1, "failures": 1}
    with Chronicle.open(path) as chronicle:
        found = {name: b"".join(csv_table(chronicle, name)) for name in TABLES}
    counts = {name: len(read(data)) for name, data in found.items()}
    assert {name: count for name, count in counts.items() if count} == expected
    for name, data in found.items():
        heading = data.decode().split("\r\n", 1)[0]
        assert heading.split(",") == [column for column, _ in table_of(name).columns]


def test_cells_hold_what_the_records_hold(built: Built) -> None:
    bundle = make_bundle(prose='Harga "cabai", naik\nSenin (2/6/2025).', headline=NASTY)
    with Chronicle.open(built(outcome_of(bundle))) as chronicle:
        (article,) = read(b"".join(csv_table(chronicle, "articles")))
        (page,) = read(b"".join(csv_table(chronicle, "pages")))
        (time,) = read(b"".join(csv_table(chronicle, "times")))
        ledger = read(b"".join(csv_table(chronicle, "ledger")))
    assert article["headline"] == "'" + NASTY
    assert article["prose"] == bundle.article.prose
    assert article["published"] == "2025-06-02"
    assert article["section"] == ""
    assert article["prose_chars"] == str(len(bundle.article.ledger[0].span))
    assert page["text"] == bundle.page.text
    assert page["partial"] == "false"
    assert (time["quote"], time["value"], time["conflict"]) == ("Senin (2/6/2025)", "2025-06-02", "false")
    assert "".join(entry["quote"] for entry in ledger) == bundle.page.text


def test_every_value_of_the_metadata_shows_its_characters(built: Built) -> None:
    with Chronicle.open(built(outcome_of(make_bundle()))) as chronicle:
        found = read(b"".join(csv_table(chronicle, "readings")))
    assert [(row["field"], row["value"], row["part"], row["quote"]) for row in found] == [
        ("headline", "Panen Raya", "title", "Panen Raya"),
        ("outlet", "Kabar Desa", "title", "Kabar Desa"),
        ("published", "2025-06-02", "title", "2025-06-02"),
    ]


def test_the_mark_for_excel_comes_first_and_only_when_asked(built: Built) -> None:
    with Chronicle.open(built(outcome_of(make_bundle()))) as chronicle:
        plain, marked = (b"".join(csv_table(chronicle, "pages", bom=bom)) for bom in (False, True))
    assert marked == BOM + plain
    assert not plain.startswith(BOM)


def test_long_tables_come_in_pieces(built: Built) -> None:
    made = [make_bundle(f"u{n}", prose="Kata. " * 3000) for n in range(12)]
    with Chronicle.open(built(*(outcome_of(b, f"d{n:02}") for n, b in enumerate(made)))) as chronicle:
        pieces = list(csv_table(chronicle, "pages"))
    assert len(pieces) > 3
    assert len(read(b"".join(pieces))) == len(made)


def test_a_folder_holds_one_file_a_table(built: Built, tmp_path: Path) -> None:
    folder = tmp_path / "dalam" / "keluaran"
    with Chronicle.open(built(outcome_of(make_bundle()))) as chronicle:
        csv_folder(chronicle, folder)
        csv_folder(chronicle, folder, bom=True)
        for name in TABLES:
            assert (folder / f"{name}.csv").read_bytes() == b"".join(csv_table(chronicle, name, bom=True))
    assert sorted(entry.name for entry in folder.iterdir()) == sorted(f"{name}.csv" for name in TABLES)


def test_an_unknown_table_is_told(built: Built) -> None:
    with Chronicle.open(built()) as chronicle, pytest.raises(UsageError, match="pages, articles"):
        csv_table(chronicle, "pages; DROP TABLE pages")


def test_an_empty_chronicle_gives_headings(built: Built) -> None:
    with Chronicle.open(built()) as chronicle:
        assert all(b"".join(csv_table(chronicle, name)).count(b"\r\n") == 1 for name in TABLES)
