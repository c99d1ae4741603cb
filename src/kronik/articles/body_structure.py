"""What the page's own structure says: which elements stand beside the article, and which one holds its prose."""

import re
import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kronik.articles.body_blocks import CAPTION, FURNITURE, Block
from kronik.errors import DataError
from kronik.text.markup import Element

MARKS_FILE = "body_marks.toml"

PROSE_WORDS = 10
"""Fewest words of a block that counts as prose by itself. Chosen on the tuning half of html/aeb."""
PROSE_LINKS = 0.4
"""Largest share of link characters in prose. Chosen on the same set."""
MAIN_SHARE = 0.3
"""An element with this share of the page's prose, or of what an extractor kept, does not stand beside the article."""
VOTE_GAIN = 0.5
"""How much more a word counts that an extractor kept, when the element of the body is sought."""
COVERED_SHARE = 0.5
"""Least share of what the extractors kept that the body's element holds."""
KEYS = frozenset({"aside", "body", "writer", "beside_writer", "standfirst"})
ASIDE_TAGS = frozenset({"aside", "footer", "nav", "form"})


@dataclass(frozen=True, slots=True)
class Marks:
    """Patterns for the class and id names of elements."""

    aside: re.Pattern[str]
    body: re.Pattern[str]
    writer: re.Pattern[str]
    standfirst: re.Pattern[str]


@cache
def load_marks() -> Marks:
    """Return the packaged patterns. Read once: packaged data does not change while a program runs.

    Raises:
        DataError: the file has an unknown key, a word twice, or a word that is not lower-case.
    """
    data = tomllib.loads(files("kronik.articles").joinpath(MARKS_FILE).read_text("utf-8"))
    if set(data) != KEYS:
        raise DataError(MARKS_FILE, ", ".join(sorted(set(data) ^ KEYS)), "unknown or missing key")
    # A writer's name stands beside the body, so those words are among both.
    for keys in (("aside", "body"), ("writer", "beside_writer")):
        words = [word for key in keys for word in data[key]]
        for word in words:
            if words.count(word) > 1 or word != word.lower():
                raise DataError(MARKS_FILE, word, "stands twice, or is not lower-case")
    writer, beside = ("|".join(map(re.escape, data[key])) for key in ("writer", "beside_writer"))
    return Marks(
        aside=_pattern(data["aside"]),
        body=_pattern(data["body"]),
        standfirst=_pattern(data["standfirst"]),
        writer=re.compile(rf"(?<![a-z])(?:{writer})(?!s?-?(?:{beside}))"),
    )


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Return the pattern of words at the start of a name or of a part of it; short words must fill the part."""
    long = "|".join(sorted(re.escape(word) for word in words if len(word) > 4))
    short = "|".join(sorted(re.escape(word) for word in words if len(word) <= 4))
    return re.compile(rf"(?<![a-z])(?:{long}|(?:{short})s?(?![a-z]))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """What the structure says of each block.

    Attributes:
        aside: for each block, whether it stands in an element beside the article.
        inside: indices of the blocks in the element that holds the body, in order.
        prose: indices of the blocks of ``inside`` that are prose by themselves.
        box: index of that element.
    """

    aside: tuple[bool, ...]
    inside: tuple[int, ...]
    prose: tuple[int, ...]
    box: int


def is_prose(block: Block) -> bool:
    """Tell whether a block reads as a paragraph by itself, whatever stands around it."""
    return len(block.words) >= PROSE_WORDS and block.link_share < PROSE_LINKS and not block.bits & (CAPTION | FURNITURE)


def structure_of(blocks: Sequence[Block], elements: Sequence[Element], kept: Collection[int] = ()) -> Structure:
    """Return what the structure says. ``kept`` are the blocks that extractors kept; they draw the body's element."""
    prose = [index for index, block in enumerate(blocks) if is_prose(block)]
    held = _words_in(blocks, elements, kept or prose)
    aside = _aside(blocks, elements, held)
    worth = [0.0] * len(elements)
    for index, block in enumerate(blocks):
        worth[block.box] += _worth(block, aside[index], index in kept)
    box = _best(worth, elements)
    if kept:
        box = _covering(box, elements, held)
    start, end = elements[box].start, elements[box].end
    inside = tuple(i for i, block in enumerate(blocks) if start <= block.span.start and block.span.end <= end)
    return Structure(
        aside=tuple(aside),
        inside=inside,
        prose=tuple(i for i in inside if is_prose(blocks[i]) and not aside[i]),
        box=box,
    )


def _worth(block: Block, aside: bool, voted: bool) -> float:
    """Return what a block adds to an element as the body: words of prose, less the words of links and short lines."""
    words = len(block.words)
    gain = VOTE_GAIN * words if voted else 0.0
    if is_prose(block) and not aside:
        return words * (1 - 2 * block.link_share) + gain
    if voted and not aside and not block.bits & FURNITURE:
        return gain
    return gain - words * (0.2 + block.link_share) - 1


def _best(worth: Sequence[float], elements: Sequence[Element]) -> int:
    """Return the element with the greatest worth, the innermost of equals."""
    total = _summed_up(worth, elements)
    return max(range(len(elements)), key=lambda index: (total[index], index))


def _covering(box: int, elements: Sequence[Element], kept: Sequence[float]) -> int:
    """Return the element, or the nearest one around it, that holds most of what the extractors kept."""
    while elements[box].parent >= 0 and kept[box] < COVERED_SHARE * kept[0]:
        box = elements[box].parent
    return box


def _summed_up(values: Sequence[float], elements: Sequence[Element]) -> list[float]:
    """Return for each element its value with those of all elements in it; parents come before their children."""
    total = list(values)
    for index in range(len(elements) - 1, 0, -1):
        parent = elements[index].parent
        if parent >= 0:
            total[parent] += total[index]
    return total


def _words_in(blocks: Sequence[Block], elements: Sequence[Element], counted: Collection[int]) -> list[float]:
    """Return for each element the words of the counted blocks in it."""
    own = [0.0] * len(elements)
    for index in counted:
        own[blocks[index].box] += len(blocks[index].words)
    return _summed_up(own, elements)


def _aside(blocks: Sequence[Block], elements: Sequence[Element], held: Sequence[float]) -> list[bool]:
    """Tell for each block whether an element around it is marked as standing beside the article.

    ``held`` are the words of the likely body in each element. A mark on an element that holds a good part of them,
    or a word that marks elements which together do, says something of the layout and not of the prose.
    """
    least = MAIN_SHARE * max(1, held[0])
    words = [_word(element) if held[index] < least else "" for index, element in enumerate(elements)]
    total: dict[str, float] = {}
    for index, word in enumerate(words):
        if word:
            total[word] = total.get(word, 0) + held[index]
    void = {word for word, count in total.items() if count >= least}
    out: list[bool] = []
    for word, element in zip(words, elements, strict=True):
        out.append((word != "" and word not in void) or (element.parent >= 0 and out[element.parent]))
    return [out[block.box] for block in blocks]


def _word(element: Element) -> str:
    """Return the word that marks an element as standing beside the article; empty when none does."""
    if element.tag in ASIDE_TAGS:
        return element.tag
    if not element.marks or element.tag in ("html", "body"):
        return ""
    match = load_marks().aside.search(element.marks)
    return match[0] if match else ""
