"""One statement and one report, each under an address of its own that stays."""

from collections.abc import Mapping
from dataclasses import dataclass

from kronik.chronicle.browsing.asking import REPORTS, STATEMENTS, Source
from kronik.chronicle.values import Value, whole_of
from kronik.room.screen import RoomError, Screen, Sheet, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleView:
    """A row of a list.

    Attributes:
        id: of the statement or the report.
        row: as in the list, by name of the column.
        field: key of it in the reader, which shows its characters.
        event: id of the event that a report tells; None for a statement, and while events are computed.
        reports: how many tell the event.
        story: id of the article's story of several articles.
    """

    id: str
    row: Mapping[str, Value]
    field: str
    event: str | None
    reports: int
    story: str | None


def statement_screen(visit: Visit) -> Screen:
    """Return one statement. Raises RoomError when there is none of this id."""
    return _screen(visit, STATEMENTS, "statement")


def report_screen(visit: Visit) -> Screen:
    """Return one report. Raises RoomError when there is none of this id."""
    return _screen(visit, REPORTS, "report")


def _screen(visit: Visit, source: Source, name: str) -> Screen:
    row = visit.desk.single(source, visit.name)
    if row is None:
        raise RoomError(404, f"room.error.{name}")
    stories = visit.state.stories
    event, reports = _event_of(visit, visit.name) if name == "report" and stories and stories.events else (None, 0)
    view = SingleView(
        id=visit.name,
        row=row,
        field=f"{name[0]}{visit.desk.number_in_article(source, visit.name)}",
        event=event,
        reports=reports,
        story=stories.of_page.get(str(row["page_id"])) if stories else None,
    )
    told = str(row["speakers"] or visit.t("statement.unnamed")) if name == "statement" else ""
    kind = visit.t.name("room.type", str(row["type"])) if name == "report" else visit.t("room.kind.statement")
    return Screen(
        template=f"{name}.html",
        title=f"{kind}: {told}" if told else kind,
        view=view,
        sheet=lambda: Sheet(columns=tuple(row), rows=(tuple(row.values()),)),
        place=f"{name}s",
    )


def _event_of(visit: Visit, report: str) -> tuple[str | None, int]:
    query = """
        SELECT e.name, e.reports FROM side.report AS r JOIN events.telling AS t ON t.report = r.place
        JOIN events.event AS e ON e.id = t.event WHERE r.report_id = :report
    """
    found = visit.desk.rows(query, report=report)
    return (str(found[0][0]), whole_of(found[0][1])) if found else (None, 0)
