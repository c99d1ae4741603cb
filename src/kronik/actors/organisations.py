"""Names of bodies in a row: by the words that begin them, by the model, and by what is known."""

from collections.abc import Iterator, Mapping, Sequence, Set
from types import MappingProxyType

from msgspec import Struct

from kronik.actors.bodies import BodyName, bodies_in, rest_end
from kronik.actors.found import Known
from kronik.actors.marked import Marked
from kronik.actors.words import Row
from kronik.languages.analysis import NameKind
from kronik.languages.naming import Body, NamingWords, Rest, Scope
from kronik.records.actors import ActorKind

STATE, ORGANISATION = ActorKind.STATE, ActorKind.ORGANISATION
ORDER = MappingProxyType({"body.pattern": 0, "body.known": 1, "body.model": 2})
"""Of names of one length, which rule's comes first."""
ENDS = frozenset({"(", ")", '"', "“", "”", ";", ":"})
"""Marks that no body's name holds where the model says so."""
SLASHES = 2
"""Slashes from which a run is the number of a document ("LP/B/12/VI")."""
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
    names: tuple[Marked, ...],
    people: Set[int],
    known: Mapping[tuple[int, int], Known],
    begun: Sequence[BodyName],
) -> list[Organisation]:
    """Return the names of bodies in a row, in order, none within another; none runs into a person's name.

    ``begun`` are those of `begun_in`.
    """
    found = [Organisation(one.first, one.last, one.body, None, "body.pattern") for one in begun]
    for (first, last), fact in known.items():
        if fact.kind is ORGANISATION and not (_is_rank(row, first) and row.capitals[last : last + 1] == [True]):
            found.append(Organisation(first, last, _entry(row, first), fact, "body.known"))
    for name in names:
        if name.kind is NameKind.ORGANISATION:
            found.extend(_of_model(row, words, name, people))
    if not found:
        return found
    kept = _longest(found, known)
    if row.bracketed:
        kept.extend(list(_in_brackets(row, words, kept, known)))
        kept.sort(key=_first)
    return kept


def begun_in(row: Row, words: NamingWords, people: Set[int], known: Mapping[tuple[int, int], Known]) -> list[BodyName]:
    """Return the names of bodies in a row by the words that begin them; none runs into a person's name."""
    states = {index for (first, last), fact in known.items() if fact.kind is STATE for index in range(first, last)}
    return list(bodies_in(row, words, people, states))


def _first(one: Organisation) -> int:
    return one.first


def _in_brackets(
    row: Row, words: NamingWords, kept: Sequence[Organisation], known: Mapping[tuple[int, int], Known]
) -> Iterator[Organisation]:
    """Yield the short names in brackets right behind bodies' names: "Dinas Sosial (Dinsos)"."""
    taken = {index for one in kept for index in range(one.first, one.last)}
    for one in kept:
        at = one.last + 1
        if row.texts[one.last : at] != ("(",) or row.texts[at + 1 : at + 2] != (")",) or at in taken:
            continue
        if row.capitals[at] and len(row.texts[at]) > 1 and row.lower[at] not in words.legal:
            fact = known.get((at, at + 1))
            body = fact if fact is not None and fact.kind is ORGANISATION else None
            yield Organisation(at, at + 1, _entry(row, at), body, "body.bracket")


def _of_model(row: Row, words: NamingWords, name: Marked, people: Set[int]) -> Iterator[Organisation]:
    first, last = name.first, name.last
    while first < last and (not row.texts[first][0].isalnum() or first in people):
        first += 1
    first = _after_office(row, first, last)
    while first < last and not row.texts[first][0].isalnum():
        first += 1
    while last > first and (not row.texts[last - 1][0].isalnum() or last - 1 in people):
        last -= 1
    for index in range(first + 1, last):
        if index in people or _is_rank(row, index) or row.texts[index] in ENDS:
            last = index
            break
    if first >= last or last - first > LONGEST or not any(row.capitals[index] for index in range(first, last)):
        return
    if _names_no_body(row, words, first, last):
        return
    body = _entry(row, first)
    # A name of the model that begins with a common noun is a description ("rezim ..."), unless bodies' names do so.
    if body is not None or first not in row.nouns:
        yield Organisation(first, last, body, None, "body.model")


def _is_rank(row: Row, at: int) -> bool:
    """Whether a rank begins at a word, and no body ("AKP", which is a party too)."""
    return at in row.ranks and at not in row.bodies


def _names_no_body(row: Row, words: NamingWords, first: int, last: int) -> bool:
    """Whether words name none: ordinary ones, the number of a document, a rank alone."""
    numbered = sum(row.texts[at] == "/" for at in range(first, last)) >= SLASHES
    ordinary = all(row.lower[at] in words.barred or row.lower[at] in words.openers for at in range(first, last))
    return numbered or ordinary or (last - first == 1 and _is_rank(row, first))


def _after_office(row: Row, first: int, last: int) -> int:
    while first < last:
        match = row.offices.get(first)
        if match is None or (not match[1].lone and match[1].scope is Scope.NONE) or match[0] + first > last:
            return first
        body = row.bodies.get(first)
        if body is not None and body[0] >= match[0]:
            return first
        first += match[0]
    return first


def _entry(row: Row, first: int) -> Body | None:
    match = row.bodies.get(first)
    return match[1] if match is not None and match[1].rest is not Rest.NO else None


def _longest(found: list[Organisation], known: Mapping[tuple[int, int], Known]) -> list[Organisation]:
    """Return the longest of those that overlap, those first of which rules or knowledge tell; a state is no body."""
    if len(found) == 1 and (found[0].known is not None or (found[0].first, found[0].last) not in known):
        return found
    taken: set[int] = set()
    kept = []
    headed = [one for one in found if one.body is not None or one.known is not None]
    plain = [
        one
        for one in found
        if one.body is None
        and one.known is None
        and ((fact := known.get((one.first, one.last))) is None or fact.kind is not STATE)
        and not any(one.first < other.first < one.last for other in headed if other.rule == "body.pattern")
    ]
    for one in sorted(headed + plain, key=lambda one: (one.first - one.last, ORDER[one.rule], one.first)):
        span = range(one.first, one.last)
        if taken.isdisjoint(span):
            taken.update(span)
            fact = known.get((one.first, one.last)) if one.known is None else None
            takes = fact is not None and fact.kind is not STATE
            kept.append(Organisation(one.first, one.last, one.body, fact, one.rule) if takes else one)
    kept.sort(key=_first)
    return kept


__all__ = ["Organisation", "begun_in", "organisations_in", "rest_end"]
