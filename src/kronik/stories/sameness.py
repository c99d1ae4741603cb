"""Whether two reports tell the same event: what contradicts, what raises doubt, and what ties them together.

Only parties, days, places, triggers and the words around them are compared, so that the answer is one of the two
reports alone. Each field says how alike the wording must be for the two to be one in spite of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kronik.records.actors import ActorKind
from kronik.records.plover import EventType
from kronik.records.reports import Status
from kronik.stories.tellings import Party, Telling

NEVER = -1000.0
"""Score of two reports that contradict each other: no number of others that fit both brings them together."""
FIT = 1.0
"""Score of two reports that are linked; those that neither fit nor contradict each other have 0."""
HAPPENED = frozenset({Status.OCCURRED, Status.ALLEGED, Status.NEGATED})
"""Statuses under which the same event may be told: one source says it, another denies it."""
PLANNED = frozenset({Status.FUTURE, Status.HYPOTHETICAL})
"""Statuses of what has not happened."""
SAYINGS = frozenset(
    {
        *(EventType.AGREE, EventType.SUPPORT, EventType.REQUEST),
        *(EventType.ACCUSE, EventType.REJECT, EventType.THREATEN),
    }
)
"""Types of what is mostly done by words: one party does it several times in a story, to the same one too."""
ASKINGS = frozenset({EventType.REQUEST, EventType.REJECT, EventType.THREATEN})
"""Types of which the mode says what is asked, refused or threatened."""
ROOT = 5
"""Letters in a row that two words have in common from which they may be forms of one word."""
NOTHING = 0.0
"""Wording that is asked of reports whose field agrees."""
MORE_THAN_ALL = 2.0
"""Wording that is asked of reports whose field contradicts: none has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When two reports tell the same event.

    The shares of wording are those of the smaller set of words around a trigger that the other one holds. They were
    chosen on 56 stories of the shared news, read report by report; the audit tells how it does on them and on others.

    Attributes:
        name: with its version; exports give it.
        span_days: longest period that counts as a day of the event.
        undated_days: days between the publications of two reports of which one has no day, and between the publication
            of that one and the day of the other: what is told without a day is of these days.
        wording: share from which two reports tell the same that have a party in common, or a trigger and unnamed
            parties who are called alike.
        faint: the same where both a party and a trigger are common.
        doubt: the same where the trigger is common, but no party, or where a field raises doubt.
        sure: share from which it makes up for actors that differ, and from which a state in common ties two reports.
        within: share from which two reports of one article do, that were told apart there.
        same_story: only reports of one story or of one text are merged; if not, also those of any two articles that
            name actor and recipient alike on one day.
    """

    name: str = "same-event/3"
    span_days: int = 3
    undated_days: int = 3
    wording: float = 0.33
    faint: float = 0.25
    doubt: float = 0.4
    sure: float = 0.5
    within: float = 0.8
    same_story: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tie:
    """Parties that two reports have in common.

    Attributes:
        agents, targets: whether actors, recipients are common.
        done: a recipient in common is no state: what is done to one person or body is rarely done twice in a story.
        states: all that is common are states, to whom and by whom much is done.
        turned: who acts in the one is acted on in the other, and is no state: one of the two was read the wrong way.
        called: unnamed parties of one role are called alike.
        trigger: a trigger of the one is a form of a trigger of the other.
    """

    agents: bool
    targets: bool
    done: bool
    states: bool
    turned: bool
    called: bool
    trigger: bool


def compared(one: Telling, other: Telling, rule: Rule) -> float:
    """Return `FIT` for reports that tell the same event, `NEVER` for those that cannot, 0 where nothing says."""
    if _kinds(one, other) == MORE_THAN_ALL or not _days_fit(one, other, rule):
        return NEVER
    near = one.story == other.story or one.source == other.source
    tie = _tie(one, other)
    asked = max(_statuses(one, other, tie, rule), _places(one, other, tie, rule), _roles(one, other, tie, rule))
    if asked == MORE_THAN_ALL:
        return NEVER
    if not near:
        pair = bool(one.agents & other.agents) and bool(one.targets & other.targets)
        return FIT if pair and not asked and _one_day(one, other) and not rule.same_story else 0.0
    if one.page == other.page:
        twice = asked < rule.sure and _told_twice(one, other, tie, rule)
        return FIT if twice else (NEVER if asked >= rule.sure else 0.0)
    if asked:
        somebody = (tie.agents or tie.targets) and not tie.states
        wording = _alike(one.words, other.words) if somebody else _alike(one.words[:1], other.words[:1])
        enough = tie.trigger and wording >= asked
        return FIT if enough else (NEVER if asked >= rule.sure else 0.0)
    return FIT if _tied(one, other, tie, rule) else 0.0


def _tied(one: Telling, other: Telling, tie: _Tie, rule: Rule) -> bool:
    """Say whether something ties two reports of a story in which nothing contradicts or raises doubt.

    Who acts, does and says much in a story, and so is much done to a state: there the day, the trigger or the words
    must agree too, unless it goes on.
    """
    said = one.report.type in SAYINGS
    wording = _alike(one.words, other.words)
    faintly = tie.trigger and wording >= rule.faint
    known = _one_mode(one, other)
    if tie.agents and tie.targets:
        return not said or tie.trigger or (known and one.report.type in ASKINGS) or wording >= rule.sure
    if tie.done:
        return not said or faintly or (known and tie.trigger) or wording >= rule.wording
    if tie.agents or tie.targets:
        return (
            wording >= (rule.sure if tie.states else rule.wording)
            or one.report.status is Status.ONGOING
            or ((tie.trigger or not said) and _one_day(one, other))
            or (faintly and not tie.states and (tie.called or not said))
        )
    if (tie.trigger or not said) and _scene(one, other):
        return True
    if tie.called:
        return tie.trigger and wording >= rule.wording
    return tie.trigger and _alike(one.words[:1], other.words[:1]) >= rule.doubt


def _told_twice(one: Telling, other: Telling, tie: _Tie, rule: Rule) -> bool:
    """Say whether one article tells the same in two reports.

    Nearly the same words and somebody in common do, or that the same is done to the same one, with one trigger and by
    nobody else.
    """
    if not tie.trigger:
        return False
    known = _one_mode(one, other)
    somebody = ((tie.agents or tie.targets) and not tie.states) or tie.called
    alone = tie.agents or not one.agents or not other.agents
    return (tie.done and known and alone) or (somebody and _alike(one.words[:1], other.words[:1]) >= rule.within)


def _kinds(one: Telling, other: Telling) -> float:
    """Return what wording type and mode ask for."""
    a, b = one.report, other.report
    return MORE_THAN_ALL if a.type != b.type or (a.mode and b.mode and a.mode != b.mode) else NOTHING


def _statuses(one: Telling, other: Telling, tie: _Tie, rule: Rule) -> float:
    """Return what wording the statuses ask for.

    A war that goes on is not one of its attacks. What is promised will be done: both are told of one promise.
    """
    a, b = one.report, other.report
    doubt = rule.faint if tie.done else rule.doubt
    if a.status == b.status:
        return NOTHING if a.status is not Status.ONGOING or a.mode == b.mode else MORE_THAN_ALL
    both = {a.status, b.status}
    if both <= HAPPENED or both <= PLANNED:
        return NOTHING
    if Status.HYPOTHETICAL in both or (a.type == EventType.AGREE and Status.FUTURE in both):
        return doubt
    if Status.ONGOING in both and Status.FUTURE not in both:
        war = a.type == EventType.ASSAULT and not _one_mode(one, other)
        return MORE_THAN_ALL if war else doubt
    return MORE_THAN_ALL


def _places(one: Telling, other: Telling, tie: _Tie, rule: Rule) -> float:
    """Return what wording the places ask for: none where one is inside the other or not told.

    Names of villages and streets are told and read in many ways; those of regencies, provinces and countries are not.
    """
    a, b = one.report.where, other.report.where
    if a is None or b is None:
        return NOTHING
    levels = ((a.country, b.country), (a.province, b.province), (a.regency, b.regency))
    if any(mine and theirs and mine != theirs for mine, theirs in levels):
        return MORE_THAN_ALL
    if not a.locality or not b.locality or a.locality == b.locality:
        return NOTHING
    if one.page == other.page or (a.country, a.province, a.regency) != (b.country, b.province, b.regency):
        return MORE_THAN_ALL
    return rule.faint if tie.done else rule.doubt


def _roles(one: Telling, other: Telling, tie: _Tie, rule: Rule) -> float:
    """Return what wording the parties ask for.

    Recipients of one kind who are named on both sides must have one in common. Who did it may be named otherwise: a
    person for a body, or where the same was done to the same one, a court and its judge.
    """
    doubts = [NOTHING]
    if not tie.targets and one.targets and other.targets:
        apart = tie.agents and not _kinds_fit(one.recipients, other.recipients)
        doubts.append(rule.sure if apart else MORE_THAN_ALL)
    if not tie.agents and one.agents and other.agents:
        known = _one_mode(one, other)
        day = _one_day(one, other)
        if not tie.done or not ((known and (tie.trigger or day)) or (tie.trigger and day)):
            apart = tie.turned or not _kinds_fit(one.actors, other.actors)
            doubts.append(rule.doubt if apart else rule.sure)
    return max(doubts)


def _one_mode(one: Telling, other: Telling) -> bool:
    """Say whether both reports tell the mode, and the same one."""
    return one.report.mode is not None and one.report.mode == other.report.mode


def _kinds_fit(ours: Sequence[Party], theirs: Sequence[Party]) -> bool:
    """Say whether two of the parties that are known by name are of one kind."""
    return not _kinds_of(ours).isdisjoint(_kinds_of(theirs))


def _kinds_of(parties: Sequence[Party]) -> set[ActorKind]:
    return {party.kind for party in parties if party.identity}


def _tie(one: Telling, other: Telling) -> _Tie:
    agents = _shared(one.actors, other.actors)
    targets = _shared(one.recipients, other.recipients)
    turned = [*_shared(one.actors, other.recipients), *_shared(one.recipients, other.actors)]
    roles = ((one.actors, other.actors), (one.recipients, other.recipients))
    return _Tie(
        agents=bool(agents),
        targets=bool(targets),
        done=not all(targets),
        states=all((*agents, *targets)),
        turned=not all(turned),
        called=any(mine.is_called_like(party) for ours, theirs in roles for mine in ours for party in theirs),
        trigger=any(_one_word(mine, theirs) for mine in one.triggers for theirs in other.triggers),
    )


def _shared(ours: Sequence[Party], theirs: Sequence[Party]) -> list[bool]:
    """Return, for each pair of parties who are one, whether a state is among them."""
    return [
        ActorKind.STATE in (mine.kind, party.kind) for mine in ours for party in theirs if mine.may_be_one_with(party)
    ]


def _one_word(one: str, other: str) -> bool:
    """Say whether two words may be forms of one."""
    return one == other or any(one[at : at + ROOT] in other for at in range(len(one) - ROOT + 1))


def _alike(ours: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]) -> float:
    """Return the greatest share of the smaller set of words in the other, over all pairs of sets."""
    shares = (len(a & b) / min(len(a), len(b)) for a in ours for b in theirs if a and b)
    return max(shares, default=0.0)


def _days_fit(one: Telling, other: Telling, rule: Rule) -> bool:
    a, b = _span(one), _span(other)
    if a is None or b is None:
        if one.published is None or other.published is None:
            return False
        days = date.fromisoformat(one.published), date.fromisoformat(other.published)
        if abs((days[0] - days[1]).days) > rule.undated_days:
            return False
        return all(
            told is None or (told[1] - told[0]).days > rule.span_days or (day - told[1]).days <= rule.undated_days
            for told, day in ((a, days[1]), (b, days[0]))
        )
    if max((a[1] - a[0]).days, (b[1] - b[0]).days) > rule.span_days:
        return a == b
    return a[0] <= b[1] and b[0] <= a[1]


def _span(one: Telling) -> tuple[date, date] | None:
    if one.report.earliest is None or one.report.latest is None:
        return None
    return date.fromisoformat(one.report.earliest), date.fromisoformat(one.report.latest)


def _one_day(one: Telling, other: Telling) -> bool:
    a, b = _span(one), _span(other)
    return a is not None and a == b and a[0] == a[1]


def _scene(one: Telling, other: Telling) -> bool:
    """Say whether both name the same regency, district or city, and the same day."""
    a, b = one.report.where, other.report.where
    if a is None or b is None or not _one_day(one, other):
        return False
    return bool((a.regency and a.regency == b.regency) or (a.locality and a.locality == b.locality))
