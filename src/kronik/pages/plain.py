"""Files that are one page: plain text and HTML."""

from collections.abc import Iterator

from kronik.pages.encodings import decide, declared_in_markup, decoded, looks_binary
from kronik.pages.sources import Context, Found, Source, refuse
from kronik.pages.streams import read_bounded
from kronik.pages.uris import canonical_uri
from kronik.records.failures import FailureCode
from kronik.records.pages import Fetch, Item, Media


def read_text(source: Source, context: Context) -> Iterator[Found]:
    """Yield a plain text as one item.

    Raises:
        PageError: it is empty, too large, binary, not in the encoding asked for, or its stream breaks.
    """
    data = read_bounded(source.stream, source.location, context.limits.page_bytes)
    yield page_item(data, Media.TEXT, Fetch(location=source.location), context)


def read_html(source: Source, context: Context) -> Iterator[Found]:
    """Yield an HTML file as one item.

    Raises:
        PageError: as `read_text`.
    """
    data = read_bounded(source.stream, source.location, context.limits.page_bytes)
    yield page_item(data, Media.HTML, Fetch(location=source.location), context)


def page_item(data: bytes, media: Media, fetch: Fetch, context: Context, *, declared: str | None = None) -> Item:
    """Return the item of bytes that are one page; its uri is the canonical form of the fetch's url, or its location.

    Args:
        data: the page.
        media: text or HTML.
        fetch: where it was found.
        context: what readers know.
        declared: charset that the transport declares; it goes before that of the markup.

    Raises:
        PageError: as `read_text`.
    """
    location = fetch.location
    if not data:
        refuse(location, FailureCode.EMPTY, "the file is empty")
    if context.codec is None and looks_binary(data):
        refuse(location, FailureCode.NOT_TEXT, "binary data, not text")
    in_markup = declared_in_markup(data) if media is Media.HTML else None
    encoding = context.codec or decide(data, declared=declared or in_markup)
    _check_decodes(data, encoding, location)
    uri = canonical_uri(fetch.url, context.tracking) if fetch.url else ""
    return Item(uri=uri or location, media=media, encoding=encoding, data=data, fetch=fetch)


def _check_decodes(data: bytes, encoding: str, location: str) -> None:
    # What was detected fits, or replaces; what was asked for may do neither.
    try:
        decoded(data, encoding)
    except (UnicodeError, ValueError):
        refuse(location, FailureCode.ENCODING, f"the bytes do not fit the encoding asked for, {encoding}")
