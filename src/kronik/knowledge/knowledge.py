"""All that is known, and the lookups: who is named, what is named, who holds which office on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kronik.knowledge.bodies import bodies_named, body_within
from kronik.knowledge.facts import (
    DEFAULT,
    NEEDED,
    OF_BODY,
    Family,
    Held,
    Holding,
    Naming,
    Organisation,
    State,
    StateName,
    Title,
    TitleReading,
)
from kronik.knowledge.naming import asked_keys, folded
from kronik.knowledge.periods import Standing

FORMER_SECTOR = "ELI"
"""PLOVER's sector of those who held an office."""
_MARKS = frozenset((DEFAULT, NEEDED))
LONGEST_TITLE = 6
"""Words of the longest title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What is known.

    Attributes:
        states, organisations, families, holdings, titles: the facts, as they stand in the tables.
        by_state_name, by_body_name, by_head, by_word, by_title: keys of `kronik.knowledge.naming` to facts.
        by_whole_name: folded name, or variant of it, by which one person alone is named -> that person's last holding.
        lengths: folded first word -> numbers of words of the names of states, bodies and persons that begin with it,
            longest first.
        demonyms: words of `by_state_name` that first of all name a state's people or things, also when written small.
        body_lengths: the same for `by_body_name` and `by_head`.
    """

    states: tuple[State, ...]
    organisations: tuple[Organisation, ...]
    families: tuple[Family, ...]
    holdings: tuple[Holding, ...]
    titles: tuple[Title, ...]
    by_state_name: Mapping[str, tuple[StateName, ...]] = field(repr=False)
    by_body_name: Mapping[str, tuple[Organisation, ...]] = field(repr=False)
    by_head: Mapping[str, Family] = field(repr=False)
    by_word: Mapping[str, tuple[int, ...]] = field(repr=False)
    by_title: Mapping[str, Title] = field(repr=False)
    by_id: Mapping[str, Organisation | Family] = field(repr=False)
    by_whole_name: Mapping[str, Holding] = field(repr=False)
    lengths: Mapping[str, tuple[int, ...]] = field(repr=False)
    body_lengths: Mapping[str, tuple[int, ...]] = field(repr=False)
    demonyms: frozenset[str] = field(repr=False)
    folded_people: tuple[tuple[str, ...], ...] = field(repr=False)
    """For each holding the folded spellings of the person's name."""

    def state_names(self, text: str) -> tuple[StateName, ...]:
        """Return every state that a text names, by name, capital, seat or demonym; the usual reading first."""
        for key in asked_keys(text):
            if found := self.by_state_name.get(key):
                return found
        return ()

    def state_named(self, text: str) -> State | None:
        """Return the state of this name, former and English ones included; capitals, seats and demonyms are none."""
        for found in self.state_names(text):
            if found.way in {Naming.NAME, Naming.FORMER, Naming.ENGLISH}:
                return found.state
        return None

    def organisations_named(self, text: str) -> tuple[Organisation, ...]:
        """Return every organisation of this name or acronym, the one meant by default first.

        A name that no table holds is a member of a family where it begins with a head ("Polres Badung").
        """
        return bodies_named(self, text)

    def organisation_within(self, text: str) -> tuple[Organisation, ...]:
        """Return the organisation that a text ends with, for parts of it ("Satreskrim Polres Badung")."""
        return body_within(self, text)

    def holders(self, name: str, day: str | None = None) -> tuple[Held, ...]:
        """Return who of this name holds which office on a day (ISO).

        Without a day, every office that such a person is known to hold or to have held (`Standing.UNDATED`).
        A whole name comes before a part of one ("Trump"); then the surer standing, then the later beginning. A person
        known by one word ("Sugiono") or by a common name is never named by it wholly; a nickname does it ("Jokowi").
        """
        asked = folded(name)
        found: list[Held] = []
        for index in self.by_word.get(asked.split(" ", 1)[0], ()) if asked else ():
            spellings = self.folded_people[index]
            exact = asked in spellings
            if not exact and not any(f" {asked} " in f" {spelling} " for spelling in spellings):
                continue
            holding = self.holdings[index]
            standing = holding.period.standing(day)
            if standing is not None:
                whole = exact and names_wholly(holding, spellings, asked)
                found.append(Held(holding, whole=whole, standing=standing))
        found.sort(key=lambda held: held.holding.period.first, reverse=True)
        return tuple(sorted(found, key=lambda held: (not held.whole, _sureness(held.standing))))

    def office_holder(self, country: str, office: str, day: str, *, of: str = "") -> Held | None:
        """Return who holds an office of a state (or of a body or territory) on a day; None when that is not known.

        None too where two are known for the day, as on the days of a change that are known to the month only.
        """
        found = [
            Held(holding, whole=True, standing=standing)
            for holding in self.holdings
            if (holding.country, holding.office, holding.of) == (country, office, of)
            and (standing := holding.period.standing(day)) is not None
        ]
        sure = [held for held in found if held.standing is not Standing.POSSIBLE] or found
        return sure[0] if len({held.holding.person for held in sure}) == 1 else None

    def title_named(self, text: str) -> Title | None:
        """Return the title of this name or short form."""
        for key in asked_keys(text):
            if found := self.by_title.get(key):
                return found
        return None

    def read_title(self, text: str) -> TitleReading | None:
        """Take a text apart that begins with a title ("mantan Wakil Ketua DPR"); None when it does not."""
        words = text.split()
        titles: list[Title] = []
        at = 0
        while at < len(words) and (not titles or titles[-1].kind == "modifier"):
            for end in range(min(len(words), at + LONGEST_TITLE), at, -1):
                if title := self.title_named(" ".join(words[at:end])):
                    titles.append(title)
                    at = end
                    break
            else:
                break
        return self._title_reading(tuple(titles), " ".join(words[at:])) if titles else None

    def bodies_behind_title(self, rest: str) -> tuple[Organisation, ...]:
        """Return the bodies that the words behind a title name: a body of the table, at the end if need be, first."""
        named = self.organisations_named(rest) if rest else ()
        if named and named[0].family is None:
            return named
        within = self.organisation_within(rest) if rest else ()
        return within if within and (not named or within[0].family is None) else named

    def _title_reading(self, titles: tuple[Title, ...], rest: str) -> TitleReading:
        title = titles[-1]
        bodies = self.bodies_behind_title(rest)
        headed = self.by_id.get(title.heads) if title.heads else None
        names = self.state_names(rest) if rest else ()
        country = names[0].state.alpha3 if names else next((body.country for body in bodies), None)
        sector = title.sector
        if sector == OF_BODY:
            sector = bodies[0].sector if bodies else headed.sector if headed else None
        former = any(part.kind == "modifier" and part.sector == FORMER_SECTOR for part in titles)
        return TitleReading(
            titles=titles,
            rest=rest,
            sector=FORMER_SECTOR if former else sector,
            country=country or (headed.country if headed else None),
            organisations=bodies,
            former=former,
        )


def names_wholly(holding: Holding, spellings: tuple[str, ...], asked: str) -> bool:
    """Tell whether one of a holder's folded spellings names the person by itself: no common name, no single word."""
    return not holding.common and (" " in asked or asked != spellings[0])


def _sureness(standing: Standing) -> int:
    return tuple(Standing).index(standing)


def chosen(bodies: Iterable[Organisation], context: str) -> Organisation | None:
    """Return which of several bodies of one name is meant in a context, a stretch of text around the name.

    The one with most of its context words there; with none, the one that is meant by default; None when neither tells.
    A body whose name is a common word too (`Organisation.needs_context`) is never meant without one of its words.
    """
    bodies = tuple(bodies)
    if len(bodies) == 1 and not bodies[0].context:
        return bodies[0]
    words = f" {folded(context)} "
    scores = [sum(f" {folded(word)} " in words for word in body.context if word not in _MARKS) for body in bodies]
    best = max(scores, default=0)
    if best and scores.count(best) == 1:
        return bodies[scores.index(best)]
    bodies = tuple(body for body in bodies if not body.needs_context)
    if len(bodies) == 1 and len(scores) == 1:
        return bodies[0]
    defaults = [body for body in bodies if body.is_default]
    return defaults[0] if len(defaults) == 1 else None
