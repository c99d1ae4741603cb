"""The records of the knowledge room: what is known, and what a lookup answers."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from kronik.knowledge.periods import ALWAYS, Period, Standing

SECTORS = frozenset(
    (
        "GOV", "COP", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
        "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
    )
)  # fmt: skip
"""PLOVER's sectors."""
NON_STATES = frozenset(("UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"))
"""PLOVER's codes that stand where a country's would: United Nations, Europe, other bodies of states, and so on."""
DEFAULT, NEEDED = "default", "needed"
"""Marks in an organisation's context."""
OF_BODY = "="
"""Sector of a title that is the sector of the body named with it ("juru bicara")."""


class Naming(StrEnum):
    """In which way a text names a state."""

    NAME = "name"
    FORMER = "former"
    """A name that it had."""
    ENGLISH = "english"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    """The capital: its government, where the sentence is about what the state does."""
    SEAT = "seat"
    """The seat of its power: a palace, a street, a house."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state, or a territory that has a code of its own.

    Attributes:
        alpha3: ISO 3166-1 alpha-3, or ``XKX`` for Kosovo; ISO 3166-3 codes for states that are gone.
        status: ``member`` of the United Nations, ``observer``, ``disputed``, ``associated``, ``territory``, ``former``.
        name: how Indonesian news names it.
        names: all such names, `name` first.
        english: its English names.
        demonyms: heads for its people and things where they differ from the name.
        capitals, seats: metonyms of its government.
        former: names that it had, each with the period of that name.
        doubts: (name, reason) of each name that has other readings: ``person``, ``place``, ``word``, ``body``, or of a
            name that two states share: ``default`` for the one that is meant when nothing says otherwise, ``also``.
        period: when it exists.
    """

    alpha3: str
    status: str
    name: str
    names: tuple[str, ...]
    english: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    former: tuple[tuple[str, Period], ...] = ()
    doubts: tuple[tuple[str, str], ...] = ()
    period: Period = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class StateName:
    """A text that names a state: the state, the way, and the other reading that the text has (None for none)."""

    state: State
    way: Naming
    doubt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body, a party, an armed group, an outlet, a company.

    Attributes:
        id: short name, unique; for a member of a family ``family:rest`` (``polres:badung``).
        names: full names and variants, the fullest first.
        acronyms: short forms.
        kind: what it is, one of `KINDS`.
        country: alpha-3 or one of `NON_STATES`; None for a body of a family whose state the text does not name.
        sector: PLOVER sector.
        parent: id of the body that it is part of.
        period: when it exists, by this name.
        context: words that speak for this one where it shares a name; ``default`` alone: meant when nothing else is;
            ``needed`` before the words: its name is a common word too, and means it only near one of them.
        territory: for a member of a family, what the text names beside the head ("Badung").
        family: id of the family; None for a body of its own.
        assumed: the country is the family's usual one, not told by the text.
        note: for the reader.
    """

    id: str
    names: tuple[str, ...]
    acronyms: tuple[str, ...] = ()
    kind: str
    country: str | None
    sector: str
    parent: str | None = None
    period: Period = ALWAYS
    context: tuple[str, ...] = ()
    territory: str | None = None
    family: str | None = None
    assumed: bool = False
    note: str = ""

    @property
    def is_default(self) -> bool:
        """Whether it is the one meant where it shares a name and nothing speaks for another."""
        return self.context == (DEFAULT,)

    @property
    def needs_context(self) -> bool:
        """Whether its name means it only near one of its words of context."""
        return self.context[:1] == (NEEDED,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Bodies that are named by a head and a territory or a state: "Polres Badung", "Kementerian Kesehatan Iran".

    Attributes:
        id: short name, unique.
        heads: words that a member's name begins with.
        slot: what follows: ``place`` (a territory of the country) or ``state`` (the name of a state tells the country).
        country: of every member (``place``), or the usual one (``state``); None where nothing is usual.
        kind, sector, parent: as of an organisation.
    """

    id: str
    heads: tuple[str, ...]
    slot: str
    kind: str
    country: str | None
    sector: str
    parent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A person in an office, for a time.

    Attributes:
        country: alpha-3 or one of `NON_STATES`.
        office: title in Indonesian, a name of the titles' table.
        of: what the office is of: empty for the state itself, else an organisation's id or a territory's name.
        sector: PLOVER sector.
        person: name as Indonesian news writes it.
        variants: other spellings and usual short forms.
        period: when.
        common: others bear the name as well, so that it means this person only with its title.
    """

    country: str
    office: str
    of: str
    sector: str
    person: str
    variants: tuple[str, ...]
    period: Period
    common: bool = False


class Held(Struct, frozen=True):
    """An answer to who holds what.

    Attributes:
        holding: person, office and time.
        whole: the whole name was given, and is not a common one: a part ("Trump") or a common name ("Budi Santoso")
            means the person only where the text has the title, or the whole name elsewhere.
        standing: how the day stands to the time.
    """

    holding: Holding
    whole: bool
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A word or words that stand before a name or for a person: "Kapolres", "juru bicara", "Ayatollah".

    Attributes:
        name: the title, lower case unless it is an acronym.
        variants: short forms and spellings.
        kind: one of `TITLE_KINDS`.
        sector: PLOVER sector, or `OF_BODY`; None for words that give none.
        of: what usually follows: ``state``, ``territory``, ``body`` or nothing.
        heads: id of the organisation or family that it heads or speaks for; None where the text tells.
        many: several hold it at a time.
    """

    name: str
    variants: tuple[str, ...]
    kind: str
    sector: str | None
    of: str | None = None
    heads: str | None = None
    many: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleReading:
    """A text that begins with a title, taken apart.

    Attributes:
        titles: the titles as they stand, modifiers ("mantan", "wakil") included; the last one decides.
        rest: what follows them.
        sector: PLOVER sector by the titles and the body named; None when they give none.
        country: alpha-3 or non-state code by the state or body named; None when the text names none.
        organisations: the bodies that the rest names.
        former: whether a modifier says that the office is no longer held.
    """

    titles: tuple[Title, ...]
    rest: str
    sector: str | None
    country: str | None
    organisations: tuple[Organisation, ...]
    former: bool


KINDS = frozenset(
    (
        "agency", "armed", "company", "court", "embassy", "government", "intelligence", "international", "legislature",
        "media", "military", "ministry", "ngo", "party", "police", "prosecution", "religious", "school", "sport",
        "union",
    )
)  # fmt: skip
"""What an organisation may be."""
TITLE_KINDS = frozenset(("office", "rank", "honorific", "profession", "role", "modifier"))
"""What a title may be: an office, a rank, a form of address, a calling, a part in a case, or a word before another."""
