"""The chart of articles per day and outlet: which bars there are, and how high."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MOST_BARS = 92
"""Bars in a row: a quarter of days. More would be too narrow to point at; the next coarser unit is used."""
MOST_OUTLETS = 12
"""Outlets with a row of their own; the others share one, so that a chronicle of a thousand blogs stays readable."""
UNITS = (("day", 10), ("month", 7), ("year", 4))
"""Units of the bars, finest first, with the length of their part of an ISO day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """The bars of one outlet.

    Attributes:
        outlet: its name; None for articles that name no outlet.
        others: how many outlets this row puts together; 0 for a row of one.
        counts: articles in each bin of the chart.
        total: their sum.
    """

    outlet: str | None
    others: int
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyChart:
    """Articles by time of publication and outlet.

    Attributes:
        unit: ``day``, ``month`` or ``year``: what one bar stands for.
        bins: ISO day, month or year of each bar, ascending; those between first and last without articles too,
            unless even the years are too many (then ``gaps`` is True and only those with articles are here).
        rows: outlets, most articles first, then by name; a row of the others last.
        totals: articles of all outlets in each bin.
        highest: the highest of ``totals``; at least 1.
        dated: articles in the chart.
        undated: articles without publication day, which no bar holds.
        gaps: bins without articles are left out.
    """

    unit: str
    bins: tuple[str, ...]
    rows: tuple[OutletRow, ...]
    totals: tuple[int, ...]
    highest: int
    dated: int
    undated: int
    gaps: bool


def daily_chart(counts: Iterable[tuple[str | None, str | None, int]]) -> DailyChart:
    """Return the chart of (ISO day or None, outlet or None, articles)."""
    undated = 0
    by_day: Counter[tuple[str, str | None]] = Counter()
    for day, outlet, articles in counts:
        if day is None:
            undated += articles
        else:
            by_day[day, outlet] += articles
    unit, length, bins, gaps = _bins(sorted({day for day, _ in by_day}))
    cells: Counter[tuple[str, str | None]] = Counter()
    for (day, outlet), articles in by_day.items():
        cells[day[:length], outlet] += articles
    totals = [sum(articles for (label, _), articles in cells.items() if label == bin_) for bin_ in bins]
    return DailyChart(
        unit=unit,
        bins=bins,
        rows=_rows(cells, bins),
        totals=tuple(totals),
        highest=max([1, *totals]),
        dated=sum(totals),
        undated=undated,
        gaps=gaps,
    )


def _bins(days: Sequence[str]) -> tuple[str, int, tuple[str, ...], bool]:
    """Return unit, length of its label, labels, and whether empty ones are left out."""
    if not days:
        return "day", 10, (), False
    for unit, length in UNITS:
        labels = _between(days[0], days[-1], unit)
        if len(labels) <= MOST_BARS:
            return unit, length, labels, False
    return "year", 4, tuple(sorted({day[:4] for day in days})), True


def _between(first: str, last: str, unit: str) -> tuple[str, ...]:
    """Return the labels from the first to the last day, ends included; too many are cut off after MOST_BARS + 1."""
    low, high = date.fromisoformat(first), date.fromisoformat(last)
    if unit == "day":
        steps = min((high - low).days, MOST_BARS) + 1
        return tuple((low + timedelta(days=step)).isoformat() for step in range(steps))
    if unit == "month":
        months = range(low.year * 12 + low.month - 1, high.year * 12 + high.month)[: MOST_BARS + 1]
        return tuple(f"{month // 12:04d}-{month % 12 + 1:02d}" for month in months)
    return tuple(f"{year:04d}" for year in range(low.year, high.year + 1)[: MOST_BARS + 1])


def _rows(cells: Counter[tuple[str, str | None]], bins: Sequence[str]) -> tuple[OutletRow, ...]:
    totals: Counter[str | None] = Counter()
    for (_, outlet), articles in cells.items():
        totals[outlet] += articles
    ranked = sorted(totals, key=lambda outlet: (-totals[outlet], outlet is None, outlet or ""))
    alone = ranked if len(ranked) <= MOST_OUTLETS else ranked[: MOST_OUTLETS - 1]
    others = ranked[len(alone) :]
    rows = [_row(cells, bins, [outlet], 0) for outlet in alone]
    if others:
        rows.append(_row(cells, bins, others, len(others)))
    return tuple(rows)


def _row(
    cells: Counter[tuple[str, str | None]], bins: Sequence[str], outlets: Sequence[str | None], others: int
) -> OutletRow:
    counts = tuple(sum(cells[label, outlet] for outlet in outlets) for label in bins)
    return OutletRow(outlet=None if others else outlets[0], others=others, counts=counts, total=sum(counts))
