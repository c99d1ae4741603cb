"""What a language knows of how news names people and bodies, and refers to them again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Scope(StrEnum):
    """Whose an office is."""

    HOME = "home"
    """Only the language's own country has it."""
    STATE = "state"
    """Of the state or region named after it."""
    BODY = "body"
    """Of the body named after it."""
    NONE = "none"
    """A calling."""


class Rest(StrEnum):
    """What must follow the words that begin a body's name."""

    NEEDED = "needed"
    MAY = "may"
    NONE = "none"
    NO = "no"
    """Not a name by itself; only gives the sector of a name that begins so."""


class Sense(StrEnum):
    """How a common noun refers."""

    ROLE = "role"
    """A part that one or more persons play in a case."""
    CROWD = "crowd"
    """People as a group."""
    ORGAN = "organ"
    """A body named by what it is."""
    PERSON = "person"
    """One person described."""
    COUNTED = "counted"
    """Refers only with a number before it."""
    NO = "no"
    """Refers to no one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office or calling. ``lone``: it stands alone for its holder."""

    form: str
    sector: str
    scope: Scope
    lone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Words that begin, or are, the name of a body. ``country``: None where the page decides."""

    form: str
    sector: str
    country: str | None
    rest: Rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A common noun that stands for people or bodies.

    Attributes:
        form: lower case.
        kind: ``person``, ``group``, ``organisation`` or ``state``.
        sector: PLOVER code.
        sense: how it refers.
        tie: family of bodies or roles that it may stand for; None for none.
    """

    form: str
    kind: str
    sector: str
    sense: Sense
    tie: str | None


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """A table of phrases, looked up at a place of a row of lower-cased words; the longest wins."""

    entries: Mapping[str, T]
    lengths: Mapping[str, tuple[int, ...]]
    """First word -> numbers of words of the phrases that begin with it, longest first."""
    by_words: Mapping[tuple[str, ...], tuple[int, T]]
    """Words of a phrase -> their number and its entry."""

    def at(self, words: tuple[str, ...], index: int) -> tuple[int, T] | None:
        """Return the number of words and the entry of the longest phrase that begins at the index; None without one."""
        for length in self.lengths.get(words[index], ()):
            found = self.by_words.get(words[index : index + length])
            if found is not None:
                return found
        return None


def phrases(entries: Mapping[str, T]) -> Phrases[T]:
    """Return the table of these phrases (lower case, words parted by one space)."""
    by_words = {(parts := tuple(phrase.split(" "))): (len(parts), entry) for phrase, entry in entries.items()}
    lengths: dict[str, set[int]] = {}
    for parts in by_words:
        lengths.setdefault(parts[0], set()).add(len(parts))
    longest_first = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
    return Phrases(entries, longest_first, by_words)


OFFICE, BODY, NOUN, RANK = 1, 2, 4, 8
"""What may begin with a word, as bits of a number: phrases of the tables of that name."""
ANNOUNCING, ALIAS, EPITHET, SEXUAL, CRIME, PRONOUN, FORMED, ADDRESS = 16, 32, 64, 128, 256, 512, 1024, 2048
"""The same: initials that it announces, another name of a person, an epithet, a word of sexual crime, one of crime
without violence, a pronoun, a noun with an owner's clitic or doubled, an honorific."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Protected:
    """Words that mark whom exports mask.

    Attributes:
        minor: say that somebody is a minor.
        sexual: of sexual crime.
        years: behind an age.
        calling: right before a name, behind whom it names.
    """

    minor: Phrases[bool]
    sexual: Phrases[bool]
    years: frozenset[str]
    calling: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Referring:
    """Words around common nouns, and words in place of names.

    Attributes:
        several, one: say how many; ``several`` more than one.
        wholes: those of them that say all, or most.
        counters: nouns that only count the noun after them.
        back: words after a noun that mean one named before; marks: words that go on with an epithet.
        pointers: words after a noun that point back.
        epithets: nouns that describe one person.
        person, many, side, own: pronouns: one person; several; the side of the one who speaks; the owner, as a clitic.
        gathered: words between a crowd and the body that it belongs to.
        copulas: words that give a part in a case to the one named before.
        states: words before a part in a case that speak of it as a state of things.
        describing: nouns that say of what kind the noun before them is.
        placing: words before a capital with which it is a place, and not its government.
        namely: words that name those who play a part in a case.
        origins: words before a state's name that say where someone is from.
    """

    several: Phrases[bool]
    wholes: frozenset[str]
    one: Phrases[bool]
    counters: frozenset[str]
    back: frozenset[str]
    marks: frozenset[str]
    pointers: frozenset[str]
    epithets: frozenset[str]
    person: frozenset[str]
    many: frozenset[str]
    side: frozenset[str]
    own: frozenset[str]
    gathered: frozenset[str]
    copulas: frozenset[str]
    states: frozenset[str]
    describing: frozenset[str]
    placing: frozenset[str]
    namely: frozenset[str]
    origins: Phrases[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingWords:
    """Words and tables of one language.

    Attributes:
        home: alpha-3 code of the country that the language's outlets take for granted.
        offices, bodies, nouns: tables by lower-cased phrase.
        regions: names of the home country's regions, as they stand after an office.
        former, acting: words before an office.
        things: words before an office with which it names a thing.
        ranks: rank -> sector.
        honorifics: words of address left out of a name; kept: those that belong to it.
        degrees: degrees after a name, lower case, no closing stop.
        facilities: words after which a person's name is a place's; inner: words that may stand between the two.
        initials: words after which initials are a name.
        alias: words before another name of a person; True where the first name need not stand right before.
        white_collar: words of crime without violence.
        particles: lower-case words within a name.
        links: words that link the parts of an office or a body's name.
        openers: words that a sentence begins with, and no name.
        barred: capitalised words that name no one.
        legal: legal forms of companies.
        joins: words that join two names.
        units: first words of bodies for which the last word stands.
        numbers: words that count.
        same_office: long name of an office -> the short one that is compared in its place.
        leads, led: offices that say only that one leads, and those that they may mean.
        ties: family of common nouns -> first words of the bodies that they may stand for.
        short: long form -> what the press writes for it.
        referring, protected: see there.
        begins: word -> all that may begin with it, as bits (`OFFICE` and the others); made of the rest.
    """

    home: str
    offices: Phrases[Office]
    bodies: Phrases[Body]
    nouns: Phrases[Noun]
    regions: Phrases[bool]
    former: frozenset[str]
    acting: Phrases[bool]
    things: frozenset[str]
    ranks: Phrases[str]
    honorifics: frozenset[str]
    kept: frozenset[str]
    degrees: frozenset[str]
    facilities: frozenset[str]
    inner: frozenset[str]
    initials: frozenset[str]
    alias: Phrases[bool]
    white_collar: frozenset[str]
    particles: frozenset[str]
    links: frozenset[str]
    openers: frozenset[str]
    barred: frozenset[str]
    legal: frozenset[str]
    joins: frozenset[str]
    units: frozenset[str]
    numbers: Mapping[str, int]
    same_office: Mapping[str, str]
    leads: frozenset[str]
    led: frozenset[str]
    ties: Mapping[str, frozenset[str]]
    short: Phrases[str]
    referring: Referring
    protected: Protected
    begins: Mapping[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Gather in one table what may begin with each word, so that a word is asked for once."""
        refer = self.referring
        begins: dict[str, int] = {}
        for bit, group in (
            (OFFICE, self.offices.lengths),
            (BODY, self.bodies.lengths),
            (NOUN, self.nouns.lengths),
            (RANK, self.ranks.lengths),
            (ANNOUNCING, self.initials),
            (ALIAS, self.alias.lengths),
            (EPITHET, (*refer.one.lengths, *refer.epithets)),
            (SEXUAL, self.protected.sexual.lengths),
            (CRIME, self.white_collar),
            (PRONOUN, refer.person | refer.side | refer.many),
            (ADDRESS, self.honorifics),
            (FORMED, (noun + clitic for noun in self.nouns.entries for clitic in refer.own)),
            (FORMED, (f"{noun}-{noun}" for noun in self.nouns.entries)),
        ):
            _add(begins, bit, group)
        object.__setattr__(self, "begins", begins)


def _add(begins: dict[str, int], bit: int, group: Iterable[str]) -> None:
    for word in group:
        begins[word] = begins.get(word, 0) | bit
