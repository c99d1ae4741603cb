"""What kind of file bytes are: by content first, by name second."""

import json
import re
from enum import StrEnum

from kronik.pages.encodings import bom_codec, looks_binary, wide_codec

SNIFF_BYTES = 16 * 1024
"""How much of a file is looked at."""


class Kind(StrEnum):
    """The kinds of file there are, one reader each."""

    EMPTY = "empty"
    GZIP = "gzip"
    ZIP = "zip"
    WARC = "WARC"
    PARQUET = "Parquet"
    FEED = "feed"
    HTML = "HTML"
    TEXT = "text"
    TABLE = "table"
    """Values separated by a delimiter."""
    JSON_LINES = "JSON lines"
    JSON = "JSON"
    """One array of objects, or objects over several lines."""
    BINARY = "binary"
    OTHER = "other"
    """A kind that is known, and that no reader takes."""


CONTAINERS = (
    (b"\x1f\x8b", Kind.GZIP),
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"PAR1", Kind.PARQUET),
    (b"WARC/", Kind.WARC),
)
STRANGERS = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG\r\n", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstandard"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"),
    (b"{\\rtf", "RTF"),
    (b"\x7fELF", "program"),
)
TAR_MARK = (257, b"ustar")
NAMED = (
    ((".html", ".htm", ".xhtml"), Kind.HTML),
    ((".csv", ".tsv"), Kind.TABLE),
    ((".jsonl", ".ndjson", ".jsonlines"), Kind.JSON_LINES),
    ((".json",), Kind.JSON),
    ((".rss", ".atom"), Kind.FEED),
    ((".css", ".js", ".mjs", ".map", ".svg", ".xml", ".xsl", ".opml"), Kind.OTHER),
)
NAMED_CONTAINERS = ((".gz", Kind.GZIP), (".zip", Kind.ZIP), (".parquet", Kind.PARQUET), (".warc", Kind.WARC))
MISC = re.compile(
    r"(?:\s|<!--.*?-->|<\?.*?\?>|<!doctype\s+(?!html)[^>\[]*(?:\[.*?\]\s*)?>)+", re.IGNORECASE | re.DOTALL
)
"""What may stand before the first element of an XML or HTML document."""
FEED_ROOT = re.compile(r"<(?:[\w-]+:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
HTML_ROOT = re.compile(
    r"<!doctype\s+html|<(?:html|head|body|meta|title|link|script|style|base|div|p|h[1-6]|table|article|section|span|a|b|i|br|hr|img"
    r"|iframe|ul|ol|font|center|header|main|nav|aside|figure|blockquote|form|noscript)[\s/>]",
    re.IGNORECASE,
)
JSON_ARRAY = re.compile(r"\[\s*\{\s*[\"}]")
JSON_OBJECT = re.compile(r"\{\s*[\"}]")


def without_suffix(name: str, suffix: str) -> str:
    """Return a file name without this ending, whatever its case."""
    return name[: -len(suffix)] if name.lower().endswith(suffix) else name


def stranger(head: bytes) -> str | None:
    """Return the name of a kind of file that no reader takes, or None."""
    at, mark = TAR_MARK
    if head[at : at + len(mark)] == mark:
        return "tar"
    if head.startswith(b"PK\x03\x04") and b"[Content_Types].xml" in head[:100]:
        return "Office"
    return next((name for start, name in STRANGERS if head.startswith(start)), None)


def kind_of(head: bytes, name: str) -> Kind:
    """Return the kind of a file from its first bytes (about `SNIFF_BYTES`) and its name.

    Text that could be a table by its content alone is not told here but by the columns (`kronik.pages.tables`).
    """
    if not head:
        return Kind.EMPTY
    if stranger(head):
        return Kind.OTHER
    container = next((kind for start, kind in CONTAINERS if head.startswith(start)), None)
    if container:
        return container
    if looks_binary(head):
        return Kind.BINARY
    text = _glimpse(head)
    named = next((kind for suffixes, kind in NAMED if name.lower().endswith(suffixes)), Kind.TEXT)
    return _kind_of_text(text, named)


def promised_container(name: str) -> Kind | None:
    """Return the container that a name promises."""
    return next((kind for suffix, kind in NAMED_CONTAINERS if name.lower().endswith(suffix)), None)


def _glimpse(head: bytes) -> str:
    codec = bom_codec(head) or wide_codec(head) or "utf-8"
    return head.decode(codec, "replace")


def _kind_of_text(text: str, named: Kind) -> Kind:
    start = MISC.match(text)
    rest = text[start.end() :] if start else text
    if FEED_ROOT.match(rest):
        return Kind.FEED
    if named in (Kind.TABLE, Kind.JSON_LINES):
        return Kind.HTML if HTML_ROOT.match(rest) and rest.startswith("<!") else named
    if HTML_ROOT.match(rest):
        return Kind.HTML
    if JSON_ARRAY.match(rest):
        return Kind.JSON
    if JSON_OBJECT.match(rest):
        return _kind_of_object(rest, named)
    return named


def _kind_of_object(text: str, named: Kind) -> Kind:
    line, end, _ = text.partition("\n")
    try:
        first = json.loads(line)
    except (ValueError, RecursionError):
        # A line longer than what is seen of it may well be whole.
        return Kind.JSON if named is Kind.JSON else (Kind.TEXT if end else Kind.JSON_LINES)
    return Kind.JSON_LINES if isinstance(first, dict) else named
