"""WARC files: each HTML response with status 200 is a page. Needs the extra ``kronik[warc]``."""

import contextlib
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, cast

from kronik.errors import PageError
from kronik.pages.encodings import declared_in_header
from kronik.pages.options import MEBIBYTE
from kronik.pages.plain import page_item
from kronik.pages.sniffing import SNIFF_BYTES, Kind, kind_of
from kronik.pages.sources import Context, Found, Source, failure_of, refuse
from kronik.pages.streams import CHUNK_BYTES, GZIP_OR_ZLIB_WINDOW, broken, inflated, read_bounded
from kronik.records.failures import FailureCode, Skipped
from kronik.records.pages import Fetch, Item, Media

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord  # type: ignore[import-untyped]  # the package ships no types

HEAD_BYTES = MEBIBYTE
"""Most bytes between records: headers, and blank lines. A real record has a few kibibytes."""
HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
PACKED = frozenset({"gzip", "x-gzip", "deflate"})
PACKED_MARKS = (b"\x1f\x8b", b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
"""How gzip and zlib data begin."""
KNOWN_PACKINGS = PACKED | {"identity", ""}
STATUS = re.compile(r"[1-9]\d\d", re.ASCII)
SHOWN_REASON = 80
"""Most characters of a reason."""
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")
MOST_REASONS = 100
"""Reasons that are counted apart; what comes after them is counted together."""


def read_warc(source: Source, context: Context) -> Iterator[Found]:
    """Yield the HTML responses with status 200 as items, and at the end what else was there, counted by reason.

    Raises:
        PageError: warcio is missing (``unsupported``), or the file is damaged; what was before the damage was yielded.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]  # noqa: PLC0415  # no types
        from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]  # the same  # noqa: PLC0415
    except ImportError:
        refuse(source.location, FailureCode.UNSUPPORTED, "reading WARC needs warcio: pip install kronik[warc]")
    stream = _Bounded(source.stream, source.location)
    skipped: Counter[str] = Counter()
    fault: PageError | None = None
    seen = 0
    records = _records(iter(ArchiveIterator(stream)), stream, source.location, context)
    try:
        for found in records:
            seen += 1
            if isinstance(found, str):
                skipped[found if found in skipped or len(skipped) < MOST_REASONS else "other reasons"] += 1
            else:
                yield found
    except PageError as error:
        fault = error
    except (ArchiveLoadFailed, ValueError, EOFError, AttributeError) as error:
        fault = broken(source.location, f"the WARC file is damaged after record {seen}")
        fault.__cause__ = error
    for reason, count in sorted(skipped.items()):
        yield Skipped(location=source.location, reason=reason, count=count)
    if fault is not None:
        raise fault


def _records(
    records: Iterator["ArcWarcRecord"], stream: "_Bounded", location: str, context: Context
) -> Iterator[Found | str]:
    for number in itertools.count(1):
        # The library prints what it finds odd; what matters of it comes as a failure.
        with contextlib.redirect_stderr(io.StringIO()):
            record = next(records, None)
        if record is None:
            return
        stream.free = True
        found = _page_of(record, f"{location}#{number}", context)
        _exhaust(record, location, number)
        stream.between_records()
        yield found


class _Bounded:
    """The stream that warcio reads; between records only so many bytes, since it looks for a line without end."""

    def __init__(self, stream: io.BufferedReader, location: str) -> None:
        self._stream = stream
        self._location = location
        self._left = HEAD_BYTES
        self.free = False

    def between_records(self) -> None:
        """Bound what is read until the next record."""
        self.free = False
        self._left = HEAD_BYTES

    def read(self, size: int = CHUNK_BYTES) -> bytes:
        """Return up to ``size`` bytes.

        Raises:
            PageError: no record begins where one should.
        """
        data = self._stream.read1(size)
        if not self.free:
            self._left -= len(data)
            if self._left < 0:
                raise broken(self._location, "no WARC record begins where one should")
        return data


def _page_of(record: "ArcWarcRecord", location: str, context: Context) -> Found | str:
    """Return the item or failure of a record, or the reason why it is no page."""
    reason = _no_page(record)
    if reason:
        return reason[:SHOWN_REASON]
    headers = record.http_headers
    content_type = headers.get_header("content-type") or ""
    try:
        data = _body(record, location, context)
        is_html = kind_of(data[:SNIFF_BYTES], "") is Kind.HTML
        if not (content_type or is_html):
            return "content type missing"
        packing = _packing(record)
        # Many crawlers keep the header and unpack the body: HTML is then HTML.
        if packing not in KNOWN_PACKINGS and not is_html:
            return f"content encoding {packing}"[:SHOWN_REASON]
        return _item(record, data, declared_in_header(content_type), location, context)
    except PageError as error:
        if error.location != location:
            raise  # the fault is the file's, not the record's
        return failure_of(error)


def _no_page(record: "ArcWarcRecord") -> str:
    """Return why a record is no page as far as its headers tell; empty when it may be one."""
    if record.rec_type != "response":
        return f"record type {record.rec_type or 'unknown'}"
    headers = record.http_headers
    if headers is None:
        return "response without HTTP headers"
    status = headers.get_statuscode()
    if status != "200":
        return f"status {status if STATUS.fullmatch(status) else 'unknown'}"
    main_type = (headers.get_header("content-type") or "").partition(";")[0].strip().lower()
    return f"content type {main_type}" if main_type and main_type not in HTML_TYPES else ""


def _packing(record: "ArcWarcRecord") -> str:
    return (record.http_headers.get_header("content-encoding") or "identity").strip().lower()


def _body(record: "ArcWarcRecord", location: str, context: Context) -> bytes:
    from warcio.bufferedreaders import ChunkedDataReader  # type: ignore[import-untyped]  # an extra  # noqa: PLC0415

    headers = record.http_headers
    stream = record.raw_stream
    if (headers.get_header("transfer-encoding") or "").strip().lower() == "chunked":
        stream = ChunkedDataReader(stream)
    data = read_bounded(cast("BinaryIO", stream), location, context.limits.page_bytes)
    if _packing(record) in PACKED and data.startswith(PACKED_MARKS):
        unpacked = inflated(io.BytesIO(data), location, context.budget, window=GZIP_OR_ZLIB_WINDOW)
        return read_bounded(unpacked, location, context.limits.page_bytes)
    return data


def _item(record: "ArcWarcRecord", data: bytes, charset: str | None, location: str, context: Context) -> Item:
    headers = record.rec_headers
    date = headers.get_header("WARC-Date") or ""
    url = (headers.get_header("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">")
    fetch = Fetch(location=location, url=url or None, fetched=date if RFC_3339.fullmatch(date) else None)
    return page_item(data, Media.HTML, fetch, context, declared=charset)


def _exhaust(record: "ArcWarcRecord", location: str, number: int) -> None:
    """Read what is left of a record.

    Raises:
        PageError: the file ends before the record does.
    """
    stream = record.raw_stream
    while stream.read(CHUNK_BYTES):
        pass
    if getattr(stream, "limit", 0) > 0:
        raise broken(location, f"the file ends within record {number}")
