"""Messages, help and column labels of the command line, in the languages there are."""

import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from kronik.errors import DataError

LANGUAGES = ("en", "id")
"""Languages of the command line; the first is the default and has every key."""

VARIABLES = ("KRONIK_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where the language is looked up when no ``--lang`` is given, in this order."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The texts of one language by dotted key."""

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return the text of a key with its values put in.

        Raises:
            DataError: there is no such key.
        """
        if key not in self.texts:
            raise DataError(f"{self.language}.toml", key, "no such message")
        return self.texts[key].format(**values) if values else self.texts[key]

    def number(self, value: float, digits: int = 0) -> str:
        """Return a number as this language groups it: 1,234.5 or 1.234,5."""
        text = f"{value:,.{digits}f}"
        return text.translate(str.maketrans(",.", ".,")) if self.language == "id" else text


def load_catalogue(language: str) -> Catalogue:
    """Return the texts of a language.

    Raises:
        DataError: the file holds anything but tables of strings.
    """
    name = f"{language}.toml"
    source = files("kronik.cli").joinpath("messages", name).read_text(encoding="utf-8")
    texts: dict[str, str] = {}
    for section, entries in tomllib.loads(source).items():
        if not isinstance(entries, dict):
            raise DataError(name, section, "is not a table")
        for key, text in entries.items():
            if not isinstance(text, str):
                raise DataError(name, f"{section}.{key}", "is not a string")
            texts[f"{section}.{key}"] = text
    return Catalogue(language, texts)


def choose_language(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """Return the language to speak: of ``--lang``, else of the environment, else English."""
    for at, argument in enumerate(arguments):
        if argument == "--lang" and at + 1 < len(arguments):
            return _known(arguments[at + 1])
        if argument.startswith("--lang="):
            return _known(argument.removeprefix("--lang="))
    value = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    return _known(value)


def _known(value: str) -> str:
    code = value[:2].lower()
    return code if code in LANGUAGES else LANGUAGES[0]
