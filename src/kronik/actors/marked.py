"""The names that the language's model marks, by row: what they are of is put right by rules and by one another."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from kronik.actors.titles import has_title
from kronik.actors.told_names import NOTHING, Told, told_kinds
from kronik.actors.words import Row
from kronik.languages.analysis import THINGS, Name, NameKind
from kronik.languages.naming import BODY, RANK, NamingWords

SURE = 0.3
"""Score from which the model's person ends a body's name; chosen on gold train, like the votes."""
TOLD = 10.0
"""Votes of a rule that tells what a name is, beside the model's score of at most one for each time."""
TITLED = 1.0
"""Votes of a title before a name, in the same measure."""
DEGREE = re.compile(r"(?:Subsp|Sp|S|M|B|Ph)\.[A-Z][A-Za-z.]*")
"""A degree that a comma parts from the name."""
SHORTEST = 3
"""Letters of a word that may begin a person's name."""
LONGEST_CAPITALS = 4
"""Letters of a run of capitals that begins no person's name."""


class Marked(Struct, frozen=True):
    """Half-open words of a row that the model marks as a name, what it is of, and the model's score."""

    first: int
    last: int
    kind: NameKind
    score: float


def names_of(
    rows: tuple[Row, ...], names: tuple[Name, ...], words: NamingWords, told: tuple[Told, ...]
) -> tuple[tuple[Marked, ...], ...]:
    """Return the model's names by row; a form that model and rules call one thing mostly is that everywhere."""
    votes: dict[str, dict[NameKind, float]] = {}
    for row, one in zip(rows, told, strict=True):
        for form, kind in told_kinds(row, words, one) if one is not NOTHING or row.bracketed else ():
            _vote(votes, form, kind, TOLD)
    placed: list[list[tuple[str, Marked]]] = [[] for _ in rows]
    at = 0
    for name in names:
        while at < len(rows) - 1 and (not rows[at].ends or rows[at].ends[-1] <= name.start):
            at += 1
        row = rows[at]
        first, last = row.words_of(name.start, name.end)
        form = " ".join(row.lower[first:last])
        placed[at].append((form, Marked(first, last, name.kind, name.score)))
        if name.kind in THINGS:
            continue
        _vote(votes, form, name.kind, name.score)
        if name.kind is not NameKind.PLACE and has_title(row, words, first, last):
            _vote(votes, form, NameKind.PERSON, TITLED)
    _pool(votes)
    kinds = {form: _mostly(count) for form, count in votes.items()}
    return tuple(
        tuple([part for form, one in line for part in _parts(rows[index], form, one, kinds)])
        for index, line in enumerate(placed)
    )


def things_of(names: tuple[Marked, ...]) -> set[int]:
    """Return the words of a row that name products and other things, which are no one."""
    return {at for name in names if name.kind in THINGS for at in range(name.first, name.last)}


def _parts(row: Row, form: str, name: Marked, kinds: Mapping[str, NameKind]) -> Iterator[Marked]:
    """Yield a name as its form is mostly meant; a person's name that begins with a body's is two names."""
    if name.kind in THINGS:
        yield name
        return
    kind = kinds[form]
    if kind is NameKind.PERSON and name.last - name.first > 1:
        for cut in range(name.last - 1, name.first, -1):
            head = " ".join(row.lower[name.first : cut])
            if kinds.get(head) is NameKind.ORGANISATION:
                yield Marked(name.first, cut, NameKind.ORGANISATION, name.score)
                yield Marked(cut, name.last, kind, name.score)
                return
    yield name if kind is name.kind else Marked(name.first, name.last, kind, name.score)


def _vote(votes: dict[str, dict[NameKind, float]], form: str, kind: NameKind, points: float) -> None:
    count = votes.setdefault(form, {})
    count[kind] = count.get(kind, 0.0) + points


def _pool(votes: dict[str, dict[NameKind, float]]) -> None:
    """Give a name of several words the votes for each word of it as a person, and that word the name's."""
    for form in sorted([form for form in votes if " " in form], key=len, reverse=True):
        for part in sorted({part for part in form.split(" ") if len(part) > SHORTEST and part in votes}):
            full, single = votes[form].get(NameKind.PERSON, 0.0), votes[part].get(NameKind.PERSON, 0.0)
            if full or single:
                _vote(votes, form, NameKind.PERSON, single)
                _vote(votes, part, NameKind.PERSON, full)


def _mostly(votes: Mapping[NameKind, float]) -> NameKind:
    if len(votes) == 1:
        return next(iter(votes))
    return min(votes, key=lambda kind: (-votes[kind], kind.value))


def starters_of(rows: tuple[Row, ...], names: tuple[tuple[Marked, ...], ...], words: NamingWords) -> frozenset[str]:
    """Return the words with which the persons' names of an article begin, by the model where it is sure."""
    votes: dict[str, float] = {}
    for row, line in zip(rows, names, strict=True):
        for name in line:
            person = name.kind is NameKind.PERSON
            if person and _begins_none(row, words, name):
                continue
            for at in range(name.first, name.last if not person else min(name.first + 1, name.last)):
                if row.capitals[at] and len(row.texts[at]) >= SHORTEST:
                    votes[row.texts[at]] = votes.get(row.texts[at], 0.0) + (name.score if person else -name.score)
    return frozenset([text for text, points in votes.items() if points >= SURE and _may_begin(text, words)])


def _may_begin(text: str, words: NamingWords) -> bool:
    """Whether a word may begin a person's name."""
    if text.isupper() and len(text) <= LONGEST_CAPITALS:
        return False
    lower = text.lower()
    return (
        not words.begins.get(lower, 0) & (BODY | RANK)
        and lower not in words.offices.entries
        and lower not in words.honorifics
        and lower not in words.barred
        and lower not in words.regions.entries
    )


def _begins_none(row: Row, words: NamingWords, name: Marked) -> bool:
    """Whether a name begins no person's name elsewhere: a facility's, an ordinary word or a degree alone."""
    alone = name.last - name.first == 1
    text, lower = row.texts[name.first], row.lower[name.first]
    return (alone and (lower in words.openers or is_degree(words, text))) or of_facility(row, words, name.first)


def is_degree(words: NamingWords, text: str) -> bool:
    """Tell whether a word alone is a degree that a comma parts from a name."""
    return text.lower() in words.degrees or DEGREE.fullmatch(text) is not None


def of_facility(row: Row, words: NamingWords, first: int) -> bool:
    """Tell whether the word of a facility stands before a name, so that it is the facility's ("Bandara ...")."""
    at = first - 1
    while at > 1 and ((row.lower[at] in words.inner and row.capitals[at]) or row.texts[at] in {"-", "I"}):
        at -= 1 if row.texts[at] != "-" else 2
    return at >= 0 and row.capitals[at] and row.lower[at] in words.facilities
