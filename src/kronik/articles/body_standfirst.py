"""The standfirst of an HTML page: a sentence of the article that stands under its heading, outside of its body."""

from collections.abc import Sequence, Set

from kronik.articles.body_blocks import Block
from kronik.articles.body_structure import is_prose, load_marks
from kronik.articles.shapes import ends_sentence
from kronik.records.spans import Slice
from kronik.text.markup import Element

STANDFIRST_BLOCKS = 4
"""Most blocks from the heading to the standfirst: a stamp and names may come between."""


def standfirst_of(
    blocks: Sequence[Block], elements: Sequence[Element], text: str, headline: Slice | None, chosen: Set[int]
) -> frozenset[int]:
    """Return the block between heading and body that is a standfirst: empty where there is none.

    It reads as a sentence, its element says what it is, it stands beside the heading in one element, and the body does
    not begin with its words.
    """
    if headline is None or not chosen:
        return frozenset()
    first = min(chosen)
    heading = next((i for i, block in enumerate(blocks[:first]) if block.span == headline), None)
    if heading is None:
        return frozenset()
    marked = load_marks().standfirst
    around = elements[blocks[heading].box].parent
    opening = " ".join(blocks[first].words)
    for index in range(heading + 1, min(heading + 1 + STANDFIRST_BLOCKS, first)):
        block = blocks[index]
        box = elements[block.box]
        if box.parent != around or not marked.search(box.marks) or not is_prose(block):
            continue
        if ends_sentence(block.span.of(text)) and not opening.startswith(" ".join(block.words)):
            return frozenset({index})
    return frozenset()
