"""``kronik codebook``: every variable of a report, its values, rule and example, and what is not coded."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kronik.cli.arguments import add_format
from kronik.cli.catalogue import Catalogue
from kronik.cli.command import Command
from kronik.cli.commands.reading import print_rows
from kronik.cli.console import Console
from kronik.cli.tables import Format, Row

if TYPE_CHECKING:
    from kronik.reports.codebook import Codebook

COLUMNS = ("variable", "code", "meaning", "rule", "example", "not_coded")


def _arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    add_format(parser, text)


def _run(options: argparse.Namespace, console: Console) -> int:
    from kronik.languages.loader import load_packs  # noqa: PLC0415 - no other command of its kind needs what these load
    from kronik.reports.codebook import codebook_of, load_outline  # noqa: PLC0415 - the same
    from kronik.reports.ontology import load_ontology  # noqa: PLC0415 - the same

    form = Format(options.format)
    for code, pack in sorted(load_packs().items()):
        if pack.coding is None:
            continue
        book = codebook_of(load_ontology(), pack.coding, load_outline(), code)
        if form is Format.TABLE:
            _print(book, console)
        else:
            print_rows(COLUMNS, codebook_rows(book), form, console)
    return 0


def codebook_rows(book: "Codebook") -> Iterator[Row]:
    """Yield (variable, code, meaning, rule, example, what is not coded) of each variable and each of its values."""
    for variable in book.variables:
        yield variable.name, None, variable.meaning, variable.rule, variable.example or None, None
        for value in variable.values:
            yield variable.name, value.code, value.meaning, None, value.example or None, value.not_coded or None


def _print(book: "Codebook", console: Console) -> None:
    console.out(console.text("codebook.head", ontology=book.versions[0], lexicon=book.versions[1]))
    console.out(book.source)
    for variable in book.variables:
        console.out(f"\n{variable.name}: {variable.meaning}")
        console.out(f"  {console.text('codebook.rule', rule=variable.rule)}")
        if variable.example:
            console.out(f"  {console.text('codebook.example', example=variable.example)}")
        for value in variable.values:
            console.out(f"  {value.code}: {value.meaning}")
            if value.example:
                console.out(f"      {console.text('codebook.example', example=value.example)}")
            if value.not_coded:
                console.out(f"      {console.text('codebook.not_this', what=value.not_coded)}")
    console.out(f"\n{console.text('codebook.not_coded')}")
    for line in book.not_coded:
        console.out(f"  - {line}")


CODEBOOK = Command("codebook", _arguments, _run)
