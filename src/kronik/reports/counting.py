"""Figures of events: each number of victims, people or money goes to the event that tells it, of a kind that fits."""

from collections.abc import Iterator, Sequence

from kronik.figures.counted import Counted
from kronik.records.plover import EventType
from kronik.records.reports import FigureKind
from kronik.reports.coded import Coded
from kronik.reports.draft import Draft
from kronik.reports.paths import path_between
from kronik.reports.reading import Reading

VICTIMS = frozenset({FigureKind.KILLED, FigureKind.INJURED, FigureKind.MISSING})
KINDS: dict[EventType, frozenset[FigureKind]] = {
    EventType.ASSAULT: VICTIMS | {FigureKind.DISPLACED},
    EventType.COERCE: frozenset({FigureKind.DISPLACED}),
    EventType.AID: frozenset({FigureKind.MONEY, FigureKind.EVACUATED}),
    EventType.AGREE: frozenset({FigureKind.EVACUATED, FigureKind.MONEY}),
    EventType.PROTEST: frozenset({FigureKind.PARTICIPANTS, FigureKind.INJURED, FigureKind.KILLED}),
    EventType.REQUEST: frozenset({FigureKind.MONEY}),
    EventType.SANCTION: frozenset({FigureKind.MONEY}),
    EventType.RETREAT: frozenset({FigureKind.MONEY}),
    EventType.CONSULT: frozenset({FigureKind.PARTICIPANTS}),
    EventType.MOBILIZE: frozenset({FigureKind.PARTICIPANTS}),
}
"""Kinds of figures that a type can have."""
BY_MODE: dict[tuple[EventType, str], frozenset[FigureKind]] = {
    (EventType.COERCE, "arrest"): frozenset({FigureKind.ARRESTED}),
    (EventType.COERCE, "seize"): frozenset({FigureKind.MONEY}),
}
"""Kinds of figures that a type has in one of its modes alone."""
ONE_SUM = frozenset({EventType.COERCE.value, EventType.AID.value, EventType.AGREE.value})
"""Types of which a sentence tells one sum of money: the nearest, rather behind the words that tell the event."""
MARGIN = 1
"""Steps of the tree by which one of two events of a sentence must be nearer to have a figure alone (gold train)."""
BEFORE = 2
"""How much farther a sum of money counts that stands before the words that tell the event."""

Told = tuple[tuple[Draft, ...], Coded]
"""A report with its tellings."""
Numbers = tuple[tuple[Counted, int | None], ...]
"""Figures, each with the member who counts, or None."""


def kinds_of(kind: str, mode: str | None) -> frozenset[FigureKind]:
    """Return the kinds of figures that a type and mode of event can have."""
    known = EventType(kind)
    return KINDS.get(known, frozenset()) | BY_MODE.get((known, mode or ""), frozenset())


def figures_of(reading: Reading, told: Sequence[Told]) -> tuple[Numbers, ...]:
    """Return the figures of each report of an article, each value once, in order of place; nobody counts but the page.

    A figure goes to the nearest event of its sentence that can have it, to several where none is nearer; victims of
    whom a sentence tells that tells no such event go to the only one of the sentence before.

    Args:
        reading: of the article.
        told: its reports, each with its tellings.
    """
    found: list[list[Counted]] = [[] for _ in told]
    for figure in reading.scene.counted:
        for event in _claims(reading, told, figure):
            if not any(_same(figure, one) for one in found[event]):
                found[event].append(figure)
    return tuple(_settled(reading, one, numbers) for one, numbers in zip(told, found, strict=True))


def _claims(reading: Reading, told: Sequence[Told], figure: Counted) -> list[int]:
    """Return the indices of the reports that a figure belongs to."""
    sentence = reading.prose.analysis.sentence_at(figure.start)
    if sentence is None:
        return []
    tree = reading.sentences[sentence]
    head = reading.token_at(sentence, figure.head_start)
    steps: dict[int, int] = {}
    for event, one in _tellings(told, figure.kind, sentence):
        away = len(path_between(tree, (one.candidate.head, one.candidate.predicate), head))
        steps[event] = min(away, steps.get(event, away))
    if steps:
        nearest = min(steps.values())
        return [event for event, away in steps.items() if away <= nearest + MARGIN]
    before = {event for event, _ in _tellings(told, figure.kind, sentence - 1)} if figure.kind in VICTIMS else set()
    return sorted(before) if len(before) == 1 else []


def _tellings(told: Sequence[Told], kind: FigureKind, sentence: int) -> Iterator[tuple[int, Draft]]:
    """Yield the tellings in a sentence of events that can have a kind of figure, with the index of the report."""
    for event, (tellings, report) in enumerate(told):
        if kind in kinds_of(report.type, report.mode):
            yield from ((event, one) for one in tellings if one.candidate.sentence == sentence)


def _same(one: Counted, other: Counted) -> bool:
    return (one.kind, one.value, one.unit) == (other.kind, other.value, other.unit)


def _settled(reading: Reading, one: Told, numbers: Sequence[Counted]) -> Numbers:
    """Return the figures of a report, of the sums of one sentence the nearest alone where its type has but one."""
    tellings, report = one
    best: dict[int | None, Counted] = {}
    if report.type in ONE_SUM:
        for figure in numbers:
            sentence = reading.prose.analysis.sentence_at(figure.start)
            near = [telling for telling in tellings if telling.candidate.sentence == sentence]
            rival = best.get(sentence)
            if figure.kind is FigureKind.MONEY and (rival is None or _gap(figure, near) < _gap(rival, near)):
                best[sentence] = figure
    kept = set(map(id, best.values()))
    return tuple(
        (figure, None)
        for figure in numbers
        if report.type not in ONE_SUM or figure.kind is not FigureKind.MONEY or id(figure) in kept
    )


def _gap(figure: Counted, tellings: Sequence[Draft]) -> int:
    """Return the characters between a figure and the nearest of some tellings of its sentence."""
    return min(max(figure.start - one.core[1], BEFORE * (one.core[0] - figure.end), 0) for one in tellings)
