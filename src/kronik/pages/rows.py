"""A row of a table, or an item of a feed, as an item."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from kronik.pages.columns import HTML, TEXT, URI
from kronik.pages.sources import Context, failure_of
from kronik.pages.streams import too_large
from kronik.pages.uris import canonical_uri
from kronik.records.failures import Failure, FailureCode, failure
from kronik.records.pages import Fetch, Item, Media


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a row stands and how it was decoded.

    Attributes:
        location: of the row.
        encoding: encoding of the table, as recorded; the row itself travels as UTF-8 JSON.
        partial: the row is only a summary.
    """

    location: str
    encoding: str
    partial: bool = False


def row_item(cells: Mapping[str, str], place: Place, context: Context) -> Item | Failure:
    """Return the item of a row's cells by part (``uri`` and ``html`` among them), or why there is none.

    Cells that are empty or white space make no part. Where there is HTML, the page is made from it, not from ``text``.
    """
    filled = {part: cell for part, cell in cells.items() if cell.strip()}
    url = filled.pop(URI, None)
    html = filled.pop(HTML, None)
    if html is not None:
        filled.pop(TEXT, None)
    elif TEXT not in filled:
        return failure(place.location, FailureCode.EMPTY, "the row has no text")
    data = row_bytes(filled, html)
    if len(data) > context.limits.page_bytes:
        return oversize_row(place.location, context.limits.page_bytes)
    return Item(
        uri=(canonical_uri(url, context.tracking) if url else "") or place.location,
        media=Media.ROW,
        encoding=place.encoding,
        data=data,
        fetch=Fetch(location=place.location, url=url),
        partial=place.partial,
    )


def row_bytes(parts: Mapping[str, str], html: str | None) -> bytes:
    """Return the data of a row: JSON with sorted keys and without spaces, in UTF-8."""
    row = {"html": html, "parts": dict(parts)}
    try:
        return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
    except UnicodeEncodeError:
        # Lone surrogates, which JSON can name and UTF-8 cannot hold, travel as escapes.
        return json.dumps(row, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode("utf-8")


def oversize_row(location: str, limit: int) -> Failure:
    """Return the failure of a row that was larger than ``limit`` and was let go."""
    return failure_of(too_large(location, "row", limit))
