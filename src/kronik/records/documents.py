"""The article record that users and scorers read: the shape of the gold guidelines, as plain frozen values."""

from dataclasses import dataclass

from kronik.records.articles import Article, Bound, LedgerEntry, Reading, Reason, Verdict
from kronik.records.bundles import Bundle
from kronik.records.finding_documents import (
    ActorDocument,
    EventDocument,
    PlaceDocument,
    StatementDocument,
    actor_document,
    event_document,
    place_document,
    statement_document,
)
from kronik.records.quotations import SpanDocument, spans_of
from kronik.records.times import Time

UNQUOTED = frozenset({Reason.CODE, Reason.BOILERPLATE})
"""Reasons whose characters the record does not repeat: scripts and page furniture, often longer than the article."""


PEOPLE = ("writer", "editor")
"""Fields that may have several values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDocument:
    """Which page the record is of."""

    uri: str
    id: str
    media: str
    encoding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DebrisDocument:
    """A removed stretch."""

    start: int
    end: int
    reason: str
    rule: str
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeDocument:
    """A time; ``slices`` only where the expression stands in several."""

    id: str
    start: int
    end: int
    quote: str
    value: str | None
    earliest: str | None = None
    latest: str | None = None
    mod: str | None = None
    anchor: str
    anchor_day: str | None = None
    rule: str
    conflict: bool | None = None
    slices: tuple[SpanDocument, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundDocument:
    """What is known of the publication day of a page without a stamp."""

    not_before: str | None
    not_after: str | None
    rule: str
    evidence: tuple[SpanDocument, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictDocument:
    """Two readings of one field that do not agree."""

    field: str
    chosen: str
    other: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DatelineDocument:
    """Place and outlet of the opening line."""

    place: str | None
    outlet: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceDocument:
    """Where a metadata field was read."""

    field: str
    value: str
    rule: str
    spans: tuple[SpanDocument, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDocument:
    """One article record. Fields that are None are left out of the JSON, save ``published``."""

    id: str
    page: PageDocument
    language: str
    kind: str
    headline: str | None
    outlet: str | None
    section: str | None
    byline: str | None
    editors: tuple[str, ...] | None
    dateline: DatelineDocument | None
    published: str | None
    published_time: str | None
    published_bound: BoundDocument | None
    completeness: str
    conflicts: tuple[ConflictDocument, ...] | None
    prose: str
    debris: tuple[DebrisDocument, ...]
    unsure: tuple[SpanDocument, ...]
    times: tuple[TimeDocument, ...] | None
    times_unresolved: tuple[TimeDocument, ...] | None
    places: tuple[PlaceDocument, ...] | None
    actors: tuple[ActorDocument, ...] | None
    statements: tuple[StatementDocument, ...] | None
    events: tuple[EventDocument, ...] | None
    no_pack: bool | None
    evidence: tuple[EvidenceDocument, ...]


def document_of(bundle: Bundle) -> ArticleDocument:
    """Return the record of one page. Offsets are half-open code points of the named part."""
    article, text = bundle.article, bundle.page.text
    times, found = bundle.times, bundle.findings
    return ArticleDocument(
        id=bundle.page.id,
        page=PageDocument(
            uri=bundle.page.uri, id=bundle.page.id, media=bundle.page.media, encoding=bundle.page.encoding
        ),
        language=article.language.code,
        kind=article.kind,
        headline=_value(article.headline),
        outlet=_value(article.outlet),
        section=_value(article.section),
        byline=", ".join(writer.value for writer in article.writers) or None,
        editors=tuple(editor.value for editor in article.editors) or None,
        dateline=DatelineDocument(place=article.dateline.place, outlet=article.dateline.outlet)
        if article.dateline
        else None,
        published=_value(article.published),
        published_time=_value(article.published_time),
        published_bound=_bound(article.bound),
        completeness=article.completeness,
        conflicts=tuple(
            ConflictDocument(field=c.field, chosen=c.chosen, other=c.other, rule=c.rule) for c in article.conflicts
        )
        or None,
        prose=article.prose,
        debris=tuple(_debris(entry, text) for entry in article.ledger if entry.verdict is Verdict.REMOVED),
        unsure=tuple(SpanDocument(start=piece.start, end=piece.end) for piece in article.spans(Verdict.UNSURE)),
        times=None if times is None else tuple(_time(time, text) for time in times if time.value is not None),
        times_unresolved=None if times is None else tuple(_time(time, text) for time in times if time.value is None),
        places=None if found is None else tuple(place_document(place, text) for place in found.places),
        actors=None if found is None else tuple(actor_document(actor, text) for actor in found.actors),
        statements=None if found is None else tuple(statement_document(one, text) for one in found.statements),
        events=None if found is None else tuple(event_document(report, text) for report in found.reports),
        no_pack=True if times is None else None,
        evidence=_field_evidence(article),
    )


def _value(reading: Reading | None) -> str | None:
    return reading.value if reading else None


def _bound(bound: Bound | None) -> BoundDocument | None:
    if bound is None:
        return None
    return BoundDocument(
        not_before=bound.not_before, not_after=bound.not_after, rule=bound.rule, evidence=spans_of(bound.evidence)
    )


def _debris(entry: LedgerEntry, text: str) -> DebrisDocument:
    reason = entry.reason or Reason.BOILERPLATE
    return DebrisDocument(
        start=entry.span.start,
        end=entry.span.end,
        reason=reason,
        rule=entry.rule,
        quote=None if reason in UNQUOTED else entry.span.of(text),
    )


def _time(time: Time, text: str) -> TimeDocument:
    first = time.evidence.slices[0]
    several = len(time.evidence.slices) > 1
    return TimeDocument(
        id=time.id,
        start=first.start,
        end=first.end,
        quote=time.evidence.quote(text),
        value=time.value,
        earliest=time.earliest,
        latest=time.latest,
        mod=time.mod,
        anchor=time.anchor,
        anchor_day=time.anchor_day,
        rule=time.rule,
        conflict=time.conflict or None,
        slices=spans_of((time.evidence,)) if several else None,
    )


def _field_evidence(article: Article) -> tuple[EvidenceDocument, ...]:
    # People stand behind the fields that have one value.
    readings = sorted(article.readings, key=lambda named: named[0] in PEOPLE)
    out = [
        EvidenceDocument(field=name, value=reading.value, rule=reading.rule, spans=spans_of(reading.evidence))
        for name, reading in readings
    ]
    if article.dateline:
        value = article.dateline.place or article.dateline.outlet or ""
        out.append(
            EvidenceDocument(
                field="dateline", value=value, rule=article.dateline.rule, spans=spans_of(article.dateline.evidence)
            )
        )
    return tuple(out)
