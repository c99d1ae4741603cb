"""Events, their reports and articles as a workbook (XLSX) in which every text is a text, whatever it begins with."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from kronik.errors import UsageError
from kronik.exchange.edition import Edition
from kronik.exchange.event_reports import citation
from kronik.exchange.timelines import headline
from kronik.stories.fields import placed, told
from kronik.stories.tellings import Party, Telling

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | date | None

LONGEST_CELL = 32_767
"""Characters that a cell of a spreadsheet may hold; a longer text is cut and ends in an ellipsis."""
MOST_ROWS = 1_048_576
"""Rows that a sheet may have."""
FIRST_DAY = date(1900, 3, 1)
"""Spreadsheets count days from 1900 and take that year for a leap year; an earlier day stays text."""
CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands as day of making in every workbook: the same chronicle gives the same bytes."""
WIDTH = 22
"""Of a column, in characters: an id is cut, a day and most names are not."""
JOINT = "; "

EVENT_COLUMNS = (
    "event_id", "first_day", "last_day", "what", "type", "reports", "independent_sources", "first_published",
    "last_published", "agreed", "differing", "rule",
)  # fmt: skip
REPORT_COLUMNS = (
    "report_id", "event_id", "type", "mode", "day", "last_day", "date_told", "actors", "recipients", "place", "status",
    "claimed_by", "denied_by", "figures", "words", "start_char", "end_char", "score", "page_id", "copy_of",
)  # fmt: skip
ARTICLE_COLUMNS = ("page_id", "outlet", "published", "headline", "byline", "uri", "citation")


def write_workbook(edition: Edition, path: Path) -> None:
    """Write the workbook: the sheets about, events, reports and articles.

    Raises:
        UsageError: XlsxWriter is missing (names the extra to install), or a sheet would have too many rows.
    """
    if find_spec("xlsxwriter") is None:
        raise UsageError("XLSX needs XlsxWriter: pip install 'kronik[xlsx]'")
    import xlsxwriter  # noqa: PLC0415  (optional dependency)

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"title": "Kronik", "comments": edition.made_by, "created": CREATED.replace(tzinfo=None)})
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        for name, columns, rows in _sheets(edition):
            sheet = book.add_worksheet(name)
            _fill(sheet, [columns], bold)
            count = _fill(sheet, rows, day, first=1)
            sheet.freeze_panes(1, 1)
            sheet.set_column(0, len(columns) - 1, WIDTH)
            if count:
                sheet.autofilter(0, 0, count, len(columns) - 1)


def _sheets(edition: Edition) -> Iterator[tuple[str, Sequence[str], list[tuple[Cell, ...]]]]:
    yield "about", ("field", "value"), _about(edition)
    yield "events", EVENT_COLUMNS, _events(edition)
    yield "reports", REPORT_COLUMNS, _reports(edition)
    yield "articles", ARTICLE_COLUMNS, _articles(edition)


def _about(edition: Edition) -> list[tuple[Cell, ...]]:
    return [
        ("made by", f"kronik {edition.version}"),
        ("contents", edition.content),
        ("settings", edition.settings),
        ("rule of merging reports into events", edition.rule),
        ("what a row says", "that a source reports it; no row says that it happened"),
        ("rights", "quoted words belong to their authors and publishers"),
    ]


def _events(edition: Edition) -> list[tuple[Cell, ...]]:
    return [
        (
            event.id, _day(event.day[0]), _day(event.day[1]), headline(event), event.tellings[0].report.type,
            len(event.tellings), event.independent, _day(event.first), _day(event.last),
            JOINT.join(f"{field.name}: {field.values[0].value}" for field in event.agreed),
            JOINT.join(f"{f.name}: {' | '.join(value.value for value in f.values)}" for f in event.differing),
            event.rule,
        )
        for event in edition.events
    ]  # fmt: skip


def _reports(edition: Edition) -> list[tuple[Cell, ...]]:
    return [_report(edition, event.id, one) for event in edition.events for one in event.tellings]


def _report(edition: Edition, event: str, one: Telling) -> tuple[Cell, ...]:
    report, quotes = one.report, edition.quotes[one.report.id]
    return (
        report.id, event, report.type, report.mode, _day(report.earliest), _day(report.latest), report.date,
        _names(one.actors), _names(one.recipients), placed(report), report.status.value, _names(one.claimed_by),
        _names(one.denied_by), JOINT.join(f"{figure.kind.value} {told(figure)}" for figure in report.figures),
        quotes.trigger, quotes.at[0].start, quotes.at[-1].end, report.score, one.page,
        None if one.source == one.page else one.source,
    )  # fmt: skip


def _articles(edition: Edition) -> list[tuple[Cell, ...]]:
    return [
        (one.page, one.outlet, one.published, one.headline, one.byline, one.uri, citation(one))
        for _, one in sorted(edition.sources.items())
    ]


def _fill(sheet: "Worksheet", rows: Sequence[Sequence[Cell]], style: object, *, first: int = 0) -> int:
    """Write rows from a line on, days and headings in a style; return the number of the last line."""
    if first + len(rows) > MOST_ROWS:
        raise UsageError(f"a sheet holds {MOST_ROWS} rows at most: use --format csv or parquet")
    for at, row in enumerate(rows, first):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(at, column, _fitting(value), *([style] if first == 0 else []))
            elif isinstance(value, date):
                sheet.write_datetime(at, column, value, style)
            elif value is not None:
                sheet.write_number(at, column, value)
    return first + len(rows) - 1


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"


def _day(day: str | None) -> Cell:
    """Return an ISO day as a day; what no spreadsheet has as a day stays text."""
    try:
        found = date.fromisoformat(day or "")
    except ValueError:
        return day
    return found if found >= FIRST_DAY else day


def _names(parties: Sequence[Party]) -> str | None:
    return JOINT.join(dict.fromkeys(party.name for party in parties)) or None
