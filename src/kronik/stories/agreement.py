"""Whether two reports of one event say the same in a field, may both be right, or contradict each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kronik.records.actors import ActorKind
from kronik.records.reports import Figure, FigureKind, Limit, Report, Status
from kronik.stories.fields import placed, told
from kronik.stories.tellings import Party, Telling

ABOUT = 0.1
"""Share of a number by which "about" may miss it. Own judgement; no set has been labelled for it."""

FEWEST_DIGITS = 2
"""Digits that a rounded sum has at least: 1 billion may be any sum. Own judgement, no set was labelled for it."""


class Relation(StrEnum):
    """How what two reports say stands to each other."""

    SAME = "same"
    COMPATIBLE = "compatible"
    """Not the same, but both may be right: one is finer, leaves somebody out, or names an unnamed group otherwise."""
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRule:
    """How one field is read from a report, and compared.

    Attributes:
        name: of the field.
        shown: its values in a report as they are shown; empty where the report is silent on it.
        relation: of two reports that both speak.
    """

    name: str
    shown: Callable[[Telling], tuple[str, ...]]
    relation: Callable[[Telling, Telling], Relation]


def field_rules(tellings: Sequence[Telling]) -> tuple[FieldRule, ...]:
    """Return the fields that may be asked of these reports, in the order who, when, where, how many, how, status."""
    kinds = sorted({figure.kind.value for one in tellings for figure in one.report.figures})
    return (
        _parties("actors", lambda one: one.actors),
        _parties("recipients", lambda one: one.recipients),
        FieldRule(name="date", shown=lambda one: _maybe(one.report.date), relation=_of(dates)),
        FieldRule(name="place", shown=lambda one: _maybe(placed(one.report)), relation=_of(places)),
        *(_figures(kind) for kind in kinds),
        FieldRule(name="mode", shown=lambda one: _maybe(one.report.mode), relation=_of(modes)),
        FieldRule(name="status", shown=lambda one: (one.report.status.value,), relation=_of(statuses)),
        _parties("claimed_by", lambda one: one.claimed_by),
        _parties("denied_by", lambda one: one.denied_by),
    )


def parties(one: Sequence[Party], other: Sequence[Party]) -> Relation:
    """Compare two lists of who takes part: a report that leaves somebody out denies nothing."""
    if {_key(party) for party in one} == {_key(party) for party in other}:
        return Relation.SAME
    mine = [party for party in one if party.identity]
    theirs = [party for party in other if party.identity]
    apart = mine and theirs and not any(_may_be_one(a, b) for a in mine for b in theirs)
    return Relation.CONTRADICTS if apart else Relation.COMPATIBLE


def dates(one: Report, other: Report) -> Relation:
    """Compare two dates by the days that they span."""
    if one.date == other.date:
        return Relation.SAME
    first, second = _span(one), _span(other)
    apart = first[1] < second[0] or second[1] < first[0]
    return Relation.CONTRADICTS if apart else Relation.COMPATIBLE


def places(one: Report, other: Report) -> Relation:
    """Compare two places, level by level; one that is told only roughly contradicts none inside it."""
    a, b = one.where, other.where
    if placed(one) == placed(other) or a is None or b is None:
        return Relation.SAME
    levels = ((a.country, b.country), (a.province, b.province), (a.regency, b.regency), (a.locality, b.locality))
    apart = any(mine and theirs and mine != theirs for mine, theirs in levels)
    return Relation.CONTRADICTS if apart else Relation.COMPATIBLE


def modes(one: Report, other: Report) -> Relation:
    """Compare two modes."""
    return Relation.SAME if one.mode == other.mode else Relation.CONTRADICTS


def statuses(one: Report, other: Report) -> Relation:
    """Compare two statuses: who alleges leaves open what another tells, who negates does not."""
    if one.status == other.status:
        return Relation.SAME
    return Relation.CONTRADICTS if Status.NEGATED in (one.status, other.status) else Relation.COMPATIBLE


def numbers(one: Sequence[Figure], other: Sequence[Figure]) -> Relation:
    """Compare two reports' numbers of one kind; those that count other things, or on another day, are compatible."""
    if {told(figure) for figure in one} == {told(figure) for figure in other}:
        return Relation.SAME
    for mine, theirs in ((one, other), (other, one)):
        for figure in mine:
            alike = [rival for rival in theirs if _counts_alike(figure, rival)]
            if alike and not any(_overlap(figure, rival) for rival in alike):
                return Relation.CONTRADICTS
    return Relation.COMPATIBLE


def _counts_alike(one: Figure, other: Figure) -> bool:
    """Say whether two numbers count the same thing over the same time."""
    if one.as_of and other.as_of and one.as_of != other.as_of:
        return False
    mine, theirs = (one.unit, one.victims, one.cumulative), (other.unit, other.victims, other.cumulative)
    return mine == theirs


def _overlap(one: Figure, other: Figure) -> bool:
    mine, theirs = _range(one), _range(other)
    return (mine[0] <= theirs[1] and theirs[0] <= mine[1]) or (one.kind is FigureKind.MONEY and _rounded(one, other))


def _rounded(one: Figure, other: Figure) -> bool:
    """Say whether one of two sums is the other told in fewer digits, rounded or cut: 11.8 and 11.88 trillion.

    People are counted, not rounded: 30 dead are not 27.
    """
    short, long = sorted((f"{one.value:.0f}", f"{other.value:.0f}"), key=lambda digits: len(digits.rstrip("0")))
    kept = len(short.rstrip("0"))
    if len(short) != len(long) or kept < FEWEST_DIGITS:
        return False
    unit = int("1" + "0" * (len(long) - kept))
    return abs(int(long) - int(short)) < unit


def _range(figure: Figure) -> tuple[float, float]:
    value = figure.value
    if figure.limit is Limit.MORE:
        return value, float("inf")
    if figure.limit is Limit.LESS:
        return float("-inf"), value
    slack = abs(value) * ABOUT if figure.limit is Limit.ABOUT else 0.0
    return value - slack, value + slack


def _span(report: Report) -> tuple[str, str]:
    return report.earliest or "", report.latest or "9999"


def _may_be_one(one: Party, other: Party) -> bool:
    """Say whether two named parties do not exclude each other.

    They have one identity, or a person's name and a part of it; or they are of different kinds: a judge and his court.
    """
    if one.identity == other.identity or one.kind is not other.kind:
        return True
    if one.kind is not ActorKind.PERSON:
        return False
    mine, theirs = set(one.name.casefold().split()), set(other.name.casefold().split())
    return mine <= theirs or theirs <= mine


def _key(party: Party) -> str:
    return party.identity or party.name.casefold()


def _maybe(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _of(compare: Callable[[Report, Report], Relation]) -> Callable[[Telling, Telling], Relation]:
    return lambda one, other: compare(one.report, other.report)


def _parties(name: str, role: Callable[[Telling], tuple[Party, ...]]) -> FieldRule:
    return FieldRule(
        name=name,
        shown=lambda one: tuple(sorted({party.name for party in role(one)})),
        relation=lambda one, other: parties(role(one), role(other)),
    )


def _figures(kind: str) -> FieldRule:
    def chosen(one: Telling) -> tuple[Figure, ...]:
        return tuple(figure for figure in one.report.figures if figure.kind.value == kind)

    return FieldRule(
        name=f"figure:{kind}",
        shown=lambda one: tuple(dict.fromkeys(told(figure) for figure in chosen(one))),
        relation=lambda one, other: numbers(chosen(one), chosen(other)),
    )
