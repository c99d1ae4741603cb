"""Places, actors, statements and reports as the article record shows them: the shape of the gold guidelines.

The record calls reports ``events``, as the guidelines do.
"""

from dataclasses import dataclass

from kronik.records.actors import Actor, Mention
from kronik.records.places import Place, Where
from kronik.records.quotations import QuotationDocument, quotation_of, quotations_of
from kronik.records.reports import Figure, Report
from kronik.records.spans import Evidence
from kronik.records.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDocument:
    """A mention of a place."""

    id: str
    start: int
    end: int
    quote: str
    where: Where | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionDocument:
    """A mention of an actor."""

    start: int
    end: int
    quote: str
    form: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorDocument:
    """One who speaks or takes part in a report."""

    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    country_rule: str | None
    sector_rule: str | None
    known: str | None
    protection: str | None
    titles: tuple[QuotationDocument, ...] | None
    mentions: tuple[MentionDocument, ...]
    pronouns: tuple[MentionDocument, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementDocument:
    """Who said what."""

    id: str
    speakers: tuple[str, ...]
    speaker_quote: QuotationDocument | None
    cue: QuotationDocument | None
    content: tuple[QuotationDocument, ...]
    kind: str
    via: QuotationDocument | None
    denies: bool | None
    rule: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureDocument:
    """A number of an event; ``value`` is whole where the page's is."""

    kind: str
    value: int | float
    unit: str
    bound: str | None
    by: str | None
    as_of: str | None
    cumulative: bool | None
    victims: str | None
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleDocument:
    """Why an actor stands in a role."""

    role: str
    actor: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartDocument:
    """A part of a score."""

    name: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDocument:
    """A report: this article's account of one event."""

    id: str
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    triggers: tuple[QuotationDocument, ...]
    date: str | None
    earliest: str | None
    latest: str | None
    date_quote: QuotationDocument | None
    date_rule: str | None
    place: QuotationDocument | None
    where: Where | None
    place_rule: str | None
    status: str
    claimed_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    figures: tuple[FigureDocument, ...]
    passage: str
    rule: str
    score: float
    parts: tuple[PartDocument, ...] | None
    roles: tuple[RoleDocument, ...] | None


def place_document(place: Place, text: str) -> PlaceDocument:
    """Return a place of the page with this text."""
    start, end, quote = _span(place.evidence, text)
    return PlaceDocument(id=place.id, start=start, end=end, quote=quote, where=place.where, rule=place.rule)


def actor_document(actor: Actor, text: str) -> ActorDocument:
    """Return an actor of the page with this text."""
    return ActorDocument(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        country=actor.country,
        sector=actor.sector,
        country_rule=actor.country_rule,
        sector_rule=actor.sector_rule,
        known=actor.known,
        protection=actor.protection,
        titles=quotations_of(actor.titles, text) or None,
        mentions=tuple(_mention(mention, text) for mention in actor.mentions),
        pronouns=tuple(_mention(mention, text) for mention in actor.pronouns) or None,
    )


def statement_document(statement: Statement, text: str) -> StatementDocument:
    """Return a statement of the page with this text."""
    return StatementDocument(
        id=statement.id,
        speakers=statement.speakers,
        speaker_quote=_maybe(statement.speaker, text),
        cue=_maybe(statement.cue, text),
        content=quotations_of(statement.content, text),
        kind=statement.kind,
        via=_maybe(statement.via, text),
        denies=statement.denies or None,
        rule=statement.rule,
        score=statement.score,
    )


def event_document(report: Report, text: str) -> EventDocument:
    """Return a report of the page with this text."""
    return EventDocument(
        id=report.id,
        type=report.type,
        mode=report.mode,
        actors=report.actors,
        recipients=report.recipients,
        triggers=tuple(quotation_of(trigger, text) for trigger in report.triggers),
        date=report.date,
        earliest=report.earliest,
        latest=report.latest,
        date_quote=_maybe(report.date_evidence, text),
        date_rule=report.date_rule,
        place=_maybe(report.place, text),
        where=report.where,
        place_rule=report.place_rule,
        status=report.status,
        claimed_by=report.claimed_by,
        denied_by=report.denied_by,
        figures=tuple(_figure(figure, text) for figure in report.figures),
        passage=report.passage,
        rule=report.rule,
        score=report.score,
        parts=tuple(PartDocument(name=part.name, value=part.value) for part in report.parts) or None,
        roles=tuple(RoleDocument(role=role, actor=actor, rule=rule) for role, actor, rule in report.role_rules) or None,
    )


def _figure(figure: Figure, text: str) -> FigureDocument:
    start, end, quote = _span(figure.evidence, text)
    return FigureDocument(
        kind=figure.kind,
        value=int(figure.value) if figure.value == int(figure.value) else figure.value,
        unit=figure.unit,
        bound=figure.limit,
        by=figure.by,
        as_of=figure.as_of,
        cumulative=figure.cumulative or None,
        victims=figure.victims,
        start=start,
        end=end,
        quote=quote,
    )


def _mention(mention: Mention, text: str) -> MentionDocument:
    start, end, quote = _span(mention.evidence, text)
    return MentionDocument(start=start, end=end, quote=quote, form=mention.form, rule=mention.rule)


def _maybe(evidence: Evidence | None, text: str) -> QuotationDocument | None:
    return None if evidence is None else quotation_of(evidence, text)


def _span(evidence: Evidence, text: str) -> tuple[int, int, str]:
    return evidence.start, evidence.end, evidence.quote(text)
