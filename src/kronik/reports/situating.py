"""Where an event happens in the end: a learned choice among the article's places, or none."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kronik.languages.coding import Scorer
from kronik.reports.coded import Coded
from kronik.reports.draft import Draft
from kronik.reports.place_features import eligible, place_features
from kronik.reports.place_map import Site
from kronik.reports.reading import Reading
from kronik.reports.scoring import DIGITS, log_odds


def situated(
    reading: Reading, sites: Sequence[Site], tellings: tuple[Draft, ...], report: Coded, placer: Scorer
) -> Coded:
    """Return a report with the place that the weights choose, or without one; without weights as it is.

    Args:
        reading: of the article.
        sites: its places.
        tellings: those of the report, the clearest first.
        report: with the place of the rules.
        placer: weights of features, and the chance from which a place is that of the event.
    """
    if not placer.weights or not sites:
        return report
    asked = [site for site in sites if eligible(site, tellings)]
    rows = [place_features(reading, sites, site, tellings, report) for site in asked]
    shares = chances(rows, placer.weights)
    best = max(range(len(asked)), key=lambda at: (shares[at], -at), default=None)
    if best is None or shares[best] < placer.threshold:
        return replace(report, place=None, place_rule=None)
    place = asked[best].place
    if place == report.place:
        return report
    return replace(report, place=place, place_rule=f"learned:{reason_for(rows[best], placer.weights)}")


def chances(rows: Sequence[Sequence[str]], weights: Mapping[str, float]) -> tuple[float, ...]:
    """Return how likely each place of an event is its own; what is left to 1 is the chance that none is.

    Args:
        rows: names of the features of each place.
        weights: by name of the feature.
    """
    totals = [log_odds(row, weights) for row in rows]
    top = max(0.0, *totals) if totals else 0.0
    parts = [math.exp(total - top) for total in totals]
    whole = math.exp(-top) + math.fsum(parts)
    return tuple(round(part / whole, DIGITS) for part in parts)


def reason_for(row: Sequence[str], weights: Mapping[str, float]) -> str:
    """Return the feature that weighs most for a place, the first by name among equals."""
    return min(row, key=lambda name: (-weights.get(name, 0.0), name))
