"""Questions to the store as SQL: what a person types becomes parameters, never part of a statement."""

import calendar
import re
from dataclasses import dataclass

from kronik.chronicle.rows import ArticleFilter
from kronik.errors import UsageError

_ARTICLE_COLUMNS = (
    "a.page_id, a.uri, a.outlet, a.headline, a.byline, a.published, a.published_time, a.language, a.kind,"
    " a.completeness, a.prose_chars, a.removed_chars, a.unsure_chars, a.times"
)
"""Columns of `article_list` in the order of `ArticleRow`."""

ARTICLES = f"""
    SELECT {_ARTICLE_COLUMNS} FROM article_list AS a WHERE {{condition}}
    ORDER BY a.published NULLS LAST, a.page_id LIMIT :limit
"""  # noqa: S608  (constants; what a person gives is bound)
"""Articles by day; ``condition`` is that of `condition_of`."""

SEARCH = f"""
    WITH best AS (
        SELECT a.number, a.page_id, round(-bm25(article_words), :decimals) AS score
        FROM article_words JOIN articles AS a ON a.number = article_words.rowid
        WHERE article_words MATCH :match AND {{condition}}
        ORDER BY score DESC, a.page_id LIMIT :limit
    )
    SELECT {_ARTICLE_COLUMNS}, snippet(article_words, -1, :open, :close, '…', :words), best.score
    FROM best
    JOIN article_words ON article_words.rowid = best.number AND article_words MATCH :match
    JOIN article_list AS a ON a.page_id = best.page_id
    ORDER BY best.score DESC, best.page_id
"""  # noqa: S608  (the same)
"""Articles by rank; snippets are cut for the best alone."""

MOST_WORDS = 64
"""Most words of a search that count: more is a pasted text, and would only slow the search down."""

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on ``articles`` or ``article_list`` under the name ``a``, and its parameters by name."""

    sql: str
    parameters: tuple[tuple[str, str], ...]


def condition_of(where: ArticleFilter) -> Condition:
    """Return the condition that a filter means.

    Raises:
        UsageError: a day that is none, or a span that ends before it begins.
    """
    tests: list[str] = []
    parameters: list[tuple[str, str]] = []
    if where.outlet is not None:
        tests.append("a.outlet = :outlet COLLATE NOCASE")
        parameters.append(("outlet", where.outlet))
    if where.language is not None:
        tests.append("a.language = :language")
        parameters.append(("language", where.language))
    span = []
    since = None if where.since is None else day_span(where.since)[0]
    until = None if where.until is None else day_span(where.until)[1]
    if since and until and since > until:
        raise UsageError(f"the span ends ({where.until}) before it begins ({where.since})")
    if since:
        span.append("a.published >= :since")
        parameters.append(("since", since))
    if until:
        span.append("a.published <= :until")
        parameters.append(("until", until))
    if span:
        dated = " AND ".join(span)
        tests.append(f"(a.published IS NULL OR ({dated}))" if where.undated else f"({dated})")
    return Condition(" AND ".join(tests) or "TRUE", tuple(parameters))


def day_span(day: str) -> tuple[str, str]:
    """Return first and last ISO day of ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Raises:
        UsageError: no such day, month or year.
    """
    match = _DAY.fullmatch(day)
    year, month, of_month = (int(number) if number else None for number in match.groups()) if match else (None,) * 3
    if year and (month is None or 1 <= month <= 12):
        last = calendar.monthrange(year, month or 12)[1]
        if of_month is None:
            return f"{year:04}-{month or 1:02}-01", f"{year:04}-{month or 12:02}-{last:02}"
        if 1 <= of_month <= last:
            return day, day
    raise UsageError(f"{day!r} is not a day: give YYYY-MM-DD, YYYY-MM or YYYY")


def match_of(words: str) -> str | None:
    """Return what FTS5 is asked for: every word as a quoted phrase, all of them; None when there is no word.

    Signs of FTS5's own language mean nothing here. A word without a letter or digit cannot be found and is left out.
    """
    usable = [word for word in words.replace("\x00", " ").split() if any(sign.isalnum() for sign in word)]
    quoted = ['"{}"'.format(word.replace('"', '""')) for word in usable[:MOST_WORDS]]
    return " ".join(quoted) or None
