"""Statements, as stored: who said what."""

from dataclasses import dataclass
from enum import StrEnum

from kronik.records.spans import Evidence


class Speech(StrEnum):
    """How the words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A stretch of prose that the page attributes to a speaker.

    Attributes:
        id: hash of page id, kind and slices.
        speakers: ids of actors; several for a joint statement, empty for an unnamed source.
        speaker: the speaker as it stands by the statement; None when only implied.
        cue: the reporting word; None where there is none.
        content: without quotation marks; several where the attribution interrupts it.
        kind: direct, indirect or mixed.
        via: outlet or document that the page cites for it.
        denies: the statement says that its speaker denies the content.
        rule: id of the rule that found it.
        score: between 0 and 1, rounded to 4 decimals.
    """

    id: str
    speakers: tuple[str, ...]
    speaker: Evidence | None
    cue: Evidence | None
    content: tuple[Evidence, ...]
    kind: Speech
    via: Evidence | None = None
    denies: bool = False
    rule: str
    score: float = 1.0
