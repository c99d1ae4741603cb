"""What the statement finder hands on."""

from msgspec import Struct

from kronik.records.statements import Speech

Stretch = tuple[int, int]
"""Half-open code points of the view."""


class Spoken(Struct, frozen=True, kw_only=True):
    """A statement with offsets of the view and speakers as indices of the cast's members.

    The other fields are those of `kronik.records.statements.Statement`.
    """

    speakers: tuple[int, ...]
    speaker: Stretch | None
    cue: Stretch | None
    content: tuple[Stretch, ...]
    kind: Speech
    via: Stretch | None = None
    denies: bool = False
    rule: str
    score: float = 1.0
