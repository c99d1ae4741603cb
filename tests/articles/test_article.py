"""The article stage end to end: ledger, metadata, kind and completeness of pages of our own, and of the seeds."""

import pytest
from article_pages import LAST, MORE, PROSE, lines, removed, text_page
from hypothesis import given, settings
from hypothesis import strategies as st

from kronik.articles.article import article_of
from kronik.languages.loader import load_packs
from kronik.records.articles import Completeness, Kind, Verdict, ledger_faults
from kronik.records.pages import Media, Page, Part, page_id

PACKS = load_packs()
SCRAPS = (
    PROSE,
    MORE,
    "Baca Juga",
    "Baca SelengkapnyaHarga ikan naik.",
    "Baca Selengkapnya",
    "JAKARTA, KABAR.com -Presiden tiba.",
    "Samudra.id, JakartaHujan turun.",
    "-",
    "(abc/def)",
    "jembatan baru",
    "[Gambas:Video]",
    "Rabu, 4 Juni 2025 10:00 WIB",
    "Foto: ",
    "Tags:",
    "\u2028",
    "\r\n",
    "\x00",
    "😀",
    " ",
    "",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(SCRAPS) | st.text(max_size=40), max_size=14), st.sampled_from(["\n", "", " ", "\n\n"]))
def test_the_ledger_of_any_text_sums_to_every_character(scraps, joint):
    text = joint.join(scraps)
    article = article_of(text_page(text), PACKS)
    assert ledger_faults(article.ledger, len(text)) == ()
    for entry in article.ledger:
        assert all(piece.end <= len(text) for evidence in entry.evidence for piece in evidence.slices)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=30), st.text(max_size=30), st.text(max_size=40))
def test_no_part_of_a_page_makes_it_raise(title, stamp, byline, uri):
    page = text_page(lines(PROSE, MORE), uri=uri, title=title, stamp=stamp, byline=byline, outlet=title, section=stamp)
    assert article_of(page, PACKS).uri == uri


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="<>/pdivbr ah1 \n\"='Baca juga:", max_size=200))
def test_the_ledger_of_any_markup_sums_to_every_character(source):
    parts = (Part(name="text", text=source),)
    page = Page(
        id=page_id("text/1", "x", parts),
        uri="x",
        media=Media.TEXT,
        encoding="utf-8",
        projection="text/1",
        parts=parts,
        breaks=tuple(range(3, len(source), 7)),
    )
    assert ledger_faults(article_of(page, PACKS).ledger, len(source)) == ()


def test_an_empty_page_is_unknown_in_every_respect():
    article = article_of(text_page("", uri="kosong.txt"), PACKS)
    assert (article.ledger, article.prose, article.language.code) == ((), "", "und")
    assert (article.kind, article.completeness) == (Kind.UNKNOWN, Completeness.UNKNOWN)
    assert (article.headline, article.outlet, article.published, article.bound) == (None, None, None, None)


def test_a_page_with_everything():
    text = lines(
        "TELUK DAMAI, KABARTELUK.com -" + PROSE,
        "Baca juga: Pasar Apung Teluk Damai Kembali Dibuka",
        MORE,
        "ADVERTISEMENT",
        LAST,
        "(rap/bla)",
        "jembatan",
        "teluk damai",
    )
    page = text_page(
        text,
        title="Jembatan Lembayung Diresmikan",
        stamp="Rabu, 04 Jun 2025 11:20 WITA",
        byline="Rani Puspa, Bayu Laksana -kabarTeluk",
        outlet="kabarteluk.com",
        section="Daerah",
    )
    article = article_of(page, PACKS)
    assert article.prose == lines(PROSE, MORE, LAST)
    assert removed(article, text) == [
        ("TELUK DAMAI, KABARTELUK.com -", "dateline"),
        ("Baca juga: Pasar Apung Teluk Damai Kembali Dibuka", "related"),
        ("ADVERTISEMENT", "advert"),
        ("(rap/bla)", "byline"),
        ("jembatan", "navigation"),
        ("teluk damai", "navigation"),
    ]
    assert article.headline.value == "Jembatan Lembayung Diresmikan"
    assert (article.dateline.place, article.dateline.outlet) == ("TELUK DAMAI", "KABARTELUK.com")
    assert (article.published.value, article.published_time.value) == ("2025-06-04", "2025-06-04T11:20:00+08:00")
    assert [writer.value for writer in article.writers] == ["Rani Puspa", "Bayu Laksana"]
    assert (article.outlet.value, article.section.value) == ("kabarteluk.com", "Daerah")
    assert (article.language.code, article.kind) == ("id", Kind.NEWS)
    assert article.completeness is Completeness.WHOLE
    assert article.conflicts == ()


def test_white_space_between_stretches_goes_to_a_neighbour():
    article = article_of(text_page(lines(PROSE, "", "ADVERTISEMENT", "", MORE), title="Jembatan"), PACKS)
    assert [entry.verdict for entry in article.ledger] == [Verdict.PROSE, Verdict.REMOVED, Verdict.PROSE]


def test_the_same_page_gives_the_same_article():
    page = text_page(lines(PROSE, "Baca Juga", MORE))
    assert article_of(page, PACKS) == article_of(page, load_packs())


def test_a_language_without_a_pack_still_gets_a_ledger():
    text = lines(
        "The mayor opened the new bridge over the river on Wednesday morning, and said that it would bring trade.",
        "https://cdn.example.com/images/bridge.jpg",
        "People on both banks have waited for years, and they hope that the road will be finished before winter.",
    )
    article = article_of(text_page(text, title="Bridge opens"), PACKS)
    assert article.language.code == "en"
    assert [reason for _, reason in removed(article, text)] == ["media"]


def test_a_page_of_nothing_but_an_english_label_has_no_prose():
    article = article_of(text_page("SCROLL TO CONTINUE WITH CONTENT", title="Jembatan"), PACKS)
    assert (article.prose, article.kind) == ("", Kind.UNKNOWN)


def test_layout_decides_lines_where_a_page_has_breaks():
    text = "Wali kota tiba\npukul sembilan pagi.Warga sudah menunggu sejak subuh di tepi sungai itu."
    parts = (Part(name="text", text=text),)
    page = Page(
        id=page_id("html/1", "x", parts),
        uri="x",
        media=Media.TEXT,
        encoding="utf-8",
        projection="html/1",
        parts=parts,
        breaks=(text.index("Warga"),),
    )
    assert article_of(page, PACKS).prose == (
        "Wali kota tiba pukul sembilan pagi.\nWarga sudah menunggu sejak subuh di tepi sungai itu."
    )


@pytest.mark.parametrize(
    ("name", "headline", "debris", "kept"),
    [
        ("000_2a8cf8501bf0b2a7.txt", "Momen Mesra Putin", 15, 7),
        ("001_51c6f78b63b93dbc.txt", "Bahas soal Kekalahan", 5, 16),
    ],
)
def test_the_seed_pages(shared, name, headline, debris, kept):
    """No teaser is left, every line of the body is, and the day of publication is a bound and no guess."""
    text = (shared / "seeds" / name).read_text(encoding="utf-8")
    article = article_of(text_page(text, uri=name), PACKS)
    assert ledger_faults(article.ledger, len(text)) == ()
    assert len(article.prose.splitlines()) == kept
    assert article.headline.value.startswith(headline)
    reasons = [reason for _, reason in removed(article, text)]
    assert len(reasons) - reasons.count("dateline") == debris
    assert article.published is None
    assert article.bound.not_before in {"2023-03-20", "2022-09-15"}
