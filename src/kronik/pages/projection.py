"""The projection of an item to a page: the bytes decoded, their parts named, nothing normalised."""

import json
import re

from kronik.errors import PageError
from kronik.pages.encodings import decoded
from kronik.records.failures import FailureCode
from kronik.records.pages import Item, Media, Page, Part, page_id
from kronik.records.spans import TEXT_PART
from kronik.text.markup import HTML_PROJECTION, Projection, project_markup

TEXT_PROJECTION = "text/1"
"""Plain text: the decoded text is the page text."""
ROW_PROJECTION = "row/1"
"""A row with a text: its cells are the parts."""
MARKUP_ROW_PROJECTION = f"{ROW_PROJECTION}+{HTML_PROJECTION}"
"""A row with HTML: its cells are parts, the page text and the other parts come from the HTML."""
PROJECTIONS = (TEXT_PROJECTION, ROW_PROJECTION, HTML_PROJECTION, MARKUP_ROW_PROJECTION)
"""Every projection there is, with its version."""
NO_CHARACTER = re.compile("[\x00\ud800-\udfff]")
"""NUL and lone surrogates, which neither UTF-8 nor the store can hold."""
REPLACEMENT = "\ufffd"


def project(item: Item) -> Page:
    """Return the page of an item.

    Lone surrogates and NUL become U+FFFD, one for one, so that offsets stay. Line ends stay as they are, save in HTML,
    where the HTML standard makes each a line feed.

    Raises:
        PageError: the page is empty or white space (``empty``), its bytes do not fit its encoding (``encoding``), or
            the data of a row are no row (``broken``).
    """
    location = item.fetch.location
    if item.media is Media.ROW:
        return _row_page(item, location)
    text = _clean(_decode(item, location))
    if item.media is Media.HTML:
        return _markup_page(item, text, HTML_PROJECTION, {})
    return _page(item, TEXT_PROJECTION, {TEXT_PART: text})


def _decode(item: Item, location: str) -> str:
    try:
        return decoded(item.data, item.encoding)
    except (LookupError, ValueError) as error:  # a UnicodeError is a ValueError
        raise PageError(location, FailureCode.ENCODING, f"the bytes do not fit the encoding {item.encoding}") from error


def _row_page(item: Item, location: str) -> Page:
    parts, html = _row_of(item.data, location)
    if html is None:
        return _page(item, ROW_PROJECTION, parts)
    return _markup_page(item, html, MARKUP_ROW_PROJECTION, parts)


def _row_of(data: bytes, location: str) -> tuple[dict[str, str], str | None]:
    try:
        row = json.loads(data)
        parts = {str(name): _clean(text) for name, text in row["parts"].items()}
        html = row["html"]
        return parts, None if html is None else _clean(html)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise PageError(location, FailureCode.BROKEN, "the data are not those of a row") from error


def _markup_page(item: Item, markup: str, projection: str, parts: dict[str, str]) -> Page:
    projected = project_markup(markup)
    return _page(
        item, projection, {**parts, **dict(projected.attributes), TEXT_PART: projected.text}, projected, markup
    )


def _page(
    item: Item, projection: str, texts: dict[str, str], projected: Projection | None = None, markup: str | None = None
) -> Page:
    if not texts.get(TEXT_PART, "").strip():
        raise PageError(item.fetch.location, FailureCode.EMPTY, "the page is empty or only white space")
    parts = tuple(Part(name=name, text=texts[name]) for name in sorted(texts))
    return Page(
        id=page_id(projection, item.uri, parts),
        uri=item.uri,
        media=item.media,
        encoding=item.encoding,
        projection=projection,
        parts=parts,
        breaks=projected.breaks if projected else (),
        hidden=projected.hidden if projected else (),
        partial=item.partial,
        markup=markup,
    )


def _clean(text: str) -> str:
    return NO_CHARACTER.sub(REPLACEMENT, text)
