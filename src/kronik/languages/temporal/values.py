"""Resolved values."""

from dataclasses import dataclass
from datetime import date

from kronik.records.times import Anchor, TimeMod


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value and how it came about.

    Attributes:
        value: EDTF.
        anchor, anchor_day, mod, conflict: as in `kronik.records.times.Time`.
    """

    value: str
    anchor: Anchor
    anchor_day: date | None = None
    mod: TimeMod | None = None
    conflict: bool = False
