"""What the rules of speech hand to one another: a unit to read, the reporting words in it, and drafts of statements."""

from enum import StrEnum

from msgspec import Struct

from kronik.languages.speech import ReportingWord, SpeechWords
from kronik.records.statements import Speech
from kronik.statements.spoken import Stretch
from kronik.statements.wording import Unit, Wording


class CueSort(StrEnum):
    """What sort of reporting expression."""

    VERB = "verb"
    ACCORDING = "according"
    RESTING = "resting"
    CITING = "citing"
    NOUN = "noun"


class Cue(Struct, frozen=True):
    """A reporting expression: half-open indices of its words, its entry, and whether the speaker's clitic hangs on."""

    first: int
    last: int
    sort: CueSort
    word: ReportingWord | None = None
    clitic: bool = False


class Side(StrEnum):
    """Where the speaker of a draft stands."""

    BEFORE = "before"
    AFTER = "after"
    IMPLIED = "implied"
    """The speaker of what was said before."""
    UNNAMED = "unnamed"


class Seat(Struct, frozen=True):
    """Where a speaker stands: the side, and the half-open indices of the words among which; empty for none."""

    side: Side
    region: tuple[int, int] = (0, 0)


class Draft(Struct, frozen=True, kw_only=True):
    """A statement whose speaker is not known yet.

    Attributes:
        unit: index of the unit that the attribution stands in.
        cue: the reporting expression; None for quotations without one.
        content: half-open code points without marks, in order.
        kind: direct, indirect or mixed.
        side: where the speaker stands.
        region: half-open indices of the words among which the speaker stands; empty when implied or unnamed.
        via: what is cited for it.
        rule: id of the rule.
        complement: index of the first word of the content behind an active word, else -1.
    """

    unit: int
    cue: Cue | None
    content: tuple[Stretch, ...]
    kind: Speech
    side: Side
    region: tuple[int, int] = (0, 0)
    via: Stretch | None = None
    rule: str
    complement: int = -1


class Scan(Struct, frozen=True):
    """A unit with all that is needed to read it."""

    words: Wording
    speech: SpeechWords
    unit: Unit
    number: int
    cues: tuple[Cue, ...] = ()

    def form(self, index: int) -> str:
        """Return the form at an index of the unit, and nothing outside the unit."""
        return self.words.forms[index] if self.unit.first <= index < self.unit.last else ""

    def stretch(self, first: int, last: int) -> Stretch | None:
        """Return the code points from a word to before another, marks at the borders left out; None when empty."""
        forms, words = self.words.forms, self.words
        while first < last and not forms[first][0].isalnum() and forms[first] not in "([@#":
            first += 1
        while last > first and not forms[last - 1][0].isalnum() and forms[last - 1] not in ")]%!?":
            last -= 1
        return (words.starts[first], words.ends[last - 1]) if first < last else None

    def cue_at(self, index: int) -> Cue | None:
        """Return the reporting expression that starts at a word."""
        return next((cue for cue in self.cues if cue.first == index), None)
