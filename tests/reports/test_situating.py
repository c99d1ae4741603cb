"""The learned choice of an event's place: which of the article's places, none, and what speaks for it."""

from dataclasses import replace

import pytest
from hand_made import Hand

from kronik.languages.coding import Lexicon, Scorer
from kronik.languages.id.coding import load_coding
from kronik.reports.coded import Coded
from kronik.reports.coder import events_of, report_of
from kronik.reports.place_features import eligible, place_features
from kronik.reports.place_map import Site, sites_of
from kronik.reports.situating import chances, situated


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return replace(load_coding(), scorer=Scorer(), chooser=Scorer(), placer=Scorer())


def raid() -> Hand:
    """An attack in one place, and speech of it in another, by one of the members."""
    hand = Hand(
        "Zamora/PROPN/nsubj/2 menyerang/VERB/root/0 gudang/NOUN/obj/2 di/ADP/case/5 Belvar/PROPN/obl/2 ./PUNCT/punct/2",
        "Ratna/PROPN/nsubj/2 berkata/VERB/root/0 di/ADP/case/4 Ostania/PROPN/obl/2 kemarin/NOUN/obl:tmod/2 "
        "./PUNCT/punct/2",
        "Perang/NOUN/nsubj/2 pecah/VERB/root/0 di/ADP/case/4 tengah/NOUN/obl/2 sengketa/NOUN/nmod/4 "
        "Ruvia/PROPN/nmod/5 ./PUNCT/punct/2",
    )
    for name, country in (("Belvar", "BEL"), ("Ostania", "OST"), ("Ruvia", "RUV")):
        hand.place(name, country=country)
    hand.placed = [replace(one, located=True) for one in hand.placed]
    hand.member("Zamora")
    hand.member("Ratna")
    return hand


def asked(hand: Hand, lexicon: Lexicon) -> tuple[tuple[Site, ...], Coded, dict[str, tuple[str, ...]]]:
    reading = hand.reading(lexicon)
    events, _, _ = events_of(reading)
    sites = sites_of(reading, events)
    report = report_of(reading, events[0], 1.0, ())
    names = {
        reading.prose.text[site.place.start : site.place.end]: place_features(reading, sites, site, events[0], report)
        for site in sites
    }
    return sites, report, names


def told(hand: Hand, lexicon: Lexicon, placer: Scorer) -> Coded:
    reading = hand.reading(lexicon)
    events, _, _ = events_of(reading)
    return situated(reading, sites_of(reading, events), events[0], report_of(reading, events[0], 1.0, ()), placer)


def name(hand: Hand, report: Coded) -> str | None:
    return None if report.place is None else hand.text[report.place.start : report.place.end]


def test_without_weights_the_rules_stand(lexicon: Lexicon) -> None:
    report = told(raid(), lexicon, Scorer())
    assert (name(raid(), report), report.place_rule) == ("Belvar", "own-di")


def test_the_place_that_the_weights_prefer_is_taken_with_its_reason(lexicon: Lexicon) -> None:
    report = told(raid(), lexicon, Scorer(weights={"saying": 0.5, "zone=1-behind": 3.0}, threshold=0.5))
    assert (name(raid(), report), report.place_rule) == ("Ostania", "learned:zone=1-behind")


def test_the_place_of_the_rules_keeps_its_rule(lexicon: Lexicon) -> None:
    report = told(raid(), lexicon, Scorer(weights={"hangs-on-own": 3.0}, threshold=0.5))
    assert (name(raid(), report), report.place_rule) == ("Belvar", "own-di")


def test_no_place_is_likely_enough(lexicon: Lexicon) -> None:
    report = told(raid(), lexicon, Scorer(weights={"bias": -3.0}, threshold=0.3))
    assert (report.place, report.place_rule) == (None, None)


def test_features_tell_where_a_place_stands(lexicon: Lexicon) -> None:
    _, _, features = asked(raid(), lexicon)
    assert {"zone=close+at+act", "hangs-on-own", "hangs-on-own+at", "rule=own-di", "alone-here"} <= set(
        features["Belvar"]
    )
    assert {"zone=1-behind+at", "away+place-here", "rule=other"} <= set(features["Ostania"])


def test_a_preposition_of_circumstance_tells_no_place(lexicon: Lexicon) -> None:
    sites, _, _ = asked(raid(), lexicon)
    assert [site.way for site in sites] == ["at", "at", "amid"]


def test_a_place_of_speech_belongs_to_its_speakers(lexicon: Lexicon) -> None:
    made = raid()
    made.say("Zamora menyerang gudang", 1, cue="berkata")
    sites, _, _ = asked(made, lexicon)
    assert [site.venue for site in sites] == [frozenset(), frozenset({1}), frozenset()]


def test_a_name_elsewhere_of_which_nothing_is_said_is_not_asked(lexicon: Lexicon) -> None:
    made = raid()
    made.placed = [replace(one, located=False) for one in made.placed]
    reading = made.reading(lexicon)
    events, _, _ = events_of(reading)
    assert [eligible(site, events[0]) for site in sites_of(reading, events)] == [True, False, False]


def test_chances_and_that_of_none_make_one() -> None:
    assert chances([("a",), ("b",)], {"a": 0.0, "b": 0.0}) == (0.3333, 0.3333)
    assert chances([("a",), ("b",)], {"a": 800.0, "b": -800.0}) == (1.0, 0.0)
    assert chances([], {}) == ()


def test_the_packaged_weights_choose_the_place_of_the_clause() -> None:
    packaged = replace(load_coding(), scorer=Scorer(), chooser=Scorer())
    made = raid()
    assert name(made, told(made, packaged, packaged.placer)) == "Belvar"
