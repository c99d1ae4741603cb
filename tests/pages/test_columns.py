import pytest

from kronik.errors import DataError, UsageError
from kronik.pages.columns import (
    TABLE_PARTS,
    check_asked,
    load_column_names,
    looks_like_header,
    map_columns,
    normal_name,
    parse_column_names,
)

NAMES = load_column_names()


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("sumber,url,judul,author,tanggal_publikasi,isi_berita", "text=5 title=2 stamp=4 outlet=0 byline=3 uri=1"),
        ("Title,Body,Published At,LINK,Source", "text=1 title=0 stamp=2 outlet=4 uri=3"),
        ("Isi-Berita,KATEGORI,Ringkasan", "text=0 section=1 summary=2"),
        ("text,content,isi", "text=0"),
        ("isi,text", "text=1"),
        ("raw_html,judul", "title=1 html=0"),
        ("html,text", "text=1 html=0"),
        ("\ufefftext,url", "text=0 uri=1"),
        ("text,title,title", "text=0 title=1"),
        ("id,text,label", "text=1"),
    ],
)
def test_columns_are_found_by_their_usual_names(header: str, expected: str) -> None:
    found = map_columns(header.split(","), NAMES, (), "t.csv")
    assert not found.fault
    assert " ".join(f"{part}={index}" for part, index in found.columns) == expected


@pytest.mark.parametrize(
    ("header", "asked", "expected"),
    [
        ("text,lain", (("text", "lain"),), {"text": 1}),
        ("Text,text", (("text", "text"),), {"text": 1}),
        ("html,isi", (("text", "isi"),), {"text": 1}),
        ("a,b,url", (("html", "A"), ("uri", "b")), {"html": 0, "uri": 1}),
        ("url,text", (("outlet", "url"),), {"text": 1, "outlet": 0}),
    ],
)
def test_columns_that_the_user_names_go_first(header: str, asked: tuple, expected: dict) -> None:
    assert dict(map_columns(header.split(","), NAMES, asked, "t.csv").columns) == expected


def test_a_column_that_is_not_there_is_a_usage_error_that_lists_those_that_are() -> None:
    with pytest.raises(UsageError, match=r"t\.csv has no column 'isi' \(for text\); the columns are 'a', 'b'"):
        map_columns(["a", "b"], NAMES, (("text", "isi"),), "t.csv")


@pytest.mark.parametrize("header", ["nama,umur", "text,text", "Text,TEXT", ""])
def test_a_table_without_one_text_column_has_a_fault_that_names_columns(header: str) -> None:
    found = map_columns(header.split(","), NAMES, (), "t.csv")
    assert found.columns == ()
    assert repr(header.split(",", maxsplit=1)[0]) in found.fault


def test_long_lists_of_columns_are_cut() -> None:
    fault = map_columns(["x" * 1000] * 500, NAMES, (), "t.csv").fault
    assert fault.endswith("and 480 more")
    assert len(fault) < 1200


@pytest.mark.parametrize(
    ("line", "asked", "header"),
    [
        ("sumber,url,isi_berita", (), True),
        ("Isi berita hari ini, kata warga", (), False),
        ("text", (), False),
        ("judul,url", (), False),
        ("a,b", (("text", "a"),), True),
    ],
)
def test_a_header_is_told_from_a_sentence(line: str, asked: tuple, header: bool) -> None:
    assert looks_like_header(line.split(","), NAMES, asked) is header


@pytest.mark.parametrize("asked", [(("teks", "a"),), (("text", "a"), ("text", "b"))])
def test_unknown_and_repeated_parts_are_refused(asked: tuple) -> None:
    with pytest.raises(UsageError, match="--columns"):
        check_asked(asked)


@pytest.mark.parametrize(
    ("toml", "key"),
    [
        ('source = "x"\n[columns]\ntext = ["isi"]\ntitle = ["isi"]', "isi"),
        ('source = "x"\n[columns]\ntext = ["isi", "isi"]', "isi"),
        ('source = "x"\n[columns]\nteks = ["isi"]', "teks"),
        ('source = "x"\n[columns]\ntext = ["Isi Berita"]', "Isi Berita"),
        ('[columns]\ntext = ["isi"]', "columns"),
    ],
)
def test_a_wrong_list_of_names_is_refused(toml: str, key: str) -> None:
    with pytest.raises(DataError) as caught:
        parse_column_names(toml)
    assert caught.value.key == key


def test_every_part_has_names() -> None:
    assert sorted(part for part, names in NAMES.by_part if names) == sorted(TABLE_PARTS)
    assert normal_name(" Isi  Berita-2 ") == "isi_berita_2"
