"""Reads treebanks in CoNLL-U: sentences as written, and their syntactic words with offsets, lemma, voice and head."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

VOICE = re.compile(r"(?:^|\|)Voice=(\w+)")
NO_LEMMA = "_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A syntactic word: half-open code points of its sentence, and columns of the treebank (-1: head of the root)."""

    start: int
    end: int
    form: str
    lemma: str
    upos: str
    voice: str | None
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A sentence as written, and its words in order."""

    text: str
    words: tuple[Word, ...]


def sentences_of(path: Path) -> Iterator[Annotated]:
    """Yield the sentences of a file."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.splitlines()
        text = next(line.partition("=")[2].strip() for line in lines if line.startswith("# text ="))
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        yield Annotated(text, tuple(_words(text, [row for row in rows if "." not in row[0]])))


def _words(text: str, rows: list[list[str]]) -> Iterator[Word]:
    at = 0
    index = 0
    while index < len(rows):
        count = 1
        if "-" in rows[index][0]:
            first, last = map(int, rows[index][0].split("-"))
            count = last - first + 1
            start, end = _place(text, rows[index][1], at)
            index += 1
        else:
            start, end = _place(text, rows[index][1], at)
        parts = rows[index : index + count]
        bounds = _bounds(start, end, [part[1] for part in parts])
        for part, low, high in zip(parts, bounds, bounds[1:], strict=False):
            found = VOICE.search(part[5])
            voice = found[1] if found else None
            yield Word(
                start=low,
                end=high,
                form=part[1],
                lemma=part[2],
                upos=part[3],
                voice=voice,
                head=int(part[6]) - 1,
                relation=part[7],
            )
        at = end
        index += count


def _place(text: str, form: str, at: int) -> tuple[int, int]:
    start = text.index(form, at)
    return start, start + len(form)


def _bounds(start: int, end: int, forms: list[str]) -> list[int]:
    """Return where the words of a token part; where they are not its letters, counted from its end."""
    bounds = [end]
    for form in reversed(forms[1:]):
        bounds.append(bounds[-1] - len(form))
    return [start, *reversed(bounds)]
