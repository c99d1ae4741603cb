"""Events of articles that are told together, computed from these articles alone: the same as of the whole chronicle.

The rule is the usual one (`kronik.stories.rules`): it merges reports of one story, or of one text, and no others.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kronik.chronicle.reader import Chronicle
from kronik.languages.telling import TellingWords
from kronik.records.bundles import Bundle
from kronik.stories.entries import Entry, entry_of
from kronik.stories.events import Event, event_of, events_of
from kronik.stories.grouped import Groups
from kronik.stories.rules import rule_named
from kronik.stories.stories import Story
from kronik.stories.tellings import Telling, tellings_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Where an article stands: its story, and the article whose wording it has."""

    story: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Events, and the entries of the articles that tell them, by page id."""

    events: tuple[Event, ...]
    entries: Mapping[str, Entry]


def events_among(chronicle: Chronicle, seats: Mapping[str, Seat], words: TellingWords) -> Cluster:
    """Return the events that articles tell: all that share a story or a wording, directly or through others."""
    tellings, entries = _read(chronicle, seats, words)
    return Cluster(events=events_of(tellings, rule_named(None)), entries=entries)


def events_as_told(
    chronicle: Chronicle, seats: Mapping[str, Seat], told: Iterable[Iterable[str]], words: TellingWords
) -> Cluster:
    """Return events of which it is known which reports tell them; the seats are of the articles of all of these."""
    tellings, entries = _read(chronicle, seats, words)
    by_id = {one.report.id: one for one in tellings}
    found = ([by_id[name] for name in names if name in by_id] for names in told)
    rule = rule_named(None)
    return Cluster(events=tuple(event_of(reports, rule) for reports in found if reports), entries=entries)


def _read(
    chronicle: Chronicle, seats: Mapping[str, Seat], words: TellingWords
) -> tuple[tuple[Telling, ...], Mapping[str, Entry]]:
    bundles: list[Bundle] = [chronicle.bundle(page) for page in sorted(seats)]
    entries = {bundle.page.id: entry_of(bundle) for bundle in bundles}
    members: dict[str, list[str]] = defaultdict(list)
    for page in sorted(seats):
        members[seats[page].story].append(page)
    groups = Groups(
        entries=entries,
        current={page: page for page in entries},
        likenesses=(),
        copies={page: seat.source for page, seat in seats.items()},
        stories=tuple(Story(id=name, members=tuple(pages), links=()) for name, pages in sorted(members.items())),
    )
    return tuple(tellings_of(bundles, groups, words)), entries
