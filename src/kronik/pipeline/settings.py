"""Settings: frozen, typed, read once by the caller and passed down."""

from dataclasses import dataclass, field

from kronik.articles.recurring import RecurringLines
from kronik.pages.options import MEBIBYTE, ReadOptions
from kronik.records.identifiers import identify


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerLimits:
    """Bounds on a worker.

    Attributes:
        page_seconds: time for one page.
        memory_bytes: memory that one worker may use in all; 0 for no limit.
    """

    page_seconds: float = 20.0
    memory_bytes: int = 3 * 1024 * MEBIBYTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that a build depends on.

    Attributes:
        read: how inputs are read.
        worker: bounds on a worker.
        keep_raw: keep the compressed raw bytes beside the page text.
        shard_pages: most pages in a shard.
        shard_bytes: most raw bytes in a shard (a page larger than this is a shard of its own).
        recurring: lines that recur in outlets, where a file of them is given.
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    worker: WorkerLimits = field(default_factory=WorkerLimits)
    keep_raw: bool = True
    shard_pages: int = 200
    shard_bytes: int = 16 * MEBIBYTE
    recurring: RecurringLines | None = None

    @property
    def digest(self) -> str:
        """Digest of the settings that change what is derived from a page (not how fast, nor where)."""
        return identify("settings", "1", *(() if self.recurring is None else (self.recurring.digest,)))
