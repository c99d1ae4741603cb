"""What the network sees of a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.languages.network.features import PIECES, SHAPES, UNKNOWN, Vocabulary, plain, word_features

WORDS = Vocabulary(ids={"kapal": 2, "00,0": 3}, capitals=(0, 0, 1, 0), buckets=1000)


@pytest.mark.parametrize(
    ("form", "key"), [("Kapal", "kapal"), ("12,5", "00,0"), ("“", '"'), ("Jum’at", "jum'at"), ("–", "-")]
)
def test_plain(form: str, key: str) -> None:
    assert plain(form) == key


def test_case_and_digits_share_a_word_and_differ_in_shape() -> None:
    small, large = word_features("kapal", WORDS), word_features("KAPAL", WORDS)
    assert (small.word, small.pieces) == (large.word, large.pieces) == (2, small.pieces)
    assert len({small.shape, large.shape, word_features("Kapal", WORDS).shape}) == 3
    assert word_features("37,8", WORDS).word == 3


def test_pieces_of_a_short_word() -> None:
    rows = [row for row in word_features("di", WORDS).pieces if row]
    assert len(rows) == 4  # "<d", "<di", "i>", "di>"


@given(st.text(min_size=1, max_size=80))
def test_rows_are_within_the_tables(form: str) -> None:
    found = word_features(form, WORDS)
    assert found.word == WORDS.ids.get(plain(form), UNKNOWN)
    assert len(found.pieces) == PIECES
    assert all(0 <= row < WORDS.buckets for row in found.pieces)
    assert 0 <= found.shape < SHAPES
