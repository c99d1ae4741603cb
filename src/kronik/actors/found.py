"""A mention as it is found, before it is known who is meant."""

from msgspec import Struct

from kronik.actors.words import Row
from kronik.languages.naming import Body, Noun, Office
from kronik.records.actors import ActorKind, MentionForm


class Known(Struct, frozen=True, kw_only=True):
    """What the knowledge files say of a name.

    Attributes:
        id, kind, country, sector: as of an actor.
        metonym: a capital or a seat of power, which names a state where the state acts.
        demonym: names the people or things of a state, not the state.
        name: the usual name.
    """

    id: str
    kind: ActorKind
    country: str | None
    sector: str | None
    metonym: bool = False
    demonym: bool = False
    name: str = ""


class Held(Struct, frozen=True, kw_only=True):
    """An office as the page gives it to someone.

    Attributes:
        first, last: half-open words of the row that say it, rank and honorifics included.
        office: the entry of the office; None where only a rank or an honorific stands.
        sector: of the office, the body in it, or the rank.
        former: it is held no more.
        territory: words after the office, lower case: a state, region or body.
        country: of the state named in it.
    """

    first: int
    last: int
    office: Office | None
    sector: str | None
    former: bool
    territory: tuple[str, ...]
    country: str | None


class Found(Struct, frozen=True, kw_only=True):
    """A mention.

    Attributes:
        row: index of its row.
        first, last: half-open words of the row.
        form, kind, rule: as in `kronik.actors.cast`.
        outer_first, outer_last: words of the whole phrase.
        held: offices joined to a name, or the office that stands alone.
        body: the entry of the words that begin a body's name.
        noun: the entry of a common noun.
        plural: more than one are meant.
        known: what the knowledge files say of the name.
        country: of the state that the mention itself names ("militer Israel").
        definite: it points back ("pria tersebut").
        number: how many are meant, where the page counts them.
    """

    row: int
    first: int
    last: int
    form: MentionForm
    kind: ActorKind
    rule: str
    outer_first: int
    outer_last: int
    held: tuple[Held, ...] = ()
    body: Body | None = None
    noun: Noun | None = None
    plural: bool = False
    known: Known | None = None
    country: str | None = None
    definite: bool = False
    number: int | None = None

    def words(self, rows: tuple[Row, ...]) -> tuple[str, ...]:
        """Return its words as written."""
        return rows[self.row].texts[self.first : self.last]

    def lower(self, rows: tuple[Row, ...]) -> tuple[str, ...]:
        """Return its words in lower case."""
        return rows[self.row].lower[self.first : self.last]
