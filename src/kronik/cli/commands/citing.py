"""``kronik cite``: what to say of a chronicle in a paper."""

import argparse

from kronik.chronicle.reader import Chronicle
from kronik.cli.arguments import add_chronicle_option, add_rule, chronicle_and_words
from kronik.cli.catalogue import Catalogue
from kronik.cli.command import Command
from kronik.cli.console import Console
from kronik.errors import UsageError
from kronik.exchange.citation import FEWEST_OUTLETS, Citation, bibtex, citation_of, csl
from kronik.stories.rules import rule_named


def _arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    parser.add_argument("words", nargs="*", metavar="CHRONICLE", help=text("arguments.chronicle_option"))
    add_chronicle_option(parser, text)
    add_rule(parser, text)
    parser.add_argument("--bibtex", action="store_true", help=text("cite.bibtex"))
    parser.add_argument("--csl", action="store_true", help=text("cite.csl"))


def _run(options: argparse.Namespace, console: Console) -> int:
    path, words = chronicle_and_words(options.words, options.chronicle, console.text)
    if words:
        raise UsageError(console.text("parser.unknown", names=" ".join(words)))
    if options.bibtex and options.csl:
        raise UsageError(console.text("cite.one_form"))
    with Chronicle.open(path) as chronicle:
        found = citation_of(chronicle, rule_named(options.rule))
    if options.csl:
        console.write(csl(found))
    elif options.bibtex:
        for line in bibtex(found):
            console.out(line)
    else:
        console.out(paragraph(found, console.text))
    return 0


def paragraph(found: Citation, text: Catalogue) -> str:
    """Return the chronicle in one paragraph: what made it, of what, by which rule, and how good that is."""
    named = ", ".join(f"{name} ({text.number(count)})" for name, count in found.outlets[:FEWEST_OUTLETS])
    rest = len(found.outlets) - FEWEST_OUTLETS
    outlets = text("cite.more_outlets", outlets=named, count=text.number(rest)) if rest > 0 else named
    pieces = [
        text("cite.made", version=found.version, stages=", ".join(found.stages)),
        text("cite.digests", contents=found.content, settings=found.settings),
        text("cite.pages", pages=text.number(found.pages), failures=text.number(found.failures)),
        text("cite.outlets", outlets=outlets) if outlets else "",
        text("cite.published", first=found.first, last=found.last) if found.first else "",
        text("cite.fetched", first=found.fetched[0], last=found.fetched[1]) if found.fetched else "",
        text("cite.outdated", count=text.number(found.outdated)) if found.outdated else "",
        text("cite.reports", reports=text.number(found.reports), rule=found.rule),
        text("cite.scores", **{name.replace(".", "_"): text.number(value, 2) for name, value in found.scores.items()}),
        text("cite.errors"),
    ]
    return " ".join(filter(None, pieces))


CITE = Command("cite", _arguments, _run)
