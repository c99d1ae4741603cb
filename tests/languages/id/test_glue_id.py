"""Indonesian glued words: what is taken apart, and what must stay whole. `|` marks the places."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kronik.errors import DataError
from kronik.languages.glue import GlueFinder
from kronik.languages.id.glue import LONGEST_CHUNK, load_glue
from kronik.languages.id.glue_vocabulary import read_entries, read_lists, read_names

FINDER = load_glue()


def apart(text: str, mark: str = "|", finder: GlueFinder = FINDER) -> str:
    bounds = (0, *finder(text), len(text))
    return mark.join(text[start:end] for start, end in pairwise(bounds))


GLUED = [
    "berunding dengan|Israel",
    "pemimpin Iran|Ayatollah",
    "kondisi|kesehatan mental|yang berat",
    "malam itu|serangan dimulai",
    "petugas (KPK)|menetapkan tersangka",
    "ia selesai berbicara.|Dia lalu pergi",
    "sejak 2025|lalu",
    "kata anggota DPR|mengatakan",
    "Presiden|Prabowo",
    "antara Israel|dan|Iran",
    "Kader PDI-P|menolak",
    "membuka grup WhatsApp|untuk warga",
    "di|Surabaya",
    "dari|BMKG",
    "PT|Pertamina",
    "untuk|4 pulau",
    "jemaah ke-32|jemaah",
    "pada Juni|2025",
    "lebih dari 50%|dari warga",
    "Mahkamah Agung|(MA)",
    "kemarin,|kata Budi",
    '"Kami siap,"|ujar Rina',
    'Kata|"damai" ada di sana',
    "“Kami siap,”|ujar Rina",
    "katanya:|Kami tidak tahu",
    "Sudah selesai?|Belum",
    "JAKARTA|kembali ramai",
    "sejumlah|proyek|pembangunan",
]

WHOLE = [
    *(
        "iPhone",
        "KompasTV",
        "McDonald",
        "DetikPagi",
        "YouTube",
        "WhatsApp",
        "LinkedIn",
        "MacArthur",
        "DeSantis",
        "MotoGP",
    ),
    *("5 kWh", "7550mAh", "10 GWh", "S1", "PDI-P", "U-23", "COVID-19", "10.00WIB", "30km", "1990an", "ke-4", "4th"),
    *("#SaveHutanKita", "#DamaiSelaluuntukSemua", "@akunResmi.kita", "@radioKitadan", "a.denganB@contoh.com"),
    *("https://contoh.id/denganIsrael?a=Dia,kata", "www.contoh.go.id/Berita.Dia", "bsu.contoh.go.id", "Contoh.com"),
    *(
        "KTPnya",
        "SIM-nya",
        "HPnya",
        "guru(s)",
        "(mem)bantu",
        "anak(-anak)",
        "Pasal 5(2)",
        "Rp1.250.000,50",
        "14.30-15.00",
    ),
    *(
        "mempertanggungjawabkannya",
        "keberlanjutannya",
        "memperjualbelikan",
        "ketidakadilan",
        "penandatanganan",
        "pascabencana",
    ),
    *(
        "antarnegara",
        "dikelola",
        "kesalahpahaman",
        "sepakbola",
        "orangtua",
        "daripada",
        "bagaimana",
        "sebagaimana",
        "matahari",
    ),
    *(
        "Ramadan",
        "Wulandari",
        "Kartini",
        "Salsabila",
        "Iskandar",
        "Situmorang",
        "Sukabumi",
        "Pekanbaru",
        "Karanganyar",
        "Lempuyang",
        "Bandengan",
        "Sukameriah",
        "Telukdalam",
        "Yangtze",
        "maritim",
        "diagram",
        "Ketidakjelasan",
        "sertakan",
    ),
    *("Danantara", "Tanjungpinang", "Hutagalung", "smartphone", "background", "livestreaming", "download"),
    *("S.Pd.", "M.Hum.", "Sp.OG", "148/Pdt.Sus", "e:HEV", "No.5/2020", "main()", "x=y", "JPMorgan", "ExxonMobil"),
    "Bapak-bapak itu makan nasi di rumah, lalu pulang.",
    "",
]


@pytest.mark.parametrize("text", GLUED)
def test_glued_words_come_apart(text: str) -> None:
    assert apart(text.replace("|", "")) == text


@pytest.mark.parametrize("text", WHOLE)
def test_what_is_one_word_stays_whole(text: str) -> None:
    assert apart(text) == text


@pytest.mark.parametrize("text", GLUED)
def test_text_with_its_spaces_is_left_alone(text: str) -> None:
    assert FINDER(text.replace("|", " ")) == ()


def test_a_chunk_that_is_data_is_left_alone() -> None:
    assert FINDER("denganIsrael" * (LONGEST_CHUNK // 12 + 1)) == ()


WORDS = [
    "dengan",
    "Israel",
    "yang",
    "mental",
    "DPR",
    "mengatakan",
    "2025",
    "lalu",
    '"',
    "”",
    "(",
    ")",
    ".",
    ",",
    "iPhone",
    " ",
    "\n",
]
MIXTURES = st.lists(st.sampled_from(WORDS), max_size=12).map("".join)


@given(st.one_of(st.text(), MIXTURES, st.text(alphabet='aikdnAKI19.,"()“ \n')))
@settings(max_examples=400, deadline=None)
def test_offsets_ascend_inside_and_a_second_look_finds_nothing(text: str) -> None:
    offsets = FINDER(text)
    assert list(offsets) == sorted(set(offsets))
    assert all(0 < offset < len(text) for offset in offsets)
    assert all(not text[offset - 1].isspace() and not text[offset].isspace() for offset in offsets)
    assert FINDER(apart(text, " ")) == ()


@pytest.mark.parametrize("unit", ["a", "yang", "Ab", '"', "a.B", "a,b(", "1a", "denganIsrael ", 'x"y '])
def test_time_grows_with_the_length(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        start = time.process_time()
        FINDER(text)
        return time.process_time() - start

    short = max(seconds(20_000), 0.01)
    assert seconds(160_000) < 40 * short


@pytest.mark.parametrize("line", ["kata", "kata\tx", "kata\t5\nKata\t6", "ka ta\t5"])
def test_a_wrong_line_of_words_is_an_error(line: str) -> None:
    with pytest.raises(DataError):
        read_entries(line)


@pytest.mark.parametrize("line", ["iPhone\niPhone", "Jakarta", "i Phone"])
def test_a_wrong_name_is_an_error(line: str) -> None:
    with pytest.raises(DataError):
        read_names(line)


@pytest.mark.parametrize("text", ['function = "di"', 'unheard = "of"'])
def test_wrong_lists_are_an_error(text: str) -> None:
    with pytest.raises(DataError):
        read_lists(text)
