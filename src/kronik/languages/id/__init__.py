"""The Indonesian pack."""

from kronik.languages.id.analyser import load_analyser
from kronik.languages.id.cleaning import load_cleaning
from kronik.languages.id.coding import load_coding
from kronik.languages.id.counting import load_counting
from kronik.languages.id.glue import load_glue
from kronik.languages.id.naming import load_naming
from kronik.languages.id.placing import load_placing
from kronik.languages.id.sentences import load_sentences
from kronik.languages.id.speech import load_speech
from kronik.languages.id.stamps import load_stamps
from kronik.languages.id.times import load_times
from kronik.languages.pack import LanguagePack


def load() -> LanguagePack:
    """Return the Indonesian pack, its data files read and checked.

    Raises:
        DataError: a data file is wrong.
    """
    return LanguagePack(
        code="id",
        stamps=load_stamps(),
        cleaning=load_cleaning(),
        times=load_times(),
        glue=load_glue(),
        speech=load_speech(),
        sentences=load_sentences(),
        naming=load_naming(),
        analyser=load_analyser(),
        coding=load_coding(),
        placing=load_placing(),
        counting=load_counting(),
    )
