"""The phrase of a place: how it opens, the noun that it hangs on, and the names of the cast around it."""

from collections.abc import Iterator

from kronik.languages.analysis import ROOT, Sentence
from kronik.places.placed import PlacedName
from kronik.reports.clause import NOMINAL
from kronik.reports.reading import Reading


def phrase_features(reading: Reading, sentence: int, place: PlacedName, head: int, way: str) -> Iterator[str]:
    """Yield how the phrase of a place is built: how it opens, the noun that holds it, names of the cast around it."""
    tree = reading.sentences[sentence]
    name = reading.prose.text[place.start : place.end]
    if name[:1].islower():
        yield f"opens={name.split(maxsplit=1)[0]}"
    holder = holder_of(tree, head)
    if holder is not None:
        yield "held"
        yield f"held+{way}"
        if any(one.head == holder for one in reading.references.get(sentence, ())):
            yield "held-by-member"
            yield f"held-by-member+{way}"
    for stance in _in_cast(reading, sentence, place):
        yield stance
        yield f"{stance}+{way}"


def holder_of(tree: Sentence, token: int) -> int | None:
    """Return the noun that a word hangs on; None where it hangs on another word or is the root."""
    above = tree.tokens[token].head
    return above if above != ROOT and tree.tokens[above].upos in NOMINAL else None


def _in_cast(reading: Reading, sentence: int, place: PlacedName) -> Iterator[str]:
    around = reading.references.get(sentence, ())
    exact = any((one.start, one.end) == (place.start, place.end) for one in around)
    if exact:
        yield "member"
    if any(
        one.start <= place.start and place.end <= one.end and one.end - one.start > place.end - place.start
        for one in around
    ):
        yield "in-member"
    if not exact and any(one.outer_start <= place.start and place.end <= one.outer_end for one in around):
        yield "in-phrase-of-member"
