"""How events hold what was marked by hand as one happening: ``python evals/happenings.py CHRONICLE [--splits]``.

``labels/happenings_news.tsv`` marks the reports of the stories of the shared news that hold several articles. For each
part of the marks is printed: events that merge reports, how many of them are false (hold two happenings) or doubtful
(hold two that may be one), and in how many records a happening stands: all its reports counted, and those of one type
only, since an event has one type. What is doubtful and merged counts as one. A report is found again by the address of
its page, its type and the place of its trigger; those that the chronicle does not hold any more are counted as lost.
"""

import argparse
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from kronik.chronicle.reader import Chronicle
from kronik.grouping.kept import read_groups
from kronik.languages.loader import load_telling_words
from kronik.stories.events import Event, events_of
from kronik.stories.rules import rule_named
from kronik.stories.tellings import Telling, tellings_of

LABELS = Path(__file__).parent / "labels" / "happenings_news.tsv"
NO_DOUBT = "-"

Place = tuple[str, str, int]
"""Digest of an address, type, and first code point of a trigger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One marked report: its place, and what it tells.

    Attributes:
        part: of the marks.
        story, happening: the same for reports that tell the same.
        doubts: letters that it shares with reports that may tell the same.
    """

    place: Place
    part: str
    story: str
    happening: str
    doubts: frozenset[str]

    def is_apart_from(self, other: "Mark") -> bool:
        """Say whether both are marked with two happenings; those of two stories are not marked against each other."""
        return self.story == other.story and self.happening != other.happening

    def may_be(self, other: "Mark") -> bool:
        """Say whether both may tell the same happening, though they are marked with two."""
        return bool(self.doubts & other.doubts)


@dataclass(slots=True)
class Counts:
    """What is counted of one part."""

    reports: int = 0
    merged: int = 0
    false: int = 0
    doubtful: int = 0
    records: int = 0
    happenings: int = 0
    typed: int = 0


def main() -> None:
    """Print the figures of each part, and of all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("chronicle")
    parser.add_argument("--rule", help="name of the rule (default: that of kronik timeline)")
    parser.add_argument("--splits", action="store_true", help="list false events and happenings in several records")
    options = parser.parse_args()
    marks = read_marks(LABELS.read_text(encoding="utf-8"))
    with Chronicle.open(options.chronicle) as chronicle:
        groups = read_groups(chronicle)
        places = {bundle.page.id: digest(bundle.page.uri) for bundle in chronicle.bundles()}
        tellings = list(tellings_of(chronicle.bundles(), groups, load_telling_words()))
    found = {one.report.id: mark for one in tellings if (mark := marks.get(place_of(one, places)))}
    events = events_of((one for one in tellings if one.report.id in found), rule_named(options.rule))
    parts = sorted({mark.part for mark in marks.values()})
    print(f"{len(marks)} marked reports, {len(marks) - len(found)} lost")
    for name, chosen in [*((part, {part}) for part in parts), ("all", set(parts))]:
        print(told(name, counted(events, found, chosen)))
    if options.splits:
        print("\n".join(splits(events, found)))


def read_marks(text: str) -> dict[Place, Mark]:
    """Return the marks by place."""
    marks = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        story, part, uri, start, _, kind, happening, doubt = line.split("\t")
        place = (uri, kind, int(start))
        doubts = frozenset() if doubt == NO_DOUBT else frozenset(doubt)
        marks[place] = Mark(place=place, part=part, story=story, happening=happening, doubts=doubts)
    return marks


def digest(uri: str) -> str:
    """Return what an address is named by in the labels."""
    return hashlib.sha256(uri.split("?", maxsplit=1)[0].encode()).hexdigest()


def place_of(one: Telling, places: Mapping[str, str]) -> Place:
    """Return the place of a report."""
    return places[one.page], str(one.report.type), one.report.triggers[0].slices[0].start


def counted(events: Sequence[Event], found: Mapping[str, Mark], parts: Iterable[str]) -> Counts:
    """Return what the events of some parts of the marks hold."""
    chosen, counts = set(parts), Counts()
    records: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for event in events:
        marks = [found[one.report.id] for one in event.tellings]
        if marks[0].part not in chosen:
            continue
        counts.reports += len(marks)
        apart = [(a, b) for a, b in combinations(marks, 2) if a.is_apart_from(b)]
        wrong = [pair for pair in apart if not pair[0].may_be(pair[1])]
        counts.merged += len(marks) > 1
        counts.false += bool(wrong)
        counts.doubtful += bool(apart) and not wrong
        kind = str(event.tellings[0].report.type)
        for mark in marks if wrong else {mark.story: mark for mark in reversed(marks)}.values():
            records[mark.story, mark.happening].add((event.id, kind))
    counts.happenings = len(records)
    counts.records = sum(len(held) for held in records.values())
    counts.typed = sum(len({kind for _, kind in held}) for held in records.values())
    return counts


def told(name: str, counts: Counts) -> str:
    """Return the figures of a part on one line."""
    share = counts.false / counts.merged if counts.merged else 0.0
    return (
        f"{name}: {counts.reports} reports, {counts.merged} merged events, {counts.false} false ({share:.1%}), "
        f"{counts.doubtful} doubtful; records for a happening {counts.records / max(1, counts.happenings):.3f}, "
        f"of one type {counts.records / max(1, counts.typed):.3f}"
    )


def splits(events: Sequence[Event], found: Mapping[str, Mark]) -> list[str]:
    """Return a line for each happening in several records and for each false event."""
    holders: dict[tuple[str, str], list[Event]] = defaultdict(list)
    lines = []
    for event in events:
        marks = [found[one.report.id] for one in event.tellings]
        for key in sorted({(mark.story, mark.happening) for mark in marks}):
            holders[key].append(event)
        if any(a.is_apart_from(b) and not a.may_be(b) for a, b in combinations(marks, 2)):
            lines.append(f"false\tstory {marks[0].story}\t{event.id}\t{event.tellings[0].report.type}")
    for (story, happening), held in sorted(holders.items()):
        if len(held) > 1:
            kinds = " ".join(f"{event.id}:{event.tellings[0].report.type}" for event in held)
            lines.append(f"split\tstory {story}, happening {happening}\t{kinds}")
    return lines


if __name__ == "__main__":
    main()
