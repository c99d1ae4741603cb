"""A trained judge of lines that may be headlines of other stories: its weights, and how a data file holds them."""

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass

from kronik.errors import DataError

FEATURES = (
    "words",
    "words_squared",
    "capitals",
    "question",
    "in_body",
    "in_next",
    "small_words",
    "short_neighbours",
    "after_colon",
    "shouted",
    "colon",
)
"""What the judge sees of a line, in the order of its weights; `kronik.articles.strays` makes them."""

KEYS = frozenset({"source", "unsure_from", "removed_from", "bias", "features"})


@dataclass(frozen=True, slots=True, kw_only=True)
class StrayModel:
    """Logistic regression over `FEATURES`.

    Attributes:
        weights, means, scales: by feature; a feature enters as (value - mean) / scale.
        bias: added to the sum.
        unsure_from: score from which a line is unsure.
        removed_from: score from which a line is removed.
    """

    weights: tuple[float, ...]
    means: tuple[float, ...]
    scales: tuple[float, ...]
    bias: float
    unsure_from: float
    removed_from: float

    def score(self, features: Sequence[float]) -> float:
        """Return how likely the line is another story's headline: 0 to 1, rounded to 4 decimals."""
        columns = zip(features, self.means, self.scales, self.weights, strict=True)
        total = self.bias + sum((value - mean) / scale * weight for value, mean, scale, weight in columns)
        return round(1 / (1 + math.exp(-max(-50.0, min(50.0, total)))), 4)


def read_model(text: str, file: str) -> StrayModel:
    """Return the model in a TOML file.

    Raises:
        DataError: not TOML, an unknown key, or a feature that is missing or not told by three numbers.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(file, "", str(error)) from error
    if table.keys() != KEYS:
        raise DataError(file, ", ".join(sorted(table.keys() ^ KEYS)), "unknown or missing key")
    features = table["features"]
    if not isinstance(features, dict) or tuple(features) != FEATURES:
        raise DataError(file, "features", f"must be {', '.join(FEATURES)}, in this order")
    rows = [_numbers(file, name, values) for name, values in features.items()]
    (bias, unsure, removed) = (_numbers(file, key, [table[key]])[0] for key in ("bias", "unsure_from", "removed_from"))
    return StrayModel(
        weights=tuple(row[0] for row in rows),
        means=tuple(row[1] for row in rows),
        scales=tuple(row[2] for row in rows),
        bias=bias,
        unsure_from=unsure,
        removed_from=removed,
    )


def _numbers(file: str, key: str, values: object) -> list[float]:
    if not isinstance(values, list) or not all(isinstance(value, int | float) for value in values):
        raise DataError(file, key, "must be numbers")
    if len(values) not in {1, 3}:
        raise DataError(file, key, "must be weight, mean and scale")
    return [float(value) for value in values]
