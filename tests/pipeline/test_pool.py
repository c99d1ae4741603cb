"""The pool survives dying and hanging workers, and names the page."""

from pathlib import Path

import pytest

from kronik.errors import KronikError
from kronik.pipeline.pool import Task, WorkerPool
from kronik.pipeline.settings import Settings, WorkerLimits
from kronik.pipeline.shards import read_outcomes, write_items
from kronik.records.failures import FailureCode
from kronik.records.pages import Fetch, Item, Media

POISONED_WORKER = '''
"""A worker whose stages are the words of a page: die, hang, or nothing."""
import os, sys, time
from multiprocessing.connection import Connection
from kronik.pipeline.shards import Manifest, read_items, write_manifest, write_outcomes
from kronik.records.bundles import Outcome
from kronik.records.failures import FailureCode, failure

line = Connection(int(sys.argv[1]))
settings = line.recv()
while True:
    try:
        source, output, given_up = line.recv()
    except EOFError:
        break
    outcomes = []
    for number, item in enumerate(read_items(source)):
        place = item.fetch.location
        if number in given_up:
            row = failure(place, FailureCode.RESOURCE, given_up[number])
        else:
            line.send(number)
            if item.data == b"die":
                os._exit(9)
            if item.data == b"hang":
                time.sleep(60)
            row = failure(place, FailureCode.EMPTY, item.data.decode())
        outcomes.append(Outcome(digest=item.digest, fetch=item.fetch, failure=row))
    write_outcomes(output, outcomes)
    line.send("done")
'''

DEAD_WORKER = "import os; os._exit(1)"


def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, shards: list[list[bytes]]) -> list[list[str]]:
    (tmp_path / "worker_under_test.py").write_text(source)
    monkeypatch.syspath_prepend(str(tmp_path))
    tasks = []
    for number, pages in enumerate(shards):
        task = Task(tmp_path / f"{number}.in", tmp_path / f"{number}.out", len(pages))
        write_items(
            task.source,
            [
                Item(uri=f"{at}", media=Media.TEXT, encoding="utf-8", data=data, fetch=Fetch(location=f"{number}#{at}"))
                for at, data in enumerate(pages)
            ],
        )
        tasks.append(task)
    settings = Settings(worker=WorkerLimits(page_seconds=1.0))
    pool = WorkerPool(settings, jobs=2, module="worker_under_test")
    return [
        [
            o.failure.code if o.failure.code == FailureCode.RESOURCE else o.failure.reason
            for o in read_outcomes(t.output)
            if o.failure
        ]
        for t in pool.run(tasks)
    ]


def test_shards_come_back_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shards = [[f"{shard}.{page}".encode() for page in range(3)] for shard in range(9)]
    expected = [[page.decode() for page in shard] for shard in shards]
    assert run(tmp_path, monkeypatch, POISONED_WORKER, shards) == expected


@pytest.mark.parametrize("poison", [b"die", b"hang"])
def test_only_the_poisoned_page_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, poison: bytes) -> None:
    shards = [[b"a", poison, b"b", poison], [b"c"]]
    found = run(tmp_path, monkeypatch, POISONED_WORKER, shards)
    assert found == [["a", "resource", "b", "resource"], ["c"]]


def test_workers_that_never_start_are_an_error_and_no_endless_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(KronikError, match="before their first page"):
        run(tmp_path, monkeypatch, DEAD_WORKER, [[b"a"]])
