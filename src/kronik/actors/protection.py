"""Whose name is masked: minors, and victims of sexual crime, where the page marks them."""

from itertools import takewhile

from kronik.actors.found import Found
from kronik.actors.words import Row
from kronik.languages.naming import SEXUAL, NamingWords
from kronik.records.actors import ActorKind, Protection

OF_AGE = 18
"""Years from which a person is no minor."""
VICTIM = "victim"
NEAR_ROWS = 1
"""Sentences before and after a mention in which a word of sexual crime speaks of it."""
NEAR_WORDS = 6
"""Words before a name in which a word for a minor speaks of it ("bocah kelas dua SD berinisial")."""


def protection_of(
    rows: tuple[Row, ...], words: NamingWords, mentions: list[Found], kind: ActorKind
) -> Protection | None:
    """Return why a person or group is masked; None when nothing marks it."""
    if kind not in {ActorKind.PERSON, ActorKind.GROUP}:
        return None
    for one in mentions:
        if (one.noun or one.held) and _is_victim(one, words) and _sexual_near(rows, words, one.row):
            return Protection.SEXUAL_CRIME
    for one in mentions:
        if _age(rows[one.row], words, one) or _is_called_minor(rows[one.row], words, one):
            return Protection.MINOR
    return None


def _is_victim(one: Found, words: NamingWords) -> bool:
    if one.noun is not None and one.noun.tie == VICTIM:
        return True
    if not one.held:
        return False
    forms = (held.office.form for held in one.held if held.office is not None)
    return any((noun := words.nouns.entries.get(form)) is not None and noun.tie == VICTIM for form in forms)


def _sexual_near(rows: tuple[Row, ...], words: NamingWords, at: int) -> bool:
    for row in rows[max(0, at - NEAR_ROWS) : at + NEAR_ROWS + 1]:
        if row.holds & SEXUAL and any(words.protected.sexual.at(row.lower, at) for at in range(len(row.lower))):
            return True
    return False


def _is_called_minor(row: Row, words: NamingWords, one: Found) -> bool:
    """Whether a word for a minor is named by the mention: "siswi SMP berinisial", with no comma between."""
    if one.first == 0 or row.lower[one.first - 1] not in words.protected.calling:
        return False
    near = range(one.first - 2, max(-1, one.first - 2 - NEAR_WORDS), -1)
    told = takewhile(lambda at: row.lower[at] != ",", near)
    return any(words.protected.minor.at(row.lower, at) for at in told)


def _age(row: Row, words: NamingWords, one: Found) -> bool:
    """Whether an age under `OF_AGE` stands in brackets or after a comma behind the mention."""
    if one.last + 1 >= len(row.texts) or not row.texts[one.last + 1].isdigit():
        return False
    after = row.texts[one.last : one.last + 3]
    if after[0] in {"(", ","} and len(after[1]) <= 2:
        closed = after[0] == "(" or (len(after) > 2 and (after[2] == "," or after[2].lower() in words.protected.years))
        return closed and int(after[1]) < OF_AGE
    return False
