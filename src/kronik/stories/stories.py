"""Stories: the articles that report one happening. A pure function of the set of articles, whatever their order."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kronik.languages.frequencies import Frequencies
from kronik.records.reports import Part
from kronik.stories.components import components
from kronik.stories.entries import UNDATED, Entry
from kronik.stories.linkage import joined
from kronik.stories.measures import measures
from kronik.stories.pairs import BOUND, PairModel
from kronik.stories.wording import Wording, wording_of

RARE = 4.0
"""Weight of the words by which candidates are found: those of less than one article in 50."""
LIKE = 0.06
"""Cosine of two openings, rare words only, from which a pair is looked at. Of the pairs of one story in stories.dev
99 of 100 have more."""
WINDOW_DAYS = 14
"""Days between publications up to which two articles may be of one story."""
LINK = -2.0
"""Score from which a pair holds its component together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why two articles are of one story: the score, and what it is made of."""

    first: str
    second: str
    score: float
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles that report one happening.

    Attributes:
        id: of its smallest member.
        members: ids of the articles, in order of publication.
        links: for each member the best link to another, by ids; none for a member that is a copy of another.
    """

    id: str
    members: tuple[str, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    """The tables that pairs are scored with."""

    frequencies: Frequencies
    model: PairModel


def stories_of(entries: Sequence[Entry], copies: Mapping[str, str], scales: Scales) -> tuple[Story, ...]:
    """Return the stories, single articles too, by id.

    Args:
        entries: the latest revision of each article.
        copies: id -> representative, for the copies that stand for one article here.
        scales: frequencies and weights.
    """
    by_id = {entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}
    heads = [wording_of(entry, scales.frequencies) for name, entry in by_id.items() if copies.get(name, name) == name]
    followers: dict[str, list[str]] = defaultdict(list)
    for name, head in sorted(copies.items()):
        if name != head:
            followers[head].append(name)
    words = {one.entry.id: one for one in heads}
    scores = pair_scores(heads, scales)
    groups = grouped(words, scores, scales.model.join)
    return tuple(
        sorted(
            (_story(group, followers, by_id, _links(group, words, scores, scales)) for group in groups),
            key=lambda story: story.id,
        )
    )


def pair_scores(wordings: Sequence[Wording], scales: Scales) -> dict[tuple[str, str], float]:
    """Return the scores of the pairs that may be of one story, smaller id first."""
    return {
        (one.entry.id, other.entry.id): scales.model.score(measures(one, other, scales.frequencies))
        for one, other in candidates(wordings, scales.frequencies)
    }


def candidates(wordings: Sequence[Wording], frequencies: Frequencies) -> Iterator[tuple[Wording, Wording]]:
    """Yield the pairs whose openings are alike in rare words and that were published within the window."""
    ordered = sorted(wordings, key=lambda wording: wording.entry.id)
    posts: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, one in enumerate(ordered):
        likeness: dict[int, float] = defaultdict(float)
        for word, value in one.lead.items():
            if frequencies.weight(word) >= RARE:
                for other, theirs in posts[word]:
                    likeness[other] += value * theirs
                posts[word].append((place, value))
        for other in sorted(likeness):
            if round(likeness[other], 6) >= LIKE and _near(one.entry, ordered[other].entry):
                yield ordered[other], one


def grouped(
    names: Mapping[str, Wording], scores: Mapping[tuple[str, str], float], join: float
) -> tuple[tuple[str, ...], ...]:
    """Return the groups of articles: within each component of links, what average linkage joins."""
    strong = [pair for pair, score in scores.items() if score >= LINK]
    found: list[tuple[str, ...]] = []
    held: set[str] = set()
    for component in components(strong):
        held.update(component)
        found += joined(component, scores, join, -BOUND)
    found += [(name,) for name in names if name not in held]
    return tuple(sorted(found))


def _near(one: Entry, other: Entry) -> bool:
    days = one.day, other.day
    return UNDATED in days or abs(days[0] - days[1]) <= WINDOW_DAYS


def _story(
    group: Sequence[str], followers: Mapping[str, Sequence[str]], entries: Mapping[str, Entry], links: tuple[Link, ...]
) -> Story:
    members = [name for head in group for name in (head, *followers.get(head, ()))]
    members.sort(key=lambda name: entries[name].order)
    return Story(id=min(members), members=tuple(members), links=links)


def _links(
    group: Sequence[str], words: Mapping[str, Wording], scores: Mapping[tuple[str, str], float], scales: Scales
) -> tuple[Link, ...]:
    """Return the best link of each member to another one, each once."""
    best: set[tuple[str, str]] = set()
    for name in group:
        mine = [(-scores[pair], pair) for other in group for pair in [pair_of(name, other)] if pair in scores]
        if mine:
            best.add(min(mine)[1])
    return tuple(
        Link(
            first=first,
            second=second,
            score=scores[first, second],
            parts=scales.model.parts(measures(words[first], words[second], scales.frequencies)),
        )
        for first, second in sorted(best)
    )


def pair_of(one: str, other: str) -> tuple[str, str]:
    """Return two ids, the smaller one first."""
    return (one, other) if one < other else (other, one)
