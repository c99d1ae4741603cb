"""Stories: the list, and one story with what its sources claim."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kronik.chronicle.values import Row, decimal_of, known_text
from kronik.room.drawing import Dot, strip_svg
from kronik.room.screen import PAGE_ROWS, RoomError, Screen, Sheet, Visit
from kronik.room.screens.events import CLAIM_COLUMNS, EventView, claim_rows, event_view
from kronik.room.state import Stories, StoryCard
from kronik.room.telling_events import events_of_story, not_yet
from kronik.stories.claims import claims_of

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
        grouped, articles: latest articles that are in groups, and all that the chronicle has; the groups may be of an
            ``earlier`` state.
        counted: the events of the stories are counted.
        day: the day that growth is counted on; None when no article has one.
        total, page, pages, sort: of the list.
        rows: the stories.
    """

    ready: bool
    too_many: bool
    grouped: int
    articles: int
    earlier: bool
    counted: bool
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
class StoryView:
    """A story: its articles in order of publication, and its events, those of most sources first."""

    card: StoryCard
    tellings: tuple[Telling, ...]
    events: tuple[EventView, ...]
    rule: str | None

    @property
    def laid_out(self) -> tuple[EventView, ...]:
        """The events whose claims are laid side by side."""
        return self.events[:MOST_MATRICES]

    @property
    def others(self) -> tuple[EventView, ...]:
        """The events that stand in the table alone."""
        return self.events[MOST_MATRICES:]


def stories_screen(visit: Visit) -> Screen:
    """Return the stories by growth on a day, by independent sources, by articles, or the latest first."""
    found, t = visit.state.stories, visit.t
    day = visit.day("on") or visit.state.last_day
    sort = visit.choice("sort", SORTS)
    words = visit.address.get("q")
    asked = ("stories", day, sort, words, found is not None and found.events is not None)
    ranked = visit.kept(asked, lambda: ranked_stories(found, day, sort, words)) if found else ()
    pages = visit.pages(len(ranked))
    view = StoriesView(
        ready=found is not None,
        too_many=visit.state.too_many,
        grouped=found.grouped if found else 0,
        articles=visit.state.whole,
        earlier=found is not None and found.earlier,
        counted=found is not None and found.events is not None,
        day=day,
        sort=sort,
        total=len(ranked),
        page=visit.page,
        pages=pages,
        rows=ranked[visit.first : visit.first + PAGE_ROWS],
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
    rows = [
        Growing(
            card=card,
            today=card.on(day) if day else 0,
            growth=(card.on(day) if day else 0) - (card.on(before) if before else 0),
        )
        for card in cards_named(found, words)
    ]
    return tuple(sorted(rows, key=lambda row: (*_rank(row, sort), row.card.id)))


def cards_named(found: Stories, words: str | None) -> list[StoryCard]:
    """Return the stories whose headline holds the words as they stand, whatever their case; all without words."""
    sought = (words or "").casefold()
    return [card for card in found.cards.values() if sought in (card.headline or "").casefold()]


def _rank(row: Growing, sort: str) -> tuple[int, int, int]:
    card = row.card
    if sort == "growth":
        return -row.growth, -card.independent, -card.articles
    if sort == "sources":
        return -card.independent, -card.articles, 0
    return (-card.articles, -card.independent, 0) if sort == "articles" else (-_days(card.last), -card.articles, 0)


def story_screen(visit: Visit, *, patient: bool = False) -> Screen:
    """Return one story; with ``patient`` however long it takes. Raises RoomError when there is none of this id."""
    stories = visit.state.stories
    if stories is None:
        raise not_yet(visit.state)
    story = stories.of_page.get(visit.name, visit.name)
    card = stories.cards.get(story)
    if card is None:
        raise RoomError(404, "room.error.story")
    events, table = stories.events is not None, visit.choice("table", ("claims", "articles"))
    view = visit.kept(("story", card.id, events), lambda: story_view(visit, card, patient=patient))
    t = visit.t

    def chart() -> str:
        dots, ends = _dots(visit, view)
        return strip_svg(dots, ends, t("room.story.strip"))

    return Screen(
        template="story.html",
        title=card.headline or t("list.no_headline"),
        view=view,
        sheet=lambda: _articles_sheet(view) if table == "articles" else _claims_sheet(view),
        chart=chart if any(one.moment for one in view.tellings) else None,
        place="stories",
    )


def _claims_sheet(view: StoryView) -> Sheet:
    return Sheet(columns=CLAIM_COLUMNS, rows=claim_rows(view.card.id, view.events))


def _articles_sheet(view: StoryView) -> Sheet:
    rows = (
        (view.card.id, one.order, one.page, one.outlet, one.headline, one.moment, one.behind, one.origin, one.share)
        for one in view.tellings
    )
    return Sheet(columns=TELLING_COLUMNS, rows=rows)


TELLING_COLUMNS = (
    "story", "order", "page_id", "outlet", "headline", "published", "minutes_behind", "wording_of", "wording_percent",
)  # fmt: skip


def story_view(visit: Visit, card: StoryCard, *, patient: bool = False) -> StoryView:
    """Return what a story's page shows; with ``patient`` however long it takes."""
    found = events_of_story(visit, card.id, patient=patient)
    matrices = [claims_of(event, found.entries) for event in found.events]
    matrices.sort(key=lambda one: (-one.event.independent, -len(one.columns), one.event.id))
    return StoryView(
        card=card,
        tellings=tuple(_tellings(visit, card.id)),
        events=tuple(map(event_view, matrices)),
        rule=matrices[0].event.rule if matrices else None,
    )


def _tellings(visit: Visit, story: str) -> Iterator[Telling]:
    query = """
        SELECT a.page_id, a.outlet, a.headline, a.day, a.moment, m.origin, m.share
        FROM told.story AS s JOIN told.member AS m ON m.story = s.id JOIN side.article AS a ON a.place = m.article
        WHERE s.name = :story ORDER BY m.position
    """
    rows = visit.desk.rows(query, story=story)
    first = next((_clock(known_text(row[4])) for row in rows if row[4]), None)
    order = 0
    for page, outlet, headline, day, time, origin, share in rows:
        moment, now = known_text(time or day), _clock(known_text(time))
        order += moment is not None
        yield Telling(
            page=str(page),
            outlet=known_text(outlet),
            headline=known_text(headline),
            moment=moment,
            order=order if moment else 0,
            behind=int((now - first).total_seconds() // 60) if now and first else None,
            origin=known_text(origin),
            share=None if share is None else round(100 * decimal_of(share)),
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
