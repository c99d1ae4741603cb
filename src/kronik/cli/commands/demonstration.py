"""``kronik demo``: a chronicle of the packaged samples, and the way to each face."""

import argparse
import shutil
import sys
from pathlib import Path

from kronik.chronicle.reader import Chronicle
from kronik.chronicle.rows import ArticleFilter
from kronik.cli.arguments import add_jobs
from kronik.cli.catalogue import Catalogue
from kronik.cli.command import Command
from kronik.cli.commands.reading import TABLE_COLUMNS, print_rows, short_row
from kronik.cli.commands.reporting import write_report
from kronik.cli.console import Console, ProgressMeter
from kronik.cli.tables import Format
from kronik.errors import UsageError
from kronik.pipeline.build import build
from kronik.samples import sample_folder

FOLDER = Path("demo")
"""Where the demonstration goes when no other folder is named."""

WAYS = (
    "articles {chronicle}",
    "search {chronicle} pertemuan",
    "show {chronicle} {page}",
    "ledger {chronicle} {page}",
    "info {chronicle}",
    "verify {chronicle}",
    "export {chronicle} --format csv -o {folder}/csv",
    "extract {samples}",
)
"""Commands that the demonstration ends with."""


def _arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    parser.add_argument(
        "-o", "--output", type=Path, default=FOLDER, metavar="FOLDER", help=text("demo.output", default=FOLDER)
    )
    add_jobs(parser, text)


def _run(options: argparse.Namespace, console: Console) -> int:
    text, folder = console.text, options.output
    if folder.exists() and not folder.is_dir():
        raise UsageError(text("demo.not_folder", path=folder))
    folder.mkdir(parents=True, exist_ok=True)
    path, report = folder / "samples.kronik", folder / "report.html"
    with sample_folder() as samples:
        with ProgressMeter(console, quiet=options.quiet) as on_progress:
            summary = build([samples], path, jobs=options.jobs, on_progress=on_progress)
        console.out(text("demo.built", pages=summary.pages, output=path))
        console.out(text("demo.pages", folder=samples))
        console.out("")
        with Chronicle.open(path) as chronicle:
            rows = list(chronicle.articles(ArticleFilter()))
        print_rows(TABLE_COLUMNS, [short_row(row, TABLE_COLUMNS) for row in rows], Format.TABLE, console)
        try:
            write_report(path, report, text)
            console.out("\n" + text("report.done", output=report))
        except UsageError as error:
            console.say(str(error))
        console.out("\n" + text("demo.next"))
        for way in WAYS:
            page = rows[0].id[:8] if rows else "ID"
            words = way.format(chronicle=path, page=page, folder=folder, samples=samples)
            console.out(f"  {program()} {words}")
    return 0


def program() -> str:
    """Return how this command is called from here: by its name, or by its path where the name would not be found."""
    if shutil.which("kronik"):
        return "kronik"
    beside = Path(sys.executable).with_name("kronik")
    here = Path.cwd()
    if not beside.is_file():
        return "python -m kronik"
    return str(beside.relative_to(here) if beside.is_relative_to(here) else beside)


DEMO = Command("demo", _arguments, _run)
