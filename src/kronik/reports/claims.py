"""On whose word alone an event is told, and who denies it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kronik.records.plover import EventType
from kronik.records.reports import Status
from kronik.reports.coded import Coded
from kronik.reports.draft import Draft

SPEECH_ACTS = frozenset(
    {
        EventType.ACCUSE,
        EventType.AGREE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.SUPPORT,
        EventType.THREATEN,
        EventType.CONCEDE,
    }
)
"""Types that are done by speaking: whoever does so needs nobody's word."""


VERDICT = "convict"
"""Mode of an act of judges that is done by speaking too."""


def claimed_by(tellings: Sequence[Draft], *, mutual: bool) -> tuple[int, ...]:
    """Return the speakers on whose word alone the page tells an event; empty where it tells it itself.

    A telling outside statements, or one that takes the event for granted, is the page's own; a war told as such, too.
    What speakers tell who have nothing in common stands on no one's word alone.
    """
    first = tellings[0]
    direct = _once(member for one in tellings for member in one.claimers)
    if mutual and first.status is Status.ONGOING:
        return ()
    if all(one.inside or one.claimers for one in tellings) and not all(one.presumed for one in tellings):
        voices = [(*one.claimers, *one.speakers) for one in tellings]
        shared = all(set(voice) & set(voices[0]) for voice in voices[1:])
        return _once(member for voice in voices for member in voice) if shared else ()
    return direct if len(tellings) == 1 else ()


def unclaimed_if_own(report: Coded) -> Coded:
    """Return a report without claimants where an actor speaks of his own act of speech: he needs nobody's word.

    It asks for the roles that the report has in the end. A deed that its doer alone tells keeps him as claimant.
    """
    acts = EventType(report.type) in SPEECH_ACTS or report.mode == VERDICT
    own = {role.member for role in report.actors} & set(report.claimed_by)
    return replace(report, claimed_by=()) if acts and own else report


def denied_by(tellings: Sequence[Draft]) -> tuple[int, ...]:
    """Return those who deny an event in one of its tellings."""
    return _once(member for one in tellings for member in one.deniers)


def _once(members: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(members))
