"""The first screen: what the chronicle holds, over time, by type and place, and how far it can be trusted."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import repeat

from kronik.chronicle.finding_queries import ReportRow
from kronik.chronicle.values import Row, known_text, whole_of
from kronik.room.over_time import drawn_over_time
from kronik.room.screen import Screen, Sheet, Visit
from kronik.web.chart import binned, daily_chart
from kronik.web.region_map import RegionMap, region_map

MEASURES = ("articles", "reports", "stories", "events")
"""What is counted each day, each on a line of its own."""
ADDED = frozenset(("articles", "reports"))
"""Measures whose days add up; a story is told on several days."""
WEEKS = 6
"""Weeks of the table of types, the last ones: what fits beside the table of regencies."""
QUIET = 0.02
"""Share of the articles that bins at the beginning may hold together to be left out of the lines: a few old pages must
not press the days of the news into a corner. Chosen by looking at a scraped week of news."""
TABLES = ("series", "types", "regencies", "outlets", "totals")
"""Tables of the page that can be taken along; the first unless asked otherwise."""
REGENCIES = 15
"""Regencies that the table lists beside the map."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One measure: its count in each bin, before the first and after the last, and of unknown day."""

    name: str
    counts: tuple[int, ...]
    outside: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """Reports of one type by week of publication, ``YYYY-Www``."""

    type: str
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegencyRow:
    """Reports that happen in one regency."""

    province: str | None
    regency: str
    code: str | None
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """Articles of an outlet and the reports in them; the latest revision of each article."""

    outlet: str | None
    articles: int
    reports: int
    constant: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView:
    """What the first screen shows.

    Attributes:
        totals: name -> count, as docs/reading-room.md says what each counts.
        constant: only outlets that have articles in every bin, where there are such.
        unit, bins: of the series: ``day``, ``month`` or ``year``.
        series: the measures.
        grouped: stories and events are counted; False while they are computed.
        weeks, types: the table of types.
        outlets, regencies: the tables of these.
        map: reports by regency of Indonesia.
    """

    totals: Mapping[str, int]
    constant: bool
    unit: str
    bins: tuple[str, ...]
    series: tuple[Series, ...]
    grouped: bool
    weeks: tuple[str, ...]
    types: tuple[WeekRow, ...]
    outlets: tuple[OutletRow, ...]
    regencies: tuple[RegencyRow, ...]
    map: RegionMap


def overview_screen(visit: Visit) -> Screen:
    """Return the overview; ``outlets=constant`` holds the set of outlets constant."""
    constant = visit.choice("outlets", ("all", "constant")) == "constant"
    view = visit.kept(("overview", constant), lambda: overview_of(visit, constant=constant))
    t = visit.t

    def chart() -> str:
        series = {one.name: one.counts for one in view.series}
        told = frozenset(series) - ADDED
        return drawn_over_time(t, view.bins, series, labels="room.measure.", title="room.overview.lines", unsummed=told)

    return Screen(
        template="overview.html",
        title=t("room.overview.title"),
        view=view,
        sheet=lambda: sheet_of(view, visit.choice("table", TABLES)),
        chart=chart,
        place="overview",
    )


def sheet_of(view: OverviewView, table: str) -> Sheet:
    """Return one of the page's tables (`TABLES`) to take along."""
    if table == "types":
        rows: Iterable[Row] = ((row.type, *row.counts, row.total) for row in view.types)
        return Sheet(columns=("type", *view.weeks, "total"), rows=rows)
    if table == "regencies":
        rows = ((row.province, row.regency, row.code, row.reports) for row in view.regencies)
        return Sheet(columns=("province", "regency", "code", "reports"), rows=rows)
    if table == "outlets":
        rows = ((row.outlet, row.articles, row.reports, int(row.constant)) for row in view.outlets)
        return Sheet(columns=("outlet", "articles", "reports", "constant"), rows=rows)
    if table == "totals":
        return Sheet(columns=("name", "count"), rows=((name, count) for name, count in view.totals.items()))
    return Sheet(columns=(view.unit, *(one.name for one in view.series)), rows=_rows(view))


def overview_of(visit: Visit, *, constant: bool) -> OverviewView:
    """Return what the first screen shows."""
    stories = visit.state.stories
    by_outlet = visit.desk.rows("SELECT day, outlet, articles, reports FROM side.daily")
    whole = daily_chart((known_text(day), known_text(outlet), whole_of(count)) for day, outlet, count, _ in by_outlet)
    bins = busy_bins(whole.bins, whole.all.counts)
    known = {row.outlet: row.counts for row in whole.rows if not row.others}
    start, kept = constant_set(known, first=len(whole.bins) - len(bins))
    chosen = kept if constant else None
    bins = whole.bins[start:] if constant and kept else bins
    daily = daily_counts(by_outlet, chosen) | told_counts(visit, chosen)
    weeks, types = _types(visit, chosen)
    (totals,) = visit.desk.rows(f"SELECT {', '.join(_TOTALS)} FROM side.total")  # noqa: S608  (constants)
    counted = dict(zip(_TOTALS, map(whole_of, totals), strict=True))
    if stories is not None:
        counted["stories"] = len(stories.cards)
    if stories is not None and stories.events is not None:
        counted["events"] = whole_of(visit.desk.rows("SELECT count(*) FROM events.event")[0][0])
    return OverviewView(
        totals=counted,
        constant=constant,
        unit=whole.unit,
        bins=bins,
        series=tuple(_series(name, daily[name], whole.unit, bins) for name in MEASURES if name in daily),
        grouped="events" in daily,
        weeks=weeks,
        types=types,
        outlets=_outlets(by_outlet, kept),
        map=region_map(_placed(visit), visit.reference.outlines()),
        regencies=tuple(
            RegencyRow(province=known_text(p), regency=str(r), code=known_text(code), reports=whole_of(n))
            for p, r, code, n in visit.desk.rows(
                "SELECT province, regency, code, reports FROM side.regional ORDER BY reports DESC, regency, province"
            )
        ),
    )


_TOTALS = (
    "articles", "current", "undated", "cut", "statements", "reports", "reports_undated", "reports_placeless", "actors",
    "characters", "removed", "unsure", "failures",
)  # fmt: skip


def busy_bins(bins: Sequence[str], counts: Sequence[int]) -> tuple[str, ...]:
    """Return the bins without those at the beginning that hold next to nothing together (`QUIET`)."""
    left = QUIET * sum(counts)
    for at, count in enumerate(counts):
        left -= count
        if left < 0:
            return tuple(bins[at:])
    return tuple(bins)


def constant_set(counts: Mapping[str | None, Sequence[int]], *, first: int) -> tuple[int, frozenset[str | None]]:
    """Return from which bin on a set of outlets is constant, and the outlets: each has articles in all bins from there.

    A span that begins earlier has fewer such outlets. Of all that begin at ``first`` or later and have two bins at
    least, it is the one in which the set has most articles; of equals the longest.

    Returns:
        ``first`` and no outlets where no outlet has articles in two bins on end.
    """
    best = (0, first, frozenset[str | None]())
    for start in range(first, max(map(len, counts.values()), default=0) - 1):
        kept = frozenset(outlet for outlet, bins in counts.items() if all(bins[start:]))
        articles = sum(sum(counts[outlet][start:]) for outlet in kept)
        if articles > best[0]:
            best = articles, start, kept
    return best[1], best[2]


def daily_counts(rows: Iterable[Row], outlets: frozenset[str | None] | None) -> dict[str, Counter[str]]:
    """Return what was published on each day: articles, and reports in them.

    Args:
        rows: day, outlet, articles, reports; rows without a day are left out.
        outlets: only these; None for all.
    """
    out: dict[str, Counter[str]] = {name: Counter() for name in ADDED}
    for day, outlet, articles, reports in rows:
        if day is not None and (outlets is None or outlet in outlets):
            out["articles"][str(day)] += whole_of(articles)
            out["reports"][str(day)] += whole_of(reports)
    return out


def told_counts(visit: Visit, outlets: frozenset[str | None] | None) -> dict[str, Counter[str]]:
    """Return the stories and the events that the articles of each day tell, each once a day, as far as they stand.

    Args:
        visit: with or without stories.
        outlets: only articles of these; None for all.
    """
    stories = visit.state.stories
    tables = {"stories": ("told.story_day", "story")} if stories else {}
    tables |= {"events": ("events.event_day", "event")} if stories and stories.events else {}
    which = "TRUE" if outlets is None else "ifnull(outlet, '') IN (SELECT value FROM json_each(:outlets))"
    chosen = json.dumps(sorted(outlet or "" for outlet in outlets or ()))
    out = {}
    for name, (table, column) in tables.items():
        query = f"SELECT day, count(DISTINCT {column}) FROM {table} WHERE day IS NOT NULL AND {which} GROUP BY day"  # noqa: S608 (constants)
        out[name] = Counter({str(day): whole_of(count) for day, count in visit.desk.rows(query, outlets=chosen)})
    return out


def _series(name: str, counts: Counter[str], unit: str, bins: Sequence[str]) -> Series:
    inside = binned(counts, unit, bins)
    return Series(name=name, counts=inside, outside=counts.total() - sum(inside), total=counts.total())


def _types(visit: Visit, outlets: frozenset[str | None] | None) -> tuple[tuple[str, ...], tuple[WeekRow, ...]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, day, outlet, reports in visit.desk.rows("SELECT type, day, outlet, reports FROM side.typed"):
        if day is not None and (outlets is None or outlet in outlets):
            year, week, _ = date.fromisoformat(str(day)).isocalendar()
            counts[str(kind)][f"{year:04}-W{week:02}"] += whole_of(reports)
    weeks = _last_weeks(max((week for found in counts.values() for week in found), default=None))
    rows = (
        WeekRow(type=kind, counts=tuple(found[week] for week in weeks), total=sum(found[week] for week in weeks))
        for kind, found in counts.items()
    )
    return weeks, tuple(sorted((row for row in rows if row.total), key=lambda row: (-row.total, row.type)))


def _last_weeks(last: str | None) -> tuple[str, ...]:
    if last is None:
        return ()
    monday = date.fromisocalendar(int(last[:4]), int(last[6:]), 1)
    found = [(monday - timedelta(weeks=back)).isocalendar() for back in range(WEEKS)]
    return tuple(f"{year:04}-W{week:02}" for year, week, _ in reversed(found))


def _outlets(rows: Iterable[Row], kept: frozenset[str | None]) -> tuple[OutletRow, ...]:
    articles: Counter[str | None] = Counter()
    reports: Counter[str | None] = Counter()
    for _, outlet, count, told in rows:
        articles[known_text(outlet)] += whole_of(count)
        reports[known_text(outlet)] += whole_of(told)
    ranked = sorted(articles, key=lambda outlet: (-articles[outlet], outlet is None, outlet or ""))
    return tuple(
        OutletRow(outlet=outlet, articles=articles[outlet], reports=reports[outlet], constant=outlet in kept)
        for outlet in ranked
    )


def _placed(visit: Visit) -> Iterator[ReportRow]:
    """Yield each report of latest revisions with its place alone."""
    blank = ReportRow._make([None] * len(ReportRow._fields))
    for country, province, regency, told, count in visit.desk.rows(
        "SELECT country, province, regency, told, reports FROM side.placed"
    ):
        row = blank._replace(
            country=known_text(country),
            province=known_text(province),
            regency=known_text(regency),
            place="told" if told else None,
        )
        yield from repeat(row, whole_of(count))


def _rows(view: OverviewView) -> Iterable[Row]:
    for at, day in enumerate(view.bins):
        yield (day, *(one.counts[at] for one in view.series))
