"""Who stands where around a predicate: voices, relative clauses, control, coordination, nouns."""

import pytest
from hand_made import WORDS, index_of, tree

from kronik.reports.clause import Standing, arguments_of, conjuncts, marker_of

ACTIVE = "Arvania/PROPN/nsubj/2 menyerang/VERB/root/0 Belmora/PROPN/obj/2 ./PUNCT/punct/2"
PASSIVE = "Bupati/NOUN/nsubj:pass/2 ditangkap/VERB/root/0 oleh/ADP/case/4 polisi/NOUN/obl:agent/2"
PASSIVE_BARE = "Bupati/NOUN/nsubj:pass/2 ditangkap/VERB/root/0 polisi/NOUN/obl/2"
PASSIVE_LATE = "ditangkap/VERB/root/0 polisi/NOUN/nsubj/1"
RELATIVE = (
    "serangan/NOUN/nsubj/5 yang/PRON/nsubj:pass/3 dilancarkan/VERB/acl:relcl/1 Arvania/PROPN/obl/3 gagal/VERB/root/0"
)
RELATIVE_ACTIVE = "pasukan/NOUN/nsubj/5 yang/PRON/nsubj/3 menyerang/VERB/acl:relcl/1 kota/NOUN/obj/3 mundur/VERB/root/0"
RELATIVE_OBJECT = "warga/NOUN/root/0 yang/PRON/obj/4 polisi/NOUN/nsubj/4 tangkap/VERB/acl:relcl/1"
CONTROL = "Arvania/PROPN/nsubj/2 mulai/VERB/root/0 menyerang/VERB/xcomp/2 Belmora/PROPN/obj/3"
CONTROL_OBJECT = (
    "Arvania/PROPN/nsubj/2 mendesak/VERB/root/0 Belmora/PROPN/obj/2 untuk/SCONJ/mark/5 menarik/VERB/xcomp/2 "
    "pasukan/NOUN/obj/5"
)
CONJUNCT = (
    "Polisi/NOUN/nsubj/2 menangkap/VERB/root/0 pelaku/NOUN/obj/2 dan/CCONJ/cc/5 menyita/VERB/conj/2 senjata/NOUN/obj/5"
)
EMBEDDED = (
    "Tentara/NOUN/nsubj/2 mundur/VERB/root/0 setelah/SCONJ/mark/4 menyerang/VERB/advcl/2 kota/NOUN/obj/4 itu/DET/det/5"
)
CHAIN = (
    "Polisi/NOUN/nsubj/2 datang/VERB/root/0 lalu/CCONJ/cc/4 mencoba/VERB/conj/2 menangkap/VERB/xcomp/4 "
    "pelaku/NOUN/obj/5"
)
MODIFIED = "dokumen/NOUN/root/0 bocor/ADJ/amod/1 menyebut/VERB/acl/1 menteri/NOUN/obj/3"

VERB_CASES = [
    pytest.param(
        ACTIVE, "menyerang", [("Arvania", "subject", "subject"), ("Belmora", "object", "object")], id="active"
    ),
    pytest.param(
        PASSIVE, "ditangkap", [("Bupati", "subject", "subject"), ("polisi", "agent", "agent-marked")], id="oleh"
    ),
    pytest.param(
        PASSIVE_BARE, "ditangkap", [("Bupati", "subject", "subject"), ("polisi", "agent", "agent-bare")], id="bare"
    ),
    pytest.param(PASSIVE_LATE, "ditangkap", [("polisi", "agent", "agent-bare")], id="agent-called-subject"),
    pytest.param(
        RELATIVE,
        "dilancarkan",
        [("serangan", "subject", "relative"), ("Arvania", "agent", "agent-bare")],
        id="relative",
    ),
    pytest.param(
        RELATIVE_ACTIVE,
        "menyerang",
        [("pasukan", "subject", "relative"), ("kota", "object", "object")],
        id="relative-active",
    ),
    pytest.param(
        RELATIVE_OBJECT,
        "tangkap",
        [("warga", "object", "relative"), ("polisi", "subject", "subject")],
        id="relative-object",
    ),
    pytest.param(
        CONTROL, "menyerang", [("Belmora", "object", "object"), ("Arvania", "subject", "control")], id="control"
    ),
    pytest.param(
        CONTROL_OBJECT,
        "menarik",
        [("pasukan", "object", "object"), ("Belmora", "subject", "control-object")],
        id="control-object",
    ),
    pytest.param(
        CONJUNCT, "menyita", [("senjata", "object", "object"), ("Polisi", "subject", "conjunct-subject")], id="conjunct"
    ),
    pytest.param(
        EMBEDDED, "menyerang", [("kota", "object", "object"), ("Tentara", "subject", "embedded")], id="embedded"
    ),
    pytest.param(
        CHAIN, "menangkap", [("pelaku", "object", "object"), ("Polisi", "subject", "control")], id="two-steps"
    ),
    pytest.param(
        MODIFIED, "menyebut", [("menteri", "object", "object"), ("dokumen", "subject", "modified")], id="modified"
    ),
]

NOUN_CASES = [
    pytest.param(
        "serangan/NOUN/root/0 Arvania/PROPN/nmod/1 ke/ADP/case/4 Belmora/PROPN/nmod/1",
        "serangan",
        [("Arvania", "genitive", None), ("Belmora", "marked", "ke")],
        id="genitive-and-target",
    ),
    pytest.param(
        "serangan/NOUN/root/0 Arvania/PROPN/nmod/1 terhadap/ADP/case/4 Belmora/PROPN/nmod/2",
        "serangan",
        [("Arvania", "genitive", None), ("Belmora", "marked", "terhadap")],
        id="target-hangs-on-genitive",
    ),
    pytest.param(
        "pertemuan/NOUN/root/0 antara/ADP/case/3 Ratih/PROPN/nmod/1 dan/CCONJ/cc/5 Bagus/PROPN/conj/3",
        "pertemuan",
        [("Ratih", "marked", "antara")],
        id="between",
    ),
    pytest.param(
        "penangkapan/NOUN/root/0 bupati/NOUN/nmod/1 oleh/ADP/case/4 penyidik/NOUN/nmod/1",
        "penangkapan",
        [("bupati", "genitive", None), ("penyidik", "agent", "oleh")],
        id="noun-with-agent",
    ),
    pytest.param(
        "kunjungan/NOUN/root/0 +nya/PRON/nmod:poss/1 ke/ADP/case/4 Belmora/PROPN/nmod/1",
        "kunjungan",
        [("nya", "genitive", None), ("Belmora", "marked", "ke")],
        id="clitic",
    ),
]


@pytest.mark.parametrize(("text", "verb", "wanted"), VERB_CASES)
def test_arguments_of_verbs(text: str, verb: str, wanted: list[tuple[str, str, str]]) -> None:
    sentence = tree(text)
    found = arguments_of(sentence, index_of(sentence, verb), WORDS)
    assert [(sentence.tokens[one.token].form, one.standing.value, one.rule) for one in found] == wanted


@pytest.mark.parametrize(("text", "noun", "wanted"), NOUN_CASES)
def test_arguments_of_nouns(text: str, noun: str, wanted: list[tuple[str, str, str | None]]) -> None:
    sentence = tree(text)
    found = arguments_of(sentence, index_of(sentence, noun), WORDS)
    assert [(sentence.tokens[one.token].form, one.standing.value, one.marker) for one in found] == wanted


def test_a_time_is_no_agent_of_a_passive() -> None:
    sentence = tree("Pelaku/NOUN/nsubj:pass/2 ditangkap/VERB/root/0 Senin/PROPN/obl:tmod/2")
    assert all(one.standing is not Standing.AGENT for one in arguments_of(sentence, 1, WORDS))


def test_a_phrase_behind_a_comma_is_no_agent() -> None:
    sentence = tree("Pelaku/NOUN/nsubj:pass/2 ditangkap/VERB/root/0 ,/PUNCT/punct/4 Senin/PROPN/obl/2")
    assert all(one.standing is not Standing.AGENT for one in arguments_of(sentence, 1, WORDS))


def test_conjuncts_of_a_phrase_come_in_order() -> None:
    sentence = tree(
        "Ratih/PROPN/nsubj/6 ,/PUNCT/punct/3 Bagus/PROPN/conj/1 dan/CCONJ/cc/5 Sari/PROPN/conj/1 bertemu/VERB/root/0"
    )
    assert [sentence.tokens[at].form for at in conjuncts(sentence, 0)] == ["Ratih", "Bagus", "Sari"]


def test_a_marker_of_two_words_is_whole() -> None:
    sentence = tree("ke/ADP/case/3 dalam/ADP/fixed/1 kota/NOUN/root/0")
    assert marker_of(sentence, 2) == "ke dalam"


def test_a_chain_without_end_is_given_up() -> None:
    words = " ".join(f"w{number}/VERB/xcomp/{number - 1}" for number in range(3, 13))
    sentence = tree(f"Polisi/NOUN/nsubj/2 mulai/VERB/root/0 {words}")
    assert arguments_of(sentence, 11, WORDS) == ()
