"""Who did what to whom: whole reports from sentences made by hand."""

from dataclasses import replace

import pytest
from hand_made import Hand
from small_lexicon import MODES, lexicon

from kronik.languages.coding import Scorer
from kronik.records.actors import ActorKind
from kronik.records.articles import Kind
from kronik.records.reports import FigureKind, Passage, Status
from kronik.records.statements import Speech
from kronik.reports.coded import Coded
from kronik.reports.coder import reports_of
from kronik.reports.softness import BIAS, SOFT

NAMES = ("Arvania", "Belmora", "Ratih", "Bagus", "Sari", "Polda", "Kejati", "bupati", "pelaku", "Mahkamah")
LAW = {"Polda": "COP", "Kejati": "JUD", "Mahkamah": "JUD"}
KINDS = {
    "Arvania": ActorKind.STATE,
    "Belmora": ActorKind.STATE,
    "Polda": ActorKind.ORGANISATION,
    "Kejati": ActorKind.ORGANISATION,
    "Mahkamah": ActorKind.ORGANISATION,
}


def hand(*sentences: str, kind: Kind = Kind.NEWS) -> Hand:
    made = Hand(*sentences, kind=kind)
    for name in NAMES:
        made.member(name, kind=KINDS.get(name, ActorKind.PERSON), sector=LAW.get(name, "GOV"))
    return made


def coded(made: Hand) -> tuple[Coded, ...]:
    return reports_of(made.prose, made.scene, lexicon()).reports


def told(report: Coded) -> tuple[str, list[str], list[str]]:
    return (
        report.type,
        [NAMES[role.member] for role in report.actors],
        [NAMES[role.member] for role in report.recipients],
    )


CASES = [
    pytest.param(
        "Arvania/PROPN/nsubj/2 menyerang/VERB/root/0 Belmora/PROPN/obj/2",
        ("ASSAULT", ["Arvania"], ["Belmora"]),
        id="active",
    ),
    pytest.param(
        "Belmora/PROPN/nsubj:pass/2 diserang/VERB/root/0 Arvania/PROPN/obl/2",
        ("ASSAULT", ["Arvania"], ["Belmora"]),
        id="passive-bare-agent",
    ),
    pytest.param(
        "bupati/NOUN/nsubj:pass/2 ditangkap/VERB/root/0 oleh/ADP/case/4 Polda/PROPN/obl:agent/2",
        ("COERCE", ["Polda"], ["bupati"]),
        id="passive-marked-agent",
    ),
    pytest.param(
        "bupati/NOUN/nsubj:pass/2 ditangkap/VERB/root/0 kemarin/ADV/advmod/2",
        ("COERCE", [], ["bupati"]),
        id="passive-without-agent",
    ),
    pytest.param(
        "serangan/NOUN/nsubj/5 Arvania/PROPN/nmod/1 ke/ADP/case/4 Belmora/PROPN/nmod/1 reda/VERB/root/0",
        ("ASSAULT", ["Arvania"], ["Belmora"]),
        id="noun-of-the-deed",
    ),
    pytest.param(
        "penangkapan/NOUN/nsubj/5 bupati/NOUN/nmod/1 oleh/ADP/case/4 Polda/PROPN/nmod/1 lancar/ADJ/root/0",
        ("COERCE", ["Polda"], ["bupati"]),
        id="noun-of-the-doing",
    ),
    pytest.param(
        "Arvania/PROPN/nsubj/2 melancarkan/VERB/root/0 serangan/NOUN/obj/2 terhadap/ADP/case/5 Belmora/PROPN/obl/2",
        ("ASSAULT", ["Arvania"], ["Belmora"]),
        id="light-verb",
    ),
    pytest.param(
        "serangan/NOUN/nsubj/6 yang/PRON/nsubj:pass/3 dilancarkan/VERB/acl:relcl/1 Arvania/PROPN/obl/3 "
        "kemarin/ADV/advmod/3 reda/VERB/root/0",
        ("ASSAULT", ["Arvania"], []),
        id="light-verb-in-a-relative-clause",
    ),
    pytest.param(
        "Belmora/PROPN/nsubj/2 menerima/VERB/root/0 serangan/NOUN/obj/2 dari/ADP/case/5 Arvania/PROPN/nmod/3",
        ("ASSAULT", ["Arvania"], ["Belmora"]),
        id="light-verb-of-the-one-acted-on",
    ),
    pytest.param(
        "Ratih/PROPN/nsubj/2 bertemu/VERB/root/0 dengan/ADP/case/4 Bagus/PROPN/obl/2",
        ("CONSULT", ["Ratih", "Bagus"], []),
        id="meeting-with",
    ),
    pytest.param(
        "Ratih/PROPN/nsubj/4 dan/CCONJ/cc/3 Bagus/PROPN/conj/1 bertemu/VERB/root/0",
        ("CONSULT", ["Ratih", "Bagus"], []),
        id="coordinated-subject",
    ),
    pytest.param(
        "pertemuan/NOUN/nsubj/6 antara/ADP/case/3 Ratih/PROPN/nmod/1 dan/CCONJ/cc/5 Bagus/PROPN/conj/3 "
        "usai/VERB/root/0",
        ("CONSULT", ["Ratih", "Bagus"], []),
        id="meeting-between",
    ),
    pytest.param(
        "perang/NOUN/nsubj/5 Arvania/PROPN/nmod/1 -/PUNCT/punct/4 Belmora/PROPN/flat/2 meluas/VERB/root/0",
        ("ASSAULT", ["Arvania", "Belmora"], []),
        id="two-names-joined-by-a-dash",
    ),
    pytest.param(
        "Polda/PROPN/nsubj/2 datang/VERB/root/0 lalu/CCONJ/cc/4 menangkap/VERB/conj/2 bupati/NOUN/obj/4",
        ("COERCE", ["Polda"], ["bupati"]),
        id="shared-subject",
    ),
    pytest.param(
        "Polda/PROPN/nsubj/2 berhasil/VERB/root/0 menangkap/VERB/xcomp/2 bupati/NOUN/obj/3",
        ("COERCE", ["Polda"], ["bupati"]),
        id="control",
    ),
    pytest.param(
        "Ratih/PROPN/nsubj/2 mendesak/VERB/root/0 Belmora/PROPN/obj/2 untuk/SCONJ/mark/5 mundur/VERB/xcomp/2",
        ("REQUEST", ["Ratih"], ["Belmora"]),
        id="addressee-is-object",
    ),
    pytest.param(
        "Ratih/PROPN/nsubj/2 mendesak/VERB/root/0 agar/SCONJ/mark/5 Belmora/PROPN/nsubj/5 mundur/VERB/ccomp/2",
        ("REQUEST", ["Ratih"], ["Belmora"]),
        id="addressee-is-subject-of-what-is-asked",
    ),
    pytest.param(
        "Arvania/PROPN/nsubj/2 menyita/VERB/root/0 kapal/NOUN/obj/2 Belmora/PROPN/nmod/3",
        ("COERCE", ["Arvania"], ["Belmora"]),
        id="owner-of-the-object",
    ),
    pytest.param(
        "jet/NOUN/nsubj/3 Arvania/PROPN/nmod/1 menyerang/VERB/root/0 situs/NOUN/obj/3 di/ADP/case/6 "
        "Belmora/PROPN/nmod/4",
        ("ASSAULT", ["Arvania"], ["Belmora"]),
        id="things-stand-for-their-owner-and-place",
    ),
    pytest.param(
        "Polda/PROPN/nsubj/4 bersama/ADP/case/3 Kejati/PROPN/nmod/1 menangkap/VERB/root/0 bupati/NOUN/obj/4",
        ("COERCE", ["Polda", "Kejati"], ["bupati"]),
        id="company",
    ),
    pytest.param(
        "Belmora/PROPN/nsubj/2 membalas/VERB/root/0 dengan/ADP/case/4 serangan/NOUN/obl/2 ke/ADP/case/6 "
        "Arvania/PROPN/nmod/4",
        ("ASSAULT", ["Belmora"], ["Arvania"]),
        id="means",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_roles(text: str, wanted: tuple[str, list[str], list[str]]) -> None:
    reports = coded(hand(text))
    assert [told(report) for report in reports] == [wanted]


STATUSES = [
    pytest.param("Arvania/PROPN/nsubj/2 menyerang/VERB/root/0 Belmora/PROPN/obj/2", Status.OCCURRED, id="plain"),
    pytest.param(
        "Arvania/PROPN/nsubj/3 akan/AUX/aux/3 menyerang/VERB/root/0 Belmora/PROPN/obj/3", Status.FUTURE, id="future"
    ),
    pytest.param(
        "Arvania/PROPN/nsubj/3 tidak/PART/advmod/3 menyerang/VERB/root/0 Belmora/PROPN/obj/3",
        Status.NEGATED,
        id="negated",
    ),
    pytest.param(
        "Arvania/PROPN/nsubj/4 kini/ADV/advmod/4 telah/AUX/aux/4 menyerang/VERB/root/0 Belmora/PROPN/obj/4",
        Status.OCCURRED,
        id="now-has",
    ),
    pytest.param(
        "Arvania/PROPN/nsubj/3 kini/ADV/advmod/3 menyerang/VERB/root/0 Belmora/PROPN/obj/3", Status.ONGOING, id="now"
    ),
    pytest.param(
        "jika/SCONJ/mark/3 Arvania/PROPN/nsubj/3 menyerang/VERB/advcl/6 Belmora/PROPN/obj/3 warga/NOUN/nsubj/6 "
        "pergi/VERB/root/0",
        Status.HYPOTHETICAL,
        id="condition",
    ),
    pytest.param(
        "Ratih/PROPN/nsubj/2 mengaku/VERB/root/0 jika/SCONJ/mark/5 Arvania/PROPN/nsubj/5 menyerang/VERB/ccomp/2 "
        "Belmora/PROPN/obj/5",
        Status.OCCURRED,
        id="if-that-means-that",
    ),
    pytest.param(
        "Arvania/PROPN/nsubj/2 berencana/VERB/root/0 menyerang/VERB/xcomp/2 Belmora/PROPN/obj/3",
        Status.FUTURE,
        id="governor",
    ),
    pytest.param(
        "rencana/NOUN/nsubj/5 serangan/NOUN/nmod/1 ke/ADP/case/4 Belmora/PROPN/nmod/2 bocor/VERB/root/0",
        Status.FUTURE,
        id="noun-above",
    ),
    pytest.param(
        "perang/NOUN/nsubj/5 Arvania/PROPN/nmod/1 dan/CCONJ/cc/4 Belmora/PROPN/conj/2 meluas/VERB/root/0",
        Status.ONGOING,
        id="war-as-such",
    ),
    pytest.param(
        "Arvania/PROPN/nsubj/2 membatalkan/VERB/root/0 serangan/NOUN/obj/2 ke/ADP/case/5 Belmora/PROPN/nmod/3",
        Status.NEGATED,
        id="light-verb",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), STATUSES)
def test_status(text: str, wanted: Status) -> None:
    (report,) = coded(hand(text))
    assert report.status is wanted


def test_a_planned_meeting_is_an_agreement_with_whom_one_is_to_meet() -> None:
    (report,) = coded(
        hand("Ratih/PROPN/nsubj/3 akan/AUX/aux/3 bertemu/VERB/root/0 dengan/ADP/case/5 Bagus/PROPN/obl/3")
    )
    assert (told(report), report.mode, report.status) == (("AGREE", ["Ratih"], ["Bagus"]), None, Status.FUTURE)


def test_a_denial_names_who_denies() -> None:
    (report,) = coded(hand("Arvania/PROPN/nsubj/2 membantah/VERB/root/0 menyerang/VERB/xcomp/2 Belmora/PROPN/obj/3"))
    assert (report.status, report.denied_by) == (Status.NEGATED, (0,))


def test_a_mode_comes_from_the_word_behind() -> None:
    (report,) = coded(hand("serangan/NOUN/root/0 udara/NOUN/nmod/1 Arvania/PROPN/nmod/1"))
    assert report.mode == "aerial"


def test_what_follows_the_words_names_their_kind_before_heavier_cues_below() -> None:
    faint = {one.words[0]: (replace(one, weight=0.1),) for one in MODES if one.mode == "aerial"}
    words = replace(lexicon(), mode_cues={**lexicon().mode_cues, **faint})
    made = hand("serangan/NOUN/root/0 udara/NOUN/nmod/1 dengan/ADP/case/4 rudal/NOUN/nmod/1 Arvania/PROPN/nmod/1")
    (report,) = reports_of(made.prose, made.scene, words).reports
    assert report.mode == "aerial"


def test_a_war_has_no_mode() -> None:
    (report,) = coded(
        hand(
            "perang/NOUN/nsubj/7 rudal/NOUN/nmod/1 antara/ADP/case/4 Arvania/PROPN/nmod/1 dan/CCONJ/cc/6 "
            "Belmora/PROPN/conj/4 meluas/VERB/root/0"
        )
    )
    assert (report.mode, report.status) == (None, Status.ONGOING)


ATTACK = "Arvania/PROPN/nsubj/2 menyerang/VERB/root/0 Belmora/PROPN/obj/2"
AGAIN = "serangan/NOUN/nsubj/3 itu/DET/det/1 reda/VERB/root/0"
OTHER = "Belmora/PROPN/nsubj/2 menyerang/VERB/root/0 Arvania/PROPN/obj/2"


def test_one_event_told_twice_is_one_report_with_the_clearest_telling_first() -> None:
    made = hand(AGAIN, ATTACK)
    (report,) = coded(made)
    assert [made.text[start:end] for start, end in report.triggers] == ["menyerang Belmora", "serangan"]


def test_an_attack_and_its_answer_are_two_reports() -> None:
    assert [told(report)[1:] for report in coded(hand(ATTACK, OTHER))] == [
        (["Arvania"], ["Belmora"]),
        (["Belmora"], ["Arvania"]),
    ]


def test_what_is_denied_and_what_is_told_do_not_merge() -> None:
    negated = "Arvania/PROPN/nsubj/3 tidak/PART/advmod/3 menyerang/VERB/root/0 Belmora/PROPN/obj/3"
    assert [report.status for report in coded(hand(ATTACK, negated))] == [Status.OCCURRED, Status.NEGATED]


def test_events_on_different_days_are_different() -> None:
    made = hand(
        "Arvania/PROPN/nsubj/2 menyerang/VERB/root/0 Belmora/PROPN/obj/2 Senin/PROPN/obl:tmod/2",
        "Arvania/PROPN/nsubj/2 menyerang/VERB/root/0 Belmora/PROPN/obj/2 Rabu/PROPN/obl:tmod/2",
    )
    made.time("Senin", "2025-06-16")
    made.time("Rabu", "2025-06-18")
    assert [report.date for report in coded(made)] == ["2025-06-16", "2025-06-18"]


def test_a_claim_in_a_statement_is_its_speakers() -> None:
    made = hand(f"Ratih/PROPN/nsubj/2 mengatakan/VERB/root/0 {_shifted(ATTACK, 2, 'ccomp/2')}")
    made.say("Arvania menyerang Belmora", 2, cue="mengatakan")
    (report,) = coded(made)
    assert report.claimed_by == (2,)


def test_what_the_page_tells_too_is_nobodys_claim() -> None:
    made = hand(ATTACK, f"Ratih/PROPN/nsubj/2 mengatakan/VERB/root/0 {_shifted(ATTACK, 2, 'ccomp/2')}")
    start = made.trees[1].tokens[2].start
    made.say("Arvania menyerang Belmora", 2, cue="mengatakan")
    made.spoken[0] = type(made.spoken[0])(
        speakers=(2,),
        speaker=None,
        cue=made.span("mengatakan"),
        content=((start, made.trees[1].end),),
        kind=Speech.INDIRECT,
        rule="test",
    )
    (report,) = coded(made)
    assert report.claimed_by == ()


def test_a_speakers_own_act_of_speech_is_nobodys_claim() -> None:
    made = hand("Ratih/PROPN/nsubj/2 memuji/VERB/root/0 Bagus/PROPN/obj/2")
    made.say("Ratih memuji Bagus", 2, kind=Speech.DIRECT)
    (report,) = coded(made)
    assert (report.claimed_by, report.passage) == ((), Passage.QUOTATION)


def test_praise_without_an_agent_is_its_speakers() -> None:
    made = hand("Bagus/PROPN/nsubj:pass/2 dipuji/VERB/root/0")
    made.say("Bagus dipuji", 2)
    (report,) = coded(made)
    assert [(role.member, role.rule) for role in report.actors] == [(2, "speaker")]


def _shifted(text: str, by: int, root: str) -> str:
    """Return a sentence's notation with heads moved and its root hung on another word."""
    out = []
    for item in text.split():
        form, upos, relation, head = item.rsplit("/", 3)
        out.append(f"{form}/{upos}/{root}" if head == "0" else f"{form}/{upos}/{relation}/{int(head) + by}")
    return " ".join(out)


def test_a_condition_that_is_not_met_drops_the_candidate() -> None:
    made = hand("Ratih/PROPN/nsubj/2 memeriksa/VERB/root/0 bupati/NOUN/obj/2")
    coding = reports_of(made.prose, made.scene, lexicon())
    assert (coding.reports, [one.reason for one in coding.dropped]) == ((), ["condition"])


def test_an_exclusion_drops_the_candidate() -> None:
    made = hand("Polda/PROPN/nsubj/2 memeriksa/VERB/root/0 pasien/NOUN/obj/2")
    assert coded(made) == ()


def test_a_low_score_drops_the_candidate_and_says_so() -> None:
    made = hand(ATTACK)
    coding = reports_of(made.prose, made.scene, lexicon(threshold=0.9, weights={"bias": -2.0}))
    assert (coding.reports, [(one.reason, one.score) for one in coding.dropped]) == ((), [("score", 0.1192)])


def test_a_report_carries_its_score_and_parts() -> None:
    made = hand(ATTACK)
    (report,) = reports_of(made.prose, made.scene, lexicon(weights={"bias": 1.0, "filled=AR": 2.0})).reports
    assert (report.score, [part.name for part in report.parts]) == (0.9526, ["filled=AR", "bias"])


@pytest.mark.parametrize("kind", [Kind.FACT_CHECK, Kind.INDEX, Kind.ADVERTORIAL])
def test_some_kinds_of_articles_are_not_coded(kind: Kind) -> None:
    made = hand(ATTACK, kind=kind)
    assert coded(made) == ()


def test_a_bare_root_that_is_no_verb_is_no_candidate() -> None:
    assert coded(hand("Arvania/PROPN/nsubj/3 serang/NOUN/nmod/1 reda/VERB/root/0")) == ()


def test_figures_of_a_fitting_kind_go_with_the_event() -> None:
    made = hand("Arvania/PROPN/nsubj/2 menyerang/VERB/root/0 Belmora/PROPN/obj/2 tewaskan/VERB/conj/2 lima/NUM/obj/4")
    made.count("lima", FigureKind.KILLED, 5, "tewaskan")
    made.count("Belmora", FigureKind.MONEY, 5, "tewaskan")
    (report,) = coded(made)
    assert [(one.kind, by) for one, by in report.counted] == [(FigureKind.KILLED, None)]


def test_a_meeting_in_one_sides_country_is_a_visit() -> None:
    made = Hand("Ratih/PROPN/nsubj/2 bertemu/VERB/root/0 Bagus/PROPN/obj/2 di/ADP/case/5 Sela/PROPN/obl/2")
    made.member("Ratih", kind=ActorKind.PERSON)
    made.member("Bagus", kind=ActorKind.PERSON)
    made.countries("ARV", "BEL")
    made.place("Sela", country="BEL")
    (report,) = coded(made)
    assert (report.mode, report.actors[0].member, report.recipients[0].member) == ("visit", 0, 1)


def test_the_same_input_gives_the_same_reports() -> None:
    made = hand(ATTACK, OTHER, AGAIN)
    assert coded(made) == coded(made)


def test_a_value_that_is_told_twice_is_one_figure() -> None:
    made = hand(
        "Arvania/PROPN/nsubj/2 menyerang/VERB/root/0 Belmora/PROPN/obj/2 tewaskan/VERB/conj/2 lima/NUM/obj/4",
        "Arvania/PROPN/nsubj/2 menyerang/VERB/root/0 Belmora/PROPN/obj/2 bunuh/VERB/conj/2 5/NUM/obj/4",
    )
    made.count("lima", FigureKind.KILLED, 5, "tewaskan")
    made.count("5", FigureKind.KILLED, 5, "bunuh")
    (report,) = coded(made)
    assert [(one.value, one.kind) for one, _ in report.counted] == [(5, FigureKind.KILLED)]


def test_victims_of_the_next_sentence_belong_to_the_only_attack_before_them() -> None:
    made = hand(
        "Arvania/PROPN/nsubj/2 menyerang/VERB/root/0 Belmora/PROPN/obj/2 ./PUNCT/punct/2",
        "Sedikitnya/ADV/advmod/2 lima/NUM/nsubj/3 tewas/VERB/root/0 ./PUNCT/punct/3",
        "Lalu/ADV/advmod/3 enam/NUM/nsubj/3 tewas/VERB/root/0 ./PUNCT/punct/3",
    )
    made.count("lima", FigureKind.KILLED, 5, "tewas")
    made.count("enam", FigureKind.KILLED, 6, "tewas")
    (report,) = coded(made)
    assert [one.value for one, _ in report.counted] == [5]


@pytest.mark.parametrize(("softness", "reasons"), [(-3.0, []), (3.0, [SOFT])])
def test_what_is_a_report_of_news_may_be_too_little_in_a_soft_article(softness: float, reasons: list[str]) -> None:
    made = hand("Arvania/PROPN/nsubj/2 menyerang/VERB/root/0 Belmora/PROPN/obj/2")
    coding = reports_of(
        made.prose, made.scene, replace(lexicon(threshold=0.5), topics=Scorer(weights={BIAS: softness}))
    )
    assert [one.reason for one in coding.dropped] == reasons
    assert len(coding.reports) == 1 - len(reasons)
