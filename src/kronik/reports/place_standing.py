"""How a place stands to the words that tell an event in its sentence: named features for the choice."""

from collections.abc import Iterator, Sequence

from kronik.languages.analysis import Sentence
from kronik.reports.candidates import Candidate
from kronik.reports.coded import Coded
from kronik.reports.draft import Draft
from kronik.reports.paths import chain_of, path_between
from kronik.reports.place_map import Site
from kronik.reports.place_phrase import holder_of
from kronik.reports.reading import Reading

STEPS = ((2, "1"), (5, "2"), (10, "3"), (20, "4"))
"""Tokens between a place and the words of an event, each bound with its name; beyond the last it is "5"."""
THERE = frozenset({"at", "at-bare"})
"""Ways of being told of a place where something is."""
CROWD = 4
"""Places of a sentence from which on it names many."""
PARAGRAPHS = 3
"""Paragraphs between a place and an event from which on they are far apart."""


def to_event(
    reading: Reading, sites: Sequence[Site], site: Site, here: Sequence[Draft], best: Draft, told: tuple[Coded, str]
) -> Iterator[str]:
    """Yield how a place stands to the words that tell an event in its sentence.

    Args:
        reading: of the article.
        sites: its places.
        site: the place.
        here: tellings of the event in its sentence.
        best: the one of them that it stands nearest to.
        told: the event, and its kind as far as places are told alike.
    """
    report, kind = told
    tree, candidate = reading.sentences[site.sentence], best.candidate
    own = any(other is one for other in site.tellings for one in here)
    hang = "own" if own else "other" if site.tellings else "no"
    yield f"hang={hang}+{kind}"
    yield f"hang={hang}+{site.way}+{kind}"
    yield f"hang={hang}+{report.status.value}"
    clause = _clause(tree, site.head, candidate.predicate)
    yield f"clause={clause}"
    yield f"clause={clause}+{site.way}"
    yield f"clause={clause}+{kind}"
    yield from _apart(tree, site, candidate)
    yield from _rivals(tree, [one for one in sites if one.sentence == site.sentence], site, candidate, kind)
    holder = holder_of(tree, site.head)
    if holder is not None and any(holder in (one.candidate.head, one.candidate.predicate) for one in here):
        yield "held-by-event"


def _clause(tree: Sentence, place: int, event: int) -> str:
    """Return how the verb of a place stands to the verb of an event in the tree."""
    above_place, above_event = chain_of(tree, place), chain_of(tree, event)
    verb = next((at for at in above_place if tree.tokens[at].upos == "VERB"), None)
    other = next((at for at in above_event if tree.tokens[at].upos == "VERB"), None)
    if verb == other:
        return "same"
    if verb is None or other is None:
        return "apart"
    return "below" if other in above_place else "above" if verb in above_event else "apart"


def _apart(tree: Sentence, site: Site, candidate: Candidate) -> Iterator[str]:
    """Yield how many words and verbs stand between a place and the words of an event, and on which side it stands."""
    behind = site.head > candidate.last
    side = "behind" if behind else "before"
    apart = site.head - candidate.last if behind else candidate.first - site.head
    step = next((name for bound, name in STEPS if apart <= bound), "5")
    yield f"apart={step}+{side}"
    yield f"apart={step}+{side}+{site.way}"
    low, high = sorted((site.head, candidate.head))
    verbs = sum(tree.tokens[at].upos == "VERB" for at in range(low + 1, high))
    yield f"verbs={min(verbs, 3)}"
    yield f"verbs={min(verbs, 2)}+{side}+{site.way}"


def _rivals(tree: Sentence, here: Sequence[Site], site: Site, candidate: Candidate, kind: str) -> Iterator[str]:
    """Yield how a place stands among those of its sentence, by words and by the tree."""
    ends = (candidate.head, candidate.predicate)
    there = [one for one in here if one.way in THERE]
    if site.way in THERE:
        if min(there, key=lambda one: abs(one.head - candidate.head)) is site:
            yield "nearest-there"
            yield f"nearest-there+{kind}"
        if min(there, key=lambda one: len(path_between(tree, ends, one.head))) is site:
            yield "nearest-there-by-tree"
            yield f"nearest-there-by-tree+{kind}"
    elif there:
        yield "other-there"
        yield f"other-there+{kind}"
    if min(here, key=lambda one: abs(one.head - candidate.head)) is site:
        yield "nearest-here"
    yield f"here={min(len(here), CROWD)}"


def paragraphs_off(reading: Reading, site: Site, tellings: Sequence[Draft]) -> str:
    """Return how many paragraphs a place stands behind or before the nearest telling of an event."""
    near = min(tellings, key=lambda one: abs(one.candidate.sentence - site.sentence))
    low, high = sorted((near.start, site.place.start))
    count = min(reading.prose.text.count("\n", low, high), PARAGRAPHS)
    return f"paragraphs={count}+{'behind' if site.place.start > near.start else 'before'}"
