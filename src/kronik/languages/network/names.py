"""Valid sequences of name labels: a name begins, goes on with its own kind, ends."""

import numpy as np

from kronik.languages.network.packing import Floats

OUTSIDE = 0


def allowed(labels: tuple[str, ...]) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Return [from, to]: whether a label may follow another; the labels are ``O``, ``B-x``, ``I-x``, ``O`` first."""
    table = np.ones((len(labels), len(labels)), dtype=bool)
    for to, label in enumerate(labels):
        if label.startswith("I-"):
            table[:, to] = [before[1:] == label[1:] for before in labels]
    return table


def best_labels(scores: Floats, table: np.ndarray[tuple[int, int], np.dtype[np.bool_]], moves: Floats) -> list[int]:
    """Return the best valid sequence of labels of one sentence.

    Args:
        scores: [words, labels], higher is better, summed along the sentence.
        table: which label may follow which.
        moves: [labels, labels], what a step from one label to another adds.
    """
    steps = np.where(table, moves, -np.inf)
    total = np.where(table[OUTSIDE], scores[0].astype(np.float64), -np.inf)
    ways = []
    for row in scores[1:]:
        reach = total[:, None] + steps
        way = reach.argmax(axis=0)
        ways.append(way)
        total = reach[way, np.arange(len(way))] + row
    at = int(total.argmax())
    found = [at]
    for way in reversed(ways):
        at = int(way[at])
        found.append(at)
    return found[::-1]


def spans(labels: list[str]) -> list[tuple[int, int, str]]:
    """Return the names of a valid sequence: half-open words and kind."""
    found: list[tuple[int, int, str]] = []
    for at, label in enumerate(labels):
        if label.startswith("B-"):
            found.append((at, at + 1, label[2:]))
        elif label.startswith("I-"):
            start, _, kind = found[-1]
            found[-1] = (start, at + 1, kind)
    return found
