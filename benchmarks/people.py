"""Time of the cast and of the statements, apart from what they are read from.

    python benchmarks/people.py [--pages N] [--rounds N] [--json] [INPUT ...]

Every page is brought to its prose and analysed by the language model once, unclocked. Then the cast is found and, with
it, the statements, ``--rounds`` times over all articles; of each article and stage the least processor time counts, so
that what else the machine does weighs little. Without INPUT the shared gold (train and dev) and ``--pages`` of the
shared news, drawn by a fixed seed, or the packaged samples where the shared folder (KRONIK_SHARED names it) is missing.
The row "language model" is what it costs to split, tag and parse the same prose, once, for comparison.
"""

import argparse
import json
import os
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path

from kronik.actors.casting import cast_of
from kronik.annotation.prose import Prose, prose_of
from kronik.annotation.times import times_of
from kronik.articles.article import article_of
from kronik.knowledge.loading import load_knowledge
from kronik.languages.loader import load_packs
from kronik.languages.naming import NamingWords
from kronik.languages.pack import LanguagePack
from kronik.languages.speech import SpeechWords
from kronik.pages.options import ReadOptions
from kronik.pages.projection import project
from kronik.pages.reading import read_inputs
from kronik.records.pages import Item, Page
from kronik.statements.finding import statements_of

ROOT = Path(__file__).resolve().parent.parent
SEED = 6
MILLISECONDS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One stage: processor time of an article and articles a second on one core."""

    stage: str
    milliseconds: float
    articles_per_second: float
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The prose of an article and the words of its language."""

    prose: Prose
    naming: NamingWords
    speech: SpeechWords
    model_seconds: float


def items_of(inputs: Iterable[str]) -> list[Item]:
    """Return the items of inputs; what cannot be read is left out."""
    return [item for item in read_inputs(list(inputs), ReadOptions()) if isinstance(item, Item)]


def drawn(count: int) -> list[Item]:
    """Return the shared gold and so many pages of the shared news, or the packaged samples."""
    shared = Path(os.environ.get("KRONIK_SHARED", ROOT.parent / "shared"))
    if not (shared / "gold").is_dir():
        return items_of([str(files("kronik.samples") / "pages")])
    gold = items_of(str(shared / "gold" / name) for name in ("train.pages.jsonl", "dev.pages.jsonl"))
    news = items_of(str(path) for path in sorted((shared / "news").glob("*.csv")))
    return gold + random.Random(SEED).sample(news, min(count, len(news)))  # noqa: S311 -- a draw, no secret


def read(pages: Iterable[Page]) -> Iterator[Read]:
    """Yield the articles of which a language pack makes prose."""
    packs = load_packs()
    for page in pages:
        article = article_of(page, packs, None)
        prose = prose_of(page, article, times_of(page, article, packs), packs)
        pack = packs.get(article.language.code)
        if prose is not None and pack is not None and pack.naming is not None and pack.speech is not None:
            yield Read(prose=prose, naming=pack.naming, speech=pack.speech, model_seconds=_model(pack, prose.text))


def _model(pack: LanguagePack, text: str) -> float:
    if pack.analyser is None:
        return 0.0
    begun = time.process_time()
    pack.analyser(text)
    return time.process_time() - begun


def timed(articles: Sequence[Read], rounds: int) -> list[Row]:
    """Return the rows of the stages, of both together, and of the language model."""
    knowledge = load_knowledge()
    least = [[float("inf"), float("inf")] for _ in articles]
    for _ in range(rounds):
        for best, one in zip(least, articles, strict=True):
            begun = time.process_time()
            cast = cast_of(one.prose, one.naming, knowledge)
            halfway = time.process_time()
            statements_of(one.prose, cast, one.speech)
            best[0] = min(best[0], halfway - begun)
            best[1] = min(best[1], time.process_time() - halfway)
    cast_seconds, said_seconds = (sum(column) for column in zip(*least, strict=True))
    stages = {
        "cast": cast_seconds,
        "statements": said_seconds,
        "both": cast_seconds + said_seconds,
        "language model": sum(one.model_seconds for one in articles),
    }
    return [_row(stage, seconds, len(articles)) for stage, seconds in stages.items()]


def _row(stage: str, seconds: float, articles: int) -> Row:
    return Row(
        stage=stage,
        milliseconds=round(seconds / articles * MILLISECONDS, 2),
        articles_per_second=round(articles / max(seconds, 1e-9), 1),
        articles=articles,
    )


def main() -> None:
    """Measure and print a table, or JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("inputs", nargs="*", metavar="INPUT", help="pages; the shared gold and news when not given")
    parser.add_argument("--pages", type=int, default=300, help="pages of the shared news")
    parser.add_argument("--rounds", type=int, default=5, help="times that every article is read; the least counts")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    items = items_of(options.inputs) if options.inputs else drawn(options.pages)
    articles = list(read(project(item) for item in items))
    if not articles:
        raise SystemExit("no article with prose in a language that Kronik reads")
    rows = timed(articles, options.rounds)
    if options.json:
        print(json.dumps([asdict(row) for row in rows], indent=1))
        return
    print("| stage | ms an article | articles/s | articles |\n|---|---:|---:|---:|")
    for row in rows:
        print(f"| {row.stage} | {row.milliseconds} | {row.articles_per_second:,.0f} | {row.articles} |")


if __name__ == "__main__":
    main()
