"""The day of an event in the end: a learned choice among all times of the article, or none."""

import math
from collections.abc import Sequence
from dataclasses import replace

from kronik.languages.coding import Scorer
from kronik.records.reports import Status
from kronik.reports.coded import Coded
from kronik.reports.date_features import Calendar, Occasion, date_features, value_for
from kronik.reports.dating import OWN, since_then
from kronik.reports.draft import Draft
from kronik.reports.reading import Reading
from kronik.reports.scoring import DIGITS
from kronik.reports.situating import chances, reason_for


def with_day(reading: Reading, calendar: Calendar, tellings: Sequence[Draft], report: Coded, dater: Scorer) -> Coded:
    """Return a report with the day that the weights choose, or without one; without weights as it is.

    What is to come on a day of its own clause keeps it where no day is likely enough: a plan is seldom told with a day
    that is not its own.

    Args:
        reading: of the article.
        calendar: its times.
        tellings: those of the report, the clearest first.
        report: with the day of the rules.
        dater: weights of features, and the chance against none from which a day is that of the event.
    """
    if not dater.weights or not calendar.occasions:
        return report
    occasions = [one for one in calendar.occasions if not _later(reading, one, tellings)]
    if not occasions:
        return replace(report, date=None, date_at=None, date_rule=None)
    rows = [date_features(reading, calendar, one, tellings, report) for one in occasions]
    shares = chances(rows, dater.weights)
    values = [value_for(one, tellings, report) for one in occasions]
    whole = summed(values, shares)
    best = max(range(len(rows)), key=lambda at: (whole[values[at]], shares[at], -at))
    if against_none(whole[values[best]], shares) < dater.threshold:
        planned = report.status is Status.FUTURE and report.date_rule == OWN
        return report if planned else replace(report, date=None, date_at=None, date_rule=None)
    if values[best] == report.date:
        return report
    rule = f"learned:{reason_for(rows[best], dater.weights)}"
    return replace(report, date=values[best], date_at=occasions[best].at, date_rule=rule)


def _later(reading: Reading, occasion: Occasion, tellings: Sequence[Draft]) -> bool:
    """Tell whether a time is that of something later, in a sentence that tells the event only as the beginning."""
    here = [one.candidate for one in tellings if one.candidate.sentence == occasion.sentence]
    return bool(here) and all(since_then(reading, one, occasion.time) for one in here)


def summed(values: Sequence[str], shares: Sequence[float]) -> dict[str, float]:
    """Return how likely each value is: the sum over the times that tell it."""
    out: dict[str, float] = {}
    for value, share in zip(values, shares, strict=True):
        out[value] = out.get(value, 0.0) + share
    return out


def against_none(chance: float, shares: Sequence[float]) -> float:
    """Return how likely a value is if it is that or none; days that compete with each other tell that there is one.

    Args:
        chance: of the value.
        shares: how likely each time of the article is; what is left to 1 is the chance of none.
    """
    none = max(0.0, 1.0 - math.fsum(shares))
    return round(chance / (chance + none), DIGITS) if chance + none else 0.0
