"""Reading of the tables: tab-separated text with a source, a line of column names, and checks that name the row."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from kronik.errors import DataError

SUFFIX = ".tsv"
LIST = "|"
"""Between the members of a list in a cell."""


@dataclass(frozen=True, slots=True)
class Table:
    """The text of a file and what messages call it."""

    name: str
    text: str


def packaged_tables() -> tuple[Table, ...]:
    """Return the package's own tables, by name."""
    folder = files("kronik.knowledge") / "data"
    entries = sorted((entry for entry in folder.iterdir() if entry.name.endswith(SUFFIX)), key=lambda entry: entry.name)
    return tuple(Table(entry.name, entry.read_text(encoding="utf-8")) for entry in entries)


def tables_of(folder: Path) -> tuple[Table, ...]:
    """Return a user's tables, by name.

    Raises:
        DataError: the folder does not exist, or a file cannot be read as UTF-8.
    """
    if not folder.is_dir():
        raise DataError(str(folder), "folder", "is no folder")
    try:
        return tuple(
            Table(str(path), path.read_text(encoding="utf-8-sig")) for path in sorted(folder.glob(f"*{SUFFIX}"))
        )
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(str(folder), "folder", f"cannot be read: {error}") from error


def subject(table: Table) -> str:
    """Return what a table is about: the file's name up to its first underscore (``offices_idn.tsv``: offices)."""
    return Path(table.name).name.removesuffix(SUFFIX).split("_")[0]


def rows(table: Table, columns: tuple[str, ...], needed: int) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table, each as wide as the columns; cells that a row leaves out at its end are empty.

    Args:
        table: the file.
        columns: names that its column line (the last comment before the rows) must have, in this order; columns
            beyond the needed may be left out at the end.
        needed: how many of them each row fills.

    Raises:
        DataError: no source line, other columns, or a row that is too wide or lacks a cell.
    """
    lines = table.text.splitlines()
    start = next((index for index, line in enumerate(lines) if not line.startswith("#")), len(lines))
    if not any(line.startswith("# source:") for line in lines[:start]):
        raise DataError(table.name, "source", "the file does not begin with a line '# source: ...'")
    named = tuple(lines[start - 1].removeprefix("#").strip(" ").split("\t"))
    if named != columns[: len(named)] or len(named) < needed:
        raise DataError(table.name, "columns", f"are {list(named)}, not {list(columns)}")
    width = len(columns)
    fillers = tuple(("",) * (width - count) for count in range(width + 1))
    for number, line in enumerate(lines[start:], start + 1):
        if not line or line[0] == "#":
            continue
        cells = line.split("\t")
        if len(cells) > len(named) or len(cells) < needed or not all(cells[:needed]):
            raise DataError(table.name, f"line {number}", f"has {len(cells)} cells; the first {needed} are needed")
        yield (*cells, *fillers[len(cells)])


def listed(cell: str) -> tuple[str, ...]:
    """Return the members of a list in a cell."""
    return tuple(cell.split(LIST)) if cell else ()


def check_members(table: Table, key: str, members: tuple[str, ...]) -> None:
    """Refuse lists with an empty or padded member, or the same one twice.

    Raises:
        DataError: there is one.
    """
    if len(set(members)) < len(members):
        raise DataError(table.name, key, f"one of {list(members)} stands twice")
    for member in members:
        if not member or member != member.strip():
            raise DataError(table.name, key, f"{member!r} is empty or has white space around it")
