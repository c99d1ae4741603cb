"""The tree that is found is a tree, has one root, and is the best of all."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kronik.languages.network.tree import best_tree


def _reaches_root(heads: list[int]) -> bool:
    for start in range(len(heads)):
        at, steps = start, 0
        while at >= 0 and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if at >= 0:
            return False
    return True


def _is_tree(heads: list[int]) -> bool:
    return heads.count(-1) == 1 and _reaches_root(heads)


def _total(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[word, head + 1] for word, head in enumerate(heads)))


def _best_of_all(scores: np.ndarray) -> float:
    count = len(scores)
    choices = product(range(-1, count), repeat=count)
    return max(_total(scores, list(heads)) for heads in choices if _is_tree(list(heads)))


@st.composite
def score_tables(draw, most: int) -> np.ndarray:
    count = draw(st.integers(1, most))
    values = st.integers(-300, 300).map(lambda value: value / 100)
    return draw(arrays(np.float32, (count, count + 1), elements=values.map(np.float32)))


@given(score_tables(4))
def test_no_tree_scores_higher(scores: np.ndarray) -> None:
    heads = best_tree(scores)
    assert _is_tree(heads)
    assert _total(scores, heads) == pytest.approx(_best_of_all(scores), abs=1e-4)


@given(score_tables(25))
def test_always_a_tree_with_one_root(scores: np.ndarray) -> None:
    assert _is_tree(best_tree(scores))


@pytest.mark.parametrize(
    ("scores", "heads"),
    [
        pytest.param([[1, 0]], [-1], id="one word is the root"),
        pytest.param([[5, 0, 0], [0, 4, 0]], [-1, 0], id="best heads already make a tree"),
        pytest.param([[5, 0, 0], [6, 4, 0]], [-1, 0], id="two would be root, the better sum decides"),
        pytest.param([[1, 0, 9], [2, 9, 0]], [1, -1], id="two words that name each other"),
    ],
)
def test_small_tables(scores: list[list[float]], heads: list[int]) -> None:
    assert best_tree(np.array(scores, dtype=np.float32)) == heads
