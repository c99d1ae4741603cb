"""``kronik story``: who told it first, who copied whom, and what each source claims."""

import argparse
from collections.abc import Iterator, Mapping

from kronik.chronicle.exports.masking import masks_of
from kronik.chronicle.reader import Chronicle
from kronik.cli.arguments import add_chronicle_option, add_format, add_rule, chronicle_and_words
from kronik.cli.catalogue import Catalogue
from kronik.cli.claims_description import CLAIM_COLUMNS, claim_lines, claim_rows
from kronik.cli.command import Command
from kronik.cli.commands.chronology import read_events
from kronik.cli.commands.grouping import story_named
from kronik.cli.commands.reading import print_rows
from kronik.cli.console import Console
from kronik.cli.description import SHORT_ID
from kronik.cli.tables import Format, Row
from kronik.records.masking import masked_text
from kronik.stories.claims import Matrix, StoryClaims, story_claims
from kronik.stories.rules import rule_named

ACCOUNT_COLUMNS = ("id", "published_time", "outlet", "headline", "copied", "link", "why")
SHOWN_PARTS = 4
"""Parts of a link that a table shows, the greatest first."""


def _arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    parser.add_argument("words", nargs="+", metavar="ID", help=text("story.id"))
    add_chronicle_option(parser, text)
    add_rule(parser, text)
    add_format(parser, text)
    parser.add_argument("--claims", action="store_true", help=text("story.claims"))


def _run(options: argparse.Namespace, console: Console) -> int:
    form = Format(options.format)
    path, words = chronicle_and_words(options.words, options.chronicle, console.text)
    groups, events = read_events(path, rule_named(options.rule))
    found = story_claims(story_named(groups, " ".join(words), console.text), groups, events)
    with Chronicle.open(path) as chronicle:
        masks = masks_of(chronicle)
    if not options.claims:
        print_rows(ACCOUNT_COLUMNS, account_rows(found, masks, short=form is Format.TABLE), form, console)
    elif form is not Format.TABLE:
        print_rows(CLAIM_COLUMNS, claim_rows(found.matrices), form, console)
    if form is Format.TABLE:
        _tell(found, console, every=options.claims)
    return 0


def _tell(found: StoryClaims, console: Console, *, every: bool) -> None:
    """Print the matrices of the events that several articles tell, or that somebody denies; or of all."""
    shown = [one for one in found.matrices if every or worth_a_matrix(one)]
    for one in shown:
        console.out("")
        for line in claim_lines(one, console.text):
            console.out(line)
    rest = len(found.matrices) - len(shown)
    if found.matrices:
        console.say(console.text("claims.rule", rule=found.matrices[0].event.rule))
    if rest:
        console.say(console.text("claims.rest", count=console.text.number(rest), id=found.story.id[:SHORT_ID]))


def worth_a_matrix(found: Matrix) -> bool:
    """Say whether there is anything to compare: several reports, or a denial."""
    return len(found.columns) > 1 or found.disputed


def account_rows(found: StoryClaims, masks: Mapping[str, tuple[str, ...]], *, short: bool) -> Iterator[Row]:
    """Yield a row for each article of a story, in order of publication.

    Args:
        found: the story.
        masks: page id -> names that the page protects.
        short: for a table: ids cut, and the greatest parts of a link only.
    """
    source = {one.id: one for one in found.copies}
    for account in found.accounts:
        entry, link = account.entry, account.link
        origin = source.get(entry.id)
        copy = f"{origin.origin[:SHORT_ID]} ({origin.share:.0%})" if origin else None
        parts = link.parts[: SHOWN_PARTS if short else None] if link else ()
        yield (
            entry.id[:SHORT_ID] if short else entry.id,
            entry.published_time or entry.published,
            entry.outlet,
            masked_text(entry.headline, masks.get(entry.id, ())),
            copy,
            link.score if link else None,
            " ".join(f"{part.name} {part.value:+.2f}" for part in parts) or None,
        )


STORY = Command("story", _arguments, _run)
