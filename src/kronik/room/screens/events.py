"""One event: what each of its reports claims, side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kronik.chronicle.values import Row
from kronik.room.screen import Screen, Sheet, Visit
from kronik.room.telling_events import event_named
from kronik.stories.claims import Matrix, claims_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """What a source says in a field; ``first`` where it was the first to say so, ``against`` where others say no."""

    values: tuple[str, ...]
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A field of an event, and what each source says; ``stand`` as in `kronik.stories.claims.Stand`."""

    field: str
    stand: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimColumn:
    """A report of the event: its article, outlet, day, whether it is a copy, and whether it denies the event."""

    report: str
    page: str
    outlet: str | None
    published: str | None
    copy: bool
    denies: bool
    deniers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event of the story and the claims on it."""

    id: str
    type: str
    mode: str | None
    date: str | None
    place: str | None
    actors: str | None
    recipients: str | None
    reports: int
    independent: int
    disputed: bool
    denied: bool
    columns: tuple[ClaimColumn, ...]
    rows: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """What an event's page shows: the event, the rule that merged its reports, and its stories by id."""

    event: EventView
    rule: str
    stories: tuple[str, ...]


def event_screen(visit: Visit) -> Screen:
    """Return one event. Raises RoomError when there is none of this id."""
    found = event_named(visit, visit.name)
    (event,) = found.events
    view = event_view(claims_of(event, found.entries))
    stories = visit.state.stories
    named = dict.fromkeys(one.story for one in event.tellings if stories and one.story in stories.cards)
    first = event.tellings[0].story
    who = " → ".join(filter(None, (view.actors, view.recipients)))
    kind = visit.t.name("room.type", view.type)
    return Screen(
        template="event.html",
        title=f"{kind}: {who}" if who else kind,
        view=EventPage(event=view, rule=event.rule, stories=tuple(named)),
        sheet=lambda: Sheet(columns=CLAIM_COLUMNS, rows=claim_rows(first, (view,))),
        place="stories",
    )


def event_view(matrix: Matrix) -> EventView:
    """Return the claims on an event as a page shows them."""
    event, shown = matrix.event, {row.field: row for row in matrix.rows}

    def said(field: str) -> str | None:
        return shown[field].claims[0].value if field in shown else None

    def all_said(field: str) -> str | None:
        return "; ".join(next((cell for cell in shown[field].cells if cell), ())) if field in shown else None

    firsts = {(row.field, claim.value): claim.columns[0] for row in matrix.rows for claim in row.claims}
    denials = {denial.column: denial.by for denial in matrix.denials}
    return EventView(
        id=event.id,
        type=event.tellings[0].report.type,
        mode=said("mode"),
        date=said("date"),
        place=said("place"),
        actors=all_said("actors"),
        recipients=all_said("recipients"),
        reports=len(event.tellings),
        independent=event.independent,
        disputed=matrix.disputed,
        denied=bool(matrix.denials),
        columns=tuple(
            ClaimColumn(
                report=column.report,
                page=column.page,
                outlet=column.outlet,
                published=column.published,
                copy=column.copy_of is not None,
                denies=at in denials,
                deniers=denials.get(at, ()),
            )
            for at, column in enumerate(matrix.columns)
        ),
        rows=tuple(
            ClaimRow(
                field=row.field,
                stand=row.stand.value,
                cells=tuple(
                    CellView(values=values, first=any(firsts[row.field, value] == at for value in values))
                    for at, values in enumerate(row.cells)
                ),
            )
            for row in matrix.rows
        ),
    )


CLAIM_COLUMNS = (
    "story", "event", "type", "field", "stand", "outlet", "published", "copy", "value", "first", "page_id", "report_id",
)  # fmt: skip


def claim_rows(story: str, events: Iterable[EventView]) -> Iterator[Row]:
    """Yield a row for each value that a report gives."""
    for event in events:
        for row in event.rows:
            for column, cell in zip(event.columns, row.cells, strict=True):
                for value in cell.values:
                    yield (
                        *(story, event.id, event.type, row.field, row.stand, column.outlet, column.published),
                        *(int(column.copy), value, int(cell.first), column.page, column.report),
                    )
