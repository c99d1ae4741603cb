"""Logistic regression with an L2 penalty over named features, by Newton's method; numpy only."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

STEPS = 30
ENOUGH = 1e-8
"""Largest change of a weight at which the fit has settled."""

DIGITS = 4
"""Decimals of a weight in a table."""

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights by name of the feature."""

    weights: dict[str, float]

    def score(self, features: Features) -> float:
        """Return the probability that the fit gives to features."""
        total = sum(value * self.weights.get(name, 0.0) for name, value in features.items())
        return float(1.0 / (1.0 + np.exp(-total)))


@dataclass(frozen=True, slots=True)
class Choice:
    """A setting with its cross-validated figures."""

    penalty: float
    threshold: float
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def fit(
    rows: Sequence[Features],
    labels: Sequence[bool],
    *,
    penalty: float,
    least: int,
    shares: Sequence[float] | None = None,
) -> Fit:
    """Return the weights of the features that stand in at least `least` rows.

    Args:
        rows: features by name; ``bias`` is not penalised.
        labels: whether a row is good.
        penalty: of the squared weights; the larger, the nearer they stay to 0.
        least: rows that must have a feature.
        shares: how much each row counts; 1 for each where none are given.
    """
    counts = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in counts.items() if count >= least)
    column = {name: index for index, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for index, row in enumerate(rows):
        for name, value in row.items():
            if name in column:
                matrix[index, column[name]] = value
    wanted = np.array(labels, dtype=float)
    ridge = np.full(len(names), penalty)
    if "bias" in column:
        ridge[column["bias"]] = 1e-6
    weights = np.zeros(len(names))
    share = np.ones(len(rows)) if shares is None else np.array(shares)
    for _ in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-(matrix @ weights)))
        gradient = matrix.T @ (share * (chance - wanted)) + ridge * weights
        curvature = (matrix * (share * chance * (1.0 - chance))[:, None]).T @ matrix + np.diag(ridge)
        step = np.linalg.solve(curvature, gradient)
        weights = weights - step
        if float(np.abs(step).max()) < ENOUGH:
            break
    return Fit({name: float(weights[index]) for name, index in column.items()})


def weights_table(head: Sequence[str], weights: Mapping[str, float]) -> str:
    """Return a table of weights: the lines of its head, then feature and weight by name; those that round to 0 go."""
    kept = {name: round(weight, DIGITS) for name, weight in weights.items()}
    return "\n".join([*head, *(f"{name}\t{kept[name]}" for name in sorted(kept) if kept[name])]) + "\n"
