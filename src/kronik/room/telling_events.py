"""Events of a story, or one event, with everything that their reports say: read from their articles when asked for."""

from collections import defaultdict
from collections.abc import Iterable

from kronik.chronicle.values import Row, whole_of
from kronik.languages.loader import load_telling_words
from kronik.room.clusters import Cluster, Seat, events_among, events_as_told
from kronik.room.screen import RoomError, Visit
from kronik.room.state import State

MOST_AT_ONCE = 300
"""Articles of a cluster that are read for one page before the events stand: half a second."""
MOST_REPORTS = 400
"""Reports of one event that its page lays side by side."""


def events_of_story(visit: Visit, story: str, *, patient: bool = False) -> Cluster:
    """Return the events that the articles of a story tell.

    Args:
        visit: with stories.
        story: id of one with several articles.
        patient: read as many articles as it takes.

    Raises:
        RoomError: the events are still being computed, and there are too many articles to do it now.
    """
    stories = visit.state.stories
    if stories is not None and stories.events is not None:
        query = """
            SELECT DISTINCT t.event FROM told.story AS s JOIN told.member AS m ON m.story = s.id
            JOIN side.report AS r ON r.article = m.article JOIN events.telling AS t ON t.report = r.place
            WHERE s.name = :story
        """
        return _read_events(visit, query, story=story)
    query = """
        SELECT page_id, story, source FROM told.seat
        WHERE cluster IN (SELECT cluster FROM told.seat WHERE story = :story) ORDER BY page_id
    """
    seats = _seats(visit.desk.rows(query, story=story))
    if len(seats) > MOST_AT_ONCE and not patient:
        raise not_yet(visit.state)
    found = events_among(visit.chronicle, seats, load_telling_words())
    told = tuple(event for event in found.events if any(one.story == story for one in event.tellings))
    return Cluster(events=told, entries=found.entries)


def event_named(visit: Visit, name: str) -> Cluster:
    """Return one event. Raises RoomError when there is none of this id, or events do not stand yet."""
    stories = visit.state.stories
    if stories is None or stories.events is None:
        raise not_yet(visit.state)
    found = _read_events(visit, "SELECT id FROM events.event WHERE name = :name", name=name)
    if not found.events:
        raise RoomError(404, "room.error.event")
    return found


def not_yet(state: State) -> RoomError:
    """Return the error that says why stories or events are not there, and what to run where something must be."""
    if state.too_many:
        return RoomError(503, "room.error.unkept", f"kronik groups --store {state.file}")
    return RoomError(503, "room.error.computing")


def _read_events(visit: Visit, which: str, **values: str) -> Cluster:
    query = f"""
        SELECT t.event, r.report_id, s.page_id, s.story, s.source
        FROM events.telling AS t JOIN side.report AS r ON r.place = t.report
        JOIN side.article AS a ON a.place = r.article JOIN told.seat AS s ON s.page_id = a.page_id
        WHERE t.event IN ({which}) ORDER BY t.event, t.position
    """  # noqa: S608 (constants)
    told: dict[int, list[str]] = defaultdict(list)
    pages: list[Row] = []
    for event, report, *page in visit.desk.rows(query, **values):
        reports = told[whole_of(event)]
        if len(reports) < MOST_REPORTS:
            reports.append(str(report))
            pages.append(tuple(page))
    return events_as_told(visit.chronicle, _seats(pages), told.values(), load_telling_words())


def _seats(rows: Iterable[Row]) -> dict[str, Seat]:
    return {str(page): Seat(story=str(story), source=str(source)) for page, story, source in rows}
