"""How two words of a sentence stand to each other in its tree."""

from collections.abc import Iterable, Sequence

from kronik.languages.analysis import ROOT, Sentence
from kronik.reports.clause import NOMINAL, base, is_passive, marker_of

LONGEST = 4
"""Steps of a path that are told one by one, and steps up within which a preposition counts for a word."""
APART = "apart"
"""Step between words of which neither is reached from the other: two trees in one sentence."""
INNER = frozenset({"nmod", "flat", "compound", "appos", "conj", "fixed", "nummod", "amod", "det"})
"""Relations within and between phrases."""


def path_between(tree: Sentence, ends: Iterable[int], token: int) -> tuple[str, ...]:
    """Return the steps from the nearest of some tokens to a token: relations, those up the tree with "^" before."""
    below = chain_of(tree, token)
    return min((_steps(tree, end, below) for end in sorted(set(ends))), key=len)


def coarse(steps: Sequence[str]) -> tuple[str, ...]:
    """Return a path without its steps inside phrases, a long one cut short."""
    kept = [step for step in steps if step.lstrip("^") not in INNER]
    return tuple(kept) if len(kept) < LONGEST else (*kept[:2], "on")


def chain_of(tree: Sentence, token: int) -> list[int]:
    """Return a token and those above it, up to the root."""
    tokens = tree.tokens
    found = [token]
    head = tokens[token].head
    while head != ROOT and len(found) <= len(tokens):
        found.append(head)
        head = tokens[head].head
    return found


def marker_around(tree: Sentence, token: int) -> str | None:
    """Return the preposition of the nearest phrase that a token heads or lies in."""
    for at in chain_of(tree, token)[:LONGEST]:
        if tree.tokens[at].upos not in NOMINAL:
            return None
        marker = marker_of(tree, at)
        if marker is not None:
            return marker
    return None


def is_main_subject(tree: Sentence, token: int) -> bool:
    """Tell whether a token is, or stands in, the subject of its sentence's root."""
    chain = chain_of(tree, token)
    return len(chain) > 1 and base(tree.tokens[chain[-2]].relation) == "nsubj"


def _steps(tree: Sentence, start: int, below: Sequence[int]) -> tuple[str, ...]:
    """Return the steps from a token to the first of a chain."""
    above = chain_of(tree, start)
    shared = next((at for at in above if at in below), None)
    if shared is None:
        return (APART,) * (LONGEST + 1)
    up = [f"^{base(tree.tokens[at].relation)}" for at in above[: above.index(shared)]]
    down = [_down(tree, at) for at in reversed(below[: below.index(shared)])]
    return (*up, *down)


def _down(tree: Sentence, token: int) -> str:
    relation = base(tree.tokens[token].relation)
    passive = relation in ("nsubj", "obj") and is_passive(tree.tokens[tree.tokens[token].head])
    return f"{relation}-pass" if passive else relation
