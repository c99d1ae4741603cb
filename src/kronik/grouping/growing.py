"""Groups that grow: an article is added to kept groups, or taken out, and only what it touches is computed anew.

The groups are those that `groups_of` computes from the whole set, in whatever order and batches it came. No statistic
of the set is used but one: how many articles have a key of a band in common, and which are the first by id (`CROWD`).
Where that changes, the pairs of that key are looked at again. Word weights and the weights of measures are shipped.
"""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from importlib.resources import files
from itertools import combinations

import numpy as np

from kronik.grouping.shelf import Pair, Shelf
from kronik.stories import copies, pairs, sketches, stories, wording
from kronik.stories.copies import CROWD, FIRSTS, copy_groups, is_met, likeness
from kronik.stories.entries import UNDATED, Entry, latest
from kronik.stories.grouped import Groups
from kronik.stories.groups import folds
from kronik.stories.linkage import joined
from kronik.stories.measures import measures
from kronik.stories.pairs import BOUND
from kronik.stories.sketches import Sketch, Sketcher
from kronik.stories.stories import LIKE, LINK, RARE, WINDOW_DAYS, Link, Scales, Story, pair_of
from kronik.stories.wording import Wording, wording_of

SOURCES = ("kronik.stories", "kronik.grouping", "kronik.languages", "kronik.records")
"""Packages in which articles are grouped: what they do is told by the text of these modules of theirs."""

MODULES = frozenset(
    {
        *("components.py", "copies.py", "entries.py", "groups.py", "likeness.py", "linkage.py", "measures.py"),
        *("pairs.py", "sketches.py", "stories.py", "wording.py", "growing.py", "packing.py", "frequencies.py"),
        "parts.py",
    }
)

MARGIN = 0.001
"""How much below the threshold of joining a pair's score still holds a story together: means are rounded."""

HELD = 4096
"""Articles whose words or sketches are held in memory at once."""

LAST_DAY = date.max.toordinal()


def versions(scales: Scales) -> str:
    """Return a digest of all that groups depend on beside the articles: code, constants and shipped tables.

    Code counts as it is written, so that a new comment makes new groups too, but no change is forgotten.
    """
    code = [
        (package, module.name, hashlib.sha256(module.read_bytes()).hexdigest())
        for package in SOURCES
        for module in sorted(files(package).iterdir(), key=lambda module: module.name)
        if module.name in MODULES
    ]
    constants = [
        (module.__name__, name, getattr(module, name))
        for module in (copies, pairs, sketches, stories, wording)
        for name in sorted(vars(module))
        if name.isupper() and isinstance(getattr(module, name), int | float)
    ]
    words, model = scales.frequencies, scales.model
    told = [code, constants, words.articles, sorted(words.words.items()), sorted(words.names)]
    told += [model.version, model.bias, model.join, list(model.weights)]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def digest_of(stamps: Iterable[tuple[str, str]]) -> str:
    """Return the digest of a set of articles, each an id and a stamp of what made it."""
    whole = hashlib.sha256()
    for name, stamp in sorted(stamps):
        whole.update(f"{name} {stamp}\n".encode())
    return whole.hexdigest()


class Growth:
    """Adds articles to kept groups and takes them out; `settle` must be called after the last of a batch."""

    def __init__(self, shelf: Shelf, scales: Scales) -> None:
        self._shelf = shelf
        self._scales = scales
        self._sketcher = Sketcher()
        self._strong = max(LINK, scales.model.join - MARGIN)
        self._sketches: dict[str, Sketch] = {}
        self._wordings: dict[str, Wording] = {}
        self._loose: set[str] = set()
        self._moved: set[str] = set()

    def add(self, entry: Entry, stamp: str = "") -> None:
        """Add an article that is not there yet; the stamp says what made it."""
        self._shelf.put_entry(entry, stamp)
        self._revise(entry.article)

    def remove(self, name: str) -> None:
        """Take an article out; an earlier revision stands for it from now on. Raises KeyError when it is not there."""
        article = self._shelf.entry(name).article
        if self._shelf.current(article) == name:
            self._retire(name)
        self._shelf.drop_entry(name)
        self._sketches.pop(name, None)
        self._wordings.pop(name, None)
        self._revise(article)

    def settle(self) -> None:
        """Compute anew what the articles that came and went since the last time have touched."""
        loose = sorted(name for name in self._loose if self._shelf.is_current(name))
        self._loose.clear()
        coming: list[str] = []
        for members in _walked(loose, self._folded):
            entries = {name: self._shelf.entry(name) for name in members}
            head = min(members, key=lambda name: entries[name].order)
            for name in members:
                old = self._shelf.head(name)
                if old == name != head:
                    self._behead(name)
                elif name == head != old:
                    coming.append(name)
                self._shelf.set_head(name, head)
            self._moved.add(head)
        for name in sorted(coming):
            self._score(self._wording(name))
        moved = sorted(name for name in self._moved if self._shelf.head(name) == name)
        self._moved.clear()
        for component in _walked(moved, self._linked):
            self._join(component)

    def _revise(self, article: str) -> None:
        """Let the latest revision of an article stand for it."""
        old = self._shelf.current(article)
        kept = latest(self._shelf.revisions(article))
        new = kept[0].id if kept else None
        if old == new:
            return
        if old is not None:
            self._retire(old)
        if new is not None:
            self._enter(new)

    def _enter(self, name: str) -> None:
        sketch = self._sketch(name)
        keys = _keys(sketch)
        gained: Counter[str] = Counter()
        lost: set[Pair] = set()
        for band, key in enumerate(keys):
            before = self._shelf.band(band, key, CROWD + 1)
            if len(before) < CROWD:
                gained.update(before)
                continue
            if len(before) == CROWD:
                ordered = sorted([*before, name])
                lost.update(pair for pair in combinations(ordered[FIRSTS:], 2) if name not in pair)
            elif name < before[FIRSTS - 1]:
                ordered = sorted([*self._shelf.band(band, key), name])
                lost.update((ordered[FIRSTS], other) for other in ordered[FIRSTS + 1 :])
            else:
                ordered = sorted([*before[:FIRSTS], name])
            others = ordered if name in ordered[:FIRSTS] else ordered[:FIRSTS]
            gained.update(other for other in others if other != name)
        self._shelf.put_bands(name, keys)
        self._shelf.set_current(name, current=True)
        self._loose.add(name)
        self._compare(
            pair_of(name, other) for other, met in gained.items() if is_met(met, sketch.day, self._shelf.day(other))
        )
        self._part(lost)

    def _retire(self, name: str) -> None:
        if self._shelf.head(name) == name:
            self._behead(name)
        for other, _ in self._shelf.alike(name):
            self._shelf.drop_likeness(pair_of(name, other))
            self._loose.add(other)
        self._loose.discard(name)
        self._shelf.set_current(name, current=False)
        keys = _keys(self._sketch(name))
        self._shelf.drop_bands(name, keys)
        gained: set[Pair] = set()
        for band, key in enumerate(keys):
            after = self._shelf.band(band, key, CROWD + 1)
            if len(after) == CROWD:
                gained.update(combinations(after, 2))
            elif len(after) > CROWD and name < after[FIRSTS - 1]:
                promoted = after[FIRSTS - 1]
                gained.update((promoted, other) for other in self._shelf.band(band, key) if other > promoted)
        self._compare(pair for pair in gained if self._is_met(*pair))

    def _compare(self, gained: Iterable[Pair]) -> None:
        for first, second in sorted(gained):
            found = likeness(self._sketch(first), self._sketch(second))
            if found is not None:
                same = folds(found, self._shelf.entry(first), self._shelf.entry(second))
                self._shelf.put_likeness(found, folds=same)
                if same:
                    self._loose.update((first, second))

    def _part(self, lost: set[Pair]) -> None:
        """Forget how alike the texts of pairs are that no key lets meet any more."""
        known = {first: {other for other, _ in self._shelf.alike(first)} for first in {pair[0] for pair in lost}}
        for first, second in sorted(lost):
            if second in known[first] and not self._is_met(first, second):
                self._shelf.drop_likeness((first, second))
                self._loose.update((first, second))

    def _is_met(self, first: str, second: str) -> bool:
        """Say whether two articles, the smaller id first, are compared: by the keys at which they meet."""
        one, other = self._sketch(first), self._sketch(second)
        both = zip(enumerate(_keys(one)), _keys(other), strict=True)
        met = sum(self._meets(place, first) for place, key in both if place[1] == key)
        return is_met(met, one.day, other.day)

    def _meets(self, place: tuple[int, int], first: str) -> bool:
        found = self._shelf.band(*place, CROWD + 1)
        return len(found) <= CROWD or first in found[:FIRSTS]

    def _behead(self, name: str) -> None:
        """Take an article that stands for itself out of what stories are made of."""
        self._moved.update(self._linked(name))
        words = self._wording(name)
        self._shelf.drop_posts(name, words.entry.day, self._rare(words))
        self._shelf.drop_pairs(name)
        self._shelf.drop_wording(name)

    def _score(self, words: Wording) -> None:
        """Score an article with those whose openings are alike in rare words, near it in time; then count it in."""
        name, day, rare = words.entry.id, words.entry.day, self._rare(words)
        spans = [(UNDATED, LAST_DAY)]
        if day != UNDATED:
            spans = [(UNDATED, UNDATED), (day - WINDOW_DAYS, day + WINDOW_DAYS)]
        alike: dict[str, float] = defaultdict(float)
        for word, value in rare.items():
            for span in spans:
                for other, theirs in self._shelf.posts(word, *span):
                    alike[other] += value * theirs
        for other in sorted(alike):
            if round(alike[other], 6) >= LIKE:
                first, second = sorted((words, self._wording(other)), key=lambda one: one.entry.id)
                found = measures(first, second, self._scales.frequencies)
                score = self._scales.model.score(found)
                if score > -BOUND:
                    parts = self._scales.model.parts(found) if score >= self._strong else None
                    self._shelf.put_pair((first.entry.id, second.entry.id), score, parts)
        self._shelf.put_posts(name, day, rare)
        self._shelf.put_wording(words)

    def _rare(self, words: Wording) -> dict[str, float]:
        return {word: value for word, value in words.lead.items() if self._scales.frequencies.weight(word) >= RARE}

    def _join(self, component: tuple[str, ...]) -> None:
        held = set(component)
        scores = {
            (name, other): score
            for name in component
            for other, score, _ in self._shelf.scores(name)
            if name < other and other in held
        }
        for group in joined(component, scores, self._scales.model.join, -BOUND):
            members = [name for head in group for name in (head, *self._shelf.followers(head))]
            self._shelf.set_story(members, min(members))

    def _folded(self, name: str) -> list[str]:
        return [other for other, same in self._shelf.alike(name) if same]

    def _linked(self, name: str) -> list[str]:
        return [other for other, _, strong in self._shelf.scores(name) if strong]

    def _sketch(self, name: str) -> Sketch:
        if name not in self._sketches:
            if len(self._sketches) >= HELD:
                self._sketches.clear()
            entry = self._shelf.entry(name)
            self._sketches[name] = self._sketcher.sketch(name, entry.prose, entry.day)
        return self._sketches[name]

    def _wording(self, name: str) -> Wording:
        if name not in self._wordings:
            if len(self._wordings) >= HELD:
                self._wordings.clear()
            kept = self._shelf.wording(name)
            self._wordings[name] = kept or wording_of(self._shelf.entry(name), self._scales.frequencies)
        return self._wordings[name]


def kept_groups(shelf: Shelf) -> Groups:
    """Return the groups that a side file keeps."""
    entries = {entry.id: entry for entry in shelf.entries()}
    seats = list(shelf.seats())
    newest = {article: name for name, article, current, _ in seats if current}
    story_of = {name: story for name, _, current, story in seats if current and story is not None}
    found = tuple(shelf.likenesses())
    members: dict[str, list[str]] = defaultdict(list)
    for name, story in story_of.items():
        members[story].append(name)
    links: dict[str, list[Link]] = defaultdict(list)
    for (first, second), score, parts in shelf.strong_pairs():
        if story_of[first] == story_of[second]:
            links[story_of[first]].append(Link(first=first, second=second, score=score, parts=parts))
    return Groups(
        entries=entries,
        current={name: newest[article] for name, article, _, _ in seats},
        likenesses=found,
        copies=copy_groups(found, {name: entries[name].order for name in newest.values()}),
        stories=tuple(
            Story(
                id=story, members=tuple(sorted(names, key=lambda name: entries[name].order)), links=_best(links[story])
            )
            for story, names in sorted(members.items())
        ),
    )


def _best(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return the best link of each article, each once."""
    best: dict[str, Link] = {}
    for link in sorted(links, key=lambda link: (-link.score, link.first, link.second)):
        best.setdefault(link.first, link)
        best.setdefault(link.second, link)
    return tuple(sorted(set(best.values()), key=lambda link: (link.first, link.second)))


def _walked(names: Iterable[str], others: Callable[[str], list[str]]) -> Iterator[tuple[str, ...]]:
    """Yield the connected components that names are of, each once and sorted."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            continue
        component, pending = {name}, [name]
        while pending:
            new = [other for other in others(pending.pop()) if other not in component]
            component.update(new)
            pending += new
        seen |= component
        yield tuple(sorted(component))


def _keys(sketch: Sketch) -> list[int]:
    """Return the keys of a sketch as SQLite can hold them: signed."""
    return [int(key) for key in sketch.keys.view(np.int64)]
