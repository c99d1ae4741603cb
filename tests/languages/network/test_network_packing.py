"""Sentences laid out step by step."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kronik.languages.network.packing import pack

LENGTHS = st.lists(st.integers(1, 12), min_size=1, max_size=8)


@given(LENGTHS)
def test_each_word_has_one_row_and_its_neighbours(lengths: list[int]) -> None:
    packing = pack(lengths)
    firsts = np.cumsum(lengths) - lengths
    assert sorted(packing.source.tolist()) == list(range(sum(lengths)))
    words = np.append(packing.source, -1)
    for row, word in enumerate(packing.source.tolist()):
        sentence = int(np.searchsorted(firsts, word, side="right")) - 1
        last = firsts[sentence] + lengths[sentence] - 1
        assert words[packing.before[row]] == (word - 1 if word > firsts[sentence] else -1)
        assert words[packing.after[row]] == (word + 1 if word < last else -1)


@given(LENGTHS)
def test_rows_of_a_sentence_follow_its_words(lengths: list[int]) -> None:
    packing = pack(lengths)
    firsts = np.cumsum(lengths) - lengths
    for rank, sentence in enumerate(packing.order.tolist()):
        words = packing.source[packing.rows_of(rank)].tolist()
        assert words == list(range(firsts[sentence], firsts[sentence] + lengths[sentence]))


@given(LENGTHS)
def test_window_reaches_two_words_each_way(lengths: list[int]) -> None:
    packing = pack(lengths)
    firsts = np.cumsum(lengths) - lengths
    words = np.append(packing.source, -1)
    around = packing.around()
    for row, word in enumerate(packing.source.tolist()):
        sentence = int(np.searchsorted(firsts, word, side="right")) - 1
        low, high = firsts[sentence], firsts[sentence] + lengths[sentence]
        wanted = [word + step if low <= word + step < high else -1 for step in (-2, -1, 0, 1, 2)]
        assert [int(words[near[row]]) for near in around] == wanted


@given(LENGTHS)
def test_sentences_are_turned_round(lengths: list[int]) -> None:
    packing = pack(lengths)
    for rank in range(len(lengths)):
        rows = packing.rows_of(rank)
        assert packing.turned[rows].tolist() == rows[::-1].tolist()
