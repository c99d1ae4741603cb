"""Casts of own sentences: what is a mention, who is meant, and what each actor is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kronik.records.actors import ActorKind, MentionForm, Protection

MENTIONS = [
    ("Kapolres Sukoharjo AKBP Danang Wibisana menemui warga.", ["Danang Wibisana", "warga"]),
    ("Presiden Rusia Vladimir Putin menelepon Presiden Turki.", ["Rusia", "Vladimir Putin", "Presiden Turki", "Turki"]),
    ("Menteri Sosial memuji Dinas Kesehatan Kota Madiun.", ["Menteri Sosial", "Dinas Kesehatan Kota Madiun"]),
    ("Seorang pria berinisial AR (25) ditangkap Polres Tuban.", ["AR", "Polres Tuban"]),
    ("Perang Rusia-Ukraina dibahas PBB.", ["Rusia", "Ukraina", "PBB"]),
]


MINORS = [
    ("Polisi menolong seorang bocah kelas dua SD berinisial DW di tepi sungai.", "DW", True),
    ("Seorang siswi SMP bernama Melati Anggraini dilaporkan hilang.", "Melati Anggraini", True),
    ("Ibu seorang siswi, perempuan berinisial DW, melapor ke polisi.", "DW", False),
    ("Seorang pria berinisial DW menolong bocah itu.", "DW", False),
]


@pytest.mark.parametrize(("text", "name", "minor"), MINORS)
def test_whom_a_word_for_a_minor_names_is_protected(read, text, name, minor):
    assert read(text).member(name).protection == (Protection.MINOR if minor else None)


@pytest.mark.parametrize(("text", "wanted"), MENTIONS)
def test_a_mention_is_a_name_or_a_title_that_stands_alone(read, text, wanted):
    found = read(text).mentions()
    assert [mention for mention in found if mention in wanted] == wanted


def test_a_title_joined_to_a_name_is_an_attribute_and_no_mention(read):
    text = "Direktur Utama PT Sinar Baja Abadi Tbk, Rangga Hadikusuma, membantah tuduhan itu. Rangga menolak bicara."
    made = read(text)
    assert made.together("Rangga Hadikusuma", "Rangga")
    (span,) = made.member("Rangga").titles
    assert text[slice(*span)].startswith("Direktur Utama PT Sinar Baja Abadi Tbk")
    assert made.member("Rangga").sector == "BUS"


def test_short_forms_acronyms_and_titles_held_are_one_actor(read):
    text = (
        "Komisi Pemberantasan Korupsi (KPK) memeriksa Bupati Sragen Hendra Lesmana. KPK menahan Hendra. "
        "Bupati Sragen itu membisu. Lembaga antirasuah menyita uang."
    )
    made = read(text)
    assert made.together("Komisi Pemberantasan Korupsi", "KPK", "Lembaga antirasuah")
    assert made.together("Hendra Lesmana", "Hendra", "Bupati Sragen")


def test_two_persons_with_one_surname_stay_two(read):
    made = read("Rudi Hartawan memukul Bagas Hartawan. Rudi lalu kabur, sedangkan Bagas melapor.")
    assert made.index("Rudi Hartawan") != made.index("Bagas Hartawan")
    assert made.together("Rudi Hartawan", "Rudi")
    assert made.together("Bagas Hartawan", "Bagas")


def test_a_state_its_army_and_its_capital(read):
    made = read("Israel menyerang Iran. Militer Israel mengeklaim menang, tetapi Teheran membantah. AS diam.")
    assert made.index("Israel") != made.index("Militer Israel")
    assert made.together("Iran", "Teheran")
    army = made.member("Militer Israel")
    assert (army.kind, army.country, army.sector) == (ActorKind.ORGANISATION, "ISR", "MIL")
    assert made.member("AS").country == "USA"


def test_neighbouring_states_are_of_no_one_country(read):
    made = read("Iran menutup perbatasan. Negara-negara tetangga Iran memprotes penutupan itu.")
    assert made.member("Negara-negara tetangga Iran").country is None


ATTRIBUTES = [
    ("Kapolda Jambi Irjen Satria Wicaksana hadir.", "Satria Wicaksana", "IDN", "COP"),
    ("Menteri Pertahanan Prancis Jean Dubois hadir.", "Jean Dubois", "FRA", "GOV"),
    ("Mantan Bupati Ngawi Surya Dirgantara ditahan.", "Surya Dirgantara", "IDN", "ELI"),
    ("Kejaksaan Negeri Blora memanggil saksi.", "Kejaksaan Negeri Blora", "IDN", "JUD"),
    ("Ketua DPRD Kota Bogor Yuli Astuti mengatakan rapat ditunda.", "Yuli Astuti", "IDN", "LEG"),
    ("Ketua DPRD Magetan Yuli Astuti hadir.", "Yuli Astuti", "IDN", "LEG"),
    ("Kepala Dinas Kehutanan Provinsi Sulut Renata Dongkalang hadir.", "Renata Dongkalang", "IDN", "GOV"),
]


@pytest.mark.parametrize(("text", "mention", "country", "sector"), ATTRIBUTES)
def test_country_and_sector_are_read_from_office_and_name(read, text, mention, country, sector):
    member = read(text).member(mention)
    assert (member.country, member.sector) == (country, sector)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ketua DPRD Magetan Yuli Astuti hadir.", "DPRD Magetan"),
        ("Kepala Dinas Kehutanan Provinsi Sulut Renata Dongkalang hadir.", "Dinas Kehutanan Provinsi Sulut"),
        ("Kepala Polsek Medan Baru hadir.", "Polsek Medan Baru"),
        ("Ketua Pengadilan Tinggi Sulawesi Utara hadir.", "Pengadilan Tinggi Sulawesi Utara"),
    ],
)
def test_a_body_ends_with_its_region_where_a_name_follows(read, text, body):
    assert body in read(text).mentions()


def test_capitals_before_a_number_are_no_name_of_the_one_who_leads(read):
    assert "Periode Tahun" not in read("Ketua KPU Kota Bandung Periode Tahun 2025 hadir.").mentions()


def test_things_are_no_actors(read):
    found = read("Polisi menyita Honda Beat milik Ujang Saputra. Ujang membeli Beat itu lewat Instagram.").mentions()
    assert "Ujang Saputra" in found
    assert not [one for one in found if one in {"Honda", "Beat", "Honda Beat", "Instagram"}]


CUT = [
    ("PT Sumber Makmur Jaya (PT SMJ) digugat warga.", "PT Sumber Makmur Jaya"),
    ("Laporan itu disampaikan Kabid Humas Polda Jambi Kombes Pol. Rudi Hartawan di Jambi.", "Polda Jambi"),
    ("Direktur Utama PT Sinar Baja (Persero) membantah tuduhan itu.", "PT Sinar Baja (Persero)"),
]


@pytest.mark.parametrize(("text", "body"), CUT)
def test_a_body_ends_before_a_bracket_that_goes_on_and_before_a_rank(read, text, body):
    assert body in read(text).mentions()


@pytest.mark.parametrize(
    ("text", "no_one"),
    [
        ("Alhasil, warga Sukabumi mengungsi.", "Alhasil"),
        ("Kapolsek Sukapura, AKP Ardi Kumala, hadir.", "AKP"),
        ("Pesawat itu mendarat di Bandara Internasional Soekarno-Hatta malam itu.", "Hatta"),
        ("Laporan bernomor LP/B/250/V/2025/SPKT itu diterima polisi.", "LP/B/250/V/2025/SPKT"),
        ("Mereka bersumpah di hadapan Allah SWT.", "Allah SWT"),
        ("Hal itu dikatakan dr. Rudi Hartawan, M.Ked, Sp.OT di Medan.", "Sp.OT"),
    ],
)
def test_ordinary_words_ranks_facilities_and_documents_are_no_actors(read, text, no_one):
    assert no_one not in read(text).mentions()


def test_those_whom_the_page_marks_are_protected(read):
    made = read("Polisi menangkap guru yang mencabuli korban berinisial MS (14). Ayahnya, Tarno (45), melapor.")
    assert made.member("MS").protection in {Protection.MINOR, Protection.SEXUAL_CRIME}
    assert made.member("Tarno").protection is None


def test_a_pronoun_is_resolved_to_the_one_spoken_of(read):
    made = read("Wali Kota Tegal Dewi Anggraini menolak usul itu. Dia meminta warga bersabar.")
    assert made.together("Dewi Anggraini", "Dia")
    (pronoun,) = (one for one in made.cast.references if one.form is MentionForm.PRONOUN)
    assert made.prose.text[pronoun.start : pronoun.end] == "Dia"


WORDS = (
    *(
        "Presiden",
        "Kapolres",
        "Polres",
        "AKBP",
        "Budi",
        "Santoso",
        "Rusia",
        "Israel",
        "militer",
        "warga",
        "para",
        "dua",
    ),
    *(
        ",",
        ".",
        "(",
        ")",
        '"',
        "-",
        "KPK",
        "Bandung",
        "dan",
        "di",
        "berinisial",
        "AR",
        "tersangka",
        "korban",
        "menjadi",
    ),
    *("adalah", "Menteri", "Luar", "Negeri", "Prof.", "kata", "dia", "pihaknya", "PT", "Tbk", "25", "tahun", "ayah"),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
def test_every_reference_lies_in_the_text_in_order_and_points_at_a_member(read, parts):
    text = " ".join(parts)
    made = read(text)
    last = 0
    for one in made.cast.references:
        assert 0 <= one.outer_start <= one.start < one.end <= len(text)
        assert text[one.start] != " "
        assert text[one.end - 1] != " "
        assert last <= one.start
        assert one.end <= one.outer_end or one.outer_end >= one.start
        assert one.member < len(made.cast.members)
        sentence = made.prose.analysis.sentences[one.sentence]
        assert one.head < len(sentence.tokens)
        last = one.start
    assert {one.member for one in made.cast.references} == set(range(len(made.cast.members)))


def test_the_same_text_gives_the_same_cast(read):
    text = "Polda Riau menahan dua tersangka, yakni RS (31) dan TK (40). Polisi memeriksa keduanya."
    assert read(text).cast == read(text).cast


def test_authorities_of_a_state_are_the_state(read):
    made = read("Otoritas Iran menangkap lima orang. Iran membantah tuduhan itu.")
    assert made.together("Otoritas Iran", "Iran")


def test_a_counter_before_another_noun_counts_that_noun_alone(read):
    made = read("Polisi menetapkan tiga orang tersangka. Ketiga tersangka adalah Rudi Hartawan, Bagas dan Danu.")
    assert "tiga orang" not in made.mentions()
    assert made.together("tiga orang tersangka", "Ketiga tersangka")
    assert made.member("tiga orang tersangka").number == 3
