"""How soft an article is (sport, markets, entertainment, lifestyle: it tells no event), and what its reports must show.

Soft articles borrow the words of conflict and politics ("defends its colours", "attacks the goal", "demand for
batteries"), but now and then they do tell an event: a player is arrested, trade is barred. So softness does not rule
reports out: the scorer weighs it beside all else (`features.py`), and a report needs the higher a score the softer its
article is.
"""

import math
import re

from kronik.languages.coding import Scorer
from kronik.reports.scoring import logistic

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BIAS = "*"
"""Name of the constant among the weights: no word is written so."""
MIDDLE = 0.6
"""Softness up to which a report needs no more than the threshold.

Chosen with `SLOPE` in folds over gold train and the labels of our own, which must lose nothing, and over soft articles
of June 2025 whose reports were read.
"""
SLOPE = 0.5
"""What a unit of log odds of softness above `MIDDLE` adds to the log odds that a report needs."""
SOFT = "soft-article"
"""Reason for which a report that is likely enough elsewhere is dropped in a soft article."""
LIMIT = 1e-4
"""Chances are kept this far from 0 and 1 before they become log odds."""


def softness_of(text: str, topics: Scorer) -> float:
    """Return how likely a prose tells no event, from its words in small letters; 0.0 without weights.

    Each word counts once, by its weight over the root of the number of known words, so that length does not tell.
    Names and the first words of sentences are left out: they would tie the weights to their days.
    """
    weights = topics.weights
    if not weights:
        return 0.0
    found = [weights[word] for word in set(WORD.findall(text)) if word in weights]
    total = math.fsum(found) / math.sqrt(len(found)) if found else 0.0
    return logistic(total + weights.get(BIAS, 0.0))


def needed(threshold: float, softness: float) -> float:
    """Return the score that a report of an article needs: `threshold`, and more from a softness of `MIDDLE` on."""
    if softness <= MIDDLE:
        return threshold
    return logistic(odds(threshold) + SLOPE * (odds(softness) - odds(MIDDLE)))


def odds(chance: float) -> float:
    """Return a chance as log odds, with a limit on both sides."""
    chance = min(max(chance, LIMIT), 1.0 - LIMIT)
    return math.log(chance / (1.0 - chance))
