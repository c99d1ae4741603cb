"""Titles, common nouns and epithets joined to whom they mean."""

from kronik.actors.circle import Circle
from kronik.actors.found import Found, Held
from kronik.actors.words import Row
from kronik.languages.naming import NamingWords, Noun, Scope, Sense
from kronik.records.actors import ActorKind, MentionForm

ARMY = "army"
COURT = "court"
COURT_SECTOR = "JUD"
GOVERNMENT = "government"
AUTHORITY = "authority"
ARMY_SECTOR = "MIL"
CLIENT = "client"
SUSPECT = "suspect"
NAMED_AFTER = 6
"""Words between a description and the name that it brings."""
GATHERED = 5
"""Words between a crowd and the body that it belongs to."""
BUSINESS = frozenset({"airline", "company"})
BUSINESS_SECTOR = "BUS"
OFFICIAL = frozenset({"GOV", "LEG", "JUD", "COP", "MIL"})
"""Sectors of offices whose holder is not the one tried or defended."""


def join_references(circle: Circle, rows: tuple[Row, ...], words: NamingWords) -> None:
    """Join the mentions that are no names, in order of place; what fits no one makes a group of its own."""
    for at, found in enumerate(circle.mentions):
        if at in circle.of:
            continue
        if found.form is MentionForm.TITLE:
            _title(circle, at, found, words)
        elif found.noun is not None:
            _noun(circle, at, found, found.noun, rows, words)
        else:
            _epithet(circle, at, found, rows)


def _title(circle: Circle, at: int, found: Found, words: NamingWords) -> None:
    held = found.held[0]
    fits = [
        group
        for group in circle.live(ActorKind.PERSON)
        if any(same_office(held, other, words) for other in circle.groups[group].held)
    ]
    group = circle.before(at, fits) if fits else None
    if group is None:
        circle.start(at, None, "title.alone")
    else:
        circle.join(at, group, None, "title.held")


def same_office(one: Held, other: Held, words: NamingWords) -> bool:
    """Tell whether two offices are one: the same by name, and nothing that they are of speaks against it."""
    if one.office is None or other.office is None:
        return False
    left, right = office_key(one, words), office_key(other, words)
    if left[0] != right[0] and not (left[0] in words.leads and right[0] in words.led):
        return False
    if one.country and other.country and one.country != other.country:
        return False
    mine, theirs = set(left[1]), set(right[1])
    if one.country or other.country:
        return bool(one.country == other.country or not mine or not theirs)
    return not mine or not theirs or bool(mine & theirs)


def office_key(held: Held, words: NamingWords) -> tuple[str, tuple[str, ...]]:
    """Return an office by its short name, and the words that say whose it is."""
    office = held.office.form if held.office else ""
    territory = tuple(word for word in held.territory if word not in words.legal and word not in words.links)
    return words.same_office.get(office, office), territory


def _noun(circle: Circle, at: int, found: Found, noun: Noun, rows: tuple[Row, ...], words: NamingWords) -> None:
    if noun.sense is Sense.ORGAN:
        _organ(circle, at, found, noun, words)
    elif noun.sense is Sense.ROLE:
        _role(circle, at, found, noun, words)
    elif noun.sense is Sense.PERSON:
        _described(circle, at, found, rows, words)
    else:
        _crowd(circle, at, found, noun, rows, words)


def _organ(circle: Circle, at: int, found: Found, noun: Noun, words: NamingWords) -> None:
    tie = noun.tie or noun.form
    if tie == GOVERNMENT or (tie == AUTHORITY and found.country is not None):
        _government(circle, at, found)
        return
    group = _tied(circle, at, found, tie)
    if group is None:
        group = _standing_for(circle, at, found, tie, words)
    if group is None:
        group = circle.start(at, None, "organ.alone")
        circle.groups[group].tie = (tie, found.country or "")
        return
    circle.join(at, group, None, "organ.stands_for")


def _standing_for(circle: Circle, at: int, found: Found, tie: str, words: NamingWords) -> int | None:
    """Return the named body, or the judge, that a common noun stands for."""
    fits = [
        group
        for group in circle.live(ActorKind.ORGANISATION)
        if _of_family(circle, group, tie, found.noun.form if found.noun else "", words)
        and found.country in {None, country_of(circle, group)}
    ]
    if not fits and tie == COURT:
        fits = [group for group in circle.live(ActorKind.PERSON) if _sits(circle, group, found)]
    return circle.before(at, fits) if fits else None


def _sits(circle: Circle, group: int, found: Found) -> bool:
    """Whether a person holds an office that is named by the last word of a court's noun ("hakim")."""
    word = found.noun.form.split(" ")[-1] if found.noun else ""
    return any(
        held.office is not None and held.sector == COURT_SECTOR and word in held.office.form.split(" ")
        for held in circle.groups[group].held
    )


def _of_family(circle: Circle, group: int, tie: str, form: str, words: NamingWords) -> bool:
    if tie == ARMY:
        return sector_of(circle, group) == ARMY_SECTOR and not _branch(circle, group)
    if tie in BUSINESS:
        return sector_of(circle, group) == BUSINESS_SECTOR
    forms = words.ties.get(tie, frozenset()) | {form}
    bodies = [body for at in circle.groups[group].found if (body := circle.mentions[at].body) is not None]
    return any(body.form in forms for body in bodies)


def _branch(circle: Circle, group: int) -> bool:
    """Whether a group is a part of an army."""
    nouns = (circle.mentions[at].noun for at in circle.groups[group].found)
    return any(noun is not None and "." in (noun.tie or "") for noun in nouns)


def country_of(circle: Circle, group: int) -> str | None:
    """Return the country of a group by what is known of it or by the state named in it."""
    into = circle.groups[group]
    return into.country or (into.known.country if into.known else None)


def sector_of(circle: Circle, group: int) -> str | None:
    """Return the sector of a group by what is known of it, or by the words that begin its names."""
    into = circle.groups[group]
    if into.known is not None and into.known.sector is not None:
        return into.known.sector
    for at in into.found:
        body, noun = circle.mentions[at].body, circle.mentions[at].noun
        if body is not None:
            return body.sector
        if noun is not None:
            return noun.sector
    return None


def _tied(circle: Circle, at: int, found: Found, tie: str) -> int | None:
    """Return the group that nouns of the same family made before: of the same state, or of none said."""
    fits = [
        group
        for group in circle.live()
        if (mark := circle.groups[group].tie) is not None
        and mark[0] == tie
        and (mark[1] == (found.country or "") or not found.country)
        and (found.number is None or circle.groups[group].number in {None, found.number})
    ]
    return circle.before(at, fits) if fits else None


def _government(circle: Circle, at: int, found: Found) -> None:
    """Join a government to its state; without a state it is the body of the page."""
    if found.country is not None:
        states = [group for group in circle.live(ActorKind.STATE) if circle.groups[group].country == found.country]
        if states:
            circle.join(at, states[0], None, "government.state")
            return
        group = circle.start(at, None, "government.state")
        circle.groups[group].kind = ActorKind.STATE
        return
    state = found.kind is ActorKind.STATE
    same = None if state else _tied(circle, at, found, GOVERNMENT)
    if same is None:
        fits = [
            one
            for one in circle.live(ActorKind.STATE)
            if (state and min(circle.groups[one].found) < at) or (not state and _governs(circle, one))
        ]
        same = circle.before(at, fits) if fits else None
    if same is not None:
        circle.join(at, same, None, "government.same")
        return
    group = circle.start(at, None, "government.alone")
    circle.groups[group].tie = (GOVERNMENT, "")


def _governs(circle: Circle, group: int) -> bool:
    """Whether the page names a state's government as such."""
    nouns = (circle.mentions[at].noun for at in circle.groups[group].found)
    return any(noun is not None and noun.tie == GOVERNMENT for noun in nouns)


def _role(circle: Circle, at: int, found: Found, noun: Noun, words: NamingWords) -> None:
    """Join a part in a case to the person to whom the page gives it; several are a group."""
    tie = noun.tie or noun.form
    if not found.plural:
        group = _player(circle, at, noun, words)
        if group is not None:
            circle.join(at, group, None, "role.held")
            return
    group = _tied(circle, at, found, tie)
    if group is None:
        group = circle.start(at, None, "role.alone")
        circle.groups[group].tie = (tie, found.country or "")
        return
    circle.join(at, group, None, "role.same")


def _player(circle: Circle, at: int, noun: Noun, words: NamingWords) -> int | None:
    """Return who plays a part: by the same word, by one of its family, or the one whom the page tells most of."""
    people = list(circle.live(ActorKind.PERSON))
    tie = noun.tie or noun.form
    same = [group for group in people if noun.form in _offices(circle, group)]
    if not same and noun.kind == "person":
        entries = words.nouns.entries
        same = [
            group
            for group in people
            if any((one := entries.get(form)) is not None and one.tie == tie for form in _offices(circle, group))
        ]
    if same:
        return circle.before(at, same)
    if noun.kind == "person" and tie in {SUSPECT, CLIENT}:
        plain = [group for group in people if not _official(circle, group) and len(circle.groups[group].found) > 1]
        if plain:
            return min(plain, key=lambda group: (-len(circle.groups[group].found), group))
    return None


def _offices(circle: Circle, group: int) -> list[str]:
    return [held.office.form for held in circle.groups[group].held if held.office is not None]


def _official(circle: Circle, group: int) -> bool:
    return any(
        held.office is not None and held.office.scope is not Scope.NONE and not held.former
        for held in circle.groups[group].held
    )


def _described(circle: Circle, at: int, found: Found, rows: tuple[Row, ...], words: NamingWords) -> None:
    named = _named_after(circle, at, found, rows, words)
    if named is not None:
        circle.join(at, named, None, "described.named")
        return
    if found.definite:
        fits = list(circle.live(ActorKind.PERSON))
        before = [group for group in fits if min(circle.groups[group].found) < at]
        group = circle.before(at, before) if before else None
        if group is not None:
            circle.join(at, group, None, "described.before")
            return
    circle.start(at, None, "described.alone")


def _named_after(circle: Circle, at: int, found: Found, rows: tuple[Row, ...], words: NamingWords) -> int | None:
    """Return the person whom the words right after a description name ("pria yang akrab disapa Rio")."""
    row = rows[found.row]
    for other in range(at + 1, min(at + 3, len(circle.mentions))):
        one = circle.mentions[other]
        if one.row != found.row or one.first - found.last > NAMED_AFTER:
            return None
        if one.kind is ActorKind.PERSON and one.form is MentionForm.NAME:
            between = row.lower[found.last : one.first]
            brings = any(words.alias.at(row.lower, index) for index in range(found.last, one.first))
            said = any(word in words.initials or word in words.referring.namely for word in between)
            return circle.of.get(other) if brings or said else None
    return None


def _crowd(circle: Circle, at: int, found: Found, noun: Noun, rows: tuple[Row, ...], words: NamingWords) -> None:
    tie = noun.tie or noun.form
    group = _tied(circle, at, found, tie)
    if group is None:
        group = _gathered(circle, at, found, rows, words)
    if group is None:
        group = circle.start(at, None, "crowd.alone")
        circle.groups[group].tie = (tie, found.country or "")
        return
    circle.join(at, group, None, "crowd.same")
    if circle.groups[group].tie is None:
        circle.groups[group].tie = (tie, found.country or "")


def _gathered(circle: Circle, at: int, found: Found, rows: tuple[Row, ...], words: NamingWords) -> int | None:
    """Return the body that a crowd is said to belong to: "massa yang tergabung dalam ..."."""
    row = rows[found.row]
    after = row.lower[found.last : found.last + GATHERED]
    if not any(word in words.referring.gathered for word in after):
        return None
    for other in range(at + 1, min(at + 4, len(circle.mentions))):
        one = circle.mentions[other]
        if one.row == found.row and one.first <= found.last + GATHERED and one.kind is ActorKind.ORGANISATION:
            return circle.of.get(other)
    return None


def _epithet(circle: Circle, at: int, found: Found, rows: tuple[Row, ...]) -> None:
    """Join an epithet to one who holds an office that it names; else to the person named last."""
    lower = set(found.lower(rows))
    people = [
        group
        for group in circle.live(ActorKind.PERSON)
        if any(circle.mentions[one].form is MentionForm.NAME for one in circle.groups[group].found)
    ]
    before = [group for group in people if min(circle.groups[group].found) < at]
    holding = [
        group
        for group in before
        if any(held.office and set(held.office.form.split(" ")) & lower for held in circle.groups[group].held)
    ]
    group = circle.before(at, holding or before)
    if group is None:
        circle.start(at, None, "epithet.alone")
    else:
        circle.join(at, group, None, "epithet.office" if holding else "epithet.before")
