"""Labels of the pages in the reader's language, and numbers and days written its way."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from string import Formatter

from kronik.errors import DataError, UsageError

LANGUAGES = ("en", "id")
"""Languages that the pages speak; each has a file in ``labels/``. The first one rules which keys there are."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The labels of one language.

    Attributes:
        language: ISO 639-1 code.
        texts: text by key (``section.name``), with placeholders in braces.
    """

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: str | int) -> str:
        """Return the text of a key with its placeholders filled; whole numbers are written as `number` does.

        Raises:
            KeyError: there is no such key, or a placeholder has no value.
        """
        written = {name: self.number(value) if isinstance(value, int) else value for name, value in values.items()}
        return self.texts[key].format_map(written)

    def name(self, group: str, value: str) -> str:
        """Return the name of one of a closed list of values (a kind, a reason); the value itself where it has none."""
        return self.texts.get(f"{group}.{value}", value)

    def verdict(self, verdict: str, reason: str | None) -> str:
        """Return the name of a reason; of the verdict where there is none."""
        return self.name("verdict", verdict) if reason is None else self.name("reason", reason)

    def written(self, text: str, form: str) -> str:
        """Return a value as its form asks: ``day``, ``moment``, or ``text`` (as it is)."""
        if form == "day":
            return self.day(text)
        return self.moment(text) if form == "moment" else text

    def number(self, value: int) -> str:
        """Return a whole number with the language's mark between thousands."""
        return f"{value:,}".replace(",", self.texts["format.thousands"])

    def share(self, part: int, whole: int) -> str:
        """Return ``part`` of ``whole`` in per cent with one decimal; a dash when there is no whole.

        What is there but rounds to nothing is written as less than one tenth.
        """
        if not whole:
            return self.texts["format.nothing"]
        tenths = (2000 * part + whole) // (2 * whole)
        less = self.texts["format.under"] if part and not tenths else ""
        tenths = tenths or bool(part)
        number = f"{self.number(tenths // 10)}{self.texts['format.decimal']}{tenths % 10}"
        return f"{less}{number}{self.texts['format.percent']}"

    def day(self, iso: str) -> str:
        """Return an ISO day, month or year (``2025-06-18``, ``2025-06``, ``2025``) in words; other text as it is."""
        fields = iso.split("-")
        if not all(field.isascii() and field.isdigit() for field in fields) or len(fields) > 3:
            return iso
        month = self.texts.get(f"month.{fields[1]}") if len(fields) > 1 else ""
        if month is None:
            return iso
        return " ".join(word for word in (fields[2].lstrip("0") if len(fields) == 3 else "", month, fields[0]) if word)

    def moment(self, rfc3339: str) -> str:
        """Return a time as ``18 June 2025, 08:20 +07:00``: the printed clock and zone; other text as it is."""
        day, mark, clock = rfc3339.partition("T")
        if not mark or len(clock) < 5:
            return rfc3339
        zone = clock.lstrip("0123456789:.")
        return f"{self.day(day)}, {clock[:5]} {'UTC' if zone == 'Z' else zone}".rstrip()


def wording(language: str) -> Wording:
    """Return the labels of a language.

    Raises:
        UsageError: the pages do not speak this language.
        DataError: the files of the languages do not have the same keys and placeholders.
    """
    if language not in LANGUAGES:
        raise UsageError(f"no labels in {language!r}; the pages speak {', '.join(LANGUAGES)}")
    labels = _labels(language)
    check_labels(f"labels/{language}.toml", labels, _labels(LANGUAGES[0]))
    return Wording(language, labels)


def check_labels(file: str, labels: Mapping[str, str], rule: Mapping[str, str]) -> None:
    """Check that the labels of a file have the keys and placeholders of those of the first language.

    Raises:
        DataError: a key is missing or unknown, or a text has other placeholders.
    """
    for key in sorted(rule.keys() ^ labels.keys()):
        raise DataError(file, key, f"not in both this file and the one of {LANGUAGES[0]!r}")
    for key, text in labels.items():
        if _placeholders(text) != _placeholders(rule[key]):
            raise DataError(file, key, f"other placeholders than in the file of {LANGUAGES[0]!r}")


def _labels(language: str) -> dict[str, str]:
    file = f"labels/{language}.toml"
    tables = tomllib.loads(resources.files("kronik.web").joinpath(file).read_text("utf-8"))
    out: dict[str, str] = {}
    for section, entries in tables.items():
        if section == "source":
            continue
        if not isinstance(entries, dict):
            raise DataError(file, section, "not a table of labels")
        for key, text in entries.items():
            if not isinstance(text, str):
                raise DataError(file, f"{section}.{key}", "not a text")
            out[f"{section}.{key}"] = text
    return out


def _placeholders(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
