"""``kronik export``: a chronicle in another format."""

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

from kronik.chronicle.exports import TABLES, annotations, csv_folder, csv_table, parquet_folder, readme, records
from kronik.chronicle.exports.geojson import geojson
from kronik.chronicle.exports.plover import evidence_sidecar, plover, polecat
from kronik.chronicle.reader import Chronicle
from kronik.cli.arguments import add_chronicle, add_rule
from kronik.cli.catalogue import Catalogue
from kronik.cli.command import Command
from kronik.cli.commands.chronology import read_events
from kronik.cli.console import Console
from kronik.errors import UsageError
from kronik.exchange.edition import edition_of
from kronik.exchange.event_reports import event_reports
from kronik.exchange.graph import graphml
from kronik.exchange.timelines import timeline_json
from kronik.exchange.workbook import write_workbook
from kronik.reports.ontology import load_ontology
from kronik.stories.rules import rule_named

FORMATS = (
    "records", "parquet", "csv", "annotations", "plover", "polecat", "geojson", "eventreport", "graphml", "timeline",
    "xlsx",
)  # fmt: skip
STREAMS: tuple[tuple[str, Callable[[Chronicle], Iterable[bytes]]], ...] = (
    ("records", records),
    ("annotations", annotations),
    ("plover", plover),
    ("polecat", polecat),
    ("geojson", geojson),
)
"""Formats that are one file, of what each page tells."""

EVENT_FORMATS = ("eventreport", "graphml", "timeline", "xlsx")
"""Formats that hold events: reports merged by a rule, which each of them names."""

EVIDENCE_SUFFIX = ".evidence.jsonl"
"""Of the file beside a table of POLECAT that holds the characters of each row, by event id."""


def _arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    add_chronicle(parser, text)
    parser.add_argument("--format", choices=FORMATS, required=True, help=text("export.format"))
    parser.add_argument("-o", "--output", type=Path, metavar="PATH", help=text("export.output"))
    add_rule(parser, text)
    parser.add_argument("--table", choices=TABLES, help=text("export.table"))
    parser.add_argument("--bom", action="store_true", help=text("export.bom"))
    parser.add_argument("--unmasked", action="store_true", help=text("export.unmasked"))


def _run(options: argparse.Namespace, console: Console) -> int:
    text = console.text
    if options.table and options.format != "csv":
        raise UsageError(text("export.table_format"))
    if options.bom and options.format != "csv":
        raise UsageError(text("export.bom_format"))
    if options.unmasked and options.format != "records":
        raise UsageError(text("export.unmasked_format"))
    if options.rule and options.format not in EVENT_FORMATS:
        raise UsageError(text("export.rule_format", formats=", ".join(EVENT_FORMATS)))
    whole = options.format in ("csv", "parquet") and not options.table
    if whole and options.output is None:
        raise UsageError(text("export.need_output", format=options.format))
    if options.format == "xlsx" and options.output is None:
        raise UsageError(text("export.need_file", format=options.format))
    if options.format in EVENT_FORMATS:
        _events(options, console)
        return 0
    with Chronicle.open(options.chronicle) as chronicle:
        if whole:
            _folder(chronicle, options, console)
        else:
            _stream(chronicle, options, console)
    return 0


def _folder(chronicle: Chronicle, options: argparse.Namespace, console: Console) -> None:
    folder: Path = options.output
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder")
    if options.format == "csv":
        csv_folder(chronicle, folder, bom=options.bom)
    else:
        parquet_folder(chronicle, folder)
    (folder / "README.md").write_text(readme(chronicle, command_line(options)), encoding="utf-8")
    console.say(console.text("export.done", output=folder))


def _stream(chronicle: Chronicle, options: argparse.Namespace, console: Console) -> None:
    if options.table:
        rows: Iterable[bytes] = csv_table(chronicle, options.table, bom=options.bom)
    elif options.unmasked:
        rows = records(chronicle, unmasked=True)
    else:
        rows = dict(STREAMS)[options.format](chronicle)
    _out(rows, options.output, console)
    if options.output is None:
        return
    if options.format == "polecat":
        with options.output.with_name(options.output.name + EVIDENCE_SUFFIX).open("wb") as file:
            file.writelines(evidence_sidecar(chronicle))
    write_readme(chronicle, options)
    console.say(console.text("export.done", output=options.output))


def _events(options: argparse.Namespace, console: Console) -> None:
    """Write an export of events, and in the README beside it by which rule reports were merged into them."""
    rule = rule_named(options.rule)
    _, events = read_events(options.chronicle, rule)
    with Chronicle.open(options.chronicle) as chronicle:
        edition = edition_of(chronicle, events, rule)
        if options.format == "xlsx":
            write_workbook(edition, options.output)
        elif options.format == "eventreport":
            _out(event_reports(edition), options.output, console)
        else:
            form = {"graphml": graphml, "timeline": timeline_json}[options.format]
            _out(form(edition, load_ontology()), options.output, console)
        if options.output is not None:
            write_readme(chronicle, options, edition.rule)
    console.say(console.text("export.events", count=console.text.number(len(edition.events)), rule=edition.rule))


def _out(rows: Iterable[bytes], output: Path | None, console: Console) -> None:
    """Write rows to a file, or to standard output where none is named."""
    if output is None:
        for row in rows:
            console.write(row)
        return
    with output.open("wb") as file:
        file.writelines(rows)


def write_readme(chronicle: Chronicle, options: argparse.Namespace, rule: str | None = None) -> None:
    """Write the README beside a file; of events it names the rule that merged reports into them."""
    beside = options.output.with_name(options.output.name + ".README.md")
    beside.write_text(readme(chronicle, command_line(options), rule=rule), encoding="utf-8")


def command_line(options: argparse.Namespace) -> str:
    """Return the command that made an export, with the names of files but not their folders."""
    words = ["kronik", "export", options.chronicle.name, "--format", options.format]
    words += ["--table", options.table] if options.table else []
    words += ["--rule", options.rule] if options.rule else []
    words += ["--bom"] if options.bom else []
    words += ["--unmasked"] if options.unmasked else []
    words += ["-o", options.output.name] if options.output else []
    return " ".join(words)


EXPORT = Command("export", _arguments, _run)
