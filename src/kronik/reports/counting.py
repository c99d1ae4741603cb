"""Figures of an event: those counted in its sentence, or in the one behind it, of a kind that its type can have."""

from kronik.figures.counted import Counted
from kronik.records.plover import EventType
from kronik.records.reports import FigureKind
from kronik.reports.candidates import Candidate
from kronik.reports.reading import Reading

VICTIMS = frozenset({FigureKind.KILLED, FigureKind.INJURED, FigureKind.MISSING})
KINDS: dict[EventType, frozenset[FigureKind]] = {
    EventType.ASSAULT: VICTIMS | {FigureKind.DISPLACED},
    EventType.COERCE: frozenset({FigureKind.ARRESTED, FigureKind.DISPLACED, FigureKind.MONEY}),
    EventType.AID: frozenset({FigureKind.MONEY, FigureKind.EVACUATED}),
    EventType.AGREE: frozenset({FigureKind.EVACUATED, FigureKind.MONEY}),
    EventType.PROTEST: frozenset({FigureKind.PARTICIPANTS, FigureKind.INJURED, FigureKind.KILLED}),
    EventType.SANCTION: frozenset({FigureKind.MONEY}),
    EventType.RETREAT: frozenset({FigureKind.MONEY}),
    EventType.CONSULT: frozenset({FigureKind.PARTICIPANTS}),
    EventType.MOBILIZE: frozenset({FigureKind.PARTICIPANTS}),
}
"""Kinds of figures that a type can have."""


def figures_of(
    reading: Reading, candidate: Candidate, kind: EventType, mode: str | None
) -> tuple[tuple[Counted, int | None], ...]:
    """Return the figures of a candidate's sentence that fit its type; nobody counts but the page."""
    wanted = KINDS.get(kind, frozenset())
    if kind is EventType.COERCE:
        wanted = wanted - ({FigureKind.ARRESTED} if mode != "arrest" else {FigureKind.MONEY})
    tree = reading.sentences[candidate.sentence]
    return tuple((one, None) for one in reading.counted_in(tree.start, tree.end) if one.kind in wanted)
