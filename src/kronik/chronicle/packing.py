"""Bundles as rows of the store's tables, and back. Pure: no connection here."""

import zlib
from dataclasses import dataclass

import msgspec

from kronik.chronicle.packing_findings import FindingRows, pack_findings, unpack_findings
from kronik.chronicle.values import (
    Row,
    decimal_of,
    evidence_of,
    json_of,
    known_text,
    octets_of,
    slices_of,
    text_of,
    whole_of,
)
from kronik.records.articles import (
    Article,
    Bound,
    Completeness,
    Conflict,
    Dateline,
    Kind,
    Language,
    LedgerEntry,
    Reading,
    Reason,
    Verdict,
)
from kronik.records.bundles import Bundle, Raw
from kronik.records.pages import Media, Page, Part
from kronik.records.spans import TEXT_PART, Evidence, Slice
from kronik.records.times import Anchor, Time, TimeMod

COMPRESSION = 6
"""Level of zlib for raw bytes: fixed, so that the same bytes are packed the same way; 6 is where news HTML stops
getting noticeably smaller."""

_BREAKS = msgspec.json.Decoder(tuple[int, ...])


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleRows:
    """The rows of one bundle; an article's row leaves its number out, which the store gives."""

    page: Row
    parts: tuple[Row, ...]
    raw: Row | None
    article: Row
    readings: tuple[Row, ...]
    conflicts: tuple[Row, ...]
    ledger: tuple[Row, ...]
    times: tuple[Row, ...]
    findings: FindingRows


def pack(bundle: Bundle, item: str, maker_set: str) -> BundleRows:
    """Return the rows of a bundle that was made of the item with this digest by these stages.

    Raises:
        ValueError: the article is of another page.
    """
    page, article = bundle.page, bundle.article
    if (article.page_id, article.uri) != (page.id, page.uri):
        raise ValueError(f"the article of {article.page_id} does not belong to page {page.id}")
    return BundleRows(
        page=(
            page.id,
            item,
            page.uri,
            page.media,
            page.encoding,
            page.projection,
            int(page.partial),
            maker_set,
            json_of(page.breaks),
            json_of(page.hidden),
            page.part(TEXT_PART),
        ),
        parts=tuple((page.id, part.name, part.text) for part in page.parts if part.name != TEXT_PART),
        raw=_packed_raw(page.id, bundle.raw),
        article=_article_row(article, no_pack=bundle.times is None, no_grammar=bundle.findings is None),
        readings=_reading_rows(article),
        conflicts=tuple(
            (page.id, at, c.field, c.chosen, c.other, c.rule, json_of(c.evidence))
            for at, c in enumerate(article.conflicts)
        ),
        ledger=tuple(
            (page.id, at, e.span.start, e.span.end, e.verdict, e.reason, e.rule, json_of(e.evidence))
            for at, e in enumerate(article.ledger)
        ),
        times=tuple(_time_row(page.id, at, time) for at, time in enumerate(bundle.times or ())),
        findings=pack_findings(page.id, bundle.findings),
    )


def unpack(rows: BundleRows) -> Bundle:
    """Return the bundle that `pack` made these rows of.

    Raises:
        ValueError, msgspec.MsgspecError, zlib.error: a value that no bundle has.
    """
    page = _page(rows.page, rows.parts)
    no_pack, no_grammar, article = _article(page, rows)
    return Bundle(
        page=page,
        raw=_raw(rows.raw),
        article=article,
        times=None if no_pack else tuple(_time(row) for row in rows.times),
        findings=None if no_grammar else unpack_findings(rows.findings),
    )


def _packed_raw(page_id: str, raw: Raw | None) -> Row | None:
    if raw is None:
        return None
    return page_id, raw.media, raw.encoding, len(raw.data), zlib.compress(raw.data, COMPRESSION)


def _raw(row: Row | None) -> Raw | None:
    if row is None:
        return None
    _, media, encoding, _, data = row
    return Raw(media=Media(text_of(media)), encoding=text_of(encoding), data=zlib.decompress(octets_of(data)))


def _article_row(article: Article, *, no_pack: bool, no_grammar: bool) -> Row:
    dateline, bound = article.dateline, article.bound
    return (
        article.page_id,
        article.number,
        article.language.code,
        article.language.score,
        article.kind,
        _value(article.headline),
        _value(article.outlet),
        _value(article.section),
        ", ".join(writer.value for writer in article.writers) or None,
        ", ".join(editor.value for editor in article.editors) or None,
        dateline.place if dateline else None,
        dateline.outlet if dateline else None,
        dateline.rule if dateline else None,
        json_of(dateline.evidence) if dateline else None,
        _value(article.published),
        _value(article.published_time),
        bound.not_before if bound else None,
        bound.not_after if bound else None,
        bound.rule if bound else None,
        json_of(bound.evidence) if bound else None,
        article.completeness,
        json_of(article.completeness_evidence),
        int(no_pack),
        int(no_grammar),
        article.prose,
    )


def _reading_rows(article: Article) -> tuple[Row, ...]:
    fields = (
        ("headline", _one(article.headline)),
        ("outlet", _one(article.outlet)),
        ("section", _one(article.section)),
        ("writer", article.writers),
        ("editor", article.editors),
        ("published", _one(article.published)),
        ("published_time", _one(article.published_time)),
    )
    return tuple(
        (article.page_id, field, at, reading.value, reading.rule, json_of(reading.evidence))
        for field, readings in fields
        for at, reading in enumerate(readings)
    )


def _time_row(page_id: str, at: int, time: Time) -> Row:
    return (
        page_id,
        at,
        time.id,
        time.evidence.start,
        time.evidence.end,
        time.evidence.part,
        json_of(time.evidence.slices),
        time.value,
        time.earliest,
        time.latest,
        time.mod,
        time.anchor,
        time.anchor_day,
        time.rule,
        int(time.conflict),
    )


def _page(row: Row, part_rows: tuple[Row, ...]) -> Page:
    page_id, _, uri, media, encoding, projection, partial, _, breaks, hidden, text = row
    parts = [Part(name=text_of(name), text=text_of(part)) for _, name, part in part_rows]
    if text is not None:
        parts.append(Part(name=TEXT_PART, text=text_of(text)))
    return Page(
        id=text_of(page_id),
        uri=text_of(uri),
        media=Media(text_of(media)),
        encoding=text_of(encoding),
        projection=text_of(projection),
        parts=tuple(sorted(parts, key=lambda part: part.name)),
        breaks=_BREAKS.decode(text_of(breaks)),
        hidden=slices_of(hidden),
        partial=bool(partial),
    )


def _article(page: Page, rows: BundleRows) -> tuple[bool, bool, Article]:
    _, number, code, score, kind, _, _, _, _, _, place, outlet, *dated = rows.article
    dateline_rule, dateline_evidence, _, _, *rest = dated
    not_before, not_after, bound_rule, bound_evidence, completeness, completeness_evidence, *marks, prose = rest
    no_pack, no_grammar = marks
    readings: dict[str, list[Reading]] = {}
    for _, field, _, value, rule, evidence in rows.readings:
        reading = Reading(value=text_of(value), rule=text_of(rule), evidence=evidence_of(evidence))
        readings.setdefault(text_of(field), []).append(reading)
    return (
        bool(no_pack),
        bool(no_grammar),
        Article(
            page_id=page.id,
            uri=page.uri,
            number=known_text(number),
            language=Language(code=text_of(code), score=decimal_of(score)),
            kind=Kind(text_of(kind)),
            headline=_first(readings, "headline"),
            outlet=_first(readings, "outlet"),
            section=_first(readings, "section"),
            writers=tuple(readings.get("writer", ())),
            editors=tuple(readings.get("editor", ())),
            dateline=None
            if dateline_rule is None
            else Dateline(
                place=known_text(place),
                outlet=known_text(outlet),
                evidence=evidence_of(dateline_evidence),
                rule=text_of(dateline_rule),
            ),
            published=_first(readings, "published"),
            published_time=_first(readings, "published_time"),
            bound=None
            if bound_rule is None
            else Bound(
                not_before=known_text(not_before),
                not_after=known_text(not_after),
                evidence=evidence_of(bound_evidence),
                rule=text_of(bound_rule),
            ),
            completeness=Completeness(text_of(completeness)),
            completeness_evidence=evidence_of(completeness_evidence),
            conflicts=tuple(_conflict(row) for row in rows.conflicts),
            ledger=tuple(_entry(row) for row in rows.ledger),
            prose=text_of(prose),
        ),
    )


def _conflict(row: Row) -> Conflict:
    _, _, field, chosen, other, rule, evidence = row
    return Conflict(
        field=text_of(field),
        chosen=text_of(chosen),
        other=text_of(other),
        rule=text_of(rule),
        evidence=evidence_of(evidence),
    )


def _entry(row: Row) -> LedgerEntry:
    _, _, start, end, verdict, reason, rule, evidence = row
    return LedgerEntry(
        span=Slice(whole_of(start), whole_of(end)),
        verdict=Verdict(text_of(verdict)),
        reason=None if reason is None else Reason(text_of(reason)),
        rule=text_of(rule),
        evidence=evidence_of(evidence),
    )


def _time(row: Row) -> Time:
    _, _, time_id, _, _, part, slices, value, earliest, latest, mod, anchor, anchor_day, rule, conflict = row
    return Time(
        id=text_of(time_id),
        evidence=Evidence(slices=slices_of(slices), part=text_of(part)),
        value=known_text(value),
        earliest=known_text(earliest),
        latest=known_text(latest),
        mod=None if mod is None else TimeMod(text_of(mod)),
        anchor=Anchor(text_of(anchor)),
        anchor_day=known_text(anchor_day),
        rule=text_of(rule),
        conflict=bool(conflict),
    )


def _value(reading: Reading | None) -> str | None:
    return reading.value if reading else None


def _one(reading: Reading | None) -> tuple[Reading, ...]:
    return () if reading is None else (reading,)


def _first(readings: dict[str, list[Reading]], field: str) -> Reading | None:
    return next(iter(readings.get(field, ())), None)
