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
SHORT_NAME = 1.2
"""One name is a part of the other."""
SINGLE_NAME = 0.8
"""One and the same word."""
INITIALS = -2.5
"""Names of initials alone: many persons have them."""
OTHER_NAME = -6.0
ONE_KNOWN = 6.0
"""Both are one entry of the knowledge files; two entries are two."""
TWO_KNOWN = -8.0
SAME_COUNTRY = 0.6
OTHER_COUNTRY = -3.0
SAME_SECTOR = 0.8
OTHER_SECTOR = -1.5
"""Sectors that differ, where neither is the plain one of persons of whom a page says nothing."""
SAME_TITLE = 1.8
COMPANY = 0.5
"""Each other actor named in both articles, up to `MOST_COMPANY`."""
MOST_COMPANY = 4
OTHER_KIND = -4.0
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
    if one.known is not None and other.known is not None:
        alike = one.known == other.known
        yield Part(name="known" if alike else "known-apart", value=ONE_KNOWN if alike else TWO_KNOWN)
    yield _name_part(one, other)
    if one.kind is not other.kind:
        yield Part(name="kind-apart", value=0.0 if frozenset({one.kind, other.kind}) in NEAR_KINDS else OTHER_KIND)
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
    if left == right:
        if len(left) > 1:
            return Part(name="name", value=WHOLE_NAME)
        short = len(left[0]) <= 3
        return Part(name="initials" if short else "single-name", value=INITIALS if short else SINGLE_NAME)
    if len(left) == len(right) > 1 and same_words(left, right):
        return Part(name="spelling", value=SPELLING)
    small, large = sorted((left, right), key=len)
    if len(small) < len(large) and short_of(small, large) and len("".join(small)) > 3:
        return Part(name="short-name", value=SHORT_NAME)
    if len(left) == len(right) == 1 and near(left[0], right[0]):
        return Part(name="spelling", value=0.0)
    return Part(name="name-apart", value=OTHER_NAME)
