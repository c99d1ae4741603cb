"""What the chronicle's queries answer."""

from dataclasses import dataclass

from kronik.chronicle.identity import Identity
from kronik.records.articles import Reason, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFilter:
    """Which articles are asked for; the default asks for all.

    Attributes:
        outlet: name as in the article, whatever its (ASCII) case.
        language: ISO 639-1 code.
        since: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; from its first day on.
        until: the same forms; to its last day, that day included.
        undated: with ``since`` or ``until``, articles without a publication day as well.
    """

    outlet: str | None = None
    language: str | None = None
    since: str | None = None
    until: str | None = None
    undated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """One article in a list.

    Attributes:
        id: page id.
        uri: canonical uri.
        outlet, headline: as read; None when the page does not tell.
        byline: writers, joined by a comma and a space; None without one.
        published: ISO day.
        published_time: RFC 3339 with the printed zone.
        language: ISO 639-1 code or ``und``.
        kind, completeness: values of `kronik.records.articles.Kind` and `Completeness`.
        prose_chars, removed_chars, unsure_chars: code points of the page text by verdict.
        times: how many times were found; None when the language has no pack for them.
    """

    id: str
    uri: str
    outlet: str | None
    headline: str | None
    byline: str | None
    published: str | None
    published_time: str | None
    language: str
    kind: str
    completeness: str
    prose_chars: int
    removed_chars: int
    unsure_chars: int
    times: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """One article that a search found.

    Attributes:
        row: the article.
        snippet: one line of headline or prose; found words stand between `SNIPPET_OPEN` and `SNIPPET_CLOSE`.
        score: BM25, higher is better, rounded to 4 decimals.
    """

    row: ArticleRow
    snippet: str
    score: float


SNIPPET_OPEN = "\N{MATHEMATICAL LEFT WHITE SQUARE BRACKET}"
"""Put before a found word; news text does not use it, so that a face can turn it into a mark of its own."""
SNIPPET_CLOSE = "\N{MATHEMATICAL RIGHT WHITE SQUARE BRACKET}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyCount:
    """Articles of one outlet on one day; None stands for a day or an outlet that the pages do not tell."""

    day: str | None
    outlet: str | None
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Articles of one outlet on one day, and how many of them are not whole; the latest revision of each article only.

    Attributes:
        day, outlet: None for what the pages do not tell.
        articles: how many.
        cut: those of which the page shows only a beginning, or one page of several.
        partial: those that are only a summary.
        prose_chars: code points of prose in all.
    """

    day: str | None
    outlet: str | None
    articles: int
    cut: int
    partial: int
    prose_chars: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictCount:
    """Code points of page text, and stretches, with one verdict and reason (None for prose and unsure)."""

    verdict: Verdict
    reason: Reason | None
    characters: int
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many of something there are."""

    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronicleInfo:
    """What a chronicle is and holds.

    Attributes:
        identity: what it was made by.
        file_bytes: size of the file, with the write-ahead log where a build is running.
        tables: rows per table, by name.
        failures: failures per code, by code.
        projections: pages per projection version.
        pages_with_raw, pages_without_raw: pages that keep their bytes, and those that do not.
        pages_outdated: pages that another version or other settings made (`kronik update` derives them anew).
        content: digest of the page ids; equal chronicles of one version have equal ones.
    """

    identity: Identity
    file_bytes: int
    tables: tuple[Count, ...]
    failures: tuple[Count, ...]
    projections: tuple[Count, ...]
    pages_with_raw: int
    pages_without_raw: int
    pages_outdated: int
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """Rows that were really added; what was there already, or took another row's place, does not count."""

    pages: int = 0
    articles: int = 0
    times: int = 0
    fetches: int = 0
    failures: int = 0

    def __add__(self, other: "Added") -> "Added":
        return Added(
            pages=self.pages + other.pages,
            articles=self.articles + other.articles,
            times=self.times + other.times,
            fetches=self.fetches + other.fetches,
            failures=self.failures + other.failures,
        )
