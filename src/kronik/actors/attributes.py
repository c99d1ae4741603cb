"""What each actor is: name, kind, country and sector, each with where it was read."""

from collections.abc import Iterator

from msgspec import Struct

from kronik.actors.cast import Member
from kronik.actors.circle import Group
from kronik.actors.found import Found, Held, Known
from kronik.actors.knowing import former_official, known_body, known_person
from kronik.actors.origins import Setting, from_states, origin_of
from kronik.actors.protection import protection_of
from kronik.actors.words import Row
from kronik.annotation.prose import Prose
from kronik.knowledge.knowledge import Knowledge
from kronik.languages.naming import Body, NamingWords, Noun, Scope, Sense
from kronik.records.actors import ActorKind, MentionForm

FORMER_SECTOR = "ELI"
"""PLOVER's sector of those who held an office."""
PERSON_SECTOR = "CVL"
"""Sector of a person of whom the page says no office."""
SUSPECT_SECTOR = "CRM"
OFFICE_SECTORS = frozenset({"GOV", "LEG", "JUD", "COP", "MIL"})
"""Sectors of offices that make one who held them `FORMER_SECTOR`."""
BORDERING = "neighbours"
"""Tie of nouns for several states at once: they are of no one country, and not of the one that they border."""
STATE_SECTOR = "GOV"
SHORTEST_PART = 4
"""Letters of a single word that stands for a known person."""

Answer = tuple[str | None, str | None]
"""A value and the rule that gave it; None where nothing does."""


class Said(Struct, frozen=True):
    """The mentions of a group, and what they say of it: offices, common nouns, words that begin bodies' names."""

    mentions: list[Found]
    helds: list[Held]
    nouns: list[Noun]
    bodies: list[Body]


def member_of(
    prose: Prose, rows: tuple[Row, ...], words: NamingWords, knowledge: Knowledge, setting: Setting, index: int
) -> Member:
    """Return the member that a group of mentions makes."""
    circle = setting.circle
    group = circle.groups[index]
    mentions = [circle.mentions[at] for at in group.found]
    helds = [held for one in mentions for held in one.held]
    said = Said(
        mentions,
        helds,
        [one.noun for one in mentions if one.noun is not None],
        [one.body for one in mentions if one.body is not None],
    )
    name = _name(prose, rows, mentions)
    known = _known(prose, words, knowledge, group, said, name)
    country, country_rule = next(_countries(rows, words, setting, group, said, known), (None, None))
    sector, sector_rule = next(_sectors(setting, group, said, known))
    if sector_rule == "default" and known is not None and former_official(known.name, knowledge, _day(prose)):
        sector, sector_rule = FORMER_SECTOR, "knowledge.former"
    titles = {_span(rows, one, held) for one in mentions for held in one.held if _joined(one, held)} if helds else ()
    return Member(
        name=name,
        kind=group.kind,
        country=country,
        sector=sector,
        country_rule=country_rule,
        sector_rule=sector_rule,
        known=known.id if known else None,
        protection=protection_of(rows, words, mentions, group.kind),
        titles=tuple(sorted(titles)),
        number=group.number if group.kind is ActorKind.GROUP else None,
    )


def _joined(one: Found, held: Held) -> bool:
    return one.form is MentionForm.NAME and one.outer_first <= held.first and held.last <= one.outer_last


def _span(rows: tuple[Row, ...], one: Found, held: Held) -> tuple[int, int]:
    row = rows[one.row]
    return row.starts[held.first], row.ends[held.last - 1]


def _name(prose: Prose, rows: tuple[Row, ...], mentions: list[Found]) -> str:
    """Return the fullest name, the first of equals; without names the first mention."""
    best = mentions[0]
    if len(mentions) > 1:
        named = [one for one in mentions if one.form is MentionForm.NAME] or mentions
        best = min(named, key=lambda one: (-(one.last - one.first), one.row, one.first))
    row = rows[best.row]
    return prose.text[row.starts[best.first] : row.ends[best.last - 1]]


def _known(prose: Prose, words: NamingWords, knowledge: Knowledge, group: Group, said: Said, name: str) -> Known | None:
    if group.known is not None and group.kind is not ActorKind.PERSON:
        return group.known
    if MentionForm.NAME not in [one.form for one in said.mentions]:
        return None
    if group.kind is ActorKind.PERSON:
        return _known_person(prose, words, knowledge, said, name) or group.known
    if group.kind is ActorKind.ORGANISATION:
        bodies = knowledge.organisations_named(name) or knowledge.organisation_within(name)
        if len({(body.country, body.sector) for body in bodies}) == 1:
            return known_body(bodies[0])
    return None


def _known_person(prose: Prose, words: NamingWords, knowledge: Knowledge, said: Said, name: str) -> Known | None:
    """Ask for the whole name; for a part of one only where the page gives no office and it is no home name."""
    day = _day(prose)
    whole = known_person(name, knowledge, day, parts=False)
    single = " " not in name and len(name) >= SHORTEST_PART and not name.isupper()
    if whole is not None or not single or any(_is_office(held) for held in said.helds):
        return whole
    part = known_person(name, knowledge, day, parts=True)
    return part if part is not None and part.country != words.home else None


def _day(prose: Prose) -> str | None:
    return prose.published.isoformat() if prose.published else None


def _is_office(held: Held) -> bool:
    return held.office is not None and held.office.scope is not Scope.NONE


def _countries(
    rows: tuple[Row, ...],
    words: NamingWords,
    setting: Setting,
    group: Group,
    said: Said,
    known: Known | None,
) -> Iterator[tuple[str | None, str]]:
    """Yield what tells the country, the surest first; nothing for states that are told by whom they border."""
    if said.nouns and any(noun.tie == BORDERING for noun in said.nouns):
        return
    person = group.kind is ActorKind.PERSON
    if not person and (own := next((one.country for one in said.mentions if one.country), None)):
        yield own, "mention"
    if known is not None and known.country is not None:
        yield known.country, "knowledge"
    if said.helds and (told := next((held.country for held in said.helds if held.country), None)):
        yield told, "office"
    if origin := origin_of(rows, words, setting, said.mentions):
        yield origin, "origin"
    if said.helds and any(held.office is not None and held.office.scope is Scope.HOME for held in said.helds):
        yield words.home, "office.home"
    if said.bodies and (body := next((body.country for body in said.bodies if body.country), None)):
        yield body, "body"
    if group.kind is ActorKind.GROUP and _unknown(said):
        return
    yield from from_states(setting, words, group, said.mentions)


def _unknown(said: Said) -> bool:
    """Whether all that is said is that someone did it: nobody knows who."""
    named = len(said.nouns) < len(said.mentions)
    return not named and all(noun.sense is Sense.ROLE and noun.sector == "UNK" for noun in said.nouns)


def _sectors(setting: Setting, group: Group, said: Said, known: Known | None) -> Iterator[Answer]:
    """Yield what tells the sector, the surest first; the last is always given."""
    if group.kind is ActorKind.STATE:
        yield STATE_SECTOR, "state"
    if group.kind is ActorKind.PERSON:
        yield from _person_sectors(setting, said, known)
        return
    if known is not None and known.sector is not None:
        yield known.sector, "knowledge"
    for body in said.bodies:
        yield body.sector, "body"
    for noun in said.nouns:
        yield noun.sector, "noun"
    yield PERSON_SECTOR, "default"


def _person_sectors(setting: Setting, said: Said, known: Known | None) -> Iterator[Answer]:
    if known is not None and known.sector is not None:
        yield known.sector, "knowledge"
    helds = [held for held in said.helds if held.sector is not None]
    for held in [held for held in helds if held.office is None or _is_office(held)]:
        former = held.former and held.sector in OFFICE_SECTORS
        yield (FORMER_SECTOR, "office.former") if former else (held.sector, "office")
    for held in helds:
        if held.sector == SUSPECT_SECTOR and setting.white_collar:
            yield PERSON_SECTOR, "office.accused"
        yield held.sector, "office.calling"
    for noun in said.nouns:
        yield noun.sector, "noun"
    yield PERSON_SECTOR, "default"
