"""A build that is killed leaves a consistent file, and the next one ends where an undisturbed one does."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from chronicle_records import identity, make_bundle, outcome_of

from kronik.chronicle.exports import records
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.writer import ChronicleWriter
from kronik.records.bundles import Outcome

SHARDS, SHARD_PAGES = 30, 20
BUILD = """
import sys
from pathlib import Path
sys.path.insert(0, {folder!r})
from test_crashes import shards
from chronicle_records import identity
from kronik.chronicle.writer import ChronicleWriter
with ChronicleWriter.open(Path({path!r}), identity()) as writer:
    for number, shard in enumerate(shards()):
        writer.add(shard)
        print(number, flush=True)
    writer.finish()
"""


def shards() -> list[list[Outcome]]:
    return [
        [
            outcome_of(make_bundle(f"u{s}-{n}", prose=f"Berita {s} {n}. " * 200), f"{s:02}{n:02}", f"a.csv#{s}-{n}")
            for n in range(SHARD_PAGES)
        ]
        for s in range(SHARDS)
    ]


def exported(path: Path) -> bytes:
    with Chronicle.open(path) as chronicle:
        return b"".join(records(chronicle))


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("undisturbed") / "uji.kronik"
    build_all(path)
    return exported(path)


def build_all(path: Path) -> int:
    with ChronicleWriter.open(path, identity()) as writer:
        added = sum(writer.add(shard).pages for shard in shards())
        writer.finish()
    return added


def kill_after(path: Path, shard: int, seconds: float) -> None:
    """Start a build and kill it some time after it has stored this shard; -1 for before the first."""
    script = BUILD.format(folder=str(Path(__file__).parent), path=str(path))
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout if shard >= 0 else ():
            if int(line) >= shard:
                break
        if shard < 0:
            deadline = time.monotonic() + 30
            while not path.exists() and time.monotonic() < deadline:
                time.sleep(0.001)
        time.sleep(seconds)
        os.kill(process.pid, signal.SIGKILL)


SEED = 20250618


@pytest.mark.parametrize(
    ("shard", "seconds"),
    [
        (-1, 0.0),
        *[(rng.randrange(SHARDS - 3), rng.uniform(0, 0.02)) for rng in [random.Random(SEED + n) for n in range(3)]],  # noqa: S311  (no secret)
    ],
)
def test_a_killed_build_is_gone_on_with(path: Path, undisturbed: bytes, shard: int, seconds: float) -> None:
    kill_after(path, shard, seconds)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if shard >= 0:
            pages = connection.execute("SELECT count(*) FROM pages").fetchone()[0]
            # Whole shards only, and none that was told to be stored is missing.
            assert pages % SHARD_PAGES == 0
            assert pages >= (shard + 1) * SHARD_PAGES
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            connection.execute("INSERT INTO article_words (article_words, rank) VALUES ('integrity-check', 1)")
            connection.rollback()
    connection.close()
    build_all(path)
    assert exported(path) == undisturbed
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_killed_build_can_be_read_before_it_is_gone_on_with(path: Path) -> None:
    kill_after(path, 4, 0.0)
    with Chronicle.open(path) as chronicle:
        pages = len(list(chronicle.bundles()))
    assert pages >= 5 * SHARD_PAGES
    assert pages % SHARD_PAGES == 0


def test_what_stands_of_a_killed_build_is_not_added_again(path: Path) -> None:
    kill_after(path, 4, 0.0)
    with Chronicle.open(path) as chronicle:
        pages = len(list(chronicle.bundles()))
    assert build_all(path) == SHARDS * SHARD_PAGES - pages
