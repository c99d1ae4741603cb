"""What is made of a chronicle beside the pages: side tables, stories, events; each is told of when it stands.

It runs in a process of its own (`python -c "from kronik.room.preparing import main; main()" JOB`), so that pages need
not wait for it: a thread would hold them up at each of their steps.
"""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kronik.chronicle.browsing.making import make_tables
from kronik.chronicle.reader import Chronicle
from kronik.errors import KronikError
from kronik.grouping.kept import computed_groups
from kronik.grouping.outline import Outline, kept_outline, outline_of

MOST_GROUPED = 20_000
"""Articles up to which stories are computed for the room where none are kept: some two minutes of one core."""
NICENESS = 5
"""How far this work stands back behind the pages, on systems that have such ranks."""
MOST_COMPARED = 5_000
"""Articles up to which actors are compared across them: half a minute of one core, and more than twice for twice."""
TABLES, STORIES, EARLIER_STORIES, NO_STORIES, EVENTS = "tables", "stories", "earlier stories", "no stories", "events"
ACTORS = "actors"
"""What is told: the side tables stand; stories of these articles, or of an earlier state, or none; events stand; it is
known which actors are taken for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is to be made.

    Attributes:
        chronicle: path, read only.
        side: path of the side tables; made first where ``whole`` says so, else they are there.
        stories, events, same: paths where there are no files yet.
        articles: how many the chronicle has.
        whole: side tables are to be made.
    """

    chronicle: Path
    side: Path
    stories: Path
    events: Path
    same: Path
    articles: int
    whole: bool


def prepare(job: Job) -> Iterator[str]:
    """Make what a job asks for, and yield what stands.

    Raises:
        ChronicleError: the file is damaged.
    """
    if job.whole:
        make_tables(job.chronicle, job.side)
        yield TABLES
    from kronik.room.actor_tables import write_actors  # noqa: PLC0415 (needs numpy)
    from kronik.room.story_tables import write_events, write_stories  # noqa: PLC0415 (the same)

    outline = outline_for(job.chronicle, job.articles)
    if outline is None:
        yield NO_STORIES
        return
    write_stories(job.side, job.stories, outline)
    yield STORIES if outline.current else EARLIER_STORIES
    write_events(job.chronicle, job.side, job.stories, job.events)
    yield EVENTS
    if job.articles <= MOST_COMPARED:
        write_actors(job.chronicle, job.same)
        yield ACTORS


def outline_for(path: Path, articles: int) -> Outline | None:
    """Return the groups kept beside a chronicle, else computed anew.

    Where there are too many articles to compute them for a page, those kept of an earlier state must do.

    Returns:
        None where there are too many and none are kept.
    """
    with Chronicle.open(path) as chronicle:
        kept = kept_outline(chronicle)
        if kept is not None and (kept.current or articles > MOST_GROUPED):
            return kept
        return None if articles > MOST_GROUPED else outline_of(computed_groups(chronicle))


def main() -> None:
    """Do the job that the first argument tells as JSON; print a line for each thing that stands.

    The process ends when its standard input does: whoever wanted the work is gone.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the room, with which this ends
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    threading.Thread(target=_end_with_input, daemon=True).start()
    try:
        for told in prepare(msgspec.json.decode(sys.argv[1], type=Job, dec_hook=lambda _, text: Path(text))):
            print(told, flush=True)  # noqa: T201 (read by `kronik.room.beside`)
    except (KronikError, OSError):
        sys.exit(1)  # what is wrong with the file is told to whoever asks for a page next


def _end_with_input() -> None:
    sys.stdin.read()
    os._exit(1)
