"""A candidate on its way to a report: what has been read of it so far."""

from dataclasses import dataclass

from kronik.places.placed import PlacedName
from kronik.records.reports import Status
from kronik.reports.candidates import Candidate
from kronik.reports.coded import Role, Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One telling of an event: a candidate with its roles, status, day, place and whose word it is.

    Attributes:
        start, end: half-open code points of the words that tell it, object and light verb included.
        core: half-open code points of the lexicon's own words.
        faint: whether only a faint sign gives it its status.
        speakers: speakers of the statement that it stands in.
        inside: whether it stands in the content of a statement.
        quoted: whether that content is quoted.
        presumed: whether its words take it for granted ("the attack" below another verb) and do not assert it.
    """

    candidate: Candidate
    type: str
    mode: str | None
    actors: tuple[Role, ...]
    recipients: tuple[Role, ...]
    start: int
    end: int
    core: Stretch
    status: Status
    cue: str | None
    faint: bool = False
    date: str | None = None
    date_at: Stretch | None = None
    date_rule: str | None = None
    place: PlacedName | None = None
    place_rule: str | None = None
    speakers: tuple[int, ...] = ()
    inside: bool = False
    quoted: bool = False
    presumed: bool = False
    claimers: tuple[int, ...] = ()
    deniers: tuple[int, ...] = ()

    @property
    def filled(self) -> int:
        """How many roles have a member."""
        return bool(self.actors) + bool(self.recipients)

    @property
    def prior(self) -> float:
        """How likely the words alone tell an event, by the lexicon."""
        return self.candidate.form.entry.weight

    @property
    def members(self) -> frozenset[int]:
        """All members in either role."""
        return frozenset(role.member for role in (*self.actors, *self.recipients))
