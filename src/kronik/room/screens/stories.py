"""Stories: the list, and one story with what its sources claim."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kronik.chronicle.values import Row
from kronik.room.drawing import Dot, strip_svg
from kronik.room.screen import PAGE_ROWS, RoomError, Screen, Sheet, Visit
from kronik.room.state import Stories, StoryCard
from kronik.stories.claims import Matrix, StoryClaims, story_claims

SORTS = ("growth", "sources", "articles", "latest")
"""Orders of the list; the first is the usual one."""
MOST_MATRICES = 12
"""Events of a story whose claims are laid side by side; the others stand in the table of events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Growing:
    """A story in the list; ``growth``: articles of the chosen day less those of the day before."""

    card: StoryCard
    growth: int
    today: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesView:
    """A page of the list.

    Attributes:
        ready: False while stories are computed; ``too_many`` where they are not.
        day: the day that growth is counted on; None when no article has one.
        total, page, pages, sort: of the list.
        rows: the stories.
    """

    ready: bool
    too_many: bool
    day: str | None
    sort: str
    total: int
    page: int
    pages: int
    rows: tuple[Growing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An article of a story.

    Attributes:
        page: id.
        outlet, headline, moment: of the article; ``moment`` is the time of publication, else the day.
        order: 1 for the first; 0 for one without a day.
        behind: minutes after the first; None where one of both has no time.
        origin, share: the article whose wording it has, and how much of its own wording that is, in per cent.
    """

    page: str
    outlet: str | None
    headline: str | None
    moment: str | None
    order: int
    behind: int | None
    origin: str | None
    share: int | None


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
class StoryView:
    """A story: its articles in order of publication, and its events, those of most sources first."""

    card: StoryCard
    tellings: tuple[Telling, ...]
    events: tuple[EventView, ...]
    rule: str | None


def stories_screen(visit: Visit) -> Screen:
    """Return the stories by growth on a day, by independent sources, by articles, or the latest first."""
    found, t = visit.state.stories, visit.t
    day = visit.day("on") or visit.state.last_day
    sort = visit.choice("sort", SORTS)
    ranked = ranked_stories(found, day, sort, visit.address.get("q")) if found else ()
    pages = max(1, -(-len(ranked) // PAGE_ROWS))
    if visit.page > pages:
        raise RoomError(404, "room.error.past", str(visit.page))
    start = (visit.page - 1) * PAGE_ROWS
    view = StoriesView(
        ready=found is not None,
        too_many=visit.state.too_many,
        day=day,
        sort=sort,
        total=len(ranked),
        page=visit.page,
        pages=pages,
        rows=ranked[start : start + PAGE_ROWS],
    )
    return Screen(
        template="stories.html",
        title=t("room.stories.title"),
        view=view,
        sheet=lambda: Sheet(columns=STORY_COLUMNS, rows=map(_story_row, ranked)),
        place="stories",
    )


STORY_COLUMNS = (
    "story", "headline", "articles", "outlets", "independent", "reports", "events", "first", "last", "growth",
)  # fmt: skip


def ranked_stories(found: Stories, day: str | None, sort: str, words: str | None) -> tuple[Growing, ...]:
    """Return stories of more than one article whose headline holds the words, in one of the orders of `SORTS`."""
    before = None
    if day is not None and len(day) == len("2025-06-18"):
        before = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    cards = [
        card for card in found.cards.values() if words is None or words.casefold() in (card.headline or "").casefold()
    ]
    rows = [
        Growing(
            card=card,
            today=card.on(day) if day else 0,
            growth=(card.on(day) if day else 0) - (card.on(before) if before else 0),
        )
        for card in cards
    ]
    return tuple(sorted(rows, key=lambda row: (*_rank(row, sort), row.card.id)))


def _rank(row: Growing, sort: str) -> tuple[int, int, int]:
    card = row.card
    if sort == "growth":
        return -row.growth, -card.independent, -card.articles
    if sort == "sources":
        return -card.independent, -card.articles, 0
    return (-card.articles, -card.independent, 0) if sort == "articles" else (-_days(card.last), -card.articles, 0)


def story_screen(visit: Visit) -> Screen:
    """Return one story. Raises RoomError when there is none of this id."""
    stories = visit.state.stories
    if stories is None:
        raise RoomError(503, "room.error.too_many" if visit.state.too_many else "room.error.computing")
    story = stories.of_page.get(visit.name, visit.name)
    card = stories.cards.get(story)
    if card is None:
        raise RoomError(404, "room.error.story")
    view = story_view(visit, stories, card)
    t = visit.t

    def chart() -> str:
        dots, ends = _dots(visit, view)
        return strip_svg(dots, ends, t("room.story.strip"))

    return Screen(
        template="story.html",
        title=card.headline or t("list.no_headline"),
        view=view,
        sheet=lambda: Sheet(columns=CLAIM_COLUMNS, rows=_claim_rows(view)),
        chart=chart if any(one.moment for one in view.tellings) else None,
        place="stories",
    )


def story_view(visit: Visit, stories: Stories, card: StoryCard) -> StoryView:
    """Return what a story's page shows."""
    story = next(one for one in stories.groups.stories if one.id == card.id)
    events = [stories.events[name] for name in stories.of_story.get(card.id, ())]
    claims = story_claims(story, stories.groups, events)
    matrices = sorted(claims.matrices, key=lambda one: (-one.event.independent, -len(one.columns), one.event.id))
    return StoryView(
        card=card,
        tellings=tuple(_tellings(visit, claims)),
        events=tuple(_event(matrix) for matrix in matrices),
        rule=matrices[0].event.rule if matrices else None,
    )


def _tellings(visit: Visit, claims: StoryClaims) -> Iterator[Telling]:
    origins = {one.id: one for one in claims.copies}
    headlines = _headlines(visit, [account.entry.id for account in claims.accounts])
    first = next((_clock(a.entry.published_time) for a in claims.accounts if a.entry.published_time), None)
    order = 0
    for account in claims.accounts:
        entry, origin = account.entry, origins.get(account.entry.id)
        moment = entry.published_time or entry.published
        order += moment is not None
        now = _clock(entry.published_time)
        yield Telling(
            page=entry.id,
            outlet=entry.outlet,
            headline=headlines.get(entry.id),
            moment=moment,
            order=order if moment else 0,
            behind=int((now - first).total_seconds() // 60) if now and first else None,
            origin=origin.origin if origin else None,
            share=round(100 * origin.share) if origin else None,
        )


def _headlines(visit: Visit, pages: list[str]) -> dict[str, str | None]:
    return {page: visit.desk.headline(page) for page in pages}


def _event(matrix: Matrix) -> EventView:
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


def _claim_rows(view: StoryView) -> Iterator[Row]:
    for event in view.events:
        for row in event.rows:
            for column, cell in zip(event.columns, row.cells, strict=True):
                for value in cell.values:
                    yield (
                        *(view.card.id, event.id, event.type, row.field, row.stand, column.outlet, column.published),
                        *(int(column.copy), value, int(cell.first), column.page, column.report),
                    )


def _story_row(row: Growing) -> Row:
    card = row.card
    counts = (card.articles, card.outlets, card.independent, card.reports, card.events)
    return (card.id, card.headline, *counts, card.first, card.last, row.growth)


def _dots(visit: Visit, view: StoryView) -> tuple[list[Dot], tuple[str, str]]:
    t = visit.t
    told = [(one, _clock(one.moment)) for one in view.tellings]
    times = [moment for _, moment in told if moment]
    first, last = min(times), max(times)
    span = (last - first).total_seconds() or 1.0
    dots = [
        Dot(
            row=one.outlet or t("chart.no_outlet"),
            share=(moment - first).total_seconds() / span,
            label=f"{t.moment(one.moment or '')}: {one.headline or ''}",
            hollow=one.origin is not None,
            link=str(visit.address.to(f"/articles/{one.page}")),
        )
        for one, moment in told
        if moment
    ]
    shown = [next(one.moment or "" for one, moment in told if moment == end) for end in (first, last)]
    return dots, (t.moment(shown[0]), t.moment(shown[1]))


def _clock(moment: str | None) -> datetime | None:
    """Return a time, of a day its beginning in the zone that Indonesian days are printed in; None where it is none."""
    if moment is None:
        return None
    try:
        return datetime.fromisoformat(moment if "T" in moment else f"{moment}T00:00:00+07:00")
    except ValueError:
        return None


def _days(day: str | None) -> int:
    return date.fromisoformat(day).toordinal() if day else 0
