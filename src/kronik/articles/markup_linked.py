"""What a page's JSON-LD says of its article, with the characters it says it in."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kronik.records.pages import Page
from kronik.records.spans import Evidence, evidence

ARTICLE_TYPES = ("Article", "BlogPosting", "Posting", "Report")
"""Endings of the schema.org types whose object is the article itself."""
PAGE_TYPES = ("WebPage",)
"""Types whose object is the page; asked where no article is declared."""

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A string of the JSON-LD and where its characters stand in the page text."""

    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What the JSON-LD declares of the article; what it does not declare is None or empty."""

    headline: Value | None = None
    published: Value | None = None
    section: Value | None = None
    publisher: Value | None = None
    authors: tuple[Value, ...] = ()


def linked_of(page: Page) -> Linked:
    """Return what the first article object of the JSON-LD says; of the page object where there is no article.

    Broken JSON is passed over, as search engines do.
    """
    fallback: Linked | None = None
    for start, source in _scripts(page):
        try:
            tree = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
        for found in _objects(tree):
            kinds = _kinds(found)
            if any(kind.endswith(ARTICLE_TYPES) for kind in kinds):
                return _linked(found, source, start)
            if fallback is None and any(kind.endswith(PAGE_TYPES) for kind in kinds) and "datePublished" in found:
                fallback = _linked(found, source, start)
    return fallback or Linked()


def _scripts(page: Page) -> Iterator[tuple[int, str]]:
    for piece in page.hidden:
        source = piece.of(page.text)
        if source.lstrip()[:1] in ("{", "[") and '"@type"' in source:
            yield piece.start, source


def _objects(tree: object) -> Iterator[dict[str, object]]:
    """Yield the objects of a JSON tree, outer ones first, in order of place."""
    waiting: list[object] = [tree]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting.extend(reversed(list(value.values())))
        elif isinstance(value, list):
            waiting.extend(reversed(value))


def _kinds(found: dict[str, object]) -> list[str]:
    kinds = found.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _linked(found: dict[str, object], source: str, shift: int) -> Linked:
    def one(key: str, value: object) -> Value | None:
        return next(iter(_values(key, value, source, shift)), None)

    return Linked(
        headline=one("headline", found.get("headline")),
        published=one("datePublished", found.get("datePublished")) or one("dateCreated", found.get("dateCreated")),
        section=one("articleSection", found.get("articleSection")),
        publisher=one("publisher", found.get("publisher")),
        authors=tuple(_values("author", found.get("author"), source, shift)),
    )


def _values(key: str, value: object, source: str, shift: int) -> Iterator[Value]:
    """Yield the strings of a value: itself, the names of its objects (people and outlets), or those of a list."""
    if isinstance(value, list):
        for item in value:
            yield from _values(key, item, source, shift)
    elif isinstance(value, dict):
        if key != "author" or "Organization" not in _kinds(value):
            yield from _values("name", value.get("name"), source, shift)
    elif isinstance(value, str) and value.strip():
        where = _place(value, source)
        if where is not None:
            yield Value(text=" ".join(value.split()), evidence=evidence(shift + where[0], shift + where[1]))


def _place(value: str, source: str) -> tuple[int, int] | None:
    """Return where a string's characters stand in the JSON source, between the quotation marks."""
    plain = source.find(f'"{value}"')
    if plain >= 0:
        return plain + 1, plain + 1 + len(value)
    for literal in _STRING.finditer(source):
        try:
            if json.loads(literal[0], strict=False) == value:
                return literal.start() + 1, literal.end() - 1
        except ValueError:
            continue
    return None
