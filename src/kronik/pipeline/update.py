"""Derive anew what another version or other settings made."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kronik.chronicle.writer import ChronicleWriter
from kronik.errors import ChronicleError
from kronik.pages.projection import ROW_PROJECTION, TEXT_PROJECTION
from kronik.pipeline.batches import batches, process
from kronik.pipeline.pool import default_jobs
from kronik.pipeline.progress import OnProgress, Progress, silent
from kronik.pipeline.settings import Settings
from kronik.pipeline.stages import identity_of
from kronik.records.bundles import Outcome
from kronik.records.pages import Item

if TYPE_CHECKING:
    from kronik.pipeline.resources import Resources

STORED_AT_ONCE = 100
"""Pages without bytes that are derived in one transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Updated:
    """How many pages were derived anew, and how many were left because their bytes were not kept."""

    pages: int
    left: int


def update(
    path: str | Path,
    *,
    jobs: int | None = None,
    settings: Settings | None = None,
    on_progress: OnProgress = silent,
) -> Updated:
    """Derive anew every page of a chronicle that other stages or settings made.

    Args:
        path: the chronicle.
        jobs: worker processes; as many as there are processors when not given.
        settings: what the result depends on.
        on_progress: told of each page.

    Raises:
        UsageError: another build holds the chronicle.
        ChronicleError: the file is missing or no chronicle.
    """
    settings = settings or Settings()
    path = Path(path)
    if not path.is_file():
        raise ChronicleError(f"{path}: there is no such file")
    with ChronicleWriter.open(path, identity_of(settings), update=True) as writer:
        done = update_pages(writer, settings, jobs=jobs or default_jobs(), on_progress=on_progress)
        writer.finish()
    return done


def update_pages(writer: ChronicleWriter, settings: Settings, *, jobs: int, on_progress: OnProgress) -> Updated:
    """Derive anew the outdated pages of an open chronicle."""
    count = _Count(on_progress)
    stored = _Stored(writer, settings)
    with tempfile.TemporaryDirectory(prefix="kronik-") as folder:
        stream = batches(count.items(writer, stored), settings)
        for _, outcomes in process(stream, settings, work=Path(folder), jobs=jobs, on_item=count.tick):
            writer.replace(list(outcomes))
    stored.flush()
    return Updated(pages=count.pages + stored.pages, left=count.left)


class _Count:
    """Counts the pages on their way."""

    def __init__(self, on_progress: OnProgress) -> None:
        self._on_progress = on_progress
        self._started = 0
        self.pages = 0
        self.left = 0

    def items(self, writer: ChronicleWriter, stored: "_Stored") -> Iterator[Item]:
        """Yield the items of outdated pages; without bytes, text is derived from what is stored and HTML is left."""
        for page_id in writer.outdated():
            item = writer.item(page_id)
            if item is not None:
                self.pages += 1
                yield item
            elif not stored.take(page_id):
                self.left += 1

    def tick(self) -> None:
        """Count a page that a worker starts."""
        self._started += 1
        self._on_progress(Progress(pages=self._started))


class _Stored:
    """Derives pages without markup from their stored text, some at a time."""

    def __init__(self, writer: ChronicleWriter, settings: Settings) -> None:
        self._writer = writer
        self._settings = settings
        self._resources: Resources | None = None
        self._held: list[Outcome] = []
        self.pages = 0

    def take(self, page_id: str) -> bool:
        """Take a page to derive it; False when its projection needs the bytes that were not kept."""
        writer, bundle = self._writer, self._writer.bundle(page_id)
        if bundle.page.projection not in (TEXT_PROJECTION, ROW_PROJECTION):
            return False
        self._held.append(Outcome(digest=writer.digest(page_id), fetch=writer.fetch(page_id), bundle=bundle))
        self.pages += 1
        if len(self._held) >= STORED_AT_ONCE:
            self.flush()
        return True

    def flush(self) -> None:
        """Derive and replace the pages that are held."""
        if not self._held:
            return
        from kronik.pipeline.processing import derive_stored  # noqa: PLC0415 - few updates need what these two load
        from kronik.pipeline.resources import load_resources  # noqa: PLC0415 - the same

        if self._resources is None:
            self._resources = load_resources()
        self._writer.replace(derive_stored(self._held, self._resources, self._settings))
        self._held.clear()
