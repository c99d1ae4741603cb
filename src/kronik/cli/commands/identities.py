"""``kronik identities``: actors of many articles that are taken for one, with the score that says so."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kronik.chronicle.reader import Chronicle
from kronik.cli.arguments import add_chronicle_option, add_format, add_limit, chronicle_and_words, limit_of
from kronik.cli.catalogue import Catalogue
from kronik.cli.command import Command
from kronik.cli.commands.reading import print_rows
from kronik.cli.console import Console
from kronik.cli.description import SHORT_ID
from kronik.cli.tables import Format, Row
from kronik.errors import UsageError
from kronik.stories.identities import Bearer, Identity, bearers_of, explained, identities_of, named_of
from kronik.stories.judgements import Judgement, read_judgements, unknown

COLUMNS = ("id", "name", "kind", "country", "sector", "known", "articles", "judged", "names")
WHY_COLUMNS = ("actor", "page", "name", "score", "parts")
MOST_NAMES = 4
"""Forms of a name that a table shows; the other formats have all."""


def _arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    parser.add_argument("words", nargs="*", metavar="WORDS", help=text("identities.words"))
    add_chronicle_option(parser, text)
    parser.add_argument("--judgements", type=Path, metavar="FILE", help=text("identities.judgements"))
    parser.add_argument("--why", metavar="ID", help=text("identities.why"))
    add_format(parser, text)
    add_limit(parser, text, "identities")


def _identities(options: argparse.Namespace, console: Console) -> int:
    path, words = chronicle_and_words(options.words, options.chronicle, console.text)
    judgements = judgements_of(options.judgements)
    bearers = read_bearers(path)
    for judgement, side in unknown(judgements, named_of(bearers)):
        console.say(console.text("identities.nobody", line=console.text.number(judgement.line), name=side))
    found = identities_of(bearers, judgements)
    form = Format(options.format)
    if options.why:
        identity = identity_named(found, options.why, console.text)
        by_id = {bearer.id: bearer for bearer in bearers}
        print_rows(WHY_COLUMNS, _why_rows(identity, by_id, short=form is Format.TABLE), form, console)
        return 0
    chosen = sorted(matching(found, " ".join(words)), key=lambda one: (-len(one.pages), one.id))
    limit = limit_of(options)
    shown = chosen[:limit]
    print_rows(COLUMNS, (_row(one, short=form is Format.TABLE) for one in shown), form, console)
    number = console.text.number
    console.say(console.text("identities.count", shown=number(len(shown)), count=number(len(chosen))))
    return 0


def judgements_of(path: Path | None) -> tuple[Judgement, ...]:
    """Return the judgements of a user's file; none without one.

    Raises:
        UsageError: the file cannot be read, or is not of the form that `read_judgements` tells.
    """
    if path is None:
        return ()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    return read_judgements(text, path.name)


def read_bearers(path: Path) -> tuple[Bearer, ...]:
    """Return the named actors of all articles of a chronicle."""
    with Chronicle.open(path) as chronicle:
        return tuple(bearer for bundle in chronicle.bundles() for bearer in bearers_of(bundle))


def matching(found: Sequence[Identity], words: str) -> Iterator[Identity]:
    """Yield the identities that have the words in one of their names, masked ones left out; all without words."""
    for identity in found:
        if not words or (not identity.protected and any(words.lower() in name.lower() for name, _ in identity.names)):
            yield identity


def identity_named(found: Sequence[Identity], name: str, text: Catalogue) -> Identity:
    """Return the identity of an id, the beginning of one, or one of its actors'.

    Raises:
        UsageError: none, or more than one.
    """
    hits = [one for one in found if one.id.startswith(name) or any(member.startswith(name) for member in one.members)]
    if len(hits) != 1:
        raise UsageError(text("identities.unknown" if not hits else "identities.several", name=name))
    return hits[0]


def _row(identity: Identity, *, short: bool) -> Row:
    name = identity.id[:SHORT_ID] if short else identity.id
    names = identity.names[:MOST_NAMES] if short else identity.names
    told = "; ".join(f"{form} ({count})" for form, count in names)
    shown = "[…]" if identity.protected else identity.name
    return (
        name,
        shown,
        identity.kind,
        identity.country,
        identity.sector,
        identity.known,
        len(identity.pages),
        identity.judged,
        "" if identity.protected else told,
    )


def _why_rows(identity: Identity, bearers: Mapping[str, Bearer], *, short: bool) -> Iterator[Row]:
    for bearer, score in explained(identity, bearers):
        parts = "; ".join(f"{part.name} {part.value:+g}" for part in score.parts) if score else ""
        yield (
            bearer.id[:SHORT_ID] if short else bearer.id,
            bearer.page[:SHORT_ID] if short else bearer.page,
            "[…]" if bearer.protected else bearer.name,
            score.value if score else None,
            parts,
        )


IDENTITIES = Command("identities", _arguments, _identities)
