"""Indonesian lemmas and voice: tables of words, and what holds for every word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.errors import DataError
from kronik.languages.analysis import Voice
from kronik.languages.id.morphology import IndonesianMorphology, load_morphology, read_lemmas, read_roots

WORDS = load_morphology()

VERBS = """
menyerang serang, menyapu sapu, memukul pukul, membuka buka, menangkap tangkap, mendorong dorong, mengirim
kirim, menggali gali, mengukur ukur, mengecat cat, mengebom bom, melihat lihat, merusak rusak, mewakili wakil,
menyanyi nyanyi, mencuri curi, menjual jual, memfitnah fitnah, memproses proses, memberikan beri, mengatakan
kata, menyatakan nyata, memperpanjang panjang, mempertanyakan tanya, memberlakukan laku, mempertemukan temu,
bekerja kerja, belajar ajar, berencana rencana, bersepakat sepakat, berunding runding, berdiri diri, berkata
kata, menandai tanda, mendatangi datang, memenuhi penuh, menghadiri hadir, tulis tulis, tuliskan tulis, amankan
aman
""".replace("\n", " ")

PASSIVES = """
diserang serang, ditangkap tangkap, dibubarkan bubar, diperpanjang panjang, dimintai minta, disahkan sah,
dididik didik, diambilkan ambil, terbunuh bunuh, tertangkap tangkap, terungkap ungkap, terlambat lambat,
terendam rendam
""".replace("\n", " ")

ROOTS = "terbang terbit diam datang makan minum dengar didik turun naik terima"

NOUNS = """
serangan serang, penyerangan serang, pembunuhan bunuh, perampokan rampok, kerusuhan rusuh, pernyataan nyata,
kesepakatan sepakat, perundingan runding, makanan makan, masakan masak, desakan desak, pemimpin pimpin, petani
tani, pekerja kerja, pelajar ajar, pengungsi ungsi, keretakan retak, negara-negara negara, surat-surat surat,
perusahaan-perusahaan usaha, sayur-mayur sayur, besar-besaran besar, ketidakadilan adil, rumah rumah, seri seri,
kereta kereta, divisi divisi, hutan hutan, jalan jalan
""".replace("\n", " ")


def pairs(table: str) -> list[tuple[str, str]]:
    rows = [row.split() for row in table.split(",") if row.strip()]
    return [(form, lemma) for form, lemma in rows]


@pytest.mark.parametrize(("form", "lemma"), pairs(VERBS))
def test_active_verbs(form: str, lemma: str):
    assert WORDS(form, "VERB") == (lemma, Voice.ACTIVE)


@pytest.mark.parametrize(("form", "lemma"), pairs(PASSIVES))
def test_passive_verbs(form: str, lemma: str):
    assert WORDS(form, "VERB") == (lemma, Voice.PASSIVE)


@pytest.mark.parametrize("form", ROOTS.split())
def test_roots_are_active_whatever_they_begin_with(form: str):
    assert WORDS(form, "VERB") == (form, Voice.ACTIVE)


@pytest.mark.parametrize(("form", "lemma"), pairs(NOUNS))
def test_nouns(form: str, lemma: str):
    assert WORDS(form, "NOUN") == (lemma, None)


def test_capitals_are_of_no_weight():
    assert WORDS("DISERANG", "VERB") == WORDS("diserang", "VERB") == ("serang", Voice.PASSIVE)


@pytest.mark.parametrize(
    ("form", "upos"), [("Menado", "PROPN"), ("2025", "NUM"), (",", "PUNCT"), ("Rp", "SYM"), ("CEO", "X")]
)
def test_names_and_marks_stay_as_they_are(form: str, upos: str):
    assert WORDS(form, upos) == (form, None)


@pytest.mark.parametrize(("form", "lemma"), [("ke-12", "12"), ("1990-an", "1990")])
def test_numbers_lose_their_affix(form: str, lemma: str):
    assert WORDS(form, "ADJ")[0] == lemma


@pytest.mark.parametrize("upos", ["ADP", "SCONJ", "PRON", "DET", "PART"])
def test_closed_words_are_not_taken_apart(upos: str):
    assert WORDS("berulang", upos) == ("berulang", None)


def test_a_verb_of_an_unknown_root_loses_its_prefix():
    words = IndonesianMorphology({}, {})
    assert words("digoogling", "VERB") == ("googling", Voice.PASSIVE)
    assert words("menggembosnya", "NOUN") == ("menggembosnya", None)


def test_the_more_usual_root_is_taken():
    for usual, rare in (("ukur", "kukur"), ("kukur", "ukur")):
        assert IndonesianMorphology({usual: 9, rare: 1}, {}).root("mengukur") == usual


def test_fewer_affixes_go_before_a_more_usual_root():
    assert IndonesianMorphology({"ajar": 99, "pelajaran": 1}, {}).root("pelajarannya") == "pelajaran"


def test_the_table_goes_before_the_rules():
    words = IndonesianMorphology({"beri": 1}, {("diberi", "VERB"): "kasih"})
    assert words("diberi", "VERB") == ("kasih", Voice.PASSIVE)
    assert words("diberi", "NOUN") == ("beri", None)


@given(st.text(max_size=60), st.sampled_from(["VERB", "NOUN", "ADJ", "PROPN", "ADP"]))
def test_every_word_has_a_lemma(form: str, upos: str):
    lemma, voice = WORDS(form, upos)
    assert bool(lemma) == bool(form)
    assert (voice is not None) == (upos == "VERB")


@given(
    st.lists(
        st.sampled_from(["me", "di", "kan", "an", "i", "per", "ber", "ke", "se", "nya", "-", "ajar", "s"]), max_size=14
    )
)
def test_heaped_affixes_end(parts: list[str]):
    assert WORDS("".join(parts) or "a", "VERB")[0]


@pytest.mark.parametrize("line", ["Beri\t1", "beri", "beri\tx", "beri\t1\nberi\t2", "be ri\t1"])
def test_wrong_roots_are_refused(line: str):
    with pytest.raises(DataError):
        read_roots(f"# source: x\n{line}\n")


@pytest.mark.parametrize("line", ["beri\tVERB", "Beri\tVERB\tkasih", "beri\tverb\tkasih", "a\tVERB\tb\na\tVERB\tc"])
def test_wrong_lemmas_are_refused(line: str):
    with pytest.raises(DataError):
        read_lemmas(f"# source: x\n{line}\n")
