"""Labelled articles as the coder reads them: gold files with their pages, and standoff labels of news."""

import argparse
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kronik.actors.casting import cast_of
from kronik.annotation.prose import Prose, prose_of
from kronik.annotation.times import times_of
from kronik.articles.article import article_of
from kronik.figures.finding import figures_of
from kronik.knowledge.gazetteer import load_gazetteer
from kronik.knowledge.loading import load_knowledge
from kronik.languages.loader import load_packs
from kronik.pages.options import ReadOptions
from kronik.pages.projection import project
from kronik.pages.reading import read_inputs
from kronik.places.finding import places_of
from kronik.records.failures import Failure, Skipped
from kronik.records.pages import Page
from kronik.reports.coder import BARRED
from kronik.reports.reading import Reading, reading_of
from kronik.reports.scene import Scene
from kronik.statements.finding import statements_of

Gold = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sources:
    """Where labelled articles stand.

    Attributes:
        gold: (articles with labels, their pages) as JSON lines.
        labels: standoff labels, one JSON line an article, by the digest of a page's text.
        news: files that hold the pages of standoff labels.
    """

    gold: tuple[tuple[Path, Path], ...]
    labels: tuple[Path, ...] = ()
    news: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """Labels in the shape of the gold, and the article as the coder reads it; None where it reads none."""

    gold: Gold
    reading: Reading | None


def add_sources(parser: argparse.ArgumentParser) -> None:
    """Add the options that `sources_of` reads."""
    parser.add_argument("--gold", type=Path, nargs=2, action="append", default=[], metavar=("GOLD", "PAGES"))
    parser.add_argument("--labels", type=Path, action="append", default=[], help="standoff labels")
    parser.add_argument("--news", type=Path, action="append", default=[], help="pages of standoff labels")


def sources_of(options: argparse.Namespace) -> Sources:
    """Return the sources that were named on a command line."""
    gold = tuple((one[0], one[1]) for one in options.gold)
    return Sources(gold, tuple(options.labels), tuple(options.news))


def articles_of(sources: Sources) -> list[Article]:
    """Return all labelled articles, those of gold files first, each file in its order.

    Raises:
        SystemExit: a page of standoff labels is missing.
    """
    readers = _Readers()
    out = []
    for gold_path, pages_path in sources.gold:
        read = {address_of(page.uri): readers.reading(page) for page in pages_of([pages_path])}
        for line in gold_path.read_text(encoding="utf-8").splitlines():
            gold = json.loads(line)
            out.append(Article(gold, read.get(address_of(gold["page"]["uri"]))))
    for gold, page in labelled_pages(sources.labels, sources.news):
        out.append(Article(gold, readers.reading(page)))
    return out


def pages_of(paths: Sequence[Path]) -> Iterator[Page]:
    """Yield the pages of files as Kronik reads them; failures are left out."""
    for item in read_inputs([str(path) for path in paths], ReadOptions()):
        if not isinstance(item, Failure | Skipped):
            yield project(item)


def labelled_pages(labels: Sequence[Path], news: Sequence[Path]) -> Iterator[tuple[Gold, Page]]:
    """Yield standoff labels in the shape of the gold with the page that they stand on.

    Raises:
        SystemExit: a page is missing.
    """
    rows = [json.loads(line) for path in labels for line in path.read_text(encoding="utf-8").splitlines()]
    wanted = {row["sha256"] for row in rows}
    pages = {digest: page for page in pages_of(news) if (digest := digest_of(page.text)) in wanted} if rows else {}
    for row in rows:
        page = pages.get(row["sha256"])
        if page is None:
            raise SystemExit(f"no page of the news has a text of the digest {row['sha256']}")
        yield {**row, "page": {"uri": page.uri, "text": page.text}}, page


def with_pages(gold: Sequence[tuple[Path, Path]]) -> Iterator[tuple[Gold, Page]]:
    """Yield the labelled articles of gold files with their pages; one without a page is left out."""
    for labels, pages in gold:
        read = {address_of(page.uri): page for page in pages_of([pages])}
        for line in labels.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            page = read.get(address_of(one["page"]["uri"]))
            if page is not None:
                yield one, page


def digest_of(text: str) -> str:
    """Return the digest by which standoff labels know a text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def address_of(uri: str) -> str:
    """Return the address by which pages and labels find each other: without its query."""
    return uri.split("?", maxsplit=1)[0]


class _Readers:
    """The road from a page to what the coder reads."""

    def __init__(self) -> None:
        self.packs = load_packs()
        self.pack: Any = self.packs["id"]
        self.knowledge, self.gazetteer = load_knowledge(), load_gazetteer()

    def reading(self, page: Page) -> Reading | None:
        """Return the indexed prose of a page; None where it has none or is of a kind that is not coded."""
        article = article_of(page, self.packs, None)
        prose = prose_of(page, article, times_of(page, article, self.packs), self.packs)
        if prose is None or prose.article.kind in BARRED:
            return None
        return self._read(prose)

    def _read(self, prose: Prose) -> Reading:
        pack = self.pack
        cast = cast_of(prose, pack.naming, self.knowledge)
        scene = Scene(
            cast=cast,
            spoken=statements_of(prose, cast, pack.speech),
            placed=places_of(prose, pack.placing, self.gazetteer),
            counted=figures_of(prose, pack.counting),
        )
        return reading_of(prose, scene, pack.coding)
