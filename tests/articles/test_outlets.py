"""Outlet families: one name for all spellings, article numbers, and files that are checked."""

import pytest
from article_pages import MORE, PROSE, lines, text_page

from kronik.articles.article import article_of
from kronik.articles.outlets import load_outlets, load_paging, outlets_of, read_family, read_paging
from kronik.errors import DataError

NUSA = """
source = "invented"
observed = 2025-06-01
name = "kabarnusa.example"
hosts = ["kabarnusa.example", "nusa-timur.example"]
aliases = ["Kabar Nusa", "NusaNews"]
number = '/baca/(\\d+)/'
"""


@pytest.fixture(name="nusa")
def _nusa():
    return outlets_of([read_family("kabarnusa.toml", NUSA)], load_paging())


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Kabar Nusa", "kabarnusa.example"),
        ("kabar nusa", "kabarnusa.example"),
        ("KABARNUSA.EXAMPLE", "kabarnusa.example"),
        ("www.kabarnusa.example", "kabarnusa.example"),
        ("bola.kabarnusa.example", "kabarnusa.example"),
        ("nusa-timur.example", "kabarnusa.example"),
        ("Nusanews", "kabarnusa.example"),
        ("Kabar Nusantara", "Kabar Nusantara"),
        ("SAMUDRA.CO", "samudra.co"),
        ("www.Samudra.co", "samudra.co"),
        ("Samudra Post", "Samudra Post"),
    ],
)
def test_one_name_for_all_spellings(nusa, spelling, name):
    assert nusa.name_of(spelling) == name


@pytest.mark.parametrize(
    ("uri", "family", "number"),
    [
        ("https://kabarnusa.example/baca/123/jembatan", "kabarnusa", "123"),
        ("https://bola.kabarnusa.example:8080/baca/123/jembatan?page=2", "kabarnusa", "123"),
        ("https://user@KabarNusa.example/baca/123/", "kabarnusa", "123"),
        ("https://kabarnusa.example/jembatan?x=/baca/123/", "kabarnusa", None),
        ("https://bukankabarnusa.example/baca/123/", None, None),
        ("https://example/baca/123/", None, None),
        ("kabarnusa.example/baca/123/", None, None),
        ("folder/page.txt", None, None),
        ("", None, None),
    ],
)
def test_family_and_number_of_an_address(nusa, uri, family, number):
    assert nusa.family_of(uri) == family
    assert nusa.article_number(uri) == number


def test_a_number_of_each_host_alone_names_the_host():
    known = outlets_of([read_family("kabarnusa.toml", NUSA + 'number_within = "host"\n')])
    assert known.article_number("https://www.kabarnusa.example/baca/7/x") == "kabarnusa.example/7"
    assert known.article_number("https://bali.kabarnusa.example/baca/7/x") == "bali.kabarnusa.example/7"


@pytest.mark.parametrize(
    ("uri", "family", "number"),
    [
        ("https://oto.detik.com/mobil/d-7000001/jembatan-baru", "detik", "7000001"),
        ("https://www.liputan6.com/news/read/6000001/jembatan-baru", "liputan6", "6000001"),
        ("https://news.okezone.com/read/2025/06/01/519/3000001/jembatan-baru", "okezone", "3000001"),
        ("https://bisnis.tempo.co/read/2000001/jembatan-baru", "tempo", "2000001"),
        ("https://bola.kompas.com/read/2025/06/01/10005608/jembatan", "kompas", "2025-06-01-10005608"),
        ("https://news.republika.co.id/berita/sx11aa222/jembatan-baru", "republika", "sx11aa222"),
        ("https://www.cnnindonesia.com/nasional/20250601101112-20-1200001/jembatan", "cnnindonesia", "1200001"),
        ("https://jateng.antaranews.com/berita/500001/jembatan", "antaranews", "jateng.antaranews.com/500001"),
        ("https://www.suara.com/news/2025/06/01/101112/jembatan", "suara", "suara.com/2025-06-01-101112"),
        ("https://kaltim.tribunnews.com/2025/06/01/jembatan-baru", "tribunnews", None),
        ("https://news.detik.com/berita/indeks", "detik", None),
    ],
)
def test_packaged_families_on_addresses(uri, family, number):
    assert load_outlets().family_of(uri) == family
    assert load_outlets().article_number(uri) == number


def test_every_packaged_family_says_since_when_and_whence():
    for key, family in load_outlets().families.items():
        assert family.id == key
        assert family.name in family.hosts
        assert family.source
        assert family.observed.year >= 2025


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (NUSA + "colour = 1\n", "colour"),
        (NUSA.replace('source = "invented"', ""), "source"),
        (NUSA.replace("2025-06-01", '"June"'), "observed"),
        (NUSA.replace('name = "kabarnusa.example"', 'name = "Kabar Nusa"'), "name"),
        (NUSA.replace('"nusa-timur.example"', '"Nusa Timur"'), "hosts"),
        (NUSA.replace('"NusaNews"', "7"), "aliases"),
        (NUSA.replace("(\\d+)", "(\\d+"), "number"),
        (NUSA.replace("(\\d+)", "\\d+"), "number"),
        (NUSA + 'number_within = "page"\n', "number_within"),
        ("name = ", ""),
    ],
)
def test_a_wrong_file_is_refused(text, key):
    with pytest.raises(DataError) as told:
        read_family("kabarnusa.toml", text)
    assert (told.value.file, told.value.key) == ("kabarnusa.toml", key)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('"nusa-timur.example"', '"nusa-barat.example"', "kabarnusa.example"),
        ('"kabarnusa.example", "nusa-timur.example"', '"kabarbarat.example"', "kabarnusa"),
    ],
)
def test_two_files_may_not_claim_one_host_or_name(old, new, key):
    other = NUSA.replace(old, new)
    if "kabarbarat" in new:
        other = other.replace('name = "kabarnusa.example"', 'name = "kabarbarat.example"')
    with pytest.raises(DataError) as told:
        outlets_of([read_family("kabarnusa.toml", NUSA), read_family("lain.toml", other)])
    assert told.value.key == key


@pytest.mark.parametrize(
    ("dateline", "name"),
    [
        ("TRIBUNKALTIM.CO, SAMARINDA", "tribunnews.com"),
        ("SAMARINDA, Tribunkaltim.co", "tribunnews.com"),
        ("JAKARTA, CNN Indonesia", "cnnindonesia.com"),
        ("KABARTELUK.CO", "kabarteluk.co"),
        ("Radar Teluk, Jakarta", "Radar Teluk"),
    ],
)
def test_the_outlet_of_a_dateline_has_its_one_name(packs, dateline, name):
    text = lines(f"{dateline} - {PROSE}", MORE)
    outlet = article_of(text_page(text, uri="jembatan.txt"), packs).outlet
    assert outlet.value == name
    assert load_outlets().name_of(outlet.evidence[0].quote(text)) == name


def test_the_outlet_of_an_address_has_its_one_name_and_a_part_is_kept(packs):
    uri = "https://www.tribunkaltim.co/2025/06/01/jembatan"
    assert article_of(text_page(PROSE, uri=uri), packs).outlet.value == "tribunnews.com"
    assert article_of(text_page(PROSE, uri=uri, outlet="Tribun Kaltim"), packs).outlet.value == "Tribun Kaltim"


@pytest.mark.parametrize(
    ("uri", "number"),
    [
        ("https://kabarnusa.example/baca/7/x", "kabarnusa:7"),
        ("https://bola.kabarnusa.example/baca/7/x?page=all", "kabarnusa:7"),
        ("https://kabarnusa.example/baca/7/x?page=1", "kabarnusa:7"),
        ("https://kabarnusa.example/baca/7/x?page=2", "kabarnusa:7#2"),
        ("https://kabarnusa.example/baca/7/x?a=1&halaman=3", "kabarnusa:7#3"),
        ("https://kabarnusa.example/baca/7/x/page/2", "kabarnusa:7#2"),
        ("https://kabarnusa.example/baca/7/x?p=2", "kabarnusa:7#2"),
        ("https://kabarnusa.example/baca/7/x?page=912", "kabarnusa:7"),
        ("https://tidak-dikenal.example/baca/7/x", None),
        ("https://tidak-dikenal.example/x?page=2", "https://tidak-dikenal.example/x#2"),
        ("https://tidak-dikenal.example/x?page=1", "https://tidak-dikenal.example/x"),
        ("https://tidak-dikenal.example/x?a=1&page=2", "https://tidak-dikenal.example/x?a=1#2"),
        ("https://tidak-dikenal.example/x?page=2&a=1", "https://tidak-dikenal.example/x?a=1#2"),
        ("https://tidak-dikenal.example/?p=12", None),
        ("https://tidak-dikenal.example/daerah/page/2/", None),
        ("https://tidak-dikenal.example/daerah?page=912", None),
    ],
)
def test_a_page_of_several_shares_the_number_of_no_revision(nusa, uri, number):
    assert nusa.numbered(uri) == number


def test_the_words_for_a_page_of_several_come_from_the_file():
    paging = read_paging("paging.toml", 'source = "invented"\nparameters = ["lembar"]\nfolders = ["bagian"]')
    known = outlets_of([read_family("kabarnusa.toml", NUSA)], paging)
    assert known.numbered("https://kabarnusa.example/baca/123/?lembar=2") == "kabarnusa:123#2"
    assert known.numbered("https://kabarnusa.example/baca/123/bagian/2/") == "kabarnusa:123#2"
    assert known.numbered("https://kabarnusa.example/baca/123/?page=2") == "kabarnusa:123"


@pytest.mark.parametrize(
    "text",
    [
        "no toml",
        'source = "invented"\nparameters = ["lembar"]',
        'source = "invented"\nparameters = ["lembar"]\nfolders = "bagian"',
        'source = "invented"\nparameters = ["lembar"]\nfolders = ["bagian"]\nhosts = []',
    ],
)
def test_a_wrong_file_of_paging_is_told(text):
    with pytest.raises(DataError):
        read_paging("paging.toml", text)
