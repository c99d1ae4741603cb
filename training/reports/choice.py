"""Multinomial logistic regression with an L2 penalty: which of several candidates, or none; numpy only."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import numpy as np

STEPS, ENOUGH, LARGEST = 25, 1e-5, 4.0
"""Steps of the fit, the change of weights at which it has settled, and the largest change of one step."""
FREE = 1e-3
"""Penalty of the bias."""

Event = TypeVar("Event")
Weights = Mapping[str, float]

Row = tuple[tuple[str, ...], bool]
"""A candidate: names of its features, and whether it is right."""


def fits_in_folds(
    articles: Sequence[Sequence[Event]], folds: int, fit: Callable[[Sequence[Event]], Weights]
) -> list[Weights]:
    """Return weights for each fold, fitted on the events of all articles whose number does not fall into it."""
    return [
        fit([one for at, events in enumerate(articles) if at % folds != fold for one in events])
        for fold in range(folds)
    ]


def fit_choice(choices: Sequence[Sequence[Row]], *, penalty: float, least: int) -> dict[str, float]:
    """Return the weights of the features that stand in at least `least` candidates.

    Args:
        choices: the candidates of each choice, none empty; where none is right, "none" is. Several that are right
            share what is right evenly.
        penalty: of the squared weights.
        least: candidates that must have a feature.
    """
    counts = Counter(name for rows in choices for features, _ in rows for name in features)
    names = sorted(name for name, count in counts.items() if count >= least)
    column = {name: at for at, name in enumerate(names)}
    sizes = np.array([len(rows) for rows in choices])
    firsts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    owner = np.repeat(np.arange(len(choices)), sizes)
    flat = [row for rows in choices for row in rows]
    matrix = np.zeros((len(flat), len(names)))
    for at, (features, _) in enumerate(flat):
        matrix[at, [column[name] for name in features if name in column]] = 1.0
    good = np.array([right for _, right in flat], dtype=float)
    wanted = good / np.maximum(1.0, np.add.reduceat(good, firsts))[owner]
    ridge = np.full(len(names), penalty)
    ridge[column["bias"]] = FREE
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        totals = matrix @ weights
        top = np.maximum(0.0, np.maximum.reduceat(totals, firsts))
        parts = np.exp(totals - top[owner])
        shares = parts / (np.exp(-top) + np.add.reduceat(parts, firsts))[owner]
        gradient = matrix.T @ (shares - wanted) + ridge * weights
        weighted = matrix * shares[:, None]
        means = np.add.reduceat(weighted, firsts, axis=0)
        step = np.linalg.solve(matrix.T @ weighted - means.T @ means + np.diag(ridge), gradient)
        largest = float(np.abs(step).max())
        weights = weights - step * min(1.0, LARGEST / largest)
        if largest < ENOUGH:
            break
    return {name: float(weights[at]) for name, at in column.items()}
