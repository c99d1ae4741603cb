"""Whether two reports tell the same event: what ties them together, and whether it outweighs what speaks against it.

Only parties, days, places, triggers and the words around them are compared, so that the answer is one of the two
reports alone.
"""

from kronik.records.plover import EventType
from kronik.records.reports import Status
from kronik.stories.doubts import JOINT, MORE_THAN_ALL, SAYINGS, Doubts, are_apart, doubts_of
from kronik.stories.rules import Rule
from kronik.stories.tellings import Telling
from kronik.stories.ties import Tie, are_called_otherwise, one_day, one_scene, tie_of

NEVER = -1000.0
"""Score of two reports that contradict each other: no number of others that fit both brings them together."""
FIT = 1.0
"""Score of a link between two reports, its doubts not yet taken off nor what they have in common added."""
ASKINGS = frozenset({EventType.REQUEST, EventType.REJECT, EventType.THREATEN})
"""Types of which the mode says what is asked, refused or threatened."""


def compared(one: Telling, other: Telling, rule: Rule) -> float:
    """Return how firmly two reports are linked: more than 0 for those that tell the same event.

    `NEVER` for those that cannot tell the same, 0 where nothing says. The order of the two is all one. Of two links,
    the one with more words in common around the clearest triggers, and with these alike, is the firmer one.
    """
    if are_apart(one, other):
        return NEVER
    tie = tie_of(one, other)
    doubts = doubts_of(one, other, tie, rule)
    if doubts.worst == MORE_THAN_ALL:
        return NEVER
    if one.story != other.story and one.source != other.source:
        pair = bool(one.agents & other.agents) and bool(one.targets & other.targets)
        return FIT if pair and not doubts.worst and one_day(one, other) and not rule.same_story else 0.0
    if _fits(one, other, tie, doubts, rule):
        return FIT + tie.near + tie.one - doubts.worst
    return NEVER if _held_apart(one, other, tie, doubts, rule) else 0.0


def _fits(one: Telling, other: Telling, tie: Tie, doubts: Doubts, rule: Rule) -> bool:
    """Say whether two reports of a story tell the same event."""
    if one.page == other.page:
        return _told_twice(one, other, tie, doubts, rule)
    if not tie.clear and not _held_by_more(one, other, tie, rule):
        return False
    if doubts.worst:
        return _outweighs(tie, doubts, rule)
    return _one_act(one, other, tie, rule) or _tied(one, other, tie, rule)


def _held_by_more(one: Telling, other: Telling, tie: Tie, rule: Rule) -> bool:
    """Say whether two reports have more in common than any trigger, where the clearest ones are no forms of one."""
    if one.report.type not in SAYINGS and (one_scene(one, other) or (tie.done and one_day(one, other))):
        return True
    return tie.near >= (rule.repeated if tie.agents and tie.targets else rule.wording)


def _held_apart(one: Telling, other: Telling, tie: Tie, doubts: Doubts, rule: Rule) -> bool:
    """Say whether no third report may bring together two that do not fit.

    Whoever wrote one article knew what it tells twice: its reports stay apart, but for those told in one breath, of
    which another article may tell both.
    """
    if one.page == other.page:
        return tie.near < rule.breath or are_called_otherwise(one.recipients, other.recipients)
    return doubts.worst >= rule.sure


def _told_twice(one: Telling, other: Telling, tie: Tie, doubts: Doubts, rule: Rule) -> bool:
    """Say whether one article tells the same in two reports.

    Nearly the same words and somebody in common do, or that the same is done to the same one, with one trigger, by
    nobody else and without a doubt.
    """
    if doubts.worst >= rule.sure:
        return False
    somebody = ((tie.agents or tie.targets) and not tie.states) or tie.called
    alike = tie.near >= rule.within and one.report.status is other.report.status
    if somebody and alike and (tie.trigger or one.report.type not in SAYINGS):
        return True
    alone = tie.agents or not one.agents or not other.agents
    return tie.trigger and not doubts.worst and tie.done and tie.mode and alone


def _outweighs(tie: Tie, doubts: Doubts, rule: Rule) -> bool:
    """Say whether trigger and wording of two articles outweigh the doubts.

    Where only who did it is told otherwise, less of the words do: one article names the holder of an office, another
    the office, or a body that took part.
    """
    if not tie.trigger:
        return False
    somebody = (tie.agents or tie.targets) and not tie.states
    if (tie.wording if somebody else tie.near) >= doubts.worst:
        return True
    if not doubts.of_roles:
        return False
    if tie.mode and tie.wording >= rule.doubt:
        return True
    return tie.near >= (rule.wording if doubts.roles >= rule.sure else rule.faint)


def _one_act(one: Telling, other: Telling, tie: Tie, rule: Rule) -> bool:
    """Say whether two articles of a story tell one act by its trigger and the words around it, whoever did it."""
    if not tie.trigger:
        asked = tie.mode and one.report.type in ASKINGS
        return asked and tie.agents and not tie.states and tie.near >= rule.faint
    said = one.report.type in SAYINGS
    if tie.called and (tie.near if said else tie.wording) >= rule.faint:
        return True
    if tie.mode:
        return tie.near >= rule.repeated or tie.wording >= rule.doubt
    if said:
        return not one.actors and not other.actors and tie.near >= rule.faint
    alike = one.report.mode == other.report.mode and tie.wording >= rule.sure
    return alike or tie.near >= rule.faint


def _tied(one: Telling, other: Telling, tie: Tie, rule: Rule) -> bool:
    """Say whether a party, the scene or the trigger ties two articles of a story.

    Who acts, does and says much in a story, and so is much done to a state: there the day, the trigger or the words
    must agree too, unless it goes on.
    """
    said = one.report.type in SAYINGS
    if tie.agents and tie.targets:
        asked = tie.mode and one.report.type in ASKINGS
        return not said or tie.trigger or asked or tie.wording >= rule.sure
    if tie.done:
        least = rule.repeated if tie.mode else rule.faint
        return not said or tie.wording >= (least if tie.trigger else rule.wording)
    if tie.agents or tie.targets:
        goes_on = one.report.status is Status.ONGOING and one.report.type not in JOINT
        return goes_on or _by_one_party(one, other, tie, rule)
    if (tie.trigger or not said) and one_scene(one, other):
        return True
    return tie.trigger and tie.near >= rule.doubt


def _by_one_party(one: Telling, other: Telling, tie: Tie, rule: Rule) -> bool:
    """Say whether one party in common, who acts or is acted on, ties two articles of a story.

    Where it is done to unnamed ones who are called otherwise, only the words around the clearest triggers count.
    """
    if tie.states:
        return tie.trigger and (tie.wording >= rule.sure or one_day(one, other))
    said = one.report.type in SAYINGS
    if said and not tie.trigger:
        return tie.near >= rule.sure
    others = one.recipients and other.recipients and not tie.targets and not tie.called
    if (tie.wording if tie.trigger and not others else tie.near) >= rule.wording:
        return True
    if one_day(one, other):
        return True
    return tie.trigger and tie.wording >= rule.faint and (tie.called or not said)
