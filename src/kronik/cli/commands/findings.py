"""``kronik reports``, ``statements``, ``actors`` and ``places``: what the articles of a chronicle tell."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from kronik.chronicle.exports.masking import Found, masked_found, names_in
from kronik.chronicle.finding_queries import ActorRow, FindingFilter, PlaceRow, ReportRow, StatementRow
from kronik.chronicle.reader import Chronicle
from kronik.cli.arguments import (
    add_chronicle_option,
    add_days,
    add_format,
    add_limit,
    add_unmasked,
    chronicle_and_words,
    limit_of,
)
from kronik.cli.catalogue import Catalogue
from kronik.cli.command import Command
from kronik.cli.commands.reading import print_rows, short_row
from kronik.cli.console import Console
from kronik.cli.said_once import UtteranceRow, said_once
from kronik.cli.tables import Format
from kronik.errors import UsageError
from kronik.records.reports import FigureKind, Status

REPORT_COLUMNS = ("id", "date", "type", "mode", "actors", "recipients", "trigger", "place", "status", "outlet")
"""What a table of reports shows; the other formats have every column."""

STATEMENT_COLUMNS = ("id", "published", "outlet", "speakers", "kind", "cue", "content")

UTTERANCE_COLUMNS = ("id", "published", "articles", "outlets", "speakers", "kind", "content")

LINT = "lint"
"""Word in the place of a name that checks the knowledge files."""


def _arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    parser.add_argument("words", nargs="*", metavar="CHRONICLE", help=text("arguments.chronicle_option"))
    add_chronicle_option(parser, text)
    parser.add_argument("--outlet", help=text("arguments.outlet"))
    add_days(parser, text, "findings")
    add_unmasked(parser, text)
    add_format(parser, text)
    add_limit(parser, text, "findings")


def _reports_arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    _arguments(parser, text)
    parser.add_argument("--actor", metavar="NAME", help=text("reports.actor"))
    parser.add_argument("--recipient", metavar="NAME", help=text("reports.recipient"))
    parser.add_argument("--type", type=str.upper, metavar="TYPE", help=text("reports.type"))
    parser.add_argument("--mode", metavar="MODE", help=text("reports.mode"))
    parser.add_argument("--status", choices=tuple(Status), help=text("reports.status"))
    parser.add_argument("--province", metavar="NAME", help=text("reports.province"))
    parser.add_argument("--regency", metavar="NAME", help=text("reports.regency"))
    parser.add_argument("--figure", choices=tuple(FigureKind), help=text("reports.figure"))
    parser.add_argument("--undated", action="store_true", help=text("reports.undated"))


def _typed_units(options: argparse.Namespace) -> tuple[str | None, str | None]:
    """Return province and regency asked for, by their official names where a short form is typed."""
    if options.province is None and options.regency is None:
        return None, None
    from kronik.knowledge.gazetteer import load_gazetteer  # noqa: PLC0415 - only these two filters need the tables
    from kronik.knowledge.typed_places import PROVINCES, REGENCIES, official_name  # noqa: PLC0415 - the same

    gazetteer = load_gazetteer()
    province = official_name(options.province, gazetteer, PROVINCES) if options.province else options.province
    return province, official_name(options.regency, gazetteer, REGENCIES) if options.regency else options.regency


def _reports(options: argparse.Namespace, console: Console) -> int:
    province, regency = _typed_units(options)
    where = FindingFilter(
        actor=options.actor,
        recipient=options.recipient,
        type=options.type,
        mode=options.mode,
        status=options.status,
        outlet=options.outlet,
        since=options.since,
        until=options.until,
        undated=options.undated,
        province=province,
        regency=regency,
        figure=options.figure,
    )

    def found(chronicle: Chronicle, limit: int | None) -> Iterator[ReportRow]:
        return chronicle.reports(where, limit=limit)

    shown = (*REPORT_COLUMNS, "figures") if options.figure else REPORT_COLUMNS
    return _print_found(options, console, found, (ReportRow._fields, shown, "reports.count"))


def _statements_arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    _arguments(parser, text)
    parser.add_argument("--by", metavar="NAME", help=text("statements.by"))
    parser.add_argument("--about", metavar="WORDS", help=text("statements.about"))
    parser.add_argument("--kind", choices=("direct", "indirect", "mixed"), help=text("statements.kind"))
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--cite", action="store_true", help=text("statements.cite"))
    shape.add_argument("--once", action="store_true", help=text("statements.once"))


def _statements(options: argparse.Namespace, console: Console) -> int:
    where = FindingFilter(
        actor=options.by,
        about=options.about,
        type=options.kind,
        outlet=options.outlet,
        since=options.since,
        until=options.until,
    )
    if options.cite:
        path = _path(options, console)
        with Chronicle.open(path) as chronicle:
            for row in _safe(chronicle.statements(where, limit=options.limit), chronicle, unmasked=options.unmasked):
                console.out(citation(row, console.text))
        return 0
    if options.once:
        return _utterances(options, console, where)

    def found(chronicle: Chronicle, limit: int | None) -> Iterator[StatementRow]:
        return chronicle.statements(where, limit=limit)

    return _print_found(options, console, found, (StatementRow._fields, STATEMENT_COLUMNS, "statements.count"))


def _utterances(options: argparse.Namespace, console: Console, where: FindingFilter) -> int:
    """Print what was said, each utterance once however many articles tell it."""
    form, most = Format(options.format), limit_of(options)
    with Chronicle.open(_path(options, console)) as chronicle:
        rows = said_once(tuple(_safe(chronicle.statements(where, limit=None), chronicle, unmasked=options.unmasked)))
    if form is not Format.TABLE:
        print_rows(UtteranceRow._fields, rows[:most], form, console)
        return 0
    return _print_table(rows[:most], len(rows), (UTTERANCE_COLUMNS, "statements.count_once"), console)


def citation(row: StatementRow, text: Catalogue) -> str:
    """Return a statement as a sentence to cite: who, what, and where it is told, down to the address."""
    said = f"“{row.content}”" if row.kind == "direct" else row.content
    via = text("statements.via", via=row.via) if row.via else None
    told = (row.byline, f"“{row.headline}”" if row.headline else None, row.outlet, row.published, row.uri)
    return f"{row.speakers or text('statements.unnamed')}: {said} — {', '.join(filter(None, (*told, via)))}"


def _words_arguments(section: str) -> Callable[[argparse.ArgumentParser, Catalogue], None]:
    def add(parser: argparse.ArgumentParser, text: Catalogue) -> None:
        parser.add_argument("words", nargs="*", metavar="WORDS", help=text(f"{section}.words"))
        add_chronicle_option(parser, text)
        add_format(parser, text)
        add_limit(parser, text, "findings")
        if section == "actors":
            parser.add_argument("--knowledge", type=Path, metavar="FOLDER", help=text("actors.knowledge"))

    return add


def _actors(options: argparse.Namespace, console: Console) -> int:
    if options.words == [LINT]:
        return _lint(options.knowledge, console)
    path, words = chronicle_and_words(options.words, options.chronicle, console.text)
    with Chronicle.open(path) as chronicle:
        rows = list(chronicle.actors(" ".join(words) or None, limit=limit_of(options)))
    print_rows(ActorRow._fields, rows, Format(options.format), console)
    return 0


def _lint(folder: Path | None, console: Console) -> int:
    """Check the packaged knowledge files, and those of a folder; exit code 1 when something is wrong."""
    from kronik.knowledge.lint import faults  # noqa: PLC0415 - only this word of one command needs what these two load
    from kronik.knowledge.loading import load_knowledge  # noqa: PLC0415 - the same

    knowledge = load_knowledge(folder)
    found = faults(knowledge)
    for fault in found:
        console.out(fault)
    key = "actors.faults" if found else "actors.sound"
    console.say(console.text(key, count=console.text.number(len(found))))
    return 1 if found else 0


def _places(options: argparse.Namespace, console: Console) -> int:
    from kronik.knowledge.gazetteer import load_gazetteer  # noqa: PLC0415 - only a named place needs the tables
    from kronik.knowledge.typed_places import country_code  # noqa: PLC0415 - the same

    path, words = chronicle_and_words(options.words, options.chronicle, console.text)
    name = " ".join(words)
    country = country_code(name, load_gazetteer()) if name else None
    with Chronicle.open(path) as chronicle:
        rows = list(chronicle.places(name or None, country=country, limit=limit_of(options)))
    print_rows(PlaceRow._fields, rows, Format(options.format), console)
    return 0


def _path(options: argparse.Namespace, console: Console) -> Path:
    path, words = chronicle_and_words(options.words, options.chronicle, console.text)
    if words:
        raise UsageError(console.text("parser.unknown", names=" ".join(words)))
    return path


def _safe(rows: Iterable[Found], chronicle: Chronicle, *, unmasked: bool) -> Iterator[Found]:
    """Yield the rows, with the names that their pages protect masked unless they are asked for as they are."""
    names = None if unmasked else names_in(chronicle)
    for row in rows:
        yield row if names is None else masked_found(row, names(row.page_id))


def _print_found(
    options: argparse.Namespace,
    console: Console,
    found: Callable[[Chronicle, int | None], Iterator[Found]],
    shape: tuple[tuple[str, ...], tuple[str, ...], str],
) -> int:
    """Print reports or statements: as a table the first columns and how many there are, else everything."""
    every, shown, count = shape
    form = Format(options.format)
    with Chronicle.open(_path(options, console)) as chronicle:
        printed = _safe(found(chronicle, limit_of(options)), chronicle, unmasked=options.unmasked)
        if form is not Format.TABLE:
            print_rows(every, printed, form, console)
            return 0
        rows = list(printed)
        total = sum(1 for _ in found(chronicle, None)) if len(rows) == limit_of(options) else len(rows)
    return _print_table(rows, total, (shown, count), console)


def _print_table(
    rows: Sequence[ReportRow | StatementRow | UtteranceRow],
    total: int,
    shape: tuple[tuple[str, ...], str],
    console: Console,
) -> int:
    """Print the first columns of rows as a table, and of how many they are."""
    shown, count = shape
    print_rows(shown, (short_row(row, shown) for row in rows), Format.TABLE, console)
    number = console.text.number
    console.say(console.text(count, shown=number(len(rows)), count=number(total)))
    return 0


REPORTS = Command("reports", _reports_arguments, _reports)
STATEMENTS = Command("statements", _statements_arguments, _statements)
ACTORS = Command("actors", _words_arguments("actors"), _actors)
PLACES = Command("places", _words_arguments("places"), _places)
