"""A standfirst is kept as prose; what only looks like one is left out."""

import pytest

from kronik.articles.article import article_of
from kronik.pages.projection import project
from kronik.records.pages import Fetch, Item, Media

FIRST = "Dua tahun dibangun, jembatan gantung itu akhirnya dapat dilalui warga kedua tepi sungai."
BODY = (
    "Wali kota Teluk Damai meresmikan jembatan baru di atas Sungai Lembayung pada Rabu (4/6/2025) pagi.",
    "Ia berharap warga di kedua tepi sungai lebih mudah berdagang, dan berjanji jalan ke sana segera diaspal.",
    "Jembatan itu dibangun dengan anggaran daerah, kata kepala dinas pekerjaan umum setempat.",
)


def article(packs, between):
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    html = (
        "<html><head><title>Jembatan Lembayung Diresmikan Wali Kota</title></head><body><section>"
        f"<h1>Jembatan Lembayung Diresmikan Wali Kota</h1>{between}"
        f"<div itemprop='articleBody'>{paragraphs}</div></section></body></html>"
    )
    item = Item(
        uri="https://kabar.example/1", media=Media.HTML, encoding="utf-8", data=html.encode(), fetch=Fetch(location="x")
    )
    return article_of(project(item), packs)


@pytest.mark.parametrize("element", ["<p class='lead'>{}</p>", "<div class='artikel-ringkasan'>{}</div>"])
def test_a_standfirst_is_prose_and_credits_below_it_are_read(packs, element):
    credit = "<p class='kredit'>Penulis: Rani Puspa | 4 Juni 2025, 10.15 WIB</p>"
    found = article(packs, element.format(FIRST) + credit)
    assert found.prose.split("\n") == [FIRST, *BODY]
    assert [writer.value for writer in found.writers] == ["Rani Puspa"]
    assert found.published is not None
    assert found.published.value == "2025-06-04"


@pytest.mark.parametrize(
    "element",
    [
        f"<p class='catatan'>{FIRST}</p>",
        "<p class='lead'>Foto: Rani Puspa</p>",
        f"<p class='lead'><a href='/2'>{FIRST}</a></p>",
        f"<p class='lead'>{BODY[0]}</p>",
    ],
    ids=["unmarked", "short", "linked", "the body's own words"],
)
def test_what_is_no_standfirst_stays_out(packs, element):
    assert article(packs, element).prose.split("\n") == list(BODY)
