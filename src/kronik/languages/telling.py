"""Words that part two acts of one kind: the steps of a case at law, and what was done more than once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

NUMBER = "#"
"""Stands in a phrase for a number in digits."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SPACE = re.compile(r"[\s\-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingWords:
    """What a language tells about acts that are easily taken for one.

    Attributes:
        steps: step of a case -> parts of the words that tell it, in lower case.
        once: steps that are taken once against one person: what is told of them twice is one.
        repeated: phrases that say that something was done more than once, over a long time, or at some time before.
        unless: words before such a phrase after which it does not say so.
    """

    steps: Mapping[str, frozenset[str]]
    once: frozenset[str]
    repeated: frozenset[str]
    unless: frozenset[str]

    def steps_in(self, words: Iterable[str]) -> frozenset[str]:
        """Return the steps that words in lower case tell."""
        told = tuple(words)
        return frozenset(
            step for step, parts in self.steps.items() if any(part in word for part in parts for word in told)
        )

    def tells_often(self, text: str) -> bool:
        """Say whether a text says that something was done more than once, over a long time, or at some time before."""
        plain = f" {_SPACE.sub(' ', _NUMBER.sub(NUMBER, text.lower()))} "
        parts = (plain.partition(f" {phrase} ") for phrase in self.repeated)
        return any(found and before.rpartition(" ")[2] not in self.unless for before, found, _ in parts)


def together(several: Iterable[TellingWords]) -> TellingWords:
    """Return the words of several languages as one table."""
    tables = tuple(several)
    names = sorted({step for table in tables for step in table.steps})
    nothing: frozenset[str] = frozenset()
    return TellingWords(
        steps={name: nothing.union(*(table.steps.get(name, nothing) for table in tables)) for name in names},
        once=nothing.union(*(table.once for table in tables)),
        repeated=nothing.union(*(table.repeated for table in tables)),
        unless=nothing.union(*(table.unless for table in tables)),
    )
