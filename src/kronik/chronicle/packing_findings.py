"""Findings as rows of the store's tables, and back. Pure, like `kronik.chronicle.packing`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from kronik.chronicle.values import (
    Row,
    Value,
    decimal_of,
    evidence_of,
    json_of,
    known_text,
    slices_of,
    text_of,
    whole_of,
)
from kronik.records.actors import Actor, ActorKind, Mention, MentionForm, Protection
from kronik.records.findings import Findings
from kronik.records.places import Place, Precision, Where
from kronik.records.reports import Dropped, Figure, FigureKind, Limit, Part, Passage, Report, Status
from kronik.records.spans import Evidence
from kronik.records.statements import Speech, Statement

_PARTS = msgspec.json.Decoder(tuple[Part, ...])
ROLES = ("actor", "recipient", "claimed_by", "denied_by")


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRows:
    """The rows of one article's findings, each tuple in the order of the table's columns."""

    places: tuple[Row, ...] = ()
    actors: tuple[Row, ...] = ()
    mentions: tuple[Row, ...] = ()
    statements: tuple[Row, ...] = ()
    statement_speakers: tuple[Row, ...] = ()
    reports: tuple[Row, ...] = ()
    report_roles: tuple[Row, ...] = ()
    figures: tuple[Row, ...] = ()
    dropped: tuple[Row, ...] = ()


TABLES: Mapping[str, tuple[int, str]] = {
    "places": (16, "position"),
    "actors": (12, "position"),
    "mentions": (8, "position"),
    "statements": (11, "position"),
    "statement_speakers": (4, "statement_id, position"),
    "reports": (27, "position"),
    "report_roles": (6, "report_id, role, position"),
    "figures": (14, "report_id, position"),
    "dropped": (8, "position"),
}
"""Table -> number of its columns, and the order in which a page's rows are read back."""


def pack_findings(page_id: str, found: Findings | None) -> FindingRows:
    """Return the rows of the findings of a page; none where there are none."""
    if found is None:
        return FindingRows()
    references = [(actor.id, mention) for actor in found.actors for mention in (*actor.mentions, *actor.pronouns)]
    return FindingRows(
        places=tuple((page_id, at, *_place_row(one)) for at, one in enumerate(found.places)),
        actors=tuple((page_id, at, *_actor_row(one)) for at, one in enumerate(found.actors)),
        mentions=tuple(
            (page_id, at, actor, *_stretch(one.evidence), one.form, one.rule)
            for at, (actor, one) in enumerate(references)
        ),
        statements=tuple((page_id, at, *_statement_row(one)) for at, one in enumerate(found.statements)),
        statement_speakers=tuple(
            (page_id, one.id, at, actor) for one in found.statements for at, actor in enumerate(one.speakers)
        ),
        reports=tuple((page_id, at, *_report_row(one)) for at, one in enumerate(found.reports)),
        report_roles=tuple((page_id, *row) for one in found.reports for row in _role_rows(one)),
        figures=tuple(
            (page_id, one.id, at, *_figure_row(figure))
            for one in found.reports
            for at, figure in enumerate(one.figures)
        ),
        dropped=tuple(
            (page_id, at, one.type, *_stretch(one.evidence), one.reason, one.score)
            for at, one in enumerate(found.dropped)
        ),
    )


def unpack_findings(rows: FindingRows) -> Findings:
    """Return the findings that `pack_findings` made these rows of.

    Raises:
        ValueError, msgspec.MsgspecError: a value that no finding has.
    """
    mentions, speakers = _grouped(rows.mentions, 2), _grouped(rows.statement_speakers, 1)
    roles, figures = _grouped(rows.report_roles, 1), _grouped(rows.figures, 1)
    return Findings(
        places=tuple(_place(row) for row in rows.places),
        actors=tuple(_actor(row, mentions) for row in rows.actors),
        statements=tuple(_statement(row, speakers) for row in rows.statements),
        reports=tuple(_report(row, roles, figures) for row in rows.reports),
        dropped=tuple(
            Dropped(
                evidence=_evidence_at(row[5]), type=text_of(row[2]), reason=text_of(row[6]), score=decimal_of(row[7])
            )
            for row in rows.dropped
        ),
    )


def _grouped(rows: Iterable[Row], column: int) -> Mapping[str, Sequence[Row]]:
    out: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        out[text_of(row[column])].append(row)
    return out


def _stretch(one: Evidence) -> Row:
    return one.start, one.end, json_of(one.slices)


def _evidence_at(value: Value) -> Evidence:
    return Evidence(slices=slices_of(value))


def _maybe(one: Evidence | None) -> str:
    return json_of(() if one is None else (one,))


def _first(value: Value) -> Evidence | None:
    return next(iter(evidence_of(value)), None)


def _where_row(where: Where | None) -> Row:
    if where is None:
        return (*(None,) * 8, 0)
    named = (where.country, where.province, where.regency, where.locality, where.code)
    return (*named, where.latitude, where.longitude, where.precision, 1)


def _where(row: Row) -> Where | None:
    country, province, regency, locality, code, latitude, longitude, level, is_known = row
    if not is_known:
        return None
    return Where(
        country=known_text(country),
        province=known_text(province),
        regency=known_text(regency),
        locality=known_text(locality),
        code=known_text(code),
        latitude=None if latitude is None else decimal_of(latitude),
        longitude=None if longitude is None else decimal_of(longitude),
        precision=None if level is None else Precision(text_of(level)),
    )


def _place_row(place: Place) -> Row:
    return (place.id, *_stretch(place.evidence), *_where_row(place.where), place.rule)


def _place(row: Row) -> Place:
    return Place(id=text_of(row[2]), evidence=_evidence_at(row[5]), where=_where(row[6:15]), rule=text_of(row[15]))


def _actor_row(actor: Actor) -> Row:
    rules = (actor.country_rule, actor.sector_rule, actor.known, actor.protection)
    return (actor.id, actor.name, actor.kind, actor.country, actor.sector, *rules, json_of(actor.titles))


def _actor(row: Row, mentions: Mapping[str, Sequence[Row]]) -> Actor:
    _, _, actor_id, name, kind, country, sector, country_rule, sector_rule, known_as, protection, titles = row
    references = tuple(
        Mention(evidence=_evidence_at(one[5]), form=MentionForm(text_of(one[6])), rule=text_of(one[7]))
        for one in mentions.get(text_of(actor_id), ())
    )
    return Actor(
        id=text_of(actor_id),
        name=text_of(name),
        kind=ActorKind(text_of(kind)),
        country=known_text(country),
        sector=known_text(sector),
        titles=evidence_of(titles),
        mentions=tuple(one for one in references if one.form is not MentionForm.PRONOUN),
        pronouns=tuple(one for one in references if one.form is MentionForm.PRONOUN),
        country_rule=known_text(country_rule),
        sector_rule=known_text(sector_rule),
        known=known_text(known_as),
        protection=None if protection is None else Protection(text_of(protection)),
    )


def _statement_row(one: Statement) -> Row:
    stretches = (_maybe(one.speaker), _maybe(one.cue), json_of(one.content), _maybe(one.via))
    return (one.id, one.kind, *stretches, int(one.denies), one.rule, one.score)


def _statement(row: Row, speakers: Mapping[str, Sequence[Row]]) -> Statement:
    _, _, statement_id, kind, speaker, cue, content, source, denies, rule, score = row
    return Statement(
        id=text_of(statement_id),
        speakers=tuple(text_of(one[3]) for one in speakers.get(text_of(statement_id), ())),
        speaker=_first(speaker),
        cue=_first(cue),
        content=evidence_of(content),
        kind=Speech(text_of(kind)),
        via=_first(source),
        denies=bool(denies),
        rule=text_of(rule),
        score=decimal_of(score),
    )


def _report_row(one: Report) -> Row:
    return (
        one.id,
        one.type,
        one.mode,
        json_of(one.triggers),
        one.date,
        one.earliest,
        one.latest,
        _maybe(one.date_evidence),
        one.date_rule,
        _maybe(one.place),
        *_where_row(one.where),
        one.place_rule,
        one.status,
        one.passage,
        one.rule,
        one.score,
        json_of(one.parts),
    )


def _role_rows(one: Report) -> list[Row]:
    rules = {(role, actor): rule for role, actor, rule in one.role_rules}
    members = zip(ROLES, (one.actors, one.recipients, one.claimed_by, one.denied_by), strict=True)
    return [
        (one.id, role, at, actor, rules.get((role, actor), ""))
        for role, actors in members
        for at, actor in enumerate(actors)
    ]


def _report(row: Row, roles: Mapping[str, Sequence[Row]], figures: Mapping[str, Sequence[Row]]) -> Report:
    report_id = text_of(row[2])
    taken = roles.get(report_id, ())

    def members(role: str) -> tuple[str, ...]:
        return tuple(text_of(one[4]) for one in taken if one[2] == role)

    return Report(
        id=report_id,
        type=text_of(row[3]),
        mode=known_text(row[4]),
        actors=members("actor"),
        recipients=members("recipient"),
        triggers=evidence_of(row[5]),
        date=known_text(row[6]),
        earliest=known_text(row[7]),
        latest=known_text(row[8]),
        date_evidence=_first(row[9]),
        date_rule=known_text(row[10]),
        place=_first(row[11]),
        where=_where(row[12:21]),
        place_rule=known_text(row[21]),
        status=Status(text_of(row[22])),
        claimed_by=members("claimed_by"),
        denied_by=members("denied_by"),
        figures=tuple(_figure(one) for one in figures.get(report_id, ())),
        passage=Passage(text_of(row[23])),
        rule=text_of(row[24]),
        score=decimal_of(row[25]),
        parts=_PARTS.decode(text_of(row[26])),
        role_rules=tuple((text_of(one[2]), text_of(one[4]), text_of(one[5])) for one in taken if one[5]),
    )


def _figure_row(one: Figure) -> Row:
    counted = (one.kind, float(one.value), one.unit, one.limit, one.by, one.as_of, int(one.cumulative), one.victims)
    return (*counted, *_stretch(one.evidence))


def _figure(row: Row) -> Figure:
    _, _, _, kind, value, unit, side, by, as_of, cumulative, victims, _, _, pieces = row
    return Figure(
        evidence=_evidence_at(pieces),
        kind=FigureKind(text_of(kind)),
        value=decimal_of(value),
        unit=text_of(unit),
        limit=None if side is None else Limit(text_of(side)),
        by=known_text(by),
        as_of=known_text(as_of),
        cumulative=bool(whole_of(cumulative)),
        victims=known_text(victims),
    )
