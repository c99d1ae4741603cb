"""Train the choice of statuses: ``python training/reports/train_statuses.py OUT --gold GOLD PAGES``.

The labelled articles are those that `train.py` reads; OUT is the table of weights
(``src/kronik/languages/id/data/events/statuses.tsv``). Every event that pairs with a labelled one chooses among all
statuses by a multinomial logistic regression in which "occurred" is what is left; what the rules say is a feature. The
chance from which a status takes the place of that of the rules is chosen in folds over articles, by how many of the
events that are reported have the right one.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from articles import Article, add_sources, articles_of, sources_of
from choice import Weights, fit_choice, fits_in_folds
from fitting import weights_table
from labelled_events import labelled_by, told_events

from kronik.records.reports import Status
from kronik.reports.situating import chances
from kronik.reports.status_choosing import TOLD, best_status, status_rows

FOLDS = 5
PENALTIES = (2.0,)
LEAST = 6
"""Rows that must have a feature for it to get a weight."""
CHANCES = (0.0, 0.4, 0.5, 0.6)
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Event:
    """An event that pairs with a labelled one: features of each status, and the status by rules and by labels."""

    kept: bool
    rows: tuple[tuple[str, ...], ...]
    ruled: Status
    wanted: Status


def main(arguments: Sequence[str]) -> int:
    """Write the table of weights and print what was chosen."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_sources(parser)
    parser.add_argument("out", type=Path)
    options = parser.parse_args(arguments)
    articles = [_events(one) for one in articles_of(sources_of(options))]
    print(f"rules: {_right([(one, one.ruled) for events in articles for one in events])}")
    tried = [found for penalty in PENALTIES for found in _tried(articles, penalty)]
    right, penalty, chance = max(tried, key=lambda one: (one[0], one[1]))
    print(f"chosen: penalty {penalty}, chance {chance}: {right}")
    lines = [
        "# Weights of the choice of statuses: feature, weight.",
        "# Source: made by training/reports/train_statuses.py from labelled",
        f"# articles; penalty {penalty}; cross-validated share of right statuses {right:.3f}.",
        f"threshold\t{chance}",
    ]
    weights = _fit([one for events in articles for one in events], penalty)
    options.out.write_text(weights_table(lines, weights), encoding="utf-8")
    return 0


def _events(article: Article) -> list[Event]:
    if article.reading is None:
        return []
    reading = article.reading
    told = told_events(reading)
    return [
        Event(
            kept=told[number].kept,
            rows=status_rows(reading, told[number].tellings, told[number].report),
            ruled=told[number].report.status,
            wanted=Status(label["status"]),
        )
        for number, label in sorted(labelled_by(reading, article.gold, told).items())
    ]


def _tried(articles: Sequence[Sequence[Event]], penalty: float) -> list[tuple[float, float, float]]:
    """Return for each chance the share of right statuses in folds, with the penalty and the chance."""
    folds = fits_in_folds(articles, FOLDS, partial(_fit, penalty=penalty))
    told = [
        (one, *best_status(chances(one.rows, folds[at % FOLDS])))
        for at, events in enumerate(articles)
        for one in events
    ]
    return [
        (_right([(one, best if share >= chance else one.ruled) for one, best, share in told]), penalty, chance)
        for chance in CHANCES
    ]


def _fit(events: Sequence[Event], penalty: float) -> Weights:
    choices = [[(row, status is one.wanted) for row, status in zip(one.rows, TOLD, strict=True)] for one in events]
    return fit_choice(choices, penalty=penalty, least=LEAST)


def _right(rows: Sequence[tuple[Event, Status]]) -> float:
    kept = [status is one.wanted for one, status in rows if one.kept]
    return round(sum(kept) / max(1, len(kept)), DIGITS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
