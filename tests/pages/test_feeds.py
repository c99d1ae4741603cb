from pathlib import Path

import pytest

from kronik.pages.feeds import LOOSE_BYTES
from kronik.pages.options import ReadOptions
from kronik.pages.projection import project
from kronik.pages.reading import read_inputs
from kronik.records.failures import Failure, FailureCode

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<!-- umpan -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Kabar Kampung</title><link>https://kabar.example</link>
<item><title>Jembatan selesai</title><link>https://kabar.example/1?utm_source=rss#x</link>
<description>Ringkasan jembatan.</description>
<content:encoded><![CDATA[<p onclick="x">Jembatan <a href="/peta">itu</a> selesai.</p><script>1</script>]]>
</content:encoded>
<dc:creator>Ani</dc:creator><pubDate>Wed, 18 Jun 2025 08:00:00 +0700</pubDate><category>Daerah</category></item>
<item><title>Pasar dibuka</title><guid isPermaLink="false">abc-2</guid>
<description>Pasar lama dibuka lagi &amp; ramai.</description></item>
</channel></rss>
"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Kabar</title>
<entry><title>Satu</title><id>https://kabar.example/satu</id><updated>2025-06-18T08:00:00+07:00</updated>
<author><name>Budi</name></author><content type="text">Isi satu &lt; dua.</content></entry></feed>"""


def test_items_of_an_rss_file(read) -> None:
    whole, partial = read("umpan.xml", RSS.encode())
    page = project(whole)
    assert {part.name: part.text for part in page.parts} == {
        "byline": "Ani",
        "outlet": "Kabar Kampung",
        "section": "Daerah",
        "stamp": "Wed, 18 Jun 2025 08:00:00 +0700",
        "summary": "Ringkasan jembatan.",
        "text": "Jembatan itu selesai.1",
        "title": "Jembatan selesai",
    }
    assert 'onclick="x"' in (page.markup or "")
    assert 'href="/peta"' in (page.markup or "")
    assert (whole.uri, whole.partial) == ("https://kabar.example/1", False)
    assert (partial.uri, partial.partial) == ("umpan.xml#2", True)
    assert project(partial).text == "Pasar lama dibuka lagi & ramai."
    assert project(partial).partial


def test_items_of_an_atom_file(read) -> None:
    (item,) = read("umpan", ATOM.encode())
    assert project(item).text == "Isi satu < dua."
    assert project(item).part("byline") == "Budi"
    assert (item.uri, item.partial) == ("https://kabar.example/satu", False)


def test_the_encoding_of_a_feed_is_recorded(read) -> None:
    data = RSS.replace("UTF-8", "windows-1252").replace("Ringkasan", "“Ringkasan”").encode("cp1252")
    first, _ = read("umpan.rss", data)
    assert first.encoding == "cp1252"
    assert project(first).part("summary") == "“Ringkasan” jembatan."


def test_whole_items_before_a_cut_are_read(read) -> None:
    item, failure = read("umpan.xml", RSS[: RSS.index("lama dibuka")].encode())
    assert item.uri == "https://kabar.example/1"
    assert (failure.code, failure.location) == (FailureCode.BROKEN, "umpan.xml")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("<rss><channel><title>x</title></channel></rss>", [FailureCode.EMPTY]),
        ("<rss><channel>", [FailureCode.BROKEN]),
        ("<rss><channel><item><title>Tanpa isi</title></item></channel></rss>", [FailureCode.EMPTY]),
    ],
)
def test_feeds_without_text_are_failures(read, text: str, codes: list[FailureCode]) -> None:
    assert [failure.code for failure in read("umpan.xml", text.encode())] == codes


def test_a_feed_that_names_entities_does_not_grow(read) -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    doctype = f'<!DOCTYPE rss [<!ENTITY e0 "kata">{entities}]>'
    data = f"{doctype}<rss><channel><item><description>&e9;</description></item></channel></rss>"
    for found in read("umpan.xml", data.encode()):
        assert len(getattr(found, "data", b"")) < 10_000


def test_a_large_feed_that_is_not_well_formed_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "besar.xml"
    path.write_bytes(b"<rss><channel><item><title>Judul</title>" + b"<p>" * (LOOSE_BYTES // 3 + 1))
    (found,) = read_inputs([str(path)], ReadOptions())
    assert isinstance(found, Failure)
    assert found.code is FailureCode.BROKEN
    assert "not well-formed" in found.reason
