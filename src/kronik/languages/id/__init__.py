"""The Indonesian pack."""

from kronik.languages.id.cleaning import load_cleaning
from kronik.languages.id.glue import load_glue
from kronik.languages.id.stamps import load_stamps
from kronik.languages.id.times import load_times
from kronik.languages.pack import LanguagePack


def load() -> LanguagePack:
    """Return the Indonesian pack, its data files read and checked.

    Raises:
        DataError: a data file is wrong.
    """
    return LanguagePack(code="id", stamps=load_stamps(), cleaning=load_cleaning(), times=load_times(), glue=load_glue())
