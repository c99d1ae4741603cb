"""Which column of a table is which part of a page."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from kronik.errors import DataError, UsageError

COLUMNS_FILE = "columns.toml"
URI = "uri"
HTML = "html"
TEXT = "text"
TABLE_PARTS = (TEXT, "title", "stamp", "outlet", "byline", "section", "summary", URI, HTML)
"""What a column can be; ``uri`` and ``html`` are no parts of the page, but say where it is and what it is made from."""
SHOWN_NAMES = 20
"""Most column names that a message lists."""
SHOWN_CHARACTERS = 40
"""Most characters of a column name that a message shows."""
JOINTS = re.compile(r"[\s.\-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnNames:
    """The usual names of each part's column, in normal form and in order of preference."""

    by_part: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """Which column holds what.

    Attributes:
        columns: pairs (part, index of the column), in the order of `TABLE_PARTS`.
        fault: why the table cannot be read; empty when it can.
    """

    columns: tuple[tuple[str, int], ...]
    fault: str = ""

    def cells(self, row: Sequence[str]) -> dict[str, str]:
        """Return the cells of a row by part; a row that is too short has fewer."""
        return {part: row[index] for part, index in self.columns if index < len(row)}


def normal_name(name: str) -> str:
    """Return the form in which column names are compared."""
    return JOINTS.sub("_", name.strip("\ufeff \t\r\n\"'").casefold())


def load_column_names() -> ColumnNames:
    """Return the packaged names.

    Raises:
        DataError: the data file has an unknown part, or a name twice.
    """
    return parse_column_names(files("kronik.pages").joinpath(COLUMNS_FILE).read_text(encoding="utf-8"))


def parse_column_names(toml: str) -> ColumnNames:
    """Return the names that a TOML text lists.

    Raises:
        DataError: as `load_column_names`.
    """
    data = tomllib.loads(toml)
    if set(data) != {"source", "columns"}:
        raise DataError(COLUMNS_FILE, ", ".join(sorted(data)), "the keys must be source and columns")
    seen: dict[str, str] = {}
    for part, names in data["columns"].items():
        if part not in TABLE_PARTS:
            raise DataError(COLUMNS_FILE, part, "not a part of a page")
        for name in names:
            if name != normal_name(name):
                raise DataError(COLUMNS_FILE, name, f"not in normal form; write {normal_name(name)}")
            if name in seen:
                raise DataError(COLUMNS_FILE, name, f"stands under {seen[name]} and under {part}")
            seen[name] = part
    return ColumnNames(by_part=tuple((part, tuple(names)) for part, names in data["columns"].items()))


def check_asked(asked: Sequence[tuple[str, str]]) -> None:
    """Check the columns that the user names, before any table is seen.

    Raises:
        UsageError: a part is unknown or named twice.
    """
    parts = [part for part, _ in asked]
    for part in parts:
        if part not in TABLE_PARTS:
            raise UsageError(f"unknown part in --columns: {part!r}; the parts are {', '.join(TABLE_PARTS)}")
        if parts.count(part) > 1:
            raise UsageError(f"--columns names {part!r} twice")


def map_columns(
    header: Sequence[str], names: ColumnNames, asked: Sequence[tuple[str, str]], location: str
) -> ColumnMap:
    """Find the columns of a table: those that the user names, and the others by their usual names.

    Where the user names the text column and none for html, no html column is looked for.

    Raises:
        UsageError: the user names a column that is not there; the message lists those that are.
    """
    normal = [normal_name(name) for name in header]
    found = {part: _asked_index(header, normal, part, column, location) for part, column in asked}
    taken = set(found.values())
    asked_text = TEXT in found
    for part, known in names.by_part:
        if part in found or (part == HTML and asked_text):
            continue
        index = next((normal.index(name) for name in known if name in normal and normal.index(name) not in taken), None)
        if index is None:
            continue
        if normal.count(normal[index]) > 1 and part in (TEXT, HTML):
            return ColumnMap(columns=(), fault=f"the column {_shown(header[index])} stands twice")
        found[part] = index
        taken.add(index)
    fault = (
        ""
        if TEXT in found or HTML in found
        else f"no column could be the page text; the columns are {list_names(header)}"
    )
    return ColumnMap(columns=tuple((part, found[part]) for part in TABLE_PARTS if part in found), fault=fault)


def list_names(header: Sequence[str]) -> str:
    """Return column names for a message: one line, not too long."""
    more = f" and {len(header) - SHOWN_NAMES} more" if len(header) > SHOWN_NAMES else ""
    return ", ".join(_shown(name) for name in header[:SHOWN_NAMES]) + more


def looks_like_header(header: Sequence[str], names: ColumnNames, asked: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a line is the header of a table: two or more usual names, the page text among them."""
    normal = [normal_name(name) for name in header]
    if asked and all(column in header or normal_name(column) in normal for _, column in asked):
        return len(header) > 1
    known: Mapping[str, str] = {name: part for part, listed in names.by_part for name in listed}
    parts = {known[name] for name in normal if name in known}
    return len(parts) > 1 and (TEXT in parts or HTML in parts)


def _asked_index(header: Sequence[str], normal: Sequence[str], part: str, column: str, location: str) -> int:
    if column in header:
        return list(header).index(column)
    if normal_name(column) in normal:
        return list(normal).index(normal_name(column))
    raise UsageError(f"{location} has no column {column!r} (for {part}); the columns are {list_names(header)}")


def _shown(name: str) -> str:
    flat = " ".join(name.split())
    return repr(flat if len(flat) <= SHOWN_CHARACTERS else flat[:SHOWN_CHARACTERS] + "...")
