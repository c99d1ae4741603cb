"""Time what it costs to add one article to kept groups, by how many there are already.

    python benchmarks/growth.py CHRONICLE [--sizes 10000 100000] [--adds 200] [--daily 600]

CHRONICLE is one of news; from it come the distributions. Articles are drawn and written straight into a side file of
groups, as README.md tells; then articles are added one at a time, each in a transaction of its own, by what
``kronik groups --store`` calls. Only this is timed.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from kronik.chronicle.reader import Chronicle
from kronik.grouping.growing import Growth
from kronik.grouping.kept import read_groups
from kronik.grouping.shelf import Shelf
from kronik.records.reports import Part
from kronik.stories.entries import Entry
from kronik.stories.groups import load_scales
from kronik.stories.likeness import Likeness, Relation
from kronik.stories.pairs import BOUND
from kronik.stories.sketches import Sketcher
from kronik.stories.stories import RARE, Scales, pair_of
from kronik.stories.wording import LEAD_WORDS, tokens, wording_of

FIRST_DAY = datetime(2030, 1, 1, tzinfo=UTC)
OPEN_STORIES = 300
"""Stories that are told of at one time; half of the articles of a day."""
CENTRE = 60
"""Words that the articles of a story have in common."""
SHARED = 0.3
"""Share of an article's opening that is drawn from them."""
HEADLINE_WORDS = 9
CHUNK = 5_000
"""Articles written in one transaction."""
CACHE_KIB = 400_000
"""Memory of the database while articles are written, not while they are timed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What articles are drawn from: lists of what stands in the news, once for each time it stands there.

    Attributes:
        words: of headlines and prose, as written; the names of actors are among them.
        lengths: words of a prose.
        outlets: of articles.
        sizes: articles of a story, copies left out.
        copied: share of articles that are whole copies of another one of the same day.
    """

    words: Sequence[str]
    lengths: Sequence[int]
    outlets: Sequence[str | None]
    sizes: Sequence[int]
    copied: float


@dataclass(slots=True, kw_only=True)
class Told:
    """A story that is being told: its own words, how many articles are still to come, and those that came."""

    centre: list[str]
    left: int
    heads: list[str] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    last: Entry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A drawn article, its story, and the article that it copies."""

    entry: Entry
    story: Told
    copy_of: str | None


def drawn_from(path: Path) -> Drawn:
    """Return the distributions of a chronicle of news."""
    with Chronicle.open(path) as chronicle:
        groups = read_groups(chronicle)
    entries = [groups.entries[name] for name in sorted(set(groups.current.values()))]
    prose = [tokens(entry.prose) for entry in entries]
    heads = [tokens(entry.headline) for entry in entries]
    followers = sum(name != head for name, head in groups.copies.items())
    return Drawn(
        words=[word for words in (*prose, *heads) for word in words],
        lengths=[len(words) for words in prose],
        outlets=[entry.outlet for entry in entries],
        sizes=[len({groups.copies.get(name, name) for name in story.members}) for story in groups.stories],
        copied=followers / len(entries),
    )


def articles(drawn: Drawn, dice: random.Random, daily: int) -> Iterator[Made]:
    """Yield articles without end, in order of publication."""
    open_stories = [_story(drawn, dice) for _ in range(OPEN_STORIES)]
    number = 0
    while True:
        seat = dice.randrange(OPEN_STORIES)
        story = open_stories[seat]
        name = f"{dice.getrandbits(128):032x}"
        copied = story.last is not None and dice.random() < drawn.copied * 2  # every second article has one to copy
        clock = FIRST_DAY + timedelta(seconds=86_400 * number // daily)
        day, moment = clock.date().isoformat(), clock.isoformat()
        if copied and story.last is not None:
            entry = replace(story.last, id=name, uri=name, article=name, published=day, published_time=moment)
            copied = story.last.published == entry.published
        if not copied:
            length = dice.choice(drawn.lengths)
            opening = round(LEAD_WORDS * SHARED)
            words = [*dice.sample(story.centre, opening), *dice.choices(drawn.words, k=LEAD_WORDS - opening)]
            dice.shuffle(words)
            words += dice.choices(drawn.words, k=max(0, length - LEAD_WORDS))
            entry = Entry(
                id=name,
                uri=name,
                article=name,
                outlet=dice.choice(drawn.outlets),
                headline=" ".join(dice.choices(story.centre, k=HEADLINE_WORDS)),
                prose=" ".join(words[:length]),
                published=day,
                published_time=moment,
            )
        copy_of = story.heads[-1] if copied else None
        number += 1
        story.members.append(name)
        if not copied:
            story.heads.append(name)
            story.last = entry
            story.left -= 1
        if story.left <= 0:
            open_stories[seat] = _story(drawn, dice)
        yield Made(entry=entry, story=story, copy_of=copy_of)


def _story(drawn: Drawn, dice: random.Random) -> Told:
    return Told(centre=dice.choices(drawn.words, k=CENTRE), left=dice.choice(drawn.sizes))


def write(shelf: Shelf, made: Sequence[Made], scales: Scales, dice: random.Random) -> None:
    """Write drawn articles as rows: their scores are drawn, too, so that nothing is computed that is to be timed."""
    sketcher = Sketcher()
    bands, posts = [], []
    for one in made:
        entry = one.entry
        shelf.put_entry(entry, "")
        shelf.set_current(entry.id, current=True)
        shelf.set_head(entry.id, one.copy_of or entry.id)
        sketch = sketcher.sketch(entry.id, entry.prose)
        bands += [(key, band, entry.id) for band, key in enumerate(sketch.keys.view("int64").tolist())]
        if one.copy_of:
            first, second = pair_of(entry.id, one.copy_of)
            shelf.put_likeness(
                Likeness(
                    first=first, second=second, relation=Relation.COPY, first_in_second=1, second_in_first=1, covered=1
                ),
                folds=True,
            )
        else:
            opening = replace(entry, prose=" ".join(entry.prose.split()[: 2 * LEAD_WORDS]))
            lead = wording_of(opening, scales.frequencies).lead
            day = date.fromisoformat(str(entry.published)).toordinal()
            posts += [
                (word, day, entry.id, value) for word, value in lead.items() if scales.frequencies.weight(word) >= RARE
            ]
            for other in one.story.heads[: one.story.heads.index(entry.id)]:
                score = round(dice.uniform(scales.model.join, BOUND), 4)
                shelf.put_pair(pair_of(entry.id, other), score, (Part(name="drawn", value=score),))
        before = one.story.members[: one.story.members.index(entry.id) + 1]
        shelf.set_story(before, min(before))
    shelf.connection.executemany("INSERT INTO bands VALUES (?, ?, ?)", sorted(bands))
    shelf.connection.executemany("INSERT INTO posts VALUES (?, ?, ?, ?)", sorted(posts))


def seconds_of_adding(path: Path, made: Sequence[Made], scales: Scales) -> list[float]:
    """Add articles one at a time and return what each took, sorted."""
    taken = []
    shelf = Shelf.open(path, read_only=False)
    assert shelf is not None  # noqa: S101 - it was written a moment ago
    with shelf:
        for one in made:
            start = time.perf_counter()
            growth = Growth(shelf, scales)
            growth.add(one.entry)
            growth.settle()
            shelf.commit()
            taken.append(time.perf_counter() - start)
    return sorted(taken)


def main() -> None:
    """Write, add, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chronicle", type=Path, help="a chronicle of news, for the distributions")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000], help="articles, ascending")
    parser.add_argument("--adds", type=int, default=200, help="articles added one at a time at each size")
    parser.add_argument("--daily", type=int, default=600, help="articles published a day")
    options = parser.parse_args()
    scales, dice = load_scales(), random.Random(1)  # noqa: S311 - the same draw each time, no secret
    source = articles(drawn_from(options.chronicle), dice, options.daily)
    medians, count = [], 0
    print("| articles | median ms | slowest tenth from ms | file MiB | written in s |\n|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "drawn-groups"
        Shelf.create(path).close()
        for size in options.sizes:
            start = time.perf_counter()
            while count < size:
                made = [next(source) for _ in range(min(CHUNK, size - count))]
                with _quick(path) as shelf:
                    write(shelf, made, scales, dice)
                    shelf.commit()
                count += len(made)
            written = time.perf_counter() - start
            taken = seconds_of_adding(path, [next(source) for _ in range(options.adds)], scales)
            count += options.adds
            medians.append(statistics.median(taken))
            tenth = taken[int(len(taken) * 0.9)]
            size_mib = path.stat().st_size / 2**20
            row = f"| {size:,} | {medians[-1] * 1000:.1f} | {tenth * 1000:.1f} | {size_mib:,.0f} | {written:.0f} |"
            print(row, flush=True)
    print(f"\nratio of the medians, last to first: {medians[-1] / medians[0]:.2f}")


def _quick(path: Path) -> Shelf:
    shelf = Shelf.open(path, read_only=False)
    assert shelf is not None  # noqa: S101 - it was written a moment ago
    shelf.connection.execute("COMMIT")
    shelf.connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    shelf.connection.execute("PRAGMA synchronous = OFF")
    shelf.connection.execute("BEGIN")
    return shelf


if __name__ == "__main__":
    main()
