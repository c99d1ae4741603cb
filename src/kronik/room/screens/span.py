"""A span of time: what was published in it, and what its pages report."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kronik.chronicle.browsing.asking import ARTICLES, REPORTS, STATEMENTS, Asked
from kronik.chronicle.queries import day_span
from kronik.chronicle.values import Row, Value, known_text, whole_of
from kronik.errors import UsageError
from kronik.room.over_time import drawn_over_time
from kronik.room.screen import Screen, Visit
from kronik.room.screens.overview import daily_counts
from kronik.web.chart import binned, daily_chart

SOURCES = {"articles": ARTICLES, "reports": REPORTS, "statements": STATEMENTS}
DRAWN = ("articles", "reports")
"""Measures by day of publication that are drawn."""

Rows = tuple[Mapping[str, Value], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanView:
    """What a span holds.

    Attributes:
        since, until: the days that were asked for; None where it is open.
        totals: articles and statements published in it, and reports of events that may have happened in it.
        outlets: articles by outlet, most first; the latest revision of each.
        unit, bins, series: the lines: articles and the reports in them, by day of publication.
        articles, reports, statements: rows, the newest first.
    """

    since: str | None
    until: str | None
    totals: Mapping[str, int]
    outlets: tuple[tuple[str | None, int], ...]
    unit: str
    bins: tuple[str, ...]
    series: Mapping[str, tuple[int, ...]]
    articles: Rows
    reports: Rows
    statements: Rows


def span_screen(visit: Visit, *, most: int) -> tuple[Screen, SpanView]:
    """Return the page of the days ``from`` and ``to``, with at most so many rows of each list.

    Raises:
        UsageError: the span ends before it begins, or nothing is of these days.
    """
    since, until = visit.day("from"), visit.day("to")
    asked = Asked(since=since, until=until)
    totals = {name: visit.desk.count(source, asked) for name, source in SOURCES.items()}
    if not any(totals.values()):
        raise UsageError("nothing in the chronicle is of these days")
    daily = _daily(visit, since, until)
    whole = daily_chart((known_text(day), known_text(outlet), whole_of(count)) for day, outlet, count, _ in daily)
    counts = daily_counts(daily, None)
    view = SpanView(
        since=since,
        until=until,
        totals=totals,
        outlets=_outlets(daily),
        unit=whole.unit,
        bins=whole.bins,
        series={name: binned(counts[name], whole.unit, whole.bins) for name in DRAWN},
        articles=visit.desk.first(ARTICLES, asked, most=most),
        reports=visit.desk.first(REPORTS, asked, most=most),
        statements=visit.desk.first(STATEMENTS, asked, most=most),
    )
    t = visit.t
    title = t("room.edition.span_title", since=_day(visit, since), until=_day(visit, until))
    screen = Screen(
        template="span.html",
        title=title,
        view=view,
        chart=(
            lambda: drawn_over_time(
                visit.t, view.bins, view.series, labels="room.measure.", title="room.overview.lines"
            )
        )
        if view.bins
        else None,
        place="overview",
    )
    return screen, view


def _day(visit: Visit, day: str | None) -> str:
    return "…" if day is None else visit.t.day(day)


def _daily(visit: Visit, since: str | None, until: str | None) -> tuple[Row, ...]:
    first = day_span(since)[0] if since else ""
    last = day_span(until)[1] if until else "9999-12-31"
    rows = visit.desk.rows("SELECT day, outlet, articles, reports FROM side.daily")
    return tuple(row for row in rows if row[0] is not None and first <= str(row[0]) <= last)


def _outlets(rows: Iterable[Row]) -> tuple[tuple[str | None, int], ...]:
    counts: dict[str | None, int] = {}
    for _, outlet, articles, _ in rows:
        counts[known_text(outlet)] = counts.get(known_text(outlet), 0) + whole_of(articles)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0] or "")))
