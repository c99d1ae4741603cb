"""Measure how fast the reading room answers, on a chronicle grown from a real one.

    python benchmarks/room.py CHRONICLE [--articles 100000] [--grown FILE] [--rounds 15] [--json]

CHRONICLE is copied, and its rows are added again, each time under other ids and addresses and a week earlier, until
there are enough articles; raw bytes are left out. Its groups are kept beside it and grow with it: each copy has its own
stories, as other weeks have other news. Then `kronik serve` is started on it as a person would. The first page is
timed, and when everything stands, each address is asked several times, with other words each time where it has any.
Times are those of the whole answer over the loopback, in milliseconds. They compare only on one machine with nothing
else running.
"""

import argparse
import json
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from kronik.chronicle.reader import Chronicle
from kronik.grouping.growing import digest_of
from kronik.grouping.kept import DIGEST, side_file, store_groups

IDS = frozenset(("id", "page_id", "actor_id", "statement_id", "report_id", "item", "digest"))
"""Columns whose values get another beginning in each copy."""
GROUP_IDS = ("id", "head", "story", "first", "second")
"""The same of the side file of groups."""
PREFIX, MARK = 8, "fffff"
"""Hexadecimal digits that tell the copies apart, and those that they begin with: no id that is there does."""
LEFT_OUT = ("raws", "failures", "meta", "makers")
WORDS = (
    "presiden",
    "gempa bumi",
    "harga beras",
    "polisi",
    "banjir",
    "menteri",
    "rudal",
    "sidang",
    "hujan",
    "kebakaran",
)
NAMES = ("Prabowo", "Iran", "polisi", "Trump", "Jokowi", "Israel", "KPK", "DPR", "Putin", "menteri")
ADDRESSES = (
    "/", "/?outlets=constant", "/search", "/search?q={word}", "/search?q={word}&sort=new", "/search?outlet=detik.com",
    "/articles/{page}", "/articles/{page}?view=ledger", "/articles/{page}?field=t1", "/statements",
    "/statements?by={name}", "/statements?about={word}", "/statements?kind=direct", "/reports", "/reports?type=ASSAULT",
    "/reports?actor={name}", "/reports?q={word}", "/actors", "/actors?q={name}", "/actors/{actor}", "/stories",
    "/stories?sort=sources", "/stories?q={word}", "/stories/{story}", "/events/{event}", "/statements/{statement}",
    "/reports/{report}", "/relations?first=Iran&second=Israel", "/relations?first={name}&second=Indonesia",
)  # fmt: skip
"""What is asked for."""
PATIENCE = 3600
"""Most seconds until everything stands."""
PAUSE = 2.0
"""Seconds between two looks whether it does."""
SPAN = 7
"""Days between two copies: a week of news, and other weeks before it."""
DAYS = frozenset(("published", "published_time", "date", "earliest", "latest"))
"""Columns of days, which each copy has earlier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One address: its answer's status, median and slowest time in milliseconds, and its length in bytes."""

    address: str
    status: int
    median: float
    slowest: float
    size: int


def grow(source: Path, target: Path, articles: int) -> int:
    """Write a chronicle of at least so many articles; return how many it has."""
    shutil.copyfile(source, target)
    with closing(sqlite3.connect(target, isolation_level=None)) as store:
        store.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; DELETE FROM raws;")
        count = int(store.execute("SELECT count(*) FROM articles").fetchone()[0])
        tables = [
            name
            for (name,) in store.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'article_words%' ORDER BY name"
            )
            if name not in LEFT_OUT
        ]
        store.execute("BEGIN")
        for copy in range(1, -(-articles // count)):
            for table in sorted(tables, key=lambda name: name != "pages"):
                store.execute(_copying(store, table, copy, count))
        store.execute("COMMIT")
        return int(store.execute("SELECT count(*) FROM articles").fetchone()[0])


def _copying(store: sqlite3.Connection, table: str, copy: int, count: int) -> str:
    """Return the statement that adds the rows of the first copy again."""
    columns = [row[1] for row in store.execute(f"PRAGMA table_info({table})")]
    cells = ", ".join(_cell(table, column, copy, count) for column in columns)
    key = "id" if table == "pages" else "page_id"
    first = f"WHERE {key} IN (SELECT page_id FROM articles WHERE number <= {count})"  # noqa: S608 (names of the schema)
    where = first if key in columns else "WHERE 0"
    return f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) SELECT {cells} FROM {table} {where}"  # noqa: S608 (the same)


def _cell(table: str, column: str, copy: int, count: int) -> str:
    if column in IDS:
        return f"'{_prefix(copy)}' || substr({column}, {PREFIX + 1})"
    if column == "number" and table == "articles":
        return f"number + {copy * count}"
    if column in {"uri", "number_in_outlet"}:
        return f"{column} || '/{copy}'"
    if column in DAYS:
        earlier = f"date(substr({column}, 1, 10), '-{copy * SPAN} days') || substr({column}, 11)"
        return f"CASE WHEN {column} GLOB '????-??-??*' THEN {earlier} ELSE {column} END"
    return column


def _prefix(copy: int) -> str:
    return f"{MARK}{copy:0{PREFIX - len(MARK)}x}"


def _copying_groups(shelf: sqlite3.Connection, table: str, copy: int) -> str:
    """Return the statement that adds the rows of the first copy again."""
    columns = [row[1] for row in shelf.execute(f"PRAGMA table_info({table})")]
    cells = [
        f"'{_prefix(copy)}' || substr({name}, {PREFIX + 1})"
        if name in GROUP_IDS
        else f"{name} || '/{copy}'"
        if name == "article"
        else name
        for name in columns
    ]
    return f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) SELECT {', '.join(cells)} FROM first_{table}"  # noqa: S608 (names of the schema)


def grow_groups(source: Path, grown: Path) -> None:
    """Keep groups beside a grown chronicle: those of the one that it was grown from, once for each copy."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / source.name
        shutil.copyfile(source, small)
        with Chronicle.open(small) as chronicle:
            stored = store_groups(chronicle)
        shutil.copyfile(stored.path, side_file(grown))
    with closing(sqlite3.connect(side_file(grown), isolation_level=None)) as shelf, Chronicle.open(grown) as chronicle:
        stamps = chronicle.stamps()
        shelf.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        shelf.execute("BEGIN")
        for table in ("entries", "likenesses"):
            shelf.execute(f"CREATE TEMP TABLE first_{table} AS SELECT * FROM {table}")  # noqa: S608 (constants)
        (count,) = shelf.execute("SELECT count(*) FROM first_entries").fetchone()
        for copy in range(1, -(-len(stamps) // count)):
            for table in ("entries", "likenesses"):
                shelf.execute(_copying_groups(shelf, table, copy))
        shelf.executemany(
            "UPDATE entries SET stamp = ? WHERE id = ?", [(stamp, name) for name, stamp in stamps.items()]
        )
        shelf.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (DIGEST, digest_of(stamps.items())))
        shelf.execute("COMMIT")


@contextmanager
def opened(chronicle: Path) -> Iterator[tuple[str, int, float]]:
    """Open the room on a free port; yield host, port and the seconds until it was open."""
    start = time.perf_counter()
    command = [sys.executable, "-u", "-m", "kronik", "serve", str(chronicle), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        line = process.stdout.readline() if process.stdout else ""
        where = urlsplit(line.rsplit(" ", 1)[-1].strip())
        yield where.hostname or "", where.port or 0, time.perf_counter() - start
    finally:
        process.terminate()
        process.wait()


def asked(host: str, port: int, path: str) -> tuple[int, float, bytes]:
    """Return status, milliseconds and body of one answer."""
    connection = HTTPConnection(host, port, timeout=PATIENCE)
    start = time.perf_counter()
    connection.request("GET", path.replace(" ", "+"))
    answer = connection.getresponse()
    body = answer.read()
    took = 1000 * (time.perf_counter() - start)
    connection.close()
    return answer.status, took, body


def view_of(host: str, port: int, path: str) -> dict[str, Any]:
    """Return what a page shows."""
    return dict(json.loads(asked(host, port, f"{path}.json")[2]))


def rows_of(host: str, port: int, path: str) -> list[dict[str, Any]]:
    """Return the rows of a list's first page."""
    return list(view_of(host, port, path)["rows"])


def wait(host: str, port: int) -> float:
    """Wait until stories and events stand; return how many seconds it took."""
    start = time.perf_counter()
    while time.perf_counter() - start < PATIENCE:
        if view_of(host, port, "/overview")["grouped"]:
            break
        time.sleep(PAUSE)
    return time.perf_counter() - start


def measured(host: str, port: int, rounds: int) -> Iterator[Row]:
    """Yield a row for each address."""
    reports = rows_of(host, port, "/reports")
    ids = {
        "page": [row["page_id"] for row in reports],
        "report": [row["report_id"] for row in reports],
        "statement": [row["statement_id"] for row in rows_of(host, port, "/statements")],
        "actor": [row["key"] for row in rows_of(host, port, "/actors")],
        "story": [row["card"]["id"] for row in rows_of(host, port, "/stories")],
    }
    ids["event"] = [event for report in ids["report"] if (event := view_of(host, port, f"/reports/{report}")["event"])]
    for address in ADDRESSES:
        times, status, size = [], 0, 0
        for at in range(rounds):
            values = {"word": WORDS[at % len(WORDS)], "name": NAMES[at % len(NAMES)]}
            some = {name: known[at % len(known)] for name, known in ids.items() if known}
            path = address.format(**values, **some)
            status, took, body = asked(host, port, path)
            times.append(took)
            size = max(size, len(body))
        median, slowest = round(statistics.median(times), 1), round(max(times), 1)
        yield Row(address=address, status=status, median=median, slowest=slowest, size=size)


def main(arguments: Sequence[str] | None = None) -> int:
    """Grow, serve, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chronicle", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument(
        "--grown", type=Path, help="keep the grown chronicle here, and take it from here when it is there"
    )
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        grown = options.grown or Path(folder) / "grown.kronik"
        if not grown.exists():
            print(f"{grow(options.chronicle, grown, options.articles):,} articles", file=sys.stderr)
        if not side_file(grown).exists():
            grow_groups(options.chronicle, grown)
        with opened(grown) as (host, port, seconds):
            _, took, _ = asked(host, port, "/")
            print(f"open after {seconds:.1f} s, first page {took:.0f} ms later", file=sys.stderr)
            print(f"everything stands {wait(host, port):.0f} s later", file=sys.stderr)
            rows = list(measured(host, port, options.rounds))
    if options.json:
        print(json.dumps([asdict(row) for row in rows]))
        return 0
    print("| address | status | median ms | slowest ms | bytes |\n|---|---:|---:|---:|---:|")
    for row in rows:
        print(f"| `{row.address}` | {row.status} | {row.median} | {row.slowest} | {row.size:,} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
