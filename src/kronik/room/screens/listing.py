"""Lists with filters that show their counts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kronik.chronicle.browsing.asking import UNTOLD, Asked, Source
from kronik.chronicle.values import Row, Value, whole_of
from kronik.room.screen import PAGE_ROWS, Sheet, Visit

MOST_OPTIONS = 10
"""Values of a filter that are offered; the others are reached by narrowing further."""
ALL_ROWS = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A value of a filter, and how many rows it would leave."""

    value: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A filter and its values, most rows first; ``more`` values are not offered."""

    name: str
    options: tuple[Option, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """One page of a list.

    Attributes:
        unit: what the rows are, and what every count counts: ``articles``, ``reports``, ...
        total: rows that fit.
        page, pages: which page this is, and how many there are.
        asked: the filters that are set.
        facets: what else can be set.
        rows: by name of the column.
    """

    unit: str
    total: int
    page: int
    pages: int
    asked: tuple[tuple[str, str], ...]
    facets: tuple[Facet, ...]
    rows: tuple[Mapping[str, Value], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a list is asked: its source, the free part of the question, and the chosen values of facets."""

    source: Source
    asked: Asked
    chosen: Mapping[str, str]
    best: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(self.source.columns)


def question(visit: Visit, source: Source, asked: Asked, *, best: bool = False) -> Question:
    """Return the question of a visit: facets are read from its address."""
    chosen = {name: value for name in source.facets if (value := visit.address.get(name)) is not None}
    return Question(source=source, asked=asked, chosen=chosen, best=best)


def list_view(visit: Visit, asked: Question, unit: str) -> ListView:
    """Return one page of a list."""
    total, facets = counted(visit, asked)
    pages = visit.pages(total)
    rows = fetched(visit, asked, first=visit.first, most=PAGE_ROWS)
    return ListView(
        unit=unit,
        total=total,
        page=visit.page,
        pages=pages,
        asked=tuple(pair for pair in visit.address.values if pair[0] not in {"lang", "page", "sort"}),
        facets=facets,
        rows=tuple(map(asked.source.named, rows)),
    )


def counted(visit: Visit, asked: Question) -> tuple[int, tuple[Facet, ...]]:
    """Return how many rows fit, and the facets with their counts."""
    free = asked.asked == Asked()
    source = asked.source
    if free:
        cells = visit.state.cells[source.name]
    else:
        cells = visit.kept((source.name, asked.asked), lambda: visit.desk.cells(source, asked.asked))
    return facets_of(tuple(asked.source.facets), cells, asked.chosen)


def fetched(visit: Visit, asked: Question, *, first: int, most: int) -> tuple[Row, ...]:
    """Return rows of a list."""
    facets = dict(asked.chosen)
    if asked.best:
        return visit.desk.best(asked.asked, facets, first=first, most=most)
    return visit.desk.listed(asked.source, asked.asked, facets, first=first, most=most)


def sheet_of(visit: Visit, asked: Question) -> Sheet:
    """Return all rows of a list."""
    return Sheet(columns=asked.columns, rows=fetched(visit, asked, first=0, most=ALL_ROWS))


def facets_of(names: Sequence[str], cells: Sequence[Row], chosen: Mapping[str, str]) -> tuple[int, tuple[Facet, ...]]:
    """Return the number of rows that fit what is chosen, and for each facet the counts of its values.

    A facet's counts leave its own choice aside, so that another value can be seen and chosen.

    Args:
        names: of the facets.
        cells: values of the facets in this order, and the number of rows with them.
        chosen: facet -> value.
    """
    counts: dict[str, Counter[str]] = {name: Counter() for name in names}
    total = 0
    for *values, count in cells:
        told = [UNTOLD if value is None else str(value) for value in values]
        missed = [name for name, value in zip(names, told, strict=True) if chosen.get(name, value) != value]
        number = whole_of(count)
        if not missed:
            total += number
        if len(missed) <= 1:
            for name, value in zip(names, told, strict=True):
                if not missed or missed == [name]:
                    counts[name][value] += number
    return total, tuple(_facet(name, counts[name], chosen.get(name)) for name in names)


def _facet(name: str, counts: Counter[str], chosen: str | None) -> Facet:
    ranked = sorted(counts, key=lambda value: (-counts[value], value))
    shown = ranked[:MOST_OPTIONS]
    if chosen is not None and chosen not in shown:
        shown.append(chosen)
    options = tuple(Option(value=value, count=counts[value], chosen=value == chosen) for value in shown)
    return Facet(name=name, options=options, more=max(0, len(ranked) - len(shown)))
