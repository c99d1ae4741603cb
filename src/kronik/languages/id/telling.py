"""Indonesian words that part two acts of one kind, read from their table."""

import tomllib
from collections.abc import Mapping
from typing import Any

from kronik.errors import DataError
from kronik.languages.id.packaged import text_of
from kronik.languages.telling import TellingWords

DATA = "telling.toml"
KEYS = {"source", "steps", "once", "repeated", "unless"}


def load_telling_words() -> TellingWords:
    """Return the packaged words. Costs a file read.

    Raises:
        DataError: the table is wrong.
    """
    return read_telling_words(text_of(DATA))


def read_telling_words(text: str) -> TellingWords:
    """Return the words that a table holds.

    Raises:
        DataError: a key is unknown or missing, a list is no list of words, or a word or step is wrong.
    """
    table = tomllib.loads(text)
    if table.keys() != KEYS:
        raise DataError(DATA, ", ".join(sorted(table.keys() ^ KEYS)), "is unknown or missing")
    steps: Mapping[str, Any] = table["steps"]
    found = {step: _words(parts, f"steps.{step}") for step, parts in steps.items()}
    once = _words(table["once"], "once")
    if not once <= found.keys():
        raise DataError(DATA, ", ".join(sorted(once - found.keys())), "is no step")
    repeated, unless = _words(table["repeated"], "repeated"), _words(table["unless"], "unless")
    return TellingWords(steps=found, once=once, repeated=repeated, unless=unless)


def _words(members: Any, key: str) -> frozenset[str]:
    if not isinstance(members, list) or not all(isinstance(one, str) and one and one == one.lower() for one in members):
        raise DataError(DATA, key, "is no list of words in lower case")
    if len(set(members)) != len(members):
        raise DataError(DATA, key, "holds a word twice")
    return frozenset(members)
