import pytest
from article_pages import markup_page
from hypothesis import given, settings
from hypothesis import strategies as st

from kronik.articles import body as body_module
from kronik.articles import body_candidates
from kronik.articles.body import body_of
from kronik.articles.body_candidates import Witness
from kronik.records.pages import Media, Page, Part

LEAD = (
    "Banjir merendam tiga desa di tepi Sungai Marea sejak Selasa dini hari dan memutus satu jembatan gantung di hulu."
)
SECOND = (
    "Kepala desa, Rudi Hamdan, menyebut sebelas keluarga sudah pindah ke balai warga sambil menunggu air surut kembali."
)
THIRD = (
    "Petugas membagikan beras, selimut dan air bersih, sementara warga membersihkan lumpur dari halaman sekolah dasar."
)
FOURTH = "Hujan diperkirakan masih turun sampai Jumat sehingga pintu air di bendungan hulu dibuka sedikit demi sedikit."
TEASER = (
    "Harga cabai di pasar induk naik lagi menjelang hari raya, pedagang mengeluh pasokan dari lereng gunung berkurang."
)
MENU = "<nav><ul>" + "".join(f"<li><a href=/{n}>Kanal {n}</a></li>" for n in range(12)) + "</ul></nav>"
LINKS = "".join(f"<li><a href=/b{n}>Berita pilihan nomor {n} untuk pembaca setia</a></li>" for n in range(8))


def lines_of_body(source: str) -> list[str]:
    page = markup_page(source)
    return [" ".join(piece.of(page.text).split()) for piece in body_of(page).slices]


def article(inner: str, after: str = "") -> str:
    return (
        f"<html><head><title>Banjir Marea</title></head><body>{MENU}<div class=halaman><h1>Banjir Marea</h1>"
        f"<div class='detail-text'>{inner}</div></div>{after}<div class=terpopuler><ul>{LINKS}</ul></div>"
        "<footer>Hak cipta media contoh, semua tulisan dilindungi undang-undang di negeri ini.</footer></body></html>"
    )


PARAGRAPHS = f"<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p><p>{FOURTH}</p>"


@pytest.mark.parametrize(
    ("inner", "lines"),
    [
        (PARAGRAPHS, [LEAD, SECOND, THIRD, FOURTH]),
        (f"{LEAD}<br><br>{SECOND}<br><br>{THIRD}<br>{FOURTH}", [LEAD, SECOND, THIRD, FOURTH]),
        (f"{LEAD}<p>{SECOND}</p><p>{THIRD}</p><p>{FOURTH}</p>", [LEAD, SECOND, THIRD, FOURTH]),
        (f"<p>{LEAD}</p><h2>Warga pindah</h2><p>{SECOND}</p><p>{THIRD}</p>", [LEAD, "Warga pindah", SECOND, THIRD]),
        (
            f"<p>{LEAD}</p><p>{SECOND}</p><ul><li>{THIRD}</li><li>{FOURTH}</li></ul><p>{LEAD[::-1]}</p>",
            [LEAD, SECOND, THIRD, FOURTH, LEAD[::-1]],
        ),
        (
            f"<p>{LEAD}</p><figure><figcaption>{TEASER}</figcaption></figure><p>{SECOND}</p><p>{THIRD}</p>",
            [LEAD, SECOND, THIRD],
        ),
        (
            f"<p>{LEAD}</p><p><a href=/lain>Simak juga: {TEASER}</a></p><p>{SECOND}</p><p>{THIRD}</p>",
            [LEAD, SECOND, THIRD],
        ),
        (
            f"<p>{LEAD}</p><div class='artikel-terkait'><p>{TEASER}</p></div><p>{SECOND}</p><p>{THIRD}</p>",
            [LEAD, SECOND, THIRD],
        ),
        (f"<script>var a='{LEAD}';</script>{PARAGRAPHS}<style>p{{}}</style>", [LEAD, SECOND, THIRD, FOURTH]),
    ],
    ids=["p", "br", "bare-lead", "heading", "list", "caption", "pointer", "related", "script"],
)
def test_body_is_the_article_and_nothing_beside_it(inner: str, lines: list[str]) -> None:
    assert lines_of_body(article(inner)) == lines


def test_a_sentence_that_a_teaser_repeats_counts_once() -> None:
    before = f"<div class=terpopuler><a href=/1>{LEAD}</a></div>"
    assert lines_of_body(article(PARAGRAPHS).replace("<div class=halaman>", before + "<div class=halaman>")) == [
        LEAD,
        SECOND,
        THIRD,
        FOURTH,
    ]


def test_inline_elements_stay_in_their_paragraph() -> None:
    marked = LEAD.replace("Sungai Marea", "<a href=/marea>Sungai <b>Marea</b></a>")
    assert lines_of_body(article(PARAGRAPHS.replace(LEAD, marked)))[0] == LEAD


INSERTS = {
    "table": f"<table class=linksisip><tr><td><b>Baca juga:</b> <a href=x>{TEASER}</a></td></tr></table>",
    "box": f"<div class='inner-link-baca-juga'>Baca juga: <a href=x>{TEASER}</a></div>",
    "parallax": "<div class='parallaxindetail'><p>ADVERTISEMENT</p><p>GULIR UNTUK LANJUT BACA</p></div>",
    "share": "<div class=share-box><span>Bagikan</span><ul><li><a href=x>Kirim</a></li></ul></div>",
    "tags": "<div class=detail__body-tag>Topik: <a href=x>banjir marea</a> <a href=x>jembatan gantung</a></div>",
    "gallery": f"<div class=gallery><div class=caption>{TEASER}</div></div>",
    "list": f"<p>Lihat juga</p><ul>{LINKS}</ul>",
}


@pytest.mark.parametrize("name", INSERTS)
@pytest.mark.parametrize("place", [1, 2, 4])
def test_inserts_of_news_pages_are_left_out(name: str, place: int) -> None:
    paragraphs = [f"<p>{text}</p>" for text in (LEAD, SECOND, THIRD, FOURTH)]
    paragraphs.insert(place, INSERTS[name])
    assert lines_of_body(article("".join(paragraphs))) == [LEAD, SECOND, THIRD, FOURTH]


def test_comments_of_readers_are_no_body() -> None:
    comments = "<div class=komentar>" + "".join(f"<p>{TEASER} {n}</p>" for n in range(3)) + "</div>"
    assert lines_of_body(article(PARAGRAPHS, comments)) == [LEAD, SECOND, THIRD, FOURTH]


@pytest.mark.parametrize(
    "wrap", ["<form method=post>{}</form>", "<table><tr><td>{}</td></tr></table>", "<a name=top>{}"]
)
def test_a_page_inside_one_element_keeps_its_body(wrap: str) -> None:
    assert lines_of_body(wrap.format(article(PARAGRAPHS))) == [LEAD, SECOND, THIRD, FOURTH]


@pytest.mark.parametrize("name", ["title", "share", "comment", "widget", "author", "ads"])
def test_a_marked_element_that_holds_the_article_is_not_left_out(name: str) -> None:
    inner = "".join(f"<div class='{name}'><p>{text}</p></div>" for text in (LEAD, SECOND, THIRD, FOURTH))
    assert lines_of_body(article(inner)) == [LEAD, SECOND, THIRD, FOURTH]


def test_an_index_page_has_no_body() -> None:
    cards = "".join(
        f"<div class=kartu><h3><a href=/{n}>Judul berita hari ini nomor {n}</a></h3><p>{TEASER} Bagian {n}.</p></div>"
        for n in range(14)
    )
    body = body_of(markup_page(f"<html><body>{MENU}<main>{cards}</main></body></html>"))
    assert body.index
    assert body.slices == ()


@pytest.mark.parametrize("source", ["<p>", "<script>x</script>", "<html><head><title>Judul</title></head></html>"])
def test_a_page_without_visible_text_has_no_body(source: str) -> None:
    assert body_of(markup_page(source)).slices == ()


def test_a_page_of_text_is_all_body() -> None:
    page = Page(
        id="0" * 32,
        uri="a.txt",
        media=Media.TEXT,
        encoding="utf-8",
        projection="text/1",
        parts=(Part(name="text", text=LEAD),),
    )
    assert [piece.of(LEAD) for piece in body_of(page).slices] == [LEAD]


@pytest.mark.parametrize("failure", [ValueError, RecursionError, MemoryError, KeyError, AssertionError])
def test_the_body_survives_the_failure_of_every_extractor(
    failure: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_markup: str) -> str:
        raise failure

    monkeypatch.setattr(body_module, "PRECISE", Witness("precision", broken))
    monkeypatch.setattr(body_module, "READABLE", Witness("readability", broken))
    body = body_of(markup_page(article(PARAGRAPHS)))
    assert body.rule == "body.structure"
    assert len(body.slices) == 4


def test_a_witness_that_fails_says_nothing() -> None:
    assert body_candidates.testimony(Witness("none", lambda markup: markup[10:][0]), "x") == ""


def test_a_witness_is_not_asked_about_markup_beyond_its_bound() -> None:
    witness = Witness("none", lambda markup: markup, largest=3)
    assert [body_candidates.testimony(witness, markup) for markup in ("abc", "abcd")] == ["abc", ""]


def test_an_article_of_one_short_sentence_is_found() -> None:
    assert lines_of_body(article(f"<p>{LEAD}</p>")) == [LEAD]


WILD = st.lists(
    st.sampled_from(
        [f"<p>{LEAD}</p>", f"<div>{SECOND}", "</div>", "<br>", f"<a href=x>{TEASER}</a>", "<table><tr><td>"]
    )
    | st.sampled_from(["</td></tr></table>", "<ul><li>", "<h2>Kata</h2>", "<script>", "<form>", "<b>", "teks lepas "]),
    max_size=25,
).map("".join)


@settings(max_examples=60, deadline=None)
@given(WILD)
def test_slices_ascend_and_stay_in_visible_text(source: str) -> None:
    page = markup_page(source)
    body = body_of(page)
    ends = [0, *(piece.end for piece in body.slices)]
    assert all(end <= piece.start < piece.end <= len(page.text) for end, piece in zip(ends, body.slices, strict=False))
    assert not any(piece.overlaps(dark) for piece in body.slices for dark in page.hidden)
    assert body == body_of(page)


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 20_000 + LEAD,
        f"<p>{LEAD}" * 2000,
        "<table><tr><td>a" * 5000,
        "<b><i>" * 20_000,
        f"<li>{LEAD}</a>" * 2000,
    ],
    ids=["deep", "many", "tables", "formatting", "items"],
)
def test_hostile_pages_are_read(source: str) -> None:
    page = markup_page(source)
    assert all(0 <= piece.start < piece.end <= len(page.text) for piece in body_of(page).slices)
