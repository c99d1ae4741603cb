"""What the figures of bodies count."""

import pytest
from bodies import shingle_f1, word_f1


@pytest.mark.parametrize(
    ("expected", "found", "score"),
    [
        ("satu dua tiga", "satu dua tiga", 1.0),
        ("satu dua tiga", "Tiga, dua. SATU!", 1.0),
        ("satu dua", "satu dua tiga empat", 2 / 3),
        ("satu satu", "satu", 2 / 3),
        ("satu", "", 0.0),
    ],
)
def test_word_f1_counts_words_without_order(expected: str, found: str, score: float) -> None:
    assert word_f1([(expected, found)]) == pytest.approx(score)


@pytest.mark.parametrize(
    ("expected", "found", "score"),
    [
        ("a b c d e", "a b c d e", 1.0),
        ("a b c d e", "e d c b a", 0.0),
        ("a b c d e", "a b c d", 2 * 1.0 * 0.5 / 1.5),
        ("a b", "a b", 1.0),
    ],
)
def test_shingle_f1_counts_runs_of_four(expected: str, found: str, score: float) -> None:
    assert shingle_f1([(expected, found)]) == pytest.approx(score)


def test_shingle_f1_leaves_empty_answers_out_of_precision_only() -> None:
    pairs = [("a b c d", "a b c d"), ("a b c d", "")]
    assert shingle_f1(pairs) == pytest.approx(2 * 1.0 * 0.5 / 1.5)
