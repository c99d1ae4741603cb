"""The only place that names the languages there are."""

from collections.abc import Callable, Mapping

from kronik.languages import id as indonesian
from kronik.languages.frequencies import Frequencies, together
from kronik.languages.id.frequencies import load_frequencies as indonesian_frequencies
from kronik.languages.pack import LanguagePack

PACKS: tuple[tuple[str, Callable[[], LanguagePack]], ...] = (("id", indonesian.load),)
"""Code of each language that has a pack, and the function that loads it. A new language is a line here."""

FREQUENCIES: tuple[Callable[[], Frequencies], ...] = (indonesian_frequencies,)
"""What loads the word frequencies of each language that has some: grouping needs them and nothing else of a pack."""


def load_frequencies() -> Frequencies:
    """Return the word frequencies of every language as one table. Costs file reads.

    Raises:
        DataError: a file is damaged.
    """
    return together(load() for load in FREQUENCIES)


def load_packs() -> Mapping[str, LanguagePack]:
    """Return every pack by its code. Costs file reads: call it once and pass the result down.

    Raises:
        DataError: a data file of a pack is wrong.
    """
    return {code: load() for code, load in PACKS}
