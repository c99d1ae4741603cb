"""RSS and Atom files: one item of the feed is one page."""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

from kronik.pages.columns import HTML, TEXT, URI
from kronik.pages.encodings import UTF8, codec_of
from kronik.pages.options import MEBIBYTE
from kronik.pages.rows import Place, row_item
from kronik.pages.sources import Context, Found, Source, refuse
from kronik.pages.streams import broken, read_bounded
from kronik.records.failures import FailureCode, failure

END_OF_ENTRY = re.compile(rb"</(?:[\w-]+:)?(?:item|entry)\s*>", re.IGNORECASE)
END_OF_FEED = re.compile(rb"</(?:[\w-]+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
MARKUP = re.compile(r"<[A-Za-z/!]|&[#A-Za-z0-9]+;")
"""What makes a string HTML rather than plain text."""
WIDE = "utf-16"
LOOSE_BYTES = 4 * MEBIBYTE
"""Largest feed, in bytes, that is read although it is not well-formed: the parser that mends feeds took some ten
seconds for a hostile MiB, and feeds that real sites serve have some hundred KiB."""


def read_feed(source: Source, context: Context) -> Iterator[Found]:
    """Yield the items of a feed: with their content, or partial with their summary alone.

    The text is what the feed says: nothing is sanitised, and relative addresses stay relative. A feed that ends too
    early gives the items that are whole, and then fails.

    Raises:
        PageError: the feed is too large, broken, or has no items.
    """
    import feedparser  # type: ignore[import-untyped]  # no types  # noqa: PLC0415  # slow to import, and seldom needed

    data = read_bounded(source.stream, source.location, context.limits.page_bytes, what="feed")
    if len(data) > LOOSE_BYTES and not _well_formed(data):
        raise broken(
            source.location, f"the feed is not well-formed, and with over {LOOSE_BYTES} bytes too large to mend"
        )
    headers = {"content-type": f"application/xml; charset={context.codec}"} if context.codec else {}
    try:
        feed = feedparser.parse(
            io.BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
        entries = [_cells(entry, feed.feed) for entry in feed.entries]
    except Exception as error:  # the loose parser behind feedparser promises nothing
        raise broken(source.location, "the feed cannot be parsed") from error
    encoding = codec_of(feed.get("encoding") or UTF8) or UTF8
    ends = [end.end() for end in END_OF_ENTRY.finditer(data)]
    cut = not encoding.startswith(WIDE) and not END_OF_FEED.search(data, ends[-1] if ends else 0)
    whole = min(len(entries), len(ends)) if cut else len(entries)
    if not entries and not cut:
        refuse(source.location, FailureCode.EMPTY, "the feed holds no items")
    for number, (cells, partial) in enumerate(entries[:whole], start=1):
        place = Place(location=f"{source.location}#{number}", encoding=encoding, partial=partial)
        yield row_item(cells, place, context)
    if cut:
        yield failure(source.location, FailureCode.BROKEN, "the feed ends too early")


def _well_formed(data: bytes) -> bool:
    try:
        ParserCreate().Parse(data, True)
    except ExpatError:
        return False
    return True


def _cells(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> tuple[dict[str, str], bool]:
    """Return the cells of an entry by part, and whether it holds a summary alone."""
    content = next((piece for piece in entry.get("content", ()) if piece.get("value", "").strip()), None)
    summary = entry.get("summary_detail") or {}
    body = content or summary
    text = str(body.get("value") or "")
    cells = {
        HTML if "html" in str(body.get("type", "")) and MARKUP.search(text) else TEXT: text,
        "title": _plain(entry.get("title")),
        "stamp": _plain(entry.get("published") or entry.get("updated")),
        "outlet": _plain((entry.get("source") or {}).get("title") or feed.get("title")),
        "byline": _plain(entry.get("author")),
        "section": _plain(next((tag.get("term") for tag in entry.get("tags", ()) if tag.get("term")), None)),
        URI: _address(entry),
    }
    if content and summary.get("value") and summary["value"] != text:
        cells["summary"] = str(summary["value"])
    return cells, content is None


def _address(entry: Mapping[str, Any]) -> str:
    named = (str(entry.get(name) or "") for name in ("link", "id"))
    return next((address for address in named if address.startswith(("http://", "https://"))), "")


def _plain(value: object) -> str:
    return value if isinstance(value, str) else ""
