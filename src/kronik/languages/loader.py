"""The only place that names the languages there are."""

from collections.abc import Callable, Mapping

from kronik.languages import id as indonesian
from kronik.languages import telling
from kronik.languages.frequencies import Frequencies, together
from kronik.languages.id.frequencies import load_frequencies as indonesian_frequencies
from kronik.languages.id.telling import load_telling_words as indonesian_telling
from kronik.languages.pack import LanguagePack
from kronik.languages.telling import TellingWords

PACKS: tuple[tuple[str, Callable[[], LanguagePack]], ...] = (("id", indonesian.load),)
"""Code of each language that has a pack, and the function that loads it. A new language is a line here."""

FREQUENCIES: tuple[Callable[[], Frequencies], ...] = (indonesian_frequencies,)
"""What loads the word frequencies of each language that has some: grouping needs them and nothing else of a pack."""

TELLING: tuple[Callable[[], TellingWords], ...] = (indonesian_telling,)
"""What loads the words of each language that part two acts of one kind: events need them and nothing else of a pack."""


def load_frequencies() -> Frequencies:
    """Return the word frequencies of every language as one table. Costs file reads.

    Raises:
        DataError: a file is damaged.
    """
    return together(load() for load in FREQUENCIES)


def load_telling_words() -> TellingWords:
    """Return the words of every language that part two acts of one kind. Costs file reads.

    Raises:
        DataError: a file is damaged.
    """
    return telling.together(load() for load in TELLING)


def load_packs() -> Mapping[str, LanguagePack]:
    """Return every pack by its code. Costs file reads: call it once and pass the result down.

    Raises:
        DataError: a data file of a pack is wrong.
    """
    return {code: load() for code, load in PACKS}
