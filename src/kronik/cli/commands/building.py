"""``kronik build`` and ``kronik extract``."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from kronik.articles.recurring import RecurringLines
from kronik.chronicle.exports.records import encode
from kronik.cli.arguments import add_jobs, add_outlets, add_unmasked, read_outlets, whole
from kronik.cli.catalogue import Catalogue
from kronik.cli.command import Command
from kronik.cli.console import Console, ProgressMeter
from kronik.cli.translation import SKIPPED, translate
from kronik.errors import UsageError
from kronik.pages.options import MEBIBYTE, ReadLimits, ReadOptions
from kronik.pipeline.build import Summary, build
from kronik.pipeline.extract import extract
from kronik.pipeline.settings import Settings, WorkerLimits
from kronik.records.documents import document_of
from kronik.records.failures import Failure
from kronik.records.masking import masked

EXIT_FAILURES = 3
"""Pages failed, and ``--strict`` was asked."""

PARTS = ("text", "title", "stamp", "uri", "outlet", "byline", "section", "summary", "html")
"""Parts that ``--columns`` may name."""


def add_reading(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    """Add the inputs and how they are read."""
    limits, worker = ReadLimits(), WorkerLimits()
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help=text("arguments.inputs"))
    parser.add_argument(
        "--columns", type=_columns(text), default=(), metavar="PART=COLUMN,…", help=text("arguments.columns")
    )
    parser.add_argument("--encoding", help=text("arguments.encoding"))
    default = limits.page_bytes // MEBIBYTE
    parser.add_argument(
        "--max-page",
        type=whole(text, "--max-page", 1),
        default=default,
        metavar="MIB",
        help=text("arguments.max_page", default=default),
    )
    parser.add_argument(
        "--page-seconds",
        type=whole(text, "--page-seconds", 1),
        default=int(worker.page_seconds),
        metavar="S",
        help=text("arguments.page_seconds", default=int(worker.page_seconds)),
    )
    default = worker.memory_bytes // MEBIBYTE
    parser.add_argument(
        "--memory",
        type=whole(text, "--memory", 0),
        default=default,
        metavar="MIB",
        help=text("arguments.memory", default=default),
    )
    add_jobs(parser, text)
    parser.add_argument("--strict", action="store_true", help=text("arguments.strict"))


def _columns(text: Catalogue) -> Callable[[str], tuple[tuple[str, str], ...]]:
    def parse(value: str) -> tuple[tuple[str, str], ...]:
        pairs = []
        for pair in value.split(","):
            part, equals, column = pair.partition("=")
            if not (part and equals and column):
                raise UsageError(text("parser.bad_columns", value=value))
            if part not in PARTS:
                raise UsageError(text("parser.bad_part", value=part, choices=", ".join(PARTS)))
            pairs.append((part, column))
        return tuple(pairs)

    return parse


def settings_of(options: argparse.Namespace, *, keep_raw: bool, recurring: RecurringLines | None = None) -> Settings:
    """Return the settings that the options of `add_reading` ask for."""
    limits = ReadLimits(page_bytes=options.max_page * MEBIBYTE)
    return Settings(
        read=ReadOptions(columns=options.columns, encoding=options.encoding, limits=limits),
        worker=WorkerLimits(page_seconds=options.page_seconds, memory_bytes=options.memory * MEBIBYTE),
        keep_raw=keep_raw,
        recurring=recurring,
    )


def _build_arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    add_reading(parser, text)
    add_outlets(parser, text)
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="CHRONICLE", help=text("arguments.output_chronicle")
    )
    parser.add_argument("--no-pages", action="store_true", help=text("build.no_pages"))
    parser.add_argument("--update", action="store_true", help=text("build.update"))


def _build(options: argparse.Namespace, console: Console) -> int:
    meter = ProgressMeter(console, quiet=options.quiet)
    with meter as on_progress:
        summary = build(
            options.inputs,
            options.output,
            jobs=options.jobs,
            settings=settings_of(options, keep_raw=not options.no_pages, recurring=read_outlets(options.outlets)),
            update=options.update,
            on_progress=on_progress,
        )
    if not options.quiet:
        _tell(summary, meter.seconds, console)
    failed = sum(count for _, count in summary.failures)
    return EXIT_FAILURES if options.strict and failed else 0


def _tell(summary: Summary, seconds: float, console: Console) -> None:
    """Say what a build did; the last line counts the failures."""
    text = console.text
    if summary.updated:
        console.say(text("build.updated", pages=text.number(summary.updated)))
    skipped = tuple((translate(reason, text, kind=SKIPPED), count) for reason, count in summary.skipped)
    for key, name, counts in (("skipped", "reasons", skipped), ("failures", "codes", summary.failures)):
        if counts:
            told = ", ".join(f"{what} {text.number(count)}" for what, count in counts)
            console.say(text(f"build.{key}", **{name: told}))
    console.say(
        text(
            "build.done",
            output=summary.output,
            added=text.number(summary.added.pages),
            known=text.number(summary.known),
            failures=text.number(sum(count for _, count in summary.failures)),
            seconds=text.number(seconds, 1),
            rate=text.number(summary.pages / max(seconds, 1e-9), 1),
        )
    )


def _extract_arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    add_reading(parser, text)
    add_outlets(parser, text)
    add_unmasked(parser, text)


def _extract(options: argparse.Namespace, console: Console) -> int:
    failures = 0
    settings = settings_of(options, keep_raw=False, recurring=read_outlets(options.outlets))
    # Records on a terminal and a bar on the same one would write over each other.
    meter = ProgressMeter(console, quiet=options.quiet or sys.stdout.isatty())
    with meter as on_progress:
        outcomes = extract(options.inputs, jobs=options.jobs, settings=settings, on_progress=on_progress)
        for outcome in outcomes:
            if outcome.bundle is not None:
                shown = outcome.bundle if options.unmasked else masked(outcome.bundle)
                console.write(encode(document_of(shown)))
            elif outcome.failure is not None:
                failures += 1
                console.failure(_fields(outcome.failure))
    return EXIT_FAILURES if options.strict and failures else 0


def _fields(failed: Failure) -> tuple[tuple[str, str], ...]:
    return ("location", failed.location), ("code", failed.code), ("reason", failed.reason)


BUILD = Command("build", _build_arguments, _build)
EXTRACT = Command("extract", _extract_arguments, _extract)
