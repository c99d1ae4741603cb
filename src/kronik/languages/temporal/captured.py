"""What a match holds, read as numbers, units, directions and meanings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kronik.languages.temporal import meanings as m
from kronik.languages.temporal.grammar import Captures, Found, Item
from kronik.languages.temporal.numbers import Number
from kronik.languages.temporal.tokens import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(m.Meaning):
    """A number in words."""

    number: int


def number_of_item(item: Item) -> int | None:
    """Return the number that a word, a digit string or a number in words stands for."""
    match item.value:
        case Word():
            return item.value.number
        case Number():
            return item.value.numbers[0] if item.value.numbers else None
        case Count():
            return item.value.number
    return None


def key_of(items: Sequence[Item]) -> str:
    """Return the key of the last word of these items."""
    return next((item.value.key for item in reversed(items) if isinstance(item.value, Word)), "")


def number_in(captures: Captures, name: str) -> int | None:
    """Return the last number of a captured part, or None."""
    numbers = map(number_of_item, reversed(captures.named.get(name, ())))
    return next((number for number in numbers if number is not None), None)


def meaning_in(captures: Captures, name: str) -> m.Meaning | None:
    """Return the meaning of the expression in a captured part, or None."""
    return next((item.value for item in captures.named.get(name, ()) if isinstance(item, Found)), None)


def lean_in(captures: Captures, name: str = "dir") -> m.Lean:
    """Return which way the word of direction in a captured part points."""
    key = key_of(captures.named.get(name, ()))
    return m.Lean(key) if key in ("past", "this", "future") else m.Lean.NONE


SHIFT_OF_LEAN: Mapping[m.Lean, int | None] = {
    m.Lean.PAST: -1,
    m.Lean.THIS: 0,
    m.Lean.FUTURE: 1,
    m.Lean.NONE: None,
}


def shift_in(captures: Captures, name: str = "rel") -> int | None:
    """Return the same as a count of units; None without such a word."""
    return SHIFT_OF_LEAN[lean_in(captures, name)]


def unit_in(captures: Captures, name: str = "u") -> m.Unit | None:
    """Return the unit of the calendar in a captured part, or None."""
    key = key_of(captures.named.get(name, ()))
    if not key and any(item.kind == "sunday" for item in captures.named.get(name, ())):
        key = "week"
    return m.Unit(key) if key else None


def year_in(captures: Captures) -> int | None:
    """Return the captured year, or None."""
    return number_in(captures, "y")
