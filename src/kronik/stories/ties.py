"""What two reports have in common: parties, a mode, a day, a scene, a trigger, and the words around it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kronik.records.actors import ActorKind
from kronik.stories.tellings import Party, Telling

ROOT = 5
"""Letters in a row that two words have in common from which they may be forms of one word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What two reports have in common.

    Attributes:
        agents, targets: whether actors, recipients are common.
        done: a recipient in common is no state: what is done to one person or body is rarely done twice in a story.
        states: all that is common are states, to whom and by whom much is done.
        turned: who acts in the one is acted on in the other, and is no state: one of the two was read the wrong way.
        called: unnamed parties of one role are called alike, and those of the other role not otherwise.
        mode: both tell a mode, and the same one.
        trigger: a trigger of the one is a form of a trigger of the other.
        clear: the clearest trigger of each is a form of a trigger of the other.
        one: the clearest triggers are forms of one, or tell one step of a case.
        near: share of words in common around the clearest triggers.
        wording: the greatest share around any two triggers.
    """

    agents: bool
    targets: bool
    done: bool
    states: bool
    turned: bool
    called: bool
    mode: bool
    trigger: bool
    clear: bool
    one: bool
    near: float
    wording: float


def tie_of(one: Telling, other: Telling) -> Tie:
    """Return what two reports have in common; the order of the two is all one."""
    agents = _shared(one.actors, other.actors)
    targets = _shared(one.recipients, other.recipients)
    turned = [*_shared(one.actors, other.recipients), *_shared(one.recipients, other.actors)]
    step = not one.steps.isdisjoint(other.steps)
    roles = ((one.actors, other.actors), (one.recipients, other.recipients))
    return Tie(
        agents=bool(agents),
        targets=bool(targets),
        done=not all(targets),
        states=all((*agents, *targets)),
        turned=not all(turned),
        called=any(are_alike(*role) for role in roles) and not any(are_called_otherwise(*role) for role in roles),
        mode=one.report.mode is not None and one.report.mode == other.report.mode,
        trigger=step or _share_a_word(one.triggers, other.triggers),
        clear=step or (_share_a_word(one.clearest, other.triggers) and _share_a_word(one.triggers, other.clearest)),
        one=step or _share_a_word(one.clearest, other.clearest),
        near=_alike(one.words[:1], other.words[:1]),
        wording=_alike(one.words, other.words),
    )


def span(one: Telling) -> tuple[date, date] | None:
    """Return the first and the last day on which a report says it happened; None where it does not say."""
    if one.report.earliest is None or one.report.latest is None:
        return None
    return date.fromisoformat(one.report.earliest), date.fromisoformat(one.report.latest)


def one_day(one: Telling, other: Telling) -> bool:
    """Say whether both reports tell of the same single day."""
    a, b = span(one), span(other)
    return a is not None and a == b and a[0] == a[1]


def one_scene(one: Telling, other: Telling) -> bool:
    """Say whether both name the same regency, district or city, and the same day."""
    a, b = one.report.where, other.report.where
    if a is None or b is None or not one_day(one, other):
        return False
    return bool((a.regency and a.regency == b.regency) or (a.locality and a.locality == b.locality))


def are_alike(ours: Sequence[Party], theirs: Sequence[Party]) -> bool:
    """Say whether an unnamed party of each side is called like the other."""
    return any(mine.is_called_like(party) for mine in ours for party in theirs)


def are_called_otherwise(ours: Sequence[Party], theirs: Sequence[Party]) -> bool:
    """Say whether both sides are told of, unnamed, and none is called like another."""
    unnamed = ours and theirs and not any(party.identity for party in (*ours, *theirs))
    return bool(unnamed) and not are_alike(ours, theirs)


def kinds_fit(ours: Sequence[Party], theirs: Sequence[Party]) -> bool:
    """Say whether two of the parties that are known by name are of one kind."""
    return not _kinds_of(ours).isdisjoint(_kinds_of(theirs))


def _kinds_of(parties: Sequence[Party]) -> set[ActorKind]:
    return {party.kind for party in parties if party.identity}


def _shared(ours: Sequence[Party], theirs: Sequence[Party]) -> list[bool]:
    """Return, for each pair of parties who are one, whether a state is among them."""
    return [
        ActorKind.STATE in (mine.kind, party.kind) for mine in ours for party in theirs if mine.may_be_one_with(party)
    ]


def _share_a_word(ours: Iterable[str], theirs: Collection[str]) -> bool:
    return any(_one_word(mine, each) for mine in ours for each in theirs)


def _one_word(one: str, other: str) -> bool:
    """Say whether two words may be forms of one."""
    return one == other or any(one[at : at + ROOT] in other for at in range(len(one) - ROOT + 1))


def _alike(ours: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]) -> float:
    """Return the greatest share of the smaller set of words in the other, over all pairs of sets."""
    shares = (len(a & b) / min(len(a), len(b)) for a in ours for b in theirs if a and b)
    return max(shares, default=0.0)
