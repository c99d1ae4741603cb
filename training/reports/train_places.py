"""Train the choice of places: ``python training/reports/train_places.py --gold GOLD PAGES ... OUT``.

GOLD are labelled articles and PAGES their pages, one JSON line each; OUT is the table of weights
(``src/kronik/languages/id/data/events/places.tsv``). Every event that pairs with a labelled one chooses among the
places of its article, or none: a multinomial logistic regression over named features with an L2 penalty, fitted by
Newton's method. The day that an event has is the one the packaged weights choose. A few features are learned twice,
for all labels and once more for those of GOLD alone, whose habits of what gets a place the others do not quite share;
the table holds the sum. Where two files label one text, what the file named last says is learned. Penalty and the
chance from which a place is taken are chosen in folds over articles, by the F1 of places over the events that are
reported.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from articles import Article, add_sources, articles_of, sources_of
from choice import fit_choice
from fitting import weights_table
from labelled_events import labelled_by, told_events

from kronik.reports.coded import Stretch
from kronik.reports.date_choosing import with_day
from kronik.reports.date_features import calendar_of
from kronik.reports.place_features import eligible, place_features
from kronik.reports.place_map import sites_of
from kronik.reports.reading import Reading
from kronik.reports.situating import chances

FOLDS = 8
LEAST = 4
"""Rows that must have a feature for it to get a weight."""
PENALTIES = (8.0, 12.0)
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4)
OWN = "gold:"
"""Opens the name of a feature that only rows of the gold have."""
TWICE = frozenset({"bias", "type", "zone", "way", "level"})
"""Features, by what stands before their first "=" or "+", that are learned for the gold once more."""
LIKE = 0.3
"""Share of characters from which two stretches are one place."""
DIGITS = 4

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Row:
    """A place that an event could have: its features and whether the labels give it."""

    features: tuple[str, ...]
    good: bool


@dataclass(frozen=True, slots=True)
class Event:
    """An event that pairs with a labelled one.

    Attributes:
        rows: its places.
        wanted: the labels give a place.
        kept: it is reported.
        ruled: the place of the rules is the labelled one; None where the rules give none.
    """

    rows: tuple[Row, ...]
    wanted: bool
    kept: bool
    ruled: bool | None


@dataclass(slots=True)
class Count:
    """Places given, right and labelled."""

    right: int = 0
    given: int = 0
    wanted: int = 0
    f1: float = field(init=False, default=0.0)

    def add(self, event: Event, right: bool | None) -> None:
        """Count an event whose place is right, wrong or (None) not given."""
        self.wanted += event.wanted
        self.given += right is not None
        self.right += bool(right)
        self.f1 = 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else 0.0


def main(arguments: Sequence[str]) -> int:
    """Write the table of weights and print what was chosen."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_sources(parser)
    parser.add_argument("out", type=Path)
    parser.add_argument("--threshold", type=float, help="chance from which a place is taken; else the best in folds")
    options = parser.parse_args(arguments)
    articles = [tuple(_events(one)) for one in _read_last(articles_of(sources_of(options)))]
    thresholds = THRESHOLDS if options.threshold is None else (options.threshold,)
    tried = {}
    for penalty in PENALTIES:
        folds = [_fit([one for at, one in enumerate(articles) if at % FOLDS != fold], penalty) for fold in range(FOLDS)]
        for threshold in thresholds:
            tried[penalty, threshold] = _figures(articles, folds, threshold)
    penalty, threshold = max(product(PENALTIES, thresholds), key=lambda one: (round(tried[one].f1, DIGITS), one))
    rules, best = Count(), tried[penalty, threshold]
    for event in (event for article in articles for event in article if event.kept):
        rules.add(event, event.ruled)
    options.out.write_text(_table(_summed(_fit(articles, penalty)), (penalty, threshold), best), encoding="utf-8")
    print(f"rules alone: {rules}")
    print(f"penalty {penalty}, threshold {threshold}: {best}")
    return 0


def _read_last(articles: Sequence[Article]) -> list[Article]:
    """Return articles each once, in their order, with the labels that come last."""
    return list({one.gold.get("sha256", number): one for number, one in enumerate(articles)}.values())


def _events(article: Article) -> Iterator[Event]:
    """Yield the events of an article that pair with labelled ones."""
    reading = article.reading
    if reading is None:
        return
    told = told_events(reading)
    events = tuple(one.tellings for one in told)
    sites, calendar = sites_of(reading, events), calendar_of(reading, events)
    gold = "sha256" not in article.gold
    for number, label in sorted(labelled_by(reading, article.gold, told).items()):
        tellings, kept = told[number].tellings, told[number].kept
        report = with_day(reading, calendar, tellings, told[number].report, reading.lexicon.dater)
        place = label["place"]
        wanted = None if place is None else (int(place["start"]), int(place["end"]))
        rows = tuple(
            Row(
                _named(place_features(reading, sites, site, tellings, report), gold=gold),
                _good(reading, (site.place.start, site.place.end), wanted),
            )
            for site in sites
            if eligible(site, tellings)
        )
        ruled = None if report.place is None else _good(reading, (report.place.start, report.place.end), wanted)
        yield Event(rows, wanted is not None, kept, ruled)


def _named(features: tuple[str, ...], *, gold: bool) -> tuple[str, ...]:
    """Return features with those that are learned for the gold once more."""
    if not gold:
        return features
    return (*features, *(OWN + name for name in features if name.split("=")[0].split("+")[0] in TWICE))


def _summed(weights: Weights) -> Weights:
    """Return the weights of a page of the gold: those of all labels and those of the gold together."""
    out = {name: weight for name, weight in weights.items() if not name.startswith(OWN)}
    for name, weight in weights.items():
        if name.startswith(OWN):
            out[name.removeprefix(OWN)] = out.get(name.removeprefix(OWN), 0.0) + weight
    return out


def _good(reading: Reading, place: Stretch, wanted: Stretch | None) -> bool:
    return wanted is not None and _alike(_source(reading, place), wanted) >= LIKE


def _alike(one: Stretch, other: Stretch) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (one[1] - one[0] + other[1] - other[0] - max(0, shared))


def _source(reading: Reading, stretch: Stretch) -> Stretch:
    pieces = reading.prose.view.to_source(*stretch)
    return pieces[0].start, pieces[-1].end


def _fit(articles: Sequence[Sequence[Event]], penalty: float) -> Weights:
    """Return the weights; an event whose labelled place is none of its rows says nothing."""
    choices = [
        [(row.features, row.good) for row in event.rows]
        for article in articles
        for event in article
        if event.rows and (not event.wanted or any(row.good for row in event.rows))
    ]
    return fit_choice(choices, penalty=penalty, least=LEAST)


def _figures(articles: Sequence[Sequence[Event]], folds: Sequence[Weights], threshold: float) -> Count:
    """Count the places of reported events, each article by the weights that have not seen it."""
    count = Count()
    for at, article in enumerate(articles):
        for event in article:
            if event.kept:
                shares = chances([row.features for row in event.rows], folds[at % FOLDS])
                best = max(range(len(shares)), key=lambda one: (shares[one], -one), default=None)
                given = best is not None and shares[best] >= threshold
                count.add(event, event.rows[best].good if given and best is not None else None)
    return count


def _table(weights: Weights, chosen_at: tuple[float, float], best: Count) -> str:
    lines = [
        "# Weights of the choice of places: feature, weight.",
        "# Source: made by training/reports/train_places.py from labelled",
        f"# articles; penalty {chosen_at[0]}; cross-validated F1 of places {best.f1:.3f} ({best.right} right of",
        f"# {best.given} given and {best.wanted} labelled).",
        f"threshold\t{chosen_at[1]}",
    ]
    return weights_table(lines, weights)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
