"""Reads corpora of names: a form and its label a line, a blank line between sentences; and counts whole names."""

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

KINDS = {"PERSON": "PERSON", "PER": "PERSON", "ORGANISATION": "ORG", "ORG": "ORG", "PLACE": "PLACE", "LOC": "PLACE"}
"""Kinds of the corpora -> those of the network."""
SCORED = ("PERSON", "ORG", "PLACE")
OUTSIDE = "O"
DRAWS = 1000
"""Times that sentences are drawn anew for an interval."""
SEED = 20
SHARES = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence: its forms as the corpus parts them, and a label of each, valid (``O``, ``B-x``, ``I-x``)."""

    forms: tuple[str, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameScores:
    """F1 of whole names in percent: over all, mean of the kinds with its 95 % interval, and by kind."""

    micro: float
    macro: float
    interval: tuple[float, float]
    kinds: dict[str, float]

    def __str__(self) -> str:
        each = "  ".join(f"{kind} {value:.1f}" for kind, value in self.kinds.items())
        low, high = self.interval
        return f"macro-F1 {self.macro:.1f} ({low:.1f} to {high:.1f})  micro-F1 {self.micro:.1f}  {each}"


def names_of(path: Path) -> list[Labelled]:
    """Return the sentences of a file."""
    found = []
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        rows = [line.split() for line in block.splitlines()]
        rows = [row for row in rows if len(row) > 1]
        if rows:
            labels = [row[-1] if row[-1] == OUTSIDE else f"{row[-1][:2]}{KINDS[row[-1][2:]]}" for row in rows]
            found.append(Labelled(tuple(row[0] for row in rows), valid(labels)))
    return found


def valid(labels: list[str]) -> tuple[str, ...]:
    """Return labels in which an inner one with no beginning before it begins a name, as seqeval reads them."""
    made: list[str] = []
    for label in labels:
        loose = label.startswith("I-") and (not made or made[-1][1:] != label[1:])
        made.append(f"B-{label[2:]}" if loose else label)
    return tuple(made)


def spans_of(labels: tuple[str, ...]) -> set[tuple[int, int, str]]:
    """Return the names of valid labels: half-open places and kind."""
    found = []
    for at, label in enumerate(labels):
        if label.startswith("B-"):
            found.append((at, at + 1, label[2:]))
        elif label.startswith("I-"):
            found[-1] = (found[-1][0], at + 1, label[2:])
    return set(found)


def score(wanted: list[tuple[str, ...]], found: list[tuple[str, ...]]) -> NameScores:
    """Return the scores of valid labels, sentence by sentence; the interval is drawn over sentences."""
    counts = np.zeros((len(wanted), len(SCORED), 3), dtype=np.int64)
    for row, (right, ours) in enumerate(zip(wanted, found, strict=True)):
        one, other = spans_of(right), spans_of(ours)
        for at, kind in enumerate(SCORED):
            counts[row, at] = [sum(name[2] == kind for name in names) for names in (one & other, other, one)]
    whole = counts.sum(axis=0)
    each = _f1(whole)
    rng = np.random.default_rng(SEED)
    drawn = [_f1(counts[rng.integers(0, len(counts), len(counts))].sum(axis=0)).mean() for _ in range(DRAWS)]
    low, high = np.percentile(drawn, SHARES)
    micro = float(_f1(whole.sum(axis=0)))
    return NameScores(
        micro, float(each.mean()), (float(low), float(high)), dict(zip(SCORED, each.tolist(), strict=True))
    )


def _f1(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return F1 in percent of [.., right, found, wanted]."""
    f1: NDArray[np.float64] = 200 * counts[..., 0] / np.maximum(1, counts[..., 1] + counts[..., 2])
    return f1
