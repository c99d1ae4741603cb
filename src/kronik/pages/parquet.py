"""Parquet tables: one row is one page. Needs the extra ``kronik[parquet]``."""

import io
from collections.abc import Iterator
from typing import IO, Any

from kronik.errors import PageError
from kronik.pages.columns import map_columns
from kronik.pages.encodings import UTF8
from kronik.pages.rows import Place, row_item
from kronik.pages.sources import Context, Found, Source, refuse
from kronik.pages.streams import BOMB_FLOOR_BYTES, bomb, broken, seekable
from kronik.records.failures import FailureCode

BATCH_ROWS = 32
"""Rows held at a time."""


def read_parquet(source: Source, context: Context) -> Iterator[Found]:
    """Yield the rows of a Parquet file as items.

    Raises:
        UsageError: the user names a column that is not there.
        PageError: pyarrow is missing (``unsupported``), the file is damaged, no column could be the page text, or a
            row group unpacks to too much.
    """
    try:
        import pyarrow.parquet  # type: ignore[import-untyped]  # the package ships no types  # noqa: F401, PLC0415
    except ImportError:
        refuse(source.location, FailureCode.UNSUPPORTED, "reading Parquet needs pyarrow: pip install kronik[parquet]")
    with seekable(source.stream, context.limits.page_bytes) as stream:
        yield from _rows(stream, source.location, context)


def _rows(stream: IO[bytes], location: str, context: Context) -> Iterator[Found]:
    import pyarrow  # noqa: PLC0415  # an optional extra
    from pyarrow import parquet  # noqa: PLC0415  # the same

    errors = (pyarrow.ArrowException, OSError, ValueError, KeyError)
    try:
        table = parquet.ParquetFile(stream)
        header = list(table.schema_arrow.names)
    except errors as error:
        raise broken(location, "the Parquet file is damaged") from error
    columns = map_columns(header, context.names, context.options.columns, location)
    if columns.fault:
        refuse(location, FailureCode.COLUMNS, columns.fault)
    if not table.metadata.num_rows:
        refuse(location, FailureCode.EMPTY, "the table has no rows")
    used = [header[index] for _, index in columns.columns]
    _check_bomb(table.metadata, stream.seek(0, io.SEEK_END), location, context)
    number = 0
    try:
        for batch in table.iter_batches(batch_size=BATCH_ROWS, columns=used):
            for row in batch.to_pylist():
                number += 1
                cells = {part: _cell(row[header[index]]) for part, index in columns.columns}
                yield row_item(cells, Place(location=f"{location}#{number}", encoding=UTF8), context)
    except errors as error:
        if isinstance(error, PageError):
            raise
        raise broken(location, f"the Parquet file is damaged after row {number}") from error


def _check_bomb(metadata: Any, packed: int, location: str, context: Context) -> None:
    # By row groups and not by columns: pyarrow ends the whole process when the description of a column is damaged.
    ratio = context.limits.archive_ratio
    for group in range(metadata.num_row_groups):
        if metadata.row_group(group).total_byte_size > max(BOMB_FLOOR_BYTES, ratio * packed):
            raise bomb(location, f"a row group unpacks to more than {ratio} times the size of the file")


def _cell(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.decode(UTF8, "replace")
    if isinstance(value, list):
        return ", ".join(entry for entry in value if isinstance(entry, str))
    return "" if value is None or isinstance(value, (dict, bool)) else str(value)
