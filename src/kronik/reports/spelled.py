"""Groups whose members the article names: "three suspects, namely A, B and C"; they take the group's place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kronik.actors.cast import Cast, Reference
from kronik.records.actors import ActorKind, MentionForm
from kronik.reports.coded import Role
from kronik.reports.draft import Draft
from kronik.reports.reading import Reading

BRINGERS = "list_openers"
"""Class of the lexicon: words that bring the names of those just counted."""
LEAST = 2
"""Names that make a list."""
APART = 200
"""Characters between two names of a list, and before its first: offices, ages and parts in the case."""
LAW_SECTORS = frozenset({"COP", "JUD"})
"""Sectors of those who speak of suspects and victims, and are none."""
WORD = re.compile(r"\w+")

Spelled = Mapping[int, tuple[int, ...]]
"""Group -> the persons that it is, in order of place."""


def spelled_in(reading: Reading) -> Spelled:
    """Return the groups that the article counts and then names one by one, and groups of the same number."""
    cast = reading.scene.cast
    found: dict[int, tuple[int, ...]] = {}
    for reference in cast.references:
        number = cast.members[reference.member].number
        if reference.form is MentionForm.PRONOUN or reference.member in found or number is None or number < LEAST:
            continue
        persons = _named_behind(reading, reference, number)
        if len(persons) == number:
            found[reference.member] = persons
    by_size: dict[int, set[tuple[int, ...]]] = {}
    for persons in found.values():
        by_size.setdefault(len(persons), set()).add(persons)
    for member, one in enumerate(cast.members):
        same = by_size.get(one.number or 0, set())
        if member not in found and one.kind is ActorKind.GROUP and len(same) == 1:
            found[member] = next(iter(same))
    return found


def named(drafts: Sequence[Draft], spelled: Spelled) -> list[Draft]:
    """Return drafts with the persons of spelled groups in the groups' place."""
    if not spelled:
        return list(drafts)
    return [
        replace(draft, actors=_each(draft.actors, spelled), recipients=_each(draft.recipients, spelled))
        for draft in drafts
    ]


def _each(roles: Sequence[Role], spelled: Spelled) -> tuple[Role, ...]:
    out: dict[int, Role] = {}
    for role in roles:
        for member in spelled.get(role.member, (role.member,)):
            out.setdefault(member, replace(role, member=member, rule=_rule(role, member)))
    return tuple(out.values())


def _rule(role: Role, member: int) -> str:
    return role.rule if member == role.member else f"{role.rule}-named"


def _named_behind(reading: Reading, group: Reference, number: int) -> tuple[int, ...]:
    """Return the first persons named behind a group that a word such as "namely" brings, no more than its number."""
    cast, text = reading.scene.cast, reading.prose.text
    at, persons = group.outer_end, list[int]()
    for one in cast.references:
        if one.start < at or one.member in persons:
            continue
        if not persons and _other_group(one, group) and _opens_list(cast, one):
            break
        if not _is_name(cast, one):
            continue
        if one.start - at > APART or (not persons and not _brings(reading, text[group.end : one.start])):
            break
        if cast.members[one.member].sector in LAW_SECTORS:
            break
        persons.append(one.member)
        at = one.end
        if len(persons) == number:
            break
    return tuple(persons)


def _other_group(one: Reference, group: Reference) -> bool:
    return one.form is MentionForm.GROUP and one.member != group.member


def _opens_list(cast: Cast, group: Reference) -> bool:
    """Tell whether names follow a group in its own sentence, so that they are rather its than those of one before."""
    return any(
        one.sentence == group.sentence and one.start > group.start and _is_name(cast, one) for one in cast.references
    )


def _is_name(cast: Cast, one: Reference) -> bool:
    return one.form is MentionForm.NAME and cast.members[one.member].kind is ActorKind.PERSON


def _brings(reading: Reading, between: str) -> bool:
    """Tell whether words between a group and the first name say that the names follow."""
    words = reading.lexicon.classes.get(BRINGERS, frozenset())
    return ":" in between or any(word in words for word in WORD.findall(between.lower()))
