"""Finds the places that a prose names and resolves them as finely as the page supports."""

from bisect import bisect_right
from dataclasses import replace

from kronik.annotation.prose import Prose
from kronik.knowledge.gazetteer_units import Gazetteer, Kind
from kronik.languages.analysis import THINGS, Name, NameKind
from kronik.languages.placing import PlaceWords
from kronik.places.joining import phrases_of
from kronik.places.marking import Mark, marks_of
from kronik.places.placed import PlacedName
from kronik.places.resolving import evidence_of, settle
from kronik.places.words import words_of


def places_of(prose: Prose, words: PlaceWords, gazetteer: Gazetteer) -> tuple[PlacedName, ...]:
    """Return the places that a prose names, in order of place.

    A place within a person's name, a title or the name of a body is none of its own, but tells what others mean.
    Provinces are those of the publication day. `PlacedName.where` is None where the page leaves a name open.
    """
    tokens = words_of(prose.text)
    marks = marks_of(tokens, words, gazetteer, frozenset(time.start for time in prose.times))
    if not marks:
        return ()
    evidence = evidence_of(marks, words)
    out = []
    for phrase in phrases_of(tokens, marks, words, gazetteer):
        if len(phrase.marks) == 1 and _in_name(phrase.marks[0], prose.analysis.names):
            continue
        settled = settle(phrase, evidence, words, gazetteer)
        if settled is None:
            continue
        where = gazetteer.where(settled.unit, prose.published) if settled.unit is not None else None
        if where is not None and settled.label is not None:
            where = replace(where, locality=settled.label)
        out.append(
            PlacedName(start=phrase.start, end=phrase.end, where=where, rule=settled.rule, located=phrase.located)
        )
    return tuple(out)


def _in_name(mark: Mark, names: tuple[Name, ...]) -> bool:
    """Return whether the name of a person, or a longer one of a body or a thing, takes a mark that nothing locates."""
    if mark.located:
        return False
    at = bisect_right(names, mark.start, key=lambda name: name.end)
    while at < len(names) and names[at].start < mark.end:
        name = names[at]
        if name.kind is NameKind.PERSON and not _state(mark, name):
            return True
        if (
            (name.kind is NameKind.ORGANISATION or name.kind in THINGS)
            and name.end - name.start > mark.end - mark.start
            and not _state(mark, name)
        ):
            return True
        at += 1
    return False


def _state(mark: Mark, name: Name) -> bool:
    """Return whether the name is only the state's, however the model calls it."""
    return bool(mark.units) and mark.units[0].kind is Kind.COUNTRY and name.start == mark.start
