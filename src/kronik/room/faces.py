"""The other forms of an answer: JSON, CSV, Parquet."""

import csv
import io
from collections.abc import Iterable, Iterator

import msgspec

from kronik.chronicle.exports.spreadsheets import safe_cell
from kronik.chronicle.values import Value
from kronik.errors import UsageError
from kronik.room.screen import Sheet

CHUNK_CHARACTERS = 65_536
"""Characters that are gathered before they are sent."""


def json_bytes(view: object) -> bytes:
    """Return a view as JSON."""
    return msgspec.json.format(msgspec.json.encode(view), indent=1) + b"\n"


def csv_pieces(sheet: Sheet) -> Iterator[bytes]:
    """Yield a table as CSV in UTF-8, lines ended by CR LF; what a spreadsheet would compute gets an apostrophe."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(sheet.columns)
    for row in sheet.rows:
        writer.writerow("" if cell is None else safe_cell(cell) if isinstance(cell, str) else cell for cell in row)
        if buffer.tell() >= CHUNK_CHARACTERS:
            yield buffer.getvalue().encode()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode()


def parquet_bytes(sheet: Sheet) -> bytes:
    """Return a table as a Parquet file.

    Raises:
        UsageError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # type: ignore[import-untyped]  # noqa: PLC0415 (optional; has no types)
        import pyarrow.parquet as pq  # type: ignore[import-untyped]  # noqa: PLC0415 (the same)
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow: pip install 'kronik[parquet]'") from error
    rows = list(sheet.rows)
    types = {int: pa.int64(), float: pa.float64(), str: pa.string()}
    arrays = {}
    for at, name in enumerate(sheet.columns):
        kind = _kind(row[at] for row in rows)
        values = [None if (cell := row[at]) is None else kind(str(cell)) for row in rows]
        arrays[name] = pa.array(values, type=types[kind])
    sink = pa.BufferOutputStream()
    pq.write_table(pa.table(arrays), sink)
    return bytes(sink.getvalue())


def _kind(values: Iterable[Value]) -> type[int] | type[float] | type[str]:
    """Return the type that holds every value of a column; text where they differ or all are missing."""
    kinds = {type(value) for value in values if value is not None}
    if not kinds or not kinds <= {int, float}:
        return str
    return float if float in kinds else int
