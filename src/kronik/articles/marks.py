"""Marks: what a rule says of a stretch of the page text, and the ledger that they make together."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kronik.records.articles import LedgerEntry, Reason, Verdict
from kronik.records.spans import Evidence, Slice

KEPT_RULE = "prose.kept"
"""Rule id of what no rule spoke against."""


class Mark(NamedTuple):
    """One rule's verdict on a stretch; ``reason`` None means that it is unsure."""

    start: int
    end: int
    reason: Reason | None
    rule: str
    evidence: tuple[Evidence, ...] = ()


def ledger_of(text: str, marks: Sequence[Mark]) -> tuple[LedgerEntry, ...]:
    """Return the account of every character of ``text``; where marks overlap the earlier one of the sequence rules.

    What no mark covers is prose; white space alone between two entries goes to the one before it.
    """
    edges = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    owner: list[Mark | None] = [None] * (len(edges) - 1)
    place = {edge: index for index, edge in enumerate(edges)}
    for mark in reversed(marks):
        for index in range(place[mark.start], place[mark.end]):
            owner[index] = mark
    stretches = zip(edges, edges[1:], owner, strict=False)
    return tuple(_entry(low, high, mark) for low, high, mark in _joined(text, stretches))


def _entry(low: int, high: int, mark: Mark | None) -> LedgerEntry:
    if mark is None:
        return LedgerEntry(span=Slice(low, high), verdict=Verdict.PROSE, rule=KEPT_RULE)
    return LedgerEntry(
        span=Slice(low, high),
        verdict=Verdict.UNSURE if mark.reason is None else Verdict.REMOVED,
        reason=mark.reason,
        rule=mark.rule,
        evidence=mark.evidence,
    )


def _joined(text: str, stretches: Iterable[tuple[int, int, Mark | None]]) -> list[tuple[int, int, Mark | None]]:
    """Join neighbours without a mark and give white space to the one before it (to the first one where none is)."""
    out: list[tuple[int, int, Mark | None]] = []
    for low, high, mark in stretches:
        last = out[-1] if out else None
        blank = text[low:high].isspace()
        if last is not None and (blank or last[2] is mark is None):
            out[-1] = (last[0], high, last[2])
        elif not blank:
            out.append((low if out else 0, high, mark))
    return out if out or not text else [(0, len(text), None)]
