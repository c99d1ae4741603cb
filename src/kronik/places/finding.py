"""Finds the places that a prose names and resolves them as finely as the page supports."""

from dataclasses import replace

from kronik.annotation.prose import Prose
from kronik.knowledge.gazetteer_units import Gazetteer, Kind
from kronik.languages.analysis import Name, NameKind
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
    text = prose.text
    tokens = words_of(text)
    marks = marks_of(tokens, words, gazetteer, frozenset(time.start for time in prose.times))
    marks = _without_names(marks, prose.analysis.names)
    evidence = evidence_of(marks, words)
    out = []
    for phrase in phrases_of(tokens, marks, words, gazetteer):
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


def _without_names(marks: list[Mark], names: tuple[Name, ...]) -> list[Mark]:
    """Return the marks, those inside names of persons and bodies marked as no places of their own."""
    out = []
    at = 0
    for mark in marks:
        while at < len(names) and names[at].end <= mark.start:
            at += 1
        free = mark.free
        for name in names[at:]:
            if name.start >= mark.end:
                break
            free = free and not _takes(name, mark)
        out.append(mark if free == mark.free else replace(mark, free=free))
    return out


def _takes(name: Name, mark: Mark) -> bool:
    if mark.located or (mark.units and mark.units[0].kind is Kind.COUNTRY and name.start == mark.start):
        return False
    if name.kind is NameKind.PERSON:
        return True
    return name.kind is NameKind.ORGANISATION and name.end - name.start > mark.end - mark.start
