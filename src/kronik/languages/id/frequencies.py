"""How common Indonesian words are in news."""

from importlib.resources import files

from kronik.languages.frequencies import Frequencies, read_frequencies

NAME = "frequencies.tsv"


def load_frequencies() -> Frequencies:
    """Return the packaged frequencies. Costs a file read.

    Raises:
        DataError: the file is damaged.
    """
    return read_frequencies(NAME, files("kronik.languages.id").joinpath("data", NAME).read_text("utf-8"))
