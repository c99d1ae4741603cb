"""On whose word alone an event is told, and who denies it."""

from collections.abc import Iterable, Sequence

from kronik.records.plover import EventType
from kronik.records.reports import Status
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
    An actor who speaks of his own act of speech vouches for nothing but himself.
    """
    first = tellings[0]
    direct = _once(member for one in tellings for member in one.claimers)
    acts = EventType(first.type) in SPEECH_ACTS or first.mode == VERDICT
    actors = {role.member for role in first.actors}
    if mutual and first.status is Status.ONGOING:
        return ()
    if all(one.inside or one.claimers for one in tellings) and not all(one.presumed for one in tellings):
        voices = [(*one.claimers, *one.speakers) for one in tellings]
        shared = all(set(voice) & set(voices[0]) for voice in voices[1:])
        speakers = _once(member for voice in voices for member in voice) if shared else ()
    else:
        speakers = direct if len(tellings) == 1 else ()
    if acts and actors & set(speakers):
        return ()
    return speakers


def denied_by(tellings: Sequence[Draft]) -> tuple[int, ...]:
    """Return those who deny an event in one of its tellings."""
    return _once(member for one in tellings for member in one.deniers)


def _once(members: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(members))
