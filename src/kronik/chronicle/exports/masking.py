"""Rows of an export without the names that their pages protect."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from kronik.chronicle.exports.tables import Table
from kronik.chronicle.finding_queries import ReportRow, StatementRow
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.rows import ArticleRow
from kronik.chronicle.values import Row
from kronik.records.masking import masked_text, protected_names

PAGE_COLUMN = "page_id"

Found = TypeVar("Found", ReportRow, StatementRow)


def masks_of(chronicle: Chronicle) -> Mapping[str, tuple[str, ...]]:
    """Return the protected names of each page that protects anyone, by page id."""
    return {page_id: protected_names(chronicle.bundle(page_id)) for page_id in chronicle.protecting_pages()}


def names_in(chronicle: Chronicle) -> Callable[[str], tuple[str, ...]]:
    """Return what tells the protected names of a page by its id; a page is read when it is first asked for."""
    guarded = frozenset(chronicle.protecting_pages())
    read: dict[str, tuple[str, ...]] = {}

    def names(page_id: str) -> tuple[str, ...]:
        if page_id not in guarded:
            return ()
        if page_id not in read:
            read[page_id] = protected_names(chronicle.bundle(page_id))
        return read[page_id]

    return names


def masked_found(row: Found, names: tuple[str, ...]) -> Found:
    """Return a report or a statement of a list with the names masked in every text of it."""
    if not names:
        return row
    return type(row)._make(masked_text(value, names) if isinstance(value, str) else value for value in row)


def masked_article(row: ArticleRow, names: tuple[str, ...]) -> ArticleRow:
    """Return an article of a list with the names masked in its headline, writers and address."""
    if not names:
        return row
    headline, byline = (None if value is None else masked_text(value, names) for value in (row.headline, row.byline))
    return replace(row, headline=headline, byline=byline, uri=masked_text(row.uri, names))


def masked_rows(chronicle: Chronicle, table: Table) -> Iterator[Row]:
    """Yield the rows of a table with every protected name masked in every text of its page."""
    masks = masks_of(chronicle)
    columns = [name for name, _ in table.columns]
    at = columns.index(PAGE_COLUMN) if masks and PAGE_COLUMN in columns else None
    for row in chronicle.rows(table.query):
        names = masks.get(str(row[at]), ()) if at is not None else ()
        yield tuple(masked_text(v, names) if isinstance(v, str) else v for v in row) if names else row
