"""The place of an event: a place of its own clause behind a preposition of place; else none."""

from dataclasses import dataclass

from kronik.languages.analysis import ROOT, Sentence
from kronik.places.placed import PlacedName
from kronik.reports.candidates import Candidate
from kronik.reports.clause import base, marker_of
from kronik.reports.reading import Reading

PLACE_MARKERS = "place_markers"
"""Class of the lexicon: prepositions behind which an event's place stands."""
NEAR = 12
"""Words behind a trigger within which a place counts where the tree hangs it elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A place and how it came to the event."""

    place: PlacedName
    rule: str


def place_of(reading: Reading, candidate: Candidate) -> Put | None:
    """Return the place of a candidate's own clause: that which hangs on it, else the nearest behind it."""
    tree = reading.sentences[candidate.sentence]
    markers = reading.lexicon.classes.get(PLACE_MARKERS, frozenset())
    near: Put | None = None
    for place in reading.places_in(tree.start, tree.end):
        at = head_of_place(reading, candidate.sentence, place)
        marker = _marker(tree, at)
        if marker is None or marker not in markers:
            continue
        if tree.tokens[at].head in (candidate.head, candidate.predicate):
            return Put(place=place, rule=f"own-{marker}")
        behind = candidate.last < at <= candidate.last + NEAR
        if near is None and behind and not _verb_between(tree, candidate.last, at):
            near = Put(place=place, rule=f"near-{marker}")
    return near


def head_of_place(reading: Reading, sentence: int, place: PlacedName) -> int:
    """Return the token of a place that hangs on none of its others."""
    tree = reading.sentences[sentence]
    first = reading.token_at(sentence, place.start)
    last = reading.token_at(sentence, place.end - 1)
    for index in range(first, last + 1):
        if not first <= tree.tokens[index].head <= last:
            return index
    return first


def _marker(tree: Sentence, at: int) -> str | None:
    """Return the preposition of a place, or of the phrase that it ends ("in the building of X")."""
    for _ in range(3):
        marker = marker_of(tree, at)
        if marker is not None:
            return marker
        token = tree.tokens[at]
        if token.head == ROOT or base(token.relation) not in ("nmod", "appos", "flat", "compound"):
            return None
        at = token.head
    return None


def _verb_between(tree: Sentence, low: int, high: int) -> bool:
    return any(tree.tokens[at].upos == "VERB" for at in range(low + 1, high))
