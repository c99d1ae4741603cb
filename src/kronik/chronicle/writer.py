"""Writing a chronicle: one transaction a shard, one ordinary file at the end."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout

from kronik.chronicle import schema, stored
from kronik.chronicle.closing import Closing
from kronik.chronicle.identity import Identity
from kronik.chronicle.rows import Added
from kronik.chronicle.schema import FORMAT
from kronik.errors import ChronicleError, UsageError, VersionError
from kronik.records.bundles import Bundle, Outcome
from kronik.records.pages import Fetch, Item

__all__ = ["FORMAT", "Added", "ChronicleWriter", "Identity"]

LOCK_SUFFIX = ".lock"
LOCK_SECONDS = 0.5
"""How long a build waits for another one's lock: enough for one that is just ending."""

CACHE_KIBIBYTES = 16 * 1024
"""Page cache of the connection that writes. Ids are hashes, so rows land all over the file: with SQLite's own 2 MiB
most inserts would read a page first."""


class ChronicleWriter(Closing):
    """The one connection that writes to a chronicle; a context manager.

    Leaving the context without `finish` closes the file as it is: consistent, still in write-ahead mode.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: FileLock, identity: Identity) -> None:
        self._path = path
        self._connection = connection
        self._lock = lock
        self._makers = identity.makers
        self._closed = False

    @classmethod
    def open(cls, path: Path, identity: Identity, *, update: bool = False) -> Self:
        """Create or open the chronicle at ``path``.

        Raises:
            VersionError: another version or other settings made it, and ``update`` is False; or it has another format.
            ChronicleError: the file is no chronicle, or is damaged.
            UsageError: another build holds it, or its folder is missing.
        """
        schema.check_sqlite()
        lock = _locked(path)
        try:
            new = schema.is_new(path)
            with schema.sqlite_told(path):
                connection = schema.connect(path, read_only=False)
                try:
                    _prepare(connection, path, identity, new=new, update=update)
                except BaseException:
                    connection.close()
                    raise
        except BaseException:
            _unlocked(lock)
            raise
        return cls(path, connection, lock, identity)

    def known(self, digests: Sequence[str]) -> frozenset[str]:
        """Return the item digests that need no work: read already, or failed with a code other than ``resource``.

        What other stages or settings read, or failed at, does not count: these may do better.
        """
        read = "SELECT 1 FROM fetches JOIN pages ON id = page_id WHERE digest = ? AND maker_set = ? LIMIT 1"
        failed = "SELECT 1 FROM failures WHERE digest = ? AND code <> 'resource' AND maker_set = ? LIMIT 1"
        with schema.sqlite_told(self._path):
            return frozenset(
                digest
                for digest in digests
                if digest
                and (
                    self._connection.execute(read, (digest, self._makers)).fetchone()
                    or self._connection.execute(failed, (digest, self._makers)).fetchone()
                )
            )

    def note(self, digest: str, fetch: Fetch) -> bool:
        """Add one more place of a known item; True when a row was added. An unknown digest adds nothing."""
        with self._transaction():
            return stored.note(self._connection, digest, fetch, self._makers)

    def add(self, outcomes: Sequence[Outcome]) -> Added:
        """Add what became of some items, in one transaction.

        Two items that give the same page are one page: what the item with the smallest digest gives stands, in
        whatever order they come.

        Raises:
            ValueError: an outcome that is neither bundle nor failure; nothing is added.
        """
        with self._transaction():
            return sum((stored.put(self._connection, outcome, self._makers) for outcome in outcomes), Added())

    def take(self, pages: Sequence[stored.StoredPage]) -> Added:
        """Add pages of another chronicle of the same makers as they stand there, in one transaction."""
        with self._transaction():
            return sum((stored.take(self._connection, page) for page in pages), Added())

    def outdated(self) -> Iterator[str]:
        """Yield, by id, the pages that other stages or settings made; `replace` may run meanwhile."""
        query = "SELECT min(id) FROM pages WHERE maker_set <> ? AND id > ?"
        at = ""
        while True:
            with schema.sqlite_told(self._path):
                (found,) = self._connection.execute(query, (self._makers, at)).fetchone()
            if found is None:
                return
            yield found
            at = found

    def bundle(self, page_id: str) -> Bundle:
        """Return the bundle of a page. Raises UsageError when it is not there."""
        with schema.faults_told(self._path):
            bundle = stored.fetch_bundle(self._connection, page_id)
        if bundle is None:
            raise UsageError(f"no page {page_id} in {self._path}")
        return bundle

    def digest(self, page_id: str) -> str:
        """Return the digest of the item that a page was made of. Raises UsageError when it is not there."""
        with schema.sqlite_told(self._path):
            row = self._connection.execute("SELECT item FROM pages WHERE id = ?", (page_id,)).fetchone()
        if row is None:
            raise UsageError(f"no page {page_id} in {self._path}")
        return str(row[0])

    def item(self, page_id: str) -> Item | None:
        """Return the item that a page was made of, to derive it anew; None when its bytes were left out.

        Its fetch is the first of its places. Raises UsageError when the page is not there.
        """
        bundle = self.bundle(page_id)
        if bundle.raw is None:
            return None
        return Item(
            uri=bundle.page.uri,
            media=bundle.raw.media,
            encoding=bundle.raw.encoding,
            data=bundle.raw.data,
            fetch=self.fetch(page_id),
            partial=bundle.page.partial,
        )

    def fetch(self, page_id: str) -> Fetch:
        """Return the first place of a page, of the item that it was made of if that has one."""
        query = (
            "SELECT location, url, fetched FROM fetches WHERE page_id = ?"
            " ORDER BY digest <> ?, location, url, fetched LIMIT 1"
        )
        with schema.sqlite_told(self._path):
            row = self._connection.execute(query, (page_id, self.digest(page_id))).fetchone()
        location, url, fetched = row or (page_id, None, None)
        return Fetch(location=location, url=url, fetched=fetched)

    def replace(self, outcomes: Sequence[Outcome]) -> Added:
        """Put what was derived anew in the place of what came from the same items, in one transaction.

        Each outcome's digest is that of `item` or `digest` of an outdated page. A failure leaves the page as it is
        when its code is ``resource``; with another code it takes the page's place. Rows that take another row's place
        do not count as added.
        """
        with self._transaction():
            return sum((stored.rewrite(self._connection, outcome, self._makers) for outcome in outcomes), Added())

    def forget(self, page_id: str) -> int:
        """Remove a page and all that came from it; return how many rows went (0 when it is not there).

        The file is packed anew, so that none of its characters stay in it. Reads the whole file: not for many pages.

        Raises:
            ChronicleError: the page is gone, but somebody reads an older state, so that the file cannot be packed.
        """
        with schema.sqlite_told(self._path):
            with self._transaction():
                gone = stored.drop(self._connection, page_id)
                if gone:
                    # Merges the index into one segment: until then, words of what was removed stay in it.
                    self._connection.execute("INSERT INTO article_words (article_words) VALUES ('optimize')")
            if gone:
                self._connection.execute("VACUUM")
                (blocked, *_) = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                if blocked:
                    raise ChronicleError(
                        f"{self._path} is being read: the page is forgotten, but its characters stay in the file until"
                        " a build or another forgetting ends while nobody reads"
                    )
        return gone

    def finish(self) -> None:
        """Make one ordinary file of the chronicle and let it go: log written back, lock removed.

        While someone reads, the log cannot go: the file then stays as it is, whole and readable, and the next build
        that ends alone makes one file of it.
        """
        with suppress(sqlite3.OperationalError):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            self._connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        self.close()

    def close(self) -> None:
        """Close the file as it is and let the lock go. Closing twice does nothing."""
        if self._closed:
            return
        self._closed = True
        try:
            self._connection.close()
        finally:
            _unlocked(self._lock)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with schema.sqlite_told(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")


def _locked(path: Path) -> FileLock:
    """Take the lock of a chronicle; two builds never write to one file."""
    if not path.parent.is_dir():
        raise UsageError(f"{path} cannot be written: there is no folder {path.parent}")
    lock = FileLock(f"{path}{LOCK_SUFFIX}")
    try:
        lock.acquire(timeout=LOCK_SECONDS)
    except Timeout as error:
        raise UsageError(f"another build is writing to {path}") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error
    return lock


def _unlocked(lock: FileLock) -> None:
    """Let the lock go. Its file is removed while it is still held, so that nobody's fresh one is."""
    with suppress(OSError):
        Path(lock.lock_file).unlink(missing_ok=True)
    lock.release()


def _prepare(connection: sqlite3.Connection, path: Path, identity: Identity, *, new: bool, update: bool) -> None:
    """Lay out or check the file and turn the write-ahead log on. Nothing is written to a file that is refused."""
    fresh = new or schema.is_blank(connection)
    if not fresh:
        schema.check_format(connection, path)
        _check_identity(connection, path, identity, update=update)
    connection.execute("PRAGMA secure_delete = ON").fetchall()
    connection.execute("PRAGMA journal_mode = WAL").fetchall()
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIBIBYTES}")
    if fresh:
        schema.create(connection, identity)
    elif update:
        connection.execute("BEGIN IMMEDIATE")
        schema.write_identity(connection, identity)
        connection.execute("COMMIT")


def _check_identity(connection: sqlite3.Connection, path: Path, identity: Identity, *, update: bool) -> None:
    found = schema.read_identity(connection)
    differences = found.differences(identity)
    if identity.format != FORMAT or (differences and not update):
        raise VersionError(
            f"{path} was made by another version or with other settings ({'; '.join(differences)});"
            " --update goes on with it"
        )
    # An update that was stopped half way has named the new makers and left old pages.
    others = (
        "SELECT EXISTS (SELECT 1 FROM pages WHERE maker_set < ?1) OR EXISTS (SELECT 1 FROM pages WHERE maker_set > ?1)"
    )
    if not update and connection.execute(others, (identity.makers,)).fetchone()[0]:
        raise VersionError(f"{path} holds pages that other stages or settings made; --update goes on with them")
