"""Tokens and sentences are found by a code point of the text."""

import pytest

from kronik.languages.analysis import ROOT, Analysis, Token, sentence_of, token_at

TEXT = "Warga datang.  Hujan turun"


def _token(start: int, end: int) -> Token:
    return Token(start, end, TEXT[start:end], TEXT[start:end].lower(), "X", None, ROOT, "root")


FIRST = sentence_of(0, 13, (_token(0, 5), _token(6, 12), _token(12, 13)))
SECOND = sentence_of(15, 26, (_token(15, 20), _token(21, 26)))


@pytest.mark.parametrize(("offset", "token"), [(0, 0), (4, 0), (5, None), (6, 1), (11, 1), (12, 2), (13, None)])
def test_a_token_is_found_by_any_of_its_code_points(offset: int, token: int | None) -> None:
    assert token_at(FIRST.tokens, offset) == token


@pytest.mark.parametrize(("offset", "sentence"), [(0, 0), (5, 0), (12, 0), (13, None), (14, None), (15, 1), (26, None)])
def test_a_sentence_holds_what_stands_between_its_tokens_too(offset: int, sentence: int | None) -> None:
    assert Analysis(text=TEXT, sentences=(FIRST, SECOND), names=()).sentence_at(offset) == sentence


def test_nothing_is_found_without_tokens() -> None:
    assert token_at((), 0) is None
