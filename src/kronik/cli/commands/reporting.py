"""``kronik report``: one self-contained HTML page about a chronicle, or about one story, actor or span of it."""

import argparse
from pathlib import Path

from kronik.chronicle.reader import Chronicle
from kronik.cli.arguments import add_chronicle, add_days, whole
from kronik.cli.catalogue import Catalogue
from kronik.cli.command import Command
from kronik.cli.console import Console
from kronik.errors import UsageError
from kronik.web.report import FULL_TEXT_LIMIT, render_report


def _arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    add_chronicle(parser, text)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help=text("report.output"))
    parser.add_argument(
        "--articles",
        type=whole(text, "--articles", 0),
        metavar="N",
        help=text("report.articles", default=FULL_TEXT_LIMIT),
    )
    parser.add_argument("--story", metavar="ID", help=text("report.story"))
    parser.add_argument("--actor", metavar="NAME", help=text("report.actor"))
    add_days(parser, text, "report")


def _run(options: argparse.Namespace, console: Console) -> int:
    text, articles = console.text, options.articles
    asked = [one for one in (options.story, options.actor, options.since or options.until) if one is not None]
    if len(asked) > 1:
        raise UsageError(text("report.one_kind"))
    if asked and articles is not None:
        raise UsageError(text("report.no_articles"))
    if asked:
        _write_edition(options, text)
    else:
        write_report(
            options.chronicle, options.output, text, articles=FULL_TEXT_LIMIT if articles is None else articles
        )
    console.say(console.text("report.done", output=options.output))
    return 0


def _write_edition(options: argparse.Namespace, text: Catalogue) -> None:
    from kronik.room.edition import Wanted, edition_text  # noqa: PLC0415 (other commands need no stories)

    wanted = Wanted(story=options.story, actor=options.actor, since=options.since, until=options.until)
    whole_text = edition_text(options.chronicle, wanted, text.language)
    options.output.write_text(whole_text, encoding="utf-8", newline="\n")


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
