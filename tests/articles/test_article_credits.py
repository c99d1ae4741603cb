"""Writers whom an HTML page names only in the text between its heading and its body."""

import pytest
from article_pages import LAST, MORE, PROSE, markup_page

from kronik.articles.article import article_of
from kronik.records.pages import Page

TITLE = "Jembatan Lembayung Diresmikan Wali Kota"


def page_of(credit: str, after: str = "") -> Page:
    body = "".join(f"<p>{line}</p>" for line in (PROSE, MORE, LAST))
    source = (
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{credit}<div>{body}</div>{after}</body></html>"
    )
    return markup_page(source)


@pytest.mark.parametrize(
    ("credit", "writers"),
    [
        ('<span>Oleh <a href="/penulis/rani">Rani Puspa</a></span>', ["Rani Puspa"]),
        ("<p>Penulis: <span>Rani Puspa</span> | <time>4 Juni 2025, 10.00 WIB</time></p>", ["Rani Puspa"]),
        ("<p>By Rani Puspa | 4 June 2025</p>", ["Rani Puspa"]),
        ("<p>Rani Puspa menulis dari tepi sungai.</p>", []),
        ("<p>Laporan warga tentang jembatan</p>", []),
        ("<p>Oleh warga dua tepi sungai, jembatan itu lama dinanti.</p>", []),
        ("<script>var x = 'Oleh Rani Puspa';</script>", []),
    ],
)
def test_a_writer_named_under_the_heading(packs, credit, writers):
    article = article_of(page_of(credit), packs)
    assert [writer.value for writer in article.writers] == writers


def test_evidence_of_such_a_writer_is_the_name_in_the_page_text(packs):
    page = page_of("<p>Penulis: Rani Puspa</p>")
    (writer,) = article_of(page, packs).writers
    assert [piece.of(page.text) for piece in writer.evidence[0].slices] == ["Rani Puspa"]


def test_a_name_below_the_body_is_not_read_from_there(packs):
    assert article_of(page_of("", after="<p>Oleh Bayu Laksana</p>"), packs).writers == ()
