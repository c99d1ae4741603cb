"""The Indonesian pack."""

from kronik.languages.pack import LanguagePack


def load() -> LanguagePack:
    """Return the Indonesian pack, its data files read and checked.

    Raises:
        DataError: a data file is wrong.
    """
    return LanguagePack(code="id")
