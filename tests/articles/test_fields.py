"""Outlet, people, kind, completeness and language of an article."""

import pytest
from article_pages import LAST, MORE, PROSE, lines, text_page

from kronik.articles.article import article_of
from kronik.articles.fields import site_of
from kronik.records.articles import Completeness, Kind

MALAY = (
    "Perdana menteri berkata bahawa kerajaan akan menaikkan gaji pekerja kerana kos sara hidup semakin tinggi, "
    "manakala peguam itu berkata siasatan akan bermula pada hari Khamis dan Jumaat ini di dalam mahkamah."
)


@pytest.mark.parametrize(
    ("uri", "site"),
    [
        ("https://news.kabar.com/berita/d-1", "kabar.com"),
        ("http://www.kabar.co.id/x", "kabar.co.id"),
        ("https://daerah.kabar.co.id:8080/x", "kabar.co.id"),
        ("https://kabar.id/x", "kabar.id"),
        ("https://teluk.kabar.id/x", "kabar.id"),
        ("http://10.0.0.7/x", "10.0.0.7"),
        ("folder/page.txt", None),
        ("page.html", None),
    ],
)
def test_the_site_of_a_uri(uri, site):
    assert site_of(uri) == site


@pytest.mark.parametrize(
    ("byline", "writers"),
    [
        ("Rani Puspa -kabarNews", ["Rani Puspa"]),
        ("Rani Puspa, Bayu Laksana", ["Rani Puspa", "Bayu Laksana"]),
        ("Rani Puspa dan Bayu Laksana", ["Rani Puspa", "Bayu Laksana"]),
        ("Oleh: Rani Puspa", ["Rani Puspa"]),
        ("Rani Puspa (DW) -kabarNews", ["Rani Puspa"]),
        ("Syarif Ni'am", ["Syarif Ni'am"]),
        ("M. Yusuf A.", ["M. Yusuf A."]),
        ("kabar.com", []),
        ("Kabar", []),
        ("", []),
    ],
)
def test_writers_of_a_byline_part(packs, byline, writers):
    page = text_page(lines(PROSE, MORE), title="Jembatan", byline=byline, outlet="kabar.com")
    article = article_of(page, packs)
    assert [writer.value for writer in article.writers] == writers
    for writer in article.writers:
        assert writer.evidence[0].quote(byline) == writer.value


def test_writers_and_editors_of_byline_lines(packs):
    text = lines(PROSE, MORE, "Reporter: Rani PuspaEditor: Bayu Laksana")
    article = article_of(text_page(text, title="Jembatan"), packs)
    assert [writer.value for writer in article.writers] == ["Rani Puspa"]
    assert [editor.value for editor in article.editors] == ["Bayu Laksana"]
    assert article.editors[0].evidence[0].quote(text) == "Bayu Laksana"


def test_the_outlet_of_a_page_without_address_is_the_datelines(packs):
    text = lines("KABARTELUK.CO - " + PROSE, MORE)
    article = article_of(text_page(text, uri="jembatan.txt"), packs)
    assert article.outlet.value == "kabarteluk.co"
    assert article.outlet.evidence[0].quote(text) == "KABARTELUK.CO"


@pytest.mark.parametrize(
    ("title", "uri", "kind"),
    [
        ("Jembatan Lembayung Diresmikan", "https://a.example/daerah/1", Kind.NEWS),
        ("Cek Fakta: Jembatan Lembayung Roboh", "https://a.example/1", Kind.FACT_CHECK),
        ("[SALAH] Jembatan Lembayung Roboh", "https://a.example/1", Kind.FACT_CHECK),
        ("Jembatan Roboh? Ini Faktanya", "https://a.example/cek-fakta/read/1", Kind.FACT_CHECK),
        ("OPINI: Jembatan dan Martabat Kota", "https://a.example/1", Kind.OPINION),
        ("Jembatan dan Martabat Kota", "https://kolom.a.example/1", Kind.OPINION),
        ("7 Cara Menikmati Sungai Lembayung", "https://a.example/1", Kind.LISTICLE),
        ("5 Hal yang Membuat Sungai Lembayung Istimewa", "https://a.example/1", Kind.LISTICLE),
        ("Hal yang Membuat Sungai Lembayung Istimewa", "https://a.example/1", Kind.NEWS),
        ("5 Orang Tewas dalam Kecelakaan Perahu", "https://a.example/1", Kind.NEWS),
        ("Profil Wali Kota Teluk Damai", "https://a.example/1", Kind.PROFILE),
        ("Apa Itu Jembatan Gantung?", "https://a.example/1", Kind.EXPLAINER),
        ("Nikmati Akhir Pekan Hemat", "https://a.example/advertorial/1", Kind.ADVERTORIAL),
    ],
)
def test_signs_of_kind(packs, title, uri, kind):
    assert article_of(text_page(lines(PROSE, MORE), uri=uri, title=title), packs).kind is kind


@pytest.mark.parametrize(
    ("tail", "completeness", "quote"),
    [
        (LAST, Completeness.UNKNOWN, None),
        (lines(LAST, "(rap/bla)"), Completeness.WHOLE, "(rap/bla)"),
        (lines(LAST, "Editor: Bayu Laksana"), Completeness.WHOLE, "Editor: Bayu Laksana"),
        (lines(LAST, "Baca di halaman selanjutnya"), Completeness.CUT, "Baca di halaman selanjutnya"),
        (lines("Simak berita selengkapnya di halaman selanjutnya.", LAST), Completeness.UNKNOWN, None),
        ("Berikut jadwal lengkap pelayaran antarpulau pekan ini:", Completeness.CUT, None),
        (LAST[:80], Completeness.CUT, None),
        ("Artikel ini khusus pelanggan. Berlangganan sekarang.", Completeness.CUT, None),
    ],
)
def test_completeness_shows_what_says_so(packs, tail, completeness, quote):
    text = lines(PROSE, MORE, tail)
    article = article_of(text_page(text, title="Jembatan"), packs)
    assert article.completeness is completeness
    if quote is not None:
        assert [evidence.quote(text) for evidence in article.completeness_evidence] == [quote]
    assert bool(article.completeness_evidence) == (completeness is not Completeness.UNKNOWN)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (lines(PROSE, MORE, LAST), "id"),
        (MALAY, "ms"),
        ("The mayor said on Wednesday that the new bridge would bring trade to both banks of the river.", "en"),
        ("Menteri itu tiba lusa pagi.", "id"),
        ("Halo, pembaca!", "und"),
        ("1234 5678 9012 3456 7890 1234 5678 9012 3456", "und"),
    ],
)
def test_languages(packs, text, code):
    language = article_of(text_page(text), packs).language
    assert language.code == code
    assert 0.0 <= language.score <= 1.0
