"""Extract records from pages without a chronicle."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from kronik.pages.reading import read_inputs
from kronik.pipeline.batches import batches, process
from kronik.pipeline.pool import default_jobs
from kronik.pipeline.progress import OnProgress, Progress, silent
from kronik.pipeline.settings import Settings
from kronik.records.bundles import Outcome


def extract(
    inputs: Sequence[str | Path],
    *,
    jobs: int | None = None,
    settings: Settings | None = None,
    on_progress: OnProgress = silent,
) -> Iterator[Outcome]:
    """Yield what becomes of each item, bundle or failure, in input order.

    Inputs are checked when the first outcome is asked for. Failures of whole inputs come with an empty digest.

    Args:
        inputs: files, folders and globs; ``-`` for JSONL on standard input.
        jobs: worker processes; as many as there are processors when not given.
        settings: how inputs are read, and bounds.
        on_progress: told of each page.

    Raises:
        UsageError: an input is missing, or columns do not fit.
    """
    settings = settings or Settings()
    entries = read_inputs([str(item) for item in inputs], settings.read)
    pages = 0

    def tick() -> None:
        nonlocal pages
        pages += 1
        on_progress(Progress(pages=pages))

    with tempfile.TemporaryDirectory(prefix="kronik-") as folder:
        stream = batches(entries, settings)
        for _, outcomes in process(stream, settings, work=Path(folder), jobs=jobs or default_jobs(), on_item=tick):
            yield from outcomes
