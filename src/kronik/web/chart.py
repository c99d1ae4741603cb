"""The chart of articles per day and outlet: which bars there are, and how high."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

MOST_BARS = 92
"""Bars in a row: a quarter of days. More would be too narrow to point at."""
MOST_OUTLETS = 12
"""Outlets with a row of their own; the others share one, so that a chronicle of a thousand blogs stays readable."""
ENOUGH_IN_BARS = 0.95
"""Share of the dated articles that the bars have to hold before some may stay outside: a few old pages, or a misread
year, must not turn the days of a week's news into one bar of a year. Chosen by looking at a scraped week of news, not
on gold."""
UNITS = (("day", 10), ("month", 7), ("year", 4))
"""Units of the bars, finest first, with the length of their part of an ISO day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """The bars of one outlet.

    Attributes:
        outlet: its name; None for articles that name no outlet.
        others: how many outlets this row puts together; 0 for a row of one.
        counts: articles in each bin of the chart.
        earlier, later: articles before the first and after the last bin.
        total: all of these.
    """

    outlet: str | None
    others: int
    counts: tuple[int, ...]
    earlier: int
    later: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyChart:
    """Articles by time of publication and outlet.

    Attributes:
        unit: ``day``, ``month`` or ``year``: what one bar stands for.
        bins: ISO day, month or year of each bar, one after the other, also those without articles; empty when no
            article has a day.
        rows: outlets, most articles first, then by name; a row of the others last.
        all: the row of all outlets.
        highest: the highest bar; at least 1.
        undated: articles without publication day, which no row holds.
    """

    unit: str
    bins: tuple[str, ...]
    rows: tuple[OutletRow, ...]
    all: OutletRow
    highest: int
    undated: int


Cells = Counter[tuple[str, str | None]]


def daily_chart(counts: Iterable[tuple[str | None, str | None, int]]) -> DailyChart:
    """Return the chart of (ISO day or None, outlet or None, articles).

    The unit is the finest whose bars hold enough of the articles; years where none does.
    """
    undated = 0
    by_day: Cells = Counter()
    for day, outlet, articles in counts:
        if day is None:
            undated += articles
        else:
            by_day[day, outlet] += articles
    unit, bins = _bins(by_day)
    length = dict(UNITS)[unit]
    cells: Cells = Counter()
    for (day, outlet), articles in by_day.items():
        cells[day[:length], outlet] += articles
    outlets = _ranked(cells)
    alone = outlets if len(outlets) <= MOST_OUTLETS else outlets[: MOST_OUTLETS - 1]
    others = outlets[len(alone) :]
    rows = [_row(cells, bins, [outlet]) for outlet in alone]
    if others:
        rows.append(_row(cells, bins, others))
    total = _row(cells, bins, outlets)
    return DailyChart(
        unit=unit, bins=bins, rows=tuple(rows), all=total, highest=max([1, *total.counts]), undated=undated
    )


def binned(counts: Mapping[str, int], unit: str, bins: Iterable[str]) -> tuple[int, ...]:
    """Return how many there are in each bin of a chart, given how many on each ISO day, and what a bin stands for."""
    length = dict(UNITS)[unit]
    found: Counter[str] = Counter()
    for day, count in counts.items():
        found[day[:length]] += count
    return tuple(found[label] for label in bins)


def _bins(by_day: Cells) -> tuple[str, tuple[str, ...]]:
    """Return the unit and the bins."""
    days: Counter[str] = Counter()
    for (day, _), articles in by_day.items():
        days[day] += articles
    chosen: tuple[str, tuple[str, ...]] = (UNITS[0][0], ())
    for unit, length in UNITS if days else ():
        bins: Counter[int] = Counter()
        for day, articles in days.items():
            bins[_number(day, length)] += articles
        first, last, held = _fullest(bins)
        chosen = unit, _labels(first, last, length)
        if held >= ENOUGH_IN_BARS * days.total():
            break
    return chosen


def _fullest(bins: Mapping[int, int]) -> tuple[int, int, int]:
    """Return first and last bin of the MOST_BARS neighbours that hold most articles (the latest such), and how many."""
    numbers = sorted(bins)
    best = (0, 0, 0)
    held = low = 0
    for number in numbers:
        held += bins[number]
        while number - numbers[low] >= MOST_BARS:
            held -= bins[numbers[low]]
            low += 1
        if held >= best[2]:
            best = (numbers[low], number, held)
    return best


def _number(day: str, length: int) -> int:
    """Return the number of the day, month or year that an ISO day is in."""
    moment = date.fromisoformat(day)
    if length == 10:
        return moment.toordinal()
    return moment.year * 12 + moment.month - 1 if length == 7 else moment.year


def _labels(first: int, last: int, length: int) -> tuple[str, ...]:
    numbers = range(first, last + 1)
    if length == 10:
        return tuple(date.fromordinal(number).isoformat() for number in numbers)
    if length == 7:
        return tuple(f"{number // 12:04d}-{number % 12 + 1:02d}" for number in numbers)
    return tuple(f"{number:04d}" for number in numbers)


def _ranked(cells: Cells) -> Sequence[str | None]:
    totals: Counter[str | None] = Counter()
    for (_, outlet), articles in cells.items():
        totals[outlet] += articles
    return sorted(totals, key=lambda outlet: (-totals[outlet], outlet is None, outlet or ""))


def _row(cells: Cells, bins: Sequence[str], outlets: Sequence[str | None]) -> OutletRow:
    chosen = frozenset(outlets)
    counts: Counter[str] = Counter()
    for (label, outlet), articles in cells.items():
        if outlet in chosen:
            counts[label] += articles
    return OutletRow(
        outlet=outlets[0] if len(outlets) == 1 else None,
        others=len(outlets) if len(outlets) > 1 else 0,
        counts=tuple(counts[label] for label in bins),
        earlier=sum(articles for label, articles in counts.items() if label < bins[0]),
        later=sum(articles for label, articles in counts.items() if label > bins[-1]),
        total=counts.total(),
    )
