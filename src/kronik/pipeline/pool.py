"""Worker processes that run shards, with a watchdog that names the page on which a worker died or stood still.

Each worker says which item it starts. When it dies, or spends longer on one item than the limit, the item is given up
with a failure `resource` and the shard runs again in a fresh worker without it. This is the only module that knows
how work is spread over processes.
"""

import os
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from pathlib import Path

from kronik.errors import KronikError
from kronik.pipeline.settings import Settings

WORKER_MODULE = "kronik.pipeline.worker"
"""What a worker process runs."""

START_SECONDS = 120.0
"""Time for a worker to start and load its packs: generous, since it only guards against a machine that hangs."""

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""Environment of a worker: its matrix products take one thread, since there is a worker for every processor, and so
that no sum depends on how many threads shared it."""

TICK_SECONDS = 0.5
"""How often the watchdog looks at its clock."""

MOST_STARTS_LOST = 3
"""Workers that may die in a row before their first item; more means that the fault is not a page's."""

IN_FLIGHT_PER_WORKER = 2
"""Shards handed out or waiting for their turn, for each worker; bounds memory and disk."""


def default_jobs() -> int:
    """Return the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(slots=True)
class Task:
    """A shard on its way: its files, and the items given up so far."""

    source: Path
    output: Path
    items: int
    given_up: dict[int, str] = field(default_factory=dict)
    done: bool = False


@dataclass(slots=True)
class Worker:
    """A process, its line to us, and what it is busy with since when."""

    process: subprocess.Popen[bytes]
    line: Connection
    task: Task | None = None
    item: int | None = None
    since: float = 0.0


class WorkerPool:
    """Runs tasks in ``jobs`` processes and yields them in the order in which they came.

    The processes are fresh interpreters, neither forked nor spawned from the caller's main module: a script that calls
    `kronik.build` needs no guard, and the result does not depend on what the caller has loaded.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        jobs: int,
        on_item: Callable[[], None] | None = None,
        module: str = WORKER_MODULE,
    ) -> None:
        self._settings = settings
        self._jobs = jobs
        self._on_item = on_item
        self._module = module
        self._workers: list[Worker] = []
        self._starts_lost = 0

    def run(self, tasks: Iterable[Task]) -> Iterator[Task]:
        """Yield each task when its output stands, in the order of ``tasks``.

        Raises:
            KronikError: workers die before their first item.
        """
        pending: deque[Task] = deque()
        waiting: deque[Task] = deque()
        source = iter(tasks)
        more = True
        try:
            while more or pending:
                while more and len(pending) < self._jobs * IN_FLIGHT_PER_WORKER:
                    task = next(source, None)
                    if task is None:
                        more = False
                    else:
                        pending.append(task)
                        if not task.done:
                            waiting.append(task)
                    self._hand_out(waiting)
                self._listen(waiting)
                self._hand_out(waiting)
                while pending and pending[0].done:
                    yield pending.popleft()
        finally:
            self._stop()

    def _hand_out(self, waiting: deque[Task]) -> None:
        while waiting:
            worker = next((worker for worker in self._workers if worker.task is None), None)
            if worker is None and len(self._workers) < self._jobs:
                worker = self._start()
            if worker is None:
                return
            task = waiting.popleft()
            worker.task, worker.item, worker.since = task, None, time.monotonic()
            try:
                worker.line.send((task.source, task.output, dict(task.given_up)))
            except OSError:
                self._lost(worker, waiting, "the worker died")

    def _start(self) -> Worker:
        here, there = Pipe()
        paths = os.pathsep.join(path for path in sys.path if path)
        environment = {**os.environ, **ONE_THREAD, "PYTHONPATH": paths}
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
            [sys.executable, "-m", self._module, str(there.fileno())],
            pass_fds=(there.fileno(),),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env=environment,
        )
        there.close()
        here.send(self._settings)
        worker = Worker(process, here)
        self._workers.append(worker)
        return worker

    def _listen(self, waiting: deque[Task]) -> None:
        busy = {worker.line: worker for worker in self._workers if worker.task is not None}
        if not busy:
            return
        for line in wait(list(busy), timeout=TICK_SECONDS):
            if isinstance(line, Connection):
                self._hear(busy[line], waiting)
        now = time.monotonic()
        for worker in list(self._workers):
            limit = START_SECONDS if worker.item is None else self._settings.worker.page_seconds
            if worker.task is not None and now - worker.since > limit:
                self._lost(worker, waiting, f"the page took more than {limit:g} seconds")

    def _hear(self, worker: Worker, waiting: deque[Task]) -> None:
        try:
            message = worker.line.recv()
        except (EOFError, OSError):
            self._lost(worker, waiting, "the worker died on this page (memory, or a crash in a library)")
            return
        if isinstance(message, KronikError):
            raise message
        worker.since = time.monotonic()
        if isinstance(message, int):
            self._starts_lost = 0
            worker.item = message
            if self._on_item:
                self._on_item()
        elif worker.task is not None:
            worker.task.done = True
            worker.task, worker.item = None, None

    def _lost(self, worker: Worker, waiting: deque[Task], reason: str) -> None:
        """Give up the item that a worker was lost on, and put its shard back in front of the queue."""
        worker.process.kill()
        worker.process.wait()
        worker.line.close()
        self._workers.remove(worker)
        task = worker.task
        if task is None:
            return
        if worker.item is None:
            self._starts_lost += 1
            if self._starts_lost > MOST_STARTS_LOST:
                raise KronikError(f"worker processes die before their first page ({reason})")
        else:
            task.given_up[worker.item] = reason
        waiting.appendleft(task)

    def _stop(self) -> None:
        for worker in self._workers:
            worker.process.kill()
            worker.process.wait()
            worker.line.close()
        self._workers.clear()
