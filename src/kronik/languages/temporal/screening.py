"""The screen: sentences without a word that a time needs are passed over.

Rules read within a sentence only, and each that makes a time needs a word or a number of the core: both are checked
when a grammar loads. What a passed sentence leaves to the reading of the others is that it ended.

A text is looked at in two copies of one byte a character: its letters, which fall apart into words at one go, and the
shapes of its characters, among which dates in digits and ends of sentences are short patterns.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from kronik.errors import DataError
from kronik.languages.temporal.numbers import DATED, DATED_SHAPE, KINDS
from kronik.languages.temporal.tokens import BREAK, LOWER, UPPER, Lexicon, Token, tokens_of

ENCODING = "latin-1"
"""Of the copies: it has every letter that words are made of; any other character becomes one question mark."""
WORD_PART = re.compile(f"[{UPPER}]?[{LOWER}]+|[{UPPER}]+(?![{LOWER}])".encode(ENCODING))
"""A word, or what begins with a capital within letters."""
SHAPES = {f"[{LOWER}]": "a", f"[{UPPER}]": "A", "[0-9]": "0", "[.!]": ".", "/": "/", r"[^\W_]|\s|\?": " "}
"""Shapes of characters by pattern, the first that fits; another sign is a dash."""
END = re.compile(rb"\.(?:(?<=aa\.)|(?<=-\.)|(?<=0\.)(?!0))")
"""The shape of a sign that surely ends a sentence: no number goes on over it, and no phrase has it there."""
HANGING = (b"aA", b"AAa")
"""Shapes within letters that are of more than one word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """What a sentence must hold in order to hold a time, if it holds no date in digits.

    Attributes:
        pieces: one of these words, as written.
        glued: or one of these, which are seen on the end of a name too.
        letters, shapes: tables from a text to its copies.
    """

    pieces: frozenset[bytes]
    glued: tuple[str, ...]
    letters: bytes
    shapes: bytes


def screen_of(lexicon: Lexicon, core: frozenset[str], file: str) -> Screen:
    """Return the screen for the kinds of words that times need.

    Raises:
        DataError: a word holds what ends a sentence elsewhere, or times need a number that does not show by its shape.
    """
    if shapeless := core & frozenset(KINDS) - DATED:
        raise DataError(file, min(shapeless), "is a number that may be anything")
    signs = [bytes([code]).decode(ENCODING) for code in range(256)]
    shapes = "".join(next((shape for one, shape in SHAPES.items() if re.match(one, sign)), "-") for sign in signs)
    letters = "".join(sign if WORD_PART.match(sign.encode(ENCODING)) else " " for sign in signs)
    for form in lexicon.words:
        if END.search(form.encode(ENCODING, "replace").translate(shapes.encode())):
            raise DataError(file, form, "holds the end of a sentence")
    forms = {form: _pieces(form) for form, word in lexicon.words.items() if word.kind in core}
    words = {form.encode(ENCODING) for form, pieces in forms.items() if pieces == [form.encode(ENCODING, "replace")]}
    # One word of a phrase is enough, and none where the phrase holds one that stands alone.
    words |= {pieces[-1] for pieces in forms.values() if words.isdisjoint(pieces)}
    written = [piece.decode(ENCODING) for piece in words]
    return Screen(
        pieces=frozenset(
            shown.encode(ENCODING) for word in written for shown in (word, word.capitalize(), word.upper())
        ),
        glued=tuple(whole for _, whole in lexicon.glued if lexicon.words[whole].kind in core),
        letters=letters.encode(ENCODING),
        shapes=shapes.encode(),
    )


def _pieces(form: str) -> list[bytes]:
    return WORD_PART.findall(form.encode(ENCODING, "replace"))


def telling_tokens(text: str, lexicon: Lexicon, screen: Screen) -> list[Token]:
    """Return the tokens of the sentences that may hold a time, and one between them for sentences passed over."""
    raw = text.encode(ENCODING, "replace")
    letters, shapes = raw.translate(screen.letters), raw.translate(screen.shapes)
    hanging = sorted([*_hanging(letters, shapes, screen), *_glued(text, shapes, screen)])
    out: list[Token] = []
    since = begun = 0
    for end in [*(mark.end() for mark in END.finditer(shapes)), len(text)]:
        if (
            screen.pieces.isdisjoint(letters[begun:end].split())
            and not DATED_SHAPE.search(shapes, begun, end)
            and bisect_left(hanging, begun) == bisect_left(hanging, end)
        ):
            if since < begun:
                out += tokens_of(text, lexicon, since, begun)
                out.append(Token(BREAK, begun, end, None))
            since = end
        begun = end
    return out + tokens_of(text, lexicon, since)


def _hanging(letters: bytes, shapes: bytes, screen: Screen) -> Iterator[int]:
    """Yield where letters stand that hold more than one word, one of the core among them."""
    for shape in HANGING:
        at = shapes.find(shape)
        while at >= 0:
            end = letters.find(b" ", at)
            end = end if end >= 0 else len(letters)
            if not screen.pieces.isdisjoint(WORD_PART.findall(letters, letters.rfind(b" ", 0, at) + 1, end)):
                yield at
            at = shapes.find(shape, end)


def _glued(text: str, shapes: bytes, screen: Screen) -> Iterator[int]:
    """Yield where a word that may hang on a name does."""
    for form in screen.glued:
        at = text.find(form)
        while at >= 0:
            if shapes[at - 1 : at] in (b"a", b"A"):
                yield at
            at = text.find(form, at + 1)
