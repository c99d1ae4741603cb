"""Write what the documentation shows of the program, or check with --check that it is fresh.

docs/reference/cli.md comes from the parser of the command line; the figures that `kronik cite` tells from the floors of
the evaluation; a block of README.md that begins with ``$ kronik`` is
what the command prints beside a chronicle of the packaged samples, long lines cut.
"""

import argparse
import os
import re
import shlex
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from kronik import build
from kronik.cli.catalogue import load_catalogue
from kronik.cli.parser import COMMANDS, build_parser
from kronik.samples import sample_folder

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "cli.md"
README = ROOT / "README.md"
FLOORS = ROOT / "evals" / "floors.toml"
SCORES = ROOT / "src" / "kronik" / "exchange" / "data" / "scores.toml"
CITED = (
    "times.exact.f1", "statements.content.f1", "statements.attributed.f1", "events.found.f1", "events.roles.f1",
    "events.full.f1",
)  # fmt: skip
"""Figures of the evaluation that `kronik cite` tells."""
EXAMPLE = re.compile(r"^    \$ kronik (?P<words>.+)\n(?:(?:    .*)?\n)*?(?=\S|    \$ )", re.MULTILINE)
"""A command in the README, and what it prints, up to the next command or line of text."""
LONGEST_LINE = 110
"""Characters of a line that the README shows."""
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


def scores() -> str:
    """Return the packaged figures: those floors of the evaluation that are cited."""
    figures = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["figures"]
    lines = [
        "# Made by scripts/reference.py.",
        'source = "evals/floors.toml: measured by evals/gate.py on the dev sets"',
        "",
    ]
    return "\n".join([*lines, "[scores]", *(f'"{name}" = {float(figures[name]["floor"])}' for name in CITED)]) + "\n"


def with_examples(text: str) -> str:
    """Return the text with the output of its commands as it is today."""
    with tempfile.TemporaryDirectory() as folder:
        with sample_folder() as samples:
            build([samples], Path(folder) / "samples.kronik")
        return EXAMPLE.sub(lambda found: example(found["words"], folder), text)


def example(words: str, folder: str) -> str:
    """Return a command and what it prints in a folder, as a block of code."""
    environment = {**os.environ, "COLUMNS": str(LONGEST_LINE), "KRONIK_LANG": "en"}
    command = [sys.executable, "-m", "kronik", *shlex.split(words)]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)  # noqa: S603
    lines = [line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…" for line in run.stdout.splitlines()]
    return "\n".join(f"    {line}".rstrip() for line in [f"$ kronik {words}", "", *lines, ""]) + "\n"


def main() -> int:
    """Write or check; return the exit code."""
    texts = {SCORES: scores(), PAGE: reference(), README: with_examples(README.read_text(encoding="utf-8"))}
    if "--check" in sys.argv[1:]:
        stale = [page for page, text in texts.items() if not page.is_file() or page.read_text("utf-8") != text]
        sys.stderr.writelines(f"{page.relative_to(ROOT)} is not fresh: make reference\n" for page in stale)
        return 1 if stale else 0
    for page, text in texts.items():
        page.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
