"""The report: a chronicle as one HTML file that opens without network."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from kronik.chronicle.finding_queries import FindingFilter
from kronik.chronicle.reader import ArticleFilter, ArticleRow
from kronik.errors import UsageError
from kronik.knowledge.outlines import load_outlines
from kronik.records.masking import masked
from kronik.web.article_view import ArticleView, article_view
from kronik.web.chart import daily_chart
from kronik.web.overview import overview
from kronik.web.read_view import ReadView
from kronik.web.region_map import region_map
from kronik.web.rendering import chunks, environment, script, security_policy, style
from kronik.web.wording import wording

FULL_TEXT_LIMIT = 200
"""Articles with full text in a report unless asked otherwise: some 2 MB of HTML, which a phone opens."""
LIST_GROUP = 200
"""Rows of the list that fold together, so that a long list opens fast and can be walked by keyboard."""
FAILURE_LIMIT = 200
"""Failures that are listed one by one; the counts by code hold all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """A row of the list; ``full`` where the article stands in the file with its text."""

    article: ArticleRow
    full: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListGroup:
    """Rows ``first`` to ``last`` (from 1) of the list."""

    first: int
    last: int
    rows: tuple[ListRow, ...]


def render_report(
    chronicle: ReadView, *, language: str = "en", title: str | None = None, limit: int = FULL_TEXT_LIMIT
) -> Iterator[str]:
    """Return the report on a chronicle, piece by piece; the pieces joined are one HTML file.

    Every article has its row in the list; the first ``limit`` of them, in the order of the list, have a section with
    ledger, page text and times. The file loads nothing from the network and works with scripts off. The chronicle has
    to stay open until the last piece is read; no more than one article and one group of rows is held at a time.

    Args:
        chronicle: what is reported on.
        language: of the labels: a code in `kronik.web.wording.LANGUAGES`.
        title: heading of the report; None for a general one.
        limit: most articles with full text; 0 for the list alone.

    Raises:
        UsageError: unknown language, negative limit, or Jinja2 (the extra ``web``) is missing.
    """
    if limit < 0:
        raise UsageError(f"the limit of articles with full text cannot be below 0: {limit}")
    words = wording(language)
    template = environment().get_template("report.html")
    counts = chronicle.daily_counts()
    summary = overview(chronicle.info(), chronicle.articles(ArticleFilter()), chronicle.verdict_counts())
    pieces = template.generate(
        t=words,
        policy=security_policy(),
        style=style(),
        script=script(),
        title=title or words("page.title"),
        overview=summary,
        map=region_map(chronicle.reports(FindingFilter()), load_outlines()),
        chart=daily_chart((count.day, count.outlet, count.articles) for count in counts),
        failures=islice(chronicle.failures(), FAILURE_LIMIT),
        failure_limit=FAILURE_LIMIT,
        groups=_groups(chronicle, limit),
        full=min(limit, summary.quality.articles),
        articles=_articles(chronicle, limit),
    )
    return chunks(pieces)


def _groups(chronicle: ReadView, limit: int) -> Iterator[ListGroup]:
    rows = (ListRow(article=row, full=at < limit) for at, row in enumerate(chronicle.articles(ArticleFilter())))
    first = 1
    while group := tuple(islice(rows, LIST_GROUP)):
        yield ListGroup(first=first, last=first + len(group) - 1, rows=group)
        first += len(group)


def _articles(chronicle: ReadView, limit: int) -> Iterator[ArticleView]:
    if not limit:
        return
    ids = [row.id for row in chronicle.articles(ArticleFilter(), limit=limit)]
    for page_id in ids:
        yield article_view(masked(chronicle.bundle(page_id)), chronicle.fetches(page_id))
