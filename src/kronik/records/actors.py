"""Actors of an article, as stored."""

from dataclasses import dataclass
from enum import StrEnum

from kronik.records.spans import Evidence


class ActorKind(StrEnum):
    """What sort of actor."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"


class MentionForm(StrEnum):
    """How a mention refers."""

    NAME = "name"
    TITLE = "title"
    """A title that stands alone ("Presiden Rusia")."""
    EPITHET = "epithet"
    """A description ("sang pemimpin")."""
    METONYM = "metonym"
    """A place for its government ("Beijing")."""
    GROUP = "group"
    """A common noun group ("warga")."""
    PRONOUN = "pronoun"


class Protection(StrEnum):
    """Why a name is masked in exports and pages unless asked otherwise."""

    MINOR = "minor"
    SEXUAL_CRIME = "sexual_crime"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place in the prose that refers to an actor; a title joined to a name is no part of it."""

    evidence: Evidence
    form: MentionForm
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, state, organisation that this article names, or a group that speaks or takes part in a report.

    Attributes:
        id: hash of page id, kind and first mention.
        name: fullest form in the page.
        kind: what sort.
        country: ISO 3166-1 alpha-3, or UNO EUR IGO NGO ISM IMG MNC; None when neither page nor knowledge tells.
        sector: PLOVER code; None when unknown.
        titles: titles joined to its names.
        mentions: names, titles and epithets, in order of place; pronouns left out.
        pronouns: pronouns resolved to it.
        country_rule, sector_rule: where these two were read.
        known: id in the knowledge files; None when they do not hold it.
        protection: why it is masked; None when it is not.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    titles: tuple[Evidence, ...] = ()
    mentions: tuple[Mention, ...]
    pronouns: tuple[Mention, ...] = ()
    country_rule: str | None = None
    sector_rule: str | None = None
    known: str | None = None
    protection: Protection | None = None
