import gzip
import io
import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kronik.errors import UsageError
from kronik.pages.inputs import bytes_of
from kronik.pages.options import MEBIBYTE, ReadLimits, ReadOptions
from kronik.pages.projection import project
from kronik.pages.reading import read_inputs
from kronik.records.failures import Failure, FailureCode, Skipped
from kronik.records.pages import Item, Media

TEXT = "Jembatan di kampung kami selesai dibangun.\r\nWarga senang.\r\n"
HTML = b"<!DOCTYPE html><html><head><title>Jembatan</title></head><body><p>Jembatan selesai.</p></body></html>"
NAMES = [
    "a",
    "a.txt",
    "a.html",
    "a.csv",
    "a.tsv",
    "a.jsonl",
    "a.json",
    "a.gz",
    "a.zip",
    "a.warc",
    "a.parquet",
    "a.xml",
    "a.rss",
]
STARTS = [
    *(b"", b"\x1f\x8b\x08\x00", b"PK\x03\x04", b"PAR1", b"WARC/1.0\r\n", b"<rss><channel><item>", b'{"text": "', b"[{"),
    *(b"<html>", b"text,url\n", b'text,url\n"', b"\xff\xfe", b"\xef\xbb\xbf", b"%PDF-1.4"),
    gzip.compress(b"<html><p>x" * 50)[:-9],
]
ONE_LINE = re.compile(r"[^\n\r]{3,}")


def test_a_text_file_is_one_page_as_it_stands(read) -> None:
    (item,) = read("berita.txt", TEXT.encode())
    assert (item.uri, item.media, item.encoding, item.data) == ("berita.txt", Media.TEXT, "utf-8", TEXT.encode())
    assert item.fetch.location == "berita.txt"
    assert project(item).text == TEXT


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "halaman", "a.txt", "a.csv"])
def test_html_is_told_by_its_content(read, name: str) -> None:
    (item,) = read(name, HTML)
    assert item.media is Media.HTML


@pytest.mark.parametrize("name", ["halaman.html.gz", "halaman", "halaman.txt.GZ"])
def test_gzip_is_told_by_its_content(read, name: str) -> None:
    (item,) = read(name, gzip.compress(HTML))
    assert (item.uri, item.media, item.data) == (name, Media.HTML, HTML)


def test_a_gzip_file_of_many_members_is_one(read) -> None:
    (item,) = read("berita.gz", gzip.compress(b"satu ") + gzip.compress(b"dua") + b"\0\0")
    assert item.data == b"satu dua"


def test_a_file_named_gz_that_is_text_is_text(read) -> None:
    (item,) = read("berita.gz", b"bukan gzip")
    assert item.media is Media.TEXT


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("kosong.txt", b"", FailureCode.EMPTY),
        ("kosong.csv", b"", FailureCode.EMPTY),
        ("kosong.txt.gz", gzip.compress(b""), FailureCode.EMPTY),
        ("biner.txt", bytes(range(256)) * 4, FailureCode.NOT_TEXT),
        ("gambar.jpg", b"\xff\xd8\xff\xe0" + bytes(100), FailureCode.UNSUPPORTED),
        ("berkas.pdf", b"%PDF-1.7\n%\xe2\xe3", FailureCode.UNSUPPORTED),
        ("gaya.css", b"body { color: red }", FailureCode.UNSUPPORTED),
        ("peta.xml", b"<?xml version='1.0'?><urlset/>", FailureCode.UNSUPPORTED),
        ("surat.docx", b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", FailureCode.UNSUPPORTED),
        ("arsip.tar.gz", gzip.compress(b"a" * 257 + b"ustar" + bytes(300)), FailureCode.UNSUPPORTED),
        ("dua.gz", gzip.compress(gzip.compress(b"teks")), FailureCode.UNSUPPORTED),
        ("terpotong.html.gz", gzip.compress(os.urandom(50).hex().encode() * 30)[:-20], FailureCode.BROKEN),
        ("rusak.gz", b"\x1f\x8b\x08\x00" + b"\xff" * 50, FailureCode.BROKEN),
        ("rusak.gz", b"\x00\x01\x02\x03" * 20, FailureCode.BROKEN),
        ("rusak.zip", b"PK\x03\x04" + b"\xff" * 50, FailureCode.BROKEN),
        ("rusak.parquet", b"PAR1" + b"\xff" * 50, FailureCode.BROKEN),
        ("rusak.jsonl", b"{", FailureCode.BROKEN),
        ("tabel.csv", b"nama,umur\nSiti,40\n", FailureCode.COLUMNS),
        ("tabel.jsonl", b'{"nama": "Siti"}', FailureCode.COLUMNS),
        ("tabel.csv", b"\n\n", FailureCode.EMPTY),
    ],
)
def test_what_cannot_be_read_is_a_failure_with_its_code(read, name: str, data: bytes, code: FailureCode) -> None:
    (failure,) = read(name, data)
    assert isinstance(failure, Failure)
    assert failure.code is code
    assert failure.location.partition("#")[0] == name
    assert ONE_LINE.fullmatch(failure.reason)


@pytest.mark.parametrize(
    "data",
    [b"<html><p>Belum <b>ditutup", b"<p></div></div>Isi<!-- tidak ditutup", b"<html" + b"<div>" * 20_000 + b"Isi"],
)
def test_broken_html_is_still_a_page(read, data: bytes) -> None:
    (item,) = read("rusak.html", data)
    assert item.media is Media.HTML
    assert project(item).markup is not None


def test_one_line_of_a_hundred_megabytes_is_too_large_and_is_not_read_whole(tmp_path) -> None:
    path = tmp_path / "sebaris.txt"
    with path.open("wb") as out:
        for _ in range(100):
            out.write(b"kata " * (MEBIBYTE // 5))
    (failure,) = read_inputs([str(path)], ReadOptions())
    assert failure.code is FailureCode.TOO_LARGE


def test_a_row_of_a_hundred_megabytes_is_let_go_and_the_next_is_read(tmp_path) -> None:
    path = tmp_path / "tabel.csv"
    with path.open("wb") as out:
        out.write(b'text,url\n"')
        for _ in range(100):
            out.write(b"kata " * (MEBIBYTE // 5))
        out.write(b'",a\nberita kecil,b\n')
    failure, item = read_inputs([str(path)], ReadOptions())
    assert (failure.code, failure.location) == (FailureCode.TOO_LARGE, "tabel.csv#1")
    assert item.uri == "b"


def test_a_gzip_bomb_is_told(read) -> None:
    for byte in (b" ", b"\0"):
        (failure,) = read("bom.txt.gz", gzip.compress(byte * (8 * MEBIBYTE)))
        assert failure.code is FailureCode.BOMB


def test_rows_before_the_end_of_a_truncated_gzip_are_read(read) -> None:
    rows = "text,url\n" + "".join(f"{os.urandom(40).hex()},{number}\n" for number in range(5000))
    *items, failure = read("tabel.csv.gz", gzip.compress(rows.encode())[:-1000])
    assert len(items) > 4900
    assert all(isinstance(item, Item) for item in items)
    assert failure.code is FailureCode.BROKEN


def test_an_encoding_that_does_not_exist_is_refused_at_once(tmp_path) -> None:
    (tmp_path / "a.txt").write_text("a")
    with pytest.raises(UsageError, match="unknown encoding"):
        read_inputs([str(tmp_path)], ReadOptions(encoding="klingon-8"))


def test_an_encoding_asked_for_that_does_not_fit_is_a_failure(read) -> None:
    (failure,) = read("a.txt", "kafé".encode("latin-1"), encoding="utf-8")
    assert failure.code is FailureCode.ENCODING
    (item,) = read("a.txt", "kafé".encode("latin-1"), encoding="latin-1")
    assert (item.encoding, project(item).text) == ("iso8859-1", "kafé")


def test_a_row_that_does_not_fit_the_encoding_asked_for_is_a_failure(read) -> None:
    first, failure = read("a.csv", b"text,url\nbaik,1\nkaf\xe9,2\n", encoding="utf-8")
    assert first.uri == "1"
    assert (failure.code, failure.location) == (FailureCode.ENCODING, "a.csv#2")


def test_json_lines_come_from_standard_input() -> None:
    stdin = io.BytesIO(b'{"text": "satu"}\n{"text": "dua", "url": "https://kabar.example/2?utm_source=x"}\n')
    first, second = read_inputs(["-"], ReadOptions(), stdin=stdin)
    assert (first.uri, first.fetch.location) == ("-#1", "-#1")
    assert (second.uri, second.fetch.url) == ("https://kabar.example/2", "https://kabar.example/2?utm_source=x")


def test_a_fault_of_ours_ends_one_file_only(tmp_path, monkeypatch) -> None:
    (tmp_path / "a.txt").write_text("satu")
    (tmp_path / "b.html").write_text("<html>dua")
    monkeypatch.setattr("kronik.pages.plain.decide", lambda *_, **__: {}[0])
    assert [found.code for found in read_inputs([str(tmp_path)], ReadOptions())] == [FailureCode.INTERNAL] * 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=300), name=st.sampled_from(NAMES))
def test_any_bytes_give_items_and_failures_and_never_raise(tmp_path, start: bytes, rest: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(start + rest)
    for found in read_inputs([str(path)], ReadOptions()):
        assert isinstance(found, (Item, Failure, Skipped))
        assert not isinstance(found, Failure) or found.code is not FailureCode.INTERNAL, found.reason


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(texts=st.lists(st.text(min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=4))
def test_texts_of_json_lines_come_back_exactly(tmp_path, texts: list[str]) -> None:
    path = tmp_path / "tabel.jsonl"
    path.write_bytes("".join(json.dumps({"text": text}) + "\n" for text in texts).encode())
    read = [project(item).text for item in read_inputs([str(path)], ReadOptions())]
    assert read == [re.sub("[\0\ud800-\udfff]", "\ufffd", text) for text in texts]


# Half a megabyte a thousand rows: the table is larger than the bound.
def test_memory_stays_flat_over_many_rows(tmp_path) -> None:
    tracemalloc = pytest.importorskip("tracemalloc")
    path = tmp_path / "tabel.csv"
    with path.open("w") as out:
        out.write("text,url\n")
        for number in range(5_000):
            out.write(f'"berita {number} {"kata " * 100}",{number}\n')
    tracemalloc.start()
    count = sum(1 for _ in read_inputs([str(path)], ReadOptions()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 5_000
    assert peak < 2 * MEBIBYTE


def test_the_limits_of_a_page_are_those_of_the_options(tmp_path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 101)
    options = ReadOptions(limits=ReadLimits(page_bytes=100))
    assert [found.code for found in read_inputs([str(tmp_path)], options)] == [FailureCode.TOO_LARGE]


def test_every_row_of_the_scraped_news_is_an_item(shared) -> None:
    found = list(read_inputs([str(shared / "news" / "*.csv")], ReadOptions()))
    assert len(found) == 2449
    assert {(type(item), item.encoding) for item in found} == {(Item, "utf-8")}
    assert len({item.uri for item in found}) == 2449


def test_progress_hears_of_every_byte_of_the_files(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("isi\n" + "Pasar dibuka pagi ini.\n" * 500, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Jembatan diresmikan.", encoding="utf-8")
    (tmp_path / "c.gz").write_bytes(gzip.compress(b"Rapat digelar lagi."))
    heard: list[int] = []
    assert list(read_inputs([str(tmp_path)], ReadOptions(), on_bytes=heard.append))
    assert min(heard) >= 0
    assert sum(heard) == bytes_of([str(tmp_path)]) == sum(file.stat().st_size for file in tmp_path.iterdir())
