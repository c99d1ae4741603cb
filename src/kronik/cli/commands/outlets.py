"""``kronik outlets learn``: which lines recur in an outlet."""

import argparse
from pathlib import Path

from kronik.articles.recurring import encode
from kronik.articles.recurring_tally import LEAST_PAGES
from kronik.cli.arguments import whole
from kronik.cli.catalogue import Catalogue
from kronik.cli.command import Command
from kronik.cli.commands.building import EXIT_FAILURES, add_reading, settings_of
from kronik.cli.console import Console, ProgressMeter
from kronik.pipeline.learning import learn


def _arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    parser.add_argument("action", choices=("learn",), help=text("outlets.action"))
    add_reading(parser, text)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help=text("outlets.output"))
    parser.add_argument(
        "--least",
        type=whole(text, "--least", 2),
        default=LEAST_PAGES,
        metavar="N",
        help=text("outlets.least", default=LEAST_PAGES),
    )


def _run(options: argparse.Namespace, console: Console) -> int:
    with ProgressMeter(console, quiet=options.quiet) as on_progress:
        learnt = learn(
            options.inputs,
            least=options.least,
            jobs=options.jobs,
            settings=settings_of(options, keep_raw=False),
            on_progress=on_progress,
        )
    options.output.write_text(encode(learnt.recurring), encoding="utf-8", newline="\n")
    text = console.text
    console.say(
        text(
            "outlets.done",
            output=options.output,
            lines=text.number(len(learnt.recurring.lines)),
            articles=text.number(learnt.recurring.pages),
            pages=text.number(learnt.pages),
            failures=text.number(learnt.failures),
        )
    )
    return EXIT_FAILURES if options.strict and learnt.failures else 0


OUTLETS = Command("outlets", _arguments, _run)
