"""What the language model's layers of names are trained to make small; needs torch, which only training needs."""

import importlib
from itertools import product
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from kronik.languages.network.names import allowed
from kronik.languages.network.packing import pack

torch = pytest.importorskip("torch", reason="torch is of the training environment")
RECIPE = Path(__file__).resolve().parents[2] / "training" / "language_model"
IGNORED = -100


@pytest.fixture
def losses(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(RECIPE))
    return importlib.import_module("losses")


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param([[0]], id="one word"),
        pytest.param([[1, 2, 0]], id="one sentence"),
        pytest.param([[3, 4, 0], [0, 5, 6, 1], [5]], id="sentences of several lengths, not in order"),
        pytest.param([[IGNORED, 2, 0], [IGNORED, IGNORED]], id="labels left open"),
    ],
)
def test_the_loss_is_that_of_all_valid_sequences_counted_one_by_one(
    losses: ModuleType, sentences: list[list[int]]
) -> None:
    labels = losses.LABELS
    table = allowed(labels)
    packing = pack([len(one) for one in sentences])
    scores = np.random.default_rng(3).normal(size=(packing.rows, len(labels)))
    wanted = np.array([label for one in sentences for label in one])
    found = losses.sequence_loss(
        torch.from_numpy(scores[packing.source]), torch.from_numpy(wanted[packing.source]), packing
    )
    cost, at = 0.0, 0
    for one in sentences:
        everything = right = 0.0
        for way in product(range(len(labels)), repeat=len(one)):
            if all(table[before, to] for before, to in zip((0, *way), way, strict=False)):
                share = np.exp(sum(scores[at + place, label] for place, label in enumerate(way)))
                everything += share
                right += share * all(known in {label, IGNORED} for known, label in zip(one, way, strict=True))
        cost += np.log(everything) - np.log(right)
        at += len(one)
    assert float(found) == pytest.approx(cost / at, abs=1e-4)
