"""Keeping what the server knows in step with the chronicle: made once for each state, beside the pages."""

import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Lock, Thread

from kronik.chronicle.browsing.asking import ACTORS, ARTICLES, REPORTS, STATEMENTS, Asked
from kronik.chronicle.browsing.desk import Desk
from kronik.chronicle.browsing.glance import glance
from kronik.chronicle.browsing.making import make_tables
from kronik.chronicle.browsing.tables import Tables
from kronik.chronicle.values import whole_of
from kronik.errors import KronikError
from kronik.grouping.kept import side_file
from kronik.room.beside import Runner
from kronik.room.preparing import ACTORS as FOUND_ACTORS
from kronik.room.preparing import (
    EARLIER_STORIES,
    EVENTS,
    MOST_GROUPED,
    NO_STORIES,
    STORIES,
    TABLES,
    Job,
    prepare,
)
from kronik.room.state import State, Stories, StoryCard

AT_ONCE = 3_000
"""Articles up to which all are read before the room opens: about two seconds."""
FIRST = 1_000
"""Articles, the newest, that are read before the room opens where there are more; the others are read beside."""
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

    def __init__(self, chronicle: Path, folder: Path, *, stories: bool = True, run: Runner = prepare) -> None:
        """Keep a chronicle's state.

        Args:
            chronicle: read only.
            folder: for side tables; must be there and be private.
            stories: look for stories, too.
            run: how the work beside is done; in a thread of this process unless told otherwise.
        """
        self.chronicle = chronicle
        self._folder = folder
        self._with_stories = stories
        self._run = run
        self._state: State | None = None
        self._lock = Lock()
        self._busy = False
        self._number = 0
        self._made: list[Job] = []
        self._rest_until = 0.0

    def read(self, on_progress: OnProgress = lambda _: None) -> State:
        """Read the chronicle, of a large one the newest articles, and return its state; the rest comes beside.

        Raises:
            ChronicleError: the file is no chronicle, or damaged.
        """
        job, stamp = self._job(), _stamp(self.chronicle)
        few = job.articles <= AT_ONCE or not self._with_stories
        make_tables(self.chronicle, job.side, on_progress, newest=None if few else FIRST)
        state = self._state_of(job, stamp)
        self._state = state
        if self._with_stories:
            rest = replace(job, whole=False) if few else self._job()
            self._start(lambda: self._prepare(rest, stamp, at_once=True))
        return state

    def grouped(self) -> State:
        """Return the state with its stories, made now; their events are computed when a story is asked for.

        Raises:
            ChronicleError: the file is damaged.
        """
        state, job = self.state(), replace(self._made[-1], whole=False)
        for told in prepare(job):
            if told == NO_STORIES:
                return replace(state, too_many=True)
            return replace(state, stories=read_stories(job, earlier=told == EARLIER_STORIES), too_many=False)
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
        stamp = _stamp(self.chronicle)
        if stamp == held.stamp:
            return held
        if time.monotonic() >= self._rest_until:
            self._start(lambda: self._prepare(self._job(), stamp, at_once=False))
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

    def _job(self) -> Job:
        self._number += 1
        articles = glance(self.chronicle).articles
        names = ("side", "stories", "events", "same")
        side, stories, events, same = (self._folder / f"{name}-{self._number}.sqlite" for name in names)
        job = Job(
            chronicle=self.chronicle,
            side=side,
            stories=stories,
            events=events,
            same=same,
            articles=articles,
            whole=True,
        )
        self._made.append(job)
        for old in self._made[: -KEPT_STATES - 1]:
            for path in (old.side, old.stories, old.events, old.same):
                path.unlink(missing_ok=True)
        del self._made[: -KEPT_STATES - 1]
        return job

    def _prepare(self, job: Job, stamp: tuple[int, ...], *, at_once: bool) -> None:
        """Have a job done and show what stands.

        Args:
            job: what is to be made.
            stamp: what the chronicle looked like before.
            at_once: each thing when it stands, where nothing is shown yet; else all together at the end.
        """
        state, told = self._state, ""
        assert state is not None  # noqa: S101 (the first reading is over)
        for told in self._run(job):
            if told == TABLES:
                state = self._state_of(job, stamp)
            elif told == NO_STORIES:
                state = replace(state, too_many=True, stories=None)
            elif told in {STORIES, EARLIER_STORIES}:
                state = replace(state, stories=read_stories(job, earlier=told == EARLIER_STORIES), too_many=False)
            elif told == EVENTS and state.stories is not None:
                state = replace(state, stories=read_stories(job, earlier=state.stories.earlier, events=job.events))
            elif told == FOUND_ACTORS:
                state = replace(state, same=job.same)
            if at_once:
                self._state = state
        if told in {NO_STORIES, EVENTS, FOUND_ACTORS}:
            self._state = state
        elif at_once:  # it broke off: the stamp of no file lets it be tried again after the rest
            self._state = replace(state, stamp=())

    def _state_of(self, job: Job, stamp: tuple[int, ...]) -> State:
        with Desk.open(self.chronicle, job.side) as desk:
            cells = {source.name: desk.cells(source, Asked()) for source in (ARTICLES, STATEMENTS, REPORTS, ACTORS)}
            (articles, last_day), *_ = desk.rows("SELECT count(*), max(day) FROM side.article")
        few = job.articles <= MOST_GROUPED
        return State(
            stamp=stamp,
            side=job.side,
            title=self.chronicle.stem,
            file=self.chronicle.name,
            last_day=None if last_day is None else str(last_day),
            version=glance(self.chronicle).version,
            articles=whole_of(articles),
            whole=max(job.articles, whole_of(articles)),
            cells=cells,
            too_many=not few and not side_file(self.chronicle).exists(),
        )


def open_desk(chronicle: Path, state: State) -> Desk:
    """Open a chronicle with what is made of it so far: ``side``, ``told``, ``events``, ``known``.

    Raises:
        ChronicleError: the file is damaged or gone.
    """
    stories = state.stories
    told, events = (stories.told, stories.events) if stories else (None, None)
    return Desk.open(chronicle, state.side, told=told, events=events, known=state.same)


def read_stories(job: Job, *, earlier: bool = False, events: Path | None = None) -> Stories:
    """Return the stories that a job wrote down, and of events where they are."""
    with Tables.open(job.stories, **({"events": events} if events else {})) as store:
        days: dict[int, dict[str, int]] = defaultdict(dict)
        for story, day, articles in store.rows(
            "SELECT story, day, sum(articles) FROM story_day WHERE day IS NOT NULL GROUP BY story, day ORDER BY day"
        ):
            days[story][day] = articles
        counted = dict(store.rows("SELECT story, events FROM events.story_events")) if events else {}
        columns = "id, name, headline, articles, outlets, independent, reports, first, last"
        named, cards = {}, {}
        for number, *row in store.rows(f"SELECT {columns} FROM story ORDER BY id"):  # noqa: S608 (constants)
            name, headline, articles, outlets, independent, reports, first, last = row
            named[number] = name
            cards[name] = StoryCard(
                id=name,
                headline=headline,
                articles=articles,
                outlets=outlets,
                independent=independent,
                reports=reports,
                events=counted.get(number, 0) if events else None,
                first=first,
                last=last,
                days=tuple(days[number].items()),
            )
        members = store.rows("SELECT page_id, story FROM member")
        of_page = {page: named[story] for page, story in members}
        ((grouped,),) = store.rows("SELECT count(*) FROM seat")
    return Stories(cards=cards, of_page=of_page, told=job.stories, events=events, grouped=grouped, earlier=earlier)


def _stamp(path: Path) -> tuple[int, ...]:
    """Return what tells one state from another: size and time of the file, of its write-ahead log, of its groups."""
    found = []
    for file in (path, path.with_name(path.name + "-wal"), side_file(path)):
        try:
            status = file.stat()
            found += [status.st_size, status.st_mtime_ns]
        except OSError:
            found += [0, 0]
    return tuple(found)
