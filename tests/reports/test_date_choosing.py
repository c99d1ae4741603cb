"""The learned choice of an event's day: which of the article's times, none, and what speaks for it."""

from dataclasses import replace

import pytest
from hand_made import Hand

from kronik.languages.coding import Lexicon, Scorer
from kronik.languages.id.coding import load_coding
from kronik.records.reports import Status
from kronik.reports.coded import Coded
from kronik.reports.coder import events_of, report_of
from kronik.reports.date_choosing import against_none, summed, with_day
from kronik.reports.date_features import Calendar, calendar_of, date_features


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return replace(load_coding(), scorer=Scorer(), chooser=Scorer(), placer=Scorer(), dater=Scorer())


def raid() -> Hand:
    """An attack on a day, and another sentence with another day."""
    hand = Hand(
        "Zamora/PROPN/nsubj/2 menyerang/VERB/root/0 gudang/NOUN/obj/2 Senin/PROPN/obl:tmod/2 ./PUNCT/punct/2",
        "Ratna/PROPN/nsubj/2 tiba/VERB/root/0 Rabu/PROPN/obl:tmod/2 ./PUNCT/punct/2",
    )
    hand.time("Senin", "2031-03-03")
    hand.time("Rabu", "2031-03-05")
    hand.member("Zamora")
    hand.member("Ratna")
    return hand


def told(hand: Hand, lexicon: Lexicon, dater: Scorer) -> Coded:
    reading = hand.reading(lexicon)
    events, _, _ = events_of(reading)
    return with_day(reading, calendar_of(reading, events), events[0], report_of(reading, events[0], 1.0, ()), dater)


def features_of_raid(lexicon: Lexicon) -> tuple[Calendar, tuple[str, ...], tuple[str, ...]]:
    """Return the times of the raid's article, with the features of its own day and of the other one."""
    reading = raid().reading(lexicon)
    events, _, _ = events_of(reading)
    calendar = calendar_of(reading, events)
    report = report_of(reading, events[0], 1.0, ())
    own, other = (date_features(reading, calendar, one, events[0], report) for one in calendar.occasions)
    return calendar, own, other


def test_without_weights_the_rules_stand(lexicon: Lexicon) -> None:
    report = told(raid(), lexicon, Scorer())
    assert (report.date, report.date_rule) == ("2031-03-03", "own-clause")


def test_the_day_of_the_rules_keeps_its_rule(lexicon: Lexicon) -> None:
    report = told(raid(), lexicon, Scorer(weights={"rule=own-clause": 3.0}, threshold=0.5))
    assert (report.date, report.date_rule) == ("2031-03-03", "own-clause")


def test_the_day_that_the_weights_prefer_is_taken_with_its_reason_and_characters(lexicon: Lexicon) -> None:
    hand = raid()
    report = told(hand, lexicon, Scorer(weights={"away=1-behind": 3.0}, threshold=0.5))
    assert (report.date, report.date_rule) == ("2031-03-05", "learned:away=1-behind")
    assert report.date_at is not None
    assert hand.text[slice(*report.date_at)] == "Rabu"


def test_no_day_is_likely_enough(lexicon: Lexicon) -> None:
    report = told(raid(), lexicon, Scorer(weights={"bias": -3.0}, threshold=0.3))
    assert (report.date, report.date_at, report.date_rule) == (None, None, None)


@pytest.mark.parametrize(
    ("tokens", "wanted"),
    [
        (
            (
                "Ratna/PROPN/nsubj/2 tiba/VERB/root/0 Senin/PROPN/obl:tmod/2 sejak/SCONJ/mark/6 Zamora/PROPN/nsubj/6 "
                "menyerang/VERB/advcl/2 gudang/NOUN/obj/6"
            ),
            None,
        ),
        (
            (
                "Ratna/PROPN/nsubj/2 tiba/VERB/root/0 Senin/PROPN/obl:tmod/2 sejak/ADP/case/5 Zamora/PROPN/nsubj/6 "
                "menyerang/VERB/advcl/2 gudang/NOUN/obj/6"
            ),
            None,
        ),
        (
            (
                "Ratna/PROPN/nsubj/2 tiba/VERB/root/0 sejak/SCONJ/mark/5 Zamora/PROPN/nsubj/5 menyerang/VERB/advcl/2 "
                "gudang/NOUN/obj/5 Senin/PROPN/obl:tmod/5"
            ),
            "2031-03-03",
        ),
    ],
)
def test_a_day_before_since_is_not_that_of_the_beginning(lexicon: Lexicon, tokens: str, wanted: str | None) -> None:
    hand = Hand(tokens)
    hand.time("Senin", "2031-03-03")
    hand.member("Zamora")
    assert told(hand, lexicon, Scorer(weights={"bias": 3.0}, threshold=0.5)).date == wanted


@pytest.mark.parametrize(("status", "wanted"), [(Status.FUTURE, "2031-03-03"), (Status.OCCURRED, None)])
def test_what_is_to_come_on_a_day_of_its_clause_keeps_it(lexicon: Lexicon, status: Status, wanted: str | None) -> None:
    reading = raid().reading(lexicon)
    events, _, _ = events_of(reading)
    report = replace(report_of(reading, events[0], 1.0, ()), status=status)
    dater = Scorer(weights={"bias": -3.0}, threshold=0.5)
    assert with_day(reading, calendar_of(reading, events), events[0], report, dater).date == wanted


def test_times_of_one_value_speak_together() -> None:
    assert summed(["a", "b", "a"], [0.2, 0.3, 0.25]) == {"a": 0.45, "b": 0.3}


def test_a_time_says_how_it_stands_to_the_event(lexicon: Lexicon) -> None:
    _, own, other = features_of_raid(lexicon)
    assert {"bond=own-clause", "rule=own-clause", "alone-here", "form=day"} <= set(own)
    assert {"away=1-behind", "rule-other", "away+time-here"} <= set(other)


@pytest.mark.parametrize(
    ("chance", "shares", "wanted"),
    [
        (0.4, [0.4], 0.4),
        (0.4, [0.4, 0.4], 0.6667),
        (0.6, [0.3, 0.3], 0.6),
        (0.5, [0.5, 0.5], 1.0),
        (0.0, [0.0], 0.0),
    ],
)
def test_a_day_is_weighed_against_none_and_not_against_other_days(
    chance: float, shares: list[float], wanted: float
) -> None:
    assert against_none(chance, shares) == wanted


def test_days_that_compete_tell_that_there_is_one(lexicon: Lexicon) -> None:
    weights = {"bond=own-clause": 1.0, "away=1-behind": 0.5}
    assert told(raid(), lexicon, Scorer(weights=weights, threshold=0.7)).date == "2031-03-03"
    assert told(raid(), lexicon, Scorer(weights={"bond=own-clause": 0.5}, threshold=0.7)).date is None


def test_a_time_says_what_it_hangs_on_and_how_it_stands_among_the_days(lexicon: Lexicon) -> None:
    calendar, own, other = features_of_raid(lexicon)
    assert calendar.told_days == ("2031-03-03", "2031-03-05")
    assert {"on=menyerang", "firm=own-clause", "firm=own-clause+verb"} <= set(own)
    assert {"earliest-day", "days=2", "lead+here"} <= set(own)
    assert {"on=tiba", "latest-day", "days=2", "lead+1-behind"} <= set(other)
    assert not any(name.startswith(("firm=", "path=")) for name in other)


def test_a_time_says_how_it_is_written_and_between_which_words(lexicon: Lexicon) -> None:
    _, own, other = features_of_raid(lexicon)
    assert {"written=bare", "before=gudang", "before=gudang+here", "behind=.", "closes", "closes+here"} <= set(own)
    assert {"before=tiba", "before=tiba+away", "closes+away"} <= set(other)
    assert not any(name.startswith("opens") for name in (*own, *other))
