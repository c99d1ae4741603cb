"""Weights by which candidates for statements are judged.

    python training/statements/train_weights.py GOLD.jsonl PAGES.jsonl [--write FILE]

Every candidate of the rules becomes an example: right when its content shares at least half of its characters with a
statement of the gold (as the scorer counts), left out when it nearly does. A logistic regression with a quadratic
penalty learns one weight for each sign that occurs often enough. Six folds over articles tell penalty and threshold;
the weights written are learned on all articles.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from kronik.actors.cast import Cast
from kronik.actors.casting import cast_of
from kronik.annotation.prose import Prose, prose_of
from kronik.articles.article import article_of
from kronik.knowledge.loading import load_knowledge
from kronik.languages.loader import load_packs
from kronik.languages.pack import LanguagePack
from kronik.languages.speech import SpeechWords
from kronik.pages.options import ReadOptions
from kronik.pages.projection import project
from kronik.pages.reading import read_inputs
from kronik.records.failures import Failure
from kronik.statements.finding import drafts_of, judged, scans_of

FOLDS = 6
RAREST = 2
"""Fewest examples that a sign must stand in to get a weight."""
PENALTIES = (1.0, 2.0)
"""Weights of the quadratic penalty that are tried."""
NEAR = 0.25
"""Share of characters from which a candidate is no clear fault and is left out."""
RIGHT = 0.5
"""Share from which a candidate is right, as the scorer has it."""
THRESHOLDS = tuple(step / 20 for step in range(7, 13))
"""Scores from which a candidate counts that are tried."""
STEPS = 60
"""Most steps of Newton's method; ten are enough."""


def main() -> None:
    """Learn, print the folds, and write when asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    packs = load_packs()
    words = replace(packs["id"].speech, weights={}, threshold=0.0)
    articles = [examples(gold, prose, cast, words) for gold, prose, cast in scenes(arguments, packs)]
    best = (0.0, 0.0, 0.0)
    for penalty in PENALTIES:
        scores = crossed(articles, penalty)
        for threshold in THRESHOLDS:
            value = f1(articles, scores, threshold)
            best = max(best, (value, penalty, threshold))
            print(f"penalty {penalty}  threshold {threshold:.2f}  content F1 {value:.4f}")
    print(f"best: F1 {best[0]:.4f} at penalty {best[1]}, threshold {best[2]}")
    if arguments.write is not None:
        everything = [example for article in articles for example in article[0]]
        write(arguments.write, learned(everything, best[1]), best[2])


def scenes(arguments: argparse.Namespace, packs: Mapping[str, LanguagePack]) -> Iterator[tuple[dict, Prose, Cast]]:
    """Yield each gold article with its prose and its cast."""
    knowledge = load_knowledge()
    with arguments.gold.open(encoding="utf-8") as lines:
        gold = {article["page"]["uri"].split("?")[0]: article for article in map(json.loads, lines)}
    for item in read_inputs([str(arguments.pages)], ReadOptions()):
        if isinstance(item, Failure):
            continue
        page = project(item)
        prose = prose_of(page, article_of(page, packs, None), None, packs)
        article = gold.get(page.uri.split("?")[0])
        if prose is not None and article is not None:
            yield article, prose, cast_of(prose, packs["id"].naming, knowledge)


def examples(
    article: dict, prose: Prose, cast: Cast, words: SpeechWords
) -> tuple[list[tuple[tuple[str, ...], int]], int, list[int]]:
    """Return signs and label of each candidate (1, 0, or -1 for left out), and how many statements the gold has."""
    scans = scans_of(prose, words)
    candidates = judged(prose, cast, scans, drafts_of(scans))
    wanted = [characters(statement["content"]) for statement in article["statements"]]
    found = []
    for one in candidates:
        slices = [piece for stretch in one.spoken.content for piece in prose.view.to_source(*stretch)]
        found.append({at for piece in slices for at in range(piece.start, piece.end)})
    shares = sorted(
        ((share(have, want), i, j) for i, have in enumerate(found) for j, want in enumerate(wanted)), reverse=True
    )
    labels = [0] * len(found)
    used = set()
    for value, i, j in shares:
        if value >= RIGHT and labels[i] != 1 and j not in used:
            labels[i] = 1
            used.add(j)
        elif value >= NEAR and labels[i] == 0:
            labels[i] = -1
    return [(one.signs, label) for one, label in zip(candidates, labels, strict=True)], len(wanted), labels


def characters(slices: list[dict]) -> set[int]:
    """Return the code points of slices."""
    return {at for piece in slices for at in range(piece["start"], piece["end"])}


def share(have: set[int], want: set[int]) -> float:
    """Return the shared part of two sets."""
    return len(have & want) / len(have | want) if have | want else 0.0


def learned(rows: list[tuple[tuple[str, ...], int]], penalty: float) -> dict[str, float]:
    """Return the weights that the labelled rows give."""
    rows = [row for row in rows if row[1] >= 0]
    counts = Counter(sign for signs, _ in rows for sign in set(signs))
    names = sorted(sign for sign, count in counts.items() if count >= RAREST)
    column = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for at, (signs, _) in enumerate(rows):
        for sign in signs:
            if sign in column:
                matrix[at, column[sign]] = 1.0
    labels = np.array([label for _, label in rows], dtype=float)
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (chances - labels) + penalty * weights
        curve = (matrix * (chances * (1 - chances))[:, None]).T @ matrix + penalty * np.eye(len(names))
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return {name: float(weights[at]) for name, at in column.items()}


def crossed(articles: list, penalty: float) -> list[list[float]]:
    """Return the score of each candidate by weights that its article had no part in."""
    scores: list[list[float]] = [[] for _ in articles]
    for fold in range(FOLDS):
        rows = [row for at, article in enumerate(articles) if at % FOLDS != fold for row in article[0]]
        weights = learned(rows, penalty)
        for at, article in enumerate(articles):
            if at % FOLDS == fold:
                sums = [sum(weights.get(sign, 0.0) for sign in signs) for signs, _ in article[0]]
                scores[at] = [1 / (1 + np.exp(-total)) for total in sums]
    return scores


def f1(articles: list, scores: list[list[float]], threshold: float) -> float:
    """Return the F1 of the candidates that a threshold keeps."""
    hits = kept = wanted = 0
    for (rows, gold, _), values in zip(articles, scores, strict=True):
        chosen = [label for (_, label), value in zip(rows, values, strict=True) if value >= threshold]
        hits += sum(label == 1 for label in chosen)
        kept += len(chosen)
        wanted += gold
    return 2 * hits / (kept + wanted)


def write(path: Path, weights: dict[str, float], threshold: float) -> None:
    """Write the weights as the data file."""
    lines = [
        "# Source: learned on gold train by training/statements/train_weights.py; weights of the signs of a statement.",
        f"threshold\t{threshold}",
        *(f"{sign}\t{value:.4f}" for sign, value in sorted(weights.items()) if abs(value) >= 0.005),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
