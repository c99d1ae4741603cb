"""From a stream of items to shards whose output stands, in order: what build and extract share."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kronik.pipeline.pool import Task, WorkerPool
from kronik.pipeline.settings import Settings
from kronik.pipeline.shards import manifest_path, read_outcomes, shard_id, write_items
from kronik.records.bundles import Outcome
from kronik.records.failures import Failure, Skipped
from kronik.records.pages import Fetch, Item

Entry = Item | Failure | Skipped
"""What a reader yields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An item that needs no work, and where it was found this time."""

    digest: str
    fetch: Fetch


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A stretch of the input: the items to process with their digests, and what needs no processing."""

    items: tuple[Item, ...] = ()
    digests: tuple[str, ...] = ()
    known: tuple[Known, ...] = ()
    failures: tuple[Failure, ...] = ()
    skipped: tuple[Skipped, ...] = ()


KnownDigests = Callable[[tuple[str, ...]], frozenset[str]]
"""Digests of items -> those of them that need no work."""


def nothing_known(digests: tuple[str, ...]) -> frozenset[str]:
    """Say of every item that it needs work."""
    del digests
    return frozenset()


def batches(entries: Iterable[Entry], settings: Settings, known: KnownDigests = nothing_known) -> Iterator[Batch]:
    """Yield the entries in batches of at most ``settings.shard_pages`` items and ``settings.shard_bytes`` bytes."""
    held: list[Entry] = []
    size = 0
    for entry in entries:
        weight = len(entry.data) if isinstance(entry, Item) else 0
        if held and (len(held) >= settings.shard_pages or size + weight > settings.shard_bytes):
            yield _batch(held, known)
            held, size = [], 0
        held.append(entry)
        size += weight
    if held:
        yield _batch(held, known)


def _batch(entries: list[Entry], known: KnownDigests) -> Batch:
    items = [(entry, entry.digest) for entry in entries if isinstance(entry, Item)]
    there = known(tuple(digest for _, digest in items))
    new = [(item, digest) for item, digest in items if digest not in there]
    return Batch(
        items=tuple(item for item, _ in new),
        digests=tuple(digest for _, digest in new),
        known=tuple(Known(digest=digest, fetch=item.fetch) for item, digest in items if digest in there),
        failures=tuple(entry for entry in entries if isinstance(entry, Failure)),
        skipped=tuple(entry for entry in entries if isinstance(entry, Skipped)),
    )


def process(
    stream: Iterable[Batch],
    settings: Settings,
    *,
    work: Path,
    jobs: int,
    on_item: Callable[[], None] | None = None,
) -> Iterator[tuple[Batch, Iterator[Outcome]]]:
    """Yield each batch without its items, and the outcomes of these, in order, with those of its failures behind them.

    A shard's files go when the next batch is asked for.

    Args:
        stream: the batches.
        settings: what the results depend on.
        work: folder for shard files; outputs that stand there from a run that was killed are used.
        jobs: worker processes.
        on_item: called for each item that a worker starts.
    """
    waiting: list[Batch] = []

    def tasks() -> Iterator[Task]:
        for number, batch in enumerate(stream):
            waiting.append(Batch(known=batch.known, failures=batch.failures, skipped=batch.skipped))
            yield _task(batch, settings, work, number)

    pool = WorkerPool(settings, jobs=jobs, on_item=on_item)
    for task in pool.run(tasks()):
        batch = waiting.pop(0)
        yield batch, chain(read_outcomes(task.output) if task.items else (), map(_of_failure, batch.failures))
        for path in (task.source, task.output, manifest_path(task.output)):
            path.unlink(missing_ok=True)


def _of_failure(failed: Failure) -> Outcome:
    return Outcome(digest=failed.digest, fetch=Fetch(location=failed.location), failure=failed)


def _task(batch: Batch, settings: Settings, work: Path, number: int) -> Task:
    name = f"{number:06d}-{shard_id(batch.digests, settings)}"
    task = Task(work / f"{name}.in", work / f"{name}.out", len(batch.items), done=not batch.items)
    if batch.items:
        write_items(task.source, batch.items)
    return task
