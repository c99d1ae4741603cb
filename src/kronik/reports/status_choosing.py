"""How an event is told in the end: a learned choice of its status by its words and by what the rules say."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kronik.languages.coding import Scorer
from kronik.records.plover import EventType
from kronik.records.reports import Status
from kronik.reports.candidates import Candidate
from kronik.reports.coded import Coded
from kronik.reports.dating import OPEN, fitted
from kronik.reports.draft import Draft
from kronik.reports.place_features import kind_of
from kronik.reports.reading import Reading
from kronik.reports.situating import chances

PLANNED = frozenset({EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID})
"""Types that are AGREE as long as they are yet to come."""
TOLD = tuple(one for one in Status if one is not Status.OCCURRED)
"""The statuses that a choice is among; none of them is what an event has that occurred."""
BESIDE = 3
"""Words before and behind the words of a telling that speak for a status."""
MODIFIERS = frozenset({"ADV", "AUX", "PART", "SCONJ", "DET", "ADP", "CCONJ"})
"""Word classes of those below a telling's words that speak for a status: the closed ones."""


def likely_status(reading: Reading, tellings: Sequence[Draft], report: Coded, teller: Scorer) -> Status:
    """Return the status that the weights choose for a report; without weights, or where none is likely, its own.

    Args:
        reading: of the article.
        tellings: those of the report, the clearest first.
        report: with the status and the day of the rules.
        teller: weights of features, and the chance from which a status takes the place of the one that the rules give.
    """
    if not teller.weights:
        return report.status
    best, chance = best_status(chances(status_rows(reading, tellings, report), teller.weights))
    planned = best is Status.FUTURE and EventType(report.type) in PLANNED
    return report.status if chance < teller.threshold or planned else best


def best_status(shares: Sequence[float]) -> tuple[Status, float]:
    """Return the likeliest status with its chance, from the chances of those of `TOLD`."""
    likely = dict(zip((Status.OCCURRED, *TOLD), (1.0 - math.fsum(shares), *shares), strict=True))
    best = max(Status, key=lambda one: likely[one])
    return best, likely[best]


def told_as(report: Coded, status: Status, *, mutual: bool) -> Coded:
    """Return a report with a status, its day in the form that this asks for; `mutual`: all sides act."""
    if status is report.status:
        return report
    return replace(report, status=status, date=None if report.date is None else fitted(report.date, status, mutual))


def status_rows(reading: Reading, tellings: Sequence[Draft], report: Coded) -> tuple[tuple[str, ...], ...]:
    """Return the names of the features that each status of `TOLD` has for an event."""
    kind, ruled = kind_of(tuple(tellings), report), report.status.value
    common = [
        f"rule={ruled}",
        f"rule={ruled}+{kind}",
        f"kind={kind}",
        f"type={report.type}",
        *dict.fromkeys(_told(reading, tellings, report)),
    ]
    return tuple(
        (
            "bias",
            one.value,
            "as-rule" if one is report.status else "not-as-rule",
            *(f"{name}>{one.value}" for name in common),
        )
        for one in TOLD
    )


def _told(reading: Reading, tellings: Sequence[Draft], report: Coded) -> Iterator[str]:
    """Yield how an event is told: by its frame, the cues of the rules, its day, and the words about each telling."""
    if tellings[0].candidate.form.frame.mutual:
        yield "mutual"
    if all(one.presumed for one in tellings):
        yield "presumed"
    yield f"cue={tellings[0].cue}"
    if report.date is not None:
        yield "dated"
        yield "open" if OPEN.match(report.date) else "closed"
    for one in tellings:
        yield f"telling={one.status.value}"
        yield f"telling={one.status.value}+{'presumed' if one.presumed else 'asserted'}"
        yield from _words(reading, one.candidate)


def _words(reading: Reading, candidate: Candidate) -> Iterator[str]:
    """Yield the closed words below a telling's words, and all words next to them."""
    tree, lower = reading.sentences[candidate.sentence], reading.lower[candidate.sentence]
    for at in dict.fromkeys((candidate.predicate, candidate.head)):
        yield from (f"below={lower[child]}" for child in tree.children[at] if tree.tokens[child].upos in MODIFIERS)
    before = range(max(0, candidate.first - BESIDE), candidate.first)
    behind = range(candidate.last + 1, min(len(lower), candidate.last + 1 + BESIDE))
    yield from (f"before={reading.plain_word(candidate.sentence, at)}" for at in before)
    yield from (f"behind={reading.plain_word(candidate.sentence, at)}" for at in behind)
