"""The mode of a candidate: its entry's, or that of the heaviest cue beside it."""

from collections.abc import Iterable, Sequence

from kronik.languages.coding import ModeCue, Where
from kronik.records.plover import EventType
from kronik.records.reports import Status
from kronik.reports.candidates import Candidate
from kronik.reports.draft import Draft
from kronik.reports.reading import Reading

NAMED = 1.0
"""Weight that a cue has above all others where it follows the words of the event: it names its kind ("air attack")."""


def mode_of(reading: Reading, candidate: Candidate, object_at: int | None) -> str | None:
    """Return the mode; `object_at` is the token of the candidate's object.

    A cue tells the mode only where the entry leaves it open; a war as such has none.
    """
    entry = candidate.form.entry
    if war_as_such(candidate):
        return None
    if entry.mode is not None:
        return entry.mode
    best: tuple[float, ModeCue] | None = None
    for near, indices in _regions(reading, candidate, object_at):
        for at in indices:
            for cue in reading.lexicon.mode_cues_at(reading.lower[candidate.sentence], at):
                if cue.near is not near or cue.type is not entry.type:
                    continue
                weight = cue.weight + NAMED * (at == candidate.last + 1)
                if best is None or weight > best[0]:
                    best = weight, cue
    return None if best is None else best[1].mode


def joined_mode(tellings: Sequence[Draft]) -> str | None:
    """Return the mode of an event by its tellings, the clearest first; a war as such has none."""
    if war_as_such(tellings[0].candidate):
        return None
    return next((one.mode for one in tellings if one.mode is not None), None)


def war_as_such(candidate: Candidate) -> bool:
    """Tell whether words tell a war as a whole, which no single means of fighting it characterises."""
    entry = candidate.form.entry
    return candidate.form.frame.mutual and entry.type is EventType.ASSAULT and entry.status is Status.ONGOING


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
