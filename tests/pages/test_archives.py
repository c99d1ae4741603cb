import gzip
import io
import struct
import zipfile

import pytest

from kronik.pages.options import MEBIBYTE
from kronik.records.failures import FailureCode
from kronik.records.pages import Media

HTML = b"<!DOCTYPE html><p>Pasar dibuka lagi."


def packed(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def codes(found: list) -> list[tuple[str, str]]:
    return [(one.location, one.code) for one in found]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_members_are_read_by_name_each_by_its_kind(read, method: int) -> None:
    members = {
        "z/tabel.csv": b"text,url\r\nsatu,https://kabar.example/1\r\ndua,\r\n",
        "a.html": HTML,
        "b.txt.gz": gzip.compress(b"teks"),
        ".rahasia.txt": b"x",
        "__MACOSX/a.html": b"x",
        "z/.git/x": b"x",
    }
    found = read("arsip.zip", packed(members, method))
    assert [item.fetch.location for item in found] == [
        *("arsip.zip!a.html", "arsip.zip!b.txt.gz", "arsip.zip!z/tabel.csv#1", "arsip.zip!z/tabel.csv#2")
    ]
    assert [item.uri for item in found][2:] == ["https://kabar.example/1", "arsip.zip!z/tabel.csv#2"]
    assert [item.media for item in found] == [Media.HTML, Media.TEXT, Media.ROW, Media.ROW]


def test_a_member_that_names_an_absolute_path_is_shown_as_relative(read) -> None:
    (item,) = read("arsip.zip", packed({"/etc/a.txt": b"isi"}))
    assert item.uri == "arsip.zip!etc/a.txt"


def test_zip_files_may_lie_in_each_other_up_to_a_depth(read) -> None:
    one = packed({"a.txt": b"isi"})
    two, three = packed({"satu.zip": one}), packed({"dua.zip": packed({"satu.zip": one}), "z.txt": b"isi"})
    (item,) = read("arsip.zip", two)
    assert item.uri == "arsip.zip!satu.zip!a.txt"
    failure, item = read("arsip.zip", three)
    assert codes([failure]) == [("arsip.zip!dua.zip!satu.zip", FailureCode.BOMB)]
    assert item.uri == "arsip.zip!z.txt"


def test_a_member_that_unpacks_to_far_too_much_is_a_bomb_and_the_next_is_read(read) -> None:
    failure, item = read("arsip.zip", packed({"a.txt": b"a" * (8 * MEBIBYTE), "b.txt": b"isi"}))
    assert codes([failure]) == [("arsip.zip!a.txt", FailureCode.BOMB)]
    assert item.uri == "arsip.zip!b.txt"


def test_an_archive_that_unpacks_to_too_much_in_all_ends_there(read) -> None:
    members = {f"{number}.txt": b"kata " * 100 for number in range(9)}
    *items, failure = read("arsip.zip", packed(members, zipfile.ZIP_STORED), archive_bytes=1800)
    assert len(items) == 3
    assert codes([failure]) == [("arsip.zip!3.txt", FailureCode.BOMB)]


def test_a_damaged_member_is_a_failure_and_the_next_is_read(read) -> None:
    data = packed({"a.txt": b"isi yang panjang sekali", "b.txt": b"isi"}, zipfile.ZIP_STORED)
    failure, item = read("arsip.zip", data.replace(b"panjang", b"PANJANG"))
    assert codes([failure]) == [("arsip.zip!a.txt", FailureCode.BROKEN)]
    assert item.uri == "arsip.zip!b.txt"


def test_an_encrypted_member_is_unsupported(read) -> None:
    data = bytearray(packed({"a.txt": b"isi"}))
    central = data.rindex(b"PK\x01\x02")
    struct.pack_into("<H", data, central + 8, 1)
    (failure,) = read("arsip.zip", bytes(data))
    assert codes([failure]) == [("arsip.zip!a.txt", FailureCode.UNSUPPORTED)]


@pytest.mark.parametrize(
    ("data", "code"), [(packed({}), FailureCode.EMPTY), (packed({"a.txt": b"isi"})[:-9], FailureCode.BROKEN)]
)
def test_an_empty_or_truncated_zip_is_a_failure(read, data: bytes, code: FailureCode) -> None:
    assert codes(read("arsip.zip", data)) == [("arsip.zip", code)]
