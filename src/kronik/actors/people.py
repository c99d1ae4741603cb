"""Names of persons: the model's names put right, names that titles and initials give away, and their offices."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kronik.actors.words import Row
from kronik.languages.analysis import Name, NameKind
from kronik.languages.naming import NamingWords, Rest, Scope, Sense

INITIALS = re.compile(r"[A-Z]{1,4}|(?:[A-Z]\.){1,4}[A-Z]?")
AGE = re.compile(r"\d{1,2}")
DOCTOR = 2
"""Letters of the forms of address that are initials too ("DR")."""
SURE = 0.5
"""Score from which the model's person of capital letters is believed."""
LONGEST = 8
"""Words of a person's name."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """Half-open words of a row that name a person, and how they were found."""

    first: int
    last: int
    rule: str


def people_in(
    row: Row,
    words: NamingWords,
    names: tuple[Name, ...],
    barred: frozenset[int],
    starters: frozenset[str],
    whole: Sequence[tuple[int, int]] = (),
    states: frozenset[int] = frozenset(),
) -> tuple[PersonName, ...]:
    """Return the names of persons in a row, in order; none at ``barred`` words (bodies).

    ``starters`` are words that begin persons' names in the article, ``whole`` words that are a known person's name,
    ``states`` words that name states.
    """
    found = [PersonName(first, last, "name.known") for first, last in whole]
    known = {index for one in found for index in range(one.first, one.last)}
    begins = [row.words_of(name.start, name.end)[0] for name in names]
    for name in names:
        first, last = row.words_of(name.start, name.end)
        if (
            name.kind is NameKind.PERSON
            and not _weak(row, name, first, last, starters)
            and not known & set(range(first, last))
        ):
            limit = min((begin for begin in begins if begin > first), default=len(row.texts))
            for one in put_right(row, words, first, last, barred, starters):
                kept = PersonName(_after_territory(row, words, one, states), min(one.last, max(limit, last)), one.rule)
                if kept.first < kept.last and not _is_territory(row, words, kept, limit):
                    found.append(kept)
    found = _apart(found)
    taken = {index for one in found for index in range(one.first, one.last)}
    ends = frozenset(one.last for one in found)
    more = (
        *_initials(row, words),
        *_in_brackets(row, ends),
        *_aged(row, words),
        *_after_rank(row, words, barred),
        *_after_role(row, words, barred),
        *_aliases(row, words, barred, ends),
        *_started(row, words, barred, starters),
    )
    for one in more:
        if not taken & set(range(one.first, one.last)):
            found.append(one)
            taken.update(range(one.first, one.last))
    return tuple(sorted(found, key=lambda one: one.first))


def _weak(row: Row, name: Name, first: int, last: int, starters: frozenset[str]) -> bool:
    """Whether the model is unsure of a name of capitals, which mostly is an acronym."""
    return (
        name.score < SURE
        and first < last
        and row.texts[first].isupper()
        and len(row.texts[first]) > 2
        and row.texts[first] not in starters
    )


def _apart(found: list[PersonName]) -> list[PersonName]:
    """Return those that do not overlap one before them."""
    kept: list[PersonName] = []
    for one in sorted(found, key=lambda one: (one.first, -one.last)):
        if not kept or one.first >= kept[-1].last:
            kept.append(one)
    return kept


def _of_territory(row: Row, words: NamingWords, first: int) -> bool:
    """Whether an office that is named with a territory stands right before a word."""
    for begin in range(max(0, first - 4), first):
        match = words.offices.at(row.lower, begin)
        if match is not None and begin + match[0] == first:
            return match[1].scope in {Scope.HOME, Scope.STATE}
    return False


def _after_territory(row: Row, words: NamingWords, one: PersonName, states: frozenset[int]) -> int:
    """Return where a name begins whose first words are the state or region of the office before it."""
    if not _of_territory(row, words, one.first):
        return one.first
    at = one.first
    while at in states:
        at += 1
    if at == one.first and (match := words.regions.at(row.lower, at)) is not None:
        at += match[0]
    return at if at < one.last or at > one.first else one.first


def _is_territory(row: Row, words: NamingWords, one: PersonName, limit: int) -> bool:
    """Whether the model took an office's territory for a person: one word, and another name follows right away."""
    return one.last - one.first == 1 and limit == one.last and _of_territory(row, words, one.first)


def told_kinds(row: Row, words: NamingWords) -> Iterator[tuple[str, NameKind]]:
    """Yield (form in lower case, kind) of names of which the words around them tell what they are."""
    none: frozenset[int] = frozenset()
    for one in (*_initials(row, words), *_aged(row, words), *_after_role(row, words, none)):
        yield " ".join(row.lower[one.first : one.last]), NameKind.PERSON
    for at, text in enumerate(row.texts):
        if text == "(" and row.texts[at + 2 : at + 3] == (")",) and row.capital(at + 1) and at > 1:
            begin = at
            while begin > 0 and at - begin < 8 and (row.capital(begin - 1) or row.lower[begin - 1] in words.links):
                begin -= 1
            if any(_begins_body(row, words, index) for index in range(begin, at)):
                yield row.lower[at + 1], NameKind.ORGANISATION


def _begins_body(row: Row, words: NamingWords, at: int) -> bool:
    match = words.bodies.at(row.lower, at)
    return row.capital(at) and match is not None and match[1].rest is not Rest.NO


def put_right(
    row: Row, words: NamingWords, first: int, last: int, barred: frozenset[int], starters: frozenset[str]
) -> Iterator[PersonName]:
    """Yield the name that the model's words hold: titles, addresses, degrees and bodies are cut off."""
    first = _after_titles(row, words, first, last)
    while first < last and (
        first in barred
        or not row.texts[first][0].isalnum()
        or (last - first > 1 and row.texts[first][0].islower() and row.lower[first] not in words.kept)
        or (row.lower[first] in words.barred and row.texts[first] not in starters)
    ):
        first += 1
    end = first
    while end < last and end not in barred:
        end += 1
    last = _grown(row, words, first, end, barred) if end == last else end
    last = _without_tail(row, words, first, last)
    while first < last and row.lower[first] in words.openers and last - first > 1 and row.texts[first] not in starters:
        first += 1
    if first >= last or last - first > LONGEST:
        return
    plain = row.lower[first] in words.openers or row.lower[first] in words.barred
    if last - first == 1 and plain and row.texts[first] not in starters:
        return
    if (
        not any(row.texts[index][0].isupper() for index in range(first, last))
        and last - first == 1
        and len(row.texts[first]) < 4
    ):
        return
    while first > 0 and row.lower[first - 1] in words.kept and row.capital(first - 1):
        first -= 1
    yield PersonName(first, last, "name.model")


def _after_titles(row: Row, words: NamingWords, first: int, last: int) -> int:
    moved = True
    while moved and first < last - 1:
        moved = False
        lower = row.lower[first]
        if lower in words.kept:
            break
        office = words.offices.at(row.lower, first)
        rank = words.ranks.at(row.lower, first)
        for match in (office, rank):
            if match is not None and first + match[0] < last:
                first += match[0]
                moved = True
                break
        else:
            if lower in words.honorifics or lower in words.former or row.texts[first] in {".", ",", "("}:
                first += 1
                moved = True
    return first


def _grown(row: Row, words: NamingWords, first: int, last: int, barred: frozenset[int]) -> int:
    """Return the end of the name where the model stopped before its last capitalised words."""
    while (
        last < len(row.texts)
        and last not in barred
        and last - first < 5
        and row.capital(last)
        and row.lower[last] not in words.barred
        and row.lower[last] not in words.openers
        and not row.texts[last].isupper()
        and words.offices.at(row.lower, last) is None
        and words.bodies.at(row.lower, last) is None
        and row.ends[last - 1] + 1 == row.starts[last]
        and row.upos[last] == "PROPN"
    ):
        last += 1
    return last


def _without_tail(row: Row, words: NamingWords, first: int, last: int) -> int:
    """Return the end without degrees, brackets, ages and marks."""
    for index in range(first + 1, last):
        text, lower = row.texts[index], row.lower[index]
        if text in {",", "(", ")", '"', "“", "”", ";", ":", "/"} or (
            text[0].islower() and lower not in words.particles
        ):
            return index
        if lower in words.degrees and row.lower[index - 1] not in words.kept and index > first + 1 and text.isupper():
            return index
        if index > first + 1 and (words.ranks.at(row.lower, index) is not None and index == last - 1):
            return index
    while last > first + 1 and (row.texts[last - 1] in {".", "-", "'"} and len(row.texts[last - 2]) > 2):
        last -= 1
    return last


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


def _in_brackets(row: Row, ends: frozenset[int]) -> Iterator[PersonName]:
    """Yield initials in brackets right behind a person's name: "Sari Dewanti (SD)"."""
    for at in ends:
        if row.texts[at : at + 1] == ("(",) and row.texts[at + 2 : at + 3] == (")",):
            text = row.texts[at + 1]
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
    at = 0
    while at < len(row.texts):
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
        if not INITIALS.fullmatch(text) or at in barred or at == 0 or words.bodies.at(row.lower, at) is not None:
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
    for at in range(1, len(row.texts)):
        match = words.alias.at(row.lower, at)
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


def same_names(row: Row, forms: Mapping[tuple[str, ...], int], taken: frozenset[int]) -> Iterator[tuple[int, int, int]]:
    """Yield (first, last, value) of every untaken stretch of words that is one of these forms, the longest first."""
    longest = max((len(form) for form in forms), default=0)
    at = 0
    while at < len(row.texts):
        for length in range(min(longest, len(row.texts) - at), 0, -1):
            value = forms.get(row.texts[at : at + length])
            if value is not None and not any(index in taken for index in range(at, at + length)):
                yield at, at + length, value
                at += length
                break
        else:
            at += 1
