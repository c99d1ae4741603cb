"""Draw merged events to be read: ``python evals/audits/draw_merged_events.py CHRONICLE [--number N] [--seed N]``.

An event is drawn that tells of two reports or more. The order is that of a hash of seed and id, so that the same draw
comes from the same chronicle on every machine. Printed for each: its reports with uri, type, day, place, status and
parties, and the words around their trigger. What is printed holds others' text: it is read, and stays out of the
project. The sheet keeps ids, verdicts and reasons in own words. With ``--singles`` events of one report are drawn, to
look for those that should have been merged: for each, the other events of its story are printed.
"""

import argparse
import hashlib

from kronik.chronicle.reader import Chronicle
from kronik.grouping.kept import read_groups
from kronik.languages.loader import load_telling_words
from kronik.records.bundles import Bundle
from kronik.stories.events import Event, Rule, events_of
from kronik.stories.tellings import Party, Telling, tellings_of

AROUND = 160
"""Characters printed on each side of a trigger."""


def main() -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("chronicle")
    parser.add_argument("--number", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--singles", action="store_true", help="draw events of one report")
    options = parser.parse_args()
    with Chronicle.open(options.chronicle) as chronicle:
        groups = read_groups(chronicle)
        bundles = {bundle.page.id: bundle for bundle in chronicle.bundles()}
    events = events_of(tellings_of(bundles.values(), groups, load_telling_words()), Rule())
    drawn = [event for event in events if (len(event.tellings) == 1) == options.singles]
    drawn.sort(key=lambda event: hashlib.sha256(f"{options.seed}:{event.id}".encode()).hexdigest())
    print(f"{len(events)} events, {len(drawn)} to draw from")
    by_story: dict[str, list[Event]] = {}
    for event in events:
        for story in sorted({one.story for one in event.tellings}):
            by_story.setdefault(story, []).append(event)
    for number, event in enumerate(drawn[: options.number], 1):
        print(f"\n== {number} {event.id}")
        for one in event.tellings:
            print(told(one, bundles[one.page]))
        if options.singles:
            others = [other for other in by_story[event.tellings[0].story] if other.id != event.id]
            for other in others:
                print("   other:", told(other.tellings[0], bundles[other.tellings[0].page]))


def told(one: Telling, bundle: Bundle) -> str:
    """Return a report on one line."""
    report = one.report
    span = report.triggers[0].slices[0]
    around = (bundle.page.text or "")[max(0, span.start - AROUND) : span.end + AROUND].replace("\n", " ")
    where = report.where
    place = "/".join(part for part in (where.regency or where.province, where.locality) if part) if where else "-"
    parts = (
        f"[{one.outlet} {one.published}] {report.type}/{report.mode} {report.date} {place} {report.status.value}",
        f"{names(one.actors)} > {names(one.recipients)}",
        f"<<{around}>>",
    )
    return " | ".join(parts)


def names(parties: tuple[Party, ...]) -> str:
    """Return names of parties."""
    return ", ".join(party.name for party in parties) or "?"


if __name__ == "__main__":
    main()
