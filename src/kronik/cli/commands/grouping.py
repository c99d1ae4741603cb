"""``kronik groups`` and ``stories``: articles that belong together, computed when asked or kept."""

import argparse
import json
from collections.abc import Iterator, Mapping

from kronik.chronicle.exports.masking import masks_of
from kronik.chronicle.reader import Chronicle
from kronik.cli.arguments import add_chronicle, add_format, add_limit, limit_of
from kronik.cli.catalogue import Catalogue
from kronik.cli.command import Command
from kronik.cli.commands.reading import print_rows
from kronik.cli.console import Console
from kronik.cli.description import SHORT_ID
from kronik.cli.tables import Format, Row
from kronik.errors import UsageError
from kronik.grouping.kept import read_groups, store_groups
from kronik.records.masking import masked_text
from kronik.stories.grouped import Groups
from kronik.stories.stories import Story

STORIES_COLUMNS = ("id", "articles", "outlets", "first", "last", "headline")


def _groups_arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    add_chronicle(parser, text)
    parser.add_argument("--store", action="store_true", help=text("groups.store"))


def _groups(options: argparse.Namespace, console: Console) -> int:
    with Chronicle.open(options.chronicle) as chronicle:
        if options.store:
            stored, number = store_groups(chronicle), console.text.number
            values = {"path": stored.path, "added": number(stored.added), "removed": number(stored.removed)}
            console.say(console.text("groups.anew" if stored.anew else "groups.stored", **values))
            return 0
        found = read_groups(chronicle)
    for line in group_lines(found):
        console.out(line)
    return 0


def group_lines(found: Groups) -> Iterator[str]:
    """Yield one JSON line a uri, by uri: its story, and its group of copies, None when it is in none."""
    stories = {member: story.id for story in found.stories for member in story.members}
    rows = {}
    for name, entry in found.entries.items():
        current = found.current[name]
        copy = found.copies.get(current)
        rows[entry.uri] = (stories[current], found.entries[copy].uri if copy else None)
    for uri, (story, copy) in sorted(rows.items()):
        yield json.dumps({"uri": uri, "story": story, "copy": copy}, ensure_ascii=False)


def _stories_arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    add_chronicle(parser, text)
    add_format(parser, text)
    add_limit(parser, text, "stories")


def _stories(options: argparse.Namespace, console: Console) -> int:
    form = Format(options.format)
    with Chronicle.open(options.chronicle) as chronicle:
        found, masks = read_groups(chronicle), masks_of(chronicle)
    several = [story for story in found.stories if len(story.members) > 1]
    several.sort(key=lambda story: (-len(story.members), story.id))
    limit = limit_of(options)
    print_rows(STORIES_COLUMNS, story_rows(found, several[:limit], masks, short=form is Format.TABLE), form, console)
    console.say(console.text("stories.count", count=console.text.number(len(several))))
    return 0


def story_rows(
    found: Groups, stories: list[Story], masks: Mapping[str, tuple[str, ...]], *, short: bool
) -> Iterator[Row]:
    """Yield a row for each story: its size, its outlets, its span, and the headline of its first article.

    Args:
        found: the groups that the stories are of.
        stories: in the order of the rows.
        masks: page id -> names that the page protects.
        short: for a table: ids cut.
    """
    for story in stories:
        members = [found.entries[name] for name in story.members]
        days = sorted(entry.published for entry in members if entry.published)
        outlets = len({entry.outlet for entry in members if entry.outlet})
        name = story.id[:SHORT_ID] if short else story.id
        headline = masked_text(members[0].headline, masks.get(members[0].id, ()))
        yield name, len(members), outlets, min(days, default=None), max(days, default=None), headline


def story_named(found: Groups, name: str, text: Catalogue) -> Story:
    """Return the story that an id, the beginning of one, or one of its articles names.

    Raises:
        UsageError: none, or more than one.
    """
    hits = [
        story
        for story in found.stories
        if any(member.startswith(name) or found.entries[member].uri == name for member in story.members)
    ]
    exact = [story for story in hits if story.id.startswith(name)]
    chosen = exact if len(exact) == 1 else hits
    if len(chosen) != 1:
        raise UsageError(text("story.unknown" if not chosen else "story.several", name=name))
    return chosen[0]


GROUPS = Command("groups", _groups_arguments, _groups)
STORIES = Command("stories", _stories_arguments, _stories)
