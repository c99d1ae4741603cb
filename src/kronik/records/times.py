"""Expressions that point at the calendar."""

from dataclasses import dataclass
from enum import StrEnum

from kronik.records.identifiers import identify
from kronik.records.spans import Evidence


class TimeMod(StrEnum):
    """Part of the period that is meant, or its side."""

    START = "start"
    MID = "mid"
    END = "end"
    BEFORE = "before"
    AFTER = "after"


class Anchor(StrEnum):
    """What an expression was resolved against."""

    ABSOLUTE = "absolute"
    """The expression names its own year."""
    PUBLICATION = "publication"
    DISCOURSE = "discourse"
    """The day that the text around it is on."""
    EVENT = "event"
    """The event that it names."""
    NONE = "none"
    """Not resolved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """An expression that points at the calendar.

    Attributes:
        id: hash of page id, kind and slices.
        evidence: the expression, a clock time included.
        value: EDTF (``2025-06-13``, ``2025-06``, ``2025-06-09/2025-06-15``, ``202X``, ``2014/..``, ``2025~``);
            None when the expression has no value that the page supports.
        earliest, latest: ISO days that the value spans, both inclusive; None for an open end or no value.
        mod: part of the period; None for the whole.
        anchor: what it was resolved against.
        anchor_day: ISO day of the anchor, None for an absolute expression.
        rule: id of the grammar rule.
        conflict: the page contradicts itself here; ``value`` is the more plausible reading.
    """

    id: str
    evidence: Evidence
    value: str | None
    earliest: str | None = None
    latest: str | None = None
    mod: TimeMod | None = None
    anchor: Anchor = Anchor.NONE
    anchor_day: str | None = None
    rule: str
    conflict: bool = False


def time_id(page_id: str, evidence: Evidence, value: str | None) -> str:
    """Return the id of a time: hash(page id, kind, slices, value), since one expression may hold two times."""
    offsets = [offset for piece in evidence.slices for offset in (piece.start, piece.end)]
    return identify("time", page_id, evidence.part, value, *offsets)
