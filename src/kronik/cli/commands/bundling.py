"""``kronik bundle``: the evidence of one event or story as a zip."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from kronik.chronicle.reader import SHORTEST_PREFIX, Chronicle
from kronik.cli.arguments import add_chronicle_option, add_rule, chronicle_and_words, the_only
from kronik.cli.catalogue import Catalogue
from kronik.cli.command import Command
from kronik.cli.commands.chronology import read_events
from kronik.cli.commands.grouping import story_named
from kronik.cli.console import Console
from kronik.errors import UsageError
from kronik.exchange.edition import Edition, edition_of
from kronik.exchange.evidence import Subject, bundle_zip
from kronik.stories.claims import claims_of, story_claims
from kronik.stories.events import Event
from kronik.stories.grouped import Groups
from kronik.stories.rules import rule_named


def _arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    parser.add_argument("words", nargs="+", metavar="ID", help=text("bundle.id"))
    add_chronicle_option(parser, text)
    add_rule(parser, text)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help=text("bundle.output"))


def _run(options: argparse.Namespace, console: Console) -> int:
    path, words = chronicle_and_words(options.words, options.chronicle, console.text)
    name = the_only(words, "ID", console.text)
    rule = rule_named(options.rule)
    groups, events = read_events(path, rule)
    with Chronicle.open(path) as chronicle:
        edition = edition_of(chronicle, events, rule)
        subject = subject_named(groups, edition, name, console.text)
        asked = f" --rule {options.rule}" if options.rule else ""
        command = f"kronik bundle {name} -c {path.name}{asked} -o {options.output.name}"
        data = bundle_zip(chronicle, edition, subject, command)
    options.output.write_bytes(data)
    pages, count = console.text.number(len(subject.pages)), console.text.number(len(subject.matrices))
    console.say(console.text("bundle.done", output=options.output, pages=pages, events=count))
    return 0


def subject_named(groups: Groups, edition: Edition, name: str, text: Catalogue) -> Subject:
    """Return the event, else the story, that an id or its beginning names.

    Raises:
        UsageError: none, or more than one.
    """
    events = event_named(edition.events, name)
    if len(events) == 1:
        (event,) = events
        pages = tuple(dict.fromkeys(one.page for one in event.tellings))
        return Subject(kind="event", id=event.id, pages=pages, matrices=(claims_of(event, groups.entries),))
    if events:
        raise UsageError(text("bundle.several", name=name))
    story = story_named(groups, name, text)
    matrices = story_claims(story, groups, edition.events).matrices
    tellers = (column.page for matrix in matrices for column in matrix.columns)
    pages = tuple(dict.fromkeys((*story.members, *tellers)))
    return Subject(kind="story", id=story.id, pages=pages, matrices=matrices)


def event_named(events: Sequence[Event], name: str) -> list[Event]:
    """Return the events whose id is this, or begins so with 6 characters or more."""
    return [event for event in events if event.id.startswith(name)] if len(name) >= SHORTEST_PREFIX else []


BUNDLE = Command("bundle", _arguments, _run)
