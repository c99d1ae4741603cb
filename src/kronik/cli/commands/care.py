"""``kronik info``, ``verify``, ``update`` and ``forget``: look after a chronicle."""

import argparse
from collections.abc import Iterator

from kronik.chronicle.reader import Chronicle
from kronik.chronicle.rows import ChronicleInfo
from kronik.chronicle.writer import ChronicleWriter
from kronik.cli.arguments import (
    add_chronicle,
    add_chronicle_option,
    add_format,
    add_jobs,
    add_outlets,
    chronicle_and_words,
    read_outlets,
    the_only,
)
from kronik.cli.catalogue import Catalogue
from kronik.cli.command import Command
from kronik.cli.console import Console, ProgressMeter
from kronik.cli.tables import Format, Row, lines
from kronik.grouping.kept import forget_groups, side_file
from kronik.pipeline.progress import Progress
from kronik.pipeline.settings import Settings
from kronik.pipeline.update import update
from kronik.pipeline.verification import verify

EXIT_FAULT = 1
"""Something in the chronicle does not hold."""


def _info_arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    add_chronicle(parser, text)
    add_format(parser, text)


def _info(options: argparse.Namespace, console: Console) -> int:
    with Chronicle.open(options.chronicle) as chronicle:
        info = chronicle.info()
    form = Format(options.format)
    rows = _info_rows(info, console.text if form is Format.TABLE else None)
    for line in lines(("field", "value"), rows, form, console.text):
        console.out(line)
    return 0


def _info_rows(info: ChronicleInfo, text: Catalogue | None) -> Iterator[Row]:
    def name(key: str, **values: str) -> str:
        plain = " ".join((key, *values.values()))
        return text(f"info.{key}", **values) if text else plain

    yield name("made_by"), f"kronik {info.identity.kronik_version}"
    yield name("format"), info.identity.format
    yield name("settings"), info.identity.settings
    for maker in info.identity.stages:
        yield name("stage", name=maker.stage), maker.version
    yield name("content"), info.content
    yield name("size"), info.file_bytes
    for count in info.tables:
        yield name("rows", table=count.name), count.count
    for count in info.projections:
        yield name("projection", name=count.name), count.count
    yield name("with_raw"), info.pages_with_raw
    yield name("without_raw"), info.pages_without_raw
    yield name("outdated"), info.pages_outdated
    for count in info.failures:
        yield name("failures", code=count.name), count.count


def _verify_arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    add_chronicle(parser, text)
    parser.add_argument("-q", "--quiet", action="store_true", help=text("arguments.quiet"))


def _verify(options: argparse.Namespace, console: Console) -> int:
    text = console.text
    pages = slices = faults = stored = 0
    with Chronicle.open(options.chronicle) as chronicle, ProgressMeter(console, quiet=options.quiet) as on_progress:
        for checked in verify(chronicle):
            pages += 1
            slices += checked.slices
            stored += not checked.projected
            faults += len(checked.faults)
            for fault in checked.faults:
                console.out(text("verify.fault", page=fault.page_id, message=fault.message))
            on_progress(Progress(pages=pages))
    if stored:
        console.say(text("verify.stored_only", pages=text.number(stored)))
    key = "verify.faults" if faults else "verify.done"
    numbers = {"pages": text.number(pages), "slices": text.number(slices)}
    console.out(text(key, **numbers, faults=text.number(faults)))
    return EXIT_FAULT if faults else 0


def _update_arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    add_chronicle(parser, text)
    add_outlets(parser, text)
    add_jobs(parser, text)


def _update(options: argparse.Namespace, console: Console) -> int:
    text = console.text
    settings = Settings(recurring=read_outlets(options.outlets))
    with ProgressMeter(console, quiet=options.quiet) as on_progress:
        done = update(options.chronicle, jobs=options.jobs, settings=settings, on_progress=on_progress)
    if done.left:
        console.say(text("update.left"))
    console.say(text("update.done", pages=text.number(done.pages), left=text.number(done.left)))
    return 0


def _forget_arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    parser.add_argument("words", nargs="+", metavar="ID|URI", help=text("arguments.page"))
    add_chronicle_option(parser, text)


def _forget(options: argparse.Namespace, console: Console) -> int:
    path, words = chronicle_and_words(options.words, options.chronicle, console.text)
    name = the_only(words, "ID", console.text)
    with Chronicle.open(path) as chronicle:
        page_ids = chronicle.revisions(name) or (chronicle.resolve(name),)
        identity = chronicle.info().identity
    with ChronicleWriter.open(path, identity) as writer:
        for page_id in page_ids:
            rows = writer.forget(page_id)
            console.say(console.text("forget.done", page=page_id, rows=console.text.number(rows)))
        writer.finish()
    if forget_groups(path):
        console.say(console.text("forget.groups", path=side_file(path)))
    return 0


INFO = Command("info", _info_arguments, _info)
VERIFY = Command("verify", _verify_arguments, _verify)
UPDATE = Command("update", _update_arguments, _update)
FORGET = Command("forget", _forget_arguments, _forget)
