import builtins
import gzip
import zlib

import pytest

from kronik.pages.projection import project
from kronik.records.failures import Failure, FailureCode, Skipped
from kronik.records.pages import Item

HTML = "<!DOCTYPE html><p>Pasar “lama” dibuka.".encode()
DATE = "2025-06-18T01:02:03Z"


def record(kind: str, block: bytes, uri: str = "https://kabar.example/a?utm_source=x#y", **headers: str) -> bytes:
    lines = [f"WARC-Type: {kind}", f"WARC-Target-URI: {uri}", f"WARC-Date: {DATE}", f"Content-Length: {len(block)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("WARC/1.0\r\n" + "\r\n".join(lines) + "\r\n\r\n").encode() + block + b"\r\n\r\n"


def http(
    body: bytes, *, status: str = "200 OK", content_type: str | None = "text/html; charset=utf-8", more: str = ""
) -> bytes:
    kind = f"Content-Type: {content_type}\r\n" if content_type else ""
    return f"HTTP/1.1 {status}\r\n{kind}{more}\r\n".encode() + body


def response(body: bytes = HTML, **parts: str) -> bytes:
    return record("response", http(body, **parts), Content_Type="application/http; msgtype=response")


WHOLE = [
    record("warcinfo", b"software: x\r\n"),
    record("request", b"GET / HTTP/1.1\r\n\r\n"),
    response(),
    response(status="404 Not Found"),
    response(status="301 Moved"),
    response(b"\x89PNG", content_type="image/png"),
    response(b"\x89PNG", content_type="image/png"),
    response(b"{}", content_type=None),
    response(content_type=None),
    response(b"abc", more="Content-Encoding: br\r\n"),
]
SKIPPED = {
    "content encoding br": 1,
    "content type image/png": 2,
    "content type missing": 1,
    "record type request": 1,
    "record type warcinfo": 1,
    "status 301": 1,
    "status 404": 1,
}


@pytest.mark.parametrize("packed", [False, True])
def test_html_responses_are_pages_and_the_rest_is_counted(read, packed: bool) -> None:
    data = b"".join(gzip.compress(one) if packed else one for one in WHOLE)
    first, second, *rest = read("arsip.warc.gz", data)
    assert (first.uri, first.fetch.url) == ("https://kabar.example/a", "https://kabar.example/a?utm_source=x#y")
    assert (first.fetch.location, first.fetch.fetched) == ("arsip.warc.gz#3", DATE)
    assert second.fetch.location == "arsip.warc.gz#9"
    assert project(first).text == "Pasar “lama” dibuka."
    assert all(isinstance(one, Skipped) for one in rest)
    assert {one.reason: one.count for one in rest} == SKIPPED


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (gzip.compress(HTML), "Content-Encoding: gzip\r\n"),
        (zlib.compress(HTML), "Content-Encoding: deflate\r\n"),
        (HTML, "Content-Encoding: gzip\r\n"),
        (HTML, "Content-Encoding: br\r\n"),
        (
            b"5\r\n" + HTML[:5] + b"\r\n%x\r\n" % len(HTML[5:]) + HTML[5:] + b"\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n",
        ),
    ],
)
def test_the_body_is_unpacked(read, body: bytes, more: str) -> None:
    (item,) = read("arsip.warc", response(body, more=more))
    assert item.data == HTML


def test_the_declared_charset_of_the_header_is_used(read) -> None:
    body = "<html><p>“Naik”, kata para pedagang di pasar itu, “terus naik”".encode("cp1252")
    (item,) = read("arsip.warc", response(body, content_type="text/html; charset=ISO-8859-1"))
    assert item.encoding == "cp1252"


@pytest.mark.parametrize("packed", [False, True])
def test_records_before_a_cut_are_read_and_then_the_file_fails(read, packed: bool) -> None:
    long = response(b"<!DOCTYPE html><p>" + bytes(range(97, 123)) * 100)
    data = (
        gzip.compress(WHOLE[0]) + gzip.compress(response()) + gzip.compress(long)
        if packed
        else WHOLE[0] + response() + long
    )
    item, skipped, failure = read("arsip.warc.gz", data[: -60 if packed else -500])
    assert isinstance(item, Item)
    assert skipped == Skipped(location="arsip.warc.gz", reason="record type warcinfo", count=1)
    assert (failure.code, failure.location) == (FailureCode.BROKEN, "arsip.warc.gz")


def test_a_page_beyond_the_limit_is_a_failure_and_the_next_is_read(read) -> None:
    big = response(b"<!DOCTYPE html>" + b"x" * 5000)
    bomb = response(gzip.compress(b"x" * 5000), more="Content-Encoding: gzip\r\n")
    first, second, item = read("arsip.warc", big + bomb + response(), page_bytes=1000)
    assert [(one.code, one.location) for one in (first, second)] == [
        (FailureCode.TOO_LARGE, "arsip.warc#1"),
        (FailureCode.TOO_LARGE, "arsip.warc#2"),
    ]
    assert isinstance(item, Item)


@pytest.mark.parametrize(
    "rest", [b"x" * 3_000_000, b"\n" * 3_000_000, b"WARC/1.0\r\nContent-Length: -5\r\n\r\n", b"HTTP/1.1 200 OK"]
)
def test_what_is_no_record_ends_the_file_without_a_word(read, capfd, rest: bytes) -> None:
    item, *failures = read("arsip.warc", response() + rest)
    assert isinstance(item, Item)
    assert all(isinstance(one, (Failure, Skipped)) for one in failures)
    assert all(one.code is FailureCode.BROKEN for one in failures if isinstance(one, Failure))
    assert capfd.readouterr() == ("", "")


def test_without_warcio_the_extra_is_named(read, monkeypatch) -> None:
    importer = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name.startswith("warcio"):
            raise ImportError(name)
        return importer(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    (failure,) = read("arsip.warc", response())
    assert failure.code is FailureCode.UNSUPPORTED
    assert "kronik[warc]" in failure.reason
