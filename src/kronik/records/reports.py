"""Reports, as stored: one article's account of one political or security event, coded in PLOVER."""

from dataclasses import dataclass
from enum import StrEnum

from kronik.records.places import Where
from kronik.records.spans import Evidence


class Status(StrEnum):
    """How the page tells the event."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    ALLEGED = "alleged"
    NEGATED = "negated"


class Passage(StrEnum):
    """Where in the article it is told first."""

    LEAD = "lead"
    BODY = "body"
    BACKGROUND = "background"
    QUOTATION = "quotation"


class FigureKind(StrEnum):
    """What a figure counts."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    ARRESTED = "arrested"
    EVACUATED = "evacuated"
    DISPLACED = "displaced"
    PARTICIPANTS = "participants"
    MONEY = "money"


class Limit(StrEnum):
    """Which side of the value the truth may lie on."""

    ABOUT = "about"
    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that the page gives for an event.

    Attributes:
        evidence: the expression.
        kind: what is counted.
        value: the number; whole where the page's is.
        unit: ``person``, or an ISO 4217 code for money, or the page's noun.
        limit: which side the truth may lie on; None for a plain number.
        by: id of the actor who counts; None for the page.
        as_of: EDTF day of the count, where told.
        cumulative: a total over more than this event.
        victims: ``civilian``, ``police``, ``soldier`` or ``minor``, where told.
    """

    evidence: Evidence
    kind: FigureKind
    value: float
    unit: str
    limit: Limit | None = None
    by: str | None = None
    as_of: str | None = None
    cumulative: bool = False
    victims: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a report's score: what spoke for or against it, and how much."""

    name: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article's account of one event.

    Attributes:
        id: hash of page id, kind, slices and type.
        type, mode: PLOVER; mode None where the type has none or the page does not tell.
        actors, recipients: ids of actors of the article.
        triggers: the words that tell it, one for each telling, the clearest first.
        date: EDTF; None when the page does not place it.
        earliest, latest: ISO days that the date spans, both inclusive; None for an open end or no date.
        date_evidence: the expression that the date was read from.
        date_rule: how the date came to the event.
        place: the characters of the place; None when it is not told.
        where: what that place is.
        place_rule: how the place came to the event.
        status: how it is told.
        claimed_by, denied_by: ids of actors.
        figures: numbers of this event.
        passage: where it is told first.
        rule: entry of the lexicon and version of the model.
        score: between 0 and 1, rounded to 4 decimals.
        parts: what the score is made of.
        role_rules: (role, actor id, rule) for each role.
    """

    id: str
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    triggers: tuple[Evidence, ...]
    date: str | None = None
    earliest: str | None = None
    latest: str | None = None
    date_evidence: Evidence | None = None
    date_rule: str | None = None
    place: Evidence | None = None
    where: Where | None = None
    place_rule: str | None = None
    status: Status = Status.OCCURRED
    claimed_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    passage: Passage = Passage.BODY
    rule: str
    score: float = 1.0
    parts: tuple[Part, ...] = ()
    role_rules: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A candidate that became no report, and why not.

    Attributes:
        evidence: the word that could have told an event.
        type: PLOVER type it stood for.
        reason: id of the rule that dropped it.
        score: of the candidate, rounded to 4 decimals.
    """

    evidence: Evidence
    type: str
    reason: str
    score: float = 0.0
