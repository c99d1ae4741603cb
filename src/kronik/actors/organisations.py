"""Names of bodies in a row: by the words that begin them, by the model, and by what is known."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from kronik.actors.bodies import bodies_in, rest_end
from kronik.actors.found import Known
from kronik.actors.words import Row
from kronik.languages.analysis import Name, NameKind
from kronik.languages.naming import Body, NamingWords, Rest

LONGEST = 14
"""Words of a body's name beyond which what the model marks is no name; chosen on gold train."""


class Organisation(Struct, frozen=True):
    """Half-open words that name a body, its entry and what is known of it, and how it was found."""

    first: int
    last: int
    body: Body | None
    known: Known | None
    rule: str


def organisations_in(
    row: Row,
    words: NamingWords,
    names: tuple[Name, ...],
    people: frozenset[int],
    known: Mapping[tuple[int, int], Known],
) -> tuple[Organisation, ...]:
    """Return the names of bodies in a row, in order, none within another; none runs into a person's name."""
    states = frozenset(
        index for (first, last), fact in known.items() if fact.kind.value == "state" for index in range(first, last)
    )
    found = [
        Organisation(one.first, one.last, one.body, None, "body.pattern")
        for one in bodies_in(row, words, people, states)
    ]
    for (first, last), fact in known.items():
        if fact.kind.value == "organisation":
            found.append(Organisation(first, last, _entry(row, words, first), fact, "body.known"))
    for name in names:
        if name.kind is NameKind.ORGANISATION:
            found.extend(_of_model(row, words, name, people))
    kept = tuple(_longest([one for one in found if not _described(row, words, one)], known))
    return tuple(sorted((*kept, *_in_brackets(row, words, kept, known)), key=lambda one: one.first))


def _in_brackets(
    row: Row, words: NamingWords, kept: tuple[Organisation, ...], known: Mapping[tuple[int, int], Known]
) -> Iterator[Organisation]:
    """Yield the short names in brackets right behind bodies' names: "Dinas Sosial (Dinsos)"."""
    taken = {index for one in kept for index in range(one.first, one.last)}
    for one in kept:
        at = one.last + 1
        if row.texts[one.last : at] != ("(",) or row.texts[at + 1 : at + 2] != (")",) or at in taken:
            continue
        if row.capital(at) and len(row.texts[at]) > 1 and row.lower[at] not in words.legal:
            fact = known.get((at, at + 1))
            body = fact if fact is not None and fact.kind.value == "organisation" else None
            yield Organisation(at, at + 1, _entry(row, words, at), body, "body.bracket")


def _described(row: Row, words: NamingWords, one: Organisation) -> bool:
    """Whether the model's name begins with a common noun that is no body's ("rezim ...")."""
    return one.rule == "body.model" and one.body is None and words.nouns.at(row.lower, one.first) is not None


def _of_model(row: Row, words: NamingWords, name: Name, people: frozenset[int]) -> Iterator[Organisation]:
    first, last = row.words_of(name.start, name.end)
    while first < last and (not row.texts[first][0].isalnum() or first in people):
        first += 1
    first = _after_office(row, words, first, last)
    while last > first and (not row.texts[last - 1][0].isalnum() or last - 1 in people):
        last -= 1
    for index in range(first + 1, last):
        if index in people or (row.texts[index] in {"(", ")", '"', "“", "”", ";", ":"}):
            last = index
            break
    if first >= last or last - first > LONGEST or not any(row.capital(index) for index in range(first, last)):
        return
    if last - first == 1 and (row.lower[first] in words.barred or row.lower[first] in words.openers):
        return
    yield Organisation(first, last, _entry(row, words, first), None, "body.model")


def _after_office(row: Row, words: NamingWords, first: int, last: int) -> int:
    while first < last:
        match = words.offices.at(row.lower, first)
        if match is None or (not match[1].lone and match[1].scope.value == "none") or match[0] + first > last:
            return first
        body = words.bodies.at(row.lower, first)
        if body is not None and body[0] >= match[0]:
            return first
        first += match[0]
    return first


def _entry(row: Row, words: NamingWords, first: int) -> Body | None:
    match = words.bodies.at(row.lower, first)
    return match[1] if match is not None and match[1].rest is not Rest.NO else None


def _longest(found: list[Organisation], known: Mapping[tuple[int, int], Known]) -> Iterator[Organisation]:
    """Yield the longest of those that overlap, those first of which rules or knowledge tell; a state is no body."""
    taken: set[int] = set()
    kept = []
    states = {span for span, fact in known.items() if fact.kind.value == "state"}
    headed = [one for one in found if one.body is not None or one.known is not None]
    plain = [
        one
        for one in found
        if one.body is None
        and one.known is None
        and (one.first, one.last) not in states
        and not any(one.first < other.first < one.last for other in headed if other.rule == "body.pattern")
    ]
    order = {"body.pattern": 0, "body.known": 1, "body.model": 2}
    for one in sorted(headed + plain, key=lambda one: (one.first - one.last, order[one.rule], one.first)):
        span = set(range(one.first, one.last))
        if not span & taken:
            taken |= span
            fact = known.get((one.first, one.last))
            takes = one.known is None and fact is not None and fact.kind.value != "state"
            kept.append(Organisation(one.first, one.last, one.body, fact if takes else one.known, one.rule))
    yield from sorted(kept, key=lambda one: one.first)


__all__ = ["Organisation", "organisations_in", "rest_end"]
