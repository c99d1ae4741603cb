"""The mode of a candidate: its entry's, or that of the heaviest cue beside it."""

from collections.abc import Iterable

from kronik.languages.coding import ModeCue, Where
from kronik.records.plover import EventType
from kronik.records.reports import Status
from kronik.reports.candidates import Candidate
from kronik.reports.reading import Reading


def mode_of(reading: Reading, candidate: Candidate, object_at: int | None) -> str | None:
    """Return the mode; `object_at` is the token of the candidate's object.

    A cue tells the mode only where the entry leaves it open; a war as such has none.
    """
    entry = candidate.form.entry
    if candidate.form.frame.mutual and entry.type is EventType.ASSAULT and entry.status is Status.ONGOING:
        return None
    if entry.mode is not None:
        return entry.mode
    best: ModeCue | None = None
    for near, indices in _regions(reading, candidate, object_at):
        for at in indices:
            for cue in reading.lexicon.mode_cues_at(reading.lower[candidate.sentence], at):
                if cue.near is near and cue.type is entry.type and (best is None or cue.weight > best.weight):
                    best = cue
    return None if best is None else best.mode


def _regions(reading: Reading, candidate: Candidate, object_at: int | None) -> Iterable[tuple[Where, Iterable[int]]]:
    tree = reading.sentences[candidate.sentence]
    size = len(tree.tokens)
    below = set(tree.subtree(candidate.head))
    if candidate.light_head is not None:
        below |= set(tree.subtree(candidate.light_head))
    yield Where.NEXT, range(candidate.last + 1, min(candidate.last + 2, size))
    yield Where.PREVIOUS, range(max(0, candidate.first - 1), candidate.first)
    yield Where.OBJECT, () if object_at is None else tree.subtree(object_at)
    yield Where.BELOW, sorted(below)
    yield Where.CLAUSE, range(size)
