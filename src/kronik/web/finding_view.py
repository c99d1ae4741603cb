"""Statements and reports of one article as its page shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from kronik.records.bundles import Bundle
from kronik.records.findings import Findings
from kronik.records.reports import Figure, Report
from kronik.records.spans import Evidence
from kronik.records.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """A statement: who, how, by which word, what, and where it stands in the page text."""

    speakers: tuple[str, ...]
    kind: str
    cue: str | None
    content: tuple[str, ...]
    via: str | None
    denies: bool
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A number of a report with its characters."""

    kind: str
    limit: str | None
    value: str
    unit: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report: type, roles, the words that tell it, day, place, status, on whose word, numbers, score and rule."""

    id: str
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    triggers: tuple[str, ...]
    date: str | None
    date_rule: str | None
    place: str | None
    unit: tuple[str, ...]
    status: str
    claimed_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    figures: tuple[FigureView, ...]
    start: int
    end: int
    score: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsView:
    """What the page of an article shows of who said and did what."""

    statements: tuple[StatementView, ...]
    reports: tuple[ReportView, ...]


def findings_view(bundle: Bundle) -> FindingsView | None:
    """Return the statements and reports of a page, in order of place; None when its language has no grammar."""
    found, text = bundle.findings, bundle.page.text
    if found is None:
        return None
    names = _names(found)
    return FindingsView(
        statements=tuple(_statement(one, names, text) for one in found.statements),
        reports=tuple(_report(one, names, text) for one in found.reports),
    )


def _names(found: Findings) -> Mapping[str, str]:
    return {actor.id: actor.name for actor in found.actors}


def _statement(one: Statement, names: Mapping[str, str], text: str) -> StatementView:
    return StatementView(
        speakers=tuple(names[actor] for actor in one.speakers),
        kind=one.kind,
        cue=_quote(one.cue, text),
        content=tuple(item.quote(text) for item in one.content),
        via=_quote(one.via, text),
        denies=one.denies,
        start=one.content[0].start,
        end=one.content[-1].end,
        rule=one.rule,
    )


def _report(one: Report, names: Mapping[str, str], text: str) -> ReportView:
    where = one.where
    units = (where.locality, where.regency, where.province, where.country) if where else ()
    return ReportView(
        id=one.id,
        type=one.type,
        mode=one.mode,
        actors=tuple(names[actor] for actor in one.actors),
        recipients=tuple(names[actor] for actor in one.recipients),
        triggers=tuple(trigger.quote(text) for trigger in one.triggers),
        date=one.date,
        date_rule=one.date_rule,
        place=_quote(one.place, text),
        unit=tuple(unit for unit in units if unit is not None),
        status=one.status,
        claimed_by=tuple(names[actor] for actor in one.claimed_by),
        denied_by=tuple(names[actor] for actor in one.denied_by),
        figures=tuple(_figure(figure, text) for figure in one.figures),
        start=one.triggers[0].start,
        end=one.triggers[0].end,
        score=f"{one.score:.2f}",
        rule=one.rule,
    )


def _figure(one: Figure, text: str) -> FigureView:
    value = f"{one.value:.0f}" if one.value == int(one.value) else f"{one.value:g}"
    return FigureView(kind=one.kind, limit=one.limit, value=value, unit=one.unit, quote=one.evidence.quote(text))


def _quote(evidence: Evidence | None, text: str) -> str | None:
    return None if evidence is None else evidence.quote(text)
