"""Writing down which articles are told together and which reports tell one event, so that pages only look it up."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from kronik.chronicle.browsing.tables import Tables
from kronik.chronicle.reader import Chronicle
from kronik.grouping.outline import Outline
from kronik.languages.loader import load_telling_words
from kronik.records.identifiers import identify
from kronik.room.clusters import Seat, events_among
from kronik.stories.accounts import copied
from kronik.stories.components import components
from kronik.stories.copies import copy_groups
from kronik.stories.entries import Entry
from kronik.stories.grouped import Groups
from kronik.stories.likeness import Likeness
from kronik.stories.rules import rule_named
from kronik.stories.stories import Story

BATCH = 5_000
"""Rows that are gathered before they are written."""


_CROWDS = "SELECT cluster FROM told.seat GROUP BY cluster HAVING count(*) > 1"
"""Clusters of several articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Article:
    """A grouped article: its place in the side tables, its reports, and what stories need of it."""

    place: int
    reports: int
    entry: Entry


def write_stories(side: Path, target: Path, outline: Outline) -> None:
    """Write the stories of an outline to a new file.

    Args:
        side: side tables of the chronicle; articles that they do not have are left out.
        target: where there is no file yet.
        outline: the groups.
    """
    with Tables.create(target, _packaged("stories.sql"), side=side) as store:
        articles = {one.entry.id: one for one in _articles(store) if one.entry.id in outline.stories}
        order = {name: one.entry.order for name, one in articles.items()}
        known = [one for one in outline.likenesses if one.first in articles and one.second in articles]
        copies = copy_groups(known, order)
        members: dict[str, list[str]] = defaultdict(list)
        for name in sorted(articles, key=order.__getitem__):
            members[outline.stories[name]].append(name)
        several = {story: tuple(names) for story, names in sorted(members.items()) if len(names) > 1}
        inside: dict[str, list[Likeness]] = defaultdict(list)
        for one in known:
            if outline.stories[one.first] == outline.stories[one.second]:
                inside[outline.stories[one.first]].append(one)
        for number, (story, names) in enumerate(several.items(), 1):
            found = Story(id=story, members=names, links=())
            _write_story(store, number, found, tuple(inside[story]), articles, copies)
        _write_seats(store, outline, articles, copies)
        store.finish(_packaged("stories_indexes.sql"))


def write_events(chronicle_path: Path, side: Path, stories: Path, target: Path) -> None:
    """Write the events of all grouped articles to a new file.

    Args:
        chronicle_path: read only.
        side: its side tables.
        stories: what `write_stories` wrote of them.
        target: where there is no file yet.

    Raises:
        ChronicleError: the file is damaged.
    """
    rows: list[tuple[str, int, list[int]]] = []
    number = 0
    with (
        Tables.create(target, _packaged("events.sql"), side=side, told=stories) as store,
        Chronicle.open(chronicle_path) as chronicle,
    ):
        places = dict(store.rows("SELECT report_id, place FROM side.report"))
        for row in _event_rows(store, chronicle, places):
            rows.append(row)
            if len(rows) >= BATCH:
                number = _write_events(store, rows, number)
        _write_events(store, rows, number)
        store.finish(_packaged("events_indexes.sql"))


def event_name(report: str) -> str:
    """Return the id of the event that one report alone tells."""
    return identify("event", rule_named(None).name, report)


def _event_rows(store: Tables, chronicle: Chronicle, places: Mapping[str, int]) -> Iterator[tuple[str, int, list[int]]]:
    """Yield of each event its id, its independent sources and the places of its reports, in order of publication."""
    alone = f"""
        SELECT r.report_id, r.place FROM told.seat AS s JOIN side.article AS a USING (page_id)
        JOIN side.report AS r ON r.article = a.place
        WHERE a.reports = 1 AND s.cluster NOT IN ({_CROWDS}) ORDER BY r.place
    """  # noqa: S608 (constants)
    for report, place in store.rows(alone):
        yield event_name(report), 1, [place]
    several = f"""
        SELECT cluster FROM told.seat AS s JOIN side.article AS a USING (page_id) WHERE a.reports > 1
        UNION {_CROWDS} ORDER BY cluster
    """  # noqa: S608 (the same)
    query = "SELECT page_id, story, source FROM told.seat WHERE cluster = ? ORDER BY page_id"
    words = load_telling_words()
    for (cluster,) in store.rows(several):
        seats = {page: Seat(story=story, source=source) for page, story, source in store.rows(query, cluster)}
        for event in events_among(chronicle, seats, words).events:
            told = [places[one.report.id] for one in event.tellings if one.report.id in places]
            if told:
                yield event.id, event.independent, told


def _write_events(store: Tables, rows: list[tuple[str, int, list[int]]], number: int) -> int:
    """Write the waiting events, forget them, and return the number of the last one."""
    numbered = list(enumerate(rows, number + 1))
    events = ((at, name, independent, len(told)) for at, (name, independent, told) in numbered)
    store.write("INSERT INTO event VALUES (?, ?, ?, ?)", events)
    tellings = ((at, position, place) for at, (_, _, told) in numbered for position, place in enumerate(told))
    store.write("INSERT INTO telling VALUES (?, ?, ?)", tellings)
    number += len(rows)
    rows.clear()
    return number


def _articles(store: Tables) -> Iterator[_Article]:
    query = "SELECT place, reports, page_id, uri, outlet, headline, day, moment FROM side.article"
    for place, reports, page, uri, outlet, headline, day, moment in store.rows(query):
        entry = Entry(
            id=page,
            uri=uri,
            article=uri,
            outlet=outlet,
            headline=headline or "",
            published=day,
            published_time=moment,
        )
        yield _Article(place=place, reports=reports, entry=entry)


def _write_story(
    store: Tables,
    number: int,
    story: Story,
    likenesses: tuple[Likeness, ...],
    articles: Mapping[str, _Article],
    copies: Mapping[str, str],
) -> None:
    members = [articles[name] for name in story.members]
    entries = {one.entry.id: one.entry for one in members}
    groups = Groups(
        entries=entries,
        current={name: name for name in story.members},
        likenesses=likenesses,
        copies=copies,
        stories=(story,),
    )
    origins = {one.id: (one.origin, one.share) for one in copied(story, groups)}
    days = Counter((one.entry.published, one.entry.outlet) for one in members)
    known = [day for day, _ in days if day]
    store.write(
        "INSERT INTO story VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *(number, story.id, members[0].entry.headline or None, len(members)),
                len({one.entry.outlet for one in members if one.entry.outlet}),
                _independent(story.members, entries, copies),
                sum(one.reports for one in members),
                *(min(known, default=None), max(known, default=None)),
            )
        ],
    )
    store.write(
        "INSERT INTO member VALUES (?, ?, ?, ?, ?, ?)",
        (
            (number, at, one.place, one.entry.id, *origins.get(one.entry.id, (None, None)))
            for at, one in enumerate(members)
        ),
    )
    store.write(
        "INSERT INTO story_day VALUES (?, ?, ?, ?)",
        ((day, outlet, number, count) for (day, outlet), count in days.items()),
    )


def _independent(members: Sequence[str], entries: Mapping[str, Entry], copies: Mapping[str, str]) -> int:
    """Return how many outlets tell a story in words of their own: copies of one text count as its origin."""
    origins = {copies.get(name, name) for name in members}
    return len({entries[name].outlet if name in entries and entries[name].outlet else name for name in origins})


def _write_seats(store: Tables, outline: Outline, articles: Mapping[str, _Article], copies: Mapping[str, str]) -> None:
    links = [(f"story {outline.stories[name]}", f"source {copies.get(name, name)}") for name in sorted(articles)]
    cluster_of = {name: at for at, group in enumerate(components(links), 1) for name in group}
    store.write(
        "INSERT INTO seat VALUES (?, ?, ?, ?, ?)",
        (
            (name, one.place, story, copies.get(name, name), cluster_of[f"story {story}"])
            for name, one in sorted(articles.items())
            for story in (outline.stories[name],)
        ),
    )


def _packaged(name: str) -> str:
    return files("kronik.room").joinpath(name).read_text(encoding="utf-8")
