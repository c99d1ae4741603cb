"""Copies: which articles are worded as another is. Pure functions of the set of sketches, whatever their order."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from kronik.stories.components import components
from kronik.stories.likeness import Likeness, Relation
from kronik.stories.sketches import RUN_WORDS, Sketch

COPY = 0.7
"""Share of the shorter text that the other covers from which it is a copy (`_covered`). Of the copies set's unlike
pairs none has more than 0.61; of its pairs of an original and a copy with every seventh word changed none has less than
0.73."""

WHOLE = 0.9
"""Share covered from which it is a copy whatever the rest is like. Between the two shares it is one only if its words
were edited all over (`EDITS`): whoever takes over paragraphs and writes the others himself has not copied."""

EDITS = 0.035
"""Edits for each word covered from which a text was edited all over: one in 28 words. Copies with every seventh word
changed have 0.05 and more; of the pairs of stories.dev that share paragraphs only, most have less than 0.03."""

SHARED_RUNS = 0.25
"""Share of runs in common from which it is looked at what they cover; covering 0.7 takes more in practice."""

GAP = 6
"""Most runs between two shared ones that may be one edit: a word changed takes 3 runs with it, two near words 6."""

SHIFT = 4
"""Most words by which an edit may be longer in one text than in the other."""

BACKGROUND = 0.1
"""Share of the shorter text's runs from which two texts have background in common."""

EXCERPT = 8.0
"""How many times longer a text must be to hold an excerpt of the other, not its copy: the copies set has copies inside
texts 6 times as long."""

CROWD = 64
"""Articles of one band's key from which on each is compared with the first of them by id only: see `FIRSTS`."""

FIRSTS = 16
"""First articles by id that stand for a crowd: a thousand copies need not be compared a million times."""

NEAR_DAYS = 30
"""Days between publications up to which one band's key in common is enough for two texts to be compared."""

FAR_KEYS = 2
"""Keys that two texts must have in common when they lie further apart in time. One key in common have a thousand
unlike texts of a million, two have forty; of texts whose sets of runs overlap by 0.3, 98 of 100 have two."""

DECIMALS = 4


def likenesses(sketches: Sequence[Sketch]) -> tuple[Likeness, ...]:
    """Return how alike the articles are that may be alike at all, by their ids."""
    ordered = sorted(sketches, key=lambda sketch: sketch.id)
    found = (likeness(ordered[a], ordered[b]) for a, b in candidates(ordered))
    return tuple(one for one in found if one is not None)


def likeness(one: Sketch, other: Sketch) -> Likeness | None:
    """Return how alike two texts are; None where they have not even background in common."""
    first, second = (one, other) if one.id <= other.id else (other, one)
    if not len(first.distinct) or not len(second.distinct):
        return None
    short, long = (first, second) if len(first.distinct) <= len(second.distinct) else (second, first)
    seats = np.searchsorted(long.distinct, short.distinct)
    held = long.distinct.take(seats, mode="clip") == short.distinct
    shared = int(np.count_nonzero(held))
    share = shared / len(short.distinct)
    if share < BACKGROUND:
        return None
    covered, edits = share, 0.0
    if SHARED_RUNS <= share < WHOLE:
        both = np.sort((short.places[held].astype(np.int64) << 32) | long.places[seats[held]])
        covered, edits = _covered(both >> 32, both & 0xFFFFFFFF, len(short.runs))
    if covered >= WHOLE or (covered >= COPY and edits >= EDITS):
        relation = Relation.COPY
        if len(long.distinct) > EXCERPT * len(short.distinct):
            relation = Relation.EXCERPT_OF if short is first else Relation.CONTAINS
    else:
        relation = Relation.SHARED_BACKGROUND
    return Likeness(
        first=first.id,
        second=second.id,
        relation=relation,
        first_in_second=round(shared / len(first.distinct), DECIMALS),
        second_in_first=round(shared / len(second.distinct), DECIMALS),
        covered=round(covered, DECIMALS),
    )


def copy_groups(found: Sequence[Likeness], order: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Return, for each article that is in a group of copies, the id of the group's representative.

    Args:
        found: likenesses; only copies join.
        order: id -> what the representative is chosen by, the smallest wins: earliest publication, then id.
    """
    pairs = [(one.first, one.second) for one in found if one.relation is Relation.COPY]
    groups: dict[str, str] = {}
    for members in components(pairs):
        representative = min(members, key=lambda member: order[member])
        groups.update(dict.fromkeys(members, representative))
    return groups


def candidates(ordered: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places in a list sorted by id that have enough keys of bands in common, sorted, each once."""
    places = [place for place, sketch in enumerate(ordered) if len(sketch.keys)]
    if not places:
        return
    keys = np.stack([ordered[place].keys for place in places], axis=1)
    seats = np.array(places, dtype=np.int64)
    size = len(ordered)
    codes = _codes(keys, seats, size)
    found, counts = np.unique(codes, return_counts=True)
    first, second = np.divmod(found, size)
    days = np.array([sketch.day for sketch in ordered], dtype=np.int64)
    near = (np.abs(days[first] - days[second]) <= NEAR_DAYS) | (days[first] == 0) | (days[second] == 0)
    met = near | (counts >= FAR_KEYS)
    yield from zip(first[met].tolist(), second[met].tolist(), strict=True)


def is_met(keys: int, one: int, other: int) -> bool:
    """Say whether two texts are compared that have so many keys in common and were published on these days."""
    return keys >= FAR_KEYS or (keys > 0 and (abs(one - other) <= NEAR_DAYS or not one or not other))


def _codes(keys: NDArray[np.uint64], seats: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Return the pairs of seats with one key, as first * size + second, once for each band in which they have one.

    Args:
        keys: a row for each band, a column for each text.
        seats: of the texts, ascending.
        size: greater than every seat.
    """
    order = np.argsort(keys, axis=1, kind="stable")
    row = np.take_along_axis(keys, order, axis=1)
    first = np.ones(row.shape, dtype=np.bool_)
    np.not_equal(row[:, 1:], row[:, :-1], out=first[:, 1:])
    starts = np.flatnonzero(first)
    lengths = np.diff(starts, append=first.size)
    holders = seats[order].ravel()
    found: list[NDArray[np.int64]] = [np.empty(0, dtype=np.int64)]
    for length in np.unique(lengths[lengths > 1]).tolist():
        members = holders[starts[lengths == length][:, None] + np.arange(length)]
        one, other = np.triu_indices(length, 1)
        if length > CROWD:
            kept = one < FIRSTS
            one, other = one[kept], other[kept]
        found.append((members[:, one] * size + members[:, other]).ravel())
    return np.concatenate(found)


def _covered(ours: NDArray[np.int64], theirs: NDArray[np.int64], runs: int) -> tuple[float, float]:
    """Return the share of a text's words that another covers, and the edits for each of these words.

    Shared runs cover, and so do gaps that look like an edited word: the runs on the two sides of one stand about as
    far from each other in the other text.

    Args:
        ours: where shared runs stand in the text, in order.
        theirs: where each stands in the other.
        runs: how many the text has.
    """
    step, stride = ours[1:] - ours[:-1], theirs[1:] - theirs[:-1]
    edit = (step <= GAP) & (np.abs(stride - step) <= SHIFT)
    words = int(np.where(edit, step, np.minimum(step, RUN_WORDS)).sum()) + RUN_WORDS
    edits = int(np.count_nonzero(edit & (step > 1)))
    return words / (runs + RUN_WORDS - 1), edits / words
