"""Sequences of name labels are valid, and the best of the valid ones."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kronik.languages.network.names import allowed, best_labels, spans

LABELS = ("O", "B-PERSON", "I-PERSON", "B-PLACE", "I-PLACE")
TABLE = allowed(LABELS)
NO_MOVES = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)


def _is_valid(labels: list[int]) -> bool:
    return all(TABLE[before, to] for before, to in zip([0, *labels], labels, strict=False))


@pytest.mark.parametrize(
    ("before", "to", "may"),
    [("O", "I-PERSON", False), ("B-PERSON", "I-PERSON", True), ("B-PLACE", "I-PERSON", False), ("I-PLACE", "O", True)],
)
def test_a_name_goes_on_with_its_own_kind(before: str, to: str, may: bool) -> None:
    assert bool(TABLE[LABELS.index(before), LABELS.index(to)]) is may


@given(st.integers(1, 4).flatmap(lambda n: arrays(np.float32, (n, len(LABELS)), elements=st.integers(-50, 50))))
def test_best_of_the_valid_sequences(scores: np.ndarray) -> None:
    found = best_labels(scores, TABLE, NO_MOVES)
    assert _is_valid(found)
    total = lambda labels: float(sum(scores[at, one] for at, one in enumerate(labels)))  # noqa: E731 - a sum in place
    best = max(total(labels) for labels in product(range(len(LABELS)), repeat=len(scores)) if _is_valid(list(labels)))
    assert total(found) == best


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (["O", "O"], []),
        (["B-PERSON", "I-PERSON", "O"], [(0, 2, "PERSON")]),
        (["B-PLACE", "B-PLACE"], [(0, 1, "PLACE"), (1, 2, "PLACE")]),
    ],
)
def test_spans(labels: list[str], found: list[tuple[int, int, str]]) -> None:
    assert spans(labels) == found
