import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.pages.separated import CutOff, JsonObjects, Oversize, SeparatedValues, lines

LARGE = 10**9
CELL_TEXT = st.text(alphabet=st.sampled_from('ab ,;"\n\r\t\x00é😀\u2028'), max_size=12)


def chunked(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]


def records(text: str, *, delimiter: str = ",", size: int = 3, limit: int = LARGE) -> list:
    return list(SeparatedValues(delimiter, limit).records(chunked(text, size)))


@given(text=CELL_TEXT, size=st.integers(1, 5), delimiter=st.sampled_from(",;"))
def test_reads_what_the_csv_module_reads(text: str, size: int, delimiter: str) -> None:
    ours = records(text, delimiter=delimiter, size=size)
    theirs = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row]
    if ours and ours[-1] is CutOff.RECORD:
        assert ours[:-1] == theirs[:-1]
        assert text.count('"') > 0
    else:
        assert ours == theirs


@given(rows=st.lists(st.lists(CELL_TEXT, min_size=2, max_size=3), max_size=4), size=st.integers(1, 7))
def test_what_the_csv_module_writes_comes_back_exactly(rows: list[list[str]], size: int) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
    assert records(out.getvalue(), size=size) == rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\r\n\r\nc,d", [["a", "b"], ["c", "d"]]),
        ('a,"b\r\nc"\r\n', [["a", "b\r\nc"]]),
        ('"a""b",c', [['a"b', "c"]]),
        ('""\n', [[""]]),
        ("a,\n", [["a", ""]]),
        (",", [["", ""]]),
        ("", []),
        ('a\n"b', [["a"], CutOff.RECORD]),
    ],
)
def test_records_of_a_text(text: str, expected: list) -> None:
    for size in range(1, len(text) + 2):
        assert records(text, size=size) == expected


@pytest.mark.parametrize(
    "long",
    [
        "x" * 50,
        '"' + "x" * 50 + '"',
        "x," * 50,
        'x,"' * 20,
        '"' + 'x"",\n' * 20 + '","\n","x"',
        '"' + "\n" * 50 + '"',
    ],
)
def test_a_record_beyond_the_limit_is_let_go_and_the_next_is_read(long: str) -> None:
    for size in (1, 2, 3, 1000):
        assert records(f"a,b\n{long}\nc,d\n", limit=20, size=size) == [["a", "b"], Oversize.RECORD, ["c", "d"]]


def test_a_record_of_cells_without_end_is_let_go() -> None:
    assert records("," * 20_000 + "\nc,d\n", size=100) == [Oversize.RECORD, ["c", "d"]]


@given(text=CELL_TEXT, size=st.integers(1, 5))
def test_a_record_that_is_let_go_ends_where_it_would_end(text: str, size: int) -> None:
    expected = records(text + '"\n', size=size)
    found = records(text + '"\n', size=size, limit=1)
    assert len(found) == len(expected)
    for ours, whole in zip(found, expected, strict=True):
        assert ours is Oversize.RECORD or ours == whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb", ["a", "b"]),
        ("a\r\n\nb\n", ["a\r", "", "b"]),
        ("\u2028a\x85b\n", ["\u2028a\x85b"]),
        ("a\n" + "x" * 50 + "\nb", ["a", Oversize.RECORD, "b"]),
        ("x" * 50, [Oversize.RECORD]),
        ("", []),
    ],
)
def test_lines_of_a_text(text: str, expected: list) -> None:
    for size in (1, 2, 7, 100):
        assert list(lines(chunked(text, size), 20)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[{"a": 1}, {"b": "}"}]', ['{"a": 1}', '{"b": "}"}']),
        ('{\n"a": {"b": [{}]}\n}\n{"c": "\\"{"}', ['{\n"a": {"b": [{}]}\n}', '{"c": "\\"{"}']),
        ('["{", {"a": "\\\\"}]', ['{"a": "\\\\"}']),
        ('[{"a": 1}, {"b": ', ['{"a": 1}', CutOff.RECORD]),
        ('[{"a": "' + "x" * 50 + '"}, {"b": 2}]', [Oversize.RECORD, '{"b": 2}']),
        ("[]", []),
        ("}}{}", ["{}"]),
    ],
)
def test_objects_of_a_json_text(text: str, expected: list) -> None:
    for size in (1, 2, 7, 100):
        assert list(JsonObjects(30).objects(chunked(text, size))) == expected
