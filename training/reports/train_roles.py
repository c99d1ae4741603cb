"""Train the choice of roles: ``python training/reports/train_roles.py OUT --gold GOLD PAGES``.

The labelled articles are those that `train.py` reads; OUT is the table of weights
(``src/kronik/languages/id/data/events/roles.tsv``). Rows are the members that could take part in an event that pairs
with a labelled one, once for each side; a row is good when the labels put the member there. How sure the weights must
be to keep what the rules give, to fill an open side and to add to a filled one is chosen by cross-validation over
articles, by the sum of the F1 of roles and of events with all roles right, and folded into the weights of the features
that name the three cases, so that one threshold stands for all.
"""

import argparse
import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from articles import add_sources, articles_of, sources_of
from fitting import fit, weights_table
from labelled_roles import SIDES, LabelledEvent, LabelledRoles, fillers, labelled_roles

from kronik.languages.coding import Scorer
from kronik.reports.choosing import decided
from kronik.reports.scoring import scored

FOLDS = 8
PENALTY = 2.5
LEAST = 4
"""Rows that must have a feature for it to get a weight."""
KEEP, OPEN, FILLED = (0.1, 0.2, 0.3), (0.25, 0.35, 0.45), (0.45, 0.6, 0.75)
"""Chances tried: to keep what the rules give, to fill an open side, to add to a filled one."""
EVEN = 0.5
DIGITS = 4

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Choice:
    """Chances from which members take part, with cross-validated F1 of roles and of events with all roles right."""

    keep: float
    open: float
    filled: float
    roles: float
    full: float


def main(arguments: Sequence[str]) -> int:
    """Write the table of weights and print what was chosen."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_sources(parser)
    parser.add_argument("out", type=Path)
    parser.add_argument("--chances", type=float, nargs=3, help="write these chances, chosen on other labelled articles")
    options = parser.parse_args(arguments)
    articles = labelled_roles(articles_of(sources_of(options)))
    rules = _figures(articles, None, (0.0, 0.0, 0.0))
    folds = [_fit([one for at, one in enumerate(articles) if at % FOLDS != fold]) for fold in range(FOLDS)]
    choices = [Choice(*settings, *_figures(articles, folds, settings)) for settings in product(KEEP, OPEN, FILLED)]
    best = max(choices, key=lambda one: (round(one.roles + one.full, DIGITS), one.filled, one.open, one.keep))
    keep, fill, add = options.chances or (best.keep, best.open, best.filled)
    written = Choice(keep, fill, add, best.roles, best.full)
    options.out.write_text(_table(_shifted(_fit(articles), written), best, written), encoding="utf-8")
    print(f"rules alone: roles {rules[0]:.3f}, full {rules[1]:.3f} (of events above the threshold, on these labels)")
    print(f"chosen: {best}")
    return 0


def _fit(articles: Sequence[LabelledRoles]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for side in SIDES:
        rows = [
            row
            for article in articles
            for event in article.events
            if event.wanted is not None
            for row in event.rows
            if row.side == side
        ]
        plain = [_renamed(row.features, f"{side} bias", "bias") for row in rows]
        made = fit(plain, [row.good for row in rows], penalty=PENALTY, least=LEAST)
        weights |= _renamed(made.weights, "bias", f"{side} bias")
    return weights


def _renamed(values: Mapping[str, float], old: str, new: str) -> dict[str, float]:
    return {new if name == old else name: value for name, value in values.items()}


def _shifted(weights: Weights, choice: Choice) -> dict[str, float]:
    """Return the weights with the chances of the three cases folded in, so that an even chance decides."""
    found = dict(weights)
    for side in SIDES:
        cases = (("given", choice.keep), ("missing+open", choice.open), ("missing+filled", choice.filled))
        for name, chance in cases:
            found[f"{side} {name}"] = found.get(f"{side} {name}", 0.0) - math.log(chance / (1.0 - chance))
    return found


def _figures(
    articles: Sequence[LabelledRoles], folds: Sequence[Weights] | None, settings: tuple[float, float, float]
) -> tuple[float, float]:
    """Return F1 of roles and of events with all roles right, over the events that are reported; no folds: the rules."""
    hit = told = full = events = 0
    for at, article in enumerate(articles):
        chooser = None if folds is None else _scorer(_shifted(folds[at % FOLDS], Choice(*settings, 0.0, 0.0)))
        for event in article.events:
            if event.kept:
                own = _roles(event, chooser)
                told += len(own)
                events += 1
                hit += 0 if event.wanted is None else len(own & event.wanted)
                full += own == event.wanted
    wanted = sum(article.wanted for article in articles)
    return 2 * hit / (told + wanted), 2 * full / (events + sum(article.labelled for article in articles))


def _scorer(weights: Weights) -> Scorer:
    return Scorer(weights=weights, threshold=EVEN)


def _roles(event: LabelledEvent, chooser: Scorer | None) -> frozenset[tuple[str, str]]:
    if chooser is None:
        return fillers(event.asked, event.keys)
    chances = {(row.side, row.member): (scored(row.features, chooser)[0], "") for row in event.rows}
    sides = decided(event.asked, chances, chooser.threshold)
    return frozenset(
        (side, event.keys.get(role.member, f"?{role.member}"))
        for side, roles in zip(SIDES, sides, strict=True)
        for role in roles
    )


def _table(weights: Weights, best: Choice, written: Choice) -> str:
    lines = [
        "# Weights of the choice of roles: feature, weight.",
        "# Source: made by training/reports/train_roles.py from labelled",
        f"# articles; penalty {PENALTY}; by folds: chances to keep {best.keep}, to fill an open side {best.open},",
        f"# to add to a filled one {best.filled}, F1: roles {best.roles:.3f}, all roles right {best.full:.3f};",
        f"# written: {written.keep}, {written.open}, {written.filled}.",
        f"threshold\t{EVEN}",
    ]
    return weights_table(lines, weights)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
