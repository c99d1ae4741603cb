"""What the records of a page say, and the characters that they say it of: the bodies of its annotations."""

from collections.abc import Iterator
from dataclasses import dataclass

from kronik.records.articles import Article, LedgerEntry, Verdict
from kronik.records.bundles import Bundle
from kronik.records.documents import UNQUOTED
from kronik.records.findings import Findings
from kronik.records.reports import Report
from kronik.records.spans import Evidence
from kronik.records.times import Time


@dataclass(frozen=True, slots=True)
class Body:
    """What an annotation says: its kind, value, rule, and further terms in order; whether it repeats the characters."""

    kind: str
    value: str | None
    rule: str
    more: tuple[tuple[str, str | bool | None], ...] = ()
    quoted: bool = True


def said(bundle: Bundle) -> Iterator[tuple[Body, tuple[Evidence, ...]]]:
    """Yield what the records of a page say, and the characters that they say it of."""
    yield from _metadata(bundle.article)
    for entry in bundle.article.ledger:
        if entry.verdict is not Verdict.PROSE:
            yield _ledger_body(entry), (Evidence(slices=(entry.span,)),)
    for time in bundle.times or ():
        yield _time_body(time), (time.evidence,)
    if bundle.findings is not None:
        yield from _findings(bundle.findings)


def _metadata(article: Article) -> Iterator[tuple[Body, tuple[Evidence, ...]]]:
    for field, reading in article.readings:
        yield Body("Reading", reading.value, reading.rule, (("field", field),)), reading.evidence
    if (line := article.dateline) is not None:
        said = (("field", "dateline"), ("place", line.place), ("outlet", line.outlet))
        yield Body("Reading", line.place or line.outlet, line.rule, said), line.evidence
    if (bound := article.bound) is not None:
        span = f"{bound.not_before or '..'}/{bound.not_after or '..'}"
        days = (("field", "published_bound"), ("not_before", bound.not_before), ("not_after", bound.not_after))
        yield Body("Reading", span, bound.rule, days), bound.evidence
    if article.completeness_evidence:
        yield Body("Reading", article.completeness, "", (("field", "completeness"),)), article.completeness_evidence
    for conflict in article.conflicts:
        both = (("field", conflict.field), ("chosen", conflict.chosen))
        yield Body("Conflict", conflict.other, conflict.rule, both), conflict.evidence


def _ledger_body(entry: LedgerEntry) -> Body:
    return Body("Ledger", entry.verdict, entry.rule, (("reason", entry.reason),), entry.reason not in UNQUOTED)


def _time_body(time: Time) -> Body:
    return Body(
        "Time",
        time.value,
        time.rule,
        (
            ("record", time.id),
            ("earliest", time.earliest),
            ("latest", time.latest),
            ("modifier", time.mod),
            ("anchor", time.anchor),
            ("anchor_day", time.anchor_day),
            ("conflict", time.conflict or None),
        ),
    )


def _findings(found: Findings) -> Iterator[tuple[Body, tuple[Evidence, ...]]]:
    names = {actor.id: actor.name for actor in found.actors}
    for place in found.places:
        where = place.where
        parts = (where.locality, where.regency, where.province, where.country) if where else ()
        code = where.code if where else None
        yield Body("Place", ", ".join(filter(None, parts)) or None, place.rule, (("code", code),)), (place.evidence,)
    for actor in found.actors:
        for mention in (*actor.mentions, *actor.pronouns):
            said_of = (("record", actor.id), ("form", mention.form.value))
            yield Body("Actor", actor.name, mention.rule, said_of), (mention.evidence,)
    for statement in found.statements:
        speakers = "; ".join(names[one] for one in statement.speakers) or None
        terms = (("record", statement.id), ("speech", statement.kind.value), ("denies", statement.denies or None))
        yield Body("Statement", speakers, statement.rule, terms), statement.content
    for report in found.reports:
        yield from _report(report)


def _report(report: Report) -> Iterator[tuple[Body, tuple[Evidence, ...]]]:
    """Yield what a report says of its words, its day, its place and its numbers."""
    kind = "/".join(filter(None, (report.type, report.mode)))
    about = ("record", report.id)
    yield Body("Report", kind, report.rule, (about, ("field", "words"), ("status", report.status))), report.triggers
    if report.date_evidence is not None:
        yield Body("Report", report.date, report.date_rule or "", (about, ("field", "date"))), (report.date_evidence,)
    if report.place is not None:
        yield Body("Report", None, report.place_rule or "", (about, ("field", "place"))), (report.place,)
    for figure in report.figures:
        value = f"{figure.value:g} {figure.unit}"
        yield Body("Report", value, "", (about, ("field", f"figure:{figure.kind.value}"))), (figure.evidence,)
