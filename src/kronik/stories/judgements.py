"""Judgements of a user on who is who: kept in a file of their own, apart from what the program finds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kronik.errors import UsageError

COLUMNS = ("verdict", "one", "other")
"""Columns that a file must begin with; further ones are the user's notes."""
SHORTEST_ID = 8
"""Hexadecimal digits from which the beginning of an actor's id names it."""


class Verdict(StrEnum):
    """What a user says of two actors."""

    SAME = "same"
    APART = "apart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One line of the file.

    Attributes:
        verdict: whether the two are one.
        one, other: each the id of an actor or its beginning, an id of the knowledge files, or a name as written.
        line: line of the file, the first is 1.
    """

    verdict: Verdict
    one: str
    other: str
    line: int


@dataclass(frozen=True, slots=True)
class Named:
    """What a side of a judgement may name.

    Attributes:
        names: ids of actors by name in lower case.
        known: ids of actors by id of the knowledge files.
        ids: ids of all actors, ascending.
    """

    names: Mapping[str, tuple[str, ...]]
    known: Mapping[str, tuple[str, ...]]
    ids: tuple[str, ...]

    def of(self, side: str) -> tuple[str, ...]:
        """Return the ids of the actors that a side names; none when there is no such actor."""
        if side in self.known:
            return self.known[side]
        found = self.names.get(side.lower(), ())
        if found or len(side) < SHORTEST_ID:
            return found
        return tuple(name for name in self.ids if name.startswith(side))


def read_judgements(text: str, file: str) -> tuple[Judgement, ...]:
    """Return the judgements of a TSV file: a head line, then ``same`` or ``apart`` and two actors in each line.

    Lines that begin with # and empty lines are skipped.

    Raises:
        UsageError: another head, an unknown verdict, a side that is missing, a pair that is judged both ways.
    """
    lines = [(at, line) for at, line in enumerate(text.splitlines(), 1) if line.strip() and not line.startswith("#")]
    if not lines or tuple(lines[0][1].split("\t")[:3]) != COLUMNS:
        raise UsageError(f"{file}: the first line must begin with verdict, one, other, with tabs between")
    found = tuple(_judgement(line, at, file) for at, line in lines[1:])
    _check_both_ways(found, file)
    return found


def _judgement(line: str, at: int, file: str) -> Judgement:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) < len(COLUMNS) or not all(cells[: len(COLUMNS)]):
        raise UsageError(f"{file}: line {at} must have a verdict and two actors, with tabs between")
    if cells[0] not in set(Verdict):
        raise UsageError(f"{file}: line {at} begins with neither same nor apart: {cells[0]}")
    return Judgement(verdict=Verdict(cells[0]), one=cells[1], other=cells[2], line=at)


def _check_both_ways(found: tuple[Judgement, ...], file: str) -> None:
    seen: dict[frozenset[str], Judgement] = {}
    for judgement in found:
        before = seen.setdefault(frozenset((judgement.one, judgement.other)), judgement)
        if before.verdict is not judgement.verdict:
            raise UsageError(f"{file}: line {judgement.line} contradicts line {before.line}")


def unknown(judgements: tuple[Judgement, ...], named: Named) -> Iterator[tuple[Judgement, str]]:
    """Yield the judgements of which a side names no actor of the chronicle, with that side."""
    for judgement in judgements:
        for side in (judgement.one, judgement.other):
            if not named.of(side):
                yield judgement, side
