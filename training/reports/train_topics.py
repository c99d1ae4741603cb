"""Train the weights of soft articles: ``python training/reports/train_topics.py OUT NEWS...``.

NEWS are files of articles whose addresses name their sections, as Kronik reads them; OUT is the table of weights
(``src/kronik/languages/id/data/events/topics.tsv``). Sections of `sections.toml` stand in for labels: sport, markets,
entertainment and lifestyle are soft, domestic and foreign news are not; all others are left out, and so is every
`HELD`-th article, by digest of its address, on which ``a sample read by hand`` measures. A word counts in small
letters only, so names have no weight. Prints how well the weights of other outlets and days tell an outlet's articles
or a day's apart (area under the curve), and how well chances are met by shares.
"""

import argparse
import hashlib
import math
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from kronik.annotation.views import language_view
from kronik.articles.article import article_of
from kronik.languages.loader import load_packs
from kronik.pages.options import ReadOptions
from kronik.pages.projection import project
from kronik.pages.reading import read_inputs
from kronik.records.failures import Failure, Skipped
from kronik.reports.softness import BIAS, WORD

SECTIONS = Path(__file__).with_name("sections.toml")
HELD = 6
LEAST = 8
"""Articles that must have a word."""
COMMON = 0.5
"""Share of the articles above which a word says nothing of what they are about."""
WORDS = 3000
"""Words that get a weight, the most frequent ones."""
PENALTY = 2.0
"""Of the squared weights."""
STEPS = 120
DIGITS = 3
SHORT = 60
"""Words below which an article says too little."""

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Known:
    """An article of a known section: outlet, day of its file, whether it is soft, and its words."""

    outlet: str
    day: str
    section: str
    soft: bool
    words: frozenset[str]


def main(arguments: Sequence[str]) -> int:
    """Write the table of weights and print how well they tell soft articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("news", type=Path, nargs="+")
    parser.add_argument("--leave-out", type=Path, action="append", default=[], help="pages whose addresses to skip")
    options = parser.parse_args(arguments)
    articles = list(known_articles(options.news, frozenset(addresses(options.leave_out))))
    print(f"{len(articles)} articles, {sum(one.soft for one in articles)} soft")
    report(articles)
    weights = trained(articles)
    options.out.write_text(table(weights, len(articles)), encoding="utf-8")
    return 0


def addresses(paths: Sequence[Path]) -> Iterator[str]:
    """Yield the addresses of pages."""
    for path in paths:
        for item in read_inputs([str(path)], ReadOptions()):
            if not isinstance(item, Failure | Skipped):
                yield project(item).uri


def known_articles(paths: Sequence[Path], without: frozenset[str]) -> Iterator[Known]:
    """Yield the articles of known sections that are neither held out nor of the addresses `without`."""
    packs = load_packs()
    seen = set(without)
    for path in paths:
        for item in read_inputs([str(path)], ReadOptions()):
            if isinstance(item, Failure | Skipped):
                continue
            page = project(item)
            section = section_of(page.uri)
            if section is None or held(page.uri) or page.uri in seen:
                continue
            seen.add(page.uri)
            view = language_view(page, article_of(page, packs, None), packs)
            words = words_of(view.text)
            if len(words) >= SHORT:
                outlet = ".".join(urlsplit(page.uri).netloc.split(".")[-2:])
                yield Known(outlet, path.stem, section[1], section[0], words)


def words_of(text: str) -> frozenset[str]:
    """Return the words of a prose that are written in small letters."""
    return frozenset(word for word in WORD.findall(text) if word.islower())


def section_of(uri: str) -> tuple[bool, str] | None:
    """Return whether the section of an address is soft, and its name; None for one that is in no list."""
    table = tomllib.loads(SECTIONS.read_text(encoding="utf-8"))
    parts = urlsplit(uri)
    host = parts.netloc.split(".")[0]
    folder = next(iter(parts.path.strip("/").split("/")), "")
    if folder in table["left_out"]["folders"] or host in table["left_out"]["hosts"]:
        return None
    for kind, name in (("folder", folder), ("host", host)):
        for soft in (True, False):
            if name in table[kind]["soft" if soft else "hard"]:
                return soft, name
    return None


def held(uri: str) -> bool:
    """Tell whether an article is kept out of training."""
    return int(hashlib.sha256(uri.encode()).hexdigest(), 16) % HELD == 0


def trained(articles: Sequence[Known]) -> dict[str, float]:
    """Return the weights of the words that are neither rare nor common, the most frequent ones, and of the constant."""
    counts = Counter(word for one in articles for word in one.words)
    fit = [word for word, count in counts.items() if LEAST <= count <= COMMON * len(articles)]
    return fitted(articles, sorted(sorted(fit, key=lambda word: (-counts[word], word))[:WORDS]))


def fitted(articles: Sequence[Known], words: Sequence[str]) -> dict[str, float]:
    """Return logistic weights of words; soft and other articles weigh the same in sum."""
    column = {word: index for index, word in enumerate(words)}
    matrix = np.zeros((len(articles), len(words) + 1), dtype=np.float32)
    for index, one in enumerate(articles):
        found = [column[word] for word in one.words if word in column]
        matrix[index, found] = 1.0 / math.sqrt(len(found)) if found else 0.0
        matrix[index, -1] = 1.0
    wanted = np.array([one.soft for one in articles], dtype=np.float32)
    soft = wanted.sum()
    balance = (np.where(wanted > 0, 0.5 / soft, 0.5 / (len(wanted) - soft)) * len(wanted)).astype(np.float32)
    ridge = np.full(len(words) + 1, PENALTY, dtype=np.float32)
    ridge[-1] = 1e-3
    weights = descended(matrix, wanted, balance, ridge)
    return {**{word: float(weights[index]) for word, index in column.items()}, BIAS: float(weights[-1])}


def descended(matrix: Array, wanted: Array, balance: Array, ridge: Array) -> Array:
    """Return the weights at the least loss, by accelerated descent with a bound of the curvature as its step."""
    at = np.ones(matrix.shape[1], dtype=np.float32)
    for _ in range(8):
        at = matrix.T @ (balance * (matrix @ at))
        at /= np.linalg.norm(at)
    steepest = 0.25 * float(np.linalg.norm(matrix.T @ (balance * (matrix @ at)))) * 1.1 + float(ridge.max())
    weights = ahead = np.zeros(matrix.shape[1], dtype=np.float32)
    for step in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-(matrix @ ahead)))
        moved = ahead - (matrix.T @ (balance * (chance - wanted)) + ridge * ahead) / steepest
        ahead = moved + step / (step + 3) * (moved - weights)
        weights = moved
    return weights


def chance_of(words: frozenset[str], weights: Mapping[str, float]) -> float:
    """Return the chance that an article of these words is soft."""
    found = [weights[word] for word in words if word in weights]
    total = sum(found) / math.sqrt(len(found)) if found else 0.0
    return 1.0 / (1.0 + math.exp(-(total + weights[BIAS])))


def report(articles: Sequence[Known]) -> None:
    """Print how well the weights of the others tell the articles of each outlet, and of each file of days."""
    for name in ("outlet", "day"):
        told: list[tuple[float, bool]] = []
        for group in sorted({getattr(one, name) for one in articles}):
            inside = [one for one in articles if getattr(one, name) == group]
            outside = [one for one in articles if getattr(one, name) != group]
            if len(inside) < len(articles) // 50:
                continue
            weights = trained(outside)
            chances = [(chance_of(one.words, weights), one.soft) for one in inside]
            told += chances
            print(f"without {name} {group}: {len(inside)} articles, area {area(chances):.3f}")
        for low in (0.0, 0.1, 0.3, 0.5, 0.7, 0.9):
            high = {0.0: 0.1, 0.9: 1.01}.get(low, low + 0.2)
            row = [soft for chance, soft in told if low <= chance < high]
            print(
                f"  chance {low:.1f}-{min(high, 1.0):.1f}: {len(row)} articles, {sum(row) / max(1, len(row)):.2f} soft"
            )


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
        f"# Source: made by training/reports/train_topics.py from {count} articles of June 2025 by their sections.",
        "threshold\t0.5",
        *(f"{word}\t{weight}" for word, weight in rows if weight),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
