"""What speaks for and against a member of the cast in a role of an event: named features for the choice of roles."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kronik.actors.cast import Member, Reference
from kronik.languages.coding import FormKind
from kronik.records.actors import ActorKind, MentionForm
from kronik.reports.clause import base
from kronik.reports.coded import Role
from kronik.reports.draft import Draft
from kronik.reports.paths import chain_of, coarse, is_main_subject, marker_around, path_between
from kronik.reports.reading import Reading

ACTOR, RECIPIENT = "actor", "recipient"
"""The two sides of an event, as the names of features write them."""
NEAR, FAR = 3, 10
"""Tokens between a trigger and a reference up to which it is near, and beyond which it is far."""
LEAD = 2
"""Sentences of the opening."""
OFTEN = 5
"""References from which on a member counts as often told of."""
TURNED = frozenset({FormKind.PASSIVE, FormKind.STATIVE})
LAW = frozenset({"ACCUSE", "COERCE", "SANCTION", "REQUEST"})
LAW_SECTORS = frozenset({"COP", "JUD"})
NAMED = frozenset({ActorKind.ORGANISATION, ActorKind.STATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """How the members of an article take part in it by the rules, in all its events.

    Attributes:
        told: references of each member.
        actors, recipients: (type, member) -> events in which the rules put it there; type "" counts all.
        pairs: (actor, recipient) -> events that stand between the two.
        drafts: index of a sentence -> tellings in it.
        most: references of the member most often referred to.
        lead: members referred to in the opening.
        law_bodies: organisations of the law.
    """

    told: Mapping[int, int]
    actors: Mapping[tuple[str, int], int]
    recipients: Mapping[tuple[str, int], int]
    pairs: Mapping[tuple[int, int], int]
    drafts: Mapping[int, tuple[Draft, ...]]
    most: int
    lead: frozenset[int]
    law_bodies: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An event whose roles are asked for.

    Attributes:
        tellings: its tellings, the clearest first.
        actors, recipients: what the rules say.
        within: (inner, outer) members of which one stands in the other's phrase in a sentence of the event.
        present: members referred to in the sentence of its clearest telling.
    """

    reading: Reading
    parts: Parts
    tellings: tuple[Draft, ...]
    actors: tuple[Role, ...]
    recipients: tuple[Role, ...]
    within: frozenset[tuple[int, int]]
    present: frozenset[int]

    def given(self, side: str) -> tuple[Role, ...]:
        """Return what the rules say of a side."""
        return self.actors if side == ACTOR else self.recipients

    @property
    def mutual(self) -> bool:
        """Whether all who take part are actors."""
        return self.tellings[0].candidate.form.frame.mutual


def asked_of(
    reading: Reading, parts: Parts, tellings: tuple[Draft, ...], actors: tuple[Role, ...], recipients: tuple[Role, ...]
) -> Asked:
    """Return an event as what its roles are asked with, the clearest telling first."""
    within = frozenset(
        pair for sentence in {one.candidate.sentence for one in tellings} for pair in _held(reading, sentence)
    )
    return Asked(
        reading=reading,
        parts=parts,
        tellings=tellings,
        actors=actors,
        recipients=recipients,
        within=within,
        present=frozenset(one.member for one in reading.references.get(tellings[0].candidate.sentence, ())),
    )


def _held(reading: Reading, sentence: int) -> Iterator[tuple[int, int]]:
    found = reading.references.get(sentence, ())
    for outer in found:
        for inner in found:
            if outer.outer_start <= inner.start and inner.end <= outer.outer_end:
                yield inner.member, outer.member


def opposite(side: str) -> str:
    """Return the other side."""
    return RECIPIENT if side == ACTOR else ACTOR


def parts_of(reading: Reading, events: Sequence[tuple[Draft, ...]]) -> Parts:
    """Return how the members take part in the events of an article by the clearest telling of each."""
    actors: Counter[tuple[str, int]] = Counter()
    recipients: Counter[tuple[str, int]] = Counter()
    pairs: Counter[tuple[int, int]] = Counter()
    drafts: dict[int, tuple[Draft, ...]] = {}
    for tellings in events:
        first = tellings[0]
        pairs.update((one.member, other.member) for one in first.actors for other in first.recipients)
        for telling in tellings:
            at = telling.candidate.sentence
            drafts[at] = (*drafts.get(at, ()), telling)
        for counts, roles in ((actors, first.actors), (recipients, first.recipients)):
            for role in roles:
                counts[first.type, role.member] += 1
                counts["", role.member] += 1
    told = Counter(one.member for one in reading.scene.cast.references)
    return Parts(
        told=told,
        actors=actors,
        recipients=recipients,
        pairs=pairs,
        drafts=drafts,
        most=max(told.values(), default=0),
        lead=frozenset(one.member for at in range(LEAD) for one in reading.references.get(at, ())),
        law_bodies=tuple(
            number
            for number, one in enumerate(reading.scene.cast.members)
            if one.sector in LAW_SECTORS and one.kind is ActorKind.ORGANISATION
        ),
    )


def candidates_for(asked: Asked) -> tuple[int, ...]:
    """Return the members that could take part: those of its sentences and the next ones, speakers, those given."""
    found = [role.member for telling in asked.tellings for role in (*telling.actors, *telling.recipients)]
    found += [role.member for role in (*asked.actors, *asked.recipients)]
    for telling in asked.tellings:
        found += telling.speakers
        found += [one.member for one in asked.reading.references.get(telling.candidate.sentence, ())]
    at = asked.tellings[0].candidate.sentence
    for other in (at - 1, at + 1):
        found += [one.member for one in asked.reading.references.get(other, ())]
    return tuple(dict.fromkeys(found))


def role_features(asked: Asked, member: int) -> dict[str, dict[str, float]]:
    """Return for each side the features of a member on it by name, each named with the side."""
    shared = tuple(dict.fromkeys(_shared(asked, member)))
    return {
        side: {
            f"{side} {name}": 1.0
            for name in (
                *shared,
                *_by_rule(asked, member, side),
                *_company(asked, member, side),
                *_opposed(asked, member, side),
            )
        }
        for side in (ACTOR, RECIPIENT)
    }


def _shared(asked: Asked, member: int) -> Iterator[str]:
    """Yield what is the same on both sides."""
    yield "bias"
    yield from _kind(asked, member)
    yield from _elsewhere(asked, member)
    for telling in asked.tellings:
        found = nearest(asked.reading, telling, member)
        if found is not None:
            if telling is not asked.tellings[0]:
                yield "in-other-telling"
            yield from _standing(asked, telling, *found)
            yield from _speech(telling, member)
            yield from _nested(asked, telling, member)
            return
    yield from _around(asked, member)


def _by_rule(asked: Asked, member: int, side: str) -> Iterator[str]:
    own = _rule(asked.given(side), member)
    other = _rule(asked.given(opposite(side)), member)
    mutual = "mutual" if asked.mutual else "plain"
    if own is not None:
        yield "given"
        yield f"given={own}"
        yield f"given+{mutual}+{min(len(asked.given(side)), 3)}"
    else:
        filled = "open" if not asked.given(side) else "filled"
        yield f"missing+{filled}"
        yield f"missing+{filled}+{mutual}"
    if member in asked.present and own is None and other is None:
        rest = asked.present - {role.member for role in (*asked.actors, *asked.recipients)}
        yield f"left+{filled}={min(len(rest), 3)}"
    if other is not None:
        yield "given-other-side"
        yield f"given-other-side={other.split('-')[0]}"
    for telling in asked.tellings[1:]:
        if own is None and _rule(telling.actors if side == ACTOR else telling.recipients, member) is not None:
            yield "given-in-other-telling"
            break


def _rule(roles: Sequence[Role], member: int) -> str | None:
    return next((role.rule.removesuffix("-told-elsewhere") for role in roles if role.member == member), None)


def _kind(asked: Asked, number: int) -> Iterator[str]:
    member = asked.reading.scene.cast.members[number]
    first = asked.tellings[0]
    yield f"kind={member.kind.value}"
    yield f"sector={member.sector}"
    yield f"type+kind={first.type}/{member.kind.value}"
    yield f"type+sector={first.type}/{member.sector}"
    if member.known is not None:
        yield "known"


def _elsewhere(asked: Asked, member: int) -> Iterator[str]:
    """Yield what a member does in the other events of the article, and how often it is told of."""
    parts, kind = asked.parts, asked.tellings[0].type
    first = asked.tellings[0]
    for name, counts, roles in (
        ("actor", parts.actors, first.actors),
        ("recipient", parts.recipients, first.recipients),
    ):
        own = any(role.member == member for role in roles)
        if counts.get((kind, member), 0) > own:
            yield f"elsewhere-{name}-of-type"
        if counts.get(("", member), 0) > own:
            yield f"elsewhere-{name}"
    told = parts.told.get(member, 0)
    yield "told=1" if told == 1 else "told=often" if told >= OFTEN else "told=some"
    if told == parts.most:
        yield "told=most"
    lawful = kind in LAW and asked.reading.scene.cast.members[member].sector in LAW_SECTORS
    if lawful and all(parts.told.get(one, 0) < told for one in parts.law_bodies if one != member):
        yield "law-body=most-told"
    if member in parts.lead:
        yield "in-lead"


def _company(asked: Asked, number: int, side: str) -> Iterator[str]:
    """Yield how a member stands to those whom the rules give: of one country, one within the other's phrase."""
    members = asked.reading.scene.cast.members
    member = members[number]
    for name, at in (("own", side), ("other", opposite(side))):
        roles = asked.given(at)
        others = [role.member for role in roles if role.member != number]
        if not others:
            continue
        if any(_compatriot(member, members[one]) for one in others):
            yield f"compatriot-of-{name}"
            if member.kind in NAMED and any(members[one].kind is ActorKind.PERSON for one in others):
                yield f"body-beside-{name}"
        if any((number, one) in asked.within for one in others):
            yield f"within-{name}"
            yield f"within-{name}={member.kind.value}"
        if any((one, number) in asked.within for one in others):
            yield f"around-{name}"


def _opposed(asked: Asked, number: int, side: str) -> Iterator[str]:
    """Yield whether a member stands elsewhere in this role against those whom the rules give the other one."""
    pairs = asked.parts.pairs
    others = [role.member for role in asked.given(opposite(side)) if role.member != number]
    if not others:
        return
    own = any(role.member == number for role in asked.given(side))
    for other in others:
        pair = (number, other) if side == ACTOR else (other, number)
        if pairs.get(pair, 0) > own:
            yield "pair-elsewhere"
            break
    if any(pairs.get((other, number) if side == ACTOR else (number, other), 0) for other in others):
        yield "pair-turned"


def _nested(asked: Asked, telling: Draft, number: int) -> Iterator[str]:
    """Yield what a member does in the other events of the sentence, above and below this one in the tree."""
    tree = asked.reading.sentences[telling.candidate.sentence]
    heads = {telling.candidate.head, telling.candidate.predicate}
    for other in asked.parts.drafts.get(telling.candidate.sentence, ()):
        if other.core == telling.core:
            continue
        ends = {other.candidate.head, other.candidate.predicate}
        below = heads & set(chain_of(tree, other.candidate.head))
        above = ends & set(chain_of(tree, telling.candidate.head))
        place = "below" if below else "above" if above else "beside"
        for name, roles in (("actor", other.actors), ("recipient", other.recipients)):
            if any(role.member == number for role in roles):
                yield f"{place}-{name}"
                yield f"{place}-{name}+{telling.type}"


def _compatriot(one: Member, other: Member) -> bool:
    return one.country is not None and one.country == other.country


def _around(asked: Asked, member: int) -> Iterator[str]:
    """Yield how a member stands that only the neighbouring sentences name."""
    at = asked.tellings[0].candidate.sentence
    yield "outside"
    for name, other in (("before", at - 1), ("behind", at + 1)):
        found = [one for one in asked.reading.references.get(other, ()) if one.member == member]
        if found:
            tree = asked.reading.sentences[other]
            yield f"outside-{name}"
            yield f"outside-{name}={base(tree.tokens[found[0].head].relation)}"
            if is_main_subject(tree, found[0].head):
                yield f"outside-{name}+main"
    if not asked.reading.references.get(at, ()):
        yield "outside-alone"


def nearest(reading: Reading, telling: Draft, member: int) -> tuple[Reference, tuple[str, ...]] | None:
    """Return the reference of a member that the tree joins most shortly to a telling in its sentence, and the path."""
    sentence = telling.candidate.sentence
    tree = reading.sentences[sentence]
    ends = (telling.candidate.head, telling.candidate.predicate)
    found = [
        (one, path_between(tree, ends, one.head))
        for one in reading.references.get(sentence, ())
        if one.member == member
    ]
    return min(found, key=lambda one: (len(one[1]), one[0].start), default=None)


def _standing(asked: Asked, telling: Draft, reference: Reference, steps: tuple[str, ...]) -> Iterator[str]:
    """Yield how a reference stands to the words of an event, in the tree and in the line."""
    tree = asked.reading.sentences[telling.candidate.sentence]
    voice = _voice(telling)
    marker = marker_around(tree, reference.head)
    side = "before" if reference.head < telling.candidate.first else "behind"
    path = ">".join(coarse(steps)) or "self"
    yield f"coarse={path}"
    yield f"voice+coarse={voice}/{path}"
    yield f"voice+side={voice}/{side}"
    yield f"steps={min(len(steps), 6)}"
    yield f"marker={marker}+{side}"
    away = abs(reference.head - telling.candidate.head)
    yield f"away={'near' if away <= NEAR else 'far' if away > FAR else 'middle'}+{side}"
    yield f"form={reference.form.value}"
    if _next(asked.reading, telling, reference):
        yield f"next+{side}+{voice}"
    if is_main_subject(tree, reference.head):
        yield "main-subject"
        yield f"main-subject+{voice}"
    if reference.form is MentionForm.PRONOUN:
        yield f"pronoun+{side}"
    if telling.start <= reference.start < telling.end:
        yield "in-trigger"


def _voice(telling: Draft) -> str:
    candidate = telling.candidate
    if not candidate.verbal:
        return f"{candidate.form.kind.value}{'+light' if candidate.light is not None else ''}"
    return "turned" if candidate.form.kind in TURNED else "active"


def _next(reading: Reading, telling: Draft, reference: Reference) -> bool:
    """Tell whether no other member is referred to between an event's words and a reference."""
    start, end = sorted((reference.start, telling.core[0]))
    return not any(
        start < one.start < end and one.member != reference.member
        for one in reading.references.get(telling.candidate.sentence, ())
    )


def _speech(telling: Draft, member: int) -> Iterator[str]:
    """Yield whether a member speaks the statement in which an event is told."""
    if member in telling.speakers:
        yield "speaker"
        yield f"speaker+{telling.type}"
        yield f"speaker+{_voice(telling)}"
    elif telling.inside:
        yield "inside"
