"""Teasers closed by a link: runs over lines and within one, and links of the article itself."""

import pytest
from article_pages import LAST, MORE, PROSE, lines, text_page

from kronik.articles.article import article_of

FIRST = "Harga ikan di pasar pelabuhan naik menjelang musim angin barat tahun ini."
SECOND = "Nelayan muda Teluk Damai memenangi lomba perahu layar antarpulau."


@pytest.mark.parametrize(
    "tail",
    [
        lines(FIRST, "Baca Selengkapnya" + SECOND, "Baca Selengkapnya"),
        lines(FIRST, "Baca Selengkapnya", SECOND, "Baca Selengkapnya"),
        FIRST + "Baca Selengkapnya" + SECOND + "Baca Selengkapnya",
        "Harga Ikan Naik Jelang Musim BaratSelengkapnyaNelayan Muda Memenangi Lomba PerahuSelengkapnya",
    ],
)
def test_a_run_of_teasers_goes_with_the_first_that_has_no_marker(packs, tail):
    text = lines(PROSE, MORE, LAST, tail)
    assert article_of(text_page(text, title="Jembatan"), packs).prose == lines(PROSE, MORE, LAST)


def test_the_first_teaser_shows_the_link_behind_it(packs):
    text = lines(PROSE, MORE, FIRST, "Baca Selengkapnya" + SECOND, "Baca Selengkapnya")
    entry = next(e for e in article_of(text_page(text), packs).ledger if e.rule == "teaser.first")
    assert entry.span.of(text).strip() == FIRST
    assert entry.evidence[0].quote(text) == "Baca Selengkapnya"


def test_a_single_link_at_the_end_leaves_the_paragraph_before_it(packs):
    text = lines(PROSE, MORE, "Baca Selengkapnya")
    assert article_of(text_page(text, title="Jembatan"), packs).prose == lines(PROSE, MORE)


def test_a_single_link_glued_to_a_paragraph_goes_alone(packs):
    text = lines(PROSE, MORE + "Baca Selengkapnya")
    assert article_of(text_page(text, title="Jembatan"), packs).prose == lines(PROSE, MORE)
