"""What the text is about while it is read: the last day, month and year, and the day that speech or writing is on."""

from dataclasses import dataclass, field
from datetime import date

from kronik.languages.temporal import edtf
from kronik.records.times import Anchor


@dataclass(slots=True)
class Discourse:
    """State of one reading; a fresh one for every text.

    Attributes:
        day: the last day told.
        month: year and month of the last time told that is no coarser.
        year: year of the last time told that is no coarser.
        sentence: first day of the last time of this sentence that named its year.
        sentence_month: first day of the last month of this sentence that named its year.
        before: the same of the sentence before.
        run: the day since which something goes on.
        feast: first day of the last holiday.
        value: the last value told.
        cited: an outlet is quoted in this sentence; the next day told is the one on which it was.
        cited_day: the last such day; the text is on its week where it tells no other day.
    """

    day: date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None
    sentence: date | None = None
    sentence_month: date | None = None
    before: date | None = None
    run: date | None = None
    feast: date | None = None
    value: str | None = None
    cited: bool = False
    cited_day: date | None = None

    def take(self, value: str, anchor: Anchor) -> None:
        """Take note of a resolved value, unless it is the day on which an outlet was quoted."""
        if self.cited and edtf.is_day(value):
            self.cited, self.cited_day = False, edtf.valid_day(value)
        else:
            self.tell(value, anchor)

    def tell(self, value: str, anchor: Anchor) -> None:
        """Take note of a resolved value."""
        self.value = value
        first, last = edtf.ends(value)
        if last == edtf.OPEN and edtf.is_day(first):
            self.run = edtf.valid_day(first)
        start = edtf.start_day(value)
        if start is None or "X" in value:
            return
        point = first == last
        if point or last == edtf.OPEN:
            text = first.rstrip("~")
            self.year = start.year
            if len(text) > len("2025"):
                self.month = (start.year, start.month)
            if edtf.is_day(first):
                self.day = start
        else:
            self.year = start.year
        if anchor is Anchor.ABSOLUTE:
            self.sentence = start
            if point and len(text) == len("2025-06"):
                self.sentence_month = start

    def end_sentence(self) -> None:
        """Take note that a sentence ends: a year named in it holds no longer, but for the next one's months."""
        self.sentence, self.cited = None, False
        self.before, self.sentence_month = self.sentence_month, None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What an expression is resolved against.

    Attributes:
        speech: day of writing or of speech; None when the page does not give it.
        anchor: what ``speech`` comes from.
        discourse: what the text is about at this place.
        will: the clause speaks of what is to come.
    """

    speech: date | None
    anchor: Anchor
    discourse: Discourse = field(default_factory=Discourse)
    will: bool = False
