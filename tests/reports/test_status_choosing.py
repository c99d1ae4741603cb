"""The learned choice of an event's status: when it takes the place of what the rules say, and what speaks for it."""

from dataclasses import replace

import pytest
from hand_made import Hand

from kronik.languages.coding import Lexicon, Scorer
from kronik.languages.id.coding import load_coding
from kronik.records.reports import Status
from kronik.reports.coded import Coded
from kronik.reports.coder import events_of, report_of
from kronik.reports.status_choosing import TOLD, likely_status, status_rows, told_as

RAID = (
    "Zamora/PROPN/nsubj/3 masih/ADV/advmod/3 menyerang/VERB/root/0 gudang/NOUN/obj/3 Senin/PROPN/obl:tmod/3 "
    "./PUNCT/punct/3"
)
MEETING = "Zamora/PROPN/nsubj/2 bertemu/VERB/root/0 Ratna/PROPN/obj/2 Senin/PROPN/obl:tmod/2 ./PUNCT/punct/2"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return replace(load_coding(), scorer=Scorer(), chooser=Scorer(), teller=Scorer())


def told(words: str, lexicon: Lexicon, teller: Scorer, *, status: Status = Status.OCCURRED) -> Coded:
    """Return the first report of a sentence with the status that the weights choose where the rules say `status`."""
    hand = Hand(words)
    hand.time("Senin", "2031-03-03")
    hand.member("Zamora")
    reading = hand.reading(lexicon)
    events, _, _ = events_of(reading)
    report = replace(report_of(reading, events[0], 1.0, ()), status=status)
    mutual = events[0][0].candidate.form.frame.mutual
    return told_as(report, likely_status(reading, events[0], report, teller), mutual=mutual)


def test_without_weights_the_rules_stand(lexicon: Lexicon) -> None:
    assert told(RAID, lexicon, Scorer(), status=Status.ALLEGED).status is Status.ALLEGED


@pytest.mark.parametrize(
    ("weights", "threshold", "wanted"),
    [
        ({"before=masih>ongoing": 3.0}, 0.5, Status.ONGOING),
        ({"below=masih>ongoing": 3.0}, 0.5, Status.ONGOING),
        ({"before=masih>ongoing": 3.0}, 0.9, Status.ALLEGED),
        ({"behind=gudang>negated": 3.0}, 0.5, Status.NEGATED),
        ({"bias": -9.0}, 0.5, Status.OCCURRED),
        ({"as-rule": 9.0}, 0.5, Status.ALLEGED),
        ({"rule=alleged+force>hypothetical": 3.0}, 0.5, Status.HYPOTHETICAL),
    ],
)
def test_the_likeliest_status_takes_the_place_of_the_rules_from_the_threshold_on(
    weights: dict[str, float], threshold: float, wanted: Status, lexicon: Lexicon
) -> None:
    teller = Scorer(weights=weights, threshold=threshold)
    assert told(RAID, lexicon, teller, status=Status.ALLEGED).status is wanted


def test_a_plan_to_meet_is_no_meeting_to_come(lexicon: Lexicon) -> None:
    teller = Scorer(weights={"future": 9.0}, threshold=0.5)
    assert told(RAID, lexicon, teller).status is Status.FUTURE
    assert told(MEETING, lexicon, teller).status is Status.OCCURRED


def test_what_goes_on_between_two_sides_has_an_open_day(lexicon: Lexicon) -> None:
    teller = Scorer(weights={"ongoing": 9.0}, threshold=0.5)
    assert told(MEETING, lexicon, Scorer()).date == "2031-03-03"
    assert told(MEETING, lexicon, teller).date == "2031-03-03/.."


def test_each_status_has_the_words_about_the_telling(lexicon: Lexicon) -> None:
    hand = Hand(RAID)
    hand.member("Zamora")
    reading = hand.reading(lexicon)
    events, _, _ = events_of(reading)
    rows = status_rows(reading, events[0], report_of(reading, events[0], 1.0, ()))
    assert len(rows) == len(TOLD)
    for status, row in zip(TOLD, rows, strict=True):
        wanted = {"before=PROPN", "before=masih", "behind=gudang", "telling=ongoing", "type=ASSAULT", "kind=force"}
        assert {f"{name}>{status.value}" for name in wanted} <= set(row)
        assert len(row) == len(set(row))
