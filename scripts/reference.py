"""Write docs/reference/cli.md from the parser of the command line, or check with --check that it is fresh."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from kronik.cli.catalogue import load_catalogue
from kronik.cli.parser import COMMANDS, build_parser

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "cli.md"
HEAD = """# The command line

Made by `scripts/reference.py` from the parser; `kronik COMMAND --help` says the same. With `--lang id`,
or KRONIK_LANG=id, or an Indonesian locale, `kronik` speaks Indonesian. Where a command takes a chronicle as an option,
the only `*.kronik` file of the current folder is read when it is left out. Exit codes are in [errors.md](errors.md).
"""


def reference() -> str:
    """Return the page."""
    catalogue = load_catalogue("en")
    parsers = next(a.choices for a in build_parser(catalogue)._actions if isinstance(a, argparse._SubParsersAction))
    listed = [f"| [{c.name}](#kronik-{c.name}) | {catalogue(f'{c.name}.help')} |" for c in COMMANDS]
    lines = [HEAD, "| command | what it does |", "|---|---|", *listed]
    for command in COMMANDS:
        lines += ["", f"## kronik {command.name}", "", *section(parsers[command.name])]
    return "\n".join(lines) + "\n"


def section(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Yield the lines of one command."""
    yield (parser.description or "").strip()
    yield ""
    words = [name_of(action) for action in parser._actions if not action.option_strings]
    words += [spelled(action)[-1] for action in parser._actions if action.option_strings and action.required]
    yield " ".join(["   ", parser.prog, *words, "[options]"])
    yield ""
    yield "| argument | meaning |"
    yield "|---|---|"
    for action in parser._actions:
        if action.dest not in {"help", "lang"}:
            spellings = spelled(action) if action.option_strings else [name_of(action)]
            yield f"| {cell(', '.join(f'`{spelling}`' for spelling in spellings))} | {cell(action.help or '')} |"
    if parser.epilog:
        title, *examples = parser.epilog.strip().splitlines()
        yield ""
        yield title.capitalize()
        yield ""
        yield from (f"    {line.strip()}" for line in examples)


def cell(text: str) -> str:
    """Return the text as a cell of a table."""
    return text.replace("|", "\\|")


def name_of(action: argparse.Action) -> str:
    """Return the name of a positional argument, with dots when it may be several."""
    name = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    return {"+": f"{name} ...", "*": f"[{name} ...]", "?": f"[{name}]"}.get(str(action.nargs), name)


def spelled(action: argparse.Action) -> list[str]:
    """Return the spellings of an option, the long one first, each with its value."""
    if action.nargs == 0:
        value = ""
    elif action.choices is not None:
        value = " " + "|".join(map(str, action.choices))
    else:
        value = f" {action.metavar or action.dest.upper()}"
    return [name + value for name in sorted(action.option_strings, key=len, reverse=True)]


def main() -> int:
    """Write or check; return the exit code."""
    text = reference()
    if "--check" in sys.argv[1:]:
        fresh = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text
        return 0 if fresh else 1
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
