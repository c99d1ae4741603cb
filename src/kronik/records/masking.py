"""Names that the page protects, made unreadable in whatever leaves the program.

A masked name keeps its length, so that every offset still holds.
"""

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar

from kronik.records.actors import Actor, MentionForm
from kronik.records.bundles import Bundle

MASK = "█"
"""Stands for each character of a masked name."""

SHORTEST_NAME = 2
"""Characters of the shortest name that is masked wherever it stands: one letter would mask half the page."""

_Value = TypeVar("_Value")


def protected_names(bundle: Bundle) -> tuple[str, ...]:
    """Return the names, longest first, that stand for an actor whom the page protects."""
    if bundle.findings is None:
        return ()
    found: set[str] = set()
    for actor in bundle.findings.actors:
        if actor.protection is not None:
            found.update(_names(actor, bundle.page.text))
    return longest_first(found)


def longest_first(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that are long enough to be masked, in the order in which they must be looked for."""
    return tuple(sorted({name for name in names if len(name) >= SHORTEST_NAME}, key=lambda name: (-len(name), name)))


def masked_text(text: str, names: tuple[str, ...]) -> str:
    """Return the text with every one of the names masked, where it stands as a word of its own."""
    if not names:
        return text
    pattern = "|".join(re.escape(name) for name in names)
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", lambda found: MASK * len(found[0]), text)


def masked(bundle: Bundle) -> Bundle:
    """Return the bundle without a readable name of anyone whom the page protects; if there is one, without bytes."""
    names = protected_names(bundle)
    return bundle if not names else _masked(replace(bundle, raw=None), names)


def _names(actor: Actor, text: str) -> Iterable[str]:
    yield actor.name
    yield from (mention.evidence.quote(text) for mention in actor.mentions if mention.form is MentionForm.NAME)


def _masked(value: _Value, names: tuple[str, ...]) -> _Value:
    """Return a record with the names masked in every text that it holds."""
    if isinstance(value, str):
        return value if isinstance(value, Enum) else masked_text(value, names)  # type: ignore[return-value]  # str in, str out
    if isinstance(value, tuple):
        return tuple(_masked(item, names) for item in value)  # type: ignore[return-value]  # the same
    if is_dataclass(value) and not isinstance(value, type):
        changed = {}
        for field in fields(value):
            before = getattr(value, field.name)
            after = _masked(before, names)
            if after != before:
                changed[field.name] = after
        return replace(value, **changed) if changed else value
    return value
