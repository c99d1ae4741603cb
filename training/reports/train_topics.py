"""Train the weights of soft articles: ``python training/reports/train_topics.py OUT --gold GOLD PAGES``.

The labelled articles are those that `train.py` reads (`--gold`, `--labels` with `--news`, `--read`); OUT is the table
of weights (``src/kronik/languages/id/data/events/topics.tsv``). An article is soft as far as it lacks events: with none
it is, with `FULL` it is not. News of the hard sections of `sections.toml` without labels stand in for articles with
events, all but those of `--leave-out`. A word counts in small letters only, so names have no weight. Prints how well
weights that have not seen an article tell those with events from those without (area under the curve), among all
labelled ones, among those of soft sections, and among soft articles of which the reports were read.
"""

import argparse
import math
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from articles import Sources, add_sources, address_of, digest_of, labelled_pages, pages_of, sources_of, with_pages
from numpy.typing import NDArray

from kronik.annotation.views import language_view
from kronik.articles.article import article_of
from kronik.languages.coding import Scorer
from kronik.languages.loader import load_packs
from kronik.records.pages import Page
from kronik.reports.softness import BIAS, WORD, softness_of

SECTIONS = Path(__file__).with_name("sections.toml")
FOLDS = 10
FULL = 3
"""Labelled events from which an article is not soft at all."""
LABELLED, READ, HARD = 2.0, 1.0, 0.3
"""How much an article counts that is labelled, of which the reports were read, and that stands in a hard section."""
HARD_SOFTNESS = 0.1
"""Share of the articles of hard sections that tell no event, about that among labelled ones."""
LEAST = 8
"""Articles that must have a word."""
COMMON = 0.5
"""Share of the articles above which a word says nothing of what they are about."""
WORDS = 3000
"""Words that get a weight, the most frequent ones."""
PENALTY = 1.0
"""Of the squared weights; chosen in folds among 1, 2 and 5."""
STEPS = 120
DIGITS = 3
SHORT = 60
"""Words below which an article says too little."""

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An article of which is known how soft it is.

    Attributes:
        digest: of its text.
        source: ``labelled``, ``read`` or ``hard``.
        section: whether its address names a soft section, None for one that is in no list.
        softness: between 0 and 1.
        share: how much it counts.
        words: that it has in small letters.
    """

    digest: str
    source: str
    section: bool | None
    softness: float
    share: float
    words: frozenset[str]


def main(arguments: Sequence[str]) -> int:
    """Write the table of weights and print how well they tell soft articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_sources(parser)
    parser.add_argument("out", type=Path)
    add_read(parser)
    options = parser.parse_args(arguments)
    articles = known_articles(sources_of(options), read=options.read, leave_out=options.leave_out)
    report(articles)
    options.out.write_text(table(trained(articles), len(articles)), encoding="utf-8")
    return 0


def add_read(parser: argparse.ArgumentParser) -> None:
    """Add the options of articles that are known by their reports or their section alone."""
    parser.add_argument("--read", type=Path, action="append", default=[], help="labels of articles read for reports")
    parser.add_argument("--leave-out", type=Path, action="append", default=[], help="pages whose addresses to skip")


def known_articles(sources: Sources, *, read: Sequence[Path], leave_out: Sequence[Path]) -> list[Known]:
    """Return the articles of which is known how soft they are; each once, as its best source has it."""
    packs = load_packs()
    without = {address_of(page.uri) for page in pages_of(leave_out)}
    found: dict[str, Known] = {}

    def add(page: Page, source: str, softness: float, share: float) -> None:
        digest = digest_of(page.text)
        words = words_of(language_view(page, article_of(page, packs, None), packs).text)
        if digest not in found and len(words) >= SHORT:
            section = section_of(page.uri)
            found[digest] = Known(
                digest=digest, source=source, section=section, softness=softness, share=share, words=words
            )

    for gold, page in [*with_pages(sources.gold), *labelled_pages(sources.labels, sources.news)]:
        add(page, "labelled", 1.0 - min(1.0, len(gold["events"]) / FULL), LABELLED)
    for gold, page in labelled_pages(read, sources.news):
        add(page, "read", 0.0 if gold["events"] else 1.0, READ)
    for page in pages_of(sources.news):
        if section_of(page.uri) is False and address_of(page.uri) not in without:
            add(page, "hard", HARD_SOFTNESS, HARD)
    return list(found.values())


def words_of(text: str) -> frozenset[str]:
    """Return the words of a prose that are written in small letters."""
    return frozenset(word for word in WORD.findall(text) if word.islower())


def section_of(uri: str) -> bool | None:
    """Return whether the section of an address is soft; None for one that is in no list."""
    table = tomllib.loads(SECTIONS.read_text(encoding="utf-8"))
    parts = urlsplit(uri)
    host = parts.netloc.split(".")[0]
    folder = next(iter(parts.path.strip("/").split("/")), "")
    if folder in table["left_out"]["folders"] or host in table["left_out"]["hosts"]:
        return None
    for kind, name in (("folder", folder), ("host", host)):
        for soft in (True, False):
            if name in table[kind]["soft" if soft else "hard"]:
                return soft
    return None


def crossed(articles: Sequence[Known]) -> dict[str, float]:
    """Return the softness of articles by digest, each by weights that have not seen it."""
    out: dict[str, float] = {}
    for fold in range(FOLDS):
        weights = trained([one for one in articles if _fold(one) != fold])
        out.update((one.digest, chance_of(one.words, weights)) for one in articles if _fold(one) == fold)
    return out


def _fold(article: Known) -> int:
    return int(article.digest, 16) % FOLDS


def trained(articles: Sequence[Known]) -> dict[str, float]:
    """Return the weights of the words that are neither rare nor common, the most frequent ones, and of the constant."""
    counts = Counter(word for one in articles for word in one.words)
    fit = [word for word, count in counts.items() if LEAST <= count <= COMMON * len(articles)]
    return fitted(articles, sorted(sorted(fit, key=lambda word: (-counts[word], word))[:WORDS]))


def fitted(articles: Sequence[Known], words: Sequence[str]) -> dict[str, float]:
    """Return logistic weights of words."""
    column = {word: index for index, word in enumerate(words)}
    matrix = np.zeros((len(articles), len(words) + 1), dtype=np.float32)
    for index, one in enumerate(articles):
        found = [column[word] for word in one.words if word in column]
        matrix[index, found] = 1.0 / math.sqrt(len(found)) if found else 0.0
        matrix[index, -1] = 1.0
    wanted = np.array([one.softness for one in articles], dtype=np.float32)
    share = np.array([one.share for one in articles], dtype=np.float32)
    ridge = np.full(len(words) + 1, PENALTY, dtype=np.float32)
    ridge[-1] = 1e-3
    weights = descended(matrix, wanted, share, ridge)
    return {**{word: float(weights[index]) for word, index in column.items()}, BIAS: float(weights[-1])}


def descended(matrix: Array, wanted: Array, share: Array, ridge: Array) -> Array:
    """Return the weights at the least loss, by accelerated descent with a bound of the curvature as its step."""
    at = np.ones(matrix.shape[1], dtype=np.float32)
    for _ in range(8):
        at = matrix.T @ (share * (matrix @ at))
        at /= np.linalg.norm(at)
    steepest = 0.25 * float(np.linalg.norm(matrix.T @ (share * (matrix @ at)))) * 1.1 + float(ridge.max())
    weights = ahead = np.zeros(matrix.shape[1], dtype=np.float32)
    for step in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-(matrix @ ahead)))
        moved = ahead - (matrix.T @ (share * (chance - wanted)) + ridge * ahead) / steepest
        ahead = moved + step / (step + 3) * (moved - weights)
        weights = moved
    return weights


def chance_of(words: frozenset[str], weights: Mapping[str, float]) -> float:
    """Return the chance that an article of these words is soft."""
    return softness_of(" ".join(sorted(words)), Scorer(weights=weights))


def report(articles: Sequence[Known]) -> None:
    """Print how well weights that have not seen an article tell soft ones from those with events."""
    softness = crossed(articles)
    print(f"{len(articles)} articles: {dict(Counter(one.source for one in articles))}")
    labelled = [one for one in articles if one.source == "labelled"]
    groups = {
        "labelled": labelled,
        "labelled, of soft sections": [one for one in labelled if one.section],
        "read": [one for one in articles if one.source == "read"],
    }
    for name, group in groups.items():
        told = [(softness[one.digest], one.softness == 1.0) for one in group]
        print(f"{name}: {len(group)} articles, area {area(told):.3f}")


def area(chances: Sequence[tuple[float, bool]]) -> float:
    """Return how often a soft article has a higher chance than another one."""
    ranked = sorted(chances)
    soft = sum(kind for _, kind in ranked)
    ranks = sum(rank for rank, (_, kind) in enumerate(ranked, start=1) if kind)
    other = len(ranked) - soft
    return (ranks - soft * (soft + 1) / 2) / (soft * other) if soft and other else math.nan


def table(weights: Mapping[str, float], count: int) -> str:
    """Return the table of weights."""
    rows = sorted((word, round(weight, DIGITS)) for word, weight in weights.items())
    lines = [
        "# Words of soft articles (sport, markets, entertainment, lifestyle) against those of news: word, weight.",
        f"# Source: made by training/reports/train_topics.py from {count} articles (labelled, read, of hard sections).",
        "threshold\t0.5",
        *(f"{word}\t{weight}" for word, weight in rows if weight),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
