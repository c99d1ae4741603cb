"""What the pages ask of a chronicle."""

from collections.abc import Iterator
from typing import Protocol

from kronik.chronicle.finding_queries import FindingFilter, ReportRow
from kronik.chronicle.reader import ArticleFilter, ArticleRow, ChronicleInfo, DailyCount, VerdictCount
from kronik.records.bundles import Bundle
from kronik.records.failures import Failure
from kronik.records.pages import Fetch


class ReadView(Protocol):
    """The read view of a chronicle: the part of `kronik.chronicle.reader.Chronicle` that the pages use."""

    def info(self) -> ChronicleInfo:
        """Say what the chronicle is and holds."""

    def bundle(self, page_id: str) -> Bundle:
        """Return the bundle of a page."""

    def fetches(self, page_id: str) -> tuple[Fetch, ...]:
        """Return where and when a page was found."""

    def failures(self) -> Iterator[Failure]:
        """Yield every failure."""

    def articles(self, where: ArticleFilter, *, limit: int | None = None) -> Iterator[ArticleRow]:
        """Yield articles by publication day (those without one last), then id."""

    def daily_counts(self) -> tuple[DailyCount, ...]:
        """Count articles by day and outlet, the latest revision of each uri only."""

    def reports(self, where: FindingFilter, *, limit: int | None = None) -> Iterator[ReportRow]:
        """Yield reports by day of the event (those without one last), then id."""

    def verdict_counts(self, page_id: str | None = None) -> tuple[VerdictCount, ...]:
        """Count characters by verdict and reason, of one page or of all."""
