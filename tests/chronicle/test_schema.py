"""The layout of the file, and that its reference tells it."""

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kronik.chronicle import schema
from kronik.chronicle.exports.tables import TABLES, table_of

Built = Callable[..., Path]
REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "schema.md"
INTERNAL = re.compile(r"sqlite_|article_words_")


@pytest.fixture
def database(built: Built) -> sqlite3.Connection:
    return sqlite3.connect(built())


def names(database: sqlite3.Connection, kind: str) -> list[str]:
    found = database.execute("SELECT name FROM sqlite_schema WHERE type = ? ORDER BY name", (kind,))
    return [name for (name,) in found if not INTERNAL.match(name)]


def columns(database: sqlite3.Connection, table: str) -> list[str]:
    return [name for (name,) in database.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def test_every_table_and_column_is_in_the_reference(database: sqlite3.Connection) -> None:
    rows = re.findall(r"^\| `(\w+)` \| (`.*?`) \|", REFERENCE.read_text(encoding="utf-8"), re.MULTILINE)
    documented = {table: re.findall(r"`(\w+)`", listed) for table, listed in rows}
    tables = [name for name in names(database, "table") if name != "article_words"]
    assert documented == {table: columns(database, table) for table in tables}


def test_every_view_is_in_the_reference(database: sqlite3.Connection) -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    assert [name for name in names(database, "view") if f"| `{name}` |" not in text] == []


def test_every_table_is_strict(database: sqlite3.Connection) -> None:
    listed = database.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    assert [name for name, strict in listed if not strict and not INTERNAL.match(name)] == []


def test_an_export_has_every_column_of_its_view(database: sqlite3.Connection) -> None:
    for name in TABLES:
        table = table_of(name)
        view = table.query.split(" FROM ")[1].split()[0]
        assert [column for column, _ in table.columns] == columns(database, view)


def test_the_file_says_what_it_is(built: Built) -> None:
    header = built().read_bytes()[:100]
    assert header[68:72] == b"KRNK"
    assert int.from_bytes(header[60:64], "big") == schema.FORMAT


def test_a_file_that_a_build_left_before_its_first_write_is_taken_as_new(path: Path) -> None:
    sqlite3.connect(path).execute("PRAGMA journal_mode = WAL").fetchall()
    connection = schema.connect(path, read_only=False)
    assert schema.is_blank(connection)
