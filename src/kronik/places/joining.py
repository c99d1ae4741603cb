"""Joins names that stand in one phrase, the finer before the coarser: "Munggu, Kecamatan Mengwi, Badung, Bali"."""

from dataclasses import dataclass, replace

from kronik.knowledge.gazetteer_names import normal
from kronik.knowledge.gazetteer_units import PROVINCE_CODE, REGENCY_CODE, Gazetteer, Kind, Unit
from kronik.languages.placing import Before, PlaceWords
from kronik.places.marking import Mark, lead_before
from kronik.places.words import Words

BETWEEN = frozenset((", ", " ", " (", ",", ". "))
"""What may stand between a place and the one that it lies in; a dot only behind an abbreviation of one."""
LONGEST_NAME = 3
"""Words of a village named without a word of unit."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Marks of one phrase, the finest first, as they stand; the village that opens it, if one does.

    Attributes:
        marks: one or more.
        start: first code point, before the first mark when an unmarked village opens the phrase.
        opening: that village.
        located: a preposition or noun of place stands before it, or before a phrase that it is joined to.
    """

    marks: tuple[Mark, ...]
    start: int
    opening: Unit | None
    located: bool

    @property
    def end(self) -> int:
        """Behind the last character."""
        return self.marks[-1].end


@dataclass(slots=True)
class _Group:
    """A phrase as far as it is gathered, from its end to its beginning."""

    marks: list[Mark]
    start: int
    opening: Unit | None


def phrases_of(words: Words, marks: list[Mark], place: PlaceWords, gazetteer: Gazetteer) -> list[Phrase]:
    """Return the phrases of a text in order of place; marks that are no places of their own are left out."""
    groups: list[_Group] = []
    free = [mark for mark in marks if mark.free]
    for index in range(len(free) - 1, -1, -1):
        mark = free[index]
        if groups and _joins(words, mark, groups[-1], (place, gazetteer)):
            groups[-1].marks.insert(0, mark)
            groups[-1].start = mark.start
        else:
            groups.append(_Group([mark], mark.start, None))
        if groups[-1].opening is None:
            floor = free[index - 1].end if index else 0
            groups[-1].start, groups[-1].opening = _opening(words, groups[-1].marks, (place, gazetteer), floor)
    out: list[Phrase] = []
    for group in reversed(groups):
        first = group.marks[0]
        located = first.located or group.opening is not None or (bool(out) and _shares(words, out[-1], first, place))
        out.append(Phrase(tuple(group.marks), group.start, group.opening, located))
    return out


def _joins(words: Words, mark: Mark, group: _Group, known: tuple[PlaceWords, Gazetteer]) -> bool:
    place, gazetteer = known
    between = words.text[mark.end : group.start]
    if between not in BETWEEN or (between == ". " and mark.units):
        return False
    outer = [unit for other in group.marks for unit in other.units]
    if not mark.units:
        return bool(outer) and between != " "
    if any(within(gazetteer, unit, other) for unit in mark.units for other in outer):
        return True
    if between == ", " and place.before.get(words.normals[mark.first]) is Before.FAR:
        return any(beside(unit, other) for unit in mark.units for other in outer)  # "Bandara Kualanamu, Medan"
    if mark.lead is not Before.SITE or between != ", ":
        return False  # "kantor Gubernur Riau, Pekanbaru": the site bears the name of what it is the seat of
    return any(within(gazetteer, other, unit) for unit in mark.units for other in outer)


def within(gazetteer: Gazetteer, unit: Unit, outer: Unit) -> bool:
    """Return whether a unit lies in another, as far as a phrase that names both needs to know.

    Two sites of one city or regency lie in each other; an island takes what lies in its province, a region abroad a
    city of its country: the phrase says the rest.
    """
    if outer.kind is Kind.SITE:
        if unit.code is None or outer.code is None:
            return False
        if unit.kind is Kind.SITE and len(unit.code) == REGENCY_CODE:
            return unit.code == outer.code
        return len(outer.code) == PROVINCE_CODE and unit.code.startswith(outer.code) and unit.code != outer.code
    if outer.kind is Kind.AREA:
        return unit.kind is Kind.ABROAD and unit.country == outer.country
    return gazetteer.contains(outer, unit)


def beside(unit: Unit, other: Unit) -> bool:
    """Return whether a site and a unit with a code lie in one province."""
    codes = unit.code, other.code
    return unit.kind is Kind.SITE and all(codes) and str(codes[0])[:PROVINCE_CODE] == str(codes[1])[:PROVINCE_CODE]


def _opening(
    words: Words, group: list[Mark], known: tuple[PlaceWords, Gazetteer], floor: int
) -> tuple[int, Unit | None]:
    """Return where a village without a word of unit opens a phrase, and the village."""
    place, gazetteer = known
    first = group[0].first
    if first == 0 or words.text[words.end(first - 1) : group[0].start] != ", ":
        return group[0].start, None
    codes = [unit.code for mark in group for unit in mark.units if unit.code and len(unit.code) >= REGENCY_CODE]
    for size in range(LONGEST_NAME, 0, -1):
        at = first - size
        if at < 0 or words.start(at) < floor or not all(words.capital(index) for index in range(at, first)):
            continue
        name = words.text[words.start(at) : words.end(first - 1)]
        if "," in name or "\n" in name or ". " in name:
            continue
        for code in codes:
            village = gazetteer.village(normal(name), code)
            if village is not None:
                return words.start(lead_before(words, place, at)), replace(village, name=name)
    return group[0].start, None


def _shares(words: Words, before: Phrase, mark: Mark, place: PlaceWords) -> bool:
    """Return whether a place shares the preposition of the one before it."""
    between = words.text[before.end : mark.start]
    return before.located and (between == ", " or between.strip(" ,").casefold() in place.joiners)
