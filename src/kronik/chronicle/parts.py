"""Articles that stand on several pages, each of them in the chronicle as a page of its own."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kronik.records.articles import Completeness
from kronik.records.parts import part_of, whole_of

_NUMBERS = "SELECT DISTINCT number_in_outlet FROM articles WHERE instr(number_in_outlet, '#')"
_PAGES = """
    SELECT r.article, r.page_id, r.uri, a.completeness, a.completeness_evidence, length(a.prose)
    FROM revision_list AS r JOIN articles AS a ON a.page_id = r.page_id
    WHERE r.article IN (SELECT value FROM json_each(?)) ORDER BY r.article, r.revision
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePart:
    """One part of an article: the latest revision of it.

    Attributes:
        part: which, from 1.
        page_id, uri: of its page.
        completeness: what the page says alone.
        goes_on: the page itself shows that it is cut: it points to a next one, or breaks off.
        prose_chars: code points of its prose.
    """

    part: int
    page_id: str
    uri: str
    completeness: str
    goes_on: bool
    prose_chars: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """An article of which at least one page says that it is not the first.

    Attributes:
        article: the number that its parts have in common.
        parts: those that are there, in order; the first stands for the article where articles are counted.
        whole: all parts are there, and the last does not go on.
    """

    article: str
    parts: tuple[ArticlePart, ...]
    whole: bool


def parts_in(connection: sqlite3.Connection) -> tuple[Parts, ...]:
    """Return the articles of several pages, by number."""
    numbers = [number for (number,) in connection.execute(_NUMBERS)]
    asked = sorted({*numbers, *map(whole_of, numbers)})
    latest: dict[str, dict[int, ArticlePart]] = defaultdict(dict)
    for article, page_id, uri, completeness, told, characters in connection.execute(_PAGES, (json.dumps(asked),)):
        part = part_of(article)
        latest[whole_of(article)][part] = ArticlePart(
            part=part,
            page_id=page_id,
            uri=uri,
            completeness=completeness,
            goes_on=completeness == Completeness.CUT and bool(json.loads(told)),
            prose_chars=characters,
        )
    return tuple(
        Parts(article=article, parts=tuple(parts[part] for part in sorted(parts)), whole=_is_whole(parts))
        for article, parts in sorted(latest.items())
    )


def parts_of_page(known: Iterable[Parts], uri: str) -> Parts | None:
    """Return the article of which the page at a uri is a part; None for a page that is alone."""
    return next((one for one in known if any(part.uri == uri for part in one.parts) and len(one.parts) > 1), None)


def _is_whole(parts: dict[int, ArticlePart]) -> bool:
    return sorted(parts) == list(range(1, len(parts) + 1)) and len(parts) > 1 and not parts[len(parts)].goes_on
