"""Decides what a phrase names: by what it says itself, then by what the page names elsewhere, else it is left open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kronik.knowledge.gazetteer_units import INDONESIA, PROVINCE_CODE, REGENCY_CODE, Gazetteer, Kind, Unit
from kronik.languages.placing import Before, PlaceWords
from kronik.places.joining import Phrase, beside, within
from kronik.places.marking import Mark

TOWN = frozenset((Kind.CITY, Kind.REGENCY))
SAME_REGENCY, SAME_PROVINCE = 3, 1
"""What another name on the page is worth to a candidate that lies in the same regency or province."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What a phrase names (None where open), the rule, and a name for the locality that the gazetteer lacks."""

    unit: Unit | None
    rule: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the names of a page tell about each other: normal form -> codes and countries that it may stand for."""

    codes: Mapping[str, frozenset[str]]
    countries: Mapping[str, str]
    regencies: frozenset[str]
    """Bare names that the page gives a word for a regency, and none for a city."""

    def support(self, unit: Unit, name: str) -> int:
        """Return how much the page's other names speak for a candidate of a name."""
        if unit.country != INDONESIA:
            return sum(country == unit.country for other, country in self.countries.items() if other != name)
        if unit.code is None:
            return 0
        worth = 0
        for other, codes in self.codes.items():
            if other == name:
                continue
            if len(unit.code) >= REGENCY_CODE and any(code.startswith(unit.code[:REGENCY_CODE]) for code in codes):
                worth += SAME_REGENCY
            elif any(code.startswith(unit.code[:PROVINCE_CODE]) for code in codes):
                worth += SAME_PROVINCE
        return worth


def evidence_of(marks: Iterable[Mark], place: PlaceWords) -> Evidence:
    """Return what the marks of a page tell, those in titles and names of bodies included."""
    codes: dict[str, frozenset[str]] = {}
    countries: dict[str, str] = {}
    regencies: set[str] = set()
    cities: set[str] = set()
    for mark in marks:
        name = mark.normal
        primary = [unit for unit in mark.units if unit.kind is not Kind.DISTRICT and not unit.shy]
        kinds = {unit.kind for unit in primary}
        if mark.lead is Before.UNIT and kinds <= TOWN and len(primary) == 1:
            (regencies if Kind.REGENCY in kinds else cities).add(name)
        elif name in place.shy and mark.lead not in (Before.TITLE, Before.BODY):
            continue
        if primary and all(unit.code for unit in primary) and (len(primary) == 1 or kinds <= TOWN | {Kind.PROVINCE}):
            codes[name] = codes.get(name, frozenset()) | {unit.code for unit in primary if unit.code}
        elif mark.lead is Before.UNIT and len(mark.units) == 1 and mark.units[0].code:
            codes[name] = frozenset((mark.units[0].code,))
        if len(primary) == 1 and primary[0].country is not None:
            countries[name] = primary[0].country
    return Evidence(codes, countries, frozenset(regencies - cities))


def settle(phrase: Phrase, evidence: Evidence, place: PlaceWords, gazetteer: Gazetteer) -> Settled | None:
    """Return what a phrase names; None when it is likely no place at all."""
    settled = Settled(None, "")
    for mark in reversed(phrase.marks):
        step = _step(mark, settled.unit, phrase, (evidence, place, gazetteer))
        if step is None and settled.unit is None and mark.units:
            return None
        if step is not None and step.unit is None and settled.unit is None and mark.units:
            return step
        settled = step if step is not None and (step.unit is not None or step.label) else settled
    if phrase.opening is not None and not (settled.unit is not None and settled.unit.kind is Kind.VILLAGE):
        return Settled(phrase.opening, "village-in-unit")
    outer = settled.unit
    if outer is None:
        return _village_on_page(phrase.marks[0], evidence, gazetteer) if phrase.located else None
    if outer.code and phrase.marks[0].lead is Before.FAR and not phrase.marks[0].units:
        return Settled(gazetteer.unit(outer.code[:PROVINCE_CODE]), "province-of-label")
    return settled


def _step(
    mark: Mark, outer: Unit | None, phrase: Phrase, known: tuple[Evidence, PlaceWords, Gazetteer]
) -> Settled | None:
    """Return what one more mark of a phrase makes of what the coarser ones name; None for nothing."""
    evidence, place, gazetteer = known
    if not mark.units:
        if mark.lead is not Before.UNIT:
            return None
        unit = gazetteer.village(mark.normal, outer.code) if outer and outer.code else None
        return Settled(replace(unit, name=mark.name), "village-in-unit") if unit else Settled(outer, "label", mark.name)
    inside = tuple(unit for unit in mark.units if outer is not None and within(gazetteer, unit, outer))
    if outer is not None and not inside:
        return _elsewhere(mark, outer)
    chosen = _choose(mark, inside or mark.units, phrase, evidence, place)
    if chosen is None or chosen.unit is None or outer is None:
        return chosen
    unit = chosen.unit
    if unit.kind is Kind.SITE and unit.locality is None and outer.kind is Kind.SITE:
        unit = replace(unit, locality=outer.locality or outer.name)
    return Settled(unit, f"{chosen.rule}-in-unit")


def _elsewhere(mark: Mark, outer: Unit) -> Settled | None:
    """Return a site that lies outside the city that is named behind it, in the same province: "Bandara X, Medan"."""
    sites = [unit for unit in mark.units if beside(unit, outer)]
    return Settled(sites[0], "site-beside-its-label") if len(sites) == 1 and outer.kind is not Kind.SITE else None


def _village_on_page(mark: Mark, evidence: Evidence, gazetteer: Gazetteer) -> Settled:
    """Return the village that a phrase with a word for one names, if only one lies in what the page names elsewhere."""
    if mark.lead is Before.UNIT:
        regencies = {code for codes in evidence.codes.values() for code in codes if len(code) >= REGENCY_CODE}
        found = {
            unit.code: unit for code in sorted(regencies) if (unit := gazetteer.village(mark.normal, code)) is not None
        }
        if len(found) == 1:
            return Settled(replace(next(iter(found.values())), name=mark.name), "village-on-page")
    return Settled(None, "open-label")


def _choose(
    mark: Mark, units: tuple[Unit, ...], phrase: Phrase, evidence: Evidence, place: PlaceWords
) -> Settled | None:
    name = mark.normal
    single = len(phrase.marks) == 1
    primary = [unit for unit in units if unit.kind is not Kind.DISTRICT]
    if not primary:
        return _district(mark, units, phrase, evidence)
    seat = _seat(name, units, evidence)
    if seat is not None:
        return seat
    if single and mark.lead is not Before.UNIT and (name in place.shy or all(unit.shy for unit in primary)):
        primary = [unit for unit in primary if _backed(unit, name, phrase, evidence)]
        if not primary:
            return None
    kinds = {unit.kind for unit in primary}
    if len(primary) > 1 and kinds <= TOWN | {Kind.PROVINCE}:
        return _town(mark, primary, regency_told=name in evidence.regencies)
    chosen = _likeliest(primary, evidence, name)
    if chosen is None and not phrase.located:
        return None
    return chosen or Settled(None, "open-several")


def _seat(name: str, units: tuple[Unit, ...], evidence: Evidence) -> Settled | None:
    """Return the district of a town better known than others of its name, or the one that the page speaks for."""
    districts = {unit.code: unit for unit in units if unit.kind is Kind.DISTRICT}
    towns = [districts[unit.code] for unit in units if unit.kind is Kind.SITE and unit.code in districts]
    if len(towns) != 1:
        return None
    worth = {code: evidence.support(unit, name) for code, unit in districts.items()}
    best = max(worth.values())
    winners = [code for code in districts if worth[code] == best]
    if best > worth[towns[0].code] and len(winners) == 1:
        return Settled(districts[winners[0]], "district-on-page")
    return Settled(towns[0], "town")


def _backed(unit: Unit, name: str, phrase: Phrase, evidence: Evidence) -> bool:
    """Return whether a name that is common besides stands for a unit here: something is there, or the page is."""
    if phrase.located and not unit.shy:
        return True
    return (phrase.located or unit.country == INDONESIA) and evidence.support(unit, name) > 0


def _likeliest(units: list[Unit], evidence: Evidence, name: str) -> Settled | None:
    """Return the candidate that is alone, within the others, or best spoken for by the page; None when several are."""
    if len(units) == 1:
        return Settled(units[0], units[0].kind.value)
    countries = {unit.country for unit in units}
    finer = [unit for unit in units if unit.kind is not Kind.COUNTRY]
    if len(countries) == 1 and INDONESIA not in countries and finer:
        return Settled(finer[0], finer[0].kind.value)
    worth = [evidence.support(unit, name) for unit in units]
    best = max(worth)
    winners = [unit for unit, one in zip(units, worth, strict=True) if one == best]
    if len(winners) == 1 and best:
        return Settled(winners[0], f"{winners[0].kind.value}-on-page")
    if len({unit.code for unit in winners}) == 1 and all(unit.kind is Kind.SITE for unit in winners):
        return Settled(winners[0], Kind.SITE.value)
    return None


def _town(mark: Mark, units: list[Unit], *, regency_told: bool) -> Settled:
    """Return what a name of a province, a city, a regency means: the coarsest; of the latter two the city."""
    if mark.lead is not Before.UNIT:
        for unit in units:
            if unit.kind is Kind.PROVINCE:
                return Settled(unit, "province-of-that-name")
    wanted = Kind.REGENCY if regency_told else Kind.CITY
    unit = next((unit for unit in units if unit.kind is wanted), units[0])
    return Settled(unit, "regency-told-before" if regency_told else "city-by-custom")


def _district(mark: Mark, units: tuple[Unit, ...], phrase: Phrase, evidence: Evidence) -> Settled | None:
    """Return the district meant: the one that the phrase or the page leaves, none when it leaves several."""
    if len(phrase.marks) > 1 and len(units) == 1:
        return Settled(units[0], Kind.DISTRICT.value)
    name = mark.normal
    told = mark.lead is Before.UNIT
    if not (told or phrase.located):
        return None
    worth = {unit.code: evidence.support(unit, name) for unit in units}
    best = max(worth.values())
    winners = [unit for unit in units if worth[unit.code] == best]
    if best and len(winners) == 1:
        return Settled(winners[0], "district-on-page")
    if told and len(units) == 1:
        return Settled(units[0], Kind.DISTRICT.value)
    return Settled(None, "open-district")
