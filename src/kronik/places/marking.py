"""Marks the names of places in a text: where they stand, what they can be, and what the words around make of them."""

from typing import NamedTuple

from kronik.knowledge.gazetteer_units import PROVINCE_CODE, Gazetteer, Kind, Unit
from kronik.languages.placing import SITES, SMALL_UNITS, Before, PlaceWords
from kronik.places.words import Words

LONGEST_LABEL = 6
"""Words: a longer run of capitals behind "gedung" or "Desa" is a heading."""
WHERE = (Before.PART, *SITES)
"""Roles of what says where something is."""
PLACING = (*WHERE, Before.UNIT)
"""Roles of what makes a name one of a place."""
HEADS = (*SITES, Before.BODY, Before.TITLE)
"""Roles of what a name of several capitals can begin with."""
LONGEST_LEAD = 7
"""Words that a site may have before its place ("gedung Kejaksaan Tinggi Jawa Barat di ...")."""


class Mark(NamedTuple):
    """A name of a place, or a site or unit named without one.

    Attributes:
        first, last: indices of the first and the last word, words of unit, part and site included.
        start, end: half-open code points.
        name, normal: the name itself, as written and in its normal form.
        units: what the gazetteer has under it, of the kinds that a unit word allows; empty for a site of its own.
        lead: what the words before make of it; None for a bare name.
        free: it is a place of its own, no part of a title, a person's or a body's name.
        located: a preposition or noun of place stands before it.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    normal: str
    units: tuple[Unit, ...]
    lead: Before | None
    free: bool
    located: bool


class _Lead(NamedTuple):
    first: int
    role: Before | None
    kinds: frozenset[str] | None = None
    free: bool = True
    near: Before | None = None
    """What the word right before the name makes of it."""


def marks_of(words: Words, place: PlaceWords, gazetteer: Gazetteer, ends: frozenset[int]) -> list[Mark]:
    """Return the marks of a text in order of place.

    Args:
        words: of the text.
        place: words of the language.
        gazetteer: of the names.
        ends: code points at which something else begins that is no part of a name (times).
    """
    hits = _hits(words, place, gazetteer)
    labels = place.labels
    labelled = (
        () if labels.isdisjoint(words.normals) else [at for at, form in enumerate(words.normals) if form in labels]
    )
    if not hits and not labelled:
        return []
    ends = ends | {words.start(first) for first in hits}
    out: list[Mark] = []
    taken = floor = 0
    for index in sorted({*hits, *labelled}):
        if index < taken:
            continue
        last = hits.get(index)
        if last is not None:
            out.append(_mark(words, place, gazetteer, (index, last, floor), ends))
            taken = out[-1].last + 1
            floor = taken if out[-1].free else floor
        elif index + 1 < len(words):
            mark = _label(words, place, hits, index)
            if mark is not None:
                out.append(mark)
                taken = floor = mark.last + 1
    return out


def _hits(words: Words, place: PlaceWords, gazetteer: Gazetteer) -> dict[int, int]:
    """Return the first and the last word of each name that the gazetteer has, the longest at each place."""
    longest, forms, before = gazetteer.longest, words.forms, place.before
    hits: dict[int, int] = {}
    taken = 0
    for index in [at for at, normal in enumerate(words.normals) if normal in longest]:
        if index < taken or (forms[index][0].islower() and before.get(words.normals[index]) not in SITES):
            continue
        last = _longest(words, gazetteer, index)
        if last is None or (last == index and (words.normals[index] in before or _of_body(words, place, index))):
            continue
        if _unit_of_name(words, place, gazetteer, (index, last)):
            continue  # "Kota Padang" is no district of that name
        if any((_longest(words, gazetteer, at) or 0) > last for at in range(index + 1, last + 1)):
            continue  # "Pengadilan Tipikor Jakarta" before "Pusat": the name that goes on is the one meant
        hits[index] = last
        taken = last + 1
    return hits


def _unit_of_name(words: Words, place: PlaceWords, gazetteer: Gazetteer, at: tuple[int, int]) -> bool:
    """Return whether the name of a small unit begins with a word for a greater one that bears the rest as its name."""
    first, last = at
    kinds = place.kinds.get(words.normals[first])
    if kinds is None or first == last or any(unit.kind is not Kind.DISTRICT for unit in _units(words, gazetteer, at)):
        return False
    return any(unit.kind in kinds for unit in _units(words, gazetteer, (first + 1, last)))


def _units(words: Words, gazetteer: Gazetteer, at: tuple[int, int]) -> tuple[Unit, ...]:
    return gazetteer.units(_phrase(words, *at))


def _of_body(words: Words, place: PlaceWords, index: int) -> bool:
    """Return whether a name closes the word for a body that another name follows: "Polres Metro Bekasi"."""
    return (
        0 < index < len(words) - 1
        and words.joined(index - 1)
        and place.before.get(_phrase(words, index - 1, index)) is Before.BODY
        and words.joined(index)
        and words.capital(index + 1)
    )


def _seats(
    words: Words, place: PlaceWords, at: tuple[int, int], units: tuple[Unit, ...]
) -> tuple[tuple[Unit, ...], int]:
    """Return the unit that a body sits in, of a city and a regency of one name in one province, and its last word.

    "Polres Bogor" is the regency's, "Polresta Bogor Kota" the city's.
    """
    first, last = at
    if first == 0 or not words.joined(first - 1):
        return units, last
    pair = _phrase(words, first - 2, first - 1) if first > 1 else ""
    kind = place.seats.get(pair) or place.seats.get(words.normals[first - 1])
    towns = [unit for unit in units if unit.kind in (Kind.CITY, Kind.REGENCY)]
    if kind is None or len(towns) < 2 or len({str(unit.code)[:PROVINCE_CODE] for unit in towns}) > 1:
        return units, last
    behind = last + 1
    if behind < len(words) and words.joined(last) and words.capital(behind):
        told = place.kinds.get(words.normals[behind], frozenset())
        if Kind.CITY in told:
            kind, last = Kind.CITY, behind
    return tuple(unit for unit in towns if unit.kind == kind) or units, last


def _longest(words: Words, gazetteer: Gazetteer, index: int) -> int | None:
    """Return the last word of the longest name that begins at a word; None when none does."""
    name = words.normals[index]
    behind = min(index + gazetteer.longest.get(name, 0), len(words))
    found = None
    for at in range(index, behind):
        if at > index:
            if not words.joined(at - 1):
                break
            name = f"{name} {words.normals[at]}"
        if name in gazetteer.names and words.capital(at):
            found = at
    return found


def _mark(
    words: Words, place: PlaceWords, gazetteer: Gazetteer, at: tuple[int, int, int], ends: frozenset[int]
) -> Mark:
    first, last, floor = at
    normal = _phrase(words, first, last)
    units = gazetteer.units(normal)
    lead = _lead(words, place, first, floor)
    if lead.near is Before.FAR:
        units = tuple(unit for unit in units if unit.kind is Kind.COUNTRY)
    elif lead.near is Before.LABEL:
        units = ()
    if lead.kinds is not None:
        fitting = tuple(unit for unit in units if unit.kind in lead.kinds)
        if fitting or lead.kinds <= SMALL_UNITS:
            units = fitting
        else:
            lead = _Lead(lead.first, Before.PART)
    name = words.text[words.start(first) : words.end(last)]
    units, last = _seats(words, place, (first, last), units)
    whole = not _goes_on(words, last, ends)
    free = lead.free and whole
    preposition = _preposition(words, place, lead.first)
    if lead.role is Before.BODY:
        free = preposition in place.at and whole
    if lead.role in SITES and words.capital(lead.first) and all(unit.kind is Kind.COUNTRY for unit in units):
        free = free and preposition in place.at  # "Sekolah Perwira Indonesia" is a body that bears the name
    if any(unit.body for unit in units):
        units = tuple(unit for unit in units if not unit.body or preposition in place.at or lead.role in SITES)
        free = free and bool(units)
    opens = first if _plain_city(words, lead, first, units) else lead.first
    return Mark(
        first=opens,
        last=last,
        start=words.start(opens),
        end=words.end(last),
        name=name,
        normal=normal,
        units=units,
        lead=lead.role,
        free=free and lead.role is not Before.TITLE,
        located=preposition in place.locating or lead.role in PLACING,
    )


def _plain_city(words: Words, lead: _Lead, first: int, units: tuple[Unit, ...]) -> bool:
    """Return whether only "kota" stands before a city abroad, which is no part of its name."""
    return (
        lead.near is Before.UNIT
        and lead.first == first - 1
        and words.forms[lead.first].islower()
        and all(unit.kind is Kind.ABROAD for unit in units)
    )


def lead_before(words: Words, place: PlaceWords, first: int) -> int:
    """Return the index of the first word of what says where a name is ("vila di kawasan"); of the name if none does."""
    lead = _lead(words, place, first, 0)
    return lead.first if lead.role in WHERE else first


def _lead(words: Words, place: PlaceWords, first: int, floor: int) -> _Lead:
    """Return what the words before a name make of it, and where they begin."""
    role: Before | None = None
    near: Before | None = None
    kinds: frozenset[str] | None = None
    start = at = first
    while at > floor and first - at < LONGEST_LEAD and words.joined(at - 1):
        found, size = _role_at(words, place, at - 1, floor)
        if found is None:
            if not _crosses(words, place, at - 1, floor):
                return _named(words, place, at, floor, _Lead(start, role, kinds, near=near))
            at -= 1
            continue
        if role is not None and found in (Before.TITLE, Before.BODY):
            break
        if found is Before.UNIT and at == first:
            kinds = place.kinds[_phrase(words, at - size, at - 1)]
        near = found if at == first else near
        if role is None or found in SITES:
            role = found
        start = at = at - size
        if found in (Before.TITLE, Before.BODY):
            outer = _lead(words, place, at, floor) if _site_at(words, place, at - 1, floor) else None
            return outer or _Lead(start, role, kinds, near=near)
    return _Lead(start, role, kinds, near=near)


def _named(words: Words, place: PlaceWords, at: int, floor: int, lead: _Lead) -> _Lead:
    """Return the lead of a name before which no word of place stands: a capital there makes it part of another name."""
    if not words.capital(at - 1) or words.opens(at - 1):
        return lead
    site = _site_before(words, place, at - 1, floor)
    if site is None:
        free = lead.role in PLACING
        return _Lead(lead.first, lead.role, lead.kinds, free, lead.near)
    first, role = site
    if role is Before.BODY and _site_at(words, place, first - 1, floor):
        return _lead(words, place, first, floor)
    near = role if role is Before.FAR else Before.SITE
    return _Lead(first, role, None, role in SITES, lead.near or near)


def _crosses(words: Words, place: PlaceWords, index: int, floor: int) -> bool:
    """Return whether a word stands between a site and where it is: "vila di kawasan", "situs nuklir"."""
    return (
        words.normals[index] in place.inside
        and index > floor
        and words.joined(index - 1)
        and _role_at(words, place, index - 1, floor)[0] in (WHERE if words.normals[index] not in place.at else SITES)
    )


def _site_at(words: Words, place: PlaceWords, index: int, floor: int) -> bool:
    """Return whether the word before an office or a body is a site: "kantor Gubernur", "Rutan Polres"."""
    return index >= floor and words.joined(index) and _role_at(words, place, index, floor)[0] in SITES


def _role_at(words: Words, place: PlaceWords, index: int, floor: int) -> tuple[Before | None, int]:
    if index > floor and words.joined(index - 1):
        found = place.before.get(_phrase(words, index - 1, index))
        if found is not None:
            return found, 2
    return place.before.get(words.normals[index]), 1


def _phrase(words: Words, first: int, last: int) -> str:
    return " ".join(words.normals[first : last + 1])


def _site_before(words: Words, place: PlaceWords, index: int, floor: int) -> tuple[int, Before] | None:
    """Return where a run of capitals before a place begins, if a site, body or title heads it; None if none does."""
    at = index
    while at >= floor and index - at < LONGEST_LEAD:
        found, size = _role_at(words, place, at, floor)
        if found in HEADS:
            return at - size + 1, found
        if not words.capital(at) or at == floor or not words.joined(at - 1):
            return None
        at -= 1
    return None


def _goes_on(words: Words, last: int, ends: frozenset[int]) -> bool:
    """Return whether the name is only the beginning of a longer one: a capital follows that nothing parts from it."""
    after = last + 1
    if words.text[words.end(last) : words.end(last) + 1] == "$":
        return True
    if after >= len(words) or words.gap(last) not in (" ", "-") or words.start(after) in ends:
        return False
    form = words.forms[after]
    return form[0].isupper() and not (words.gap(last) == "-" and len(form) > 1 and form.isdigit())


def _preposition(words: Words, place: PlaceWords, first: int) -> str | None:
    before = first - 1
    while (
        before >= 0
        and words.normals[before] in place.inside
        and words.normals[before] not in place.locating
        and words.gap(before) == " "
    ):
        before -= 1
    if before < 0 or words.gap(before).strip("\"“‘' ") != "":
        return None
    return words.normals[before] if words.normals[before] in place.locating else None


def _streets(hits: dict[int, int], index: int, last: int) -> bool:
    """Return whether names behind a label are its own: they begin right behind it ("Jalan Bungur Raya")."""
    return index + 1 in hits or all(at not in hits for at in range(index + 1, last + 1))


def _label(words: Words, place: PlaceWords, hits: dict[int, int], index: int) -> Mark | None:
    """Return the mark of a unit or site named by words that the gazetteer lacks; None where none follow its word."""
    role = place.before[words.normals[index]]
    unit = role is Before.UNIT and place.kinds[words.normals[index]] <= SMALL_UNITS
    last, known = index, index
    while last + 1 < len(words) and last - index < LONGEST_LABEL and words.joined(last) and words.capital(last + 1):
        if last > index and words.normals[last + 1] in place.parting:
            break  # "Dusun Krajan RT 02 Desa Sumber"
        last += 1
        known = max(known, hits.get(last, known))
    covered = hits.get(index + 1) == last or (
        known == last and not (role is Before.LABEL and _streets(hits, index, last))
    )
    if last == index or covered or (words.forms[index + 1][0].isdigit() and not unit):
        return None
    return Mark(
        first=index,
        last=last,
        start=words.start(index),
        end=words.end(last),
        name=words.text[words.start(index + 1) : words.end(last)],
        normal=_phrase(words, index + 1, last),
        units=(),
        lead=role,
        free=True,
        located=unit or _preposition(words, place, index) in place.at,
    )
