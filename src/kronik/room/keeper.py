"""Keeping what the server knows in step with the chronicle: made once for each state, in a thread beside the pages."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock, Thread

from kronik.chronicle.browsing.asking import ACTORS, ARTICLES, REPORTS, STATEMENTS, Asked
from kronik.chronicle.browsing.desk import Desk
from kronik.chronicle.browsing.making import make_tables
from kronik.chronicle.reader import Chronicle
from kronik.errors import KronikError
from kronik.grouping.kept import read_groups
from kronik.room.state import State, Stories, StoryCard
from kronik.stories.events import Event, Rule, events_of
from kronik.stories.grouped import Groups
from kronik.stories.tellings import tellings_of

MOST_GROUPED = 20_000
"""Articles up to which stories are computed for the room: some two minutes of one core and a gigabyte of memory."""
REST_SECONDS = 30.0
"""Least seconds between two readings of a chronicle that changes while it is read."""
REST_SHARE = 10.0
"""A reading that took long is repeated only after so many times its own length: a build beside needs the processor."""
KEPT_STATES = 2
"""Side tables that stay: those in use, and those that a page may still be reading."""

OnProgress = Callable[[int], None]
"""Told how many articles are read."""


class Keeper:
    """The server's own value: one chronicle, its state, and the thread that renews it."""

    def __init__(self, chronicle: Path, folder: Path, *, stories: bool = True) -> None:
        """Keep a chronicle's state; side tables are written to ``folder``, which must be there and be private."""
        self.chronicle = chronicle
        self._folder = folder
        self._with_stories = stories
        self._state: State | None = None
        self._lock = Lock()
        self._busy = False
        self._number = 0
        self._made: list[Path] = []
        self._rest_until = 0.0

    def read(self, on_progress: OnProgress = lambda _: None) -> State:
        """Read the chronicle now, and return its state without its stories; they come in a thread of their own.

        Raises:
            ChronicleError: the file is no chronicle, or damaged.
        """
        state = self._read(on_progress)
        self._state = state
        if self._with_stories and not state.too_many:
            self._start(self._group)
        return state

    @property
    def held(self) -> State | None:
        """The state that pages were last made of; None before the first reading."""
        return self._state

    def state(self) -> State:
        """Return the newest state there is. Where the chronicle has changed, a new one is begun beside."""
        held = self._state
        if held is None:
            return self.read()
        if _stamp(self.chronicle) == held.stamp:
            return held
        if time.monotonic() >= self._rest_until:
            self._start(self._renew)
        return replace(held, older=True)

    def _start(self, work: Callable[[], None]) -> None:
        with self._lock:
            if self._busy:
                return
            self._busy = True
        Thread(target=self._guarded, args=(work,), name="kronik-room", daemon=True).start()

    def _guarded(self, work: Callable[[], None]) -> None:
        began = time.monotonic()
        try:
            work()
        except (KronikError, OSError):
            pass  # what is wrong with the file is told to whoever asks for a page next; the old state stands till then
        finally:
            took = time.monotonic() - began
            self._rest_until = time.monotonic() + max(REST_SECONDS, REST_SHARE * took)
            with self._lock:
                self._busy = False

    def _renew(self) -> None:
        self._state = self._read(lambda _: None)
        self._group()

    def _group(self) -> None:
        state = self._state
        if state is None or state.too_many or not self._with_stories:
            return
        stories = read_stories(self.chronicle, state.side)
        if self._state is state:
            self._state = replace(state, stories=stories)

    def _read(self, on_progress: OnProgress) -> State:
        stamp = _stamp(self.chronicle)
        self._number += 1
        side = self._folder / f"side-{self._number}.sqlite"
        make_tables(self.chronicle, side, on_progress)
        self._made.append(side)
        for old in self._made[:-KEPT_STATES]:
            old.unlink(missing_ok=True)
        del self._made[:-KEPT_STATES]
        with Chronicle.open(self.chronicle) as chronicle:
            version = chronicle.info().identity.kronik_version
        with Desk.open(self.chronicle, side) as desk:
            cells = {source.name: desk.cells(source, Asked()) for source in (ARTICLES, STATEMENTS, REPORTS, ACTORS)}
            (articles, last_day), *_ = desk.rows("SELECT count(*), max(day) FROM side.article")
        return State(
            stamp=stamp,
            side=side,
            title=self.chronicle.stem,
            last_day=None if last_day is None else str(last_day),
            version=version,
            articles=int(str(articles)),
            cells=cells,
            too_many=int(str(articles)) > MOST_GROUPED,
        )


def read_stories(path: Path, side: Path) -> Stories:
    """Return stories and events of a chronicle; the groups are those kept beside it, if they are current."""
    with Chronicle.open(path) as chronicle:
        whole = read_groups(chronicle)
        groups = replace(whole, entries={name: replace(entry, prose="") for name, entry in whole.entries.items()})
        events = events_of(tellings_of(chronicle.bundles(), groups), Rule())
    with Desk.open(path, side) as desk:
        told = desk.rows("SELECT page_id, headline FROM side.article")
    return stories_from(groups, events, {str(page): None if line is None else str(line) for page, line in told})


def stories_from(groups: Groups, events: tuple[Event, ...], headlines: dict[str, str | None]) -> Stories:
    """Return what the pages need of stories and events; headlines are by page id, masked where they must be."""
    of_page = {member: story.id for story in groups.stories for member in story.members}
    of_story: dict[str, list[Event]] = defaultdict(list)
    by_page: dict[str, list[str]] = defaultdict(list)
    reports: Counter[str] = Counter()
    for event in events:
        for name in sorted({one.story for one in event.tellings}):
            of_story[name].append(event)
        for one in event.tellings:
            by_page[one.page].append(event.id)
            reports[one.story] += 1
    cards = {}
    for story in groups.stories:
        if len(story.members) < 2:
            continue
        members = [groups.entries[name] for name in story.members]
        days = Counter(entry.published for entry in members if entry.published)
        cards[story.id] = StoryCard(
            id=story.id,
            headline=headlines.get(members[0].id),
            articles=len(members),
            outlets=len({entry.outlet for entry in members if entry.outlet}),
            independent=_independent(story.members, groups),
            reports=reports[story.id],
            events=len(of_story[story.id]),
            first=min(days, default=None),
            last=max(days, default=None),
            days=tuple(sorted(days.items())),
        )
    return Stories(
        groups=groups,
        cards=cards,
        events={event.id: event for event in events},
        of_story={
            name: tuple(one.id for one in sorted(found, key=lambda one: (-len(one.tellings), one.id)))
            for name, found in of_story.items()
        },
        of_page=of_page,
        daily=tuple(
            (
                groups.entries[page].published,
                groups.entries[page].outlet,
                of_page[page] if of_page[page] in cards else None,
                tuple(by_page[page]),
            )
            for page in sorted(of_page)
        ),
    )


def _independent(members: Sequence[str], groups: Groups) -> int:
    """Return how many outlets tell a story in words of their own: copies of one text count as its origin."""
    origins = {groups.copies.get(name, name) for name in members}
    return len({groups.entries[name].outlet or name for name in origins})


def _stamp(path: Path) -> tuple[int, ...]:
    """Return what tells one state of the file from another: size and time of the file and of its write-ahead log."""
    found = []
    for file in (path, path.with_name(path.name + "-wal")):
        try:
            status = file.stat()
            found += [status.st_size, status.st_mtime_ns]
        except OSError:
            found += [0, 0]
    return tuple(found)
