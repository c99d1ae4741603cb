"""Opening the file: is it a chronicle, of which format, by whom was it made."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import msgspec

from kronik.chronicle.identity import Identity
from kronik.errors import ChronicleError, VersionError
from kronik.records.bundles import Maker

FORMAT = 2
"""Version of the schema (``Identity.format`` and the file's ``user_version``)."""

APPLICATION_ID = 0x4B524E4B
"""``application_id`` in the file's header: KRNK."""

OLDEST_SQLITE = (3, 37, 0)
"""First version with STRICT tables."""

BUSY_SECONDS = 10.0
"""How long a connection waits for another one's lock; a build's transactions take well under a second."""

MAGIC = b"SQLite format 3\x00"


def check_sqlite() -> None:
    """Refuse a SQLite library that is too old. Raises ChronicleError."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = ".".join(str(number) for number in OLDEST_SQLITE)
        raise ChronicleError(f"SQLite {needed} or newer is needed; this Python has {sqlite3.sqlite_version}")


@contextmanager
def sqlite_told(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a ChronicleError that names the file."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise ChronicleError(f"{path} is in use by another program: try again when that has ended") from error
        raise ChronicleError(f"{path} cannot be used: {error}") from error
    except sqlite3.DatabaseError as error:
        raise ChronicleError(f"{path} is damaged: {error}") from error


@contextmanager
def faults_told(path: Path) -> Iterator[None]:
    """As `sqlite_told`, and a stored value that no record has is told in the same way."""
    with sqlite_told(path):
        try:
            yield
        except (zlib.error, msgspec.MsgspecError, ValueError) as error:
            raise ChronicleError(f"{path} is damaged: {error}") from error


def is_new(path: Path) -> bool:
    """Tell whether there is nothing at ``path`` yet, or an empty file.

    Raises:
        ChronicleError: what is there is no SQLite file, or cannot be read.
    """
    if not path.exists():
        return True
    if not path.is_file():
        raise ChronicleError(f"{path} is not a file")
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except OSError as error:
        raise ChronicleError(f"{path} cannot be read: {error.strerror}") from error
    if head and head != MAGIC:
        raise ChronicleError(f"{path} is not a chronicle")
    return not head


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Return a connection that begins no transaction by itself."""
    uri = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def is_blank(connection: sqlite3.Connection) -> bool:
    """Tell whether the file holds nothing at all, as when a build was killed before its first write."""
    marked = connection.execute("PRAGMA application_id").fetchone()[0]
    return not marked and connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0


def check_format(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse what is no chronicle, or one of another format.

    Raises:
        ChronicleError: no chronicle.
        VersionError: another format.
    """
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise ChronicleError(f"{path} is not a chronicle")
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found != FORMAT:
        raise VersionError(f"{path} has format {found} and this version reads format {FORMAT}: build it anew")


def create(connection: sqlite3.Connection, identity: Identity) -> None:
    """Lay out an empty file, in one transaction."""
    schema = files("kronik.chronicle").joinpath("schema.sql").read_text(encoding="utf-8")
    marks = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT};"
    connection.executescript(f"BEGIN IMMEDIATE; {marks} {schema}")
    write_identity(connection, identity)
    connection.execute("COMMIT")


def write_identity(connection: sqlite3.Connection, identity: Identity) -> None:
    """Say in the file who makes it, inside the caller's transaction."""
    meta = (
        ("kronik_version", identity.kronik_version),
        ("settings", identity.settings),
        ("maker_set", identity.makers),
    )
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta)
    rows = [(identity.makers, at, m.stage, m.version, m.settings) for at, m in enumerate(identity.stages)]
    connection.executemany("INSERT OR REPLACE INTO makers VALUES (?, ?, ?, ?, ?)", rows)


def read_identity(connection: sqlite3.Connection) -> Identity:
    """Return who made the file."""
    meta = dict(connection.execute("SELECT key, value FROM meta"))
    return Identity(
        kronik_version=meta.get("kronik_version", ""),
        format=connection.execute("PRAGMA user_version").fetchone()[0],
        settings=meta.get("settings", ""),
        stages=makers_of(connection, meta.get("maker_set", "")),
    )


def makers_of(connection: sqlite3.Connection, maker_set: str) -> tuple[Maker, ...]:
    """Return the stages of a set, in the order they ran."""
    query = "SELECT stage, version, settings FROM makers WHERE maker_set = ? ORDER BY position"
    return tuple(
        Maker(stage=stage, version=version, settings=settings)
        for stage, version, settings in connection.execute(query, (maker_set,))
    )
