"""Roles that an article tells once, each with its rule; who speaks for whom."""

import pytest
from hand_made import Hand
from msgspec.structs import replace
from small_lexicon import lexicon

from kronik.records.actors import ActorKind, MentionForm
from kronik.reports.coded import Coded
from kronik.reports.coder import reports_of

ARREST = "Polda/PROPN/nsubj/2 menangkap/VERB/root/0 Bagus/PROPN/obj/2"
CHARGED = "Ratih/PROPN/nsubj:pass/2 ditetapkan/VERB/root/0 tersangka/NOUN/xcomp/2"


def coded(made: Hand) -> tuple[Coded, ...]:
    return reports_of(made.prose, made.scene, lexicon()).reports


def law(*sentences: str, second: bool = False) -> Hand:
    made = Hand(*sentences)
    made.member("Polda", kind=ActorKind.ORGANISATION, sector="COP")
    made.member("Ratih", kind=ActorKind.PERSON)
    made.member("Bagus", kind=ActorKind.PERSON)
    if second:
        made.member("Kejati", kind=ActorKind.ORGANISATION, sector="JUD")
    return made


def test_the_only_body_of_law_does_what_has_no_agent() -> None:
    charge = coded(law(ARREST, CHARGED))[1]
    assert [(role.member, role.rule) for role in charge.actors] == [(0, "discourse-agent")]


def test_of_two_bodies_of_law_neither_is_guessed() -> None:
    made = law(ARREST, "Kejati/PROPN/nsubj/2 menangkap/VERB/root/0 Ratih/PROPN/obj/2", CHARGED, second=True)
    assert coded(made)[2].actors == ()


def war(*sentences: str) -> Hand:
    made = Hand(*sentences)
    made.member("Arvania")
    made.member("Belmora")
    made.member("Celeste")
    made.countries("ARV", "BEL", "CEL")
    return made


BETWEEN = "perang/NOUN/nsubj/5 Arvania/PROPN/nmod/1 dan/CCONJ/cc/4 Belmora/PROPN/conj/2 meluas/VERB/root/0"


def test_one_side_of_a_war_fights_the_other() -> None:
    made = war(BETWEEN, "serangan/NOUN/nsubj/3 Arvania/PROPN/nmod/1 berlanjut/VERB/root/0")
    assert [(role.member, role.rule) for role in coded(made)[1].recipients] == [(1, "discourse-opponent")]


def test_with_two_opponents_none_is_guessed() -> None:
    made = war(
        BETWEEN,
        "serangan/NOUN/nsubj/3 Arvania/PROPN/nmod/1 berlanjut/VERB/root/0",
        "Arvania/PROPN/nsubj/2 menyerang/VERB/root/0 Celeste/PROPN/obj/2",
    )
    assert all(role.rule != "discourse-opponent" for report in coded(made) for role in report.recipients)


def test_a_spokesperson_stands_for_the_body_in_his_title() -> None:
    made = Hand(
        "juru/NOUN/nsubj/5 bicara/VERB/acl/1 Polda/PROPN/nmod/1 Sari/PROPN/appos/1 memuji/VERB/root/0 Bagus/PROPN/obj/5"
    )
    made.member("Polda", kind=ActorKind.ORGANISATION, sector="COP")
    made.member("Sari", kind=ActorKind.PERSON, outer="juru bicara Polda Sari", title="juru bicara")
    made.member("Bagus", kind=ActorKind.PERSON)
    (report,) = coded(made)
    assert [(role.member, role.rule) for role in report.actors] == [(0, "subject-spokesperson")]


@pytest.mark.parametrize(
    ("form", "actor"),
    [
        pytest.param(MentionForm.TITLE, (1, "subject-spokesperson"), id="a bare title stands for the body behind it"),
        pytest.param(MentionForm.NAME, (0, "subject"), id="a name does not"),
    ],
)
def test_a_spokesperson_without_a_name(form: MentionForm, actor: tuple[int, str]) -> None:
    made = Hand("juru/NOUN/nsubj/4 bicara/VERB/acl/1 Polda/PROPN/nmod/1 memuji/VERB/root/0 Bagus/PROPN/obj/4")
    made.member("juru bicara", kind=ActorKind.PERSON)
    made.references[0] = replace(made.references[0], form=form)
    made.member("Polda", kind=ActorKind.ORGANISATION, sector="COP")
    made.member("Bagus", kind=ActorKind.PERSON)
    (report,) = coded(made)
    assert [(role.member, role.rule) for role in report.actors] == [actor]


def test_a_named_official_acts_in_person() -> None:
    made = Hand("Kepala/NOUN/nsubj/4 Polda/PROPN/nmod/1 Sari/PROPN/appos/1 memuji/VERB/root/0 Bagus/PROPN/obj/4")
    made.member("Polda", kind=ActorKind.ORGANISATION, sector="COP")
    made.member("Sari", kind=ActorKind.PERSON, outer="Kepala Polda Sari", title="Kepala")
    made.member("Bagus", kind=ActorKind.PERSON)
    (report,) = coded(made)
    assert [role.member for role in report.actors] == [1]


def test_a_group_of_suspects_and_one_of_them_are_one_charge() -> None:
    made = Hand(
        ARREST,
        CHARGED,
        "tiga/NUM/nummod/2 orang/NOUN/nsubj:pass/3 ditetapkan/VERB/root/0 tersangka/NOUN/xcomp/3",
    )
    made.member("Polda", kind=ActorKind.ORGANISATION, sector="COP")
    made.member("Ratih", kind=ActorKind.PERSON)
    made.member("Bagus", kind=ActorKind.PERSON)
    made.member("tiga orang", kind=ActorKind.GROUP)
    assert [one.type for one in coded(made)] == ["COERCE", "ACCUSE"]
