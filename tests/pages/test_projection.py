import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.errors import PageError
from kronik.pages.projection import PROJECTIONS, project
from kronik.records.failures import FailureCode
from kronik.records.pages import Fetch, Item, Media
from kronik.text.markup import HTML_PROJECTION


def item(data: bytes, media: Media = Media.TEXT, encoding: str = "utf-8", uri: str = "a.txt") -> Item:
    return Item(uri=uri, media=media, encoding=encoding, data=data, fetch=Fetch(location="a.txt"), partial=True)


def test_a_text_is_its_own_page_text() -> None:
    page = project(item(b"Satu.\r\n\tDua \x00 tiga.\n"))
    assert page.text == "Satu.\r\n\tDua \ufffd tiga.\n"
    assert (page.projection, page.breaks, page.hidden, page.markup, page.partial) == ("text/1", (), (), None, True)
    assert [part.name for part in page.parts] == ["text"]


def test_html_keeps_its_source_and_the_attributes_that_matter() -> None:
    source = "<html lang=id><title>Judul</title><p>Satu</p><script>x</script>"
    page = project(item(source.encode("utf-16"), Media.HTML, "utf-16"))
    assert (page.projection, page.markup, page.part("html:lang")) == (HTML_PROJECTION, source, "id")
    assert page.text == "JudulSatux"
    assert [piece.of(page.text) for piece in page.hidden] == ["x"]
    assert page.breaks


def test_a_row_has_a_part_for_each_cell() -> None:
    page = project(item(b'{"html":null,"parts":{"text":"isi","title":"Judul"}}', Media.ROW, "cp1252"))
    assert [(part.name, part.text) for part in page.parts] == [("text", "isi"), ("title", "Judul")]
    assert (page.projection, page.encoding) == ("row/1", "cp1252")


def test_a_row_with_html_is_projected_from_it() -> None:
    page = project(item(b'{"html":"<p lang=id>isi</p>","parts":{"title":"Judul"}}', Media.ROW))
    assert (page.text, page.part("title"), page.markup) == ("isi", "Judul", "<p lang=id>isi</p>")
    assert page.projection == f"row/1+{HTML_PROJECTION}"
    assert page.projection in PROJECTIONS


@pytest.mark.parametrize(
    ("given_item", "code"),
    [
        (item(b""), FailureCode.EMPTY),
        (item(b" \r\n\xc2\xa0"), FailureCode.EMPTY),
        (item(b"<html><p> </p>", Media.HTML), FailureCode.EMPTY),
        (item(b'{"html":null,"parts":{}}', Media.ROW), FailureCode.EMPTY),
        (item(b"\xff"), FailureCode.ENCODING),
        (item(b"a", encoding="klingon-8"), FailureCode.ENCODING),
        (item(b"{}", Media.ROW), FailureCode.BROKEN),
        (item(b'{"html":null,"parts":{"text":5}}', Media.ROW), FailureCode.BROKEN),
        (item(b"[", Media.ROW), FailureCode.BROKEN),
    ],
)
def test_what_has_no_page_says_why(given_item: Item, code: FailureCode) -> None:
    with pytest.raises(PageError) as caught:
        project(given_item)
    assert (caught.value.code, caught.value.location) == (code, "a.txt")


@given(st.text(min_size=1).filter(str.strip))
def test_a_text_is_kept_character_for_character(text: str) -> None:
    page = project(
        item(text.encode("utf-16-le", "surrogatepass"), encoding="utf-16-le/replace" if "\x00" in text else "utf-16-le")
    )
    assert page.text == re.sub("\x00", "\ufffd", text)


@given(st.text(max_size=80).map("isi".__add__), st.sampled_from([Media.TEXT, Media.HTML]))
def test_the_page_depends_on_the_item_alone(text: str, media: Media) -> None:
    data = text.encode("utf-8", "replace")
    page = project(item(data, media))
    assert project(item(data, media)) == page
    assert project(item(data, media, uri="b.txt")).id != page.id
    assert not re.search("[\x00\ud800-\udfff]", "".join(part.text for part in page.parts))
