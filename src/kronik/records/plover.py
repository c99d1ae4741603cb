"""Codes of PLOVER 0.8: types of events and their modes. What they mean stands in the ontology (``kronik.reports``)."""

from enum import StrEnum


class EventType(StrEnum):
    """The sixteen types, in the order of the standard's conflict scale."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


MODES = {
    EventType.CONSULT: ("visit", "third-party", "multilateral", "phone"),
    EventType.RETREAT: ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    EventType.REQUEST: ("assist", "change", "yield", "meet"),
    EventType.ACCUSE: ("disapprove", "investigate", "allege"),
    EventType.REJECT: ("assist", "change", "yield", "meet"),
    EventType.THREATEN: ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    EventType.PROTEST: ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    EventType.SANCTION: ("convict", "expel", "withdraw", "discontinue"),
    EventType.MOBILIZE: ("troops", "weapons", "police", "militia"),
    EventType.COERCE: (
        *("seize", "restrict", "censor", "curfew", "martial-law"),
        *("arrest", "deport", "withhold", "misinformation", "cyber"),
    ),
    EventType.ASSAULT: (
        *("abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms"),
        *("explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"),
    ),
}
"""Modes of each type that has any, 67 in all."""
