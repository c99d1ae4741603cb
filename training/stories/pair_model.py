"""Train the score of a pair: ``python training/stories/pair_model.py LABELS STORIES TABLE [...] [-o FILE]``.

LABELS: labelled pages to train on (``evals/labels/stories_news.tsv``). STORIES: others, to test on (uri, story). TABLE:
the tables that hold both. A logistic regression over the measures of all candidate pairs; a pair of a story of n
articles weighs 2 / (n - 1), so that every article counts about the same, as it does in B-cubed. Prints B-cubed for
each threshold: of a cross-validation over the labelled stories (a pair is scored by a model that saw neither of its
stories), and of the tested ones. The weights see nothing of STORIES; the threshold is the best one for them.
``src/kronik/stories/data/pair_model.toml`` is FILE.
"""

import argparse
import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kronik.annotation.times import times_of
from kronik.articles.article import article_of
from kronik.languages.loader import load_frequencies, load_packs
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
from kronik.stories.wording import wording_of

Floats = NDArray[np.float64]
RIDGE = 10.0
"""Weight of the squared weights; chosen by cross-validation among 1 and 10."""
FOLDS, SEEDS = 6, 3
THRESHOLDS = tuple(float(number) for number in np.arange(-1.0, 0.81, 0.1))
STEPS = 30


def main() -> None:
    """Read, cross-validate, train, test and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("labels", type=Path)
    parser.add_argument("stories", type=Path)
    parser.add_argument("tables", nargs="+", metavar="TABLE")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE")
    options = parser.parse_args()
    tested = {digest(row["uri"].split("?")[0]): row["story"] for row in map(json.loads, lines(options.stories))}
    cells = (line.split("\t") for line in lines(options.labels) if not line.startswith("#"))
    labels = {uri: story for story, uri in cells}
    entries = read(options.tables, {*labels, *tested})
    trained, test = pairs_of(entries, labels), pairs_of(entries, tested)
    model = fit(trained.found, *targets(trained.names, trained.story))
    best = report(trained, test, model)
    if options.output:
        options.output.write_text(table(model, best), encoding="utf-8")


def lines(path: Path) -> list[str]:
    """Return the lines of a file."""
    return path.read_text(encoding="utf-8").splitlines()


def digest(uri: str) -> str:
    """Return what an address is named by in the labels."""
    return hashlib.sha256(uri.encode()).hexdigest()


@dataclass(frozen=True)
class Pairs:
    """Candidate pairs of a labelled set: names, measures, and the story of each article."""

    names: list[tuple[str, str]]
    found: Floats
    story: dict[str, str]


def pairs_of(entries: Sequence[Entry], gold: Mapping[str, str]) -> Pairs:
    """Return the candidate pairs of the entries that are labelled."""
    story = {entry.id: gold[name] for entry in entries if (name := digest(entry.uri.split("?")[0])) in gold}
    frequencies = load_frequencies()
    wordings = [wording_of(entry, frequencies) for entry in entries if entry.id in story]
    pairs = list(candidates(wordings, frequencies))
    return Pairs(
        names=[(one.entry.id, other.entry.id) for one, other in pairs],
        found=np.array([measures(one, other, frequencies) for one, other in pairs]),
        story=story,
    )


def read(tables: Sequence[str], wanted: Collection[str]) -> list[Entry]:
    """Return the entries of the labelled pages, by id."""
    packs, entries = load_packs(), []
    for item in read_inputs(tables, ReadOptions()):
        if isinstance(item, Item) and digest(item.uri.split("?")[0]) in wanted:
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


def report(trained: Pairs, test: Pairs, model: tuple[Floats, float]) -> float:
    """Print the figures; return the threshold that is best for the tested set.

    Of each three neighbouring thresholds the mean counts: one peak says little.
    """
    curves = crossed(trained)
    scores = test.found @ model[0] + model[1]
    tests = np.array([bcubed(test.names, scores, test.story, at) for at in THRESHOLDS])
    for name, pairs in (("trained on", trained), ("tested on", test)):
        same, _ = targets(pairs.names, pairs.story)
        print(f"{name} {len(pairs.story)} articles, {len(pairs.names)} candidate pairs, {int(same.sum())} of one story")
    print("threshold  cross-validated p r f1       tested p r f1")
    for at, one, other in zip(THRESHOLDS, curves, tests, strict=True):
        print(f"{at:9.1f}  {_told(one)}       {_told(other)}")
    smooth = np.convolve(tests[:, 2], np.ones(3) / 3, "valid")
    return THRESHOLDS[1 + int(smooth.argmax())]


def crossed(pairs: Pairs) -> Floats:
    """Return precision, recall and F1 of a cross-validation over stories, a row for each threshold."""
    same, weights = targets(pairs.names, pairs.story)
    labels = np.unique(list(pairs.story.values()))
    curves = np.zeros((len(THRESHOLDS), 3))
    for seed in range(SEEDS):
        folds = dict(zip(labels, np.random.default_rng(seed).integers(0, FOLDS, len(labels)), strict=True))
        first = np.array([folds[pairs.story[one]] for one, _ in pairs.names])
        second = np.array([folds[pairs.story[other]] for _, other in pairs.names])
        scores, counts = np.zeros(len(pairs.names)), np.zeros(len(pairs.names))
        for fold in range(FOLDS):
            held = (first == fold) | (second == fold)
            beta, bias = fit(pairs.found[~held], same[~held], weights[~held])
            scores[held] += pairs.found[held] @ beta + bias
            counts[held] += 1
        curves += [bcubed(pairs.names, scores / counts, pairs.story, at) for at in THRESHOLDS]
    return curves / SEEDS


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
        'source = "trained on evals/labels/stories_news.tsv by training/stories/pair_model.py"\n'
        f'version = "2"\nbias = {bias:.4f}\njoin = {join:.2f}\n\n[weights]\n'
    )
    return head + "".join(f"{name} = {value:.4f}\n" for name, value in zip(Measures._fields, weights, strict=True))


def _told(figures: Sequence[float]) -> str:
    return "  ".join(f"{figure:.3f}" for figure in figures)


if __name__ == "__main__":
    main()
