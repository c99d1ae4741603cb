"""``kronik diff``: what changed between two chronicles of the same pages."""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from itertools import chain, islice
from pathlib import Path

from kronik.chronicle.comparing import compare
from kronik.chronicle.differences import Difference
from kronik.chronicle.reader import Chronicle
from kronik.cli.arguments import add_format, add_limit, limit_of
from kronik.cli.catalogue import Catalogue
from kronik.cli.command import Command
from kronik.cli.commands.reading import print_rows
from kronik.cli.console import Console
from kronik.cli.description import SHORT_ID
from kronik.cli.tables import Format, Row

EXIT_DIFFERENT = 1
"""The chronicles do not hold the same."""

SUMMARY_COLUMNS = ("section", "change", "field", "count")
COLUMNS = ("section", "change", "page", "name", "field", "before", "after")
"""As the fields of a `Difference`."""

SEVERAL = "; "
SHOWN = 80
"""Characters of a value that a table shows; JSON lines and CSV show it whole."""


def _arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    parser.add_argument("before", type=Path, metavar="A", help=text("diff.before"))
    parser.add_argument("after", type=Path, metavar="B", help=text("diff.after"))
    add_format(parser, text)
    parser.add_argument("--json", dest="format", action="store_const", const="jsonl", help=text("diff.json"))
    parser.add_argument("--ignore", type=_fields, default=frozenset(), metavar="FIELD,…", help=text("diff.ignore"))
    parser.add_argument("--summary", action="store_true", help=text("diff.summary"))
    add_limit(parser, text, "diff")


def _fields(value: str) -> frozenset[str]:
    return frozenset(field.strip() for field in value.split(",") if field.strip())


def _run(options: argparse.Namespace, console: Console) -> int:
    form = Format(options.format)
    with Chronicle.open(options.before) as before, Chronicle.open(options.after) as after:
        for told in before.info().identity.differences(after.info().identity):
            console.say(console.text("diff.made", difference=told))
        counts: Counter[tuple[str, str, str]] = Counter()
        wanted = (one for one in compare(before, after) if one.field not in options.ignore)
        found = _counted(wanted, counts)
        limit = limit_of(options)
        if options.summary or form is Format.TABLE:
            shown = list(islice(found, limit))
            for _ in found:
                pass
            _summary(counts, form, console)
            if shown and not options.summary:
                console.out("")
                print_rows(COLUMNS, map(_short, shown), form, console)
                _say_rest(counts.total() - len(shown), console)
        else:
            first = next(found, None)
            if first is not None:
                print_rows(COLUMNS, map(_whole, islice(chain([first], found), limit)), form, console)
    return EXIT_DIFFERENT if counts else 0


def _summary(counts: Counter[tuple[str, str, str]], form: Format, console: Console) -> None:
    if counts:
        rows = ((section, change, field or None, count) for (section, change, field), count in sorted(counts.items()))
        print_rows(SUMMARY_COLUMNS, rows, form, console)
    else:
        console.say(console.text("diff.same"))


def _say_rest(rest: int, console: Console) -> None:
    if rest > 0:
        console.say(console.text("diff.rest", count=console.text.number(rest)))


def _counted(found: Iterable[Difference], counts: Counter[tuple[str, str, str]]) -> Iterator[Difference]:
    for one in found:
        counts[one.section.value, one.kind.value, one.field or ""] += 1
        yield one


def _whole(one: Difference) -> Row:
    return tuple(str(value) if value is not None else None for value in astuple(one))


def _short(one: Difference) -> Row:
    section, change, page, name, field, before, after = _whole(one)
    cut = (None if value is None else plain(str(value))[:SHOWN] for value in (before, after))
    return (section, change, None if page is None else str(page)[:SHORT_ID], name, field, *cut)


def plain(value: str) -> str:
    """Return a value for a person: of JSON the characters that it quotes, or its own values, parted by semicolons."""
    if not value.startswith(("{", "[")):
        return value
    try:
        return _told(json.loads(value))
    except ValueError:
        return value


def _told(value: object) -> str:
    if isinstance(value, list):
        return SEVERAL.join(map(_told, value))
    if isinstance(value, dict):
        return str(value["quote"]) if value.get("quote") else SEVERAL.join(_told(one) for one in value.values() if one)
    return str(value)


COMPARE = Command("diff", _arguments, _run)
