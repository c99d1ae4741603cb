"""How likely a draft is a report: a linear scorer over named features."""

import math
from collections.abc import Iterable, Mapping

from kronik.languages.coding import Scorer
from kronik.records.reports import Part

DIGITS = 4
PARTS = 8
"""Parts of a score that are kept: those that weigh most."""


def scored(features: Mapping[str, float], scorer: Scorer) -> tuple[float, tuple[Part, ...]]:
    """Return the score between 0 and 1, and the parts that weigh most, the heaviest first."""
    parts = [(name, value * scorer.weights[name]) for name, value in features.items() if name in scorer.weights]
    total = math.fsum(value for _, value in parts)
    heavy = sorted(parts, key=lambda part: (-abs(part[1]), part[0]))[:PARTS]
    return round(logistic(total), DIGITS), tuple(Part(name=name, value=round(value, DIGITS)) for name, value in heavy)


def chance_of(names: Iterable[str], weights: Mapping[str, float]) -> float:
    """Return the chance that the weights give to features that hold, by their names, without its parts."""
    return round(logistic(log_odds(names, weights)), DIGITS)


def log_odds(names: Iterable[str], weights: Mapping[str, float]) -> float:
    """Return the sum of the weights of features that hold, by their names; of those without a weight 0."""
    return math.fsum([weights[name] for name in names if name in weights])


def logistic(value: float) -> float:
    """Return log odds as a chance."""
    return 1.0 / (1.0 + math.exp(-value)) if value >= 0 else math.exp(value) / (1.0 + math.exp(value))
