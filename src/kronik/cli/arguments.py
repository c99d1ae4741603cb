"""Arguments that several commands share, and the types of their values."""

import argparse
import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from kronik.articles.recurring import RecurringLines, decode, load_packaged
from kronik.chronicle.rows import ArticleFilter
from kronik.cli.catalogue import Catalogue
from kronik.cli.tables import Format
from kronik.errors import DataError, UsageError

DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
"""A day, month or year of a filter."""

PACKAGED_OUTLETS = "packaged"
"""Value of ``--outlets`` for the packaged file of recurring lines."""

DEFAULT_LIMIT = 50
"""Rows that a search prints when not told otherwise."""


def add_chronicle(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    """Add the chronicle as first argument."""
    parser.add_argument("chronicle", type=Path, metavar="CHRONICLE", help=text("arguments.chronicle"))


def add_chronicle_option(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    """Add the chronicle as an option that may be left out."""
    parser.add_argument("-c", "--chronicle", type=Path, metavar="CHRONICLE", help=text("arguments.chronicle_option"))


def add_jobs(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    """Add ``--jobs`` and ``--quiet``."""
    parser.add_argument("-j", "--jobs", type=whole(text, "--jobs", 1), metavar="N", help=text("arguments.jobs"))
    parser.add_argument("-q", "--quiet", action="store_true", help=text("arguments.quiet"))


def add_outlets(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    """Add ``--outlets FILE``."""
    parser.add_argument("--outlets", metavar="FILE", help=text("arguments.outlets", packaged=PACKAGED_OUTLETS))


def read_outlets(value: str | None) -> RecurringLines | None:
    """Return the recurring lines that ``--outlets`` names: a file, the packaged one, or none.

    Raises:
        DataError: the file is none of `kronik outlets learn`.
        OSError: it cannot be read.
    """
    if value is None or value == PACKAGED_OUTLETS:
        return None if value is None else load_packaged()
    try:
        return decode(value, Path(value).read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise DataError(value, f"byte {error.start}", "is no UTF-8") from error


def add_rule(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    """Add ``--rule NAME``."""
    parser.add_argument("--rule", metavar="NAME", help=text("arguments.rule"))


def add_format(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    """Add ``--format table|jsonl|csv``."""
    parser.add_argument(
        "--format",
        choices=("table", "jsonl", "csv"),
        default="table",
        help=text("arguments.format", default="table"),
    )


def add_limit(parser: argparse.ArgumentParser, text: Catalogue, section: str) -> None:
    """Add ``--limit N``, whose help is the section's; `limit_of` reads it."""
    parser.add_argument(
        "--limit", type=whole(text, "--limit", 1), metavar="N", help=text(f"{section}.limit", default=DEFAULT_LIMIT)
    )


def limit_of(options: argparse.Namespace) -> int | None:
    """Return the most rows: what was asked for, else a screenful for a table, else all."""
    if options.limit is not None:
        return int(options.limit)
    return DEFAULT_LIMIT if Format(options.format) is Format.TABLE else None


def add_days(parser: argparse.ArgumentParser, text: Catalogue, section: str) -> None:
    """Add ``--from DAY`` and ``--to DAY``, whose help is the section's."""
    parser.add_argument("--from", dest="since", type=day(text, "--from"), metavar="DAY", help=text(f"{section}.since"))
    parser.add_argument("--to", dest="until", type=day(text, "--to"), metavar="DAY", help=text(f"{section}.until"))


def add_unmasked(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    """Add ``--unmasked``."""
    parser.add_argument("--unmasked", action="store_true", help=text("arguments.unmasked"))


def add_filters(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    """Add the filters of articles."""
    parser.add_argument("--outlet", help=text("arguments.outlet"))
    parser.add_argument("--language", metavar="CODE", help=text("arguments.language"))
    add_days(parser, text, "arguments")
    parser.add_argument("--undated", action="store_true", help=text("arguments.undated"))


def filter_of(options: argparse.Namespace) -> ArticleFilter:
    """Return the filter that the options ask for."""
    return ArticleFilter(
        outlet=options.outlet,
        language=options.language,
        since=options.since,
        until=options.until,
        undated=options.undated,
    )


def whole(text: Catalogue, name: str, least: int) -> Callable[[str], int]:
    """Return the type of a whole number of at least ``least``."""

    def parse(value: str) -> int:
        if not value.isdecimal() or int(value) < least:
            raise UsageError(text("parser.number", name=name, value=value, least=least))
        return int(value)

    return parse


def day(text: Catalogue, name: str) -> Callable[[str], str]:
    """Return the type of a day, month or year."""

    def parse(value: str) -> str:
        if not DAY.fullmatch(value):
            raise UsageError(text("parser.bad_date", name=name, value=value))
        return value

    return parse


MAGIC = b"SQLite format 3\x00"
"""How a chronicle's file begins."""

CHRONICLE_VARIABLE = "KRONIK_CHRONICLE"
"""Environment variable that names the chronicle for commands that are not given one."""


def chronicle_and_words(
    words: Sequence[str], given: Path | None, text: Catalogue, environment: Mapping[str, str] = os.environ
) -> tuple[Path, tuple[str, ...]]:
    """Return the chronicle that a command reads, and the words that are left for it.

    The chronicle is what ``-c`` gave, else the first or last word if it is the file of one, else what the environment
    names, else the only ``*.kronik`` file in the current folder.

    Raises:
        UsageError: none of these names one.
    """
    if given is not None:
        return given, tuple(words)
    for at in (0, -1):
        if words and is_chronicle(Path(words[at])):
            rest = list(words)
            return Path(rest.pop(at)), tuple(rest)
    if environment.get(CHRONICLE_VARIABLE):
        return Path(environment[CHRONICLE_VARIABLE]), tuple(words)
    here = sorted(Path().glob("*.kronik"))
    if len(here) == 1:
        return here[0], tuple(words)
    key = "parser.several_chronicles" if here else "parser.no_chronicle"
    raise UsageError(text(key, names=", ".join(str(path) for path in here)))


def is_chronicle(path: Path) -> bool:
    """Tell whether the path is a file that begins as a chronicle does."""
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except (OSError, ValueError):
        return False


def the_only(words: Sequence[str], name: str, text: Catalogue) -> str:
    """Return the one word that a command needs.

    Raises:
        UsageError: there is none, or more than one.
    """
    if not words:
        raise UsageError(text("parser.required", names=name))
    if len(words) > 1:
        raise UsageError(text("parser.unknown", names=" ".join(words[1:])))
    return words[0]
