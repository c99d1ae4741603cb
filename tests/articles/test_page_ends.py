"""Head and foot of a page: headline and labels where no part tells them, initials, tags, what stays."""

import pytest
from article_pages import LAST, MORE, PROSE, lines, removed, text_page

from kronik.articles.article import article_of

TITLE = "Jembatan Lembayung Diresmikan, Warga Dua Tepi Bersuka Cita"


def test_headline_label_and_summary_of_a_scraped_page(packs):
    text = lines("Berita Daerah Terkini", TITLE, "Warga dua tepi sungai kini terhubung oleh jembatan.", PROSE, MORE)
    article = article_of(text_page(text, uri="jembatan.txt"), packs)
    assert article.headline.value == TITLE
    assert removed(article, text) == [("Berita Daerah Terkini", "navigation"), (TITLE, "headline")]
    assert article.prose.startswith("Warga dua tepi sungai")


def test_a_name_below_the_headline_that_the_headline_holds_is_a_tag(packs):
    text = lines(PROSE, TITLE, "Jembatan Lembayung", MORE, LAST)
    article = article_of(text_page(text, uri="jembatan.txt"), packs)
    assert ("Jembatan Lembayung", "navigation") in removed(article, text)


def test_a_page_whose_title_is_known_keeps_its_sub_headings(packs):
    text = lines(PROSE, "Panjang dan Lebar Jembatan", MORE)
    assert removed(article_of(text_page(text, title=TITLE), packs), text) == []


@pytest.mark.parametrize(
    "end",
    [
        "(rap/bla)",
        "(rap)",
        "(Ria)",
        "(*/rap)",
        "(rap/bla/dwi)",
        "(E-2)",
        "(Rani Puspa )",
        "(RAP/BLA)",
        "(nu2/rap)",
        "rap/bla (afp, dpa)",
        "rap (ap, afp)",
    ],
)
def test_initials_and_names_in_brackets_sign_the_article(packs, end):
    text = lines(PROSE, MORE, LAST, end)
    assert removed(article_of(text_page(text, title=TITLE), packs), text) == [(end, "byline")]


def test_initials_and_tags_glued_to_a_list_go(packs):
    text = lines(
        PROSE, MORE, "1. Rani Puspa - Ketua2. Bayu Laksana - Wakil Ketua(rap/bla)jembatan barusungai lembayung"
    )
    article = article_of(text_page(text, title=TITLE), packs)
    assert article.prose == lines(PROSE, MORE, "1. Rani Puspa - Ketua2. Bayu Laksana - Wakil Ketua")


@pytest.mark.parametrize("end", ["(rap/bla)", "(rap)", " (*)", "(*/rap)"])
def test_initials_glued_to_the_last_paragraph(packs, end):
    text = lines(PROSE, MORE, LAST + end)
    article = article_of(text_page(text, title=TITLE), packs)
    assert article.prose == lines(PROSE, MORE, LAST)


@pytest.mark.parametrize(
    "end",
    [
        "kata petugas komisi itu (KPU).",
        "warga sungai (nelayan, petani)",
        "kecepatan 20 m/s (angin/ombak)",
        "(foto warga itu beredar luas.)",
        "usia warga itu (54)",
    ],
)
def test_brackets_of_the_prose_stay(packs, end):
    text = lines(PROSE, MORE, f"{LAST} Begitu {end}")
    assert removed(article_of(text_page(text, title=TITLE), packs), text) == []


def test_tags_below_the_initials_are_furniture(packs):
    text = lines(PROSE, MORE, "(rap/bla)", "jembatan baru", "teluk damai", "Kabar Teluk Awards")
    reasons = dict(removed(article_of(text_page(text, title=TITLE), packs), text))
    assert reasons["jembatan baru"] == reasons["Kabar Teluk Awards"] == "navigation"


def test_a_run_of_tags_without_an_end_mark(packs):
    text = lines(PROSE, MORE, LAST, "jembatan baru", "teluk damai", "sungai lembayung")
    assert article_of(text_page(text, title=TITLE), packs).prose == lines(PROSE, MORE, LAST)


def test_prose_after_initials_is_prose(packs):
    text = lines(PROSE, "(rap/bla)", MORE, f"{LAST} {LAST}")
    article = article_of(text_page(text, title=TITLE), packs)
    assert removed(article, text) == [("(rap/bla)", "byline")]


def test_a_drawn_rule_above_a_note_goes_with_it_and_one_between_paragraphs_stays(packs):
    text = lines(PROSE, "***", MORE, "-----", "Artikel ini telah tayang di Kabar Utara.")
    article = article_of(text_page(text, title=TITLE), packs)
    assert article.prose == lines(PROSE, "***", MORE)
