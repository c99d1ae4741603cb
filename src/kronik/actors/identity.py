"""Whether actors of two articles are one: an explained score of two profiles, a pure function of both."""

import math
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kronik.actors.similarity import near, same_words, short_of
from kronik.records.actors import Actor, ActorKind, MentionForm
from kronik.records.reports import Part

CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a space is missing between two words of a name."""
PLACES = 4
"""Decimals of a score."""
SAME = 0.5
"""Score from which two actors are one; chosen on the labelled pairs of news."""
BIAS = -1.0
"""What a pair starts with, in log odds, like the weights of all parts; chosen on the labelled pairs of news."""
WHOLE_NAME = 3.0
"""Names of two words or more, equal word by word."""
SPELLING = 2.0
"""The same, with a word spelt otherwise."""
PART_OF_NAME = 1.5
"""Two words or more of one name are a part of the other."""
SHORT_NAME = 0.5
"""One word is a part of the other name."""
WRITTEN_ON = 0.2
"""The names differ in what seems written on to the last word, as where a space is missing."""
SHORTEST_NAME = 3
"""Letters up to which a name is initials."""
SHORTEST_WORD = 5
"""Letters of a word on to which something may be written."""
SINGLE_NAME = 0.8
"""One and the same word."""
INITIALS = -2.5
"""Names of initials alone: many persons have them."""
OTHER_NAME = -6.0
"""Log odds where no pair of names may be one."""
ONE_KNOWN = 6.0
"""Both are one entry of the knowledge files; two entries are two."""
TWO_KNOWN = -8.0
"""Log odds where they are two entries of the knowledge files."""
SAME_COUNTRY = 0.6
"""Log odds of one country, where both are told."""
OTHER_COUNTRY = -3.0
"""Log odds of two countries, where both are told."""
SAME_SECTOR = 0.8
"""Log odds of one sector that is not a plain one."""
OTHER_SECTOR = -1.5
"""Sectors that differ, where neither is the plain one of persons of whom a page says nothing."""
SAME_TITLE = 1.8
"""Log odds of a word of three letters or more that titles of both hold."""
COMPANY = 0.5
"""Each other actor named in both articles, up to `MOST_COMPANY`."""
MOST_COMPANY = 4
OTHER_KIND = -4.0
"""Log odds of two kinds that pages do not mix up."""
MISTAKEN_KIND = 0.0
"""A body of which nothing is known but one word, which is a part of the other's name: most are persons."""
NEAR_KINDS = frozenset(
    {frozenset({ActorKind.ORGANISATION, ActorKind.STATE}), frozenset({ActorKind.ORGANISATION, ActorKind.GROUP})}
)
"""Kinds between which pages differ in naming one actor."""
COMMON = -5.0
"""Groups and persons without a name ("warga", "pelaku") are others in another article."""
PLAIN_SECTORS = frozenset({"CVL", "UNK", "ELI"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What speaks for who an actor is.

    Attributes:
        kind, country, sector, known: as of the actor.
        names: keys of its names: words in lower case without marks, the fullest first; empty for one never named.
        titles: words in lower case of the offices joined to its names.
        company: fullest names, in lower case, of the other actors of the article.
    """

    kind: ActorKind
    country: str | None
    sector: str | None
    known: str | None
    names: tuple[tuple[str, ...], ...]
    titles: frozenset[str]
    company: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How sure it is that two actors are one: between 0 and 1, and the parts in log odds that make it."""

    value: float
    parts: tuple[Part, ...]

    @property
    def same(self) -> bool:
        """Whether they are taken for one."""
        return self.value >= SAME


def profile_of(actor: Actor, text: str, others: Collection[Actor]) -> Profile:
    """Return the profile of an actor of a page with this page text, beside the article's other actors."""
    named = [mention.evidence.quote(text) for mention in actor.mentions if mention.form is MentionForm.NAME]
    keys = sorted({key_of(name) for name in named if key_of(name)}, key=lambda key: (-len(key), key))
    titles = {word for title in actor.titles for word in key_of(title.quote(text))}
    return Profile(
        kind=actor.kind,
        country=actor.country,
        sector=actor.sector,
        known=actor.known,
        names=tuple(keys),
        titles=frozenset(titles),
        company=frozenset(" ".join(key_of(other.name)) for other in others if other.id != actor.id),
    )


def key_of(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, marks left out."""
    apart = CAMEL.sub(" ", name)
    words = ("".join(letter for letter in word if letter.isalnum()) for word in apart.lower().split())
    return tuple(word for word in words if word)


def pair_score(one: Profile, other: Profile) -> Score:
    """Return the score that two profiles are one actor's. The order of the two does not matter."""
    parts = [Part(name="start", value=BIAS), *_parts(one, other)]
    total = sum(part.value for part in parts)
    return Score(value=round(1 / (1 + math.exp(-total)), PLACES), parts=tuple(parts))


def _parts(one: Profile, other: Profile) -> Iterator[Part]:
    names = _name_part(one, other)
    if one.known is not None and other.known is not None:
        alike = one.known == other.known
        if alike or names.value < SPELLING or not (of_family(one.known) or of_family(other.known)):
            yield Part(name="known" if alike else "known-apart", value=ONE_KNOWN if alike else TWO_KNOWN)
    yield names
    if one.kind is not other.kind:
        yield Part(name="kind-apart", value=_kind_value(one, other))
    if one.country is not None and other.country is not None:
        alike = one.country == other.country
        yield Part(name="country" if alike else "country-apart", value=SAME_COUNTRY if alike else OTHER_COUNTRY)
    yield from _sector_part(one, other)
    shared = sorted(word for word in one.titles & other.titles if len(word) > 2)
    if shared:
        yield Part(name="title", value=SAME_TITLE)
    company = len(one.company & other.company)
    if company:
        yield Part(name="company", value=round(COMPANY * min(company, MOST_COMPANY), PLACES))


def of_family(known: str) -> bool:
    """Whether an id is made of a family's head and a place, which a missing space may spoil ("body:polda:...")."""
    return known.count(":") > 1


def _kind_value(one: Profile, other: Profile) -> float:
    kinds = frozenset({one.kind, other.kind})
    if kinds in NEAR_KINDS:
        return 0.0
    if kinds == {ActorKind.PERSON, ActorKind.ORGANISATION}:
        body = one if one.kind is ActorKind.ORGANISATION else other
        if body.known is None and body.sector in PLAIN_SECTORS and len(body.names) == 1 and len(body.names[0]) == 1:
            return MISTAKEN_KIND
    return OTHER_KIND


def _sector_part(one: Profile, other: Profile) -> Iterator[Part]:
    sectors = {one.sector, other.sector}
    if None in sectors or sectors <= PLAIN_SECTORS:
        return
    if len(sectors) == 1:
        yield Part(name="sector", value=SAME_SECTOR)
    elif not sectors & PLAIN_SECTORS:
        yield Part(name="sector-apart", value=OTHER_SECTOR)


def _name_part(one: Profile, other: Profile) -> Part:
    """Return what the names say: the best of all pairs of them.

    Where both have a name of several words, only such names are compared: a first name in common says nothing then.
    """
    if not one.names or not other.names:
        return Part(name="unnamed", value=COMMON)
    left, right = one.names, other.names
    if len(left[0]) > 1 and len(right[0]) > 1:
        left, right = tuple(key for key in left if len(key) > 1), tuple(key for key in right if len(key) > 1)
    parts = [_names(mine, theirs) for mine in left for theirs in right]
    return max(parts, key=lambda part: (part.value, part.name))


def _names(left: tuple[str, ...], right: tuple[str, ...]) -> Part:
    small, large = sorted((left, right), key=len)
    if left == right:
        return _equal(left)
    if len(small) == len(large):
        if len(left) > 1 and same_words(left, right):
            return Part(name="spelling", value=SPELLING)
        if len(left) == 1 and near(left[0], right[0]):
            return Part(name="spelling", value=0.0)
    elif short_of(small, large) and len("".join(small)) > SHORTEST_NAME:
        return Part(name="short-name", value=PART_OF_NAME if len(small) > 1 else SHORT_NAME)
    if len(small) > 1 and len(large) <= len(small) + 1 and _written_on(small, large):
        return Part(name="written-on", value=WRITTEN_ON)
    return Part(name="name-apart", value=OTHER_NAME)


def _equal(name: tuple[str, ...]) -> Part:
    if len(name) > 1:
        return Part(name="name", value=WHOLE_NAME)
    if len(name[0]) <= SHORTEST_NAME:
        return Part(name="initials", value=INITIALS)
    return Part(name="single-name", value=SINGLE_NAME)


def _written_on(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names are the same up to a last word that begins like the other's."""
    last = len(one) - 1
    short, long = sorted((one[last], other[last]), key=len)
    return one[:last] == other[:last] and len(short) >= SHORTEST_WORD and long.startswith(short)
