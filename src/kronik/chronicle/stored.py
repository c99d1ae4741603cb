"""Bundles and places as they stand in the store: fetching, putting and dropping rows on a connection.

No function here begins or ends a transaction; the writer does.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from kronik.chronicle.packing import BundleRows, pack, unpack
from kronik.chronicle.packing_findings import TABLES, FindingRows
from kronik.chronicle.rows import Added
from kronik.chronicle.values import Row
from kronik.records.bundles import Bundle, Outcome
from kronik.records.failures import Failure, FailureCode
from kronik.records.failures import failure as failure_of
from kronik.records.pages import Fetch

_DERIVED = (
    "DELETE FROM parts WHERE page_id = ?",
    "DELETE FROM raws WHERE page_id = ?",
    "DELETE FROM readings WHERE page_id = ?",
    "DELETE FROM conflicts WHERE page_id = ?",
    "DELETE FROM ledger WHERE page_id = ?",
    "DELETE FROM times WHERE page_id = ?",
    *(f"DELETE FROM {table} WHERE page_id = ?" for table in TABLES),  # noqa: S608  (constants)
    "DELETE FROM articles WHERE page_id = ?",
)
_COLUMNS_OF_ARTICLE = (
    "page_id, number_in_outlet, language, language_score, kind, headline, outlet, section, byline, editors,"
    " dateline_place, dateline_outlet, dateline_rule, dateline_evidence, published, published_time, not_before,"
    " not_after, bound_rule, bound_evidence, completeness, completeness_evidence, no_pack, no_grammar, prose"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPage:
    """A page as it stands in a chronicle: its rows, and the digest and place of each item that gives it."""

    rows: BundleRows
    places: tuple[tuple[str, Fetch], ...]


def fetch_bundle(connection: sqlite3.Connection, page_id: str) -> Bundle | None:
    """Return the bundle of a page, or None when it is not there."""
    rows = fetch_rows(connection, page_id)
    return None if rows is None else unpack(rows)


def fetch_rows(connection: sqlite3.Connection, page_id: str) -> BundleRows | None:
    """Return the rows of a page, or None when it is not there."""

    def rows(query: str) -> tuple[Row, ...]:
        return tuple(connection.execute(query, (page_id,)))

    page = next(iter(rows("SELECT * FROM pages WHERE id = ?")), None)
    if page is None:
        return None
    articles = rows(f"SELECT {_COLUMNS_OF_ARTICLE} FROM articles WHERE page_id = ?")  # noqa: S608  (a constant above)
    if not articles:
        raise ValueError(f"page {page_id} has no article")
    return BundleRows(
        page=page,
        parts=rows("SELECT * FROM parts WHERE page_id = ?"),
        raw=next(iter(rows("SELECT * FROM raws WHERE page_id = ?")), None),
        article=articles[0],
        readings=rows("SELECT * FROM readings WHERE page_id = ? ORDER BY field, position"),
        conflicts=rows("SELECT * FROM conflicts WHERE page_id = ? ORDER BY position"),
        ledger=rows("SELECT * FROM ledger WHERE page_id = ? ORDER BY position"),
        times=rows("SELECT * FROM times WHERE page_id = ? ORDER BY position"),
        findings=FindingRows(
            **{
                table: rows(f"SELECT * FROM {table} WHERE page_id = ? ORDER BY {order}")  # noqa: S608  (constants)
                for table, (_, order) in TABLES.items()
            }
        ),
    )


def put(connection: sqlite3.Connection, outcome: Outcome, maker_set: str) -> Added:
    """Add what became of one item; what is there already stays, or gives way, whatever the order of adding.

    Raises:
        ValueError: the outcome has neither bundle nor failure, or both.
    """
    if outcome.bundle is not None and outcome.failure is None:
        return _put_bundle(connection, outcome, outcome.bundle, maker_set)
    if outcome.failure is not None and outcome.bundle is None:
        return _put_failure(connection, outcome.fetch, outcome.failure, maker_set)
    raise ValueError(f"the outcome of item {outcome.digest} must hold a bundle or a failure")


def fetch_page(connection: sqlite3.Connection, page_id: str) -> StoredPage | None:
    """Return a page as it stands, or None when it is not there."""
    rows = fetch_rows(connection, page_id)
    if rows is None:
        return None
    query = "SELECT digest, location, url, fetched FROM fetches WHERE page_id = ?"
    places = connection.execute(query, (page_id,)).fetchall()
    return StoredPage(
        rows=rows,
        places=tuple(
            (digest, Fetch(location=location, url=url, fetched=fetched)) for digest, location, url, fetched in places
        ),
    )


def take(connection: sqlite3.Connection, page: StoredPage) -> Added:
    """Add a page of another chronicle of the same makers; as in `put`, what the smallest item gives stands.

    Of two that are of one item, one with raw bytes stands.
    """
    page_id, item = page.rows.page[:2]
    query = "SELECT item, EXISTS (SELECT 1 FROM raws WHERE page_id = id) FROM pages WHERE id = ?"
    found = connection.execute(query, (page_id,)).fetchone()
    if found is None or (item, page.rows.raw is None) < (found[0], not found[1]):
        _rewrite_page(connection, page.rows, exists=found is not None)
    fetches = sum(put_fetch(connection, digest, str(page_id), fetch) for digest, fetch in page.places)
    new = int(found is None)
    return Added(pages=new, articles=new, times=new * len(page.rows.times), fetches=fetches)


def put_fetch(connection: sqlite3.Connection, digest: str, page_id: str, fetch: Fetch) -> bool:
    """Add a place of an item; True when it was not there."""
    row = (digest, page_id, *place_of(fetch))
    return connection.execute("INSERT OR IGNORE INTO fetches VALUES (?, ?, ?, ?, ?)", row).rowcount > 0


def note(connection: sqlite3.Connection, digest: str, fetch: Fetch, maker_set: str) -> bool:
    """Add one more place of an item that was read, or that failed; True when a row was added."""
    page_id = page_of_item(connection, digest)
    if page_id is not None:
        return put_fetch(connection, digest, page_id, fetch)
    query = "SELECT code, reason FROM failures WHERE digest = ? ORDER BY code = 'resource', code, reason LIMIT 1"
    failed = connection.execute(query, (digest,)).fetchone() if digest else None
    if failed is None:
        return False
    row = failure_of(place_of(fetch)[0], FailureCode(failed[0]), failed[1], digest)
    return _put_failure(connection, fetch, row, maker_set).failures > 0


def page_of_item(connection: sqlite3.Connection, digest: str) -> str | None:
    """Return the page that an item was read as, or None."""
    row = connection.execute("SELECT page_id FROM fetches WHERE digest = ? LIMIT 1", (digest,)).fetchone()
    return row[0] if row else None


def rewrite(connection: sqlite3.Connection, outcome: Outcome, maker_set: str) -> Added:
    """Put what was derived anew in the place of the page of the same item; see `ChronicleWriter.replace`."""
    if outcome.bundle is None:
        return _rewrite_as_failure(connection, outcome, maker_set)
    return put(connection, outcome, maker_set)


def drop(connection: sqlite3.Connection, page_id: str) -> int:
    """Remove a page and all that came from it, its places and their failures too; return how many rows went."""
    gone = sum(connection.execute(query, (page_id,)).rowcount for query in _DERIVED)
    failures = (
        "DELETE FROM failures WHERE digest IN (SELECT digest FROM fetches WHERE page_id = ?1)"
        " OR digest IN (SELECT item FROM pages WHERE id = ?1)"
    )
    for query in (failures, "DELETE FROM fetches WHERE page_id = ?1", "DELETE FROM pages WHERE id = ?1"):
        gone += connection.execute(query, (page_id,)).rowcount
    return gone


def place_of(fetch: Fetch) -> tuple[str, str | None, str | None]:
    """Return location, url and time of a fetch as the store can hold them.

    A file name that is not UTF-8 reaches Python with lone surrogates, which SQLite refuses; they become U+FFFD.
    """
    return storable(fetch.location), fetch.url and storable(fetch.url), fetch.fetched


def storable(text: str) -> str:
    """Return the text with U+FFFD for each lone surrogate."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _put_bundle(connection: sqlite3.Connection, outcome: Outcome, bundle: Bundle, maker_set: str) -> Added:
    digest, page_id = outcome.digest, bundle.page.id
    found = connection.execute("SELECT item, maker_set FROM pages WHERE id = ?", (page_id,)).fetchone()
    added = Added()
    if found is None or digest < found[0] or (digest == found[0] and maker_set != found[1]):
        _rewrite_page(connection, pack(bundle, digest, maker_set), exists=found is not None)
        if found is None:
            added = Added(pages=1, articles=1, times=len(bundle.times or ()))
    for old in _pages_made_of(connection, digest):
        if old != page_id:
            # Other stages read the item as another page: its places follow it.
            connection.execute("UPDATE fetches SET page_id = ? WHERE page_id = ?", (page_id, old))
            drop(connection, old)
    fetches = int(put_fetch(connection, digest, page_id, outcome.fetch))
    fetches += _failures_to_fetches(connection, digest, page_id, outcome.fetch)
    return added + Added(fetches=fetches)


def _rewrite_page(connection: sqlite3.Connection, rows: BundleRows, *, exists: bool) -> None:
    if exists:
        for query in _DERIVED:
            connection.execute(query, (rows.page[0],))
    insert = "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    update = (
        "UPDATE pages SET id = ?, item = ?, uri = ?, media = ?, encoding = ?, projection = ?, partial = ?,"
        " maker_set = ?, breaks = ?, hidden = ?, text = ? WHERE id = ?"
    )
    connection.execute(*((update, (*rows.page, rows.page[0])) if exists else (insert, rows.page)))
    if rows.raw is not None:
        connection.execute("INSERT INTO raws VALUES (?, ?, ?, ?, ?)", rows.raw)
    places = ", ".join("?" * len(rows.article))
    connection.execute(f"INSERT INTO articles ({_COLUMNS_OF_ARTICLE}) VALUES ({places})", rows.article)  # noqa: S608  (constant)
    many: tuple[tuple[str, Iterable[Row]], ...] = (
        ("INSERT INTO parts VALUES (?, ?, ?)", rows.parts),
        ("INSERT INTO readings VALUES (?, ?, ?, ?, ?, ?)", rows.readings),
        ("INSERT INTO conflicts VALUES (?, ?, ?, ?, ?, ?, ?)", rows.conflicts),
        ("INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows.ledger),
        ("INSERT INTO times VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows.times),
        *(
            (f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})", getattr(rows.findings, table))  # noqa: S608  (constants)
            for table, (columns, _) in TABLES.items()
        ),
    )
    for query, values in many:
        connection.executemany(query, values)


def _failures_to_fetches(connection: sqlite3.Connection, digest: str, page_id: str, fetch: Fetch) -> int:
    """Turn the failures of an item that was read after all into places of it; return how many were added.

    A failure without a digest is of a whole input: it goes when that very location was read.
    """
    places = connection.execute("SELECT location, url, fetched FROM failures WHERE digest = ?", (digest,)).fetchall()
    added = sum(
        put_fetch(connection, digest, page_id, Fetch(location=location, url=url, fetched=fetched))
        for location, url, fetched in places
    )
    stale = "DELETE FROM failures WHERE digest = ? OR (digest = '' AND location = ?)"
    connection.execute(stale, (digest, place_of(fetch)[0]))
    return added


def _put_failure(connection: sqlite3.Connection, fetch: Fetch, failed: Failure, maker_set: str) -> Added:
    if failed.digest:
        page_id = page_of_item(connection, failed.digest)
        if page_id is not None:
            return Added(fetches=int(put_fetch(connection, failed.digest, page_id, fetch)))
    _, url, fetched = place_of(fetch)
    location, reason = storable(failed.location), storable(failed.reason)
    row = (failed.id, failed.digest, location, url, fetched, failed.code, reason, maker_set)
    query = "SELECT code, reason, maker_set FROM failures WHERE id = ?"
    found = connection.execute(query, (failed.id,)).fetchone()
    if found is None:
        connection.execute("INSERT INTO failures VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        return Added(failures=1)
    if found[2] != maker_set or _rank(failed.code, reason) < _rank(found[0], found[1]):
        connection.execute("INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    return Added()


def _rank(code: str, reason: str) -> tuple[bool, str, str]:
    """Order the failures of one item: what says something of the page itself comes before a limit that was met."""
    return code == FailureCode.RESOURCE, code, reason


def _pages_made_of(connection: sqlite3.Connection, digest: str) -> list[str]:
    return [page_id for (page_id,) in connection.execute("SELECT id FROM pages WHERE item = ?", (digest,)).fetchall()]


def _rewrite_as_failure(connection: sqlite3.Connection, outcome: Outcome, maker_set: str) -> Added:
    failed, olds = outcome.failure, _pages_made_of(connection, outcome.digest)
    if failed is None or failed.code is FailureCode.RESOURCE or not olds:
        return Added()
    query = "SELECT location, url, fetched FROM fetches WHERE digest = ?"
    places = connection.execute(query, (outcome.digest,)).fetchall()
    for old in olds:
        drop(connection, old)
    added = Added()
    for location, url, fetched in places:
        row = failure_of(location, failed.code, failed.reason, outcome.digest)
        fetch = Fetch(location=location, url=url, fetched=fetched)
        added += _put_failure(connection, fetch, row, maker_set)
    return added
