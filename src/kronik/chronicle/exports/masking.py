"""Rows of an export without the names that their pages protect."""

from collections.abc import Iterator, Mapping

from kronik.chronicle.exports.tables import Table
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.values import Row
from kronik.records.masking import masked_text, protected_names

PAGE_COLUMN = "page_id"


def masks_of(chronicle: Chronicle) -> Mapping[str, tuple[str, ...]]:
    """Return the protected names of each page that protects anyone, by page id."""
    return {page_id: protected_names(chronicle.bundle(page_id)) for page_id in chronicle.protecting_pages()}


def masked_rows(chronicle: Chronicle, table: Table) -> Iterator[Row]:
    """Yield the rows of a table with every protected name masked in every text of its page."""
    masks = masks_of(chronicle)
    columns = [name for name, _ in table.columns]
    at = columns.index(PAGE_COLUMN) if masks and PAGE_COLUMN in columns else None
    for row in chronicle.rows(table.query):
        names = masks.get(str(row[at]), ()) if at is not None else ()
        yield tuple(masked_text(v, names) if isinstance(v, str) else v for v in row) if names else row
