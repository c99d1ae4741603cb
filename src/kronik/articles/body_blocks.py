"""Blocks: stretches of the page text that a reader sees as one paragraph, with what the markup says of them."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from kronik.records.spans import Slice
from kronik.text.markup import BLOCKS, HIDDEN, Projection

WORD = re.compile(r"\w+")

HEADING, CAPTION, FURNITURE, LINK, UNSEEN, HEAD = 1, 2, 4, 8, 16, 32
"""Bits of what an element is, or stands in."""
_BITS = (
    (HEADING, ("h1", "h2", "h3", "h4", "h5", "h6")),
    (CAPTION, ("figcaption", "figure", "caption")),
    (FURNITURE, ("select", "button", "textarea", "iframe", "option", "legend", "label")),
    (LINK, ("a",)),
    (UNSEEN, tuple(sorted(HIDDEN))),
    (HEAD, ("head", "title")),
)
BIT_OF = {tag: bit for bit, tags in _BITS for tag in tags}
LONGEST_LINK = 600
"""Characters of text in a link beyond which it is an anchor that was never closed, or a card around an article."""
CELL_WORDS = 6
"""Most words of a cell in a table of data; longer cells are paragraphs of a layout."""


class Block(NamedTuple):
    """One paragraph, heading, list item, cell or line of a page.

    Attributes:
        span: its code points of the page text, outer white space left out; not empty.
        words: its words in normal form (NFC, case folded).
        link_share: share of its characters that stand in links.
        box: index of the nearest block element.
        bits: what it stands in: `HEADING`, `CAPTION`, `FURNITURE`.
    """

    span: Slice
    words: tuple[str, ...]
    link_share: float
    box: int
    bits: int


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a string in normal form: NFC, case folded, no punctuation."""
    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    return tuple(WORD.findall(plain.casefold()))


def blocks_of(projection: Projection) -> tuple[Block, ...]:
    """Return the visible blocks of the body in order; they do not overlap. What stands in ``head`` is left out."""
    bits, boxes = _inherited(projection)
    out: list[Block] = []
    run: list[int] = []
    breaks, nodes = projection.breaks, projection.nodes
    stop = -1
    for index, node in enumerate(nodes):
        if node.element < 0 or bits[node.element] & (UNSEEN | HEAD):
            continue
        if node.start >= stop:
            if run:
                _add(out, projection, run, bits, boxes)
                run = []
            at = bisect_right(breaks, node.start)
            stop = breaks[at] if at < len(breaks) else len(projection.text) + 1
        run.append(index)
    if run:
        _add(out, projection, run, bits, boxes)
    return _rows(out, projection)


def _rows(blocks: Sequence[Block], projection: Projection) -> tuple[Block, ...]:
    """Return the blocks with the short cells of a table row made one, as a reader reads them."""
    rows: list[int] = []
    for index, element in enumerate(projection.elements):
        rows.append(index if element.tag == "tr" else rows[element.parent] if element.parent >= 0 else -1)
    out: list[Block] = []
    for block in blocks:
        row = rows[block.box]
        last = out[-1] if out else None
        if row < 0 or last is None or rows[last.box] != row or max(_cell(last, row), len(block.words)) > CELL_WORDS:
            out.append(block)
            continue
        links = last.link_share * len(last.span) + block.link_share * len(block.span)
        span = Slice(last.span.start, block.span.end)
        out[-1] = Block(span, last.words + block.words, links / len(span), row, last.bits & block.bits)
    return tuple(out)


def _cell(block: Block, row: int) -> int:
    """Return the words of a block that is still a cell; a row under way may grow."""
    return 0 if block.box == row else len(block.words)


def _inherited(projection: Projection) -> tuple[list[int], list[int]]:
    """Return for each element its bits and the index of the nearest block element, itself or around it."""
    bits: list[int] = []
    boxes: list[int] = []
    for index, element in enumerate(projection.elements):
        up = element.parent
        bit = BIT_OF.get(element.tag, 0)
        if bit == LINK and element.end - element.start > LONGEST_LINK:
            bit = 0
        bits.append(bit | (bits[up] if up >= 0 else 0))
        boxes.append(index if up < 0 or element.tag in BLOCKS else boxes[up])
    return bits, boxes


def _add(
    out: list[Block], projection: Projection, run: Sequence[int], bits: Sequence[int], boxes: Sequence[int]
) -> None:
    nodes = projection.nodes
    raw = projection.text[nodes[run[0]].start : nodes[run[-1]].end]
    body = raw.strip()
    if not body:
        return
    start = nodes[run[0]].start + len(raw) - len(raw.lstrip())
    around = next(nodes[index].element for index in run if nodes[index].end > start)
    linked = 0
    for index in run:
        node = nodes[index]
        if bits[node.element] & LINK:
            linked += len(projection.text[node.start : node.end].strip())
    out.append(
        Block(
            span=Slice(start, start + len(body)),
            words=words_of(body),
            link_share=linked / len(body),
            box=boxes[around],
            bits=bits[around],
        )
    )
