"""``kronik merge``: one chronicle from the work of several machines."""

import argparse
from pathlib import Path

from kronik.chronicle.merging import merge
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.values import whole_of
from kronik.cli.catalogue import Catalogue
from kronik.cli.command import Command
from kronik.cli.console import Console, ProgressMeter
from kronik.pipeline.progress import Progress


def _arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    parser.add_argument("chronicles", nargs="+", type=Path, metavar="CHRONICLE", help=text("merge.chronicles"))
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="CHRONICLE", help=text("arguments.output_merged")
    )
    parser.add_argument("-q", "--quiet", action="store_true", help=text("arguments.quiet"))


def _run(options: argparse.Namespace, console: Console) -> int:
    text, paths = console.text, options.chronicles
    total = sum(_pages(path) for path in paths)
    pages = 0
    with ProgressMeter(console, quiet=options.quiet) as on_progress:

        def on_page() -> None:
            nonlocal pages
            pages += 1
            on_progress(Progress(pages=pages, total=total))

        added = merge(paths, options.output, on_page=on_page)
    numbers = {"pages": added.pages, "fetches": added.fetches, "failures": added.failures, "sources": len(paths)}
    told = {name: text.number(count) for name, count in numbers.items()}
    console.say(text("merge.done", output=options.output, **told))
    return 0


def _pages(path: Path) -> int:
    with Chronicle.open(path) as chronicle:
        return sum(whole_of(count) for (count,) in chronicle.rows("SELECT count(*) FROM pages"))


MERGE = Command("merge", _arguments, _run)
