"""Utterances: the same words of the same speaker in several articles are one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

WORD = re.compile(r"\w+")
NUMBER = re.compile(r"\d+")
SHINGLE = 4
"""Words of a run by which two contents are compared."""
SHORTEST = 6
"""Fewest words of a content that is compared; fewer are said by many."""
ALIKE = 0.7
"""Share of the shorter content's runs that the longer one must hold; outlets cut and mend the same words."""
HUBS = 40
"""A run that stands in more statements than this is compared with so many of them alone."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A stored statement as it is compared.

    Attributes:
        id: id of the statement.
        page_id: the page that tells it.
        speakers: names of its speakers; empty for an unnamed source.
        content: its words.
    """

    id: str
    page_id: str
    speakers: tuple[str, ...]
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What somebody said once.

    Attributes:
        id: the least id of its statements.
        statements: ids of the statements that tell it, ascending.
        pages: ids of the pages that tell it, ascending.
    """

    id: str
    statements: tuple[str, ...]
    pages: tuple[str, ...]


def utterances_of(heard: Iterable[Heard]) -> tuple[Utterance, ...]:
    """Return every utterance, those told once among them, by id. The order of ``heard`` makes no difference.

    Two statements of different pages tell one utterance when their speakers are the same by name and the shorter
    content stands, but for a few words, in the longer one; not where each gives a number that the other lacks.
    Sameness passes on from one statement to the next.
    """
    ordered = sorted({one.id: one for one in heard}.values(), key=lambda one: one.id)
    runs = [_runs(one.content) for one in ordered]
    parent = list(range(len(ordered)))
    for left, right in sorted(_candidates(runs)):
        if ordered[left].page_id != ordered[right].page_id and _same(ordered, runs, left, right):
            _join(parent, left, right)
    groups: dict[int, list[Heard]] = {}
    for index, one in enumerate(ordered):
        groups.setdefault(_top(parent, index), []).append(one)
    return tuple(
        Utterance(
            id=group[0].id,
            statements=tuple(one.id for one in group),
            pages=tuple(sorted({one.page_id for one in group})),
        )
        for group in sorted(groups.values(), key=lambda group: group[0].id)
    )


def same_name(left: str, right: str) -> bool:
    """Tell whether two names may be one person's or body's: all words of the shorter stand in the longer."""
    one, other = _words(left), _words(right)
    shorter, longer = sorted((set(one), set(other)), key=len)
    return bool(shorter) and shorter <= longer


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def _runs(content: str) -> frozenset[tuple[str, ...]]:
    words = _words(content)
    if len(words) < SHORTEST:
        return frozenset()
    return frozenset(tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))


def _candidates(runs: Sequence[frozenset[tuple[str, ...]]]) -> set[tuple[int, int]]:
    """Return the pairs that share a run, the lower index first."""
    holders: dict[tuple[str, ...], list[int]] = {}
    for index, each in enumerate(runs):
        for run in each:
            holders.setdefault(run, []).append(index)
    pairs: set[tuple[int, int]] = set()
    for held in holders.values():
        hubs = held[:HUBS]
        pairs.update(combinations(hubs, 2))
        pairs.update((hub, other) for other in held[HUBS:] for hub in hubs)
    return pairs


def _same(heard: Sequence[Heard], runs: Sequence[frozenset[tuple[str, ...]]], left: int, right: int) -> bool:
    shared = len(runs[left] & runs[right])
    if shared < ALIKE * min(len(runs[left]), len(runs[right])) or _count_otherwise(heard[left], heard[right]):
        return False
    one, other = heard[left].speakers, heard[right].speakers
    if not one or not other:
        return not one and not other
    return any(same_name(name, second) for name in one for second in other)


def _count_otherwise(one: Heard, other: Heard) -> bool:
    """Tell whether each has a number that the other lacks: formulas of courts and markets differ by it alone."""
    numbers, others = (frozenset(NUMBER.findall(each.content)) for each in (one, other))
    return bool(numbers - others) and bool(others - numbers)


def _top(parent: list[int], index: int) -> int:
    while parent[index] != index:
        index = parent[index]
    return index


def _join(parent: list[int], left: int, right: int) -> None:
    one, other = _top(parent, left), _top(parent, right)
    parent[max(one, other)] = min(one, other)
