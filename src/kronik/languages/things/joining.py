"""The names of an analysed text with those of things, which take the place of a model's names there."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from kronik.languages.analysis import Name, Sentence
from kronik.languages.things.finding import again_in, things_in
from kronik.languages.things.runs import Line, line_of
from kronik.languages.things.words import ThingWords


def with_things(sentences: Sequence[Sentence], names: Sequence[Name], words: ThingWords) -> tuple[Name, ...]:
    """Return the names in order of place, none within another: those of things, and the model's that touch none.

    ``names`` are the model's, in order. Offsets are those of the analysed text.
    """
    lines = [_line(sentence, names) for sentence in sentences]
    found = again_in(lines, [things_in(line, words) for line in lines], words)
    things = [
        Name(start=sentence.tokens[one.first].start, end=sentence.tokens[one.last - 1].end, kind=one.kind)
        for sentence, line in zip(sentences, found, strict=True)
        for one in line
    ]
    return tuple(sorted([*_untouched(names, things), *things], key=_start)) if things else tuple(names)


def _line(sentence: Sentence, names: Sequence[Name]) -> Line:
    tokens = sentence.tokens
    inside = names[bisect_left(names, sentence.start, key=_start) : bisect_left(names, sentence.end, key=_start)]
    spans = [
        (
            bisect_right(tokens, name.start, key=lambda token: token.end),
            bisect_left(tokens, name.end, key=lambda token: token.start),
            name,
        )
        for name in inside
    ]
    return line_of(sentence, tuple(spans))


def _untouched(names: Sequence[Name], things: Sequence[Name]) -> Iterator[Name]:
    at = 0
    for name in names:
        while at < len(things) and things[at].end <= name.start:
            at += 1
        if at == len(things) or things[at].start >= name.end:
            yield name


def _start(name: Name) -> int:
    return name.start
