"""Writing a chronicle: one transaction a shard, one ordinary file at the end."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from kronik.chronicle.identity import Identity
from kronik.chronicle.rows import Added
from kronik.records.bundles import Bundle, Outcome
from kronik.records.pages import Fetch, Item

__all__ = ["FORMAT", "Added", "ChronicleWriter", "Identity"]

FORMAT = 1
"""Version of the schema (``Identity.format``)."""


class ChronicleWriter:
    """The one connection that writes to a chronicle; a context manager.

    Leaving the context without `finish` closes the file as it is: consistent, still with its write-ahead log.
    """

    @classmethod
    def open(cls, path: Path, identity: Identity, *, update: bool = False) -> Self:
        """Create or open the chronicle at ``path``.

        Raises:
            VersionError: another version or other settings made it, and ``update`` is False.
            ChronicleError: the file is no chronicle, or is damaged.
            UsageError: another build holds it, or its folder is missing.
        """
        raise NotImplementedError

    def known(self, digests: Sequence[str]) -> frozenset[str]:
        """Return the item digests that need no work: read already, or failed with a code other than ``resource``."""
        raise NotImplementedError

    def note(self, digest: str, fetch: Fetch) -> bool:
        """Add one more place of a known item; True when a row was added. An unknown digest adds nothing."""
        raise NotImplementedError

    def add(self, outcomes: Sequence[Outcome]) -> Added:
        """Add what became of some items, in one transaction."""
        raise NotImplementedError

    def outdated(self) -> Iterator[str]:
        """Yield, by id, the pages that other stages or settings made; `replace` may run meanwhile."""
        raise NotImplementedError

    def bundle(self, page_id: str) -> Bundle:
        """Return the bundle of a page. Raises UsageError when it is not there."""
        raise NotImplementedError

    def item(self, page_id: str) -> Item | None:
        """Return the item that a page was made of, to derive it anew; None when its bytes were left out."""
        raise NotImplementedError

    def digest(self, page_id: str) -> str:
        """Return the digest of the item that a page was made of. Raises UsageError when it is not there."""
        raise NotImplementedError

    def replace(self, outcomes: Sequence[Outcome]) -> Added:
        """Put what was derived anew in the place of what came from the same items, in one transaction.

        Each outcome's digest is that of `item` or `digest` of an outdated page. Failures leave the page as it is when
        their code is ``resource``; with another code the failure takes its place.
        """
        raise NotImplementedError

    def forget(self, page_id: str) -> int:
        """Remove a page and all that came from it; return how many rows went (0 when it is not there)."""
        raise NotImplementedError

    def finish(self) -> None:
        """Make one ordinary file of the chronicle and let it go: log written back, lock removed."""
        raise NotImplementedError

    def close(self) -> None:
        """Close the file as it is and let the lock go. Closing twice does nothing."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
