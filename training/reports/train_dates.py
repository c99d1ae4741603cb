"""Train the choice of days: ``python training/reports/train_dates.py OUT --gold GOLD PAGES``.

The labelled articles are those that `train.py` reads; OUT is the table of weights
(``src/kronik/languages/id/data/events/dates.tsv``). Every event that pairs with a labelled one chooses among the times
of its article, or none, by a multinomial logistic regression; the chances of times of one value are added. Penalty and
the chance against none from which a day is given are chosen in folds over articles: the best F1 of days over the events
that are reported, among those that fill at most a share of the events that the labels leave without a day.
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

from kronik.reports.date_choosing import against_none, summed
from kronik.reports.date_features import calendar_of, date_features, value_for
from kronik.reports.situating import chances

FOLDS = 8
PENALTIES = (4.0, 6.0)
LEAST = 4
"""Rows that must have a feature for it to get a weight."""
CHANCES = tuple(round(0.3 + 0.01 * step, 2) for step in range(50))
INVENTED = 0.045
"""Largest share of events without a day that may get one: below the 0.05 that the gate allows, for a margin."""
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Event:
    """An event that pairs with a labelled one: its times with features and the value each would give.

    Attributes:
        kept: it is reported.
        ruled: what the rules give.
        wanted: what the labels give.
    """

    kept: bool
    times: tuple[tuple[tuple[str, ...], str], ...]
    ruled: str | None
    wanted: str | None


@dataclass(frozen=True, slots=True)
class Figures:
    """F1 of days, and the share of events without a day that got one."""

    f1: float
    invented: float


def main(arguments: Sequence[str]) -> int:
    """Write the table of weights and print what was chosen."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_sources(parser)
    parser.add_argument("out", type=Path)
    options = parser.parse_args(arguments)
    articles = [_events(one) for one in articles_of(sources_of(options))]
    print(f"rules: {_figures([(one, one.ruled) for events in articles for one in events])}")
    chosen: tuple[float, float, float, Figures] | None = None
    for penalty in PENALTIES:
        folds = fits_in_folds(articles, FOLDS, partial(_fit, penalty=penalty))
        told = [(one, _best(one, folds[at % FOLDS])) for at, events in enumerate(articles) for one in events]
        for chance in CHANCES:
            found = _figures([(one, value if score >= chance else None) for one, (score, value) in told])
            if found.invented <= INVENTED and (chosen is None or found.f1 > chosen[0]):
                chosen = (found.f1, penalty, chance, found)
    if chosen is None:
        print("no chance keeps to the share of invented days")
        return 1
    _, penalty, chance, found = chosen
    print(f"chosen: penalty {penalty}, chance {chance}: {found}")
    weights = _fit([one for events in articles for one in events], penalty)
    options.out.write_text(_table(weights, penalty, chance, found), encoding="utf-8")
    return 0


def _events(article: Article) -> list[Event]:
    if article.reading is None:
        return []
    reading = article.reading
    told = told_events(reading)
    calendar = calendar_of(reading, [one.tellings for one in told])
    out = []
    for number, label in sorted(labelled_by(reading, article.gold, told).items()):
        tellings, report = told[number].tellings, told[number].report
        times = tuple(
            (date_features(reading, calendar, one, tellings, report), value_for(one, tellings, report))
            for one in calendar.occasions
        )
        out.append(Event(kept=told[number].kept, times=times, ruled=report.date, wanted=label["date"]))
    return out


def _fit(events: Sequence[Event], penalty: float) -> Weights:
    """Return the weights; an event whose labelled day is none of its times says nothing."""
    choices = [
        [(features, value == one.wanted) for features, value in one.times]
        for one in events
        if one.times and (one.wanted is None or any(value == one.wanted for _, value in one.times))
    ]
    return fit_choice(choices, penalty=penalty, least=LEAST)


def _best(event: Event, weights: Weights) -> tuple[float, str | None]:
    shares = chances([features for features, _ in event.times], weights)
    whole = summed([value for _, value in event.times], shares)
    chance, day = max(((share, value) for value, share in whole.items()), default=(0.0, None))
    return against_none(chance, shares), day


def _figures(rows: Sequence[tuple[Event, str | None]]) -> Figures:
    rows = [row for row in rows if row[0].kept]
    given = sum(value is not None for _, value in rows)
    wanted = sum(one.wanted is not None for one, _ in rows)
    right = sum(value is not None and value == one.wanted for one, value in rows)
    empty = [value for one, value in rows if one.wanted is None]
    return Figures(
        round(2 * right / max(1, given + wanted), DIGITS),
        round(sum(value is not None for value in empty) / max(1, len(empty)), DIGITS),
    )


def _table(weights: Weights, penalty: float, chance: float, found: Figures) -> str:
    lines = [
        "# Weights of the choice of days: feature, weight.",
        "# Source: made by training/reports/train_dates.py from labelled",
        f"# articles; penalty {penalty}; cross-validated F1 of days {found.f1:.3f}, invented {found.invented:.3f}.",
        f"threshold\t{chance}",
    ]
    return weights_table(lines, weights)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
