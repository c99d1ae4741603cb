import csv
import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kronik.errors import UsageError
from kronik.pages.options import ReadOptions
from kronik.pages.projection import project
from kronik.pages.reading import read_inputs
from kronik.records.failures import FailureCode
from kronik.records.pages import Item, Media

PRINTED = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\r\n\x85")


def parts(item: Item) -> dict[str, str]:
    return {part.name: part.text for part in project(item).parts}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("t.csv", b'text,judul,tak_dikenal\r\n"satu\r\ndua ""tiga""",Judul,x\r\n'),
        ("t.txt", b'judul,text\n"Judul","satu\r\ndua ""tiga"""\n'),
        ("t.csv", b'judul;text\n"Judul";"satu\r\ndua ""tiga"""\n'),
        ("t.tsv", b'judul\ttext\n"Judul"\t"satu\r\ndua ""tiga"""\n'),
        ("t.csv", b'\xef\xbb\xbfjudul,text\n"Judul","satu\r\ndua ""tiga"""\n'),
        ("t.csv", 'judul,text\n"Judul","satu\r\ndua ""tiga"""\n'.encode("utf-16")),
        ("t.jsonl", b'{"judul": "Judul", "text": "satu\\r\\ndua \\"tiga\\"", "x": 1}\r\n'),
        ("t.json", b'[\n {"judul": "Judul", "text": "satu\\r\\ndua \\"tiga\\""}\n]'),
        ("t.json", b'{\n "judul": "Judul",\n "text": "satu\\r\\ndua \\"tiga\\""\n}'),
        ("t", b'{"judul": "Judul", "text": "satu\\r\\ndua \\"tiga\\""}'),
    ],
)
def test_a_row_is_a_page(read, name: str, data: bytes) -> None:
    (item,) = read(name, data)
    assert (item.media, item.uri) == (Media.ROW, f"{name}#1")
    assert parts(item) == {"title": "Judul", "text": 'satu\r\ndua "tiga"'}


def test_the_data_of_a_row_are_canonical_json(read) -> None:
    (item,) = read("t.csv", b"url,judul,text,penulis\nhttps://kabar.example,J\xc3\xa9,isi,\n")
    assert item.data == '{"html":null,"parts":{"text":"isi","title":"Jé"}}'.encode()


def test_rows_are_counted_from_one_and_what_is_wrong_with_one_stays_with_it(read) -> None:
    data = b'text,url\nsatu,\n\n,https://kabar.example/2\ntiga,b,lebih\nempat\nlima,https://kabar.example/5#x,\n"enam'
    one, two, three, four, five, six = read("t.csv", data)
    assert (one.uri, four.uri, five.uri) == ("t.csv#1", "t.csv#4", "https://kabar.example/5")
    assert (two.code, two.location) == (FailureCode.EMPTY, "t.csv#2")
    assert (three.code, three.location) == (FailureCode.BROKEN, "t.csv#3")
    assert (six.code, six.location) == (FailureCode.BROKEN, "t.csv#6")


def test_json_lines_that_are_wrong_stay_alone(read) -> None:
    lines = [
        '{"text": "satu"}',
        "bukan json",
        "",
        "[1]",
        '{"text": 5}',
        '{"text": null}',
        '{"isi": "enam"}',
        "[" * 100_000,
    ]
    found = read("t.jsonl", "\n".join(lines).encode())
    assert [(one.fetch.location if isinstance(one, Item) else one.code) for one in found] == [
        "t.jsonl#1",
        FailureCode.BROKEN,
        FailureCode.BROKEN,
        "t.jsonl#5",
        FailureCode.EMPTY,
        "t.jsonl#7",
        FailureCode.BROKEN,
    ]


def test_lists_of_strings_are_joined(read) -> None:
    (item,) = read("t.jsonl", b'{"text": ["satu", "dua"], "authors": ["Ani", "Budi"], "title": {"x": 1}}')
    assert parts(item) == {"text": "satu\ndua", "byline": "Ani, Budi"}


def test_html_is_used_where_there_is_some(read) -> None:
    data = b"html,text,judul\n<p>Satu &amp; dua</p>,lain,Judul\n,tiga,\n"
    first, second = read("t.csv", data)
    assert parts(first) == {"text": "Satu & dua", "title": "Judul"}
    assert parts(second) == {"text": "tiga"}


def test_columns_are_checked_by_the_first_object(read) -> None:
    first, second = read("t.jsonl", b'{"a": "satu", "b": "x"}\n{"a": "dua"}', columns=(("text", "a"), ("title", "b")))
    assert (parts(first), parts(second)) == ({"text": "satu", "title": "x"}, {"text": "dua"})
    with pytest.raises(UsageError, match="the columns are 'a'"):
        read("t.jsonl", b'{"a": "satu"}\n{"a": "dua"}', columns=(("text", "z"),))


def test_an_encoding_is_recorded_for_the_rows(read) -> None:
    (item,) = read("t.csv", "text,judul\nkafé “di sana” tutup,x\n".encode("cp1252"))
    assert item.encoding == "cp1252"
    assert parts(item)["text"] == "kafé “di sana” tutup"


def test_a_row_in_another_encoding_than_the_rest_is_read_on_its_own(read) -> None:
    rows = ["text", *(f"kafé “di sana” tutup {number}" for number in range(50))]
    data = "\n".join(rows).encode() + "\nkafé “di sini” buka".encode("cp1252")
    *others, last = read("t.csv", data)
    assert {item.encoding for item in others} == {"utf-8"}
    assert last.encoding == "cp1252"
    assert parts(last)["text"] == "kafé “di sini” buka"


def test_lone_surrogates_and_nul_become_replacement_characters(read) -> None:
    (item,) = read("t.jsonl", b'{"text": "a\\ud800b\\u0000c", "title": "\\ud83d\\ude00"}')
    assert parts(item) == {"text": "a\ufffdb\ufffdc", "title": "\U0001f600"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    texts=st.lists(st.text(PRINTED, min_size=1).filter(str.strip), min_size=1, max_size=4),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_texts_of_a_csv_file_come_back_exactly(tmp_path, texts: list[str], quoting: int) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=quoting).writerows([["text", "url"], *([text, ""] for text in texts)])
    path = tmp_path / "t.csv"
    path.write_bytes(out.getvalue().encode())
    found = [json.loads(item.data)["parts"]["text"] for item in read_inputs([str(path)], ReadOptions())]
    assert found == texts
