"""Time what it costs to add one article to kept groups, by how many there are already.

    python benchmarks/growth.py CHRONICLE [--sizes 10000 100000 1000000] [--adds 200] [--daily 600]

CHRONICLE is one of news; from it come the distributions. Articles are drawn and written straight into a side file of
groups, as README.md tells; then articles are added one at a time, each in a transaction of its own, by what
``kronik groups --store`` calls. Only this is timed: processor time, of the program and of the system for it.
"""

import argparse
import random
import statistics
import tempfile
import time
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from kronik.chronicle.reader import Chronicle
from kronik.grouping.growing import Growth
from kronik.grouping.kept import read_groups
from kronik.grouping.packing import packed, packed_wording
from kronik.grouping.shelf import Shelf, key_of
from kronik.records.reports import Part
from kronik.stories.entries import Entry
from kronik.stories.groups import load_scales
from kronik.stories.likeness import Likeness, Relation
from kronik.stories.pairs import BOUND
from kronik.stories.sketches import Sketcher
from kronik.stories.stories import RARE, WINDOW_DAYS, Scales, pair_of
from kronik.stories.wording import LEAD_WORDS, lead_of, tokens, wording_of

FIRST_DAY = datetime(2030, 1, 1, tzinfo=UTC)
OPEN_STORIES = 300
"""Stories that are told of at one time; half of the articles of a day."""
CENTRE = 60
"""Words that the articles of a story have in common."""
SHARED = 0.3
"""Share of an article's opening that is drawn from them."""
HEADLINE_WORDS = 9
CHUNK = 5_000
"""Articles drawn at one time."""
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
    """Yield articles without end, in order of publication.

    The first stories are drawn as they would be found on any later day, when long ones stand open more often and are
    half told: so the first articles have as many of their story as later ones.
    """
    found = dice.choices(drawn.sizes, weights=drawn.sizes, k=OPEN_STORIES)
    open_stories = [replace(_story(drawn, dice), left=dice.randint(1, size)) for size in found]
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


@dataclass(slots=True)
class Rows:
    """Rows that are written in the order of their table, all at once: column by column.

    Attributes:
        names: ids of articles; the other columns hold their places in it.
        keys, bands, holders: of each key: what it is, its band, and whose it is.
        words: each word once; `posted` holds places in it.
        posted, days, tellers, values: of each rare word of an opening.
    """

    names: list[str] = field(default_factory=list)
    keys: "array[int]" = field(default_factory=lambda: array("q"))
    bands: "array[int]" = field(default_factory=lambda: array("b"))
    holders: "array[int]" = field(default_factory=lambda: array("i"))
    words: dict[str, int] = field(default_factory=dict)
    posted: "array[int]" = field(default_factory=lambda: array("i"))
    days: "array[int]" = field(default_factory=lambda: array("i"))
    tellers: "array[int]" = field(default_factory=lambda: array("i"))
    values: "array[float]" = field(default_factory=lambda: array("d"))

    def write(self, shelf: Shelf) -> None:
        """Write them; in their order a tree grows at its end, and does not turn over at every row."""
        rank = np.argsort(np.argsort(np.array(self.names)))
        keys, bands, holders = (np.frombuffer(one, one.typecode) for one in (self.keys, self.bands, self.holders))
        order = np.lexsort((rank[holders], bands, keys))
        for part in np.array_split(order, 1 + len(order) // 1_000_000):
            owners = [self.names[at] for at in holders[part].tolist()]
            rows = zip(keys[part].tolist(), bands[part].tolist(), owners, strict=True)
            shelf.connection.executemany("INSERT INTO bands VALUES (?, ?, ?)", rows)
        listed = list(self.words)
        spelled = np.argsort(np.argsort(np.array(listed)))
        columns = (self.posted, self.days, self.tellers, self.values)
        posted, days, tellers, values = (np.frombuffer(one, one.typecode) for one in columns)
        order = np.lexsort((rank[tellers], days, spelled[posted]))
        for part in np.array_split(order, 1 + len(order) // 1_000_000):
            told = [listed[at] for at in posted[part].tolist()]
            owners = [self.names[at] for at in tellers[part].tolist()]
            lines = zip(told, days[part].tolist(), owners, values[part].tolist(), strict=True)
            shelf.connection.executemany("INSERT INTO posts VALUES (?, ?, ?, ?)", lines)


def write(shelf: Shelf, made: Sequence[Made], scales: Scales, dice: random.Random, *, rows: Rows, last: int) -> None:
    """Write drawn articles as rows: their scores are drawn, too, so that nothing is computed that is to be timed.

    Texts and words are packed of those articles alone that lie in the window before the last day. The others hold the
    bytes of one of these, so that the tables are as large; keys, rare words and scores are those of their own text.
    """
    sketcher, text, stand_in = Sketcher(), b"", b""
    for one in made:
        entry = one.entry
        place = len(rows.names)
        rows.names.append(entry.id)
        before = one.story.members[: one.story.members.index(entry.id) + 1]
        recent = entry.day >= last - WINDOW_DAYS
        if recent or not text:
            text = packed(entry)
        shelf.connection.execute(
            "INSERT INTO entries VALUES (?, '', ?, ?, ?, 1, ?, ?)",
            (entry.id, key_of(entry.article), text, entry.day, one.copy_of or entry.id, min(before)),
        )
        if len(before) > 1 and min(before) == entry.id:
            shelf.set_story(before, entry.id)
        keys = sketcher.sketch(entry.id, entry.prose).keys.view("int64").tolist()
        rows.keys.extend(keys)
        rows.bands.extend(range(len(keys)))
        rows.holders.extend([place] * len(keys))
        if one.copy_of:
            first, second = pair_of(entry.id, one.copy_of)
            shelf.put_likeness(
                Likeness(
                    first=first, second=second, relation=Relation.COPY, first_in_second=1, second_in_first=1, covered=1
                ),
                folds=True,
            )
            continue
        if recent or not stand_in:
            stand_in = packed_wording(wording_of(entry, scales.frequencies))
        shelf.connection.execute("INSERT INTO wordings VALUES (?, ?)", (entry.id, stand_in))
        opening = replace(entry, prose=" ".join(entry.prose.split()[: 2 * LEAD_WORDS]))
        for word, value in lead_of(opening, scales.frequencies).items():
            if scales.frequencies.weight(word) >= RARE:
                rows.posted.append(rows.words.setdefault(word, len(rows.words)))
                rows.days.append(entry.day)
                rows.tellers.append(place)
                rows.values.append(value)
        for other in one.story.heads[: one.story.heads.index(entry.id)]:
            score = round(dice.uniform(scales.model.join, BOUND), 4)
            shelf.put_pair(pair_of(entry.id, other), score, (Part(name="drawn", value=score),))


def seconds_of_adding(path: Path, made: Sequence[Made], scales: Scales) -> list[float]:
    """Add articles one at a time and return the processor time that each took, sorted."""
    taken = []
    shelf = Shelf.open(path, read_only=False)
    assert shelf is not None  # noqa: S101 - it was written a moment ago
    with shelf:
        for one in made:
            start = time.process_time()
            growth = Growth(shelf, scales)
            growth.add(one.entry)
            growth.settle()
            shelf.commit()
            taken.append(time.process_time() - start)
    return sorted(taken)


def main() -> None:
    """Write, add, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chronicle", type=Path, help="a chronicle of news, for the distributions")
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000], help="articles, ascending"
    )
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
            start, rows = time.process_time(), Rows()
            last = (FIRST_DAY + timedelta(days=(size + options.adds) / options.daily)).date().toordinal()
            with _quick(path) as shelf:
                while count < size:
                    made = [next(source) for _ in range(min(CHUNK, size - count))]
                    write(shelf, made, scales, dice, rows=rows, last=last)
                    count += len(made)
                rows.write(shelf)
                shelf.commit()
            written = time.process_time() - start
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
