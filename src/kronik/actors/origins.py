"""Where an actor is from, as the words around it and the page say."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kronik.actors.circle import Circle, Group
from kronik.actors.found import Found
from kronik.actors.words import Row
from kronik.languages.naming import CRIME, NamingWords, Scope
from kronik.records.actors import ActorKind, MentionForm

BEFORE = 5
AFTER = 4
"""Words before and after a person's name among which a word of origin and a state speak of the person."""
FOREIGN = 3
"""Mentions of other states from which a page without any of the home country's is a foreign one; on gold train."""
NEAR = 1
"""Sentences back in which the last state named is whose people or bodies are meant in a foreign page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an article as a whole says: its mentions, the states named in each row, whether it is a foreign page.

    Attributes:
        circle: the mentions, joined.
        where: by row, word -> state that it names.
        foreign: it tells of other states, and names nothing of the home country.
        main: the state named most; None without one.
        white_collar: it tells of crime without violence, in which one accused is not called a criminal.
    """

    circle: Circle
    where: tuple[Mapping[int, str], ...]
    foreign: bool
    main: str | None
    white_collar: bool


def setting_of(
    circle: Circle, rows: tuple[Row, ...], where: tuple[Mapping[int, str], ...], words: NamingWords
) -> Setting:
    """Return the setting of an article."""
    home = 0
    votes: Counter[str] = Counter()
    for one in circle.mentions:
        if one.kind is ActorKind.STATE and one.country:
            votes[one.country] += 1
        home += one.body is not None and one.body.country == words.home
        home += one.known is not None and one.known.country == words.home
        if one.held:
            home += any(held.office is not None and held.office.scope is Scope.HOME for held in one.held)
    home += votes.pop(words.home, 0)
    main = min(votes, key=lambda country: (-votes[country], country), default=None)
    return Setting(
        circle=circle,
        where=where,
        foreign=home == 0 and sum(votes.values()) >= FOREIGN,
        main=main,
        white_collar=any(row.holds & CRIME for row in rows),
    )


def origin_of(rows: tuple[Row, ...], words: NamingWords, setting: Setting, mentions: list[Found]) -> str | None:
    """Return the state that words of origin beside a person's name name ("WN Australia berinisial ...")."""
    for one in mentions:
        if one.kind is not ActorKind.PERSON:
            continue
        row = rows[one.row]
        where = setting.where[one.row]
        if not where:
            continue
        for at in (*range(one.first - 1, max(0, one.first - BEFORE), -1), *range(one.last + 1, one.last + AFTER)):
            if at in where and at > 0 and words.referring.origins.at(row.lower, at - 1) is not None:
                return where[at]
    return None


def from_states(
    setting: Setting, words: NamingWords, group: Group, mentions: list[Found]
) -> tuple[tuple[str, str], ...]:
    """Return the country that the page takes for granted: home, or in a foreign page the state spoken of last."""
    if not setting.foreign:
        return ((words.home, "page"),)
    if group.kind is ActorKind.PERSON or any(one.form is MentionForm.NAME for one in mentions):
        return ()
    first = min(group.found)
    row = setting.circle.mentions[first].row
    for at in range(first - 1, -1, -1):
        one = setting.circle.mentions[at]
        if one.row < row - NEAR:
            break
        if one.kind is ActorKind.STATE and one.country:
            return ((one.country, "page.near"),)
    return ((setting.main, "page.main"),) if setting.main else ()
