"""The day of an event: its own clause's, or that on which its speaker spoke; never that of citing."""

import pytest
from hand_made import Hand
from small_lexicon import lexicon

from kronik.records.actors import ActorKind
from kronik.records.reports import Status
from kronik.reports.coder import reports_of
from kronik.reports.dating import fitted


def dated(made: Hand) -> list[tuple[str, str | None, str | None]]:
    return [(one.type, one.date, one.date_rule) for one in reports_of(made.prose, made.scene, lexicon()).reports]


def test_a_time_of_the_own_clause() -> None:
    made = Hand("Arvania/PROPN/nsubj/2 menyerang/VERB/root/0 Belmora/PROPN/obj/2 Senin/PROPN/obl:tmod/2")
    made.time("Senin", "2025-06-16")
    assert dated(made) == [("ASSAULT", "2025-06-16", "own-clause")]


def test_a_time_before_the_verb_belongs_to_it() -> None:
    made = Hand("Arvania/PROPN/nsubj/4 pada/ADP/case/3 Senin/PROPN/nmod/1 menyerang/VERB/root/0 Belmora/PROPN/obj/4")
    made.time("Senin", "2025-06-16")
    assert dated(made) == [("ASSAULT", "2025-06-16", "own-clause")]


def test_a_time_of_another_verb_is_not_the_events() -> None:
    made = Hand(
        "Ratih/PROPN/nsubj/2 datang/VERB/root/0 Senin/PROPN/obl:tmod/2 setelah/SCONJ/mark/6 Arvania/PROPN/nsubj/6 "
        "menyerang/VERB/advcl/2 Belmora/PROPN/obj/6"
    )
    made.time("Senin", "2025-06-16")
    assert dated(made) == [("ASSAULT", None, None)]


def test_a_time_told_by_what_happened_then() -> None:
    made = Hand(
        "krisis/NOUN/nsubj/2 memburuk/VERB/root/0 Jumat/PROPN/obl:tmod/2 ketika/SCONJ/mark/6 Arvania/PROPN/nsubj/6 "
        "menyerang/VERB/advcl/2 Belmora/PROPN/obj/6"
    )
    made.time("Jumat", "2025-06-13")
    assert dated(made) == [("ASSAULT", "2025-06-13", "when")]


def test_a_time_of_the_clause_that_tells_more_of_a_noun() -> None:
    made = Hand(
        "perang/NOUN/nsubj/5 yang/PRON/nsubj/3 pecah/VERB/acl:relcl/1 Jumat/PROPN/obl:tmod/3 meluas/VERB/root/0"
    )
    made.time("Jumat", "2025-06-13")
    assert dated(made) == [("ASSAULT", "2025-06-13/..", "relative-clause")]


def test_the_day_of_citing_is_nobodys() -> None:
    made = Hand(
        "Arvania/PROPN/nsubj/2 menyerang/VERB/root/0 Belmora/PROPN/obj/2 dikutip/VERB/advcl/2 Rabu/PROPN/obl:tmod/2"
    )
    made.time("Rabu", "2025-06-18")
    assert dated(made) == [("ASSAULT", None, None)]


def spoken(*, cited: bool) -> Hand:
    behind = (
        "dikutip/VERB/advcl/4 Rabu/PROPN/obl:tmod/6"
        if cited
        else "di/ADP/case/7 kantor/NOUN/obl/4 Rabu/PROPN/obl:tmod/4"
    )
    made = Hand(
        f"kami/PRON/nsubj/2 memuji/VERB/ccomp/4 Bagus/PROPN/obj/2 kata/VERB/root/0 Ratih/PROPN/nsubj/4 {behind}",
        "Ratih/PROPN/nsubj/2 mendesak/VERB/root/0 Bagus/PROPN/obj/2",
    )
    made.member("Ratih", "Ratih", "kami", kind=ActorKind.PERSON)
    made.member("Bagus", kind=ActorKind.PERSON)
    made.time("Rabu", "2025-06-18")
    made.say("kami memuji Bagus", 0, cue="kata")
    return made


def test_acts_of_speech_are_on_the_day_on_which_their_speaker_spoke() -> None:
    assert dated(spoken(cited=False)) == [
        ("SUPPORT", "2025-06-18", "speaker-day"),
        ("REQUEST", "2025-06-18", "speaker-day"),
    ]


def test_a_day_on_which_a_speaker_was_quoted_dates_no_act_of_speech() -> None:
    assert [date for _, date, _ in dated(spoken(cited=True))] == [None, None]


def test_a_verdict_is_on_the_day_on_which_the_judge_spoke() -> None:
    made = Hand(
        "bupati/NOUN/nsubj:pass/2 divonis/VERB/root/0",
        "terbukti/ADJ/ccomp/2 ujar/VERB/root/0 Sari/PROPN/nsubj/2 Rabu/PROPN/obl:tmod/2",
    )
    made.member("bupati", kind=ActorKind.PERSON)
    made.member("Sari", kind=ActorKind.PERSON, sector="JUD")
    made.time("Rabu", "2025-06-18")
    made.say("terbukti", 1, cue="ujar")
    assert dated(made) == [("SANCTION", "2025-06-18", "verdict-day")]


def test_what_began_on_a_day_and_lasts_goes_on() -> None:
    made = Hand("Arvania/PROPN/nsubj/2 menyerang/VERB/root/0 Belmora/PROPN/obj/2 sejak/ADP/case/5 Jumat/PROPN/obl/2")
    made.member("Arvania")
    made.member("Belmora")
    made.time("sejak Jumat", "2025-06-13/..")
    (report,) = reports_of(made.prose, made.scene, lexicon()).reports
    assert (report.date, report.status) == ("2025-06-13/..", Status.ONGOING)


def test_a_war_is_open_since_the_first_dated_attack_of_its_sides() -> None:
    made = Hand(
        "perang/NOUN/nsubj/5 Arvania/PROPN/nmod/1 dan/CCONJ/cc/4 Belmora/PROPN/conj/2 meluas/VERB/root/0",
        "Arvania/PROPN/nsubj/2 menyerang/VERB/root/0 Belmora/PROPN/obj/2 Jumat/PROPN/obl:tmod/2",
    )
    made.member("Arvania")
    made.member("Belmora")
    made.countries("ARV", "BEL")
    made.time("Jumat", "2025-06-13")
    assert dated(made) == [
        ("ASSAULT", "2025-06-13/..", "since-first-attack"),
        ("ASSAULT", "2025-06-13", "own-clause"),
    ]


@pytest.mark.parametrize(
    ("value", "status", "mutual", "wanted"),
    [
        ("2025-06-13/..", Status.OCCURRED, False, "2025-06-13"),
        ("2025-06-13/..", Status.ONGOING, True, "2025-06-13/.."),
        ("2025-06-13", Status.ONGOING, True, "2025-06-13/.."),
        ("2025-06-13", Status.ONGOING, False, "2025-06-13"),
        ("2025-06", Status.OCCURRED, False, "2025-06"),
        ("2022/..", Status.ONGOING, True, "2022/.."),
    ],
)
def test_a_value_fits_its_status(value: str, status: Status, mutual: bool, wanted: str) -> None:
    assert fitted(value, status, mutual) == wanted
