"""Build a chronicle: read, derive in workers, store."""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kronik.chronicle.rows import Added
from kronik.chronicle.writer import ChronicleWriter
from kronik.errors import UsageError
from kronik.pages.inputs import bytes_of
from kronik.pages.reading import read_inputs
from kronik.pipeline.batches import Batch, batches, process
from kronik.pipeline.pool import default_jobs
from kronik.pipeline.progress import OnProgress, Progress, silent
from kronik.pipeline.settings import Settings
from kronik.pipeline.stages import identity_of
from kronik.pipeline.update import update_pages
from kronik.records.bundles import Outcome
from kronik.records.failures import FailureCode

WORK_SUFFIX = ".work"
"""Shard files stand in a folder named as the chronicle with this at its end, until the build is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a build did.

    Attributes:
        output: the chronicle.
        pages: pages met, in all.
        known: pages that were already there.
        added: rows added, by table.
        failures: failures met, by code; known ones are not counted again.
        skipped: parts of containers that are no pages (WARC records that are not HTML, say), by reason.
        updated: pages derived anew because ``update`` was asked.
    """

    output: Path
    pages: int
    known: int
    added: Added
    failures: tuple[tuple[FailureCode, int], ...]
    skipped: tuple[tuple[str, int], ...]
    updated: int = 0


def build(
    inputs: Sequence[str | Path],
    output: str | Path,
    *,
    jobs: int | None = None,
    settings: Settings | None = None,
    update: bool = False,
    on_progress: OnProgress = silent,
) -> Summary:
    """Read pages and add them to a chronicle, which is made when it is not there.

    Incremental and idempotent: a page that is already there changes nothing. A run that was killed is taken up by the
    next one with the same inputs, and ends in the same chronicle.

    Args:
        inputs: files, folders and globs; ``-`` for JSONL on standard input.
        output: the chronicle file.
        jobs: worker processes; as many as there are processors when not given. The result does not depend on it.
        settings: what the result depends on.
        update: take over a chronicle of another version or other settings, and derive its pages anew.
        on_progress: told of each page.

    Raises:
        UsageError: an input is missing, columns do not fit, another build holds the chronicle.
        VersionError: the chronicle is of another version and ``update`` is False.
        ChronicleError: the output is there and is no chronicle.
    """
    settings = settings or Settings()
    path = Path(output)
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file for the chronicle")
    if not path.parent.is_dir():
        raise UsageError(f"the folder {path.parent} does not exist")
    names = [str(item) for item in inputs]
    meter = _Meter(on_progress, bytes_of(names))
    entries = read_inputs(names, settings.read, on_bytes=meter.read)
    work = path.with_name(path.name + WORK_SUFFIX)
    jobs = jobs or default_jobs()
    with ChronicleWriter.open(path, identity_of(settings), update=update) as writer:
        updated = update_pages(writer, settings, jobs=jobs, on_progress=on_progress).pages if update else 0
        work.mkdir(exist_ok=True)
        stream = meter.count(batches(entries, settings, writer.known))
        for batch, outcomes in process(stream, settings, work=work, jobs=jobs, on_item=meter.tick):
            meter.store(writer, batch, outcomes)
        writer.finish()
    shutil.rmtree(work, ignore_errors=True)
    return meter.summary(path, updated)


class _Meter:
    """Counts what passes, and tells it on."""

    def __init__(self, on_progress: OnProgress, size: int | None) -> None:
        self._on_progress = on_progress
        self._size = size
        self._read = 0
        self._pages = 0
        self._known = 0
        self._total = 0
        self._all_read = False
        self._added = Added()
        self._failures: Counter[FailureCode] = Counter()
        self._skipped: Counter[str] = Counter()

    def count(self, stream: Iterable[Batch]) -> Iterator[Batch]:
        """Pass the batches on, counting what they hold."""
        for batch in stream:
            self._total += len(batch.items) + len(batch.known)
            self._known += len(batch.known)
            self._pages += len(batch.known)
            self.tell()
            yield batch
        self._all_read = True

    def tick(self) -> None:
        """Count a page that a worker starts."""
        self._pages += 1
        self.tell()

    def read(self, count: int) -> None:
        """Count bytes of the input."""
        self._read += count

    def tell(self) -> None:
        """Say how far the run is."""
        pages = min(self._pages, self._total)
        self._on_progress(Progress(pages=pages, total=self._expected()))

    def _expected(self) -> int | None:
        """Return how many pages there are in all, judged by the share of the input that was read; None too early."""
        if self._all_read:
            return self._total
        if not self._size or not self._read:
            return None
        return max(self._total, round(self._total * self._size / self._read))

    def store(self, writer: ChronicleWriter, batch: Batch, outcomes: Iterable[Outcome]) -> None:
        """Put one batch and its outcomes into the chronicle."""
        for known in batch.known:
            writer.note(known.digest, known.fetch)
        made = list(outcomes)
        self._added += writer.add(made)
        self._failures.update(outcome.failure.code for outcome in made if outcome.failure)
        for skipped in batch.skipped:
            self._skipped[skipped.reason] += skipped.count

    def summary(self, output: Path, updated: int) -> Summary:
        """Return what was counted."""
        return Summary(
            output=output,
            pages=self._total,
            known=self._known,
            added=self._added,
            failures=tuple(sorted(self._failures.items())),
            skipped=tuple(sorted(self._skipped.items())),
            updated=updated,
        )
