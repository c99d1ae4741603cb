"""Parts in a case that a sentence gives to persons: "dua tersangka, yakni A dan B", "A menjadi korban"."""

from collections.abc import Iterator, Sequence

from kronik.actors.found import Held
from kronik.actors.told_names import PersonName, is_role
from kronik.actors.words import Row
from kronik.languages.naming import NamingWords, Sense

TO_NAMELY = 9
"""Words between the part and the word that brings the names."""
TO_INITIALS = 2
"""The same where that word only announces initials."""
TO_NAME = 4
"""Words between that word and the first name."""
BETWEEN = 8
"""Words between two names of a list: ages, marks, links."""
TO_PART = 9
"""Words between a name and the part that is given to it."""
ENDS = frozenset({".", ";", "?", "!"})


def parts_given(row: Row, words: NamingWords, people: Sequence[PersonName]) -> dict[int, Held]:
    """Return the parts given in a row: first word of a person's name -> the part."""
    out: dict[int, Held] = {}
    if not people:
        return out
    for at, (length, noun) in row.nouns.items():
        if noun.sense is not Sense.ROLE or noun.form not in words.offices.entries:
            continue
        office = words.offices.entries[noun.form]
        held = Held(
            first=at,
            last=at + length,
            office=office,
            sector=office.sector,
            former=False,
            territory=(),
            country=None,
        )
        given = list(_said(row, words, at, people)) or _listed(row, words, at + length, people)
        for one in given:
            out.setdefault(one.first, held)
    return out


def _listed(row: Row, words: NamingWords, after: int, people: Sequence[PersonName]) -> Iterator[PersonName]:
    """Yield the persons of the list that a word such as "yakni" brings after a part."""
    brings = next(
        (at for at in range(after, min(after + TO_NAMELY, len(row.lower))) if row.lower[at] in words.referring.namely),
        None,
    )
    if brings is None or not _leads(row, words, after, brings):
        return
    at, reach = brings, TO_NAME
    for one in people:
        if one.first <= brings:
            continue
        if one.first - at > reach or not _only_between(row, words, at + 1, one.first, first=at == brings):
            return
        yield one
        at, reach = one.last - 1, BETWEEN


def _leads(row: Row, words: NamingWords, after: int, brings: int) -> bool:
    """Whether nothing stands between a part and the word that brings its names but what says more of the part."""
    if row.lower[brings] in words.initials and brings - after > TO_INITIALS:
        return False
    return not any(row.texts[at] in ENDS or row.capitals[at] or is_role(row, at) for at in range(after, brings))


def _only_between(row: Row, words: NamingWords, start: int, end: int, *, first: bool) -> bool:
    """Whether only marks, numbers, links and words of age stand between two names of a list."""
    for at in range(start, end):
        text, lower = row.texts[at], row.lower[at]
        if text in ENDS and text != ";":
            return False
        plain = not text[0].isalpha() or lower in words.joins or lower in words.links
        if not plain and not first and lower not in words.protected.years and lower not in words.initials:
            return False
    return True


def _said(row: Row, words: NamingWords, part: int, people: Sequence[PersonName]) -> Iterator[PersonName]:
    """Yield the person of whom the sentence says the part: a word such as "menjadi" right before it, a name before."""
    if part == 0 or row.lower[part - 1] not in words.referring.copulas:
        return
    before = [one for one in people if one.last < part]
    if before and part - before[-1].last <= TO_PART and not _ended(row, before[-1].last, part):
        yield before[-1]


def _ended(row: Row, start: int, end: int) -> bool:
    return any(row.texts[at] in ENDS for at in range(start, end))
