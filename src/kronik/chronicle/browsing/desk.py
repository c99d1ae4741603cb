"""Where a reader sits: a read-only connection to a chronicle with its side tables beside it."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Self

from kronik.chronicle import schema
from kronik.chronicle.browsing.asking import ACTORS, ARTICLES, REPORTS, Asked, Source, condition
from kronik.chronicle.browsing.tables import attach
from kronik.chronicle.closing import Closing
from kronik.chronicle.queries import Condition, match_of
from kronik.chronicle.rows import SNIPPET_CLOSE, SNIPPET_OPEN
from kronik.chronicle.values import Row, Value, whole_of
from kronik.records.masking import MASK

SNIPPET_WORDS = 32
"""Words of a snippet: two lines of a page."""

_WORD = re.compile(r"\w+")


class Identity(NamedTuple):
    """An actor across articles; the order is that of the list of actors."""

    key: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    known: str | None
    articles: int
    statements: int
    acting: int
    receiving: int


class Form(NamedTuple):
    """A name under which an actor stands, and in how many articles."""

    name: str
    articles: int


class Partner(NamedTuple):
    """Who stands on the other side of reports, and in how many."""

    key: str
    name: str
    reports: int


class Desk(Closing):
    """A read-only connection; a context manager. It belongs to the thread that opened it."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    @classmethod
    def open(cls, chronicle: Path, side: Path, **more: Path | None) -> Self:
        """Open a chronicle and the side tables that `make_tables` wrote for it, and files of more tables by name.

        Raises:
            ChronicleError: the file is damaged or gone.
        """
        with schema.sqlite_told(chronicle):
            connection = schema.connect(chronicle, read_only=True)
            attach(connection, {"side": side, **{name: file for name, file in more.items() if file is not None}})
            connection.execute("PRAGMA query_only = ON")
        return cls(chronicle, connection)

    def cells(self, source: Source, asked: Asked) -> tuple[Row, ...]:
        """Count the rows of a list by the values of its facets, in their order, the count last."""
        where = condition(source, asked, {})
        columns = ", ".join(source.facets.values())
        numbers = ", ".join(str(at) for at in range(1, len(source.facets) + 1))
        query = f"SELECT {columns}, count(*) FROM {_tables(source, where)} WHERE {where.sql} GROUP BY {numbers}"  # noqa: S608  (constants)
        return tuple(self._rows(query, where))

    def count(self, source: Source, asked: Asked) -> int:
        """Count the rows of a list; for reports of articles that hold words the articles are counted through."""
        if source is REPORTS and asked == Asked(words=asked.words):
            where = condition(ARTICLES, asked, {})
            query = f"SELECT ifnull(sum(t.reports), 0) FROM side.article AS t WHERE {where.sql}"  # noqa: S608  (constants)
        else:
            where = condition(source, asked, {})
            query = f"SELECT count(*) FROM {_tables(source, where)} WHERE {where.sql}"  # noqa: S608  (constants)
        return whole_of(next(self._rows(query, where))[0])

    def listed(self, source: Source, asked: Asked, facets: dict[str, str], *, first: int, most: int) -> tuple[Row, ...]:
        """Return rows of a list in its own order, from ``first`` (0 is the first) on; ``most`` of them, -1 for all."""
        where = condition(source, asked, facets)
        columns = ", ".join(source.columns.values())
        tables = f"side.{source.name} AS t"
        if source.name in {"statement", "report"}:
            tables += " JOIN side.article AS a ON a.place = t.article"
        query = f"SELECT {columns} FROM {tables} WHERE {where.sql} ORDER BY {_order(source)} LIMIT :most OFFSET :first"  # noqa: S608  (constants)
        return tuple(self._rows(query, where, first=first, most=most))

    def first(self, source: Source, asked: Asked, *, most: int) -> tuple[dict[str, Value], ...]:
        """Return the first rows of a list in its own order, by name of the column."""
        return tuple(map(source.named, self.listed(source, asked, {}, first=0, most=most)))

    def best(self, asked: Asked, facets: dict[str, str], *, first: int, most: int) -> tuple[Row, ...]:
        """Return the articles that hold the words that are asked for, best first."""
        where = condition(ARTICLES, asked, facets)
        columns = ", ".join(ARTICLES.columns.values())
        query = (
            f"SELECT {columns} FROM main.article_words JOIN side.article AS t ON t.number = article_words.rowid"  # noqa: S608  (constants)
            f" WHERE article_words MATCH :match AND {where.sql}"
            " ORDER BY bm25(article_words), t.place LIMIT :most OFFSET :first"
        )
        return tuple(self._rows(query, where, first=first, most=most))

    def snippet(self, page_id: str, words: str) -> str:
        """Return a line of an article around the words; what was found stands between marks (`SNIPPET_OPEN`).

        The search index holds the text as it is, so that the words of protected names are masked here one by one: the
        line may begin in the middle of a name.
        """
        query = (
            "SELECT snippet(article_words, -1, :open, :close, '…', :words) FROM article_words WHERE rowid ="
            " (SELECT number FROM main.articles WHERE page_id = :page) AND article_words MATCH :match"
        )
        values = {"open": SNIPPET_OPEN, "close": SNIPPET_CLOSE, "words": SNIPPET_WORDS, "page": page_id}
        guards = "SELECT g.word FROM side.guarded AS g JOIN main.articles AS a USING (number) WHERE a.page_id = :page"
        with schema.sqlite_told(self._path):
            row = self._connection.execute(query, {**values, "match": match_of(words)}).fetchone()
            guarded = frozenset(word for (word,) in self._connection.execute(guards, values))
        line = " ".join(row[0].split()) if row else ""
        return _WORD.sub(lambda found: _masked(found[0], guarded), line) if guarded else line

    def article(self, page_id: str) -> dict[str, Value] | None:
        """Return the row of an article in the list of articles, by name of the column; None when there is none."""
        columns = ", ".join(ARTICLES.columns.values())
        query = f"SELECT {columns} FROM side.article AS t WHERE page_id = :page"  # noqa: S608  (constants)
        found = next(self._rows(query, Condition("", (("page", page_id),))), None)
        return None if found is None else ARTICLES.named(found)

    def single(self, source: Source, name: str) -> dict[str, Value] | None:
        """Return the row of the statement or report of an id, by name of the column; None when there is none."""
        columns = ", ".join(source.columns.values())
        query = (
            f"SELECT {columns} FROM side.{source.name} AS t JOIN side.article AS a ON a.place = t.article"  # noqa: S608  (constants)
            f" WHERE t.{source.name}_id = :name"
        )
        found = next(self._rows(query, Condition("", (("name", name),))), None)
        return None if found is None else source.named(found)

    def number_in_article(self, source: Source, name: str) -> int:
        """Return which of its article's statements or reports one is, from 1."""
        query = (
            f"SELECT count(*) FROM side.{source.name} AS t JOIN side.{source.name} AS u ON u.article = t.article"  # noqa: S608  (constants)
            f" WHERE t.{source.name}_id = :name AND u.place <= t.place"
        )
        return whole_of(next(self._rows(query, Condition("", (("name", name),))))[0])

    def revisions(self, page_id: str) -> tuple[str, ...]:
        """Return the ids of the pages of the same article, the oldest first; empty when there is no such page."""
        query = (
            "SELECT page_id FROM side.article WHERE chain = (SELECT chain FROM side.article WHERE page_id = :page)"
            " ORDER BY revision"
        )
        return tuple(str(page) for (page,) in self._rows(query, Condition("", (("page", page_id),))))

    def identity(self, key: str) -> Identity | None:
        """Return the actor of a key; None when there is none."""
        columns = ", ".join(ACTORS.columns.values())
        query = f"SELECT {columns} FROM side.identity AS t WHERE key = :key"  # noqa: S608  (constants)
        found = next(self._rows(query, Condition("", (("key", key),))), None)
        return None if found is None else Identity._make(found)

    def forms(self, key: str) -> tuple[Form, ...]:
        """Return the names of an actor, the most frequent first."""
        query = (
            "SELECT f.name, f.articles FROM side.form AS f JOIN side.identity AS i ON i.id = f.identity"
            " WHERE i.key = :key ORDER BY f.articles DESC, f.name"
        )
        return tuple(map(Form._make, self._rows(query, Condition("", (("key", key),)))))

    def partners(self, key: str, *, most: int) -> tuple[Partner, ...]:
        """Return those whom reports name on the other side of an actor, the most frequent first."""
        query = """
            SELECT p.key, p.name, count(DISTINCT theirs.report)
            FROM side.identity AS i JOIN side.taking AS mine ON mine.identity = i.id
            JOIN side.report AS r ON r.place = mine.report
            CROSS JOIN side.taking AS theirs ON theirs.report = r.place AND theirs.role <> mine.role
            JOIN side.identity AS p ON p.id = theirs.identity
            WHERE i.key = :key AND mine.role IN ('actor', 'recipient') AND p.id <> i.id
            GROUP BY p.id ORDER BY 3 DESC, p.name, p.key LIMIT :most
        """
        return tuple(map(Partner._make, self._rows(query, Condition("", (("key", key),)), most=most)))

    def rows(self, query: str, **values: Value) -> tuple[Row, ...]:
        """Return the rows of one of the room's own questions."""
        return tuple(self._rows(query, Condition("", ()), **values))

    def close(self) -> None:
        """Close the connection. Closing twice does nothing."""
        self._connection.close()

    def _rows(self, query: str, where: Condition, **values: Value) -> Iterator[Row]:
        with schema.sqlite_told(self._path):
            yield from self._connection.execute(query, {**dict(where.parameters), **values})


def _masked(word: str, guarded: frozenset[str]) -> str:
    return MASK * len(word) if word.casefold() in guarded else word


def _tables(source: Source, where: Condition) -> str:
    joined = source.name in {"statement", "report"} and "a." in where.sql
    return f"side.{source.name} AS t" + (" JOIN side.article AS a ON a.place = t.article" if joined else "")


def _order(source: Source) -> str:
    return "t.articles DESC, t.name, t.id" if source.name == "identity" else "t.place"
