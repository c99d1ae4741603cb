"""Records out of a stream of text: separated values, lines, JSON objects; each bounded, none needs the whole."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import Final

QUOTE: Final = '"'


class Oversize(Enum):
    """Stands in a stream of records for one that was larger than the limit, and was let go."""

    RECORD = auto()


class CutOff(Enum):
    """Stands at the end of a stream of records for a last one that has no end."""

    RECORD = auto()


Row = list[str] | Oversize | CutOff


RECORD_ENDS = re.compile(f"[{QUOTE}\r\n]")
MOST_CELLS = 10_000
"""Most cells of a record; real tables have some dozens, and a cell costs far more than its characters."""


class _Fields:
    """The record that is being read."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.clear()

    @property
    def oversize(self) -> bool:
        """Whether the record is beyond a limit, and nothing of it is kept."""
        return self.size > self.limit or self.cell_count > MOST_CELLS

    def clear(self) -> None:
        self.cells: list[str] = []
        self.pieces: list[str] = []
        self.size = 0
        self.cell_count = 0
        self.begun = False

    def add(self, piece: str) -> None:
        self.size += len(piece)
        self.begun = self.begun or bool(piece)
        if self.oversize:
            self.cells, self.pieces = [], []
        else:
            self.pieces.append(piece)

    def close_cell(self) -> None:
        self.cell_count += 1
        self.begun = True
        if self.oversize:
            self.cells = []
        else:
            self.cells.append("".join(self.pieces))
        self.pieces = []

    def close_record(self) -> Row | None:
        """Return the record and begin the next; None for a blank line."""
        if not self.begun:
            return None
        self.close_cell()
        record: Row = Oversize.RECORD if self.oversize else self.cells
        self.clear()
        return record


class SeparatedValues:
    """A reader of separated values as Python's csv module reads them by default (RFC 4180, and lenient).

    Beside the standard module: a record beyond the limit costs no memory and the next one is read, a stream need not
    come in lines, and a last record within an open quotation mark is told apart.
    """

    def __init__(self, delimiter: str, limit: int) -> None:
        self._ends = re.compile(f"[{re.escape(delimiter)}\r\n]")
        self._delimiter = delimiter
        self._fields = _Fields(limit)
        self._quoted = False
        self._at_cell_start = True
        self._after_quote = False
        self._skip_newline = False

    def records(self, chunks: Iterable[str]) -> Iterator[Row]:
        """Yield the records of a text that comes in chunks; blank lines are no records."""
        for chunk in chunks:
            yield from self._feed(chunk)
        if self._quoted and not self._after_quote:
            self._fields.clear()
            yield CutOff.RECORD
        elif (record := self._fields.close_record()) is not None:
            yield record

    def _feed(self, chunk: str) -> Iterator[Row]:
        at = 0
        while at < len(chunk):
            if self._quoted:
                at = self._in_quotes(chunk, at)
            elif self._skip_newline:
                self._skip_newline = False
                at += chunk[at] == "\n"
            elif self._at_cell_start and chunk[at] == QUOTE:
                self._quoted, self._at_cell_start, self._fields.begun = True, False, True
                at += 1
            else:
                stop = self._end_of_cell(chunk, at)
                self._fields.add(chunk[at:stop])
                at = stop
                if stop < len(chunk) and chunk[stop] != QUOTE:
                    yield from self._end(chunk[stop])
                    at += 1

    def _end(self, mark: str) -> Iterator[Row]:
        self._at_cell_start = True
        if mark == self._delimiter:
            self._fields.close_cell()
            return
        self._skip_newline = mark == "\r"
        if (record := self._fields.close_record()) is not None:
            yield record

    def _end_of_cell(self, chunk: str, at: int) -> int:
        """Return where the cell ends or a quoted one begins, at or after ``at``; else the end of the chunk."""
        self._at_cell_start = False
        if not self._fields.oversize:
            end = self._ends.search(chunk, at)
            return end.start() if end else len(chunk)
        # Nothing is kept of this record, so only two things matter: its end, and quotation marks that could hide it.
        for mark in RECORD_ENDS.finditer(chunk, at):
            self._at_cell_start = mark.group() == QUOTE and chunk[mark.start() - 1] == self._delimiter
            if mark.group() != QUOTE or (mark.start() > at and self._at_cell_start):
                return mark.start()
        self._at_cell_start = chunk[-1] == self._delimiter
        return len(chunk)

    def _in_quotes(self, chunk: str, at: int) -> int:
        if self._after_quote:
            self._after_quote = False
            if chunk[at] == QUOTE:
                self._fields.add(QUOTE)
                return at + 1
            self._quoted = False
            return at
        stop = chunk.find(QUOTE, at)
        if stop < 0:
            self._fields.add(chunk[at:])
            return len(chunk)
        self._fields.add(chunk[at:stop])
        self._after_quote = True
        return stop + 1


def lines(chunks: Iterable[str], limit: int) -> Iterator[str | Oversize]:
    """Yield the lines of a text that comes in chunks, without their line feed; only a line feed ends a line."""
    pieces: list[str] = []
    size = 0
    for chunk in chunks:
        first, *others = chunk.split("\n")
        for position, piece in enumerate((first, *others)):
            if position:
                yield "".join(pieces) if size <= limit else Oversize.RECORD
                pieces, size = [], 0
            size += len(piece)
            if size <= limit:
                pieces.append(piece)
            else:
                pieces = []
    if size:
        yield "".join(pieces) if size <= limit else Oversize.RECORD


JSON_MARKS = re.compile(r'["\\{}\[\]]')
STRING_MARKS = re.compile(r'["\\]')


class JsonObjects:
    """A reader of the outermost objects of a JSON text: those of an array, or those that follow each other."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._depth = 0
        self._in_string = False
        self._escaped = False
        self._pieces: list[str] = []
        self._size = 0

    def objects(self, chunks: Iterable[str]) -> Iterator[str | Oversize | CutOff]:
        """Yield the source of each object; what stands between objects is left out."""
        for chunk in chunks:
            yield from self._feed(chunk)
        if self._depth:
            yield CutOff.RECORD

    def _feed(self, chunk: str) -> Iterator[str | Oversize]:
        at = 0
        while at < len(chunk):
            if self._escaped:
                self._escaped = False
                self._keep(chunk[at])
                at += 1
                continue
            mark = (STRING_MARKS if self._in_string else JSON_MARKS).search(chunk, at)
            stop = mark.end() if mark else len(chunk)
            piece = chunk[at:stop]
            at = stop
            if mark is None:
                self._keep(piece)
                continue
            yield from self._step(piece, mark.group())

    def _step(self, piece: str, mark: str) -> Iterator[str | Oversize]:
        if self._in_string:
            self._keep(piece)
            self._in_string = mark != QUOTE
            self._escaped = mark == "\\"
        elif mark == "{":
            self._depth += 1
            self._keep(piece if self._depth > 1 else mark)
        elif mark == "}" and self._depth:
            self._keep(piece)
            self._depth -= 1
            if not self._depth:
                yield "".join(self._pieces) if self._size <= self._limit else Oversize.RECORD
                self._pieces, self._size = [], 0
        else:
            self._in_string = mark == QUOTE
            self._keep(piece)

    def _keep(self, piece: str) -> None:
        if not self._depth:
            return
        self._size += len(piece)
        if self._size <= self._limit:
            self._pieces.append(piece)
        else:
            self._pieces = []
