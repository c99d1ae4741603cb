"""Which tellings are joined into one event by learned chances, and what the chances are made of."""

from dataclasses import replace
from itertools import combinations

import pytest
from hand_made import Hand
from hypothesis import given
from hypothesis import strategies as st

from kronik.languages.coding import Lexicon, Scorer
from kronik.languages.id.coding import load_coding
from kronik.reports.coder import drafts_of
from kronik.reports.conditions import domains_of
from kronik.reports.draft import Draft
from kronik.reports.link_features import link_features
from kronik.reports.linking import BACK, joined, linked
from kronik.reports.reading import Reading
from kronik.reports.tellings import grouped


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return replace(load_coding(), scorer=Scorer(), linker=Scorer())


def raids() -> Hand:
    """One attack with its actor, a second of another actor, and a bare word that points back."""
    hand = Hand(
        "Zamora/PROPN/nsubj/2 menyerang/VERB/root/0 gudang/NOUN/obj/2 ./PUNCT/punct/2",
        "Ratna/PROPN/nsubj/2 menyerang/VERB/root/0 jembatan/NOUN/obj/2 ./PUNCT/punct/2",
        "Serangan/NOUN/nsubj/3 itu/DET/det/1 berakhir/VERB/root/0 ./PUNCT/punct/3",
    )
    hand.member("Zamora")
    hand.member("Ratna")
    return hand


def read(lexicon: Lexicon, linker: Scorer) -> tuple[Reading, tuple[Draft, ...]]:
    reading = raids().reading(replace(lexicon, linker=linker))
    return reading, drafts_of(reading, domains_of(reading))[0]


def sizes(lexicon: Lexicon, linker: Scorer) -> list[int]:
    reading, drafts = read(lexicon, linker)
    return [len(group) for group in linked(reading, drafts)]


def test_without_weights_the_rules_group(lexicon: Lexicon) -> None:
    reading, drafts = read(lexicon, Scorer())
    assert linked(reading, drafts) == grouped(drafts, reading.scene.cast.members)


def test_a_sure_link_joins_all_and_a_sure_doubt_none(lexicon: Lexicon) -> None:
    count = len(read(lexicon, Scorer())[1])
    assert sizes(lexicon, Scorer(weights={"bias": 9.0}, threshold=0.5)) == [count]
    assert sizes(lexicon, Scorer(weights={"bias": -9.0}, threshold=0.5)) == [1] * count


def test_actors_apart_keep_two_attacks_apart(lexicon: Lexicon) -> None:
    reading, drafts = read(lexicon, Scorer(weights={"bias": 1.0, "actors=apart": -9.0}, threshold=0.6))
    groups = [{one.start for one in group} for group in linked(reading, drafts)]
    verbs = [one.start for one in drafts if one.candidate.verbal]
    assert not any(set(verbs[:2]) <= group for group in groups)


def test_features_tell_how_two_tellings_stand_to_one_another(lexicon: Lexicon) -> None:
    reading, drafts = read(lexicon, Scorer())
    verbs = [one for one in drafts if one.candidate.verbal and one.type == "ASSAULT"]
    noun = next(one for one in drafts if not one.candidate.verbal)
    apart = link_features(reading, verbs[0], verbs[1], 3)
    assert {"actors=apart", "entry=same", "head=same", "gap=1", "forms=verbverb", "crowd=3"} <= set(apart)
    back = link_features(reading, verbs[0], noun, 3)
    assert {"actors=open", "later-points-back", "later-presumed", "gap=few"} <= set(back)
    assert len(apart) == len(set(apart))


def test_features_tell_what_two_tellings_have_in_common(lexicon: Lexicon) -> None:
    """Words and names around them, those of the tellings themselves left out, and the tokens between both."""
    hand = Hand(
        "Zamora/PROPN/nsubj/2 menyerang/VERB/root/0 gudang/NOUN/obj/2 di/ADP/case/5 Belmora/PROPN/obl/2 "
        "lalu/CCONJ/cc/7 menyerang/VERB/conj/2 jembatan/NOUN/obj/7 ./PUNCT/punct/2",
        "Warga/NOUN/nsubj/2 melihat/VERB/root/0 serangan/NOUN/obj/2 gudang/NOUN/nmod/3 di/ADP/case/6 "
        "Belmora/PROPN/nmod/4 ./PUNCT/punct/2",
    )
    hand.member("Zamora")
    reading = hand.reading(replace(lexicon, linker=Scorer()))
    drafts = drafts_of(reading, domains_of(reading))[0]
    first, second = sorted((one for one in drafts if one.candidate.verbal), key=lambda one: one.start)
    noun = next(one for one in drafts if not one.candidate.verbal)
    assert {"shared-words=2", "shared-names=1", "share-of-words=some"} <= set(link_features(reading, first, noun, 3))
    assert "between=1" in link_features(reading, first, second, 3)
    assert not any(name.startswith("between=") for name in link_features(reading, first, noun, 3))


CHANCES = st.dictionaries(
    st.sampled_from(list(combinations(range(6), 2))), st.floats(0.0, 1.0, allow_nan=False), max_size=15
)


@given(CHANCES, st.floats(0.01, 1.0))
def test_groups_part_the_numbers(chances: dict[tuple[int, int], float], least: float) -> None:
    groups = joined(6, chances, least)
    assert sorted(at for group in groups for at in group) == list(range(6))


@given(CHANCES, st.floats(0.05, 1.0))
def test_no_two_groups_are_left_that_belong_together(chances: dict[tuple[int, int], float], least: float) -> None:
    groups = joined(6, chances, least)
    for one, other in combinations(groups, 2):
        total = sum(chances.get((min(a, b), max(a, b)), 0.0) for a in one for b in other)
        assert total / (len(one) * len(other)) < least + 1e-5


def test_the_likeliest_pair_is_joined_first_and_the_average_decides_the_next() -> None:
    chances = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1}
    assert sorted(map(sorted, joined(3, chances, 0.5))) == [[0, 1], [2]]
    assert sorted(map(sorted, joined(3, chances, 0.4))) == [[0, 1, 2]]


def test_a_very_long_article_compares_no_telling_with_those_far_back(lexicon: Lexicon) -> None:
    hand = Hand(*["Zamora/PROPN/nsubj/2 menyerang/VERB/root/0 gudang/NOUN/obj/2 ./PUNCT/punct/2"] * (BACK + 20))
    reading = hand.reading(replace(lexicon, linker=Scorer(weights={"bias": 0.0}, threshold=0.5)))
    groups = linked(reading, drafts_of(reading, domains_of(reading))[0])
    assert len(groups) > 1
