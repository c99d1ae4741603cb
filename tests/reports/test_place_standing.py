"""Places beside the words that tell an event, and the phrases that they stand in."""

from dataclasses import replace

import pytest
from hand_made import Hand

from kronik.languages.coding import Lexicon, Scorer
from kronik.languages.id.coding import load_coding
from kronik.reports.coder import events_of, report_of
from kronik.reports.place_features import place_features
from kronik.reports.place_map import sites_of

STRUCK = (
    "Zamora/PROPN/nsubj/2 menyerang/VERB/root/0 gudang/NOUN/obj/2 di/ADP/case/5 Belvar/PROPN/obl/2 ketika/SCONJ/mark/8 "
    "warga/NOUN/nsubj/8 berkumpul/VERB/advcl/2 di/ADP/case/10 Ostania/PROPN/obl/8 ./PUNCT/punct/2"
)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return replace(load_coding(), scorer=Scorer(), chooser=Scorer(), placer=Scorer())


def features(hand: Hand, lexicon: Lexicon) -> dict[str, set[str]]:
    """The features of each place of a prose for its first event."""
    reading = hand.reading(lexicon)
    events, _, _ = events_of(reading)
    sites = sites_of(reading, events)
    report = report_of(reading, events[0], 1.0, ())
    return {
        reading.prose.text[site.place.start : site.place.end]: set(
            place_features(reading, sites, site, events[0], report)
        )
        for site in sites
    }


def struck(*places: str) -> Hand:
    hand = Hand(STRUCK)
    for name in places:
        hand.place(name)
    hand.placed = [replace(one, located=True) for one in hand.placed]
    hand.member("Zamora")
    return hand


@pytest.mark.parametrize(
    ("place", "held", "missing"),
    [
        ("Belvar", {"clause=same", "hang=own+force", "nearest-there", "verbs=0", "apart=2+behind"}, {"clause=below"}),
        ("Ostania", {"clause=below", "verbs=1", "apart=3+behind"}, {"nearest-there", "clause=same"}),
    ],
)
def test_a_place_of_the_events_own_clause_stands_apart_from_that_of_another(
    place: str, held: set[str], missing: set[str], lexicon: Lexicon
) -> None:
    found = features(struck("Belvar", "Ostania"), lexicon)[place]
    assert held <= found
    assert not missing & found


def test_the_preposition_is_told_by_its_word(lexicon: Lexicon) -> None:
    found = features(struck("Belvar"), lexicon)["Belvar"]
    assert {"marker=di", "marker=di+force", "marker=di+here+act", "here=1"} <= found


def test_a_place_within_a_members_name_or_phrase_is_told_of(lexicon: Lexicon) -> None:
    hand = Hand(
        "Gubernur/NOUN/nsubj/3 Belvar/PROPN/nmod/1 menyerang/VERB/root/0 gudang/NOUN/obj/3 Ostania/PROPN/nmod/4 "
        "./PUNCT/punct/3"
    )
    for name in ("Belvar", "Ostania"):
        hand.place(name)
    hand.member("Gubernur Belvar")
    hand.member("Ostania")
    found = features(hand, lexicon)
    assert {"in-member", "in-member+none", "held", "held-by-member", "marker=none"} <= found["Belvar"]
    assert {"member", "member+none", "held"} <= found["Ostania"]
    assert "in-member" not in found["Ostania"]


def test_a_place_that_opens_with_a_common_noun_tells_it(lexicon: Lexicon) -> None:
    hand = Hand(
        "Zamora/PROPN/nsubj/2 menyerang/VERB/root/0 warga/NOUN/obj/2 di/ADP/case/5 gudang/NOUN/obl/2 "
        "Belvar/PROPN/nmod/5 ./PUNCT/punct/2"
    )
    hand.place("gudang Belvar")
    hand.member("Zamora")
    assert "opens=gudang" in features(hand, lexicon)["gudang Belvar"]


@pytest.mark.parametrize(("breaks", "told"), [(0, "paragraphs=0+behind"), (1, "paragraphs=1+behind")])
def test_paragraphs_between_a_place_and_an_event_are_counted(breaks: int, told: str, lexicon: Lexicon) -> None:
    hand = Hand(
        "Zamora/PROPN/nsubj/2 menyerang/VERB/root/0 gudang/NOUN/obj/2 ./PUNCT/punct/2",
        "Pasar/NOUN/nsubj/2 ditutup/VERB/root/0 di/ADP/case/4 Ostania/PROPN/obl/2 ./PUNCT/punct/2",
    )
    at = hand.trees[0].end
    hand.text = hand.text[:at] + "\n" * breaks + " " * (1 - breaks) + hand.text[at + 1 :]
    hand.place("Ostania")
    hand.placed = [replace(one, located=True) for one in hand.placed]
    hand.member("Zamora")
    assert told in features(hand, lexicon)["Ostania"]
