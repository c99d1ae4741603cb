import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.records.spans import Slice
from kronik.text.markup import Projection, project_markup
from kronik.text.markup_nesting import DEPTH_LIMIT, FORMATTING_LIMIT, bounded_nesting

PIECES = (
    "<p>|</p>|<div>|</div>|<b>|</b>|<br>|<script>|</script>|<noscript>|</noscript>|<table>|<td>|</table>|<template>|"
    "</template>|<svg>|<style>|</style>|<!--|-->|<li>|<a href=x>|</a>|<|&amp;|&#0;|&#xD800;|\r\n|\x00|\ud800|é|"
    "\U0001f30b|kata |dua|<textarea>|<title>|</html>|<frameset>|<math>|<select><option>"
)
FRAGMENTS = st.sampled_from(PIECES.split("|"))
MARKUP = st.one_of(st.lists(FRAGMENTS, max_size=60).map("".join), st.text(max_size=200))


def check(projection: Projection) -> None:
    text = projection.text
    assert "".join(text[node.start : node.end] for node in projection.nodes) == text
    assert [node.start for node in projection.nodes] == sorted(node.start for node in projection.nodes)
    assert all(low < high for low, high in zip(projection.breaks, projection.breaks[1:], strict=False))
    assert all(0 <= stop <= len(text) for stop in projection.breaks)
    assert all(0 <= piece.start < piece.end <= len(text) for piece in projection.hidden)
    assert all(a.end <= b.start for a, b in zip(projection.hidden, projection.hidden[1:], strict=False))
    assert not any("\ud800" <= char <= "\udfff" or char == "\x00" for char in text)
    for index, element in enumerate(projection.elements):
        assert element.parent < index
        assert element.start <= element.end <= len(text)
        if element.parent >= 0:
            parent = projection.elements[element.parent]
            assert parent.start <= element.start <= element.end <= parent.end
    for node in projection.nodes:
        element = projection.elements[node.element]
        assert element.start <= node.start < node.end <= element.end


@given(MARKUP)
def test_offsets_hold_for_any_markup(source: str) -> None:
    projection = project_markup(source)
    check(projection)
    assert projection == project_markup(source)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("", ""),
        ("   ", ""),
        ("<p>Hujan</p><p>deras</p>", "Hujanderas"),
        ("<p>Hujan <b>de</b>ras &amp; angin", "Hujan deras & angin"),
        ("baris\r\nbaru\rlagi", "baris\nbaru\nlagi"),
        ("\ufeff<p>awal", "awal"),
        ("<p>a\x00b\ud800c", "a\ufffdb\ufffdc"),
        ("<p>satu<template>dua</template>tiga", "satutiga"),
        ("<p>satu<!-- dua -->tiga", "satutiga"),
    ],
)
def test_text_is_the_text_nodes_and_nothing_else(source: str, text: str) -> None:
    assert project_markup(source).text == text


def test_breaks_stand_at_blocks_and_line_breaks() -> None:
    projection = project_markup("<p>Hujan <b>deras</b> turun</p><p>Angin<br>kencang</p>")
    inner = [stop for stop in projection.breaks if 0 < stop < len(projection.text)]
    assert [projection.text[a:b] for a, b in zip([0, *inner], [*inner, None], strict=True)] == [
        "Hujan deras turun",
        "Angin",
        "kencang",
    ]


def test_hidden_covers_each_script_style_and_noscript() -> None:
    projection = project_markup(
        "<body><script>x=1</script><script type='application/ld+json'>{}</script><p>Isi</p>"
        "<noscript><p>tanpa <b>skrip</b></p></noscript><style>p{}</style>"
    )
    assert [piece.of(projection.text) for piece in projection.hidden] == ["x=1", "{}", "tanpa skrip", "p{}"]


@pytest.mark.parametrize(
    ("source", "name", "value"),
    [
        ("<html lang=id>", "html:lang", "id"),
        ("<meta property='og:Title' content='Banjir &amp; longsor'>", "meta:og:title", "Banjir & longsor"),
        ("<meta name=author content=Satu><meta name=author content=Dua>", "meta:author", "Satu"),
        ("<meta itemprop=datePublished content=2025-06-01>", "meta:datepublished", "2025-06-01"),
        ("<link rel=canonical href='https://contoh.test/a'>", "link:canonical", "https://contoh.test/a"),
        ("<time datetime=2025-06-01T08:00:00+07:00>kini</time>", "time:datetime", "2025-06-01T08:00:00+07:00"),
        ("<time itemprop=datePublished datetime=2025-06-01>", "itemprop:datepublished", "2025-06-01"),
        ("<p><span itemprop=author content='Sari'></span>", "itemprop:author", "Sari"),
    ],
)
def test_attributes_become_named_parts(source: str, name: str, value: str) -> None:
    assert dict(project_markup(source).attributes)[name] == value


@pytest.mark.parametrize(
    "source",
    [
        "<meta name=csrf-token content=abc>",
        "<meta name=viewport content=width>",
        "<noscript><meta name=author content=Sari></noscript>",
        "<meta name=author content=''>",
        "<link rel=stylesheet href=x.css>",
    ],
)
def test_attributes_that_say_nothing_of_the_article_are_left_out(source: str) -> None:
    assert project_markup(source).attributes == ()


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 100_000 + "isi",
        "<div>" * 50_000 + "isi" + "</div>" * 50_000,
        "<b>" * 100_000 + "isi",
        "<table><tr><td>" * 30_000 + "isi",
        "<ul><li>" * 50_000 + "isi",
        "".join(f"<p><font size={i}>" for i in range(3000)) + "isi",
        "<script><!--" * 50_000 + "isi",
        "<a href='" * 50_000 + "isi",
        "<" * 200_000 + "isi",
        "<!--" * 100_000 + "isi",
        "&amp" * 200_000 + "isi",
    ],
    ids=["div", "div-closed", "b", "table", "list", "font", "script", "quote", "less-than", "comment", "reference"],
)
def test_hostile_pages_are_read(source: str) -> None:
    check(project_markup(source))


def test_nesting_within_the_limits_is_left_alone() -> None:
    source = "<div>" * DEPTH_LIMIT + "isi" + "</div>" * DEPTH_LIMIT
    assert bounded_nesting(source) is source


def test_nesting_beyond_the_limits_keeps_every_text() -> None:
    inside = "<script>'<div>'</script>" + "<div>satu<b>dua</b></div>"
    source = "<div>" * (DEPTH_LIMIT + 5) + "<u>" * (FORMATTING_LIMIT + 5) + inside + "</u>tiga</div>" * 400
    bounded = bounded_nesting(source)
    assert len(bounded) < len(source)
    assert project_markup(source).text == "'<div>'satudua" + "tiga" * 400
    assert project_markup(source).hidden == (Slice(0, 7),)
