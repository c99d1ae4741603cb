"""Indonesian tokens: the syntactic words of a text with their offsets, clitics apart, as the treebanks have them."""

import re
from collections.abc import Callable
from functools import lru_cache

from kronik.languages.id.abbreviations import Abbreviations, load_abbreviations
from kronik.languages.id.clitics import make_clitics
from kronik.languages.id.glue_vocabulary import Vocabulary, load_vocabulary
from kronik.languages.id.token_pieces import make_piece_cuts

Tokeniser = Callable[[str, int, int], tuple[tuple[int, int], ...]]
"""(text, start, end) -> half-open code points of the tokens of ``text[start:end]``, in order."""

KEPT_WORDS = 50_000
"""Pieces whose cuts are kept in memory: words come again and again."""
STOP = "."
ROMAN = ("I", "V", "X")
PIECE = re.compile(
    r"""
      (?:https?://|www\.)[^\s"“”<>]+[^\s"“”<>.,;:!?)\]'’]                # an address
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                                       # a mail address
    | (?<!\w)@\w+(?:\.\w+)*                                              # a name in social media
    | (?:(?<![^\s(])[-−](?=\d))?                                         # a sign
      [^\W_]+(?:(?:['’`]|[.\-/&+_–]|(?<=\d)[,:](?=\d))[^\W_]+)*          # a word or a number, with marks within
    | \.{2,} | -{2,} | `` | '' | _+
    | \S
    """,
    re.VERBOSE,
)
RATING = re.compile(r"(?:id)?(?:A{1,3}|B{1,3}|C{1,3}|D)[-+](?=[\s,.;:!?)'\"’”]|\Z)")


def load_tokeniser(words: Vocabulary | None = None) -> Tokeniser:
    """Return the tokeniser, its data read and checked.

    Args:
        words: the vocabulary, where it has been read already.

    Raises:
        DataError: a data file is wrong.
    """
    known = load_abbreviations()
    return make_tokeniser(known, words or load_vocabulary())


def make_tokeniser(known: Abbreviations, words: Vocabulary) -> Tokeniser:
    """Return the tokeniser that knows these abbreviations and words. Raises DataError."""
    cuts = lru_cache(maxsize=KEPT_WORDS)(make_piece_cuts(known, make_clitics(words)))
    pieces = PIECE.finditer

    def tokens(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
        out: list[tuple[int, int]] = []
        done = start
        for match in pieces(text, start, end):
            low, high = match.span()
            if low < done:
                continue
            if high - low == 1 and not text[low].isalnum():
                out.append((low, high))
                continue
            at = low
            for cut in cuts(match[0]):
                out.append((at, low + cut))
                at = low + cut
            done = _end(text, at, high, end, known)
            out.append((at, done))
        return tuple(out)

    return tokens


def _end(text: str, start: int, end: int, limit: int, known: Abbreviations) -> int:
    """Return where the last token of a piece ends: behind the full stop of an abbreviation, or the sign of a rating."""
    mark = text[end : end + 1] if end < limit else ""
    if mark == STOP:
        word = text[start:end]
        follows = text[end + 1 : min(limit, end + 3)].strip()
        if text[end + 1 : end + 2] != STOP and _keeps_stop(word, follows, known):
            return end + 1
    elif mark in {"-", "+"}:
        rated = RATING.match(text, start, limit)
        if rated:
            return rated.end()
    return end


def _keeps_stop(word: str, follows: str, known: Abbreviations) -> bool:
    """Tell whether a full stop belongs to the word; at the end only forms of firms keep it."""
    if known.is_initials(word) or known.is_degree(word) or known.is_before(word):
        return bool(follows)
    folded = word.casefold()
    if folded in known.number:
        return follows[:1].isdecimal() or follows[:1] in ROMAN
    return folded in known.within


__all__ = ["Tokeniser", "load_tokeniser", "make_tokeniser"]
