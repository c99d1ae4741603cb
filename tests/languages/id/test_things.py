"""Names of products and other things in own sentences, by the words beside them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.errors import DataError
from kronik.languages.analysis import THINGS, Analyser, NameKind
from kronik.languages.id import things
from kronik.languages.id.frequencies import load_frequencies
from kronik.languages.id.naming import load_naming
from kronik.languages.pack import LanguagePack

PRODUCT, OTHER = NameKind.PRODUCT, NameKind.OTHER
FOUND = [
    ("Kapal perang KRI Teluk Lampung bersandar di dermaga.", [("KRI Teluk Lampung", PRODUCT)]),
    ("Enam jet tempur F-16 terbang di atas kota itu.", [("F-16", PRODUCT)]),
    ("Iran menembakkan rudal Kheibar ke arah pangkalan.", [("Kheibar", PRODUCT)]),
    ("Pelaku membawa kabur Toyota Kijang milik tetangga.", [("Toyota Kijang", PRODUCT)]),
    ("Korban menawarkan barang lewat aplikasi Jualin Cepat.", [("Jualin Cepat", PRODUCT)]),
    ("Platform pesan antar bernama Kirimku diluncurkan.", [("Kirimku", PRODUCT)]),
    ("Ia dijerat UU Nomor 1 Tahun 2023 tentang KUHP.", [("UU Nomor 1 Tahun 2023", OTHER), ("KUHP", OTHER)]),
    ("Aturan itu tertuang dalam Peraturan Wali Kota Solok Nomor 7 Tahun 2024.",
     [("Peraturan Wali Kota Solok Nomor 7 Tahun 2024", OTHER)]),
    ("Polisi menggelar Operasi Ketupat sejak pekan lalu.", [("Operasi Ketupat", OTHER)]),
    ("Ia absen di Piala Asia 2027 karena cedera.", [("Piala Asia 2027", OTHER)]),
    ("Gelar Wuhan Open 2025 jatuh ke tangan petenis muda.", [("Wuhan Open 2025", OTHER)]),
    ("Warga merayakan Idul Adha di lapangan.", [("Idul Adha", OTHER)]),
    ("Ia membintangi film Hujan Terakhir di Kota Tua.", [("Hujan Terakhir", OTHER)]),
    ("Konser bertajuk 'Malam Seribu Lilin' itu ramai.", [("Malam Seribu Lilin", OTHER)]),
    ("Program Kota Tanpa Lapar (KTL) dimulai. Dana KTL cair.",
     [("Kota Tanpa Lapar", OTHER), ("KTL", OTHER), ("KTL", OTHER)]),
]  # fmt: skip
NOTHING = [
    "Mobil Polri menabrak pagar rumah warga.",
    "Pesawat Garuda Indonesia mendarat di Surabaya.",
    "Ia tinggal di KM 58 jalan tol itu.",
    "Timnas U-23 menang atas tuan rumah.",
    "Rapat digelar pada Juni 2025 di Jakarta.",
    "PT Toyota Motor Manufacturing Indonesia menambah pabrik.",
    "Kebijakan tahun anggaran 2025 dibahas DPR.",
    "KPK menggelar operasi tangkap tangan di Medan.",
]


@pytest.fixture(scope="module")
def analyse(packs: dict[str, LanguagePack]) -> Analyser:
    found = packs["id"].analyser
    assert found is not None
    return found


def _things(analyse: Analyser, text: str) -> list[tuple[str, NameKind]]:
    return [(text[name.start : name.end], name.kind) for name in analyse(text).names if name.kind in THINGS]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_the_name_of_a_thing_has_its_exact_place_and_kind(analyse, text, wanted):
    assert _things(analyse, text) == wanted


@pytest.mark.parametrize("text", NOTHING)
def test_owners_counts_and_companies_are_no_things(analyse, text):
    assert _things(analyse, text) == []


def test_a_model_stands_for_the_thing_without_its_maker(analyse):
    text = "Honda Vortex dijual mulai hari ini. Harga Vortex naik."
    assert [name for name, _ in _things(analyse, text)] == ["Honda Vortex", "Vortex"]


def test_a_short_form_at_the_end_of_a_sentence_is_found_beside_a_longer_one(analyse):
    text = "Honda Vortex Maxi Plus dan Honda Vortex dijual. Warga membeli Honda Vortex"
    assert [name for name, _ in _things(analyse, text)] == ["Honda Vortex Maxi Plus", "Honda Vortex", "Honda Vortex"]


def test_an_acronym_in_brackets_that_is_known_is_found_once(analyse):
    found = _things(analyse, "Indeks Harga Saham Gabungan (IHSG) turun.")
    assert [name for name, _ in found] == ["Indeks Harga Saham Gabungan", "IHSG"]


def test_a_platform_that_acts_is_its_company(analyse):
    assert not _things(analyse, "WhatsApp mengumumkan aturan baru.")
    assert _things(analyse, "Ia mengunggah foto di Instagram.") == [("Instagram", PRODUCT)]


WORDS = [
    "Piala",
    "Dunia",
    "UU",
    "Nomor",
    "1",
    "Tahun",
    "2025",
    "film",
    "'",
    "Honda",
    "F-16",
    "KRI",
    "(",
    "ABC",
    ")",
    ":",
    "dan",
    "Operasi",
]


@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_names_are_in_order_within_the_text_and_never_overlap(packs, words):
    text = " ".join(words)
    names = packs["id"].analyser(text).names
    assert all(0 <= name.start < name.end <= len(text) for name in names)
    assert all(before.end <= after.start for before, after in pairwise(names))


@pytest.mark.parametrize(
    "row",
    ["kapal\tproduct\tship\tout", "kapal\tperson\tship\tout\tname", "kapal\tproduct\tship\tout\tnames",
     "kapal\tproduct\tship\tnear\tname", "kapal\tproduct\tship\tout\tname\nKapal\tproduct\tship\tout\ttitle"],
)  # fmt: skip
def test_a_wrong_row_of_the_table_is_told(monkeypatch, row):
    read = things.text_of
    monkeypatch.setattr(things, "text_of", lambda name: row if name == things.CUES else read(name))
    with pytest.raises(DataError):
        things.load_things(load_naming(), load_frequencies())
