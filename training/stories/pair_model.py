"""Train the score of a pair: ``python training/stories/pair_model.py STORIES TABLE [...] [-o FILE]``.

STORIES: the labelled pages (uri, story). TABLE: the tables that hold them. A logistic regression over the measures of
all candidate pairs; a pair of a story of n articles weighs 2 / (n - 1), so that every article counts about the same,
as it does in B-cubed. Prints B-cubed of a cross-validation over stories (a pair is scored by a model that saw neither
of its stories) and of the set itself, for each threshold. ``src/kronik/stories/data/pair_model.toml`` is FILE.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kronik.annotation.times import times_of
from kronik.articles.article import article_of
from kronik.languages.loader import load_packs
from kronik.pages.options import ReadOptions
from kronik.pages.projection import project
from kronik.pages.reading import read_inputs
from kronik.records.bundles import Bundle
from kronik.records.pages import Item
from kronik.stories.entries import Entry, entry_of
from kronik.stories.linkage import joined
from kronik.stories.measures import Measures, measures
from kronik.stories.pairs import BOUND
from kronik.stories.stories import candidates
from kronik.stories.wording import load_frequencies, wording_of

Floats = NDArray[np.float64]
RIDGE = 10.0
"""Weight of the squared weights; chosen by cross-validation among 1 and 10."""
FOLDS, SEEDS = 6, 3
THRESHOLDS = tuple(float(number) for number in np.arange(-2.0, 1.01, 0.25))
STEPS = 30
TIE = 0.002
"""Differences of F1 that say nothing: half an article."""


def main() -> None:
    """Read, cross-validate, train and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stories", type=Path)
    parser.add_argument("tables", nargs="+", metavar="TABLE")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE")
    options = parser.parse_args()
    gold = {row["uri"].split("?")[0]: row["story"] for row in map(json.loads, options.stories.open(encoding="utf-8"))}
    entries = read(options.tables, gold)
    frequencies = load_frequencies()
    pairs = list(candidates([wording_of(entry, frequencies) for entry in entries], frequencies))
    found = np.array([measures(one, other, frequencies) for one, other in pairs])
    names = [(one.entry.id, other.entry.id) for one, other in pairs]
    story = {entry.id: gold[entry.uri.split("?")[0]] for entry in entries}
    best = report(names, found, story)
    if options.output:
        options.output.write_text(table(fit(found, *targets(names, story)), best), encoding="utf-8")


def read(tables: Sequence[str], gold: Mapping[str, str]) -> list[Entry]:
    """Return the entries of the labelled pages, by id."""
    packs, entries = load_packs(), []
    for item in read_inputs(tables, ReadOptions()):
        if isinstance(item, Item) and item.uri.split("?")[0] in gold:
            page = project(item)
            article = article_of(page, packs)
            times = times_of(page, article, packs)
            entries.append(entry_of(Bundle(page=page, raw=None, article=article, times=times)))
    return sorted(entries, key=lambda entry: entry.id)


def targets(names: Sequence[tuple[str, str]], story: Mapping[str, str]) -> tuple[Floats, Floats]:
    """Return, for each pair, whether it is of one story, and its weight."""
    sizes = dict(zip(*np.unique(list(story.values()), return_counts=True), strict=True))
    same = np.array([float(story[one] == story[other]) for one, other in names])
    weights = np.array([2.0 / max(1, sizes[story[one]] - 1) if story[one] == story[b] else 1.0 for one, b in names])
    return same, weights


def fit(found: Floats, same: Floats, weights: Floats) -> tuple[Floats, float]:
    """Return weights and bias of the measures as they are: Newton's method on standardised ones."""
    mean, spread = found.mean(0), found.std(0) + 1e-9
    columns = np.c_[(found - mean) / spread, np.ones(len(found))]
    ridge = np.eye(columns.shape[1]) * RIDGE
    ridge[-1, -1] = 1e-6
    beta = np.zeros(columns.shape[1])
    for _ in range(STEPS):
        odds = 1 / (1 + np.exp(-np.clip(columns @ beta, -30, 30)))
        slope = columns.T @ (weights * (same - odds)) - ridge @ beta
        curve = (columns * (weights * odds * (1 - odds))[:, None]).T @ columns + ridge
        beta += np.linalg.solve(curve, slope)
    scaled = beta[:-1] / spread
    return scaled, float(beta[-1] - scaled @ mean)


def report(names: Sequence[tuple[str, str]], found: Floats, story: Mapping[str, str]) -> float:
    """Print the figures; return the threshold that is best in cross-validation, of equals the most even one."""
    same, weights = targets(names, story)
    labels = np.unique(list(story.values()))
    curves = np.zeros((len(THRESHOLDS), 3))
    for seed in range(SEEDS):
        folds = dict(zip(labels, np.random.default_rng(seed).integers(0, FOLDS, len(labels)), strict=True))
        first = np.array([folds[story[one]] for one, _ in names])
        second = np.array([folds[story[other]] for _, other in names])
        scores, counts = np.zeros(len(names)), np.zeros(len(names))
        for fold in range(FOLDS):
            held = (first == fold) | (second == fold)
            beta, bias = fit(found[~held], same[~held], weights[~held])
            scores[held] += found[held] @ beta + bias
            counts[held] += 1
        curves += [bcubed(names, scores / counts, story, at) for at in THRESHOLDS]
    curves /= SEEDS
    beta, bias = fit(found, same, weights)
    print(f"{len(story)} articles, {len(names)} candidate pairs, {int(same.sum())} of one story")
    print("threshold  cross-validated p r f1       the set itself p r f1")
    for at, crossed in zip(THRESHOLDS, curves, strict=True):
        own = bcubed(names, found @ beta + bias, story, at)
        print(f"{at:9.2f}  {_told(crossed)}       {_told(own)}")
    good = np.flatnonzero(curves[:, 2] >= curves[:, 2].max() - TIE)
    return THRESHOLDS[min(good, key=lambda at: abs(curves[at, 0] - curves[at, 1]))]


def bcubed(
    names: Sequence[tuple[str, str]], scores: Floats, story: Mapping[str, str], join: float
) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the stories that a threshold makes."""
    known = {pair: float(score) for pair, score in zip(names, np.clip(scores, -BOUND, BOUND), strict=True)}
    groups = joined(sorted(story), known, join, -BOUND)
    found = {name: set(group) for group in groups for name in group}
    gold: dict[str, set[str]] = {}
    for name, label in story.items():
        gold.setdefault(label, set()).add(name)
    precision = float(np.mean([len(found[n] & gold[story[n]]) / len(found[n]) for n in story]))
    recall = float(np.mean([len(found[n] & gold[story[n]]) / len(gold[story[n]]) for n in story]))
    return precision, recall, 2 * precision * recall / (precision + recall)


def table(model: tuple[Floats, float], join: float) -> str:
    """Return the file of a model."""
    weights, bias = model
    head = (
        'source = "trained on stories.dev by training/stories/pair_model.py"\n'
        f'version = "1"\nbias = {bias:.4f}\njoin = {join:.2f}\n\n[weights]\n'
    )
    return head + "".join(f"{name} = {value:.4f}\n" for name, value in zip(Measures._fields, weights, strict=True))


def _told(figures: Sequence[float]) -> str:
    return "  ".join(f"{figure:.3f}" for figure in figures)


if __name__ == "__main__":
    main()
