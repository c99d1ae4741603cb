import builtins
import datetime
import io
import zipfile

import pytest

from kronik.errors import UsageError
from kronik.pages.options import MEBIBYTE
from kronik.pages.projection import project
from kronik.records.failures import FailureCode

pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")


def table(columns: dict[str, list], **options: object) -> bytes:
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), out, **options)
    return out.getvalue()


def test_a_row_is_a_page(read) -> None:
    rows = {
        "isi_berita": ["satu\r\n", "dua", None],
        "url": ["https://kabar.example/1#x", None, None],
        "tanggal": [datetime.date(2025, 6, 18)] * 3,
        "nilai": [1.5] * 3,
        "penulis": [["Ani", "Budi"], None, []],
    }
    first, second, failure = read("tabel.parquet", table(rows, row_group_size=2))
    assert {part.name: part.text for part in project(first).parts} == {
        "byline": "Ani, Budi",
        "stamp": "2025-06-18",
        "text": "satu\r\n",
    }
    assert (first.uri, second.uri) == ("https://kabar.example/1", "tabel.parquet#2")
    assert (failure.code, failure.location) == (FailureCode.EMPTY, "tabel.parquet#3")


def test_columns_that_the_user_names(read) -> None:
    (item,) = read("t.parquet", table({"a": ["satu"], "text": ["dua"]}), columns=(("text", "a"),))
    assert project(item).text == "satu"
    with pytest.raises(UsageError, match=r"no column 'b'.*'a', 'text'"):
        read("t.parquet", table({"a": ["satu"], "text": ["dua"]}), columns=(("text", "b"),))


def test_a_table_in_a_zip_file(read) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("t.parquet", table({"text": ["satu"]}))
    (item,) = read("arsip.zip", out.getvalue())
    assert item.uri == "arsip.zip!t.parquet#1"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (table({"nama": ["x"]}), FailureCode.COLUMNS),
        (table({"text": pyarrow.array([], pyarrow.string())}), FailureCode.EMPTY),
        (table({"text": ["satu"]})[:-20], FailureCode.BROKEN),
        (table({"text": ["a" * (40 * MEBIBYTE)]}, compression="gzip", use_dictionary=False), FailureCode.BOMB),
        (table({"text": [bytes(range(32, 127)).decode() * 200_000]}, compression="none"), FailureCode.TOO_LARGE),
    ],
)
def test_a_table_that_cannot_be_read_is_a_failure(read, data: bytes, code: FailureCode) -> None:
    (failure,) = read("tabel.parquet", data)
    assert failure.code is code


def test_without_pyarrow_the_extra_is_named(read, monkeypatch) -> None:
    importer = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return importer(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    (failure,) = read("tabel.parquet", b"PAR1")
    assert failure.code is FailureCode.UNSUPPORTED
    assert "kronik[parquet]" in failure.reason
