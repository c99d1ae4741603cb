import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.errors import UsageError
from kronik.pages.encodings import (
    asked_codec,
    codec_of,
    decide,
    declared_in_header,
    declared_in_markup,
    decoded,
    guess_codec,
    looks_binary,
    mended,
)

NEWS = "Gubernur berkata: “Jembatan itu selesai” – pekan lalu… Biayanya naik, kata seorang warga, café di sana tutup. "


@pytest.mark.parametrize(
    ("data", "declared", "encoding", "text"),
    [
        (b"biasa saja", None, "utf-8", "biasa saja"),
        ("“kutipan”".encode(), None, "utf-8", "“kutipan”"),
        ("“kutipan”".encode("utf-8-sig"), None, "utf-8-sig", "“kutipan”"),
        ("kutipan\r\n".encode("utf-16"), None, "utf-16", "kutipan\r\n"),
        ("kutipan panjang".encode("utf-16-le"), None, "utf-16-le", "kutipan panjang"),
        ("kutipan panjang".encode("utf-16-be"), None, "utf-16-be", "kutipan panjang"),
        (NEWS.encode("cp1252"), None, "cp1252", NEWS),
        (NEWS.encode("cp1252"), "iso-8859-1", "cp1252", NEWS),
        (NEWS.encode(), "iso-8859-1", "utf-8", NEWS),
        (NEWS.encode("cp1252"), "no-such-charset", "cp1252", NEWS),
        (NEWS.encode("cp1252"), "utf-16", "cp1252", NEWS),
        (NEWS.encode("cp1252"), "base64", "cp1252", NEWS),
        ("日本のニュース".encode("shift_jis"), "Shift_JIS", "cp932", "日本のニュース"),
        ("日本のニュース".encode("iso2022_jp"), "iso-2022-jp", "iso2022_jp", "日本のニュース"),
        ("caf\u00e9 “x”".encode() + b"\xff!", None, "utf-8/replace", "caf\u00e9 “x”\ufffd!"),
    ],
)
def test_the_encoding_is_found_and_decodes(data: bytes, declared: str | None, encoding: str, text: str) -> None:
    assert decide(data, declared=declared) == encoding
    assert decoded(data, encoding) == text


def test_a_longer_text_in_another_script_is_measured() -> None:
    text = "Правительство сообщило о завершении строительства моста через реку в столице. " * 5
    assert decoded(text.encode("cp1251"), decide(text.encode("cp1251"))) == text


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "latin-1", "big5", "nonsense", "idna", "\x00"]))
def test_any_bytes_decode_in_what_was_decided(data: bytes, declared: str | None) -> None:
    assert isinstance(decoded(data, decide(data, declared=declared)), str)


@given(st.text(max_size=60))
def test_utf8_text_is_never_taken_for_another_encoding(text: str) -> None:
    data = text.encode("utf-8", "replace")
    if not looks_binary(data) and guess_codec(data) == "utf-8":
        assert decoded(data, decide(data)) == data.decode()


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("UTF8", "utf-8"),
        ("latin-1", "iso8859-1"),
        ("windows-1252", "cp1252"),
        ("banana", None),
        ("rot13", None),
        ("idna", None),
        ("base64", None),
        ("unicode_escape", None),
        ("undefined", None),
        ("a\x00b", None),
        ("", None),
    ],
)
def test_codec_names(name: str, codec: str | None) -> None:
    assert codec_of(name) == codec


def test_an_encoding_that_does_not_exist_is_a_usage_error() -> None:
    assert asked_codec(None) is None
    assert asked_codec("UTF8") == "utf-8"
    with pytest.raises(UsageError, match="unknown encoding: 'klingon-8'"):
        asked_codec("klingon-8")


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<META content='text/html; charset=ISO-8859-1'>", "ISO-8859-1"),
        (b'<?xml version="1.0" encoding="windows-1252"?>', "windows-1252"),
        (b"<p>charset=utf-8", None),
        (b" " * 5000 + b'<meta charset="utf-8">', None),
    ],
)
def test_declared_charset_of_markup(head: bytes, charset: str | None) -> None:
    assert declared_in_markup(head) == charset


def test_declared_charset_of_a_header() -> None:
    assert declared_in_header("text/html; charset=UTF-8") == "UTF-8"
    assert declared_in_header("text/html") is None
    assert declared_in_header(None) is None


@pytest.mark.parametrize(
    ("data", "binary"),
    [
        (bytes(range(256)), True),
        (b"\x00" * 100, True),
        (b"teks\r\n\tbiasa", False),
        (NEWS.encode("utf-16"), False),
        (b"satu nul \x00 dalam teks yang panjang" * 1 + b"x" * 200, False),
        (b"", False),
        (b"\x01\x02\x03", True),
    ],
)
def test_binary_data_are_told(data: bytes, binary: bool) -> None:
    assert looks_binary(data) is binary


def test_escaped_bytes_of_a_stream_are_read_as_what_they_look_like() -> None:
    stray = "kata “ia”".encode("cp1252").decode("utf-8", "surrogateescape")
    assert mended(stray, "utf-8") == ("kata “ia”", "cp1252")
    assert mended("kata “ia”", "utf-8") == ("kata “ia”", "utf-8")
    assert mended("a\udc81b", "cp1252") == ("a\ufffdb", "cp1252/replace")
