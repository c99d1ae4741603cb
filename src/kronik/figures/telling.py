"""Tells the stretches that can hold a figure from the many that cannot, before their words are read one by one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kronik.figures.tokens import SIGNS, lowered
from kronik.languages.counting import CountWords
from kronik.text.stretches import stretches

DIGIT = "\x1f"
"""Stands for any digit; white space to `str.split`, so that "Rp5" falls apart."""
APART = {code: " " for code in range(128) if not chr(code).isalnum()} | dict.fromkeys(map(ord, "0123456789"), DIGIT)
"""Spaces for the signs between the words of an ASCII text."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Half-open code points of a stretch, and of what it may tell: of money, of persons."""

    start: int
    end: int
    money: bool
    persons: bool


def telling(text: str, words: CountWords) -> Iterator[Telling]:
    """Yield the stretches of a text that may hold a figure: a number, and a word that says what it counts.

    What the whole text lacks need not be looked for in its stretches. None is left out whose tokens tell a figure, as
    far as numbers are written in ASCII: words are cut at what is not, and so are no longer than the tokens.
    """
    plain = lowered(text).encode("ascii", "replace").decode("ascii").translate(APART)
    bag = set(plain.split())
    fates, coins = words.fated & bag, words.currencies & bag
    signs = [sign for sign in SIGNS if sign in text]
    negations, noughts = words.negation_heads & bag, words.none.firsts & bag
    number = DIGIT in plain or not words.starters.isdisjoint(bag)
    if not ((number and (fates or coins or signs)) or (negations and noughts)):
        return
    for start, end in stretches(text):
        stretch = plain[start:end]
        money = _one_in(stretch, coins) or _one_in(text[start:end], signs)
        persons = _one_in(stretch, fates)
        if (money or persons) and not (DIGIT in stretch or not words.starters.isdisjoint(stretch.split())):
            money = persons = False
        persons = persons or (_one_in(stretch, negations) and _one_in(stretch, noughts))
        if money or persons:
            yield Telling(start, end, money, persons)


def _one_in(stretch: str, found: Iterable[str]) -> bool:
    return any(map(stretch.__contains__, found))
