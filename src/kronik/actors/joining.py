"""Names joined: which names of an article are one person's, one body's, one state's."""

from collections.abc import Callable
from itertools import pairwise

from kronik.actors.circle import Circle
from kronik.actors.found import Found, Known
from kronik.actors.similarity import body_key, person_key, same_words, short_of, spells
from kronik.actors.words import Row
from kronik.languages.naming import ALIAS, NamingWords
from kronik.records.actors import ActorKind, MentionForm

SHORT_BODY = 6
"""Letters up to which a body's name has no variants of spelling."""
INITIALS = 4
"""Letters of the longest initials."""


def join_names(circle: Circle, rows: tuple[Row, ...], words: NamingWords) -> None:
    """Join the mentions that are names."""
    _people(circle, rows, words)
    _bodies(circle, rows, words)
    _states(circle)
    _brackets(circle, rows)
    _aliases(circle, rows, words)
    _initials(circle)


def join_known(circle: Circle, rows: tuple[Row, ...], lookup: Callable[[str], Known | None]) -> None:
    """Join persons' names of which the knowledge files say that they are one person's ("Joko Widodo", "Jokowi").

    ``lookup`` says who has a whole name or a whole variant of it.
    """
    by_id: dict[str, int] = {}
    for group in list(circle.live(ActorKind.PERSON)):
        into = circle.groups[group]
        texts = [" ".join(circle.mentions[at].words(rows)) for at in into.found]
        fact = into.known or next((fact for text in texts if (fact := lookup(text)) is not None), None)
        if fact is None or not into.keys:
            continue
        into.known = fact
        if fact.id in by_id:
            circle.absorb(by_id[fact.id], group)
        else:
            by_id[fact.id] = group


def _named(circle: Circle, kind: ActorKind) -> list[int]:
    return [
        at
        for at, found in enumerate(circle.mentions)
        if found.kind is kind and found.form in {MentionForm.NAME, MentionForm.METONYM}
    ]


def _people(circle: Circle, rows: tuple[Row, ...], words: NamingWords) -> None:
    """Full forms first, in order of place; then each short form by what it may be short for."""
    texts = {at: circle.mentions[at].words(rows) for at in _named(circle, ActorKind.PERSON)}
    of_text = {text: person_key(text, words) for text in dict.fromkeys(texts.values())}
    keys = {at: of_text[text] for at, text in texts.items()}
    full = [at for at in keys if len(keys[at]) > 1]
    people: list[int] = []
    for at in sorted(full, key=lambda at: -len(keys[at])):
        fits = [group for group in people if _same_person(keys[at], circle.groups[group].keys)]
        _into(circle, at, fits, people, keys[at], "name.full")
    for at in [at for at in keys if len(keys[at]) <= 1]:
        fits = _short_fits(circle, people, keys[at])
        _into(circle, at, fits, people, keys[at], "name.short" if fits else "name.alone")


def _same_person(key: tuple[str, ...], keys: list[tuple[str, ...]]) -> bool:
    return key in keys or any(short_of(key, other) or same_words(key, other) for other in keys if len(other) > 1)


def _short_fits(circle: Circle, people: list[int], key: tuple[str, ...]) -> list[int]:
    """Return the groups that a single word may name: by the same word, by a word of the full name, by its initials."""
    same = [group for group in people if key in circle.groups[group].keys]
    if same or not key or len(key[0]) <= 2:
        return same
    words = [group for group in people if short_of(key, circle.groups[group].longest)]
    firsts = [group for group in words if circle.groups[group].longest[0] == key[0]]
    return firsts or words


def _into(circle: Circle, at: int, fits: list[int], people: list[int], key: tuple[str, ...], rule: str) -> None:
    """Put a name into the best of the groups that fit, else into one of its own, which is added to those of people."""
    if not fits:
        people.append(circle.start(at, key, rule))
        return
    if len(fits) == 1:
        circle.join(at, fits[0], key, rule)
        return
    # Of several whom a short form may name, the page means a known person, else the one whom it named first.
    best = min(fits, key=lambda group: (circle.groups[group].known is None, min(circle.groups[group].found)))
    circle.join(at, best, key, rule)


def _initials(circle: Circle) -> None:
    """Join initials that stand apart to the one person whose whole name they spell."""
    people = list(circle.live(ActorKind.PERSON))
    for group in people:
        keys = circle.groups[group].keys
        if len(keys) != 1 or len(keys[0]) != 1 or not 1 < len(keys[0][0]) <= INITIALS:
            continue
        fits = [one for one in people if one != group and _spelled(keys[0][0], circle.groups[one].longest)]
        if len(fits) == 1 and circle.groups[group].found:
            circle.absorb(fits[0], group)


def _spelled(letters: str, full: tuple[str, ...]) -> bool:
    return len(full) > 1 and "".join(word[0] for word in full) == letters


def _bodies(circle: Circle, rows: tuple[Row, ...], words: NamingWords) -> None:
    texts = {at: circle.mentions[at].lower(rows) for at in _named(circle, ActorKind.ORGANISATION)}
    of_text = {text: body_key(text, words) for text in dict.fromkeys(texts.values())}
    keys = {at: of_text[text] for at, text in texts.items()}
    bodies: list[int] = []
    for at in sorted(keys, key=lambda at: -len(keys[at])):
        found = circle.mentions[at]
        fits = [group for group in bodies if _same_body(circle, found, keys[at], group, words)]
        group = circle.before(at, fits) if fits else None
        if group is None:
            bodies.append(circle.start(at, keys[at], "body.alone"))
        else:
            circle.join(at, group, keys[at], "body.same")


def _same_body(circle: Circle, found: Found, key: tuple[str, ...], group: int, words: NamingWords) -> bool:
    into = circle.groups[group]
    if found.known is not None and into.known is not None:
        return found.known.id == into.known.id
    if key in into.keys:
        return True
    if found.country and into.country and found.country != into.country:
        return False
    national = found.known is not None and found.rule != "body.model"
    return any(_shortens(key, other, words) for other in into.keys if not (national and other[: len(key)] == key))


def _shortens(key: tuple[str, ...], full: tuple[str, ...], words: NamingWords) -> bool:
    """Whether a body's key is a spelling of another, or a short form: its first words, its head, what it is for."""
    if not key or len(key) >= len(full):
        return len(key) == len(full) and short_of(key, full) and len("".join(key)) > SHORT_BODY
    if len(key) == 1 and full[0] in words.units and key[0] == full[-1]:
        return True
    return full[: len(key)] == key or (full[0] == key[0] and len(key) > 1 and short_of(key, full))


def _states(circle: Circle) -> None:
    by_country: dict[str, int] = {}
    for at in _named(circle, ActorKind.STATE):
        country = circle.mentions[at].country or ""
        if country in by_country:
            circle.join(at, by_country[country], None, "state.same")
        else:
            by_country[country] = circle.start(at, None, "state.first")


def _brackets(circle: Circle, rows: tuple[Row, ...]) -> None:
    """Join a name in brackets to the name before them: an acronym, initials, or another name of a person."""
    named = [
        at for at, found in enumerate(circle.mentions) if found.form is MentionForm.NAME and rows[found.row].bracketed
    ]
    for left, right in pairwise(named):
        one, other = circle.mentions[left], circle.mentions[right]
        if one.row != other.row or circle.of[left] == circle.of[right]:
            continue
        row = rows[one.row]
        if (
            other.first != one.last + 1
            or row.texts[one.last] != "("
            or row.texts[other.last : other.last + 1] != (")",)
        ):
            continue
        if not _one_name(circle, left, right, row):
            continue
        group, gone = circle.of[left], circle.of[right]
        if (
            circle.groups[group].kind is circle.groups[gone].kind
            or len(circle.groups[gone].found) <= 1
            or row.texts[other.first].isupper()
        ):
            circle.absorb(group, gone)
            circle.rules[right] = "bracket"


def _aliases(circle: Circle, rows: tuple[Row, ...], words: NamingWords) -> None:
    """Join another name of a person to the person named before it."""
    named = [at for at, found in enumerate(circle.mentions) if found.form is MentionForm.NAME]
    for place, at in enumerate(named):
        found = circle.mentions[at]
        row = rows[found.row]
        if not row.holds & ALIAS or (found.rule != "name.alias" and not _after_alias(row, words, found.first)):
            continue
        before = [
            circle.of[other] for other in named[:place] if circle.groups[circle.of[other]].kind is ActorKind.PERSON
        ]
        known = len(circle.groups[circle.of[at]].longest) > 1 and found.last - found.first == 1
        if found.kind is ActorKind.PERSON and before and before[-1] != circle.of[at] and not known:
            circle.absorb(before[-1], circle.of[at])
            circle.rules[at] = "alias"


def _after_alias(row: Row, words: NamingWords, first: int) -> bool:
    return any(
        (match := words.alias.at(row.lower, at)) is not None and at + match[0] == first and match[1]
        for at in range(max(0, first - 3), first)
    )


def _one_name(circle: Circle, left: int, right: int, row: Row) -> bool:
    one, other = circle.mentions[left], circle.mentions[right]
    if one.kind is other.kind:
        return True
    inner = row.texts[other.first]
    return other.last - other.first == 1 and spells(inner, tuple(row.lower[one.first : one.last]))
