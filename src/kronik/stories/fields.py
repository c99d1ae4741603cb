"""What the reports of one event say, field by field, with the reports that say it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kronik.records.reports import Figure, Report
from kronik.stories.tellings import Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a field, and the ids of the reports that give it, in order of publication."""

    value: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field that one report at least gives: its name and each value that is given, the first told first."""

    name: str
    values: tuple[Value, ...]


def fields_of(tellings: Sequence[Telling]) -> tuple[Field, ...]:
    """Return the fields that reports give, in a fixed order; a report that is silent on a field is in none of it."""
    found: dict[str, dict[str, list[str]]] = {}
    for one in tellings:
        for name, value in said(one):
            found.setdefault(name, {}).setdefault(value, []).append(one.report.id)
    return tuple(
        Field(
            name=name,
            values=tuple(Value(value=value, reports=tuple(reports)) for value, reports in found[name].items()),
        )
        for name in sorted(found)
    )


def said(one: Telling) -> Iterator[tuple[str, str]]:
    """Yield what a report says: pairs of field and value; parties by name, sorted."""
    report = one.report
    yield "status", report.status.value
    for name, value in (("mode", report.mode), ("date", report.date), ("place", placed(report))):
        if value:
            yield name, value
    roles = (
        ("actors", one.actors),
        ("recipients", one.recipients),
        ("claimed_by", one.claimed_by),
        ("denied_by", one.denied_by),
    )
    for name, parties in roles:
        if parties:
            yield name, "; ".join(sorted({party.name for party in parties}))
    for figure in report.figures:
        yield f"figure:{figure.kind.value}", told(figure)


def placed(report: Report) -> str | None:
    """Return the unit of a place from fine to coarse; None where it is not known."""
    where = report.where
    if where is None:
        return None
    parts = [part for part in (where.locality, where.regency, where.province, where.country) if part]
    return ", ".join(parts) or None


def told(figure: Figure) -> str:
    """Return a number as its page gives it: with its limit, and its unit where that is no person."""
    value = f"{figure.value:g}" if abs(figure.value) < 1e6 else f"{figure.value:.0f}"
    limit = f"{figure.limit.value} " if figure.limit else ""
    unit = "" if figure.unit == "person" else f" {figure.unit}"
    return f"{limit}{value}{unit}"
