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

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s/]+/\S*")
"""An address with a path; in its path names are written small, their words joined by hyphens."""

WORD = re.compile(r"[^\W_]+")
"""A word of a name as an address spells it."""

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
    """Return the text with every one of the names masked, where it stands as a word of its own.

    In the paths of addresses a name is masked in any case and with its words joined by hyphens, underscores or plus.
    """
    if not names:
        return text
    pattern = "|".join(re.escape(name) for name in names)
    shown = re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", _covered, text)
    return ADDRESS.sub(lambda found: _masked_address(found[0], names), shown) if "/" in shown else shown


def masked_snippet(text: str, names: tuple[str, ...], marks: str) -> str:
    """Return a cut piece of text with the names masked, and every capitalised word of them, since it may cut one.

    Args:
        text: the piece.
        names: those of `protected_names`.
        marks: characters that stand around found words, perhaps within a name; they stay where they are.
    """
    if not names:
        return text
    words = {word for name in names for word in name.split() if word[:1].isupper()}
    bare = "".join(character for character in text if character not in marks)
    hidden = iter(masked_text(bare, longest_first({*names, *words})))
    return "".join(character if character in marks else next(hidden) for character in text)


def _covered(found: re.Match[str]) -> str:
    return MASK * len(found[0])


def _masked_address(address: str, names: tuple[str, ...]) -> str:
    """Return an address with the names masked in its path, where the words of a name stand side by side."""
    path = address.index("/", address.index("//") + 2 if "//" in address else 0)
    slugs = "|".join(r"[-_+.]".join(map(re.escape, WORD.findall(name))) for name in names if WORD.search(name))
    if not slugs:
        return address
    return address[:path] + re.sub(rf"(?<![^\W_])(?:{slugs})(?![^\W_])", _covered, address[path:], flags=re.IGNORECASE)


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
