"""What no file of the project may hold: paths of a machine, hosts of packages, text of others."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from source_tree import ROOT, project_files, text_of

MACHINE_PATH = re.compile(r"(?<![A-Za-z0-9_.~\-])/(?:wor(?:)k|far(?:)m|tmp|root|Users/[a-z]+|home/[a-z]+)/")
PACKAGE_HOST = re.compile(
    r"py(?:)pi\.|python(?:)hosted|ana(?:)conda\.org|ghcr(?:)\.io|docker(?:)\.(?:io|com)", re.IGNORECASE
)
LARGEST = 2_000_000
"""Bytes of the largest file that may be tracked."""
WEIGHTS = {"src/kronik/languages/id/data/model.npz": 15_000_000}
"""Weights of a language model, which may be larger: file and most bytes."""


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in project_files():
        for number, line in enumerate((text_of(path) or "").splitlines(), 1):
            if pattern.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    return found


@pytest.mark.parametrize(
    ("line", "hit"),
    [
        ("see /home/" + "ani/data", True),
        ("open('/tmp/x')", True),
        ("https://a.example/work/b", False),
        ("docs/work/a", False),
    ],
)
def test_the_pattern_for_paths_works(line: str, *, hit: bool) -> None:
    assert bool(MACHINE_PATH.search(line)) is hit


def test_no_file_names_a_path_of_a_machine() -> None:
    assert [row for row in lines_with(MACHINE_PATH) if not row.startswith("tests/architecture/")] == []


def test_no_file_names_a_package_host() -> None:
    assert lines_with(PACKAGE_HOST) == []


def test_no_file_is_large() -> None:
    sizes = {path.relative_to(ROOT).as_posix(): path.stat().st_size for path in project_files()}
    assert {name: size for name, size in sizes.items() if size > WEIGHTS.get(name, LARGEST)} == {}


def test_no_file_holds_borrowed_text(shared: Path) -> None:
    tool = shared / "tools" / "foreign_text.py"
    run = subprocess.run([sys.executable, tool, ROOT], capture_output=True, text=True, check=False, timeout=300)
    assert (run.returncode, run.stdout) == (0, "")
