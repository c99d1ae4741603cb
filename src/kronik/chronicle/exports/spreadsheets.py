"""CSV that a spreadsheet opens safely."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from kronik.chronicle.exports.files import written
from kronik.chronicle.exports.masking import masked_rows
from kronik.chronicle.exports.tables import TABLES, Kind, table_of
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.values import Row, Value

BOM = b"\xef\xbb\xbf"
"""Tells Excel that the file is UTF-8."""

CHUNK_CHARACTERS = 65_536
"""Characters gathered before a chunk is yielded: few enough to keep memory flat, many enough to write fast."""

_FORMULA = re.compile(
    "'*[=+\\-@\t\r\n\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}"
    "\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}]"
)


def csv_table(chronicle: Chronicle, table: str, bom: bool = False) -> Iterator[bytes]:
    """Yield one table as CSV in UTF-8, heading first, lines ended by CR LF. A missing value is an empty cell.

    A text that a spreadsheet would take for a formula gets an apostrophe in front; so does one that begins with
    apostrophes and then such a sign, so that taking one apostrophe away gives every text back.

    Raises:
        UsageError: a name that is not in TABLES.
    """
    spec = table_of(table)
    return _csv_rows(masked_rows(chronicle, spec), spec.columns, bom=bom)


def csv_folder(chronicle: Chronicle, folder: Path, bom: bool = False) -> None:
    """Write every table to ``folder/NAME.csv``; the folder is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in TABLES:
        with written(folder / f"{name}.csv") as path, path.open("wb") as file:
            file.writelines(csv_table(chronicle, name, bom=bom))


def safe_cell(text: str) -> str:
    """Return the text as a cell that no spreadsheet computes."""
    return f"'{text}" if _FORMULA.match(text) else text


def _csv_rows(rows: Iterator[Row], columns: tuple[tuple[str, Kind], ...], *, bom: bool) -> Iterator[bytes]:
    buffer = io.StringIO(newline="")
    sheet = csv.writer(buffer, lineterminator="\r\n")
    kinds = tuple(kind for _, kind in columns)
    sheet.writerow(name for name, _ in columns)
    if bom:
        yield BOM
    for row in rows:
        sheet.writerow(_cell(value, kind) for value, kind in zip(row, kinds, strict=True))
        if buffer.tell() >= CHUNK_CHARACTERS:
            yield buffer.getvalue().encode()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode()


def _cell(value: Value, kind: Kind) -> str:
    if value is None:
        return ""
    if kind is Kind.FLAG:
        return "true" if value else "false"
    return safe_cell(value) if isinstance(value, str) else str(value)
