"""Events as a timeline in the JSON of TimelineJS (https://timeline.knightlab.com/docs/json-format.html).

Headlines are made of our own words, names and codes, never an outlet's headline; sources stand below with their
address, and in full in ``evidence``, which the program that draws does not read. What has no day stands in ``undated``.
"""

import re
from collections.abc import Iterator, Mapping
from html import escape

import msgspec

from kronik.exchange.edition import Edition
from kronik.records.places import Where
from kronik.reports.ontology import Ontology
from kronik.stories.events import Event
from kronik.stories.tellings import Party

Json = object
"""A value that msgspec writes."""

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_WEB = re.compile(r"https?://", re.IGNORECASE)
"""Addresses that a reader may follow; others are shown and not linked."""


def timeline_json(edition: Edition, ontology: Ontology) -> Iterator[bytes]:
    """Yield one JSON document: events in order of their own days, then those without one."""
    ordered = sorted(edition.events, key=lambda event: (event.day[0] or "9999", event.day[1] or "9999", event.id))
    slides = [(event.day[0], _slide(edition, event, ontology)) for event in ordered]
    document = {
        "title": {"text": {"headline": "Kronik", "text": escape(edition.made_by)}},
        "events": [slide for day, slide in slides if day],
        "undated": [slide for day, slide in slides if not day],
        "kronik": {
            "version": edition.version,
            "contents": edition.content,
            "settings": edition.settings,
            "rule": edition.rule,
        },
    }
    yield msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def headline(event: Event) -> str:
    """Return an event in one line: who, what, to whom, where; fields as the first report gives them that gives any."""
    report = event.tellings[0].report
    mode = next((one.report.mode for one in event.tellings if one.report.mode), None)
    what = f"{report.type} ({mode})" if mode else report.type
    actors = _first(one.actors for one in event.tellings)
    recipients = _first(one.recipients for one in event.tellings)
    who = f"{actors or '?'} → {recipients}" if recipients else actors
    where = next((place for one in event.tellings if (place := _finest(one.report.where))), None)
    return ", ".join(filter(None, (f"{what}: {who}" if who else what, where)))


def _slide(edition: Edition, event: Event, ontology: Ontology) -> dict[str, Json]:
    start, end = event.day
    report = event.tellings[0].report
    slide: dict[str, Json] = {
        "unique_id": event.id,
        "group": ontology.quads[ontology.meaning(report.type).quad],
        "text": {"headline": escape(headline(event)), "text": _text(edition, event)},
        "rule": event.rule,
        "independent_sources": event.independent,
        "agreed": {field.name: field.values[0].value for field in event.agreed},
        "differing": {field.name: [value.value for value in field.values] for field in event.differing},
        "evidence": _evidence(edition, event),
    }
    if start:
        slide["start_date"] = _date(start)
        if end and end != start:
            slide["end_date"] = _date(end)
        told = dict.fromkeys(one.report.date for one in event.tellings if one.report.date)
        slide["display_date"] = " | ".join(told)
    return slide


def _date(day: str) -> Mapping[str, int]:
    found = _DAY.match(day)
    parts = found.groups() if found else (day, None, None)
    return {name: int(value) for name, value in zip(("year", "month", "day"), parts, strict=True) if value}


def _text(edition: Edition, event: Event) -> str:
    """Return the sources as a list in HTML; all that comes from a page is escaped."""
    lines = []
    for one in event.tellings:
        source = edition.sources[one.page]
        name = escape(" ".join(filter(None, (source.outlet or "?", (source.published or "")[:10]))))
        link = (
            f'<a href="{escape(source.uri)}">{name}</a>' if _WEB.match(source.uri) else f"{name} ({escape(source.uri)})"
        )
        lines.append(f"<li>{link}: “{escape(edition.quotes[one.report.id].trigger)}” [{one.report.status.value}]</li>")
    differing = "".join(
        f"<p>{escape(field.name)}: {escape(' / '.join(value.value for value in field.values))}</p>"
        for field in event.differing
    )
    return f"<ul>{''.join(lines)}</ul>{differing}"


def _evidence(edition: Edition, event: Event) -> list[Json]:
    out: list[Json] = []
    for one in event.tellings:
        source, quotes = edition.sources[one.page], edition.quotes[one.report.id]
        out.append(
            {
                "report": one.report.id,
                "page": one.page,
                "uri": source.uri,
                "outlet": source.outlet,
                "published": source.published,
                "status": one.report.status.value,
                "quote": quotes.trigger,
                "slices": [{"start": piece.start, "end": piece.end} for piece in quotes.at],
                "own_words": one.source == one.page,
            }
        )
    return out


def _first(roles: Iterator[tuple[Party, ...]]) -> str | None:
    parties = next((found for found in roles if found), ())
    return ", ".join(dict.fromkeys(party.name for party in parties)) or None


def _finest(where: Where | None) -> str | None:
    if where is None:
        return None
    return where.locality or where.regency or where.province or where.country
