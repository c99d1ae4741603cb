"""No natural language in the rooms that derive: words live in the language packs' data.

A word counts as one of a language when a pack's data holds it and our own English (the docstrings) does not. The
heuristic sees single words; it cannot see a word that both languages have, such as "video".
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache

import pytest
from source_tree import PACKAGE, STAGE_ROOMS, Module, modules

WORD = re.compile(r"[^\W\d_]{3,}")
IDENTIFIER = re.compile(r"[a-z0-9]+(?:[._/-][a-z0-9]+)+|[A-Z]+(?:_[A-Z]+)+")
"""Rule ids, names of parts and of environment variables: they name a thing, and match nothing."""
INTERNATIONAL = frozenset(
    (
        "com", "copyright", "facebook", "foto", "images", "instagram", "net", "org", "photo", "strict", "telegram",
        "twitter", "web", "www", "youtube",
    )
)  # fmt: skip
"""Names of services, domains, folders of image servers and error handlers, the same in every language."""
DATA = tuple(path for path in sorted((PACKAGE / "languages").rglob("*.toml")) if not path.name.startswith("glue"))
"""Markers, labels and rules. What unglues words is a vocabulary, in which a language's loan words stand too."""


def strings(value: object) -> Iterator[str]:
    """Every string in a TOML value, keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in {"source", "id", "note"}:
                yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def docstrings(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""


@cache
def english() -> frozenset[str]:
    """Words of our docstrings, examples in quotation marks left out, and of our names."""
    found: set[str] = set()
    for module in modules():
        text = re.sub(r"``.*?``|`.*?`|\".*?\"", " ", " ".join(docstrings(module.tree)), flags=re.DOTALL)
        names = " ".join(node.id for node in ast.walk(module.tree) if isinstance(node, ast.Name)).replace("_", " ")
        found.update(word.casefold() for word in WORD.findall(f"{text} {names}"))
    return frozenset(found)


@cache
def foreign() -> frozenset[str]:
    """Words of the language packs that are not English."""
    found: set[str] = set()
    for path in DATA:
        body = " ".join(strings(tomllib.loads(path.read_text(encoding="utf-8"))))
        found.update(word.casefold() for word in WORD.findall(body))
    return frozenset(found) - english() - INTERNATIONAL


def literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, string) of every literal that is no docstring."""
    silent = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.lineno, node.value


def test_the_packs_have_words() -> None:
    assert {"penulis", "senin", "kemarin"} <= foreign()


@pytest.mark.parametrize(("text", "hit"), [("Penulis: (.+)", True), ("published_time", False)])
def test_the_heuristic_works(text: str, *, hit: bool) -> None:
    assert bool({word.casefold() for word in WORD.findall(text)} & foreign()) is hit


@pytest.mark.parametrize("module", [m for m in modules() if m.room in STAGE_ROOMS], ids=lambda module: module.label)
def test_no_words_of_a_language_in_a_stage_room(module: Module) -> None:
    found = [
        f"line {line}: {word}"
        for line, text in literals(module.tree)
        if not IDENTIFIER.fullmatch(text)
        for word in WORD.findall(text)
        if word.casefold() in foreign()
    ]
    assert found == []
