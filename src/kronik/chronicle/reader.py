"""Reading a chronicle, also while a build writes to it."""

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from kronik.chronicle.rows import (
    ArticleFilter,
    ArticleRow,
    ChronicleInfo,
    DailyCount,
    SearchHit,
    VerdictCount,
)
from kronik.records.bundles import Bundle
from kronik.records.failures import Failure
from kronik.records.pages import Fetch

__all__ = ["ArticleFilter", "ArticleRow", "Chronicle", "ChronicleInfo", "DailyCount", "SearchHit", "VerdictCount"]


class Chronicle:
    """A read-only connection to a chronicle; a context manager. It belongs to the thread that opened it."""

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the chronicle at ``path``. Raises ChronicleError when there is none, or it is damaged."""
        raise NotImplementedError

    def info(self) -> ChronicleInfo:
        """Say what the chronicle is and holds."""
        raise NotImplementedError

    def resolve(self, name: str) -> str:
        """Return the page id that a unique prefix of 6 or more, or a uri, means.

        Raises:
            UsageError: too short, unknown or ambiguous, in one line.
        """
        raise NotImplementedError

    def revisions(self, uri: str) -> tuple[str, ...]:
        """Return the ids of the pages of a canonical uri, the latest last; empty when there is none."""
        raise NotImplementedError

    def bundle(self, page_id: str) -> Bundle:
        """Return the bundle of a page, exactly as it was added. Raises UsageError when it is not there."""
        raise NotImplementedError

    def bundles(self) -> Iterator[Bundle]:
        """Yield every bundle by page id, as of the moment of the first."""
        raise NotImplementedError

    def fetches(self, page_id: str) -> tuple[Fetch, ...]:
        """Return where and when a page was found, by location."""
        raise NotImplementedError

    def failures(self) -> Iterator[Failure]:
        """Yield every failure by id."""
        raise NotImplementedError

    def articles(self, where: ArticleFilter, *, limit: int | None = None) -> Iterator[ArticleRow]:
        """Yield articles by publication day (those without one last), then id. Raises UsageError for a bad day."""
        raise NotImplementedError

    def search(self, words: str, where: ArticleFilter, *, limit: int) -> Iterator[SearchHit]:
        """Yield the articles that hold every word, best first, ties by id. Raises UsageError for a bad day."""
        raise NotImplementedError

    def daily_counts(self) -> tuple[DailyCount, ...]:
        """Count articles by day and outlet, the latest revision of each uri only; days and outlets unknown last."""
        raise NotImplementedError

    def verdict_counts(self, page_id: str | None = None) -> tuple[VerdictCount, ...]:
        """Count characters by verdict and reason: of one page or, with None, of the whole chronicle."""
        raise NotImplementedError

    def close(self) -> None:
        """Close the connection. Closing twice does nothing."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
