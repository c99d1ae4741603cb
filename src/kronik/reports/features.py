"""What speaks for and against a draft: named features for the scorer."""

from collections.abc import Iterator
from dataclasses import dataclass

from kronik.actors.cast import Member
from kronik.languages.analysis import ROOT
from kronik.records.actors import ActorKind
from kronik.reports.clause import base
from kronik.reports.coded import Role
from kronik.reports.draft import Draft
from kronik.reports.reading import Reading
from kronik.reports.sides import DEED, WORDS, is_deed, side_of
from kronik.reports.softness import odds, softness_of
from kronik.reports.tellings import UNREAL

LEAD = 3
EARLY = 8
"""Sentences of the opening, and of the first part, of an article."""
MANY = 3
"""Counts above this are as good as this."""
OFFICIAL = frozenset({"GOV", "COP", "JUD", "MIL", "LEG", "SPY", "REB", "PTY"})
"""Sectors of those whose acts are political or of security."""
COUNTS = (1, 2, 4, 7, 11)
"""Numbers of events that an article could report above which it holds many."""
DENSITIES = (0.3, 0.7, 1.2, 2.0, 3.0)
"""The same for each hundred words."""
SHORT = 50
"""Words that an article is taken to have at least, so that a few do not make it dense."""
ABOVE = 3
"""Words above an event's own in the tree at which another event's are looked for."""
OWN_CLAUSES = frozenset({"advcl", "conj", "parataxis"})
"""Relations of a clause that tells something beside the one above it, and not what is done there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is known of the whole article when one event is judged.

    Attributes:
        domains: fields of life that the article belongs to.
        events: the tellings of all its events, this one among them.
        softness: how likely the article tells no event, by its words.
    """

    domains: frozenset[str]
    events: tuple[tuple[Draft, ...], ...]
    softness: float


def surroundings_of(
    reading: Reading, events: tuple[tuple[Draft, ...], ...], domains: frozenset[str], softness: float | None = None
) -> Surroundings:
    """Return what is known of an article whose events are judged; `softness` stands in for that by its words."""
    if softness is None:
        softness = softness_of(reading.prose.text, reading.lexicon.topics) if events else 0.0
    return Surroundings(domains=domains, events=events, softness=softness)


def features_of(reading: Reading, tellings: tuple[Draft, ...], around: Surroundings) -> dict[str, float]:
    """Return the features of an event by name; those that do not hold are left out."""
    found: dict[str, float] = {"bias": 1.0}
    for name in _names(reading, tellings, around):
        found[name] = 1.0
    found.update(_softly(reading, tellings[0], around))
    found["prior"] = max(one.prior for one in tellings)
    return found


def _names(reading: Reading, tellings: tuple[Draft, ...], around: Surroundings) -> Iterator[str]:
    """Yield the names of features that hold; none speaks of single words, which few labels would decide."""
    draft = tellings[0]
    yield f"form={draft.candidate.form.kind.value}"
    yield f"status={draft.status.value}"
    yield from _roles(reading, draft)
    yield from _stance(draft)
    yield from _position(reading, draft)
    yield from _company(tellings, around)
    yield from _nesting(reading, draft, around)
    yield from _article(reading, around)
    yield from _sides(reading, draft)


def _softly(reading: Reading, draft: Draft, around: Surroundings) -> dict[str, float]:
    """Return what the article's softness says of an event of this type with these actors."""
    value = odds(around.softness)
    names = (
        "soft",
        f"soft+{DEED if is_deed(draft.type, draft.mode) else WORDS}",
        f"soft+type={draft.type}",
        f"soft+actor={side_of(reading.scene.cast.members, draft.actors)}",
    )
    return dict.fromkeys(names, value)


def _sides(reading: Reading, draft: Draft) -> Iterator[str]:
    """Yield the type, and who takes part on both sides: a state, an official, a firm, another one or nobody."""
    members = reading.scene.cast.members
    actor, recipient = side_of(members, draft.actors), side_of(members, draft.recipients)
    yield f"type={draft.type}"
    yield f"actor.side={actor}"
    yield f"recipient.side={recipient}"


def _article(reading: Reading, around: Surroundings) -> Iterator[str]:
    """Yield what the article is about: its fields of life, and whether no official takes part in any event of it."""
    members = reading.scene.cast.members
    for domain in sorted(around.domains):
        yield f"domain={domain}"
    if not any(_official(members[number]) for tellings in around.events for number in tellings[0].members):
        yield "no-official"
    count = len(around.events)
    share = 100.0 * count / max(SHORT, sum(map(len, reading.lower)))
    yield from (f"events>{least}" for least in COUNTS if count > least)
    yield from (f"dense>{least}" for least in DENSITIES if share > least)


def _official(member: Member) -> bool:
    return member.kind is ActorKind.STATE or member.sector in OFFICIAL


def _company(tellings: tuple[Draft, ...], around: Surroundings) -> Iterator[str]:
    """Yield how often the event is told, and how many others of its type stand beside it."""
    first = tellings[0]
    yield f"tellings={min(len(tellings), MANY)}"
    if any(one.candidate.sentence < LEAD for one in tellings):
        yield "told-in-lead"
    if all(one.inside for one in tellings):
        yield "only-inside"
    if all(one.presumed for one in tellings):
        yield "only-presumed"
    others = [one[0] for one in around.events if one[0].type == first.type and one is not tellings]
    yield f"others={min(len(others), MANY)}"
    fuller = [
        one for one in others if one.filled > first.filled or (one.filled == first.filled and one.start < first.start)
    ]
    if any(one.members & first.members for one in fuller):
        yield "rival=sharing"
    elif fuller:
        yield "rival=apart"
    if any(one.mode == first.mode for one in fuller):
        yield "rival+mode"
    near = [one for one in fuller if one.candidate.sentence == first.candidate.sentence]
    if near:
        yield "rival+sentence"


def _nesting(reading: Reading, draft: Draft, around: Surroundings) -> Iterator[str]:
    """Yield whether the words stand below those of another event ("demands an end of the attacks").

    What stands there in a clause of its own is told beside the other event ("met, with more talks planned on Friday").
    """
    sentence = draft.candidate.sentence
    heads: set[int] = set()
    for tellings in around.events:
        for one in tellings:
            if one.candidate.sentence == sentence and one.core != draft.core:
                heads.update((one.candidate.head, one.candidate.predicate))
    tokens = reading.sentences[sentence].tokens
    own = (draft.candidate.head, draft.candidate.predicate)
    at = draft.candidate.predicate
    for _ in range(ABOVE):
        at = tokens[at].head
        if at == ROOT:
            break
        if at in heads and at not in own:
            if base(tokens[draft.candidate.predicate].relation) in OWN_CLAUSES:
                yield "below-in-clause"
                return
            yield "below"
            yield f"below+status={draft.status.value}"
            return


def _roles(reading: Reading, draft: Draft) -> Iterator[str]:
    members = reading.scene.cast.members
    filled = ("A" if draft.actors else "-") + ("R" if draft.recipients else "-")
    yield f"filled={filled}"
    yield f"verbal+filled={'v' if draft.candidate.verbal else 'n'}/{filled}"
    for side, roles in (("actor", draft.actors), ("recipient", draft.recipients)):
        for role in roles[:1]:
            member = members[role.member]
            yield f"{side}.kind={member.kind.value}"
            yield f"{side}.rule={_plain(role)}"


def _plain(role: Role) -> str:
    """Return the way of a role without the word that marked it."""
    return role.rule.split("-", 1)[0] if role.rule.startswith("marked") else role.rule


def _stance(draft: Draft) -> Iterator[str]:
    if draft.inside:
        yield "inside=quoted" if draft.quoted else "inside=told"
        if draft.actors:
            own = any(role.member in draft.speakers for role in draft.actors)
            yield f"inside+own={own}"
    else:
        yield "inside=no"
    if draft.presumed:
        yield "presumed"
    if draft.candidate.light is not None:
        yield "light"
    if draft.date is not None:
        yield "dated"
        yield f"dated+{'unreal' if draft.status in UNREAL else 'real'}"
    if draft.place is not None:
        yield "placed"


def _position(reading: Reading, draft: Draft) -> Iterator[str]:
    candidate = draft.candidate
    token = reading.token(candidate.sentence, candidate.predicate)
    yield f"relation={base(token.relation) if token.head != ROOT else 'root'}"
    at = candidate.sentence
    yield "at=lead" if at < LEAD else "at=early" if at < EARLY else "at=late"
