"""Rows as a table for a person, as JSON lines or as CSV."""

import csv
import io
import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

import msgspec

from kronik.cli.catalogue import Catalogue

Cell = str | int | float | bool | None
"""What stands in a cell."""

Row = Sequence[Cell]
"""Cells in the order of the columns."""

NARROWEST = 8
"""Least characters of a column that is cut to fit the terminal."""

GAP = "  "
"""Between two columns."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula; such a cell gets an apostrophe before it."""


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


def lines(columns: Sequence[str], rows: Iterable[Row], form: Format, text: Catalogue) -> Iterator[str]:
    """Yield the rows as lines without line ends.

    Args:
        columns: names of the columns; JSON lines and CSV use them as they are, a table shows their labels.
        rows: the rows; a table takes them all before the first line, the other formats stream.
        form: how.
        text: labels.
    """
    if form is Format.JSONL:
        return (msgspec.json.encode(dict(zip(columns, row, strict=True))).decode() for row in rows)
    if form is Format.CSV:
        return (_csv_line(row) for row in _with_head(columns, rows))
    return table([text(f"columns.{column}") for column in columns], list(rows), text)


def _with_head(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[Row]:
    yield columns
    yield from rows


def _csv_line(row: Row) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([_safe(cell) for cell in row])
    return out.getvalue()


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def table(labels: Sequence[str], rows: Sequence[Row], text: Catalogue) -> Iterator[str]:
    """Yield the rows as a table under these labels, made narrow enough for the terminal."""
    cells = [[_shown(cell, text) for cell in row] for row in rows]
    widths = [max((width(line[at]) for line in [list(labels), *cells]), default=0) for at in range(len(labels))]
    fitted = fit(widths, shutil.get_terminal_size((120, 24)).columns)
    numeric = [
        bool(rows) and all(isinstance(row[at], int | float) or row[at] is None for row in rows)
        for at in range(len(labels))
    ]
    for line in [list(labels), ["-" * size for size in fitted], *cells]:
        padded = [_pad(cell, size, right=right) for cell, size, right in zip(line, fitted, numeric, strict=True)]
        yield GAP.join(padded).rstrip()


def fit(widths: Sequence[int], room: int) -> list[int]:
    """Return the widths made narrow enough for the room, the widest first; none below `NARROWEST`."""
    fitted = list(widths)
    over = sum(fitted) + len(GAP) * (len(fitted) - 1) - room
    while over > 0 and max(fitted, default=0) > NARROWEST:
        widest = fitted.index(max(fitted))
        second = max([size for at, size in enumerate(fitted) if at != widest] + [NARROWEST])
        cut = max(1, min(over, fitted[widest] - max(second, NARROWEST)))
        fitted[widest] -= cut
        over -= cut
    return fitted


def width(string: str) -> int:
    """Return how many columns of a terminal a string takes."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in string)


def _shown(cell: Cell, text: Catalogue) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, int):
        return text.number(cell)
    if isinstance(cell, float):
        return text.number(cell, 2)
    return "".join(c if c.isprintable() else " " for c in cell)


def _pad(cell: str, size: int, *, right: bool) -> str:
    while width(cell) > size:
        cell = cell[: size - 1 if len(cell) > size else len(cell) - 2] + "…"
    space = " " * (size - width(cell))
    return space + cell if right else cell + space
