"""Files of tables beside the side tables: what is made of a chronicle for readers, and thrown away after."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from kronik.chronicle.closing import Closing


class Tables(Closing):
    """A connection to such a file; a context manager. It belongs to the thread that opened it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def create(cls, target: Path, script: str, **beside: Path) -> Self:
        """Return an empty file at a path where there is none, with the tables of a script.

        Args:
            target: path.
            script: statements that make the tables.
            beside: other files by the name under which statements find them; read only.
        """
        store = sqlite3.connect(target, isolation_level=None, uri=True)
        store.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + script)
        attach(store, beside)
        store.execute("BEGIN")
        return cls(store)

    @classmethod
    def open(cls, path: Path, **beside: Path) -> Self:
        """Return a file that is there, read only, with others beside it."""
        store = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", isolation_level=None, uri=True)
        attach(store, beside)
        return cls(store)

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows of a question."""
        return self._connection.execute(query, values).fetchall()

    def write(self, query: str, rows: Iterable[Sequence[object]]) -> None:
        """Write rows."""
        self._connection.executemany(query, rows)

    def finish(self, script: str) -> None:
        """Keep what was written, and lay what a script tells over it."""
        self._connection.execute("COMMIT")
        self._connection.executescript(script + "ANALYZE main;")

    def close(self) -> None:
        """Close the file. Closing twice does nothing."""
        self._connection.close()


def attach(store: sqlite3.Connection, beside: Mapping[str, Path]) -> None:
    """Let statements find other files, read only, by these names. The connection must take addresses for paths."""
    for name, path in beside.items():
        store.execute(f"ATTACH ? AS {name}", (f"{path.absolute().as_uri()}?mode=ro",))
