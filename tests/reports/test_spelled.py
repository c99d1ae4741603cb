"""Groups that the article names one by one: who stands in their place, and when nobody does."""

import pytest
from hand_made import Hand
from small_lexicon import lexicon

from kronik.records.actors import ActorKind
from kronik.reports.coder import reports_of
from kronik.reports.spelled import spelled_in

ARREST = "Polda/PROPN/nsubj/2 menangkap/VERB/root/0 dua/NUM/nummod/4 tersangka/NOUN/obj/2"
NAMES = "Budi/PROPN/conj/3 dan/CCONJ/cc/3 Sari/PROPN/root/0"


def made(*sentences: str, number: int | None = 2, sector: str = "CVL") -> Hand:
    """Return the arrest of a group and sentences behind it, with the persons that they name."""
    hand = Hand(ARREST, *sentences)
    hand.member("Polda", kind=ActorKind.ORGANISATION, sector="COP")
    hand.member("dua tersangka", kind=ActorKind.GROUP, sector="CRM", count=number)
    hand.member("Budi", kind=ActorKind.PERSON, sector=sector)
    hand.member("Sari", kind=ActorKind.PERSON, sector=sector)
    return hand


def test_persons_named_behind_their_number_take_the_groups_place() -> None:
    hand = made(f"mereka/PRON/nsubj/5 adalah/AUX/cop/5 {NAMES.replace('/3', '/5').replace('root/0', 'root/0')}")
    (report,) = reports_of(hand.prose, hand.scene, lexicon()).reports
    assert [(role.member, role.rule) for role in report.recipients] == [(2, "object-named"), (3, "object-named")]
    assert [role.member for role in report.actors] == [0]


CASES = [
    ("yakni/ADV/advmod/4 Budi/PROPN/root/0 dan/CCONJ/cc/4 Sari/PROPN/conj/2", 2, "CVL", {1: (2, 3)}),
    ("kata/VERB/root/0 Budi/PROPN/nsubj/1 dan/CCONJ/cc/4 Sari/PROPN/conj/2", 2, "CVL", {}),
    ("yakni/ADV/advmod/4 Budi/PROPN/root/0 dan/CCONJ/cc/4 Sari/PROPN/conj/2", 3, "CVL", {}),
    ("yakni/ADV/advmod/4 Budi/PROPN/root/0 dan/CCONJ/cc/4 Sari/PROPN/conj/2", None, "CVL", {}),
    ("yakni/ADV/advmod/4 Budi/PROPN/root/0 dan/CCONJ/cc/4 Sari/PROPN/conj/2", 2, "COP", {}),
]


@pytest.mark.parametrize(("sentence", "number", "sector", "wanted"), CASES)
def test_only_a_list_of_the_same_number_that_a_word_brings_spells_a_group(sentence, number, sector, wanted) -> None:
    hand = made(sentence, number=number, sector=sector)
    assert dict(spelled_in(hand.reading(lexicon()))) == wanted


def test_another_group_before_the_names_takes_them() -> None:
    hand = Hand(ARREST, "seorang/DET/det/2 saksi/NOUN/nsubj/3 yakni/ADV/advmod/4 Budi/PROPN/root/0 Sari/PROPN/conj/4")
    hand.member("dua tersangka", kind=ActorKind.GROUP, sector="CRM", count=2)
    hand.member("saksi", kind=ActorKind.GROUP, sector="CVL")
    hand.member("Budi", kind=ActorKind.PERSON, sector="CVL")
    hand.member("Sari", kind=ActorKind.PERSON, sector="CVL")
    assert dict(spelled_in(hand.reading(lexicon()))) == {}
