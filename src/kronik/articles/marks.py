"""Marks: what a rule says of a stretch of the page text, and the ledger that they make together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kronik.records.articles import LedgerEntry, Reason, Verdict
from kronik.records.spans import Evidence, Slice

KEPT_RULE = "prose.kept"
"""Rule id of what no rule spoke against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
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
    return _joined(text, (_entry(low, high, mark) for low, high, mark in stretches))


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


def _joined(text: str, entries: Iterable[LedgerEntry]) -> tuple[LedgerEntry, ...]:
    """Join neighbours of one rule and give white space to the entry before it (to the first one where none is)."""
    out: list[LedgerEntry] = []
    blank_until = 0
    for entry in entries:
        if not len(entry.span):
            continue
        if text[entry.span.start : entry.span.end].isspace():
            if out:
                out[-1] = _extended(out[-1], entry.span.end)
            else:
                blank_until = entry.span.end
            continue
        if not out and blank_until:
            entry = replace(entry, span=Slice(0, entry.span.end))  # noqa: PLW2901 - the entry takes the blank before it
        if out and _alike(out[-1], entry):
            out[-1] = _extended(out[-1], entry.span.end)
        else:
            out.append(entry)
    if not out and blank_until:
        return (LedgerEntry(span=Slice(0, blank_until), verdict=Verdict.PROSE, rule=KEPT_RULE),)
    return tuple(out)


def _extended(entry: LedgerEntry, end: int) -> LedgerEntry:
    return replace(entry, span=Slice(entry.span.start, end))


def _alike(left: LedgerEntry, right: LedgerEntry) -> bool:
    return left.verdict is right.verdict is Verdict.PROSE and left.rule == right.rule
