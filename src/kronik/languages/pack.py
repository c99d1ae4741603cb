"""What a language pack offers. Stages ask for a capability, never which language it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kronik.languages.analysis import Analyser, SentenceSplitter
from kronik.languages.cleaning import Cleaning
from kronik.languages.coding import Lexicon
from kronik.languages.counting import CountWords
from kronik.languages.glue import GlueFinder
from kronik.languages.naming import NamingWords
from kronik.languages.placing import PlaceWords
from kronik.languages.speech import SpeechWords
from kronik.records.times import Anchor, TimeMod


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTime:
    """A time expression in a view.

    Attributes:
        start, end: half-open code points of the view.
        value: EDTF, or None when it points at the calendar without a value.
        mod, anchor, anchor_day, rule, conflict: as in `kronik.records.times.Time`.
    """

    start: int
    end: int
    value: str | None
    mod: TimeMod | None = None
    anchor: Anchor = Anchor.NONE
    anchor_day: date | None = None
    rule: str
    conflict: bool = False


TimeFinder = Callable[[str, date | None], tuple[FoundTime, ...]]
"""(text of the prose view, publication day or None) -> expressions in order of place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A publication stamp as printed.

    Attributes:
        start, end: half-open code points of the string it was read from.
        day: the local calendar day.
        clock: ``HH:MM`` or ``HH:MM:SS``, None when not printed.
        offset: ``+07:00``; None when no zone is printed.
        conflict: weekday and date do not fit each other.
        rule: id of the form that matched.
    """

    start: int
    end: int
    day: date
    clock: str | None = None
    offset: str | None = None
    conflict: bool = False
    rule: str


StampReader = Callable[[str], Stamp | None]
"""A short string (a stamp column, a line under a headline) -> the stamp in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePack:
    """What one language offers; a capability that it lacks is None.

    Attributes:
        code: ISO 639-1.
        times: finds time expressions.
        stamps: reads publication stamps.
        cleaning: words and shapes that mark debris, bylines and datelines.
        glue: finds the places at which a space is missing.
        sentences: finds sentences without the model.
        naming: words by which persons and bodies are named and referred to.
        analyser: finds sentences, tokens, the tree and names; loading it reads the model's weights.
        coding: the event lexicon.
        counting: numbers, and words around them.
        placing: words around names of places.
        speech: the reporting words and those around them.
    """

    code: str
    times: TimeFinder | None = None
    stamps: StampReader | None = None
    cleaning: Cleaning | None = None
    glue: GlueFinder | None = None
    sentences: SentenceSplitter | None = None
    naming: NamingWords | None = None
    analyser: Analyser | None = None
    coding: Lexicon | None = None
    speech: SpeechWords | None = None
    placing: PlaceWords | None = None
    counting: CountWords | None = None
