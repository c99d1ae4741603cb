"""What expressions mean before they are placed on the calendar."""

from dataclasses import dataclass
from enum import StrEnum

from kronik.records.times import TimeMod


class Unit(StrEnum):
    """Units of the calendar."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    SEMESTER = "semester"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Base(StrEnum):
    """What a shift counts from."""

    SPEECH = "speech"
    """The day of writing, or of speech: "yesterday"."""
    DISCOURSE = "discourse"
    """What the text before it is about: "the next day"."""


class Lean(StrEnum):
    """Which way an incomplete date points."""

    NONE = "none"
    PAST = "past"
    THIS = "this"
    FUTURE = "future"


class Side(StrEnum):
    """Where an open interval is closed."""

    SINCE = "since"
    UNTIL = "until"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """Base of the meanings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing(Meaning):
    """Not a time; it keeps other rules from reading one into these words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague(Meaning):
    """Points at the calendar without a value that the words give."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock(Meaning):
    """A time of day or a zone: part of an expression, never one of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Meaning):
    """A date of which parts may be missing.

    Attributes:
        year, month, day: as given.
        weekday: 0 is Monday.
        lean: "last", "next"; which way the missing part points.
        year_shift: the year counted from the one of the base ("of last year").
        month_shift: the month counted from the one of the base, with a day.
        week_shift: the week counted from the one of the base, with a weekday.
        upto: the running day or month counts as past ("since Wednesday", on a Wednesday).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    lean: Lean = Lean.NONE
    year_shift: int | None = None
    month_shift: int | None = None
    week_shift: int | None = None
    upto: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift(Meaning):
    """So many units from a base; the unit's whole period unless it is a day.

    Attributes:
        run: everything from the base to there ("in the coming two weeks").
    """

    unit: Unit
    count: int
    base: Base = Base.SPEECH
    run: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Months(Meaning):
    """A row of months within a year: a quarter, a semester, a season, "the first nine months".

    Attributes:
        first: 1 to 12.
        count: how many; may run into the next year.
        season: a season of nature, not a part of the calendar.
    """

    first: int
    count: int
    year: int | None = None
    year_shift: int | None = None
    lean: Lean = Lean.NONE
    season: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekend(Meaning):
    """Saturday and Sunday, so many weeks from this one; without a lean the last one that has begun."""

    lean: Lean
    weeks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Following(Meaning):
    """The weekday before or after the day that the text is on."""

    unit: Unit
    weekday: int | None
    lean: Lean


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOfMonth(Meaning):
    """The n-th seven days of a month."""

    number: int
    month: Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Years(Meaning):
    """A row of years: a decade (10) or a century (100), or a pair of years."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Feast(Meaning):
    """A holiday of the pack's table.

    Attributes:
        key: its key there.
        year: of the common era, or of the feast's own calendar when it is below 1600.
        days: so many days from its first day ("H-10"); None for the feast itself.
        season: the time around it is meant, which is placed by its year alone.
    """

    key: str
    year: int | None = None
    year_shift: int | None = None
    lean: Lean = Lean.NONE
    days: int | None = None
    season: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfRun(Meaning):
    """The n-th day of something that began on a day told before."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Range(Meaning):
    """From the first to the last."""

    first: Meaning
    last: Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Meaning):
    """Start, middle, end, before or after of a time."""

    mod: TimeMod
    inner: Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class About(Meaning):
    """Near a time."""

    inner: Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset(Meaning):
    """So many units before or after a day that the same words name ("two days after 13 June")."""

    unit: Unit
    count: int
    inner: Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEnd(Meaning):
    """From a time on, or up to it."""

    side: Side
    inner: Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Same(Meaning):
    """The time of this unit that the text before it is about ("on the same day")."""

    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class SameMonths(Meaning):
    """The month or months last told, in another year."""

    year: int | None = None
    year_shift: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One of several times in one expression, with its half-open code points."""

    start: int
    end: int
    meaning: Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Several(Meaning):
    """A list of times that share words ("17, 18 and 20 June")."""

    pieces: tuple[Piece, ...]
