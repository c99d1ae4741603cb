"""Who stands on a side of an event, told coarsely, and whether the event is a deed: what a judgement turns on."""

from collections.abc import Sequence

from kronik.actors.cast import Member
from kronik.records.actors import ActorKind
from kronik.reports.coded import Role

POWERS = frozenset({"GOV", "COP", "JUD", "MIL", "LEG", "REB", "SPY"})
"""Sectors whose members act in politics, law and war."""
TRADE = "BUS"
"""Sector of firms and those who speak for them."""
DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION", "MOBILIZE", "THREATEN"})
"""Types of deeds; the others are mostly words and courtesies, which are exchanged in all fields of life."""
CHARGES = frozenset({"allege", "investigate"})
"""Modes of ACCUSE that are deeds of the law."""
DEED, WORDS = "deed", "words"


def is_deed(kind: str, mode: str | None) -> bool:
    """Tell whether an event of a PLOVER type and mode is a deed, of force or of the law."""
    return kind in DEEDS or mode in CHARGES


def side_of(members: Sequence[Member], roles: Sequence[Role]) -> str:
    """Return who stands on a side: ``state``, ``official`` or ``firm`` where one of them is; else the first one's kind.

    ``none`` where nobody is told. `members` are those of the cast.
    """
    if not roles:
        return "none"
    found = [members[role.member] for role in roles]
    if any(one.kind is ActorKind.STATE for one in found):
        return ActorKind.STATE.value
    if any(one.sector in POWERS for one in found):
        return "official"
    if any(one.sector == TRADE for one in found):
        return "firm"
    return found[0].kind.value
