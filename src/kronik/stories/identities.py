"""Identities: actors of many articles that are taken for one, a pure function of the set of articles.

Actors of one entry of the knowledge files are one. Others are compared in pairs (`kronik.actors.identity`) wherever
they share a word of a name, or its beginning, and joined by average linkage, so that no chain of half-likenesses
brings two persons together. Actors without a name ("warga") are others in every article and stand in no identity.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kronik.actors.identity import PLACES, SAME, Profile, Score, of_family, pair_score, profile_of
from kronik.records.actors import ActorKind
from kronik.records.bundles import Bundle
from kronik.records.identifiers import identify
from kronik.stories.components import components
from kronik.stories.judgements import Judgement, Named, Verdict
from kronik.stories.linkage import joined

HEAD = 3
"""Letters at the beginning of a word that its other spellings have too."""
WIDEST = 1000
"""Most units that share the beginning of a word and are still compared for it."""
SAMPLE = 2
"""Actors of a unit, the first by id, that speak for it in a comparison."""
APART = -1000.0
"""Score of two units that a user says are two: no likeness of others brings them together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """An actor of one article.

    Attributes:
        id: the actor's.
        page: id of the page.
        name: fullest form in the page.
        profile: what speaks for who it is.
        protected: its name is masked.
    """

    id: str
    page: str
    name: str
    profile: Profile
    protected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Actors that are taken for one.

    Attributes:
        id: of its smallest actor.
        name: the name most often given in full; of equals the longest, then the first in order.
        kind: the most frequent.
        country, sector: the most frequent of those told; None when none is.
        known: id in the knowledge files; None when they do not hold it.
        names: all fullest forms and how many articles give each, most first.
        members: ids of the actors, ascending.
        pages: ids of their pages, ascending.
        judged: a user's judgement brought it about.
        protected: a page protects its bearer.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    known: str | None
    names: tuple[tuple[str, int], ...]
    members: tuple[str, ...]
    pages: tuple[str, ...]
    judged: bool
    protected: bool


def bearers_of(bundle: Bundle) -> Iterator[Bearer]:
    """Yield the named actors of an article."""
    actors = bundle.findings.actors if bundle.findings else ()
    for actor in actors:
        profile = profile_of(actor, bundle.page.text, actors)
        if profile.names or actor.known:
            yield Bearer(
                id=actor.id,
                page=bundle.page.id,
                name=actor.name,
                profile=profile,
                protected=actor.protection is not None,
            )


def named_of(bearers: Iterable[Bearer]) -> Named:
    """Return what judgements may name of these actors."""
    ordered = sorted(bearers, key=lambda one: one.id)
    names: dict[str, list[str]] = defaultdict(list)
    known: dict[str, list[str]] = defaultdict(list)
    for bearer in ordered:
        names[bearer.name.lower()].append(bearer.id)
        if bearer.profile.known is not None:
            known[bearer.profile.known].append(bearer.id)
    return Named(
        names={name: tuple(ids) for name, ids in names.items()},
        known={name: tuple(ids) for name, ids in known.items()},
        ids=tuple(bearer.id for bearer in ordered),
    )


def identities_of(bearers: Iterable[Bearer], judgements: Sequence[Judgement] = ()) -> tuple[Identity, ...]:
    """Return the identities of a set of actors, by id: the same in whatever order the actors come."""
    by_id = {bearer.id: bearer for bearer in sorted(bearers, key=lambda one: one.id)}
    named = named_of(by_id.values())
    units = _units(by_id, [one for one in judgements if one.verdict is Verdict.SAME], named)
    unit_of = {member: unit for unit, members in units.items() for member in members}
    apart = _apart([one for one in judgements if one.verdict is Verdict.APART], named, unit_of)
    scores = {
        pair: APART
        if pair in apart
        else unit_score(
            [by_id[name] for name in units[pair[0]][:SAMPLE]], [by_id[name] for name in units[pair[1]][:SAMPLE]]
        )
        for pair in _candidates(units, by_id)
    }
    judged = {
        member
        for one in judgements
        if one.verdict is Verdict.SAME
        for side in (one.one, one.other)
        for member in named.of(side)
    }
    groups: list[tuple[str, ...]] = []
    held: set[str] = set()
    for component in components(pair for pair, score in scores.items() if score >= SAME):
        held.update(component)
        inside = {pair: scores[pair] for pair in combinations(component, 2) if pair in scores}
        groups += joined(component, inside, SAME, 0.0)
    groups += [(unit,) for unit in units if unit not in held]
    return tuple(
        sorted(
            (_identity([by_id[name] for unit in group for name in units[unit]], judged) for group in groups),
            key=lambda one: one.id,
        )
    )


def unit_score(left: Sequence[Bearer], right: Sequence[Bearer]) -> float:
    """Return the mean score of the pairs of two groups of actors."""
    values = [pair_score(one.profile, other.profile).value for one in left for other in right]
    return round(sum(values) / len(values), PLACES)


def explained(identity: Identity, bearers: Mapping[str, Bearer]) -> Iterator[tuple[Bearer, Score | None]]:
    """Yield each actor of an identity with the score that it and the first one are one; None for the first."""
    first = bearers[identity.members[0]]
    for name in identity.members:
        yield bearers[name], None if name == first.id else pair_score(first.profile, bearers[name].profile)


def _units(by_id: Mapping[str, Bearer], same: Sequence[Judgement], named: Named) -> dict[str, tuple[str, ...]]:
    """Return actors that are one beyond doubt, by their smallest.

    They are of one entry of the knowledge files, alike in every trait, or one by a user's word.
    """
    alike: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for name, bearer in by_id.items():
        alike[_trait(bearer)].append(name)
    links = [(group[0], other) for group in alike.values() for other in group]
    for judgement in same:
        one, other = named.of(judgement.one), named.of(judgement.other)
        links += [(one[0], name) for name in (*one, *other) if one and other]
    return {group[0]: group for group in components(links)}


def _trait(bearer: Bearer) -> tuple[object, ...]:
    """Return what makes actors of two articles one without comparison: an entry, or a whole name, kind and office."""
    profile = bearer.profile
    if profile.known is not None and not of_family(profile.known):
        return ("known", profile.known)
    if profile.names and len(profile.names[0]) > 1 and profile.kind is ActorKind.PERSON:
        return ("name", profile.kind, profile.country, profile.sector, profile.names[0])
    return ("id", bearer.id)


def _apart(judgements: Sequence[Judgement], named: Named, unit_of: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    pairs = {
        (min(left, right), max(left, right))
        for one in judgements
        for left in {unit_of[name] for name in named.of(one.one)}
        for right in {unit_of[name] for name in named.of(one.other)}
        if left != right
    }
    return frozenset(pairs)


def _candidates(units: Mapping[str, tuple[str, ...]], by_id: Mapping[str, Bearer]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of units, smaller id first, that have names of which one may be a part or a spelling of another.

    Such names share the beginning of a word, and every word of the shorter begins like one of the longer.
    """
    holders: dict[str, set[str]] = defaultdict(set)
    heads: dict[str, tuple[frozenset[str], ...]] = {}
    for unit, members in units.items():
        keys = {key for name in members for key in by_id[name].profile.names}
        found = {frozenset(word[:HEAD] for word in key if len(word) > 1) for key in keys}
        heads[unit] = tuple(sorted(found, key=sorted))
        for head in frozenset().union(*found):
            holders[head].add(unit)
    seen: set[tuple[str, str]] = set()
    for _, sharing in sorted(holders.items()):
        if len(sharing) > WIDEST:
            continue
        for one, other in combinations(sorted(sharing), 2):
            if (one, other) not in seen and any(a <= b or b <= a for a in heads[one] for b in heads[other]):
                seen.add((one, other))
                yield one, other


def _identity(members: Sequence[Bearer], judged: set[str]) -> Identity:
    ordered = sorted(members, key=lambda one: one.id)
    names = Counter(one.name for one in ordered)
    full = sorted(names.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))
    return Identity(
        id=identify("identity", ordered[0].id),
        name=_shown(full),
        kind=ActorKind(_most([one.profile.kind for one in ordered]) or ordered[0].profile.kind),
        country=_most([one.profile.country for one in ordered if one.profile.country]),
        sector=_most([one.profile.sector for one in ordered if one.profile.sector]),
        known=_most([one.profile.known for one in ordered if one.profile.known]),
        names=tuple(full),
        members=tuple(one.id for one in ordered),
        pages=tuple(sorted({one.page for one in ordered})),
        judged=any(one.id in judged for one in ordered),
        protected=any(one.protected for one in ordered),
    )


def _shown(full: Sequence[tuple[str, int]]) -> str:
    """Return the name to show: the most frequent one of two words or more, else the most frequent."""
    return next((name for name, _ in full if " " in name), full[0][0])


def _most(values: Sequence[str]) -> str | None:
    """Return the most frequent value, of equals the first in order; None when there is none."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value), default=None)
