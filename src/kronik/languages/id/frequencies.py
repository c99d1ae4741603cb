"""How common Indonesian words are in news."""

from kronik.languages.frequencies import Frequencies, read_frequencies
from kronik.languages.id.packaged import text_of

NAME = "frequencies.tsv"


def load_frequencies() -> Frequencies:
    """Return the packaged frequencies. Costs a file read.

    Raises:
        DataError: the file is damaged.
    """
    return read_frequencies(NAME, text_of(NAME))
