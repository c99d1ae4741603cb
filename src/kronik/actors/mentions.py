"""The mentions of a row: who or what is named, titled, described or pointed at, before it is known who is meant."""

from collections.abc import Iterator, Mapping, Sequence, Set
from types import MappingProxyType

from msgspec import Struct

from kronik.actors.found import Found, Held, Known
from kronik.actors.marked import SURE, Marked, things_of
from kronik.actors.nouns import NounPhrase, nouns_in, plain_epithet
from kronik.actors.organisations import Organisation, begun_in, organisations_in
from kronik.actors.parts import parts_given
from kronik.actors.people import Around, people_in
from kronik.actors.titles import held_after, held_before, office_end, sector_of, with_modifiers
from kronik.actors.told_names import PersonName, Told
from kronik.actors.words import Row
from kronik.languages.analysis import NameKind
from kronik.languages.naming import (
    ALIAS,
    ANNOUNCING,
    BODY,
    EPITHET,
    FORMED,
    NOUN,
    OFFICE,
    RANK,
    NamingWords,
    Rest,
    Scope,
    Sense,
)
from kronik.records.actors import ActorKind, MentionForm

KINDS = MappingProxyType({kind.value: kind for kind in ActorKind})
"""Kind of actor by the word that the tables have for it."""

KnownNames = Mapping[tuple[int, int], Known]
"""Half-open words of a row -> what is known of the name they make."""

TELLING = OFFICE | BODY | NOUN | RANK | ANNOUNCING | ALIAS | EPITHET | FORMED
"""What may begin with a word of a row that holds a mention which neither the model marks nor the knowledge holds."""


class Reading(Struct, frozen=True, kw_only=True):
    """A row and what was read in it before its mentions are found.

    Attributes:
        row: its words.
        told: names that words around them give away.
        names: names that the model marks.
        known: names that the knowledge files hold.
        where: word -> state that it names.
    """

    row: Row
    told: Told
    names: tuple[Marked, ...]
    known: KnownNames
    where: Mapping[int, str]


def mentions_in(reading: Reading, words: NamingWords, starters: frozenset[str]) -> list[Found]:
    """Return the mentions of one row in order of place, pronouns left out.

    ``starters`` are words that begin persons' names in the article.
    """
    row, known = reading.row, reading.known
    begin = [at for at in row.raised if row.texts[at] in starters]
    if not (begin or reading.names or known or row.holds & TELLING or reading.told.parts):
        return []
    things = things_of(reading.names)
    firm = _firm_people(reading, begin) if row.bodies else set()
    begun = begun_in(row, words, firm, known) if row.bodies else []
    sure = organisations_in(row, words, (), firm, known, begun) if row.bodies else []
    around = _around(reading, sure, things, starters, begin)
    people = people_in(row, words, reading.names, reading.told, around)
    owned = {at: one.last for one in people for at in range(one.first, one.last)} if people else {}
    bodies = sure
    if not row.bodies or owned.keys() != firm or any(name.kind is NameKind.ORGANISATION for name in reading.names):
        if row.bodies and owned.keys() != firm:
            begun = begun_in(row, words, owned.keys(), known)
        bodies = organisations_in(row, words, reading.names, owned.keys(), known, begun)
    named = [one for one in bodies if owned.keys().isdisjoint(range(one.first, one.last))] if owned else bodies
    found = list(_people(reading, words, people, owned)) if people else []
    found.extend(_bodies(reading, named))
    taken = covered(found) if found else set()
    if known:
        found.extend(_states(reading, words, owned.keys() | covered([one for one in named if _is_proper(row, one)])))
    titled = covered([held for one in found for held in one.held]) if people else set()
    if row.holds & EPITHET:
        described = list(_epithets(reading, words, taken | titled))
        found.extend(described)
        taken |= covered(described)
    if row.offices:
        lone = list(_lone_offices(reading, words, taken | titled, owned))
        found.extend(lone)
        taken |= covered(lone)
    nouns = [
        _noun(row, one)
        for one in nouns_in(row, words, taken, reading.where)
        if (one.plural and one.noun.sense is Sense.ROLE) or titled.isdisjoint(range(one.first, one.last))
    ]
    if nouns:
        governing = covered([one for one in nouns if _governs(one)])
        found = [one for one in found if one.kind is not ActorKind.STATE or one.first not in governing]
        found.extend(nouns)
    if things:
        found = [one for one in found if not things.issuperset(range(one.first, one.last))]
    if len(found) > 1:
        found.sort(key=lambda one: (one.first, -one.last))
    return found


def covered(found: Sequence[Found | Held | Organisation]) -> set[int]:
    """Return the words that any of these holds."""
    return {at for one in found for at in range(one.first, one.last)}


def _around(
    reading: Reading, sure: Sequence[Organisation], things: Set[int], starters: frozenset[str], begin: list[int]
) -> Around:
    """Return what is known of a row before its persons are sought."""
    known = reading.known
    barred = covered([one for one in sure if one.body is not None]) | things if sure else things
    return Around(
        barred=barred | _of_bodies(known) if known else barred,
        states=reading.where.keys(),
        whole=[span for span, fact in known.items() if fact.kind is ActorKind.PERSON] if known else (),
        starters=starters,
        begin=begin,
    )


def _of_bodies(known: KnownNames) -> set[int]:
    """Return the words of known bodies."""
    return {
        at for (first, last), fact in known.items() if fact.kind is ActorKind.ORGANISATION for at in range(first, last)
    }


def _firm_people(reading: Reading, begin: list[int]) -> set[int]:
    """Return the words of persons of whom the model or an office before them is sure: no body's name goes on there.

    ``begin``: words with which persons' names of the article begin.
    """
    row = reading.row
    out = {at for one in reading.told.leaders for at in range(one.first, one.last)}
    out.update([at for at in begin if not _needs_rest(row, at - 1)])
    for name in reading.names:
        sure = name.kind is NameKind.PERSON and name.score >= SURE
        if sure and name.first not in row.bodies and not _needs_rest(row, name.first - 1):
            out.update(range(name.first, name.last))
    return out


def _needs_rest(row: Row, at: int) -> bool:
    """Whether the words that begin a body's name with more to follow begin at a word."""
    head = row.bodies.get(at)
    return head is not None and head[1].rest is Rest.NEEDED


def countries(known: KnownNames) -> dict[int, str]:
    """Return the state that each word names."""
    return {
        at: fact.country
        for (first, last), fact in known.items()
        if fact.kind is ActorKind.STATE and fact.country is not None and not fact.metonym
        for at in range(first, last)
    }


def _people(
    reading: Reading, words: NamingWords, people: Sequence[PersonName], owned: Mapping[int, int]
) -> Iterator[Found]:
    row, where = reading.row, reading.where
    starts = frozenset([one.first for one in people])
    parts = parts_given(row, words, people)
    for one in people:
        before = held_before(row, words, one.first, owned, where)
        after = held_after(row, words, one.last, starts, where)
        held = tuple([held for held in (before, after, parts.get(one.first)) if held is not None])
        yield Found(
            row=row.sentence,
            first=one.first,
            last=one.last,
            form=MentionForm.NAME,
            kind=ActorKind.PERSON,
            rule=one.rule,
            outer_first=before.first if before else one.first,
            outer_last=after.last if after else one.last,
            held=held,
            known=reading.known.get((one.first, one.last)),
        )


def _bodies(reading: Reading, bodies: Sequence[Organisation]) -> Iterator[Found]:
    where = reading.where
    for one in bodies:
        country = next((where[at] for at in range(one.first, one.last) if at in where), None) if where else None
        yield Found(
            row=reading.row.sentence,
            first=one.first,
            last=one.last,
            form=MentionForm.NAME,
            kind=ActorKind.ORGANISATION,
            rule=one.rule,
            outer_first=one.first,
            outer_last=one.last,
            body=one.body,
            known=one.known,
            country=country,
        )


def _governs(one: Found) -> bool:
    """Whether a noun with a state's name is the state itself ("pemerintah Kenya")."""
    return one.noun is not None and one.noun.tie == "government" and one.country is not None


def _is_proper(row: Row, one: Organisation) -> bool:
    """Whether a body's name is its own, and no description by common nouns and a state ("militer Israel")."""
    return row.capitals[one.first] and one.first not in row.nouns


def _states(reading: Reading, words: NamingWords, taken: set[int]) -> Iterator[Found]:
    row = reading.row
    for (first, last), fact in reading.known.items():
        if fact.kind is not ActorKind.STATE or not taken.isdisjoint(range(first, last)):
            continue
        if fact.demonym or _only_place(row, words, first, fact) or _home_tag(row, words, first, fact, taken):
            continue
        yield Found(
            row=row.sentence,
            first=first,
            last=last,
            form=MentionForm.METONYM if fact.metonym else MentionForm.NAME,
            kind=ActorKind.STATE,
            rule="state.metonym" if fact.metonym else "state.known",
            outer_first=first,
            outer_last=last,
            known=fact,
            country=fact.country,
        )


def _only_place(row: Row, words: NamingWords, first: int, fact: Known) -> bool:
    """Whether a capital or a seat stands as a place, and not for its government."""
    if not fact.metonym or first == 0:
        return False
    before = row.lower[first - 1]
    return before in words.referring.placing or (before == "," and first > 1 and row.capitals[first - 2])


def _home_tag(row: Row, words: NamingWords, first: int, fact: Known, taken: set[int]) -> bool:
    """Whether the home country's short name only ends a body's or an office's name ("DPR RI")."""
    return fact.country == words.home and row.lower[first] in words.legal and first - 1 in taken


def _lone_offices(reading: Reading, words: NamingWords, taken: Set[int], owned: Mapping[int, int]) -> Iterator[Found]:
    row, where = reading.row, reading.where
    done = 0
    for at, (length, office) in row.offices.items():
        if at < done or at in taken or office.scope is Scope.NONE or not _may_stand_alone(row, words, at):
            continue
        end = office_end(row, words, at, length, owned.keys())
        pointed = row.lower[end : end + 1] and row.lower[end] in words.referring.back
        if not (office.lone or (pointed and end > at + length)):
            continue
        while end < len(row.texts) and end in where:
            end += 1
        while end > at + length and end - 1 in owned:
            end -= 1
        begin = with_modifiers(row, words, at)
        held = Held(
            first=begin,
            last=end,
            office=office,
            sector=sector_of(row, office, at + length, end),
            former=any(lower in words.former for lower in row.lower[begin:at]),
            territory=row.lower[at + length : end],
            country=next((where[word] for word in range(at, end) if word in where), None),
        )
        yield Found(
            row=row.sentence,
            first=at,
            last=end,
            form=MentionForm.TITLE,
            kind=ActorKind.PERSON,
            rule="office.alone",
            outer_first=begin,
            outer_last=end,
            held=(held,),
            country=held.country,
        )
        done = end


def _may_stand_alone(row: Row, words: NamingWords, at: int) -> bool:
    """Tell whether an office is written as one (a short acronym in capitals, "PM") and names no thing ("Piala ...")."""
    if at > 0 and (row.lower[at - 1] in words.things or words.referring.several.at(row.lower, at - 1) is not None):
        return False
    return len(row.texts[at]) > 2 or row.texts[at].isupper()


def _epithets(reading: Reading, words: NamingWords, taken: Set[int]) -> Iterator[Found]:
    row = reading.row
    if words.referring.epithets.isdisjoint(row.lower):
        return
    used: set[int] = set()
    for at, lower in enumerate(row.lower):
        span = plain_epithet(row, words, at) if words.begins.get(lower, 0) & EPITHET else None
        if span is not None and not (taken | used) & set(range(*span)):
            used |= set(range(*span))
            yield _epithet(row.sentence, span, reading.where)


def _epithet(index: int, span: tuple[int, int], where: Mapping[int, str]) -> Found:
    first, last = span
    end = last
    while end in where:
        end += 1
    return Found(
        row=index,
        first=first,
        last=end,
        form=MentionForm.EPITHET,
        kind=ActorKind.PERSON,
        rule="epithet",
        outer_first=first,
        outer_last=end,
        definite=True,
        country=where.get(last),
    )


def _noun(row: Row, one: NounPhrase) -> Found:
    single_role = one.noun.sense is Sense.ROLE and not one.plural
    kind = ActorKind.PERSON if one.noun.sense is Sense.PERSON or (single_role and one.single) else KINDS[one.noun.kind]
    return Found(
        row=row.sentence,
        first=one.first,
        last=one.last,
        form=MentionForm.EPITHET if one.noun.sense in {Sense.PERSON, Sense.ORGAN} else MentionForm.GROUP,
        kind=ActorKind.GROUP if one.plural and one.noun.sense is not Sense.ORGAN else kind,
        rule=f"noun.{one.noun.sense}",
        outer_first=one.outer_first,
        outer_last=one.outer_last,
        noun=one.noun,
        plural=one.plural,
        country=one.country,
        definite=one.definite,
        number=one.number,
    )
