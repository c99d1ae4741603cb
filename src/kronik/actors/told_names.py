"""Names of persons that the words around them give away: initials, ages, ranks, parts in a case, other names."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence, Set

from msgspec import Struct

from kronik.actors.similarity import spells
from kronik.actors.words import Row
from kronik.languages.analysis import NameKind
from kronik.languages.naming import ADDRESS, ALIAS, ANNOUNCING, NamingWords, Rest, Scope, Sense

INITIALS = re.compile(r"[A-Z]{1,4}|(?:[A-Z]\.){1,4}[A-Z]?")
AGE = re.compile(r"\d{1,2}")
LEAST_LEADER, MOST_LEADER = 2, 5
"""Words of a name behind the body that its bearer leads; one word may be part of the body's place ("Medan Baru")."""
DOCTOR = 2
"""Letters of the forms of address that are initials too ("DR")."""


class PersonName(Struct, frozen=True):
    """Half-open words of a row that name a person, and how they were found."""

    first: int
    last: int
    rule: str


class Told(Struct, frozen=True):
    """The names of a row that words around them give away whatever else is found there.

    Attributes:
        initials, aged, parts: by the words that announce initials, by an age, by a part in a case.
        leaders: by an office, the body that it is of and the region that the body is of.
    """

    initials: tuple[PersonName, ...]
    aged: tuple[PersonName, ...]
    parts: tuple[PersonName, ...]
    leaders: tuple[PersonName, ...]


NOTHING = Told((), (), (), ())


def told_in(row: Row, words: NamingWords) -> Told:
    """Return the names of a row that need nothing but the row."""
    if not (row.nouns or row.bracketed or row.holds & (ANNOUNCING | ADDRESS) or (row.offices and row.bodies)):
        return NOTHING
    return Told(
        tuple(_initials(row, words)) if row.holds & ANNOUNCING else (),
        tuple(_aged(row, words)) if row.bracketed else (),
        tuple(_after_role(row, words)) if row.nouns or row.holds & ADDRESS else (),
        tuple(_leaders(row, words)) if row.offices and row.bodies else (),
    )


def told_names(row: Row, words: NamingWords, told: Told, ends: Set[int], barred: Set[int]) -> list[PersonName]:
    """Return the names that the words of a row give away; some may overlap.

    ``ends`` are those of names found before, ``barred`` words that name no person.
    """
    out = [*told.initials, *told.leaders] if told is not NOTHING else []
    if ends and row.bracketed:
        out.extend(_in_brackets(row, words, ends))
    out.extend(told.aged)
    if row.ranks:
        out.extend(_after_rank(row, words, barred))
    out.extend([one for one in told.parts if one.first not in barred])
    if row.holds & ALIAS:
        out.extend(_aliases(row, words, barred, ends))
    return out


def told_kinds(row: Row, words: NamingWords, told: Told) -> Iterator[tuple[str, NameKind]]:
    """Yield (form in lower case, kind) of names of which the words around them tell what they are."""
    for one in (*told.initials, *told.aged, *told.parts, *told.leaders):
        yield " ".join(row.lower[one.first : one.last]), NameKind.PERSON
    if not row.bracketed:
        return
    for at, text in enumerate(row.texts):
        if text == "(" and row.texts[at + 2 : at + 3] == (")",) and row.capitals[at + 1] and at > 1:
            begin = at
            while begin > 0 and at - begin < 8 and (row.capitals[begin - 1] or row.lower[begin - 1] in words.links):
                begin -= 1
            if any(_begins_body(row, index) for index in range(begin, at)):
                yield row.lower[at + 1], NameKind.ORGANISATION
            elif INITIALS.fullmatch(row.texts[at + 1]) and spells(row.texts[at + 1], _name_before(row, words, at)):
                yield row.lower[at + 1], NameKind.PERSON


def _name_before(row: Row, words: NamingWords, at: int) -> tuple[str, ...]:
    first = at
    while first > 0 and _name_word(row, words, first - 1):
        first -= 1
    return row.lower[first:at]


def _begins_body(row: Row, at: int) -> bool:
    match = row.bodies.get(at)
    return row.capitals[at] and match is not None and match[1].rest is not Rest.NO


def _initials(row: Row, words: NamingWords) -> Iterator[PersonName]:
    """Yield initials after the words that announce them, and those listed after them."""
    for at, lower in enumerate(row.lower):
        if lower not in words.initials:
            continue
        index = at + 1
        while index < len(row.texts) and INITIALS.fullmatch(row.texts[index]):
            yield PersonName(index, index + 1, "name.initials")
            index += 1
            if index + 2 < len(row.texts) and row.texts[index] == "(" and AGE.fullmatch(row.texts[index + 1]):
                index += 3
            while index < len(row.texts) and (row.texts[index] == "," or row.lower[index] in words.links):
                index += 1


def _in_brackets(row: Row, words: NamingWords, ends: Set[int]) -> Iterator[PersonName]:
    """Yield initials in brackets right behind a person's name: "Sari Dewanti (SD)"."""
    for at in ends:
        if row.texts[at : at + 1] == ("(",) and row.texts[at + 2 : at + 3] == (")",):
            text = row.texts[at + 1]
            if words.regions.at(row.lower, at + 1) is not None or row.lower[at + 1] in words.barred:
                continue
            if INITIALS.fullmatch(text) and (len(text) > 1 or text[0] == row.texts[at - 1][0]):
                yield PersonName(at + 1, at + 2, "name.bracket")


def _aged(row: Row, words: NamingWords) -> Iterator[PersonName]:
    """Yield the capitalised words before an age in brackets: "Siti Aminah (34)", "AR (25)"."""
    for at, text in enumerate(row.texts):
        if text != "(" or at == 0 or at + 2 >= len(row.texts) or not AGE.fullmatch(row.texts[at + 1]):
            continue
        if row.texts[at + 2] != ")" and row.lower[at + 2] not in words.protected.years:
            continue
        first = at
        while first > 0 and _name_word(row, words, first - 1) and at - first < 5:
            first -= 1
        if first < at and row.capitals[first]:
            yield PersonName(first, at, "name.aged")


def _name_word(row: Row, words: NamingWords, at: int) -> bool:
    lower = row.lower[at]
    if lower in words.particles and at > 0 and row.capitals[at - 1] and lower == row.texts[at]:
        return True
    return (
        row.capitals[at]
        and lower not in words.openers
        and lower not in words.barred
        and at not in row.offices
        and at not in row.ranks
        and at not in row.bodies
        and lower not in words.honorifics
    )


def _after_rank(row: Row, words: NamingWords, barred: Set[int]) -> Iterator[PersonName]:
    """Yield the capitalised words after a rank that no name of the model covers."""
    done = 0
    for at, (length, _) in row.ranks.items():
        if at < done or not row.capitals[at] or _within_office(row, at):
            continue
        first = at + length
        if first < len(row.texts) and row.texts[first] == ".":
            first += 1
        end = first
        while end < len(row.texts) and end not in barred and end - first < 5 and _name_word(row, words, end):
            end += 1
        if end > first and not (end - first == 1 and row.texts[first].isupper() and len(row.texts[first]) > 3):
            yield PersonName(first, end, "name.rank")
        done = max(end, at + 1)


def _after_role(row: Row, words: NamingWords) -> Iterator[PersonName]:
    """Yield initials after a word for a part in a case or a word of address: "tersangka adalah DN", "Saudara S"."""
    for at in row.raised:
        text = row.texts[at]
        if not text.isupper() or at == 0 or at in row.bodies or not INITIALS.fullmatch(text):
            continue
        before = row.lower[at - 1]
        if (before in words.honorifics and len(before) > DOCTOR) or (len(text) > 1 and _role_near(row, at)):
            yield PersonName(at, at + 1, "name.role")


def _role_near(row: Row, at: int) -> bool:
    """Whether a part in a case stands in the three words before, with no capitalised word but it."""
    before = range(max(0, at - 3), at)
    roles = [index for index in before if is_role(row, index)]
    return bool(roles) and all(index in roles or index == 0 or not row.capitals[index] for index in before)


def _leaders(row: Row, words: NamingWords) -> Iterator[PersonName]:
    """Yield the name behind an office, its body and the region of that: "Ketua DPRD Magetan Yuli Astuti"."""
    for at, (length, office) in row.offices.items():
        after = at + length
        body = row.bodies.get(after)
        if office.scope is Scope.BODY and body is not None and row.capitals[after]:
            after += body[0]
        elif office.scope is not Scope.HOME:
            continue
        first = last = _region_end(row, words, after)
        while last < len(row.texts) and _name_word(row, words, last) and row.upos(last) == "PROPN":
            last += 1
        ended = last == len(row.texts) or not (row.capitals[last] or row.texts[last][0].isdigit())
        if ended and LEAST_LEADER <= last - first <= MOST_LEADER and not _has_region(row, words, first, last):
            yield PersonName(first, last, "name.leader")


def _has_region(row: Row, words: NamingWords, first: int, last: int) -> bool:
    return any(words.regions.at(row.lower, at) is not None for at in range(first, last))


def _region_end(row: Row, words: NamingWords, at: int) -> int:
    """Return the end of the first region that the capitalised words from ``at`` on name; of the row without one."""
    while at < len(row.texts) and row.capitals[at] and at not in row.ranks:
        match = words.regions.at(row.lower, at)
        if match is not None:
            return at + match[0]
        at += 1
    return len(row.texts)


def _aliases(row: Row, words: NamingWords, barred: Set[int], ends: Set[int]) -> Iterator[PersonName]:
    """Yield the capitalised words after a word that brings another name of a person ("akrab disapa Rio")."""
    for at in range(1, len(row.texts)):
        match = words.alias.at(row.lower, at)
        if match is None or (not match[1] and at not in ends):
            continue
        first = end = at + match[0]
        while end < len(row.texts) and end not in barred and end - first < 4 and _name_word(row, words, end):
            end += 1
        if end > first:
            yield PersonName(first, end, "name.alias")


def is_role(row: Row, at: int) -> bool:
    """Tell whether a word begins a part in a case."""
    match = row.nouns.get(at)
    return match is not None and match[1].sense is Sense.ROLE


def started_names(row: Row, words: NamingWords, starts: Sequence[int], barred: Set[int]) -> Iterator[PersonName]:
    """Yield the capitalised words that begin with one of ``starts``, with which persons' names of the article begin."""
    for at in starts:
        if at in barred:
            continue
        end = at + 1
        while end < len(row.texts) and end not in barred and end - at < 5 and _name_word(row, words, end):
            end += 1
        if end - at > 1 or row.lower[at] not in words.openers or at > 0:
            yield PersonName(at, end, "name.started")


def _within_office(row: Row, at: int) -> bool:
    """Whether a rank's word is part of an office ("Direktur Jenderal")."""
    return any(
        (match := row.offices.get(first)) is not None and first + match[0] > at for first in range(max(0, at - 2), at)
    )


def longest_by_first(forms: Collection[tuple[str, ...]]) -> dict[str, int]:
    """Return the number of words of the longest of these forms that begins with each word."""
    lengths: dict[str, int] = {}
    for form in forms:
        lengths[form[0]] = max(lengths.get(form[0], 0), len(form))
    return lengths


def same_names(
    row: Row, forms: Collection[tuple[str, ...]], lengths: Mapping[str, int], taken: Set[int]
) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of every untaken stretch of words that is one of these forms, the longest first.

    ``lengths`` are those of `longest_by_first`.
    """
    done = 0
    for at, text in enumerate(row.texts):
        if text not in lengths or at < done or at in taken:
            continue
        for length in range(min(lengths[text], len(row.texts) - at), 0, -1):
            if row.texts[at : at + length] in forms and taken.isdisjoint(range(at, at + length)):
                yield at, at + length
                done = at + length
                break
