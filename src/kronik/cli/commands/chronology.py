"""``kronik timeline`` and ``relations``: events merged from reports, in order of their own time."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from kronik.chronicle.queries import day_span
from kronik.chronicle.reader import Chronicle
from kronik.cli.arguments import (
    add_chronicle_option,
    add_days,
    add_format,
    add_limit,
    add_rule,
    chronicle_and_words,
    limit_of,
)
from kronik.cli.catalogue import Catalogue
from kronik.cli.command import Command
from kronik.cli.commands.grouping import story_named
from kronik.cli.commands.reading import print_rows
from kronik.cli.console import Console
from kronik.cli.description import SHORT_ID
from kronik.cli.tables import Format, Row
from kronik.errors import UsageError
from kronik.grouping.kept import read_groups
from kronik.knowledge.loading import load_knowledge
from kronik.languages.loader import load_telling_words
from kronik.reports.ontology import load_ontology
from kronik.stories.events import Event, Rule, events_of
from kronik.stories.grouped import Groups
from kronik.stories.relation_chart import relation_svg
from kronik.stories.rules import rule_named
from kronik.stories.tellings import Party, Telling, tellings_of
from kronik.stories.timeline import Meant, Step, Wanted, relation_of, timeline_of

TIMELINE_COLUMNS = ("id", "date", "type", "mode", "actors", "recipients", "place", "status", "sources", "differing")
RELATION_COLUMNS = ("id", "date", "type", "mode", "direction", "score", "sources", "actors", "recipients")
ARROWS = {1: "→", -1: "←", 0: "↔"}
PAIR = 2


def _timeline_arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    parser.add_argument("words", nargs="*", metavar="CHRONICLE", help=text("arguments.chronicle_option"))
    add_chronicle_option(parser, text)
    parser.add_argument("--actor", metavar="NAME", help=text("timeline.actor"))
    parser.add_argument("--with", dest="other", metavar="NAME", help=text("timeline.with"))
    parser.add_argument("--story", metavar="ID", help=text("timeline.story"))
    add_days(parser, text, "timeline")
    add_rule(parser, text)
    add_format(parser, text)
    add_limit(parser, text, "timeline")


def _timeline(options: argparse.Namespace, console: Console) -> int:
    path, words = chronicle_and_words(options.words, options.chronicle, console.text)
    if words:
        raise UsageError(console.text("parser.unknown", names=" ".join(words)))
    rule = rule_named(options.rule)
    groups, events = read_events(path, rule)
    wanted = Wanted(
        actor=meant_by(options.actor) if options.actor else None,
        other=meant_by(options.other) if options.other else None,
        story=story_named(groups, options.story, console.text).id if options.story else None,
        since=day_span(options.since)[0] if options.since else None,
        until=day_span(options.until)[1] if options.until else None,
    )
    found = timeline_of(events, wanted)
    form = Format(options.format)
    limit = limit_of(options)
    print_rows(TIMELINE_COLUMNS, event_rows(found[:limit], short=form is Format.TABLE), form, console)
    number = console.text.number
    shown = number(len(found[:limit]))
    console.say(console.text("timeline.count", shown=shown, count=number(len(found)), rule=rule.name))
    return 0


def _relations_arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    parser.add_argument("words", nargs="+", metavar="NAME", help=text("relations.names"))
    add_chronicle_option(parser, text)
    parser.add_argument("--svg", type=Path, metavar="FILE", help=text("relations.svg"))
    add_format(parser, text)


def _relations(options: argparse.Namespace, console: Console) -> int:
    path, words = chronicle_and_words(options.words, options.chronicle, console.text)
    if len(words) != PAIR:
        raise UsageError(console.text("relations.two"))
    steps = relation_of(read_events(path, Rule())[1], meant_by(words[0]), meant_by(words[1]), load_ontology())
    if options.svg:
        options.svg.write_text(relation_svg(steps, " – ".join(words)), encoding="utf-8")
    form = Format(options.format)
    print_rows(RELATION_COLUMNS, step_rows(steps, short=form is Format.TABLE), form, console)
    return 0


def read_events(path: Path, rule: Rule) -> tuple[Groups, tuple[Event, ...]]:
    """Return the groups of a chronicle's articles and the events that their reports tell by a rule."""
    with Chronicle.open(path) as chronicle:
        groups = read_groups(chronicle)
        return groups, events_of(tellings_of(chronicle.bundles(), groups, load_telling_words()), rule)


def meant_by(name: str) -> Meant:
    """Return who is meant by a name: whose name contains it, and of the name of a state all who are of that state."""
    known = load_knowledge().state_named(name)
    country = known.alpha3 if known else None
    words = name.casefold()

    def meant(party: Party) -> bool:
        return words in party.name.casefold() or (country is not None and party.country == country)

    return meant


def event_rows(events: tuple[Event, ...], *, short: bool) -> Iterator[Row]:
    """Yield a row for each event, fields as its first report gives them; ``differing`` says where others differ."""
    for event in events:
        first = event.tellings[0]
        place = next((one.report.where for one in event.tellings if one.report.where), None)
        parts = (place.locality, place.regency, place.province, place.country) if place else ()
        differing = "; ".join(
            f"{field.name}: {' | '.join(value.value for value in field.values)}" for field in event.differing
        )
        yield (
            event.id[:SHORT_ID] if short else event.id,
            _day(event),
            first.report.type,
            next((one.report.mode for one in event.tellings if one.report.mode), None),
            _names(event.tellings, "actors"),
            _names(event.tellings, "recipients"),
            next((part for part in parts if part), None),
            first.report.status.value,
            event.independent,
            differing or None,
        )


def step_rows(steps: tuple[Step, ...], *, short: bool) -> Iterator[Row]:
    """Yield a row for each event between two parties: its direction and its place on the scale."""
    for step in steps:
        event = step.event
        yield (
            event.id[:SHORT_ID] if short else event.id,
            _day(event),
            event.tellings[0].report.type,
            next((one.report.mode for one in event.tellings if one.report.mode), None),
            ARROWS[step.direction],
            step.score,
            event.independent,
            _names(event.tellings, "actors"),
            _names(event.tellings, "recipients"),
        )


def _day(event: Event) -> str | None:
    return next((one.report.date for one in event.tellings if one.report.date), None)


def _names(tellings: tuple[Telling, ...], role: str) -> str | None:
    """Return the names of a role as the first report gives them that gives any."""
    for one in tellings:
        parties: tuple[Party, ...] = one.actors if role == "actors" else one.recipients
        if parties:
            return "; ".join(dict.fromkeys(party.name for party in parties))
    return None


TIMELINE = Command("timeline", _timeline_arguments, _timeline)
RELATIONS = Command("relations", _relations_arguments, _relations)
