"""The status that several tellings of one event make together."""

from dataclasses import replace

import pytest
from hand_made import Hand
from small_lexicon import lexicon

from kronik.records.reports import Status
from kronik.reports.coder import drafts_of
from kronik.reports.draft import Draft
from kronik.reports.tellings import status_told

OCCURRED, ALLEGED, FUTURE = Status.OCCURRED, Status.ALLEGED, Status.FUTURE


@pytest.fixture(scope="module")
def telling() -> Draft:
    hand = Hand("Arvania/PROPN/nsubj/2 menyerang/VERB/root/0 Belmora/PROPN/obj/2")
    hand.member("Arvania")
    hand.member("Belmora")
    (draft,), _ = drafts_of(hand.reading(lexicon()), frozenset())
    return draft


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ([ALLEGED], ALLEGED),
        ([ALLEGED, ALLEGED], ALLEGED),
        ([ALLEGED, OCCURRED], OCCURRED),
        ([Status.HYPOTHETICAL, FUTURE], Status.HYPOTHETICAL),
        ([FUTURE, FUTURE, OCCURRED], OCCURRED),
        ([OCCURRED, ALLEGED], OCCURRED),
        ([Status.ONGOING, OCCURRED], Status.ONGOING),
        ([Status.NEGATED, OCCURRED], Status.NEGATED),
    ],
)
def test_what_is_asserted_once_is_not_open(telling: Draft, told: list[Status], wanted: Status) -> None:
    assert status_told([replace(telling, status=one) for one in told]) is wanted


def test_words_that_take_an_event_for_granted_do_not_assert_it(telling: Draft) -> None:
    named = replace(telling, status=OCCURRED, presumed=True)
    assert status_told([replace(telling, status=ALLEGED), named]) is ALLEGED


def test_a_faint_sign_says_nothing(telling: Draft) -> None:
    faint = replace(telling, status=FUTURE, faint=True)
    assert status_told([faint]) is OCCURRED
    assert status_told([faint, replace(telling, status=ALLEGED)]) is ALLEGED
