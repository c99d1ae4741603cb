"""Bundles as rows of the store's tables, and back. Pure: no connection here."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

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

Value = str | int | float | bytes | None
Row = tuple[Value, ...]
"""One row, values in the order of the table's columns in schema.sql."""

COMPRESSION = 6
"""Level of zlib for raw bytes: fixed, so that the same bytes are packed the same way; 6 is where news HTML stops
getting noticeably smaller."""

_EVIDENCE = msgspec.json.Decoder(tuple[Evidence, ...])
_SLICES = msgspec.json.Decoder(tuple[Slice, ...])
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
            _json(page.breaks),
            _json(page.hidden),
            page.part(TEXT_PART),
        ),
        parts=tuple((page.id, part.name, part.text) for part in page.parts if part.name != TEXT_PART),
        raw=_packed_raw(page.id, bundle.raw),
        article=_article_row(article, no_pack=bundle.times is None),
        readings=_reading_rows(article),
        conflicts=tuple(
            (page.id, at, c.field, c.chosen, c.other, c.rule, _json(c.evidence))
            for at, c in enumerate(article.conflicts)
        ),
        ledger=tuple(
            (page.id, at, e.span.start, e.span.end, e.verdict, e.reason, e.rule, _json(e.evidence))
            for at, e in enumerate(article.ledger)
        ),
        times=tuple(_time_row(page.id, at, time) for at, time in enumerate(bundle.times or ())),
    )


def unpack(rows: BundleRows) -> Bundle:
    """Return the bundle that `pack` made these rows of.

    Raises:
        ValueError, msgspec.MsgspecError, zlib.error: a value that no bundle has.
    """
    page = _page(rows.page, rows.parts)
    no_pack, article = _article(page, rows)
    times = tuple(_time(row) for row in rows.times)
    return Bundle(page=page, raw=_raw(rows.raw), article=article, times=None if no_pack else times)


def _json(value: Sequence[object]) -> str:
    return msgspec.json.encode(value).decode()


def _packed_raw(page_id: str, raw: Raw | None) -> Row | None:
    if raw is None:
        return None
    return page_id, raw.media, raw.encoding, len(raw.data), zlib.compress(raw.data, COMPRESSION)


def _raw(row: Row | None) -> Raw | None:
    if row is None:
        return None
    _, media, encoding, _, data = row
    return Raw(media=Media(_text(media)), encoding=_text(encoding), data=zlib.decompress(_bytes(data)))


def _article_row(article: Article, *, no_pack: bool) -> Row:
    dateline, bound = article.dateline, article.bound
    return (
        article.page_id,
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
        _json(dateline.evidence) if dateline else None,
        _value(article.published),
        _value(article.published_time),
        bound.not_before if bound else None,
        bound.not_after if bound else None,
        bound.rule if bound else None,
        _json(bound.evidence) if bound else None,
        article.completeness,
        _json(article.completeness_evidence),
        int(no_pack),
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
        (article.page_id, field, at, reading.value, reading.rule, _json(reading.evidence))
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
        _json(time.evidence.slices),
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
    parts = [Part(name=_text(name), text=_text(part)) for _, name, part in part_rows]
    if text is not None:
        parts.append(Part(name=TEXT_PART, text=_text(text)))
    return Page(
        id=_text(page_id),
        uri=_text(uri),
        media=Media(_text(media)),
        encoding=_text(encoding),
        projection=_text(projection),
        parts=tuple(sorted(parts, key=lambda part: part.name)),
        breaks=_BREAKS.decode(_text(breaks)),
        hidden=_SLICES.decode(_text(hidden)),
        partial=bool(partial),
    )


def _article(page: Page, rows: BundleRows) -> tuple[bool, Article]:
    (_, code, score, kind, _, _, _, _, _, place, outlet, dateline_rule, dateline_evidence, _, _, *rest) = rows.article
    not_before, not_after, bound_rule, bound_evidence, completeness, completeness_evidence, no_pack, prose = rest
    readings: dict[str, list[Reading]] = {}
    for _, field, _, value, rule, evidence in rows.readings:
        reading = Reading(value=_text(value), rule=_text(rule), evidence=_evidence(evidence))
        readings.setdefault(_text(field), []).append(reading)
    return bool(no_pack), Article(
        page_id=page.id,
        uri=page.uri,
        language=Language(code=_text(code), score=_number(score)),
        kind=Kind(_text(kind)),
        headline=_first(readings, "headline"),
        outlet=_first(readings, "outlet"),
        section=_first(readings, "section"),
        writers=tuple(readings.get("writer", ())),
        editors=tuple(readings.get("editor", ())),
        dateline=None
        if dateline_rule is None
        else Dateline(
            place=_known(place),
            outlet=_known(outlet),
            evidence=_evidence(dateline_evidence),
            rule=_text(dateline_rule),
        ),
        published=_first(readings, "published"),
        published_time=_first(readings, "published_time"),
        bound=None
        if bound_rule is None
        else Bound(
            not_before=_known(not_before),
            not_after=_known(not_after),
            evidence=_evidence(bound_evidence),
            rule=_text(bound_rule),
        ),
        completeness=Completeness(_text(completeness)),
        completeness_evidence=_evidence(completeness_evidence),
        conflicts=tuple(_conflict(row) for row in rows.conflicts),
        ledger=tuple(_entry(row) for row in rows.ledger),
        prose=_text(prose),
    )


def _conflict(row: Row) -> Conflict:
    _, _, field, chosen, other, rule, evidence = row
    return Conflict(
        field=_text(field), chosen=_text(chosen), other=_text(other), rule=_text(rule), evidence=_evidence(evidence)
    )


def _entry(row: Row) -> LedgerEntry:
    _, _, start, end, verdict, reason, rule, evidence = row
    return LedgerEntry(
        span=Slice(_offset(start), _offset(end)),
        verdict=Verdict(_text(verdict)),
        reason=None if reason is None else Reason(_text(reason)),
        rule=_text(rule),
        evidence=_evidence(evidence),
    )


def _time(row: Row) -> Time:
    _, _, time_id, _, _, part, slices, value, earliest, latest, mod, anchor, anchor_day, rule, conflict = row
    return Time(
        id=_text(time_id),
        evidence=Evidence(slices=_SLICES.decode(_text(slices)), part=_text(part)),
        value=_known(value),
        earliest=_known(earliest),
        latest=_known(latest),
        mod=None if mod is None else TimeMod(_text(mod)),
        anchor=Anchor(_text(anchor)),
        anchor_day=_known(anchor_day),
        rule=_text(rule),
        conflict=bool(conflict),
    )


def _value(reading: Reading | None) -> str | None:
    return reading.value if reading else None


def _one(reading: Reading | None) -> tuple[Reading, ...]:
    return () if reading is None else (reading,)


def _first(readings: dict[str, list[Reading]], field: str) -> Reading | None:
    return next(iter(readings.get(field, ())), None)


def _evidence(value: Value) -> tuple[Evidence, ...]:
    text = _text(value)
    return () if text == "[]" else _EVIDENCE.decode(text)


def _text(value: Value) -> str:
    if not isinstance(value, str):
        raise ValueError(f"text expected, not {value!r}")  # noqa: TRY004  (damage of the file, not a programmer's type)
    return value


def _known(value: Value) -> str | None:
    return None if value is None else _text(value)


def _offset(value: Value) -> int:
    if not isinstance(value, int):
        raise ValueError(f"offset expected, not {value!r}")  # noqa: TRY004  (damage of the file, as above)
    return value


def _number(value: Value) -> float:
    if not isinstance(value, float):
        raise ValueError(f"number expected, not {value!r}")  # noqa: TRY004  (damage of the file, as above)
    return value


def _bytes(value: Value) -> bytes:
    if not isinstance(value, bytes):
        raise ValueError(f"bytes expected, not {value!r}")  # noqa: TRY004  (damage of the file, as above)
    return value
