"""Reads the weights of the scorer of reports, which ``training/reports`` makes from labelled articles."""

import hashlib

from kronik.errors import DataError
from kronik.languages.coding import Scorer

THRESHOLD = "threshold"
VERSION_DIGITS = 8


def read_scorer(name: str, text: str) -> Scorer:
    """Return the scorer of a table: a feature and its weight a line, the threshold among them; ``#`` opens a comment.

    Raises:
        DataError: a line has no two cells, a weight is no number, a feature stands twice, or there is no threshold.
    """
    found: dict[str, float] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        feature, _, weight = line.partition("\t")
        if feature in found:
            raise DataError(name, feature, "stands twice")
        try:
            found[feature] = float(weight)
        except ValueError as error:
            raise DataError(name, f"line {number}", "needs a feature and a number") from error
    if THRESHOLD not in found:
        raise DataError(name, THRESHOLD, "is missing")
    return Scorer(
        version=hashlib.sha256(text.encode()).hexdigest()[:VERSION_DIGITS],
        threshold=found.pop(THRESHOLD),
        weights=found,
    )
