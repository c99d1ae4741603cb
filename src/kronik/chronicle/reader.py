"""Reading a chronicle, also while a build writes to it."""

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, Self

from kronik.chronicle import schema, stored
from kronik.chronicle.closing import Closing
from kronik.chronicle.finding_queries import (
    ACTORS,
    PLACES,
    REPORTS,
    STATEMENTS,
    ActorRow,
    FindingFilter,
    PlaceRow,
    ReportRow,
    StatementRow,
    reports_condition,
    statements_condition,
    words_condition,
)
from kronik.chronicle.parts import Parts, parts_in, parts_of_page
from kronik.chronicle.queries import ARTICLES, SEARCH, Condition, condition_of, match_of
from kronik.chronicle.rows import (
    SNIPPET_CLOSE,
    SNIPPET_OPEN,
    ArticleFilter,
    ArticleRow,
    ChronicleInfo,
    Count,
    Coverage,
    DailyCount,
    SearchHit,
    VerdictCount,
)
from kronik.chronicle.values import Row
from kronik.errors import ChronicleError, UsageError
from kronik.records.articles import Reason, Verdict
from kronik.records.bundles import Bundle, Maker
from kronik.records.failures import Failure, FailureCode
from kronik.records.identifiers import identify
from kronik.records.pages import Fetch

__all__ = ["ArticleFilter", "ArticleRow", "Chronicle", "ChronicleInfo", "DailyCount", "SearchHit", "VerdictCount"]

SHORTEST_PREFIX = 6
"""Fewest characters of an id that stand for it: fewer would soon be ambiguous."""

SNIPPET_WORDS = 24
"""Words of a snippet: about two lines of a terminal."""

SCORE_DECIMALS = 4

_ARTICLE_FIELDS = tuple(field.name for field in fields(ArticleRow))
_HEX = re.compile(r"[0-9a-f]+")
_COUNTED = (
    "actors", "articles", "conflicts", "failures", "fetches", "figures", "ledger", "mentions", "pages", "places",
    "readings", "reports", "statements", "times",
)  # fmt: skip
_COUNTS = tuple((table, f"SELECT count(*) FROM {table}") for table in _COUNTED)  # noqa: S608  (constants)


class Chronicle(Closing):
    """A read-only connection to a chronicle; a context manager. It belongs to the thread that opened it."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Open the chronicle at ``path``.

        Raises:
            ChronicleError: there is none, it is none, or it is damaged.
            VersionError: it has a format that this version does not read.
        """
        schema.check_sqlite()
        path = Path(path)
        if not path.exists():
            raise ChronicleError(f"there is no chronicle at {path}")
        if schema.is_new(path):
            raise ChronicleError(f"{path} is not a chronicle: it is empty")
        with schema.sqlite_told(path):
            connection = schema.connect(path, read_only=True)
            try:
                schema.check_format(connection, path)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection)

    @property
    def path(self) -> Path:
        """Where the chronicle lies, as it was opened."""
        return self._path

    def stamps(self) -> dict[str, str]:
        """Return, by page id, what tells whether a page's rows were made anew: its item and who made them."""
        with schema.sqlite_told(self._path):
            rows = self._connection.execute("SELECT id, maker_set || ' ' || item FROM pages ORDER BY id")
            return dict(rows.fetchall())

    def info(self) -> ChronicleInfo:
        """Say what the chronicle is and holds."""
        with schema.faults_told(self._path):
            raw, pages = self._one("SELECT (SELECT count(*) FROM raws), (SELECT count(*) FROM pages)")
            outdated = "SELECT count(*) FROM pages WHERE maker_set <> (SELECT value FROM meta WHERE key = 'maker_set')"
            return ChronicleInfo(
                identity=schema.read_identity(self._connection),
                file_bytes=_file_bytes(self._path),
                tables=tuple(Count(name=name, count=self._one(query)[0]) for name, query in _COUNTS),
                failures=self._counts("SELECT code, count(*) FROM failures GROUP BY code ORDER BY code"),
                projections=self._counts(
                    "SELECT projection, count(*) FROM pages GROUP BY projection ORDER BY projection"
                ),
                pages_with_raw=raw,
                pages_without_raw=pages - raw,
                pages_outdated=self._one(outdated)[0],
                content=self._content(),
            )

    def makers(self, page_id: str) -> tuple[Maker, ...]:
        """Return the stages that made the rows of a page, in the order they ran."""
        with schema.faults_told(self._path):
            row = self._connection.execute("SELECT maker_set FROM pages WHERE id = ?", (page_id,)).fetchone()
            return schema.makers_of(self._connection, row[0]) if row else ()

    def resolve(self, name: str) -> str:
        """Return the page id that a unique prefix of 6 or more, or a uri (canonical or as fetched), means.

        Raises:
            UsageError: too short, unknown or ambiguous, in one line.
        """
        by_uri = (
            "SELECT id FROM pages WHERE uri = ?1 UNION SELECT page_id FROM fetches WHERE url = ?1 ORDER BY 1 LIMIT 3"
        )
        by_prefix = "SELECT id FROM pages WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id LIMIT 3"
        prefix = name.lower()
        with schema.sqlite_told(self._path):
            found = self._ids(by_uri, stored.storable(name))
            if not found and _HEX.fullmatch(prefix):
                if len(prefix) < SHORTEST_PREFIX:
                    raise UsageError(f"{name!r} is too short: give {SHORTEST_PREFIX} or more characters of an id")
                found = self._ids(by_prefix, prefix)
        if not found:
            raise UsageError(f"no page has the id or uri {name!r}")
        if len(found) > 1:
            some = ", ".join(page_id[: 2 * SHORTEST_PREFIX] for page_id in found[:2])
            raise UsageError(f"{name!r} means more than one page: {some}{', ...' if len(found) > 2 else ''}")
        return found[0]

    def revisions(self, uri: str) -> tuple[str, ...]:
        """Return the ids of the pages of the article at a canonical uri, the latest last; empty when there is none."""
        query = (
            "SELECT page_id FROM revision_list"
            " WHERE article IN (SELECT article FROM revision_list WHERE uri = ?) ORDER BY revision"
        )
        with schema.sqlite_told(self._path):
            return tuple(self._ids(query, stored.storable(uri)))

    def parts(self, uri: str) -> Parts | None:
        """Return the parts of the article that the page at a canonical uri is one of; None where it is the only one."""
        with schema.sqlite_told(self._path):
            return parts_of_page(parts_in(self._connection), stored.storable(uri))

    def bundle(self, page_id: str) -> Bundle:
        """Return the bundle of a page, exactly as it was added. Raises UsageError when it is not there."""
        with schema.faults_told(self._path):
            bundle = stored.fetch_bundle(self._connection, page_id)
        if bundle is None:
            raise UsageError(f"no page has the id {page_id!r}")
        return bundle

    def bundles(self) -> Iterator[Bundle]:
        """Yield every bundle by page id, as of the moment of the first: the open query holds that state."""
        with schema.faults_told(self._path):
            for (page_id,) in self._connection.execute("SELECT id FROM pages ORDER BY id"):
                bundle = stored.fetch_bundle(self._connection, page_id)
                if bundle is not None:
                    yield bundle

    def fetches(self, page_id: str) -> tuple[Fetch, ...]:
        """Return where and when a page was found, by location."""
        query = "SELECT DISTINCT location, url, fetched FROM fetches WHERE page_id = ? ORDER BY location, url, fetched"
        with schema.sqlite_told(self._path):
            rows = self._connection.execute(query, (page_id,)).fetchall()
        return tuple(Fetch(location=location, url=url, fetched=fetched) for location, url, fetched in rows)

    def failures(self) -> Iterator[Failure]:
        """Yield every failure by id."""
        query = "SELECT id, location, code, reason, digest FROM failures ORDER BY id"
        with schema.faults_told(self._path):
            for failure_id, location, code, reason, digest in self._connection.execute(query):
                yield Failure(id=failure_id, location=location, code=FailureCode(code), reason=reason, digest=digest)

    def stored_pages(self) -> Iterator[stored.StoredPage]:
        """Yield every page with its places as they stand in the file, by id, as of the moment of the first."""
        with schema.sqlite_told(self._path):
            for (page_id,) in self._connection.execute("SELECT id FROM pages ORDER BY id"):
                page = stored.fetch_page(self._connection, page_id)
                if page is not None:
                    yield page

    def failed_places(self) -> Iterator[tuple[Fetch, Failure]]:
        """Yield every failure with the place of its item, by id."""
        query = "SELECT id, location, code, reason, digest, url, fetched FROM failures ORDER BY id"
        with schema.faults_told(self._path):
            for failure_id, location, code, reason, digest, url, fetched in self._connection.execute(query):
                yield (
                    Fetch(location=location, url=url, fetched=fetched),
                    Failure(id=failure_id, location=location, code=FailureCode(code), reason=reason, digest=digest),
                )

    def articles(self, where: ArticleFilter, *, limit: int | None = None) -> Iterator[ArticleRow]:
        """Yield articles by publication day (those without one last), then id. Raises UsageError for a bad day."""
        condition = condition_of(where)
        query = ARTICLES.format(condition=condition.sql)
        parameters = {**dict(condition.parameters), "limit": -1 if limit is None else limit}
        with schema.sqlite_told(self._path):
            for row in self._connection.execute(query, parameters):
                yield _article_row(row)

    def search(self, words: str, where: ArticleFilter, *, limit: int) -> Iterator[SearchHit]:
        """Yield the articles that hold every word, best first, ties by id.

        Words are found whole, whatever their case and accents. Raises UsageError for a bad day.
        """
        condition, match = condition_of(where), match_of(stored.storable(words))
        if match is None:
            return
        query = SEARCH.format(condition=condition.sql)
        marks = {"open": SNIPPET_OPEN, "close": SNIPPET_CLOSE, "words": SNIPPET_WORDS, "decimals": SCORE_DECIMALS}
        parameters = {**dict(condition.parameters), **marks, "match": match, "limit": limit}
        with schema.sqlite_told(self._path):
            for *row, snippet, score in self._connection.execute(query, parameters):
                yield SearchHit(row=_article_row(row), snippet=" ".join(snippet.split()), score=score)

    def reports(self, where: FindingFilter, *, limit: int | None = None) -> Iterator[ReportRow]:
        """Yield reports by day of the event (those without one last), then id. Raises UsageError for a bad day."""
        yield from map(ReportRow._make, self._found(REPORTS, reports_condition(where), limit))

    def statements(self, where: FindingFilter, *, limit: int | None = None) -> Iterator[StatementRow]:
        """Yield statements by day of publication, then place. Raises UsageError for a bad day."""
        yield from map(StatementRow._make, self._found(STATEMENTS, statements_condition(where), limit))

    def actors(self, words: str | None = None, *, limit: int | None = None) -> Iterator[ActorRow]:
        """Yield actors whose name contains the words, by number of articles."""
        yield from map(ActorRow._make, self._found(ACTORS, words_condition(words), limit))

    def places(
        self, words: str | None = None, *, country: str | None = None, limit: int | None = None
    ) -> Iterator[PlaceRow]:
        """Yield units whose name contains the words, or that lie in a country (alpha-3), by number of mentions."""
        yield from map(PlaceRow._make, self._found(PLACES, words_condition(words, country), limit))

    def protecting_pages(self) -> tuple[str, ...]:
        """Return the ids of the pages that protect the name of an actor."""
        query = "SELECT DISTINCT page_id FROM actors WHERE protection IS NOT NULL ORDER BY page_id"
        with schema.sqlite_told(self._path):
            return tuple(page_id for (page_id,) in self._connection.execute(query))

    def report_named(self, prefix: str) -> tuple[str, str] | None:
        """Return page id and id of the one report whose id is this, or begins so; None when none or several do."""
        if not _HEX.fullmatch(prefix) or len(prefix) < SHORTEST_PREFIX:
            return None
        query = "SELECT page_id, id FROM reports WHERE id >= ? AND id < ? ORDER BY id LIMIT 2"
        with schema.sqlite_told(self._path):
            found = self._connection.execute(query, (prefix, prefix + "g")).fetchall()
        return (found[0][0], found[0][1]) if len(found) == 1 else None

    def daily_counts(self) -> tuple[DailyCount, ...]:
        """Count articles by day and outlet, the latest revision of each article only; days and outlets unknown last."""
        query = (
            "SELECT published, outlet, count(*) FROM articles JOIN revision_list USING (page_id) WHERE latest"
            " GROUP BY published, outlet ORDER BY published IS NULL, published, outlet IS NULL, outlet"
        )
        with schema.sqlite_told(self._path):
            rows = self._connection.execute(query).fetchall()
        return tuple(DailyCount(day=day, outlet=outlet, articles=count) for day, outlet, count in rows)

    def coverage(self) -> tuple[Coverage, ...]:
        """Count articles by outlet and day, and those that are not whole; outlets and days unknown last.

        An article of several pages counts once, and is whole where all of them are there.
        """
        query = (
            "SELECT published, outlet, count(*),"
            " total(completeness = 'cut' AND page_id NOT IN (SELECT value FROM json_each(:joined))),"
            " total(completeness = 'partial'), total(length(prose) + ifnull(("
            "SELECT value FROM json_each(:behind) WHERE key = page_id), 0))"
            " FROM articles JOIN revision_list USING (page_id) WHERE latest"
            " GROUP BY outlet, published ORDER BY outlet IS NULL, outlet, published IS NULL, published"
        )
        with schema.sqlite_told(self._path):
            several = parts_in(self._connection)
            behind = {one.parts[0].page_id: sum(part.prose_chars for part in one.parts[1:]) for one in several}
            told = {
                "joined": json.dumps([one.parts[0].page_id for one in several if one.whole]),
                "behind": json.dumps(behind),
            }
            rows = self._connection.execute(query, told).fetchall()
        return tuple(
            Coverage(
                day=day, outlet=outlet, articles=count, cut=int(cut), partial=int(partial), prose_chars=int(characters)
            )
            for day, outlet, count, cut, partial, characters in rows
        )

    def verdict_counts(self, page_id: str | None = None) -> tuple[VerdictCount, ...]:
        """Count characters by verdict and reason: of one page or, with None, of the whole chronicle."""
        query = (
            "SELECT verdict, reason, sum(end_char - start_char), count(*) FROM ledger"
            " WHERE ?1 IS NULL OR page_id = ?1 GROUP BY verdict, reason ORDER BY verdict, reason"
        )
        with schema.faults_told(self._path):
            return tuple(
                VerdictCount(
                    verdict=Verdict(verdict),
                    reason=None if reason is None else Reason(reason),
                    characters=characters,
                    entries=entries,
                )
                for verdict, reason, characters, entries in self._connection.execute(query, (page_id,))
            )

    def close(self) -> None:
        """Close the connection. Closing twice does nothing.

        A stream that was not read to its end holds its state of the file until it is closed, too.
        """
        self._connection.close()

    def rows(self, query: str) -> Iterator[Row]:
        """Yield the rows of one of the exports' own queries, as of the moment of the first."""
        with schema.sqlite_told(self._path):
            yield from self._connection.execute(query)

    def _found(self, query: str, condition: Condition, limit: int | None) -> Iterator[Row]:
        parameters = {
            "words": None,
            "country": None,
            **dict(condition.parameters),
            "limit": -1 if limit is None else limit,
        }
        with schema.sqlite_told(self._path):
            yield from self._connection.execute(query.format(condition=condition.sql), parameters)

    def _one(self, query: str) -> tuple[int, ...]:
        return tuple(self._connection.execute(query).fetchone())

    def _ids(self, query: str, value: str) -> list[str]:
        return [row[0] for row in self._connection.execute(query, (value,))]

    def _counts(self, query: str) -> tuple[Count, ...]:
        return tuple(Count(name=name, count=count) for name, count in self._connection.execute(query))

    def _content(self) -> str:
        """Return the digest of the page ids: a chain, so that nothing needs to be held."""
        digest = identify("content")
        for (page_id,) in self._connection.execute("SELECT id FROM pages ORDER BY id"):
            digest = identify("content", digest, page_id)
        return digest


def _file_bytes(path: Path) -> int:
    log = path.with_name(path.name + "-wal")
    return path.stat().st_size + (log.stat().st_size if log.exists() else 0)


def _article_row(row: Sequence[Any]) -> ArticleRow:
    return ArticleRow(**dict(zip(_ARTICLE_FIELDS, row, strict=True)))
