"""The words that the Indonesian finder of glued words knows, read from the pack's data."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kronik.errors import DataError
from kronik.languages.id.glue_affixes import is_derived, without_clitic
from kronik.languages.id.packaged import text_of

WORDS = "glue_words.tsv"
NAMES = "glue_names.tsv"
RULES = "glue_rules.toml"


class Shape(StrEnum):
    """How a word is written."""

    LOWER = "lower"
    TITLE = "title"
    CAPS = "caps"
    MIXED = "mixed"


def shape_of(word: str) -> Shape:
    """Return how a run of letters is written; a single capital counts as capitals."""
    if word.islower():
        return Shape.LOWER
    if word.isupper():
        return Shape.CAPS
    return Shape.TITLE if word[:1].isupper() and word[1:].islower() else Shape.MIXED


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A word: in about how many pages it was met, and how it is mostly written."""

    weight: int
    shape: Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Words and their standing.

    Attributes:
        entries: by case-folded word.
        names: names with inner capitals, as written.
        function: closed-class words, case folded.
        short: those of two letters that may be cut off at the end of a word.
        not_parts: never a part of a word in small letters.
        combining: first members of closed compounds.
        name_heads, name_tails: members of names written as one.
        after_numbers: units and endings behind a number.
        hosts: labels that end host names.
        clear: words that no other word begins or ends with.
        name_ends: clear words that names end in all the same.
        place_parts: members of names of places written as one.
        compounds: closed compounds, that are stems.
    """

    entries: Mapping[str, Entry]
    names: frozenset[str]
    function: frozenset[str]
    short: frozenset[str]
    not_parts: frozenset[str]
    combining: frozenset[str]
    name_heads: frozenset[str]
    name_tails: frozenset[str]
    after_numbers: frozenset[str]
    hosts: frozenset[str]
    clear: frozenset[str]
    name_ends: frozenset[str]
    place_parts: frozenset[str]
    compounds: frozenset[str]

    def weight(self, word: str, *shapes: Shape) -> int:
        """Return the weight of a word in any case, 0 when unknown or mostly written in none of the shapes given."""
        entry = self.entries.get(word.casefold())
        return entry.weight if entry and (not shapes or entry.shape in shapes) else 0

    def knows(self, word: str) -> bool:
        """Tell whether the run of letters is a word as it stands, or a regular derivation of one."""
        folded = word.casefold()
        return folded in self.entries or folded in self.compounds or is_derived(folded, self._is_stem, self.combining)

    def part_weight(self, word: str) -> int:
        """Return the weight of a word in small letters as a part; a clitic is taken off a word that is not listed."""
        weight = self.weight(word, Shape.LOWER)
        if not weight:
            stem = without_clitic(word)
            weight = self.weight(stem, Shape.LOWER) // 4 if stem else 0
        return weight

    def _is_stem(self, stem: str) -> bool:
        closed = stem in self.not_parts or (len(stem) < 5 and stem in self.function)
        listed = stem in self.entries and not closed
        return listed or stem in self.compounds


def load_vocabulary() -> Vocabulary:
    """Return the vocabulary, its files read and checked.

    Raises:
        DataError: a file has a wrong line, an unknown key or a duplicate.
    """
    words, names, rules = (text_of(name) for name in (WORDS, NAMES, RULES))
    return read_vocabulary(words, names, rules)


def read_vocabulary(words: str, names: str, rules: str) -> Vocabulary:
    """Return the vocabulary of the contents of the three files.

    Raises:
        DataError: a file has a wrong line, an unknown key or a duplicate.
    """
    lists = read_lists(rules)
    return Vocabulary(entries=read_entries(words), names=read_names(names), **lists)


def read_entries(text: str) -> Mapping[str, Entry]:
    """Return the words of ``word<TAB>weight`` lines; the spelling gives the shape. Raises DataError."""
    entries: dict[str, Entry] = {}
    for line in _lines(text):
        word, _, weight = line.partition("\t")
        folded = word.casefold()
        if not word.isalpha() or not weight.isdecimal() or folded in entries:
            raise DataError(WORDS, word, "not a new word with its weight")
        entries[folded] = Entry(weight=int(weight), shape=shape_of(word))
    return entries


def read_names(text: str) -> frozenset[str]:
    """Return the names, one a line. Raises DataError."""
    names = _lines(text)
    for name in names:
        if not name.isalpha() or shape_of(name) is not Shape.MIXED or names.count(name) > 1:
            raise DataError(NAMES, name, "not a new name with inner capitals")
    return frozenset(names)


def read_lists(text: str) -> dict[str, frozenset[str]]:
    """Return the word lists by key. Raises DataError."""
    table = tomllib.loads(text)
    keys = [name for name in Vocabulary.__slots__ if name not in {"entries", "names"}]
    for key in sorted({*table, *keys}):
        if key not in table or key not in keys or not isinstance(table[key], str):
            raise DataError(RULES, key, "unknown, missing or not a string of words")
    return {key: frozenset(table[key].split()) for key in keys}


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("#")]
