"""Tables of text: separated values, JSON lines and JSON files; one row is one page."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kronik.errors import PageError
from kronik.pages.columns import HTML, TEXT, ColumnMap, looks_like_header, map_columns
from kronik.pages.decoding import Decoding, decoded_chunks, decoding_of, line_of
from kronik.pages.encodings import mended
from kronik.pages.rows import Place, oversize_row, row_item
from kronik.pages.separated import MOST_CELLS, CutOff, JsonObjects, Oversize, SeparatedValues, lines
from kronik.pages.sources import Context, Found, Source, refuse
from kronik.records.failures import Failure, FailureCode, failure
from kronik.records.pages import Item

DELIMITERS = (",", ";", "\t", "|")
TAB = "\t"
SHOWN_ERROR = 80
"""Most characters of another library's message that a failure repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReading:
    """How the rows of one table are read: the source's location, its decoding, and what all readers know."""

    location: str
    decoding: Decoding
    context: Context

    def place(self, number: int, encoding: str) -> Place:
        """Return the place of a row; rows are counted from 1, the header not among them."""
        return Place(location=f"{self.location}#{number}", encoding=encoding)


def header_delimiter(first_line: str, name: str, context: Context) -> str | None:
    """Return the delimiter under which the first line of a text is the header of a table, or None when it is none."""
    order = (TAB, *DELIMITERS) if name.lower().endswith(".tsv") else DELIMITERS
    for delimiter in order:
        if looks_like_header(_cells(first_line, delimiter), context.names, context.options.columns):
            return delimiter
    return None


def read_separated(source: Source, context: Context) -> Iterator[Found]:
    """Yield the rows of comma-, semicolon-, tab- or bar-separated values as items.

    Raises:
        UsageError: the user names a column that is not there.
        PageError: no column could be the page text, or the stream breaks.
    """
    decoding = decoding_of(source, context)
    first = line_of(source, decoding)
    delimiter = header_delimiter(first, source.name, context) or _likely_delimiter(first, source.name)
    reading = RowReading(location=source.location, decoding=decoding, context=context)
    values = SeparatedValues(delimiter, context.limits.page_bytes)
    rows = values.records(decoded_chunks(source.stream, decoding))
    header = next(rows, None)
    if header is None:
        refuse(source.location, FailureCode.EMPTY, "the table has no header and no rows")
    if not isinstance(header, list):
        refuse(
            source.location,
            FailureCode.COLUMNS,
            "the first line is no header: it is too long or has an open quotation mark",
        )
    names = [mended(name, decoding.codec)[0] for name in header]
    columns = map_columns(names, context.names, context.options.columns, source.location)
    if columns.fault:
        refuse(source.location, FailureCode.COLUMNS, columns.fault)
    for number, row in enumerate(rows, start=1):
        yield _separated_row(row, number, len(header), columns, reading)


def read_json_lines(source: Source, context: Context) -> Iterator[Found]:
    """Yield the objects of JSON lines as items; blank lines count for the row number, and are no rows.

    Raises:
        UsageError: the user names a column that the first object does not have.
        PageError: the stream breaks.
    """
    decoding = decoding_of(source, context)
    chunks = decoded_chunks(source.stream, decoding)
    reading = RowReading(location=source.location, decoding=decoding, context=context)
    return _read_objects(lines(chunks, context.limits.page_bytes), reading)


def read_json(source: Source, context: Context) -> Iterator[Found]:
    """Yield the objects of a JSON array, or objects that follow each other, as items.

    Raises:
        UsageError, PageError: as `read_json_lines`.
    """
    decoding = decoding_of(source, context)
    chunks = decoded_chunks(source.stream, decoding)
    reading = RowReading(location=source.location, decoding=decoding, context=context)
    return _read_objects(JsonObjects(context.limits.page_bytes).objects(chunks), reading)


def _likely_delimiter(line: str, name: str) -> str:
    if name.lower().endswith(".tsv"):
        return TAB
    return max(DELIMITERS, key=lambda delimiter: len(_cells(line, delimiter)))


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _separated_row(
    row: list[str] | Oversize | CutOff, number: int, width: int, columns: ColumnMap, reading: RowReading
) -> Item | Failure:
    place = reading.place(number, reading.decoding.codec)
    if row is Oversize.RECORD:
        reason = (
            f"the row is larger than {reading.context.limits.page_bytes} bytes, or has more than {MOST_CELLS} cells"
        )
        return failure(place.location, FailureCode.TOO_LARGE, reason)
    if row is CutOff.RECORD:
        return failure(place.location, FailureCode.BROKEN, "the table ends within a quoted cell")
    if any(cell.strip() for cell in row[width:]):
        reason = f"the row has {len(row)} cells under {width} columns"
        return failure(place.location, FailureCode.BROKEN, reason)
    return _row(columns.cells(row), number, reading)


def _row(cells: Mapping[str, str], number: int, reading: RowReading) -> Item | Failure:
    """Return a row as an item, with bytes that did not fit the stream's encoding read anew or replaced."""
    whole = {part: mended(cell, reading.decoding.codec) for part, cell in cells.items()}
    others = sorted({encoding for _, encoding in whole.values()} - {reading.decoding.codec})
    place = reading.place(number, others[0] if others else reading.decoding.codec)
    if others and reading.decoding.asked:
        reason = f"the bytes do not fit the encoding asked for, {reading.decoding.codec}"
        return failure(place.location, FailureCode.ENCODING, reason)
    return row_item({part: cell for part, (cell, _) in whole.items()}, place, reading.context)


def _read_objects(sources: Iterable[str | Oversize | CutOff], reading: RowReading) -> Iterator[Found]:
    known: dict[tuple[str, ...], ColumnMap] = {}
    for number, source in enumerate(sources, start=1):
        location = reading.place(number, "").location
        if source is Oversize.RECORD:
            yield oversize_row(location, reading.context.limits.page_bytes)
        elif source is CutOff.RECORD:
            yield failure(location, FailureCode.BROKEN, "the file ends within an object")
        elif source.strip():
            try:
                yield _object_row(_parsed(source, location), number, known, reading)
            except PageError as error:
                yield failure(error.location, FailureCode(error.code), error.reason)


def _parsed(source: str, location: str) -> dict[str, object]:
    try:
        value = json.loads(source)
    except RecursionError:
        refuse(location, FailureCode.BROKEN, "not a JSON object: nested too deeply")
    except ValueError as error:
        refuse(location, FailureCode.BROKEN, f"not a JSON object: {' '.join(str(error).split())[:SHOWN_ERROR]}")
    if not isinstance(value, dict):
        refuse(location, FailureCode.BROKEN, f"not a JSON object but a {type(value).__name__}")
    return value


KNOWN_SHAPES = 1000
"""Most shapes of object whose columns are remembered; a table has a handful, and memory stays flat."""


def _object_row(
    row: dict[str, object], number: int, known: dict[tuple[str, ...], ColumnMap], reading: RowReading
) -> Item | Failure:
    context = reading.context
    header = tuple(row)
    columns = known.get(header)
    if columns is None:
        # Later objects may leave out what the first one has; the first one says which columns there are.
        asked = tuple(pair for pair in context.options.columns if not known or pair[1] in row)
        columns = map_columns(header, context.names, asked, reading.location)
        if len(known) < KNOWN_SHAPES:
            known[header] = columns
    if columns.fault:
        return failure(reading.place(number, "").location, FailureCode.COLUMNS, columns.fault)
    values = tuple(row.values())
    cells = {part: _cell(values[index], part) for part, index in columns.columns}
    return _row(cells, number, reading)


def _cell(value: object, part: str) -> str:
    """Return a JSON value as text: a list of strings joined, other structures as nothing."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ("\n" if part in (TEXT, HTML) else ", ").join(entry for entry in value if isinstance(entry, str))
    if value is None or isinstance(value, (dict, bool)):
        return ""
    return str(value)
