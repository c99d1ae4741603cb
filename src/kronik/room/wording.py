"""Labels of the room in the reader's language: those of the pages, and the room's own."""

import tomllib
from importlib import resources

from kronik.errors import DataError
from kronik.web.wording import LANGUAGES, Wording, check_labels
from kronik.web.wording import wording as page_wording


def room_wording(language: str) -> Wording:
    """Return the labels of a language.

    Raises:
        UsageError: the room does not speak this language.
        DataError: the files of the languages do not have the same keys and placeholders, or a key is one of the pages'.
    """
    pages = page_wording(language)
    own = _labels(language)
    check_labels(f"labels/{language}.toml", own, _labels(LANGUAGES[0]))
    for key in sorted(own.keys() & pages.texts.keys()):
        raise DataError(f"labels/{language}.toml", key, "stands in the labels of the pages")
    return Wording(language, {**pages.texts, **own})


def chosen_language(asked: str | None, accepted: str) -> str:
    """Return the language to speak: the one asked for, else the first that a browser accepts, else English."""
    if asked in LANGUAGES:
        return asked
    for item in accepted.split(","):
        code = item.partition(";")[0].strip()[:2].lower()
        if code in LANGUAGES:
            return code
    return LANGUAGES[0]


def _labels(language: str) -> dict[str, str]:
    file = f"labels/{language}.toml"
    tables = tomllib.loads(resources.files("kronik.room").joinpath(file).read_text("utf-8"))
    out: dict[str, str] = {}
    for section, entries in tables.items():
        if section == "source":
            continue
        for key, text in entries.items():
            if not isinstance(text, str):
                raise DataError(file, f"{section}.{key}", "not a text")
            out[f"room.{section}.{key}"] = text
    return out
