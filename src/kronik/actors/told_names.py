"""Names of persons that the words around them give away: initials, ages, ranks, parts in a case, other names."""

import re
from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from kronik.actors.similarity import spells
from kronik.actors.words import Row
from kronik.languages.analysis import NameKind
from kronik.languages.naming import NamingWords, Rest, Sense

INITIALS = re.compile(r"[A-Z]{1,4}|(?:[A-Z]\.){1,4}[A-Z]?")
AGE = re.compile(r"\d{1,2}")
DOCTOR = 2
"""Letters of the forms of address that are initials too ("DR")."""


class PersonName(Struct, frozen=True):
    """Half-open words of a row that name a person, and how they were found."""

    first: int
    last: int
    rule: str


def told_names(
    row: Row, words: NamingWords, ends: frozenset[int], barred: frozenset[int], starters: frozenset[str]
) -> tuple[PersonName, ...]:
    """Return the names that the words of a row give away; some may overlap.

    ``ends`` are the ends of names found before, ``barred`` words that name no person, ``starters`` words that begin
    persons' names in the article.
    """
    return (
        *_initials(row, words),
        *_in_brackets(row, ends),
        *_aged(row, words),
        *_after_rank(row, words, barred),
        *_after_role(row, words, barred),
        *_aliases(row, words, barred, ends),
        *_started(row, words, barred, starters),
    )


def told_kinds(row: Row, words: NamingWords) -> Iterator[tuple[str, NameKind]]:
    """Yield (form in lower case, kind) of names of which the words around them tell what they are."""
    none: frozenset[int] = frozenset()
    for one in (*_initials(row, words), *_aged(row, words), *_after_role(row, words, none)):
        yield " ".join(row.lower[one.first : one.last]), NameKind.PERSON
    if "(" not in row.texts:
        return
    for at, text in enumerate(row.texts):
        if text == "(" and row.texts[at + 2 : at + 3] == (")",) and row.capital(at + 1) and at > 1:
            begin = at
            while begin > 0 and at - begin < 8 and (row.capital(begin - 1) or row.lower[begin - 1] in words.links):
                begin -= 1
            if any(_begins_body(row, words, index) for index in range(begin, at)):
                yield row.lower[at + 1], NameKind.ORGANISATION
            elif INITIALS.fullmatch(row.texts[at + 1]) and spells(row.texts[at + 1], _name_before(row, words, at)):
                yield row.lower[at + 1], NameKind.PERSON


def _name_before(row: Row, words: NamingWords, at: int) -> tuple[str, ...]:
    first = at
    while first > 0 and _name_word(row, words, first - 1):
        first -= 1
    return row.lower[first:at]


def _begins_body(row: Row, words: NamingWords, at: int) -> bool:
    match = words.bodies.at(row.lower, at)
    return row.capital(at) and match is not None and match[1].rest is not Rest.NO


def _initials(row: Row, words: NamingWords) -> Iterator[PersonName]:
    """Yield initials after the words that announce them, and those listed after them."""
    if words.initials.isdisjoint(row.lower):
        return
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


def _in_brackets(row: Row, ends: frozenset[int]) -> Iterator[PersonName]:
    """Yield initials in brackets right behind a person's name: "Sari Dewanti (SD)"."""
    for at in ends:
        if row.texts[at : at + 1] == ("(",) and row.texts[at + 2 : at + 3] == (")",):
            text = row.texts[at + 1]
            if INITIALS.fullmatch(text) and (len(text) > 1 or text[0] == row.texts[at - 1][0]):
                yield PersonName(at + 1, at + 2, "name.bracket")


def _aged(row: Row, words: NamingWords) -> Iterator[PersonName]:
    """Yield the capitalised words before an age in brackets: "Siti Aminah (34)", "AR (25)"."""
    if "(" not in row.texts:
        return
    for at, text in enumerate(row.texts):
        if text != "(" or at == 0 or at + 2 >= len(row.texts) or not AGE.fullmatch(row.texts[at + 1]):
            continue
        if row.texts[at + 2] != ")" and row.lower[at + 2] not in words.protected.years:
            continue
        first = at
        while first > 0 and _name_word(row, words, first - 1) and at - first < 5:
            first -= 1
        if first < at and row.capital(first):
            yield PersonName(first, at, "name.aged")


def _name_word(row: Row, words: NamingWords, at: int) -> bool:
    lower = row.lower[at]
    if lower in words.particles and at > 0 and row.capital(at - 1) and lower == row.texts[at]:
        return True
    return (
        row.capital(at)
        and lower not in words.openers
        and lower not in words.barred
        and words.offices.at(row.lower, at) is None
        and words.ranks.at(row.lower, at) is None
        and words.bodies.at(row.lower, at) is None
        and lower not in words.honorifics
    )


def _after_rank(row: Row, words: NamingWords, barred: frozenset[int]) -> Iterator[PersonName]:
    """Yield the capitalised words after a rank that no name of the model covers."""
    if words.ranks.lengths.keys().isdisjoint(row.lower):
        return
    at = 0
    while at < len(row.texts):
        if row.lower[at] not in words.ranks.lengths:
            at += 1
            continue
        match = words.ranks.at(row.lower, at)
        if match is None or not row.capital(at) or _within_office(row, words, at):
            at += 1
            continue
        first = at + match[0]
        if first < len(row.texts) and row.texts[first] == ".":
            first += 1
        end = first
        while end < len(row.texts) and end not in barred and end - first < 5 and _name_word(row, words, end):
            end += 1
        if end > first and not (end - first == 1 and row.texts[first].isupper() and len(row.texts[first]) > 3):
            yield PersonName(first, end, "name.rank")
        at = max(end, at + 1)


def _after_role(row: Row, words: NamingWords, barred: frozenset[int]) -> Iterator[PersonName]:
    """Yield initials after a word for a part in a case or a word of address: "tersangka adalah DN", "Saudara S"."""
    for at, text in enumerate(row.texts):
        if not text.isupper() or at in barred or at == 0 or not INITIALS.fullmatch(text):
            continue
        if words.bodies.at(row.lower, at) is not None:
            continue
        before = row.lower[at - 1]
        if (before in words.honorifics and len(before) > DOCTOR) or (len(text) > 1 and _role_near(row, words, at)):
            yield PersonName(at, at + 1, "name.role")


def _role_near(row: Row, words: NamingWords, at: int) -> bool:
    """Whether a part in a case stands in the three words before, with no capitalised word but it."""
    before = range(max(0, at - 3), at)
    roles = [index for index in before if _is_role(row, words, index)]
    return bool(roles) and all(index in roles or index == 0 or not row.capital(index) for index in before)


def _aliases(row: Row, words: NamingWords, barred: frozenset[int], ends: frozenset[int]) -> Iterator[PersonName]:
    """Yield the capitalised words after a word that brings another name of a person ("akrab disapa Rio")."""
    begin = words.alias.lengths
    if begin.keys().isdisjoint(row.lower):
        return
    for at in range(1, len(row.texts)):
        match = words.alias.at(row.lower, at) if row.lower[at] in begin else None
        if match is None or (not match[1] and at not in ends):
            continue
        first = end = at + match[0]
        while end < len(row.texts) and end not in barred and end - first < 4 and _name_word(row, words, end):
            end += 1
        if end > first:
            yield PersonName(first, end, "name.alias")


def _is_role(row: Row, words: NamingWords, at: int) -> bool:
    match = words.nouns.at(row.lower, at)
    return match is not None and match[1].sense is Sense.ROLE


def _started(row: Row, words: NamingWords, barred: frozenset[int], starters: frozenset[str]) -> Iterator[PersonName]:
    """Yield the capitalised words that begin with a word with which a person's name of the article begins."""
    if starters.isdisjoint(row.texts):
        return
    for at, text in enumerate(row.texts):
        if text not in starters or at in barred:
            continue
        end = at + 1
        while end < len(row.texts) and end not in barred and end - at < 5 and _name_word(row, words, end):
            end += 1
        if end - at > 1 or row.lower[at] not in words.openers or at > 0:
            yield PersonName(at, end, "name.started")


def _within_office(row: Row, words: NamingWords, at: int) -> bool:
    """Whether a rank's word is part of an office ("Direktur Jenderal")."""
    return any(
        (match := words.offices.at(row.lower, first)) is not None and first + match[0] > at
        for first in range(max(0, at - 2), at)
    )


def longest_by_first(forms: Collection[tuple[str, ...]]) -> dict[str, int]:
    """Return the number of words of the longest of these forms that begins with each word."""
    lengths: dict[str, int] = {}
    for form in forms:
        lengths[form[0]] = max(lengths.get(form[0], 0), len(form))
    return lengths


def same_names(
    row: Row, forms: Collection[tuple[str, ...]], lengths: Mapping[str, int], taken: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of every untaken stretch of words that is one of these forms, the longest first.

    ``lengths`` are those of `longest_by_first`.
    """
    if lengths.keys().isdisjoint(row.texts):
        return
    at = 0
    while at < len(row.texts):
        for length in range(min(lengths.get(row.texts[at], 0), len(row.texts) - at), 0, -1):
            if row.texts[at : at + length] in forms and taken.isdisjoint(range(at, at + length)):
                yield at, at + length
                at += length
                break
        else:
            at += 1
