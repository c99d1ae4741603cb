import pytest

from kronik.pages.sniffing import Kind, kind_of, promised_container, stranger


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"", "a.csv", Kind.EMPTY),
        (b"\x1f\x8b\x08", "a.txt", Kind.GZIP),
        (b"PK\x03\x04xxxx", "a", Kind.ZIP),
        (b"WARC/1.0\r\n", "a", Kind.WARC),
        (b"PAR1\x15", "a", Kind.PARQUET),
        (b"teks biasa", "a.md", Kind.TEXT),
        (b"teks biasa", "a.html", Kind.HTML),
        (b" \n<!-- x --><!DOCTYPE html>", "a.txt", Kind.HTML),
        ("<html>".encode("utf-16"), "a", Kind.HTML),
        ("<html><p>".encode("utf-16-le"), "a", Kind.HTML),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', "a.xml", Kind.HTML),
        (b'<?xml version="1.0"?>\n<rss version="2.0">', "a.xml", Kind.FEED),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "a.html", Kind.FEED),
        (b'<rdf:RDF xmlns="x">', "a", Kind.FEED),
        (b"<urlset>", "a.xml", Kind.OTHER),
        (b"<orang tua> berkata", "a.txt", Kind.TEXT),
        (b"a,b\n1,2", "a.CSV", Kind.TABLE),
        (b"<p>a,b", "a.csv", Kind.TABLE),
        (b"<!doctype html>", "a.csv", Kind.HTML),
        (b'{"a": 1}\n{"a"', "a", Kind.JSON_LINES),
        (b'{"a": 1', "a", Kind.JSON_LINES),
        (b'{"a": 1,\n"b": 2}', "a.json", Kind.JSON),
        (b"{kurung} di awal", "a.txt", Kind.TEXT),
        (b'[{"a": 1}]', "a.txt", Kind.JSON),
        (b"[JAKARTA] berita", "a.txt", Kind.TEXT),
        (b"bukan json", "a.jsonl", Kind.JSON_LINES),
        (bytes(range(32)), "a.txt", Kind.BINARY),
        (b"%PDF-1.4", "a.txt", Kind.OTHER),
    ],
)
def test_kinds(head: bytes, name: str, kind: Kind) -> None:
    assert kind_of(head, name) is kind


def test_strangers_and_promises_are_named() -> None:
    assert stranger(b"%PDF-1.4") == "PDF"
    assert stranger(b"teks") is None
    assert promised_container("a.HTML.GZ") is Kind.GZIP
    assert promised_container("a.html") is None
