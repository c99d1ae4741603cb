"""How alike two articles are, measure by measure. Each is a function of the two articles and the shipped tables."""

import math
from datetime import date, datetime
from typing import NamedTuple

from kronik.languages.frequencies import Frequencies
from kronik.records.articles import Kind
from kronik.stories.wording import Counts, Vector, Wording

UNKNOWN_HOURS = 72.0
"""Hours supposed between two articles of which one has no publication day."""
HOURS_STEP = 6.0
"""Hours from which distance in time begins to count."""
FEWEST_RUNS = 20
"""Runs of three words by which a text's share of common runs is counted at least."""
RARITY = 10.0
"""Weight of words that counts as one."""


class Measures(NamedTuple):
    """Measures of a pair; cosines and shares lie between 0 and 1.

    Attributes:
        head, lead, body, names, numbers: cosine of headlines, openings, whole texts, names and numbers.
        crossing, lead_crossing: cosine of each headline, of each opening with the other's text, both added.
        runs: root of the share of runs of three words in common.
        run_count: logarithm of their number.
        rare: weight of the names that both openings have in common.
        rarest: weight of the rarest word that both headlines have in common.
        covered: share of the weight of one opening that the other text holds, the smaller of the two.
        hours: logarithm of the time between publications.
        same_day, other_day: both openings name a day in common; both name days, but none in common.
        other_numbers: both headlines have numbers, but none in common.
        clash: both headlines count the same thing ("3 years", "11 years"), with no number in common.
        lead_clashes: things that both openings count with no number in common.
        other_kind: news and, say, a list.
        one_profile: one of the two is a profile.
        same_outlet: both are of one outlet.
    """

    head: float
    lead: float
    body: float
    names: float
    numbers: float
    crossing: float
    lead_crossing: float
    runs: float
    run_count: float
    rare: float
    rarest: float
    covered: float
    hours: float
    same_day: float
    other_day: float
    other_numbers: float
    clash: float
    lead_clashes: float
    other_kind: float
    one_profile: float
    same_outlet: float


def measures(one: Wording, other: Wording, frequencies: Frequencies) -> Measures:
    """Return the measures of a pair; the order of the two does not matter."""
    a, b = one.entry, other.entry
    runs = len(one.runs & other.runs)
    rarest = [frequencies.weight(word) for word in one.head_words if word in other.head and not word[0].isdigit()]
    days, numbers = a.days & b.days, one.head_numbers & other.head_numbers
    return Measures(
        head=cosine(one.head, other.head),
        lead=cosine(one.lead, other.lead),
        body=cosine(one.body, other.body),
        names=cosine(one.names, other.names),
        numbers=cosine(one.numbers, other.numbers),
        crossing=cosine(one.head, other.body) + cosine(other.head, one.body),
        lead_crossing=cosine(one.lead, other.body) + cosine(other.lead, one.body),
        runs=math.sqrt(runs / max(FEWEST_RUNS, min(len(one.runs), len(other.runs)))),
        run_count=math.log1p(runs),
        rare=math.fsum(sorted(frequencies.weight(word) for word in one.lead_names & other.lead_names)) / RARITY,
        rarest=max(rarest, default=0.0) / RARITY,
        covered=min(_covered(one.lead, other.body), _covered(other.lead, one.body)),
        hours=math.log1p(hours_between(one, other) / HOURS_STEP),
        same_day=float(bool(days)),
        other_day=float(bool(a.days) and bool(b.days) and not days),
        other_numbers=float(bool(one.head_numbers) and bool(other.head_numbers) and not numbers),
        clash=float(bool(clashes(one.head_counts, other.head_counts))),
        lead_clashes=float(clashes(one.lead_counts, other.lead_counts)),
        other_kind=float(a.kind != b.kind),
        one_profile=float((a.kind is Kind.PROFILE) != (b.kind is Kind.PROFILE)),
        same_outlet=float(a.outlet == b.outlet and a.outlet is not None),
    )


def cosine(one: Vector, other: Vector) -> float:
    """Return the cosine of two vectors of length 1; the order of the two does not matter."""
    shared = one.keys() & other.keys()
    return math.fsum(one[word] * other[word] for word in shared)


def clashes(one: Counts, other: Counts) -> int:
    """Return how many things both count with no number in common."""
    return sum(not one[thing] & other[thing] for thing in one.keys() & other.keys())


def hours_between(one: Wording, other: Wording) -> float:
    """Return the hours between two publications, of whole days where a time is unknown."""
    a, b = one.entry, other.entry
    if a.published_time and b.published_time:
        apart = datetime.fromisoformat(a.published_time) - datetime.fromisoformat(b.published_time)
        return abs(apart.total_seconds()) / 3600
    if a.published and b.published:
        return 24.0 * abs((date.fromisoformat(a.published) - date.fromisoformat(b.published)).days)
    return UNKNOWN_HOURS


def _covered(lead: Vector, body: Vector) -> float:
    whole = math.fsum(lead.values())
    return math.fsum(value for word, value in lead.items() if word in body) / whole if whole else 0.0
