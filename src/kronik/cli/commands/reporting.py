"""``kronik report``: one self-contained HTML page about a chronicle."""

import argparse
from pathlib import Path

from kronik.chronicle.reader import Chronicle
from kronik.cli.arguments import add_chronicle, whole
from kronik.cli.catalogue import Catalogue
from kronik.cli.command import Command
from kronik.cli.console import Console
from kronik.web.report import FULL_TEXT_LIMIT, render_report


def _arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    add_chronicle(parser, text)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help=text("report.output"))
    parser.add_argument(
        "--articles",
        type=whole(text, "--articles", 0),
        default=FULL_TEXT_LIMIT,
        metavar="N",
        help=text("report.articles", default=FULL_TEXT_LIMIT),
    )


def _run(options: argparse.Namespace, console: Console) -> int:
    write_report(options.chronicle, options.output, console.text, articles=options.articles)
    console.say(console.text("report.done", output=options.output))
    return 0


def write_report(chronicle_path: Path, output: Path, text: Catalogue, *, articles: int = FULL_TEXT_LIMIT) -> None:
    """Write the report of a chronicle in the language of the catalogue.

    Raises:
        ChronicleError: the file is no chronicle.
        UsageError: the extra that draws it is not installed.
    """
    with Chronicle.open(chronicle_path) as chronicle:
        pieces = render_report(chronicle, language=text.language, title=chronicle_path.stem, limit=articles)
        first = next(iter(pieces), "")
        with output.open("w", encoding="utf-8", newline="\n") as file:
            file.write(first)
            file.writelines(pieces)


REPORT = Command("report", _arguments, _run)
