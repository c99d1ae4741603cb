"""Names of bodies by the words that begin them: "Polres ...", "Kementerian ...", "PT ..."."""

import re
from collections.abc import Iterator, Set

from msgspec import Struct

from kronik.actors.words import Row
from kronik.languages.naming import Body, NamingWords, Rest

LONGEST_PLAIN = 4
"""Letters of an acronym that may be an ordinary word when written small."""
ROMAN_OR_NUMBER = re.compile(r"\d{1,3}|[IVX]+")
PUBLIC = frozenset({"GOV", "COP", "JUD", "LEG", "MIL", "SPY", "JRN", "EDU", "MED"})
"""Sectors of bodies whose first word may be written small."""
LONGEST_NUMBER = 3
"""Digits or letters of a number within a name."""
LONGEST = 14
"""Words of a body's name beyond which the run is no name."""


class BodyName(Struct, frozen=True):
    """Half-open words of a row that name a body, and the entry of the words that begin it."""

    first: int
    last: int
    body: Body


def bodies_in(row: Row, words: NamingWords, stops: Set[int], states: Set[int]) -> Iterator[BodyName]:
    """Yield the names of bodies in a row, none within another.

    ``stops`` are words at which no body's name goes on (persons), ``states`` words that name states.
    """
    done = 0
    for at in row.bodies:
        found = _body_at(row, words, at, stops, states) if at >= done else None
        if found is not None:
            yield found
            done = found.last


def _body_at(row: Row, words: NamingWords, at: int, stops: Set[int], states: Set[int]) -> BodyName | None:
    if at in stops:
        return None
    match = row.bodies.get(at)
    if match is None or match[1].rest is Rest.NO or _is_plain_word(row, at, match[0]):
        return None
    length, body = match
    capital = row.capitals[at]
    head_end = at + length
    if body.rest is Rest.NONE:
        return BodyName(at, head_end, body) if capital else None
    end = rest_end(row, words, at, head_end, stops)
    if end > head_end:
        if capital or (
            body.sector in PUBLIC and (body.country or all(word in states for word in range(head_end, end)))
        ):
            return BodyName(at, end, body)
        return None
    return BodyName(at, head_end, body) if body.rest is Rest.MAY and capital else None


def _is_plain_word(row: Row, at: int, length: int) -> bool:
    """Tell whether a short acronym's letters stand as an ordinary word."""
    text = row.texts[at]
    if length > 1 or len(text) > LONGEST_PLAIN or any(mark.isupper() or mark.isdigit() for mark in text[1:]):
        return False
    return text.islower() or len(text) < LONGEST_PLAIN


def rest_end(row: Row, words: NamingWords, first: int, at: int, stops: Set[int]) -> int:
    """Return the end of a name whose first words end at ``at``: capitalised words, linked ones and inner brackets."""
    end = at
    while end < len(row.texts) and end - first < LONGEST and end not in stops:
        text, lower = row.texts[end], row.lower[end]
        if (
            _goes_on(row, words, end)
            or (lower in words.joins and end > at and _linked(row, words, end, stops))
            or (text == "," and _listed(row, words, end, stops))
        ):
            end += 1
        elif text == "(" and (
            _legal_bracket(row, words, end) or (end + 3 not in stops and _inner_bracket(row, words, end))
        ):
            end += 3
        else:
            break
    while end > at and (row.lower[end - 1] in words.joins or row.texts[end - 1] == ","):
        end -= 1
    return end


def _goes_on(row: Row, words: NamingWords, at: int) -> bool:
    text, lower = row.texts[at], row.lower[at]
    if ROMAN_OR_NUMBER.fullmatch(text):
        return len(text) <= LONGEST_NUMBER
    if not text[0].isupper() or lower in words.openers or lower in words.barred:
        return False
    if lower in words.honorifics or (row.ranks.get(at) is not None and row.bodies.get(at) is None):
        return False
    return row.offices.get(at) is None or _within_name(row, at)


def _within_name(row: Row, at: int) -> bool:
    """Tell whether a word is a calling that stands inside names of bodies too ("Aliansi Mahasiswa")."""
    match = row.offices.get(at)
    return match is not None and not match[1].lone and match[1].scope.value in {"body", "none"}


def _linked(row: Row, words: NamingWords, at: int, stops: Set[int]) -> bool:
    """Whether the word after a link goes on with the name: a ministry's "Imigrasi dan Pemasyarakatan"."""
    after = at + 1
    return (
        after < len(row.texts)
        and after not in stops
        and _goes_on(row, words, after)
        and row.bodies.get(after) is None
        and not row.texts[after].isupper()
        and not row.texts[at - 1].isupper()
    )


def _listed(row: Row, words: NamingWords, at: int, stops: Set[int]) -> bool:
    """Whether a comma stands in a list that ends with "dan" within the name: "Pendidikan, Kebudayaan, dan Riset"."""
    index = at + 1
    while index + 1 < len(row.texts) and index - at <= 6 and index not in stops:
        if row.lower[index] in words.joins:
            return row.texts[index - 1] == "," and _linked(row, words, index, stops)
        if row.texts[index] != "," and not _goes_on(row, words, index):
            return False
        index += 1
    return False


def _legal_bracket(row: Row, words: NamingWords, at: int) -> bool:
    """Whether a bracket holds a legal form alone ("(Persero)")."""
    return row.texts[at + 2 : at + 3] == (")",) and row.lower[at + 1] in words.legal


def _inner_bracket(row: Row, words: NamingWords, at: int) -> bool:
    """Whether an acronym in brackets stands inside the name, which goes on after it ("Dinas Sosial (Dinsos) Kota")."""
    after = at + 3
    return (
        after < len(row.texts)
        and row.texts[at + 2] == ")"
        and row.capitals[at + 1]
        and row.lower[after] not in words.legal
        and _goes_on(row, words, after)
    )
