"""``kronik coverage``: what each outlet told on each day, and how much of it is not whole."""

import argparse
from collections.abc import Iterator

from kronik.chronicle.reader import Chronicle
from kronik.chronicle.rows import Coverage
from kronik.cli.arguments import add_chronicle, add_format
from kronik.cli.catalogue import Catalogue
from kronik.cli.command import Command
from kronik.cli.commands.reading import print_rows
from kronik.cli.console import Console
from kronik.cli.tables import Format, Row

COLUMNS = ("outlet", "published", "articles", "cut", "partial", "cut_share", "prose_chars")


def _arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    add_chronicle(parser, text)
    add_format(parser, text)


def _run(options: argparse.Namespace, console: Console) -> int:
    with Chronicle.open(options.chronicle) as chronicle:
        rows = chronicle.coverage()
    print_rows(COLUMNS, coverage_rows(rows), Format(options.format), console)
    return 0


def coverage_rows(rows: tuple[Coverage, ...]) -> Iterator[Row]:
    """Yield a row for each outlet and day; the share of cut articles is rounded to 4 decimals."""
    for row in rows:
        share = round(row.cut / row.articles, 4)
        yield row.outlet, row.day, row.articles, row.cut, row.partial, share, row.prose_chars


COVERAGE = Command("coverage", _arguments, _run)
