"""What was read in one article, as fields: each with its value, its rule and the characters it was read from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kronik.records.actors import Actor
from kronik.records.articles import Article
from kronik.records.bundles import Bundle
from kronik.records.places import Where
from kronik.records.reports import Dropped, Report
from kronik.records.spans import TEXT_PART, Evidence
from kronik.records.statements import Statement

KINDS = ("time", "place", "actor", "statement", "report", "dropped", "metadata")
"""Kinds of fields, in the order in which the page lists them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Characters of the page text that a field was read from, half-open code points.

    Attributes:
        start, end: where.
        role: what they are to the field: ``mention``, ``content``, ``cue``, ``trigger``, ...
        rule: that read them; None where the field has one rule for all.
        quote: the characters.
    """

    start: int
    end: int
    role: str
    rule: str | None
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Characters of another part of the page than its text."""

    part: str
    start: int
    end: int
    quote: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that was read.

    Attributes:
        key: short name within the page, for addresses: ``t3``, ``r1``.
        kind: one of `KINDS`.
        name: what sort of thing: a field of the metadata, a form of actor, a PLOVER type.
        value: as read; None where it has none.
        id: of a statement or a report, which has an address of its own; else None.
        notes: more of it: pairs of a label's name and a text.
        rule: that read it; for a dropped candidate why it was dropped.
        score: where there is one.
        spots: characters of the page text, in order.
        elsewhere: characters of other parts.
    """

    key: str
    kind: str
    name: str
    value: str | None
    notes: tuple[tuple[str, str], ...] = ()
    id: str | None = None
    rule: str
    score: float | None = None
    spots: tuple[Spot, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()


def fields_of(bundle: Bundle) -> tuple[Field, ...]:
    """Return everything that was read in an article, by kind, in order of place."""
    found = bundle.findings
    out = [*_metadata(bundle)]
    out += _times(bundle)
    if found is not None:
        text = bundle.page.text
        names = {actor.id: actor.name for actor in found.actors}
        for number, place in enumerate(found.places, 1):
            spots = tuple(_spots(place.evidence, text, "place"))
            name = place.where.precision.value if place.where and place.where.precision else "place"
            value = placed(place.where)
            out.append(Field(key=f"p{number}", kind="place", name=name, value=value, rule=place.rule, spots=spots))
        out += [_actor(f"a{number}", actor, text) for number, actor in enumerate(found.actors, 1)]
        out += [_statement(f"s{number}", one, text, names) for number, one in enumerate(found.statements, 1)]
        out += [_report(f"r{number}", one, text, names) for number, one in enumerate(found.reports, 1)]
        out += [_dropped(f"d{number}", one, text) for number, one in enumerate(found.dropped, 1)]
    return tuple(sorted(out, key=lambda field: KINDS.index(field.kind)))


def placed(where: Where | None) -> str | None:
    """Return a unit from fine to coarse; None where it is not known."""
    if where is None:
        return None
    return ", ".join(part for part in (where.locality, where.regency, where.province, where.country) if part) or None


def _metadata(bundle: Bundle) -> Iterator[Field]:
    article = bundle.article
    for number, (name, reading) in enumerate(article.readings, 1):
        yield _reading(f"m{number}", name, reading.value, reading.rule, reading.evidence, bundle)
    yield from _other_metadata(article, bundle)


def _other_metadata(article: Article, bundle: Bundle) -> Iterator[Field]:
    line, bound = article.dateline, article.bound
    if line is not None:
        value = ", ".join(word for word in (line.place, line.outlet) if word)
        yield _reading("md", "dateline", value, line.rule, line.evidence, bundle)
    if bound is not None:
        value = f"{bound.not_before or '..'}/{bound.not_after or '..'}"
        yield _reading("mb", "published_bound", value, bound.rule, bound.evidence, bundle)
    for number, conflict in enumerate(article.conflicts, 1):
        value = f"{conflict.field}: {conflict.chosen} / {conflict.other}"
        yield _reading(f"mc{number}", "conflict", value, conflict.rule, conflict.evidence, bundle)


def _reading(key: str, name: str, value: str, rule: str, evidence: Iterable[Evidence], bundle: Bundle) -> Field:
    found = tuple(evidence)
    inside = [one for one in found if one.part == TEXT_PART]
    return Field(
        key=key,
        kind="metadata",
        name=name,
        value=value,
        rule=rule,
        spots=tuple(spot for one in inside for spot in _spots(one, bundle.page.text, name)),
        elsewhere=tuple(
            Elsewhere(part=one.part, start=one.start, end=one.end, quote=one.quote(part) if part is not None else None)
            for one in found
            if one.part != TEXT_PART
            for part in (bundle.page.part(one.part),)
        ),
    )


def _times(bundle: Bundle) -> Iterator[Field]:
    for number, time in enumerate(bundle.times or (), 1):
        notes = [("anchor", time.anchor.value)]
        notes += [("anchor_day", time.anchor_day)] if time.anchor_day else []
        notes += [("mod", time.mod.value)] if time.mod else []
        notes += [("conflict", "yes")] if time.conflict else []
        inside = time.evidence.part == TEXT_PART
        yield Field(
            key=f"t{number}",
            kind="time",
            name="time",
            value=time.value,
            notes=tuple(notes),
            rule=time.rule,
            spots=tuple(_spots(time.evidence, bundle.page.text, "time")) if inside else (),
        )


def _actor(key: str, actor: Actor, text: str) -> Field:
    told = (
        ("country", actor.country),
        ("country_rule", actor.country_rule),
        ("sector", actor.sector),
        ("sector_rule", actor.sector_rule),
        ("known", actor.known),
    )
    mentions = [*actor.mentions, *actor.pronouns]
    spots = [spot for one in mentions for spot in _spots(one.evidence, text, one.form.value, one.rule)]
    spots += [spot for title in actor.titles for spot in _spots(title, text, "title")]
    return Field(
        key=key,
        kind="actor",
        name=actor.kind.value,
        value=actor.name,
        notes=tuple((name, value) for name, value in told if value),
        rule=actor.mentions[0].rule if actor.mentions else "",
        spots=tuple(sorted(set(spots), key=lambda spot: (spot.start, spot.end))),
    )


def _statement(key: str, one: Statement, text: str, names: dict[str, str]) -> Field:
    spots = [spot for piece in one.content for spot in _spots(piece, text, "content")]
    for role, evidence in (("speaker", one.speaker), ("cue", one.cue), ("via", one.via)):
        spots += _spots(evidence, text, role) if evidence else []
    notes = [("denies", "yes")] if one.denies else []
    return Field(
        key=key,
        id=one.id,
        kind="statement",
        name=one.kind.value,
        value="; ".join(names[speaker] for speaker in one.speakers if speaker in names) or None,
        notes=tuple(notes),
        rule=one.rule,
        score=one.score,
        spots=tuple(sorted(spots, key=lambda spot: (spot.start, spot.end))),
    )


def _report(key: str, one: Report, text: str, names: dict[str, str]) -> Field:
    spots = [spot for trigger in one.triggers for spot in _spots(trigger, text, "trigger")]
    spots += _spots(one.date_evidence, text, "date", one.date_rule) if one.date_evidence else []
    spots += _spots(one.place, text, "place", one.place_rule) if one.place else []
    spots += [spot for figure in one.figures for spot in _spots(figure.evidence, text, f"figure_{figure.kind.value}")]
    roles = (("actor", one.actors), ("recipient", one.recipients), ("claimed_by", one.claimed_by))
    notes = [
        (role, "; ".join(names[i] for i in ids if i in names)) for role, ids in (*roles, ("denied_by", one.denied_by))
    ]
    notes += [("date", one.date or ""), ("unit", placed(one.where) or ""), ("status", one.status.value)]
    notes += [(f"role_{role}", f"{names.get(actor, '')} ({rule})") for role, actor, rule in one.role_rules]
    notes += [(f"part_{part.name}", f"{part.value:+.2f}") for part in one.parts]
    return Field(
        key=key,
        id=one.id,
        kind="report",
        name=one.type,
        value=one.mode,
        notes=tuple((name, value) for name, value in notes if value),
        rule=one.rule,
        score=one.score,
        spots=tuple(sorted(spots, key=lambda spot: (spot.start, spot.end))),
    )


def _dropped(key: str, one: Dropped, text: str) -> Field:
    spots = tuple(_spots(one.evidence, text, "candidate"))
    return Field(key=key, kind="dropped", name=one.type, value=None, rule=one.reason, score=one.score, spots=spots)


def _spots(evidence: Evidence, text: str, role: str, rule: str | None = None) -> Iterator[Spot]:
    if evidence.part != TEXT_PART:
        return
    for piece in evidence.slices:
        yield Spot(start=piece.start, end=piece.end, role=role, rule=rule, quote=piece.of(text))
