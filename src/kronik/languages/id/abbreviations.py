"""Indonesian abbreviations with a full stop: titles, ranks, degrees, forms of firms, what stands before numbers."""

import re
import tomllib
from dataclasses import dataclass, fields

from kronik.errors import DataError
from kronik.languages.id import glue_vocabulary
from kronik.languages.id.packaged import text_of

FILE = "abbreviations.toml"
SOURCE = "source"
HOSTS = "hosts"
LEVELS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviations:
    """Abbreviations, case folded and without their last stop.

    Attributes:
        before: stand before what they belong to, and end no sentence ("Drs.").
        capital: the same, where they are written with a capital ("Arm.").
        number: stand before a number ("No. 12"); elsewhere they are words like others.
        within: mostly stand within a sentence ("Tbk.", "S.H.").
        degree: second labels of degrees ("Pd" of "S.Pd").
        hosts: last labels of host names, shared with what takes glued words apart.
        currency: signs of currencies in letters.
    """

    before: frozenset[str]
    capital: frozenset[str]
    number: frozenset[str]
    within: frozenset[str]
    degree: frozenset[str]
    hosts: frozenset[str]
    currency: frozenset[str]

    def is_initials(self, word: str) -> bool:
        """Tell whether the word is a capital, or capitals with stops between them ("D.W")."""
        if len(word) == 1:
            return word.isupper()
        return word.isupper() and LEVELS.fullmatch(word) is not None

    def is_before(self, word: str) -> bool:
        """Tell whether the word with a stop stands before what it belongs to."""
        folded = word.casefold()
        return folded in self.before or (folded in self.capital and word[:1].isupper())

    def is_degree(self, word: str) -> bool:
        """Tell whether a word with stops within it is a degree ("S.Pd", "M.Sc")."""
        first, *labels = word.split(".")
        return (
            word[:1].isupper() and len(first) < 3 and bool(labels) and self.degree.issuperset(map(str.casefold, labels))
        )


def load_abbreviations() -> Abbreviations:
    """Return the abbreviations, their file read and checked.

    Raises:
        DataError: a file has an unknown key or a word twice.
    """
    keys = tuple(field.name for field in fields(Abbreviations) if field.name != HOSTS)
    lists = read_lists(text_of(FILE), FILE, keys)
    hosts = glue_vocabulary.read_lists(text_of(glue_vocabulary.RULES))[HOSTS]
    return Abbreviations(hosts=hosts, **lists)


def read_lists(text: str, file: str, keys: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Return the lists of words of a file in which each key holds a string of words.

    Raises:
        DataError: the file is no TOML, has no source, lacks a key, has another one, or has a word twice in a list.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(file, "", str(error)) from error
    if not table.pop(SOURCE, None):
        raise DataError(file, SOURCE, "is missing")
    for key in sorted({*table, *keys}):
        if key not in keys or not isinstance(table.get(key), str):
            raise DataError(file, key, "unknown, missing or not a string of words")
        words = table[key].split()
        double = sorted({word for word in words if words.count(word) > 1})
        if double:
            raise DataError(file, key, f"stands twice: {', '.join(double)}")
        if table[key] != table[key].casefold():
            raise DataError(file, key, "words must be case folded")
    return {key: frozenset(table[key].split()) for key in keys}
