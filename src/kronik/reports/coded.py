"""What the coder hands on."""

from dataclasses import dataclass

from kronik.figures.counted import Counted
from kronik.places.placed import PlacedName
from kronik.records.reports import Part, Passage, Status

Stretch = tuple[int, int]
"""Half-open code points of the view."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A member of the cast in a role, and the rule that put it there."""

    member: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A report with offsets of the view and roles as indices of the cast's members.

    Attributes:
        triggers: one stretch for each telling, the clearest first.
        date, date_at, date_rule: EDTF value, the expression in the view, and how it came to the event.
        place, place_rule: the place, and how it came to the event.
        counted: figures with the member who counts, or None.

    The other fields are those of `kronik.records.reports.Report`.
    """

    type: str
    mode: str | None
    actors: tuple[Role, ...]
    recipients: tuple[Role, ...]
    triggers: tuple[Stretch, ...]
    date: str | None = None
    date_at: Stretch | None = None
    date_rule: str | None = None
    place: PlacedName | None = None
    place_rule: str | None = None
    status: Status = Status.OCCURRED
    claimed_by: tuple[int, ...] = ()
    denied_by: tuple[int, ...] = ()
    counted: tuple[tuple[Counted, int | None], ...] = ()
    passage: Passage = Passage.BODY
    rule: str
    score: float = 1.0
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedCandidate:
    """A word of the view that could have told an event, and why it became no report."""

    trigger: Stretch
    type: str
    reason: str
    score: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """All that the coder says of one article: reports in order of first telling, and candidates that were dropped."""

    reports: tuple[Coded, ...]
    dropped: tuple[DroppedCandidate, ...]
