"""One page's statements and reports described in rows, and the reasons behind a report."""

from collections.abc import Iterator, Mapping

from kronik.cli.description import SHORT_ID, told
from kronik.cli.tables import Row
from kronik.errors import UsageError
from kronik.records.bundles import Bundle
from kronik.records.findings import Findings
from kronik.records.reports import Report
from kronik.records.spans import Evidence

REPORT_COLUMNS = ("id", "type", "mode", "actors", "recipients", "trigger", "date", "place", "status", "score")
STATEMENT_COLUMNS = ("speakers", "kind", "cue", "content", "start", "end")
DROPPED_COLUMNS = ("start", "end", "quote", "type", "reason", "score")
WHY_COLUMNS = ("field", "value", "evidence", "rule")


def names_of(found: Findings) -> Mapping[str, str]:
    """Return the name of each actor by id; in its place the reason, where the page protects its bearer."""
    return {actor.id: f"[{actor.protection}]" if actor.protection else actor.name for actor in found.actors}


def statement_rows(found: Findings, text: str) -> Iterator[Row]:
    """Yield a row for each statement of the page with this text."""
    names = names_of(found)
    for one in found.statements:
        content = " [...] ".join(item.quote(text) for item in one.content)
        yield (
            _joined(names, one.speakers),
            one.kind.value,
            _quote(one.cue, text),
            content,
            one.content[0].start,
            one.content[-1].end,
        )


def report_rows(found: Findings, text: str) -> Iterator[Row]:
    """Yield a row for each report of the page with this text."""
    names = names_of(found)
    for one in found.reports:
        yield (
            one.id[:SHORT_ID],
            one.type,
            one.mode,
            _joined(names, one.actors),
            _joined(names, one.recipients),
            one.triggers[0].quote(text),
            one.date,
            _quote(one.place, text),
            one.status.value,
            one.score,
        )


def dropped_rows(found: Findings, text: str) -> Iterator[Row]:
    """Yield a row for each candidate that became no report: where, its words, type, why not, score."""
    for one in found.dropped:
        yield one.evidence.start, one.evidence.end, one.evidence.quote(text), one.type, one.reason, one.score


def why_rows(bundle: Bundle, report_id: str) -> Iterator[Row]:
    """Yield (field, value, where it was read, rule) of a report, and the parts of its score.

    Raises:
        UsageError: the page has no such report.
    """
    found, text = bundle.findings or Findings(), bundle.page.text
    report = next((one for one in found.reports if one.id == report_id), None)
    if report is None:
        raise UsageError(f"no page or report has the id {report_id!r}")
    names, rules = names_of(found), {(role, actor): rule for role, actor, rule in report.role_rules}
    yield "id", report.id, None, None
    yield "page", bundle.page.uri, None, None
    yield "type", "/".join(filter(None, (report.type, report.mode))), None, report.rule
    for trigger in report.triggers:
        yield "trigger", trigger.quote(text), told((trigger,)), None
    for role, actor in _roles(report):
        yield role, names.get(actor, actor), None, rules.get((role, actor))
    yield "date", report.date, _told(report.date_evidence), report.date_rule
    yield "place", _quote(report.place, text), _told(report.place), report.place_rule
    yield "status", report.status.value, None, None
    for figure in report.figures:
        value = f"{figure.kind} {f'{figure.limit} ' if figure.limit else ''}{figure.value:g} {figure.unit}"
        yield "figure", value, told((figure.evidence,)), None
    yield "passage", report.passage.value, None, None
    yield "score", report.score, None, None
    for part in report.parts:
        yield "score_part", f"{part.name} {part.value:+.4f}", None, None


def _roles(report: Report) -> Iterator[tuple[str, str]]:
    members = (
        ("actor", report.actors),
        ("recipient", report.recipients),
        ("claimed_by", report.claimed_by),
        ("denied_by", report.denied_by),
    )
    for role, actors in members:
        yield from ((role, actor) for actor in actors)


def _joined(names: Mapping[str, str], actors: tuple[str, ...]) -> str | None:
    return "; ".join(names.get(actor, actor) for actor in actors) or None


def _quote(evidence: Evidence | None, text: str) -> str | None:
    return None if evidence is None else evidence.quote(text)


def _told(evidence: Evidence | None) -> str | None:
    return None if evidence is None else told((evidence,))
