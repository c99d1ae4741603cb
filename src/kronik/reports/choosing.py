"""Who takes part in an event in the end: a learned choice among those whom the rules give and those near its words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kronik.languages.coding import Scorer
from kronik.records.actors import ActorKind
from kronik.reports.coded import Coded, Role
from kronik.reports.draft import Draft
from kronik.reports.reading import Reading
from kronik.reports.role_features import (
    ACTOR,
    NAMED,
    RECIPIENT,
    Asked,
    Parts,
    asked_of,
    candidates_for,
    opposite,
    role_features,
)
from kronik.reports.scoring import chance_of

MOST = 6
"""Members that a side takes in at most beside those whom the rules give; labelled events of gold train seldom have
more."""

Chances = Mapping[tuple[str, int], tuple[float, str]]
"""(side, member) -> how likely it is there, and the feature that speaks for it most (empty where it is unlikely)."""


def chosen(reading: Reading, parts: Parts, tellings: tuple[Draft, ...], report: Coded, chooser: Scorer) -> Coded:
    """Return a report with the roles that the weights choose; without weights as it is.

    Args:
        reading: of the article.
        parts: how the members take part by the rules in all its events.
        tellings: those of the report, the clearest first.
        report: with the roles of the rules.
        chooser: weights of features, and the chance from which a member takes part.
    """
    if not chooser.weights:
        return report
    asked = asked_of(reading, parts, tellings, report.actors, report.recipients)
    actors, recipients = decided(asked, chances_of(asked, chooser), chooser.threshold)
    return replace(report, actors=actors, recipients=recipients)


def chances_of(asked: Asked, chooser: Scorer) -> Chances:
    """Return how likely each member that could take part does so on each side."""
    found = {}
    for member in candidates_for(asked):
        for side, features in role_features(asked, member).items():
            chance = chance_of(features, chooser.weights)
            reason = _reason(features, chooser.weights) if chance >= chooser.threshold else ""
            found[side, member] = chance, reason.removeprefix(f"{side} ")
    return found


def _reason(features: Mapping[str, float], weights: Mapping[str, float]) -> str:
    """Return the feature that weighs most, the first by name among equals."""
    return min(features, key=lambda name: (-features[name] * weights.get(name, 0.0), name))


def decided(asked: Asked, chances: Chances, threshold: float) -> tuple[tuple[Role, ...], tuple[Role, ...]]:
    """Return actors and recipients: who is likely enough, on the likelier side alone, nobody beside who acts for him.

    An event of mutual doing gets recipients only where the rules see guests and hosts.
    """
    sides: dict[str, list[int]] = {ACTOR: [], RECIPIENT: []}
    for (side, member), (chance, _) in chances.items():
        if chance < threshold:
            continue
        if side == RECIPIENT and asked.mutual and not asked.recipients:
            continue
        rival = chances.get((opposite(side), member), (0.0, ""))[0]
        if rival > chance or (rival == chance and side == RECIPIENT):
            continue
        sides[side].append(member)
    return _side(asked, chances, ACTOR, sides[ACTOR]), _side(asked, chances, RECIPIENT, sides[RECIPIENT])


def _side(asked: Asked, chances: Chances, side: str, members: Sequence[int]) -> tuple[Role, ...]:
    by_rule = {role.member: role for role in asked.given(side)}
    likely = sorted(members, key=lambda one: (-chances[side, one][0], one))
    kept: list[int] = []
    added = 0
    for member in likely:
        if member not in by_rule:
            if added == MOST or _stood_for(asked, member, kept):
                continue
            added += 1
        kept.append(member)
    order = [*(one for one in by_rule if one in kept), *(one for one in kept if one not in by_rule)]
    return tuple(by_rule.get(one) or Role(member=one, rule=f"learned:{chances[side, one][1]}") for one in order)


def _stood_for(asked: Asked, member: int, others: Sequence[int]) -> bool:
    """Tell whether a state or body takes part through a person of it who is there already."""
    members = asked.reading.scene.cast.members
    own = members[member]
    return own.kind in NAMED and any(
        members[one].kind is ActorKind.PERSON and members[one].country == own.country is not None for one in others
    )
