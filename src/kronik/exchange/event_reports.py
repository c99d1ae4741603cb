"""Reports with the events that they tell, in the shape that the R package eventreport works on.

The package (van Baalen and Höglund, doi:10.32614/CRAN.package.eventreport) takes a data frame with one row a report and
a column that names the event; which columns it aggregates, and by which rule, its user says. Where a column means what
one of the package's own data set MAVERICK means, it has that column's name.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from kronik.chronicle.exports.spreadsheets import safe_cell
from kronik.exchange.edition import Edition, Source, party_id
from kronik.records.actors import ActorKind
from kronik.records.places import Precision
from kronik.records.reports import Figure, FigureKind, Limit
from kronik.stories.events import Event
from kronik.stories.fields import told
from kronik.stories.tellings import Party, Telling

Cell = str | int | float | None

GEO_PRECISION = {
    Precision.COUNTRY: 1,
    Precision.PROVINCE: 2,
    Precision.REGENCY: 3,
    Precision.DISTRICT: 4,
    Precision.CITY: 4,
    Precision.VILLAGE: 5,
}
"""How finely a place is told: 1 is a country, as in MAVERICK; a street, which would be 6 there, is not known here."""

NAMED, UNNAMED = 2, 1
"""How finely an actor is told: by name, or as a group or person without one."""

ACTORS = 2
"""Actors, and as many recipients, that have columns of their own; all stand in ``actors`` and ``recipients``."""

JOINT = "; "
PERSON_FIGURES = (
    ("deaths", FigureKind.KILLED),
    ("injuries", FigureKind.INJURED),
    ("missing", FigureKind.MISSING),
    ("arrests", FigureKind.ARRESTED),
    ("evacuated", FigureKind.EVACUATED),
    ("displaced", FigureKind.DISPLACED),
    ("participants", FigureKind.PARTICIPANTS),
)
"""Numbers of people that have columns ``NAME_best``, ``NAME_low``, ``NAME_high`` and ``NAME_told``."""


def event_reports(edition: Edition) -> Iterator[bytes]:
    """Yield the reports as CSV in UTF-8, heading first, by event and publication; lines end in CR LF.

    A text that a spreadsheet would take for a formula gets an apostrophe in front, as in the other CSV exports. What a
    report does not tell is an empty cell.
    """
    yield _line(columns())
    for event in edition.events:
        for one in event.tellings:
            yield _line([value for _, value in _row(edition, event, one)])


def columns() -> list[str]:
    """Return the names of the columns."""
    people = [f"{name}_{side}" for name, _ in PERSON_FIGURES for side in ("best", "low", "high", "told")]
    return [*_HEAD, *(f"actor{at}{part}" for at in range(1, 2 * ACTORS + 1) for part in _PARTY), *people, *_TAIL]


_HEAD = (
    "id", "event_id", "event_rule", "country", "date_start", "date_end", "date_told", "province", "regency", "city",
    "location", "latitude", "longitude", "geo_precision", "event_type", "event_mode", "status", "actors", "recipients",
    "claimed_by", "denied_by",
)  # fmt: skip
_PARTY = ("", "_id", "_type", "_country", "_role", "_precision")
_TAIL = (
    "money", "source", "source_author", "source_type", "source_id", "own_words", "story_id", "outlet", "published",
    "headline", "link", "trigger", "trigger_start", "trigger_end", "score", "unit_of_analysis",
)  # fmt: skip


def _row(edition: Edition, event: Event, one: Telling) -> Iterator[tuple[str, Cell]]:
    report, source, quotes = one.report, edition.sources[one.page], edition.quotes[one.report.id]
    where = report.where
    level = GEO_PRECISION.get(where.precision) if where and where.precision else None
    head: Sequence[Cell] = (
        report.id, event.id, event.rule, where.country if where else None, report.earliest, report.latest, report.date,
        where.province if where else None, where.regency if where else None, where.locality if where else None,
        quotes.place, where.latitude if where else None, where.longitude if where else None, level, report.type,
        report.mode, report.status.value, _names(one.actors), _names(one.recipients), _names(one.claimed_by),
        _names(one.denied_by),
    )  # fmt: skip
    yield from zip(_HEAD, head, strict=True)
    for at, (party, role) in enumerate(_chosen(one), 1):
        for part, value in zip(_PARTY, _party(party, role), strict=True):
            yield f"actor{at}{part}", value
    for name, kind in PERSON_FIGURES:
        numbers = [figure for figure in report.figures if figure.kind is kind and not figure.cumulative]
        for side, value in zip(("best", "low", "high", "told"), _numbers(numbers), strict=True):
            yield f"{name}_{side}", value
    money = JOINT.join(told(figure) for figure in report.figures if figure.kind is FigureKind.MONEY) or None
    tail: Sequence[Cell] = (
        money, citation(source), source.byline, "news", one.page, int(one.source == one.page), one.story, source.outlet,
        source.published, source.headline, source.uri, quotes.trigger, quotes.at[0].start, quotes.at[-1].end,
        report.score, "Event report",
    )  # fmt: skip
    yield from zip(_TAIL, tail, strict=True)


def citation(source: Source) -> str:
    """Return an article in one line: outlet, day, headline."""
    day = f"({source.published[:10]})" if source.published else "(undated)"
    return " ".join(filter(None, (source.outlet, day, source.headline)))


def _chosen(one: Telling) -> list[tuple[Party | None, str | None]]:
    out: list[tuple[Party | None, str | None]] = []
    for role, parties in (("actor", one.actors), ("recipient", one.recipients)):
        out += [(party, role) for party in parties[:ACTORS]]
        out += [(None, None)] * (ACTORS - len(parties[:ACTORS]))
    return out


def _party(party: Party | None, role: str | None) -> tuple[Cell, ...]:
    if party is None:
        return (None,) * len(_PARTY)
    named = party.identity is not None and party.kind is not ActorKind.GROUP
    return party.name, party_id(party), party.kind.value, party.country, role, NAMED if named else UNNAMED


def _numbers(figures: Sequence[Figure]) -> tuple[Cell, Cell, Cell, Cell]:
    """Return the one number that a report gives, its bounds, and all as told; of several numbers there is no best."""
    if not figures:
        return None, None, None, None
    shown = JOINT.join(told(figure) + (f" ({figure.victims})" if figure.victims else "") for figure in figures)
    lows = [figure.value for figure in figures if figure.limit is not Limit.LESS]
    highs = [figure.value for figure in figures if figure.limit is not Limit.MORE]
    open_low, open_high = len(lows) < len(figures), len(highs) < len(figures)
    best = figures[0].value if len(figures) == 1 and not open_low and not open_high else None
    return (
        _plain(best),
        None if open_low else _plain(min(lows)),
        None if open_high else _plain(max(highs)),
        shown,
    )


def _plain(value: float | None) -> Cell:
    return int(value) if value is not None and value == int(value) else value


def _names(parties: Sequence[Party]) -> str | None:
    return JOINT.join(dict.fromkeys(party.name for party in parties)) or None


def _line(values: Sequence[Cell]) -> bytes:
    out = io.StringIO(newline="")
    cells = ("" if value is None else safe_cell(value) if isinstance(value, str) else str(value) for value in values)
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode()
