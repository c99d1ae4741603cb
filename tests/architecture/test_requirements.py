"""The locks: every package pinned, every file hashed, nothing that pyproject.toml does not ask for, no host."""

import re

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from source_tree import ROOT, project_table

PIN = re.compile(r"^([a-z0-9._-]+)==(\S+)(?: \\)?$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
LOCKS = ("run", "dev")


def lock(kind: str) -> list[str]:
    text = (ROOT / "requirements" / f"{kind}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]


def pins(kind: str) -> dict[str, str]:
    found = (PIN.match(line) for line in lock(kind))
    return {canonicalize_name(match[1]): match[2] for match in found if match}


def asked(kind: str) -> list[Requirement]:
    project = project_table()["project"]
    extras = ["parquet", "warc", "web", "xlsx", "serve", "png"] + (["dev"] if kind == "dev" else [])
    listed = [*project["dependencies"], *project_table()["build-system"]["requires"]]
    return [Requirement(item) for item in listed + [i for e in extras for i in project["optional-dependencies"][e]]]


@pytest.mark.parametrize("kind", LOCKS)
def test_the_lock_holds_pins_and_hashes_only(kind: str) -> None:
    assert [line for line in lock(kind) if not (PIN.match(line) or HASH.match(line))] == []


@pytest.mark.parametrize("kind", LOCKS)
def test_every_pin_has_a_hash(kind: str) -> None:
    lines = lock(kind)
    assert [a for a, b in zip(lines, [*lines[1:], ""], strict=True) if PIN.match(a) and not HASH.match(b)] == []


@pytest.mark.parametrize("kind", LOCKS)
def test_the_lock_is_what_the_project_asks_for(kind: str) -> None:
    found = pins(kind)
    wrong = [str(r) for r in asked(kind) if not r.specifier.contains(found.get(canonicalize_name(r.name), "0"))]
    assert wrong == []


def test_both_locks_agree() -> None:
    run, dev = pins("run"), pins("dev")
    assert {name: (version, dev.get(name)) for name, version in run.items() if dev.get(name) != version} == {}
