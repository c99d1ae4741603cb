"""Word frequencies: read from a table, laid together."""

import math

import pytest

from kronik.errors import DataError
from kronik.languages.frequencies import UNLISTED, Frequencies, read_frequencies, together
from kronik.languages.loader import load_frequencies

TABLE = "# a comment\narticles\t100\nbanjir\t10\t0.1\nrangkas\t4\t0.9\n"


def test_a_table_gives_weights_and_names() -> None:
    found = read_frequencies("own.tsv", TABLE)
    assert found.weight("banjir") == pytest.approx(math.log(10))
    assert found.weight("belumada") == pytest.approx(math.log(100 / UNLISTED))
    assert [found.is_name(token) for token in ("Rangkas", "rangkas", "Banjir", "Sukamaju")] == [
        True,
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("banjir\t10\t0.1\n", "articles"),
        (TABLE + "banjir\t3\t0.1\n", "twice"),
        (TABLE + "hujan\tmany\t0.1\n", "line 5"),
        (TABLE + "hujan\n", "line 5"),
    ],
    ids=["no number of articles", "a word twice", "no number", "no cells"],
)
def test_a_damaged_table_is_refused(text, said) -> None:
    with pytest.raises(DataError, match=said):
        read_frequencies("own.tsv", text)


def test_languages_lie_in_one_table() -> None:
    one = Frequencies(articles=10, words={"a": 4, "rangkas": 2}, names=frozenset({"rangkas"}))
    other = Frequencies(articles=20, words={"a": 6, "lain": 3}, names=frozenset({"lain"}))
    third = Frequencies(articles=1, words={"rangkas": 1}, names=frozenset())
    assert together([one, other]) == Frequencies(
        articles=30, words={"a": 10, "rangkas": 2, "lain": 3}, names=frozenset({"rangkas", "lain"})
    )
    assert together([one, third]).names == frozenset()
    assert together([one]) == one


def test_the_packaged_table_is_whole() -> None:
    found = load_frequencies()
    assert 0 < max(found.words.values()) <= found.articles
    assert found.names <= found.words.keys()
