"""Headlines of other stories between the paragraphs."""

import pytest

from kronik.articles.judging import judge
from kronik.articles.lines import lines_of
from kronik.articles.sheet import Sheet
from kronik.errors import DataError
from kronik.languages.pack import LanguagePack
from kronik.languages.strays import FEATURES, StrayModel, read_model
from kronik.records.articles import Reason
from kronik.records.pages import Media, Page, Part
from kronik.records.spans import Slice

BODY = (
    "Wali Kota Tanjung Biru Sari Lontar meresmikan pasar ikan di pelabuhan lama pada Senin (1/9/2025).",
    'Pasar ikan itu menampung dua ratus pedagang dari tiga kecamatan. "Kami menunggu lama," kata seorang pedagang.',
    "Pemerintah kota menganggarkan dana perbaikan dermaga agar kapal nelayan dapat merapat dengan aman.",
    "Sari Lontar mengatakan pasar akan dibuka setiap hari, kecuali pada hari raya, dan dijaga petugas kota.",
)


def marks(pack: LanguagePack, at: int, line: str) -> list[tuple[str, Reason | None]]:
    text = "\n".join((*BODY[:at], line, *BODY[at:]))
    page = Page(
        id="", uri="", media=Media.ROW, encoding="utf-8", projection="row/1", parts=(Part(name="text", text=text),)
    )
    assert pack.cleaning is not None
    lines = lines_of(page, (Slice(0, len(text)),))
    sheet = Sheet(text=text, lines=lines, title="Pasar Ikan Tanjung Biru Diresmikan", words=pack.cleaning)
    return [(text[mark.start : mark.end], mark.reason) for mark in judge(sheet).marks if mark.rule.startswith("stray.")]


@pytest.mark.parametrize(
    "headline",
    [
        "Gempa Magnitudo 5,1 Guncang Pulau Seberang, Warga Berlarian Keluar Rumah",
        "Timnas Voli Menang Telak atas Lawan Bebuyutan di Laga Pembuka",
        "Harga Emas Hari Ini Naik Tajam Usai Bank Sentral Turunkan Suku Bunga",
    ],
)
@pytest.mark.parametrize("at", [2, 4])
def test_a_headline_of_another_story_is_removed(packs: dict[str, LanguagePack], headline: str, at: int) -> None:
    assert marks(packs["id"], at, headline) == [(headline, Reason.RELATED)]


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ("Kabar lain dari kota yang ramai dibaca warga hari ini dapat disimak berikut ini.", []),
        ("Kabar lain dari kota yang ramai dibaca warga hari ini banyak, kata panitia pasar ikan.", [Reason.RELATED]),
    ],
)
def test_the_heading_that_a_line_announces_is_no_stray(packs: dict[str, LanguagePack], above: str, found: list) -> None:
    headline = "Gempa Magnitudo 5,1 Guncang Pulau Seberang, Warga Berlarian Keluar Rumah"
    assert [reason for _, reason in marks(packs["id"], 4, f"{above}\n{headline}")] == found


@pytest.mark.parametrize(
    "line",
    [
        "Dana Perbaikan Dermaga dan Kapal Nelayan",  # a sub-heading: the article tells of it
        "Jadwal Buka",  # too short for a headline
        "1. Pedagang Ikan Asin dari Kecamatan Muara Jingga Timur",  # a list item
        "Senin-Jumat: 08.00-17.00 WIB Hari Libur Tutup Sementara Waktu",  # a programme
        "Gempa mengguncang pulau seberang dan warga berlarian keluar rumah.",  # a sentence
        "Sumber: Kantor Wali Kota Tanjung Biru,",  # goes on
        "Masa Daftar Ulang: 19 Juni 2025 – 3 Juli 2025 di Balai Kota",  # a label and a day
        "17-05-2025 Persatuan Muara vs Tanjung Biru 1-0 (Piala Kota)",  # a dated entry
    ],
)
def test_lines_of_the_article_itself_stay(packs: dict[str, LanguagePack], line: str) -> None:
    assert marks(packs["id"], 2, line) == []


def test_the_first_line_is_never_a_stray(packs: dict[str, LanguagePack]) -> None:
    assert marks(packs["id"], 0, "Gempa Magnitudo 5,1 Guncang Pulau Seberang, Warga Berlarian Keluar Rumah") == []


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda text: text.replace("bias", "lean"), "bias"),
        (lambda text: text.replace("colon =", "comma ="), "features"),
        (lambda text: text + "\nmore = [1.0, 0.0, 1.0]", "features"),
        (lambda text: text + "\nbroken", "TOML|line|=|Expected"),
    ],
)
def test_a_wrong_data_file_is_named(change: object, key: str) -> None:
    rows = "\n".join(f"{name} = [1.0, 0.0, 1.0]" for name in FEATURES)
    good = f'source = "test"\nunsure_from = 0.5\nremoved_from = 0.9\nbias = 0.0\n[features]\n{rows}\n'
    assert isinstance(read_model(good, "x.toml"), StrayModel)
    assert callable(change)
    with pytest.raises(DataError, match=key):
        read_model(change(good), "x.toml")
