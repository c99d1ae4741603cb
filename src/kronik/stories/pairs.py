"""The score of a pair of articles: whether they report one happening, and what speaks for and against it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from kronik.errors import DataError
from kronik.records.reports import Part
from kronik.stories.measures import Measures

NAME = "pair_model.toml"
KEYS = frozenset({"source", "version", "bias", "join", "weights"})
BOUND = 3.0
"""Greatest score either way: beyond it, one pair would outweigh the doubts of several others."""
DECIMALS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PairModel:
    """Weights of the measures, as trained by training/stories/pair_model.py.

    Attributes:
        version: of the weights.
        bias: score of a pair with every measure 0; scores are logarithms of odds.
        join: mean score between two groups from which they are one story.
        weights: by name of the measure, every measure once.
    """

    version: str
    bias: float
    join: float
    weights: Measures

    def score(self, found: Measures) -> float:
        """Return the score of a pair, between -3 and 3, rounded to 4 decimals."""
        whole = self.bias + sum(weight * value for weight, value in zip(self.weights, found, strict=True))
        return round(max(-BOUND, min(BOUND, whole)), DECIMALS)

    def parts(self, found: Measures) -> tuple[Part, ...]:
        """Return what each measure adds to the score, the greatest first, those that add nothing left out."""
        added = [
            Part(name=name, value=round(weight * value, DECIMALS))
            for name, weight, value in zip(Measures._fields, self.weights, found, strict=True)
        ]
        added.append(Part(name="bias", value=round(self.bias, DECIMALS)))
        return tuple(sorted((part for part in added if part.value), key=lambda part: (-abs(part.value), part.name)))


def load_model() -> PairModel:
    """Return the packaged weights. Costs a file read.

    Raises:
        DataError: the file is damaged.
    """
    return read_model(files("kronik.stories").joinpath("data", NAME).read_text("utf-8"))


def read_model(text: str) -> PairModel:
    """Return the weights that a TOML text holds.

    Raises:
        DataError: a key or a measure is missing, unknown, or no number.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(NAME, "", str(error)) from error
    if table.keys() != KEYS:
        raise DataError(NAME, ", ".join(sorted(table.keys() ^ KEYS)), "key is missing or unknown")
    weights: Mapping[str, object] = table["weights"]
    if weights.keys() != set(Measures._fields):
        raise DataError(NAME, "weights", "must hold every measure once")
    return PairModel(
        version=str(table["version"]),
        bias=_number("bias", table["bias"]),
        join=_number("join", table["join"]),
        weights=Measures(**{name: _number(name, value) for name, value in weights.items()}),
    )


def _number(key: str, value: object) -> float:
    if not isinstance(value, int | float):
        raise DataError(NAME, key, "must be a number")
    return float(value)
