"""Every command, option, failure code, error, table and part that a user meets is documented."""

import argparse
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from source_tree import ROOT, runtime_requirements

from kronik import errors
from kronik.chronicle.exports import TABLES
from kronik.chronicle.exports.tables import table_of
from kronik.cli.catalogue import LANGUAGES, load_catalogue
from kronik.cli.parser import COMMANDS, build_parser
from kronik.records.failures import FailureCode

DOCS = ROOT / "docs"


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def subparsers() -> dict[str, argparse.ArgumentParser]:
    actions = build_parser(load_catalogue("en"))._actions
    return next(dict(action.choices) for action in actions if isinstance(action, argparse._SubParsersAction))


def options() -> list[tuple[str, str]]:
    return [
        (name, option)
        for name, parser in subparsers().items()
        for action in parser._actions
        for option in action.option_strings
        if option.startswith("--")
    ]


def section(text: str, heading: str) -> str:
    """The text from a heading to the next of its level."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def test_what_the_documentation_shows_of_the_program_is_fresh() -> None:
    command = [sys.executable, ROOT / "scripts" / "reference.py", "--check"]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_command_is_in_the_reference(name: str) -> None:
    assert section(read("reference/cli.md"), f"kronik {name}")


@pytest.mark.parametrize(("name", "option"), options())
def test_every_option_is_in_the_section_of_its_command(name: str, option: str) -> None:
    assert f"`{option}" in section(read("reference/cli.md"), f"kronik {name}") or option in {"--help", "--lang"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_helps_in_every_language(language: str) -> None:
    catalogue = load_catalogue(language)
    assert all(catalogue(f"{command.name}.help") for command in COMMANDS)


@pytest.mark.parametrize("code", list(FailureCode))
def test_every_failure_code_is_documented(code: FailureCode) -> None:
    assert re.search(rf"^\| `{code}` \| \S", read("reference/errors.md"), re.MULTILINE)


def test_no_failure_code_is_documented_that_is_not_there() -> None:
    listed = re.findall(r"^\| `(\w+)` \|", section(read("reference/errors.md"), "Failure codes"), re.MULTILINE)
    assert sorted(listed) == sorted(FailureCode)


def test_every_error_is_documented() -> None:
    names = {name for name, value in vars(errors).items() if isinstance(value, type) and name != "KronikError"}
    assert {name for name in names if f"`{name}`" not in read("reference/errors.md")} == set()


@pytest.mark.parametrize("table", TABLES)
def test_every_table_of_an_export_is_documented(table: str) -> None:
    found = section(read("reference/tables.md"), table)
    documented = re.findall(r"^\| `(\w+)` \| \S", found, re.MULTILINE)
    assert documented == [name for name, _ in table_of(table).columns]


@pytest.mark.parametrize("name", runtime_requirements())
def test_every_dependency_has_its_reason_and_version(name: str) -> None:
    lock = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    version = re.search(rf"^{re.escape(name)}==(\S+)", lock, re.MULTILINE)
    row = re.search(rf"^\| {re.escape(name)}[ (].*$", read("decisions/0002-dependencies.md"), re.MULTILINE)
    assert row
    assert version
    assert f"| {version[1]} |" in row[0]


def test_no_dependency_is_documented_that_is_not_there() -> None:
    rows = re.findall(r"^\| ([a-z0-9-]+) (?:\(`\w+`\) )?\| \d", read("decisions/0002-dependencies.md"), re.MULTILINE)
    assert sorted(rows) == sorted(runtime_requirements())


def test_every_command_is_in_the_changelog() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [c.name for c in COMMANDS if not re.search(rf"`(kronik )?{c.name}( \w+)?`", changelog)] == []


def test_the_version_of_the_changelog_is_that_of_the_package() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    changelog = Path(ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = re.search(r"^## (\S+)", changelog, re.MULTILINE)
    assert first
    assert first[1] == version
