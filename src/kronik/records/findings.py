"""What the language stages find in the prose of one article."""

from dataclasses import dataclass

from kronik.records.actors import Actor
from kronik.records.places import Place
from kronik.records.reports import Dropped, Report
from kronik.records.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Places, actors, statements and reports of one article, each in order of place.

    Attributes:
        places: mentions of places.
        actors: persons, states and organisations that the prose names, and groups that speak or take part in a report.
        statements: who said what; speakers are ids of ``actors``.
        reports: who did what to whom; roles are ids of ``actors``.
        dropped: candidates that became no report.
    """

    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    reports: tuple[Report, ...] = ()
    dropped: tuple[Dropped, ...] = ()
