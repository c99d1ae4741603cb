"""Parquet: the door to DuckDB, polars, pandas and R."""

from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from kronik.chronicle.exports.files import written
from kronik.chronicle.exports.masking import masked_rows
from kronik.chronicle.exports.tables import TABLES, Kind, Table, table_of
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.values import Row, Value
from kronik.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow has no types

GROUP_ROWS = 10_000
"""Most rows of a row group: what Parquet readers skip by."""

GROUP_CHARACTERS = 4 * 1024 * 1024
"""Most characters of a row group (a single row may pass it): what keeps memory flat while writing."""


def parquet_folder(chronicle: Chronicle, folder: Path) -> None:
    """Write every table to ``folder/NAME.parquet``; the folder is made where it is missing.

    Days are dates; a day that no calendar has becomes null.

    Raises:
        UsageError: pyarrow is missing; names the extra to install.
    """
    if find_spec("pyarrow") is None:
        raise UsageError("Parquet needs pyarrow: pip install 'kronik[parquet]'")
    folder.mkdir(parents=True, exist_ok=True)
    for name in TABLES:
        with written(folder / f"{name}.parquet") as path:
            _write(chronicle, table_of(name), path)


def _write(chronicle: Chronicle, table: Table, path: Path) -> None:
    import pyarrow as pa  # noqa: PLC0415  (optional dependency)
    from pyarrow import parquet  # noqa: PLC0415  (the same)

    types = {
        Kind.TEXT: pa.string(),
        Kind.WHOLE: pa.int64(),
        Kind.DECIMAL: pa.float64(),
        Kind.FLAG: pa.bool_(),
        Kind.DAY: pa.date32(),
    }
    schema = pa.schema([(name, types[kind]) for name, kind in table.columns])
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for rows in _groups(masked_rows(chronicle, table)):
            writer.write_table(_arrow(rows, table, schema))


def _arrow(rows: list[Row], table: Table, schema: "pa.Schema") -> "pa.Table":
    import pyarrow as pa  # noqa: PLC0415  (optional dependency)

    columns = [
        pa.array([_typed(row[at], kind) for row in rows], type=schema.field(at).type)
        for at, (_, kind) in enumerate(table.columns)
    ]
    return pa.Table.from_arrays(columns, schema=schema)


def _groups(rows: Iterator[Row]) -> Iterator[list[Row]]:
    """Yield the rows in groups that are neither long nor heavy."""
    group: list[Row] = []
    weight = 0
    for row in rows:
        group.append(row)
        weight += sum(len(value) for value in row if isinstance(value, str))
        if len(group) >= GROUP_ROWS or weight >= GROUP_CHARACTERS:
            yield group
            group, weight = [], 0
    if group:
        yield group


def _typed(value: Value, kind: Kind) -> Value | bool | date:
    if value is None:
        return None
    if kind is Kind.FLAG:
        return bool(value)
    if kind is Kind.DAY:
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            return None
    return value
