"""The side file in which the groups of a set of articles are kept, with what it takes to add another article.

It is an SQLite file of its own; whatever is in it can be made again from the chronicle beside which it lies. Here is
only reading and writing: what is to be kept is decided in `growing`.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Self

from kronik.chronicle.closing import Closing
from kronik.grouping.packing import packed, packed_wording, unpacked, unpacked_wording
from kronik.records.reports import Part
from kronik.stories.entries import Entry
from kronik.stories.likeness import Likeness, Relation
from kronik.stories.wording import Wording

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE entries (
    id TEXT PRIMARY KEY, stamp TEXT NOT NULL, article TEXT NOT NULL, data BLOB NOT NULL,
    day INTEGER NOT NULL, current INTEGER NOT NULL, head TEXT, story TEXT
) STRICT;
CREATE INDEX entries_by_article ON entries (article);
CREATE INDEX entries_by_head ON entries (head) WHERE head <> id;
CREATE TABLE wordings (id TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT;
CREATE TABLE bands (
    key INTEGER NOT NULL, band INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (key, band, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE posts (
    word TEXT NOT NULL, day INTEGER NOT NULL, id TEXT NOT NULL, value REAL NOT NULL, PRIMARY KEY (word, day, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE likenesses (
    first TEXT NOT NULL, second TEXT NOT NULL, relation TEXT NOT NULL, first_in_second REAL NOT NULL,
    second_in_first REAL NOT NULL, covered REAL NOT NULL, folds INTEGER NOT NULL, PRIMARY KEY (first, second)
) STRICT, WITHOUT ROWID;
CREATE INDEX likenesses_by_second ON likenesses (second);
CREATE TABLE pairs (
    first TEXT NOT NULL, second TEXT NOT NULL, score REAL NOT NULL, parts TEXT, PRIMARY KEY (first, second)
) STRICT, WITHOUT ROWID;
CREATE INDEX pairs_by_second ON pairs (second);
"""
"""``head``: the article that stands for it in stories. ``wordings``: the words of those that stand for themselves.
``folds``: the two count as one article there. ``parts``: what a score is made of, for pairs that may hold a story
together. ``day``: number of the day of publication, 0 when unknown.
"""

Pair = tuple[str, str]


class Shelf(Closing):
    """A connection to a side file; a context manager. What is written stays only after `commit`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @classmethod
    def create(cls, path: str | Path) -> Self:
        """Open an empty side file at a path where there is none (``:memory:`` for one that is nowhere)."""
        connection = sqlite3.connect(path, isolation_level=None)
        connection.executescript(TABLES)
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("BEGIN")
        return cls(connection)

    @classmethod
    def open(cls, path: Path, *, read_only: bool) -> Self | None:
        """Open the side file at a path; None when there is none or it is damaged.

        Raises:
            sqlite3.OperationalError: another program writes to it.
        """
        if not path.exists():
            return None
        uri = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rw'}"
        connection = sqlite3.connect(uri, uri=True, isolation_level=None)
        try:
            if not read_only:
                connection.execute("PRAGMA secure_delete = ON")
            connection.execute("BEGIN" if read_only else "BEGIN IMMEDIATE")
            connection.execute("SELECT count(*) FROM meta")
        except sqlite3.DatabaseError as error:
            connection.close()
            if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
            return None
        return cls(connection)

    def close(self) -> None:
        """Close it; what was not kept by `commit` is gone."""
        self.connection.close()

    def commit(self) -> None:
        """Keep what was written since it was opened or since the last `commit`."""
        self.connection.execute("COMMIT")
        self.connection.execute("BEGIN")

    def note(self, name: str) -> str | None:
        """Return what was noted under a name."""
        row = self.connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def set_note(self, name: str, value: str) -> None:
        """Note a value under a name."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def stamps(self) -> dict[str, str]:
        """Return the stamp of each article, by id."""
        return dict(self.connection.execute("SELECT id, stamp FROM entries ORDER BY id"))

    def put_entry(self, entry: Entry, stamp: str) -> None:
        """Keep an article, as one that does not stand for its revisions yet."""
        row = entry.id, stamp, key_of(entry.article), packed(entry), entry.day
        self.connection.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?, 0, NULL, NULL)", row)

    def drop_entry(self, name: str) -> None:
        """Remove an article; what else is kept of it must be gone."""
        self.connection.execute("DELETE FROM entries WHERE id = ?", (name,))

    def entry(self, name: str) -> Entry:
        """Return an article. Raises KeyError when it is not there."""
        row = self.connection.execute("SELECT data FROM entries WHERE id = ?", (name,)).fetchone()
        if row is None:
            raise KeyError(name)
        return unpacked(row[0])

    def day(self, name: str) -> int:
        """Return the number of the day on which an article was published. Raises KeyError when it is not there."""
        row = self.connection.execute("SELECT day FROM entries WHERE id = ?", (name,)).fetchone()
        if row is None:
            raise KeyError(name)
        return int(row[0])

    def put_wording(self, words: Wording) -> None:
        """Keep the words of an article."""
        self.connection.execute("INSERT INTO wordings VALUES (?, ?)", (words.entry.id, packed_wording(words)))

    def wording(self, name: str) -> Wording | None:
        """Return the words of an article; None where they are not kept."""
        row = self.connection.execute("SELECT data FROM wordings WHERE id = ?", (name,)).fetchone()
        return None if row is None else unpacked_wording(row[0])

    def drop_wording(self, name: str) -> None:
        """Remove the words of an article."""
        self.connection.execute("DELETE FROM wordings WHERE id = ?", (name,))

    def entries(self) -> Iterator[Entry]:
        """Yield every article by id."""
        for (data,) in self.connection.execute("SELECT data FROM entries ORDER BY id"):
            yield unpacked(data)

    def revisions(self, article: str) -> list[Entry]:
        """Return the revisions of an article, by id."""
        query = "SELECT data FROM entries WHERE article = ? ORDER BY id"
        return [unpacked(data) for (data,) in self.connection.execute(query, (key_of(article),))]

    def current(self, article: str) -> str | None:
        """Return the id of the revision that stands for an article."""
        query = "SELECT id FROM entries WHERE article = ? AND current"
        row = self.connection.execute(query, (key_of(article),)).fetchone()
        return str(row[0]) if row else None

    def set_current(self, name: str, *, current: bool) -> None:
        """Say whether an article stands for its revisions; it has no head and no story until it is given them."""
        query = "UPDATE entries SET current = ?, head = NULL, story = NULL WHERE id = ?"
        self.connection.execute(query, (int(current), name))

    def is_current(self, name: str) -> bool:
        """Say whether an article is there and stands for its revisions."""
        return self.connection.execute("SELECT 1 FROM entries WHERE id = ? AND current", (name,)).fetchone() is not None

    def head(self, name: str) -> str | None:
        """Return the id of the article that stands for this one in stories."""
        row = self.connection.execute("SELECT head FROM entries WHERE id = ?", (name,)).fetchone()
        return None if row is None or row[0] is None else str(row[0])

    def set_head(self, name: str, head: str) -> None:
        """Say which article stands for this one in stories."""
        self.connection.execute("UPDATE entries SET head = ? WHERE id = ?", (head, name))

    def followers(self, head: str) -> list[str]:
        """Return the other articles that one stands for, by id."""
        query = "SELECT id FROM entries WHERE head = ? AND head <> id ORDER BY id"
        return [name for (name,) in self.connection.execute(query, (head,))]

    def set_story(self, members: Iterable[str], story: str) -> None:
        """Say of which story articles are."""
        self.connection.executemany("UPDATE entries SET story = ? WHERE id = ?", [(story, name) for name in members])

    def seats(self) -> Iterator[tuple[str, str, bool, str | None]]:
        """Yield of every article, by id: its id, what its revisions have in common, if it is current, its story."""
        query = "SELECT id, article, current, story FROM entries ORDER BY id"
        for name, article, current, story in self.connection.execute(query):
            yield name, article, bool(current), story

    def band(self, band: int, key: int, limit: int = -1) -> list[str]:
        """Return the first articles by id that have a key in a band; -1 for all."""
        query = "SELECT id FROM bands WHERE key = ? AND band = ? ORDER BY id LIMIT ?"
        return [name for (name,) in self.connection.execute(query, (key, band, limit))]

    def put_bands(self, name: str, keys: Iterable[int]) -> None:
        """Keep the keys of an article, the first band's first."""
        self.connection.executemany("INSERT INTO bands VALUES (?, ?, ?)", _band_rows(name, keys))

    def drop_bands(self, name: str, keys: Iterable[int]) -> None:
        """Remove the keys of an article."""
        query = "DELETE FROM bands WHERE key = ? AND band = ? AND id = ?"
        self.connection.executemany(query, _band_rows(name, keys))

    def posts(self, word: str, first: int, last: int) -> Iterator[tuple[str, float]]:
        """Yield the articles that have a word in their opening, published from one day to another, with its value."""
        query = "SELECT id, value FROM posts WHERE word = ? AND day BETWEEN ? AND ?"
        yield from self.connection.execute(query, (word, first, last))

    def put_posts(self, name: str, day: int, values: Mapping[str, float]) -> None:
        """Keep the rare words of an article's opening."""
        rows = [(word, day, name, value) for word, value in values.items()]
        self.connection.executemany("INSERT INTO posts VALUES (?, ?, ?, ?)", rows)

    def drop_posts(self, name: str, day: int, words: Iterable[str]) -> None:
        """Remove the rare words of an article's opening."""
        query = "DELETE FROM posts WHERE word = ? AND day = ? AND id = ?"
        self.connection.executemany(query, [(word, day, name) for word in words])

    def put_likeness(self, one: Likeness, *, folds: bool) -> None:
        """Keep how alike two texts are."""
        row = one.first, one.second, one.relation, one.first_in_second, one.second_in_first, one.covered, int(folds)
        self.connection.execute("INSERT OR REPLACE INTO likenesses VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def likenesses(self) -> Iterator[Likeness]:
        """Yield how alike texts are, by their ids."""
        query = (
            "SELECT first, second, relation, first_in_second, second_in_first, covered FROM likenesses ORDER BY 1, 2"
        )
        for first, second, relation, ours, theirs, covered in self.connection.execute(query):
            yield Likeness(
                first=first,
                second=second,
                relation=Relation(relation),
                first_in_second=ours,
                second_in_first=theirs,
                covered=covered,
            )

    def alike(self, name: str) -> list[tuple[str, bool]]:
        """Return the articles that one is alike to, and whether the two count as one in stories."""
        query = (
            "SELECT second, folds FROM likenesses WHERE first = ?1"
            " UNION ALL SELECT first, folds FROM likenesses WHERE second = ?1 ORDER BY 1"
        )
        return [(other, bool(folds)) for other, folds in self.connection.execute(query, (name,))]

    def drop_likeness(self, pair: Pair) -> None:
        """Remove how alike two texts are."""
        self.connection.execute("DELETE FROM likenesses WHERE first = ? AND second = ?", pair)

    def put_pair(self, pair: Pair, score: float, parts: tuple[Part, ...] | None) -> None:
        """Keep the score of a pair."""
        told = None if parts is None else json.dumps([[part.name, part.value] for part in parts])
        self.connection.execute("INSERT OR REPLACE INTO pairs VALUES (?, ?, ?, ?)", (*pair, score, told))

    def scores(self, name: str) -> Iterator[tuple[str, float, bool]]:
        """Yield the articles that one has a score with, the score, and whether the pair may hold a story together."""
        query = (
            "SELECT second, score, parts IS NOT NULL FROM pairs WHERE first = ?1"
            " UNION ALL SELECT first, score, parts IS NOT NULL FROM pairs WHERE second = ?1"
        )
        for other, score, strong in self.connection.execute(query, (name,)):
            yield other, score, bool(strong)

    def strong_pairs(self) -> Iterator[tuple[Pair, float, tuple[Part, ...]]]:
        """Yield the pairs that may hold a story together, with score and parts, by ids."""
        query = "SELECT first, second, score, parts FROM pairs WHERE parts IS NOT NULL ORDER BY first, second"
        for first, second, score, parts in self.connection.execute(query):
            yield (first, second), score, tuple(Part(name=name, value=value) for name, value in json.loads(parts))

    def drop_pairs(self, name: str) -> None:
        """Remove the scores of an article's pairs."""
        self.connection.execute("DELETE FROM pairs WHERE first = ?1 OR second = ?1", (name,))


def key_of(article: str) -> str:
    """Return what an article's revisions have in common as SQLite can hold it: without lone surrogates."""
    return json.dumps(article)


def _band_rows(name: str, keys: Iterable[int]) -> list[tuple[int, int, str]]:
    return [(key, band, name) for band, key in enumerate(keys)]
