"""A build is incremental, idempotent, and the same however it runs."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kronik.chronicle.exports import annotations, records
from kronik.chronicle.reader import Chronicle
from kronik.errors import ChronicleError, UsageError
from kronik.pages.options import ReadOptions
from kronik.pages.reading import read_inputs
from kronik.pipeline.batches import batches
from kronik.pipeline.build import build
from kronik.pipeline.processing import process_shard
from kronik.pipeline.settings import Settings
from kronik.pipeline.shards import read_manifest, write_items

SMALL_SHARDS = Settings(shard_pages=7)


def exported(path: Path) -> bytes:
    with Chronicle.open(path) as chronicle:
        return b"".join(records(chronicle)) + b"".join(annotations(chronicle))


def counts(path: Path) -> dict[str, int]:
    with Chronicle.open(path) as chronicle:
        return {count.name: count.count for count in chronicle.info().tables}


def test_a_build_reads_all_pages_and_names_what_failed(pages: Path, tmp_path: Path) -> None:
    summary = build([pages], tmp_path / "a.kronik", jobs=2, settings=SMALL_SHARDS)
    assert summary.pages == 62
    assert summary.added.pages == 62
    assert dict(summary.failures) == {"empty": 1, "broken": 1}
    with Chronicle.open(tmp_path / "a.kronik") as chronicle:
        assert {row.location for row in chronicle.failures()} == {"kosong.txt", "rusak.csv.gz"}


def test_a_second_build_adds_nothing(pages: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.kronik"
    build([pages], path, jobs=1, settings=SMALL_SHARDS)
    before = counts(path), exported(path)
    summary = build([pages], path, jobs=2)
    assert summary.added == type(summary.added)()
    assert summary.known == 62
    assert (counts(path), exported(path)) == before


def test_a_chronicle_is_one_ordinary_file(pages: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    build([pages], folder / "a.kronik", jobs=1)
    assert [entry.name for entry in folder.iterdir()] == ["a.kronik"]
    with sqlite3.connect(folder / "a.kronik") as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_pages_may_come_in_any_order_and_in_many_builds(pages: Path, tmp_path: Path) -> None:
    build([pages], tmp_path / "once.kronik", jobs=1)
    for name in ("laman.html", "tabel.csv", "kosong.txt", "rusak.csv.gz", "polos.txt"):
        build([pages / name], tmp_path / "bit.kronik", jobs=1, settings=SMALL_SHARDS)
    assert exported(tmp_path / "once.kronik") == exported(tmp_path / "bit.kronik")


def run_build(pages: Path, output: Path, *, jobs: int, seed: str = "0") -> subprocess.Popen[bytes]:
    script = (
        "import sys; from kronik import build, Settings\n"
        "build([sys.argv[1]], sys.argv[2], jobs=int(sys.argv[3]), settings=Settings(shard_pages=7))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    arguments = [sys.executable, "-c", script, str(pages), str(output), str(jobs)]
    return subprocess.Popen(arguments, env=environment, start_new_session=True)


def test_one_job_and_many_give_the_same_bytes_under_any_hash_seed(pages: Path, tmp_path: Path) -> None:
    runs = [(1, "1"), (3, "2"), (2, "77")]
    for jobs, seed in runs:
        assert run_build(pages, tmp_path / f"{jobs}.kronik", jobs=jobs, seed=seed).wait() == 0
    first, *others = (exported(tmp_path / f"{jobs}.kronik") for jobs, _ in runs)
    assert all(other == first for other in others)


def killed_and_restarted(pages: Path, output: Path, *, after: float, workers_too: bool) -> None:
    """Kill a build, with or without its workers, some seconds after its start, then run it again to the end."""
    process = run_build(pages, output, jobs=2)
    time.sleep(after)
    (os.killpg if workers_too else os.kill)(process.pid, signal.SIGKILL)
    process.wait()
    assert run_build(pages, output, jobs=2).wait() == 0


def kills(pages: Path, tmp_path: Path, rounds: int, seed: int) -> None:
    """Kill as many builds at random moments; each must end as the undisturbed one."""
    print(f"seed {seed}")  # noqa: T201 - to repeat a failed run
    started = time.monotonic()
    assert run_build(pages, tmp_path / "calm.kronik", jobs=2).wait() == 0
    length = time.monotonic() - started
    expected, rows = exported(tmp_path / "calm.kronik"), counts(tmp_path / "calm.kronik")
    chance = random.Random(seed)  # noqa: S311 - no secret
    for number in range(rounds):
        output = tmp_path / f"{number}.kronik"
        killed_and_restarted(pages, output, after=chance.uniform(0, length), workers_too=number % 2 == 0)
        assert exported(output) == expected
        assert counts(output) == rows
        output.unlink()


def test_a_killed_build_is_taken_up_and_ends_the_same(pages: Path, tmp_path: Path) -> None:
    kills(pages, tmp_path, rounds=3, seed=random.randrange(10**6))  # noqa: S311 - no secret


@pytest.mark.soak
def test_a_hundred_killed_builds_end_the_same(pages: Path, tmp_path: Path) -> None:
    kills(pages, tmp_path, rounds=100, seed=random.randrange(10**6))  # noqa: S311 - no secret


def test_finished_shards_of_a_killed_run_are_not_computed_again(pages: Path, tmp_path: Path) -> None:
    (batch,) = batches(read_inputs([str(pages)], ReadOptions()), Settings())
    write_items(tmp_path / "x.in", batch.items)
    first = process_shard(tmp_path / "x.in", tmp_path / "x.out", Settings())
    made = (tmp_path / "x.out").read_bytes()
    started: list[int] = []
    again = process_shard(tmp_path / "x.in", tmp_path / "x.out", Settings(), started=started.append)
    assert again == first == read_manifest(tmp_path / "x.out")
    assert not started
    (tmp_path / "x.done").unlink()
    process_shard(tmp_path / "x.in", tmp_path / "x.out", Settings())
    assert (tmp_path / "x.out").read_bytes() == made


def test_raw_bytes_can_be_left_out(pages: Path, tmp_path: Path) -> None:
    build([pages], tmp_path / "with.kronik", jobs=1)
    build([pages], tmp_path / "without.kronik", jobs=1, settings=Settings(keep_raw=False))
    assert exported(tmp_path / "with.kronik") == exported(tmp_path / "without.kronik")
    with Chronicle.open(tmp_path / "without.kronik") as chronicle:
        assert chronicle.info().pages_with_raw == 0


def test_a_folder_is_no_chronicle(tmp_path: Path, pages: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        build([pages], tmp_path)


def test_another_file_is_not_overwritten(tmp_path: Path, pages: Path) -> None:
    target = tmp_path / "catatan.kronik"
    target.write_text("catatan pribadi")
    with pytest.raises(ChronicleError):
        build([pages], target)
    assert target.read_text() == "catatan pribadi"


def test_a_missing_input_makes_no_chronicle(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        build([tmp_path / "nowhere"], tmp_path / "a.kronik")
    assert not (tmp_path / "a.kronik").exists()
