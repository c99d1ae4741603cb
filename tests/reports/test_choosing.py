"""The learned choice of roles: who is kept, who is put in, and that it says by which feature."""

from dataclasses import replace

import pytest
from hand_made import Hand
from msgspec import structs

from kronik.languages.coding import Lexicon, Scorer
from kronik.languages.id.coding import load_coding
from kronik.records.actors import ActorKind
from kronik.reports.choosing import chosen
from kronik.reports.coded import Coded, Role
from kronik.reports.coder import events_of, report_of
from kronik.reports.role_features import ACTOR, RECIPIENT, Asked, asked_of, candidates_for, parts_of, role_features


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return replace(load_coding(), scorer=Scorer(), chooser=Scorer())


def attack() -> Hand:
    hand = Hand(
        "Pasukan/NOUN/nsubj/3 Zamora/PROPN/nmod/1 menyerang/VERB/root/0 gudang/NOUN/obj/3 di/ADP/case/6 "
        "Belvar/PROPN/nmod/4 ./PUNCT/punct/3",
        "Ostania/PROPN/nsubj/2 diam/VERB/root/0 ./PUNCT/punct/2",
    )
    hand.member("Zamora")
    hand.member("Belvar")
    hand.member("Ostania")
    return hand


def told(hand: Hand, lexicon: Lexicon, chooser: Scorer, **roles: tuple[Role, ...]) -> Coded:
    reading = hand.reading(lexicon)
    events, _, _ = events_of(reading)
    report = replace(report_of(reading, events[0], 1.0, ()), **roles)
    return chosen(reading, parts_of(reading, events), events[0], report, chooser)


def asked(hand: Hand, lexicon: Lexicon, actors: tuple[Role, ...] = (), recipients: tuple[Role, ...] = ()) -> Asked:
    reading = hand.reading(lexicon)
    events, _, _ = events_of(reading)
    return asked_of(reading, parts_of(reading, events), events[0], actors, recipients)


def numbers(roles: tuple[Role, ...]) -> tuple[int, ...]:
    return tuple(role.member for role in roles)


GIVEN = Role(member=0, rule="subject")


def test_without_weights_the_rules_stand(lexicon: Lexicon) -> None:
    report = told(attack(), lexicon, Scorer(), actors=(GIVEN,), recipients=())
    assert (report.actors, report.recipients) == ((GIVEN,), ())


def test_what_is_given_is_kept_with_its_rule(lexicon: Lexicon) -> None:
    chooser = Scorer(weights={"actor bias": -2.0, "actor given=subject": 4.0, "recipient bias": -2.0})
    report = told(attack(), lexicon, chooser, actors=(GIVEN,), recipients=())
    assert (report.actors, report.recipients) == ((GIVEN,), ())


def test_a_filler_that_is_unlikely_goes(lexicon: Lexicon) -> None:
    chooser = Scorer(weights={"actor given=subject": -4.0, "actor bias": -0.5, "recipient bias": -2.0})
    assert told(attack(), lexicon, chooser, actors=(GIVEN,), recipients=()).actors == ()


def test_one_who_is_likely_is_put_in_and_says_why(lexicon: Lexicon) -> None:
    weights = {"actor bias": -1.0, "actor given": 3.0, "recipient bias": -2.0, "recipient marker=di+behind": 5.0}
    report = told(attack(), lexicon, Scorer(weights=weights), actors=(GIVEN,), recipients=())
    assert numbers(report.actors) == (0,)
    assert report.recipients == (Role(member=1, rule="learned:marker=di+behind"),)


def test_nobody_stands_on_both_sides(lexicon: Lexicon) -> None:
    weights = {"actor bias": 1.0, "recipient bias": 1.0, "recipient marker=di+behind": 1.0}
    report = told(attack(), lexicon, Scorer(weights=weights), actors=(), recipients=())
    assert set(numbers(report.actors)) & set(numbers(report.recipients)) == set()
    assert numbers(report.recipients) == (1,)


def test_a_state_is_not_added_beside_its_minister(lexicon: Lexicon) -> None:
    hand = Hand(
        "Ratna/PROPN/nsubj/2 mengecam/VERB/root/0 Belvar/PROPN/obj/2 di/ADP/case/5 Zamora/PROPN/obl/2 ./PUNCT/punct/2"
    )
    hand.member("Ratna", kind=ActorKind.PERSON)
    hand.member("Belvar")
    hand.member("Zamora")
    hand.members[0] = structs.replace(hand.members[0], country="ZMR")
    hand.members[2] = structs.replace(hand.members[2], country="ZMR")
    chooser = Scorer(weights={"actor bias": 0.5, "actor given": 2.0, "recipient bias": -3.0, "actor kind=person": 1.0})
    assert numbers(told(hand, lexicon, chooser, actors=(GIVEN,), recipients=()).actors) == (0, 1)


def test_those_of_the_next_sentence_are_candidates(lexicon: Lexicon) -> None:
    event = asked(attack(), lexicon)
    assert set(candidates_for(event)) == {0, 1, 2}
    assert f"{ACTOR} outside-behind" in role_features(event, 2)[ACTOR]


def test_features_tell_the_place_in_the_tree_and_what_the_rules_say(lexicon: Lexicon) -> None:
    found = role_features(asked(attack(), lexicon, actors=(GIVEN,)), 0)
    assert {f"{ACTOR} given=subject", f"{ACTOR} coarse=nsubj", f"{ACTOR} main-subject"} <= found[ACTOR].keys()
    assert {f"{RECIPIENT} given-other-side", f"{RECIPIENT} missing+open"} <= found[RECIPIENT].keys()
    assert all(name.startswith(f"{side} ") for side, names in found.items() for name in names)
