"""The parser of the command line, and the table of its commands."""

import argparse
import re
from typing import NoReturn

from kronik import __version__
from kronik.cli.catalogue import LANGUAGES, Catalogue
from kronik.cli.command import Command
from kronik.cli.commands import (
    building,
    bundling,
    care,
    chronology,
    citing,
    codebook,
    comparing,
    coverage,
    demonstration,
    exporting,
    findings,
    grouping,
    identities,
    merging,
    outlets,
    reading,
    reporting,
    serving,
    story,
)
from kronik.cli.translation import PARSER, translate
from kronik.errors import UsageError

COMMANDS: tuple[Command, ...] = (
    building.BUILD,
    building.EXTRACT,
    reading.ARTICLES,
    reading.SEARCH,
    reading.SHOW,
    reading.LEDGER,
    findings.REPORTS,
    findings.STATEMENTS,
    findings.ACTORS,
    identities.IDENTITIES,
    findings.PLACES,
    codebook.CODEBOOK,
    coverage.COVERAGE,
    grouping.GROUPS,
    grouping.STORIES,
    story.STORY,
    chronology.TIMELINE,
    chronology.RELATIONS,
    outlets.OUTLETS,
    exporting.EXPORT,
    bundling.BUNDLE,
    citing.CITE,
    reporting.REPORT,
    serving.SERVE,
    care.INFO,
    care.VERIFY,
    merging.MERGE,
    comparing.COMPARE,
    care.UPDATE,
    care.FORGET,
    demonstration.DEMO,
)
"""Every command, in the order in which the help lists them."""


def command_of(name: str) -> Command:
    """Return the command of this name."""
    return next(command for command in COMMANDS if command.name == name)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks the language of a catalogue, and raises instead of leaving the process."""

    def __init__(self, *, catalogue: Catalogue, prog: str, description: str, epilog: str) -> None:
        self.catalogue = catalogue
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog or None,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = catalogue("program.positionals")
        self._optionals.title = catalogue("program.options")
        self.add_argument("-h", "--help", action="help", help=catalogue("program.help"))

    def format_help(self) -> str:
        """Return the help with its first word in the catalogue's language."""
        return super().format_help().replace("usage: ", self.catalogue("program.usage"), 1)

    def format_usage(self) -> str:
        """Return the usage line with its first word in the catalogue's language."""
        return super().format_usage().replace("usage: ", self.catalogue("program.usage"), 1)

    def error(self, message: str) -> NoReturn:
        """Raise the message as one line, in the catalogue's language where it is one of the common ones."""
        raise UsageError(translated(message, self.catalogue))


ARGPARSE_MESSAGES: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (?P<names>.*)", "parser.required"),
    (r"unrecognized arguments: (?P<names>.*)", "parser.unknown"),
    (
        r"argument (?P<name>.*?): invalid choice: (?P<q>['\"])(?P<value>.*?)(?P=q) \(choose from (?P<choices>.*)\)",
        "parser.choice",
    ),
    (r"argument (?P<name>.*?): expected .*argument.*", "parser.expected"),
)
"""Forms of argparse's messages (Python 3.11 to 3.13), and the messages that say the same.

A chosen value stands in quotation marks of either kind; the message sets its own.
"""


def translated(message: str, catalogue: Catalogue) -> str:
    """Return a message of argparse in the language of the catalogue; one that is not known stays as it is."""
    for form, key in ARGPARSE_MESSAGES:
        found = re.fullmatch(form, message)
        if found:
            return catalogue(key, **found.groupdict())
    return translate(message, catalogue, kind=PARSER)


def build_parser(catalogue: Catalogue) -> Parser:
    """Return the parser that speaks the language of the catalogue. Its errors are `UsageError`, one line each."""
    parser = Parser(
        catalogue=catalogue,
        prog="kronik",
        description=catalogue("program.description"),
        epilog=catalogue("program.epilog"),
    )
    parser.add_argument("--lang", choices=LANGUAGES, help=catalogue("program.lang"))
    parser.add_argument(
        "--version", action="version", version=f"kronik {__version__}", help=catalogue("program.version")
    )
    title = catalogue("program.commands")
    commands = parser.add_subparsers(dest="command", metavar=title.upper(), title=title, required=True)
    for command in COMMANDS:
        section = command.name
        child = commands.add_parser(
            section,
            help=catalogue(f"{section}.help"),
            catalogue=catalogue,
            prog=f"kronik {section}",
            description=catalogue(f"{section}.description"),
            epilog=catalogue.texts.get(f"{section}.example", ""),
        )
        command.arguments(child, catalogue)
        child.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=catalogue("program.lang"))
    return parser
