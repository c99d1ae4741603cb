"""From inputs to items: each file is given to the reader of its kind."""

import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, NoReturn

from kronik.errors import PageError, UsageError
from kronik.pages.archives import read_gzip, read_zip
from kronik.pages.columns import check_asked, load_column_names
from kronik.pages.decoding import decoding_of, line_of
from kronik.pages.encodings import asked_codec
from kronik.pages.feeds import read_feed
from kronik.pages.inputs import check_inputs, files_of, reason_of
from kronik.pages.options import ReadOptions
from kronik.pages.parquet import read_parquet
from kronik.pages.plain import read_html, read_text
from kronik.pages.sniffing import SNIFF_BYTES, Kind, kind_of, promised_container, stranger
from kronik.pages.sources import Context, Found, Source, failure_of, refuse
from kronik.pages.streams import BOMB_FLOOR_BYTES, BUFFER_BYTES, Budget, broken, buffered
from kronik.pages.tables import header_delimiter, read_json, read_json_lines, read_separated
from kronik.pages.uris import load_tracking
from kronik.pages.warcs import read_warc
from kronik.records.failures import Failure, FailureCode, failure

READERS: tuple[tuple[Kind, Callable[[Source, Context], Iterator[Found]]], ...] = (
    (Kind.TEXT, read_text),
    (Kind.HTML, read_html),
    (Kind.TABLE, read_separated),
    (Kind.JSON_LINES, read_json_lines),
    (Kind.JSON, read_json),
    (Kind.FEED, read_feed),
    (Kind.WARC, read_warc),
    (Kind.PARQUET, read_parquet),
)
"""The readers, one for each kind that is no container of files."""


def read_inputs(
    inputs: Sequence[str],
    options: ReadOptions,
    *,
    stdin: BinaryIO | None = None,
    on_bytes: Callable[[int], None] | None = None,
) -> Iterator[Found]:
    """Return what the inputs hold, in their order: items, failures, and counts of what was skipped.

    Args:
        inputs: files, folders, globs, or ``-`` for JSON lines on standard input.
        options: how they are read.
        stdin: what is read for ``-``; standard input by default.
        on_bytes: told how many more bytes of the input files were read, as they lie on disk; for progress.

    Raises:
        UsageError: at once for a missing input, a glob that matches nothing, an unknown encoding or part; while
            reading only for a table that lacks a column that the user names. Nothing else is raised: what cannot be
            read is a failure, and reading goes on.
    """
    check_asked(options.columns)
    paths = check_inputs(inputs)
    context = Context(
        options=options,
        codec=asked_codec(options.encoding),
        names=load_column_names(),
        tracking=load_tracking(),
        budget=Budget(options.limits),
    )
    return _read_paths(paths, context, stdin, on_bytes or _unheard)


def read_source(source: Source, context: Context) -> Iterator[Found]:
    """Yield what one file or one member of an archive holds; a fault becomes a failure."""
    try:
        yield from _dispatch(source, context)
    except UsageError:
        raise
    except PageError as error:
        yield failure_of(error)
    except OSError as error:
        yield failure(source.location, FailureCode.UNREADABLE, reason_of(error))
    except Exception as error:  # a fault of ours in one file must not end the reading of all
        yield failure(source.location, FailureCode.INTERNAL, f"a fault in Kronik's reader: {type(error).__name__}")


def _unheard(count: int) -> None:
    del count


def _read_paths(
    paths: tuple[Path | None, ...], context: Context, stdin: BinaryIO | None, on_bytes: Callable[[int], None]
) -> Iterator[Found]:
    for path in paths:
        for found in files_of(path):
            if isinstance(found, Failure):
                yield found
            elif found.path is None:
                stream = buffered((stdin or sys.stdin.buffer).read)
                yield from read_source(Source(location=found.location, name="stdin.jsonl", stream=stream), context)
            else:
                fresh = replace(context, budget=Budget(context.limits))
                yield from _read_file(found.path, found.location, fresh, on_bytes)


def _read_file(path: Path, location: str, context: Context, on_bytes: Callable[[int], None]) -> Iterator[Found]:
    try:
        raw = io.FileIO(path)
    except OSError as error:
        yield failure(location, FailureCode.UNREADABLE, reason_of(error))
        return
    heard = 0
    opened: io.BufferedReader = io.BufferedReader(raw, BUFFER_BYTES)
    with opened:
        size = os.fstat(opened.fileno()).st_size
        for found in read_source(Source(location=location, name=path.name, stream=opened), context):
            yield found
            # Some readers jump about in a file; only what is new counts.
            at = min(size, raw.tell()) if not raw.closed else size
            on_bytes(max(0, at - heard))
            heard = max(heard, at)
        on_bytes(size - heard)


def _dispatch(source: Source, context: Context) -> Iterator[Found]:
    head = source.stream.peek(SNIFF_BYTES)
    kind = _kind(head, source, context)
    if kind is Kind.GZIP:
        return read_gzip(source, context, read_source)
    if kind is Kind.ZIP:
        return read_zip(source, context, read_source)
    if kind is Kind.TEXT and header_delimiter(line_of(source, decoding_of(source, context)), source.name, context):
        kind = Kind.TABLE
    reader = next((reader for known, reader in READERS if known is kind), None)
    if reader is None:
        _refuse_kind(kind, head, source, context)
    return reader(source, context)


def _kind(head: bytes, source: Source, context: Context) -> Kind:
    kind = kind_of(head[:SNIFF_BYTES], source.name)
    if kind is Kind.BINARY and (context.codec or "").startswith(("utf-16", "utf-32")):
        return Kind.TEXT  # the user says why there are so many zero bytes
    return kind


def _refuse_kind(kind: Kind, head: bytes, source: Source, context: Context) -> NoReturn:
    if kind is Kind.EMPTY:
        refuse(source.location, FailureCode.EMPTY, "the file is empty")
    if kind is Kind.BINARY and (context.packed or context.depth):
        source.stream.read(2 * BOMB_FLOOR_BYTES)  # a bomb is rather told as one
    promised = promised_container(source.name)
    if kind is Kind.BINARY and promised:
        raise broken(source.location, f"named as {promised}, but the data are not {promised}")
    if kind is Kind.OTHER:
        what = stranger(head) or f"a file named *{Path(source.name).suffix}"
        refuse(source.location, FailureCode.UNSUPPORTED, f"no reader for {what}")
    refuse(source.location, FailureCode.NOT_TEXT, "binary data, not text")
