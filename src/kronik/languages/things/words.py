"""What a language knows of how news names products, works, laws, events and other things."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kronik.languages.analysis import NameKind
from kronik.languages.naming import Phrases


class Rest(StrEnum):
    """What follows the words that give a thing's name away."""

    NONE = "none"
    """Nothing: they are the name."""
    MAY = "may"
    """A capitalised run, or nothing."""
    NAME = "name"
    """A capitalised run."""
    TITLE = "title"
    """A quotation or a capitalised run that names no owner of the thing."""
    CALLED = "called"
    """A quotation, or a run behind a word that says what a thing is called."""
    LAW = "law"
    """A number and a year, a capitalised run, or what it is about."""
    NUMBERED = "numbered"
    """A run that ends with a number."""
    MODEL = "model"
    """The model of a maker's thing."""
    CODE = "code"
    """Digits right behind the letters and a hyphen, in the same word."""
    TAIL = "tail"
    """Nothing: they end a capitalised run."""
    NOT = "not"
    """They only look like a cue."""


class Part(StrEnum):
    """Whether a cue belongs to the name."""

    IN = "in"
    """It does, and is a cue with a capital only."""
    OUT = "out"
    BOTH = "both"
    """It does where it has a capital."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that give the name of a thing away.

    Attributes:
        form: as written; one in capitals must stand so, another may stand in any case.
        kind: product or other.
        sort: what it is (``ship``, ``law``); for readers of the table.
        part: whether the words belong to the name.
        rest: what follows them.
    """

    form: str
    kind: NameKind
    sort: str
    part: Part
    rest: Rest


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingWords:
    """Words and tables of one language.

    Attributes:
        cues: by lower-cased phrase, tails and codes left out.
        tails: by the lower-cased word that ends a name.
        codes: by the letters and the hyphen of a designator, as written.
        called: words between a cue and a name ("bertajuk").
        links: small words within a name; joins: those within the name of a law.
        numbers: words before the number of a law; years: before its year; about: before what it is about.
        companies: words that make a maker's name that of a company.
        counted: words behind a number that counts and belongs to no name.
        undated: words before a year with which it names no event.
        leading: words before the name of an event that are no part of it.
        stops: words that no name holds, those that open sentences among them.
        ordinary: words that are mostly written small.
        heads: words that begin offices, ranks, bodies and forms of address, which a thing's name does not begin with.
    """

    cues: Phrases[Cue]
    tails: Mapping[str, Cue]
    codes: Mapping[str, Cue]
    called: frozenset[str]
    links: frozenset[str]
    joins: frozenset[str]
    numbers: frozenset[str]
    years: frozenset[str]
    about: frozenset[str]
    companies: frozenset[str]
    counted: frozenset[str]
    undated: frozenset[str]
    leading: frozenset[str]
    stops: frozenset[str]
    ordinary: frozenset[str]
    heads: frozenset[str]
