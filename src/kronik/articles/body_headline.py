"""The heading on an HTML page that names its article, and the name of the writer under it."""

from collections.abc import Iterable, Mapping, Sequence, Set

from kronik.articles.body_blocks import HEADING, Block, words_of
from kronik.articles.body_structure import load_marks
from kronik.records.spans import Slice
from kronik.text.markup import Projection

ALIKE = 0.5
"""Least share of words that a heading and the page's declared title have in common."""
TOP_GAIN = 0.05
"""What an ``h1`` is ahead of other headings that say as much."""
NAMING_PARTS = ("meta:og:title", "meta:twitter:title", "meta:headline", "meta:title")
"""Parts that name the article, in order of trust."""
NAME_WORDS = (2, 5)
"""Fewest and most words of a name that stands alone."""


def headline_of(
    blocks: Sequence[Block], projection: Projection, attributes: Mapping[str, str], chosen: Set[int]
) -> Slice | None:
    """Return the heading that says what the page's title says; without one the last ``h1`` before the body."""
    elements = projection.elements
    declared = next((attributes[name] for name in NAMING_PARTS if name in attributes), None)
    if declared is None:
        # The title element often adds the outlet and the section; it speaks only where nothing better does.
        declared = page_title(projection)
    title = words_of(declared)
    best: tuple[float, int] | None = None
    first = min(chosen, default=len(blocks))
    above: int | None = None
    for index, block in enumerate(blocks):
        if not block.bits & HEADING or index in chosen:
            continue
        top = elements[block.box].tag == "h1"
        if top and index < first:
            above = index
        likeness = alike(block.words, title) + (TOP_GAIN if top else 0.0)
        if likeness >= ALIKE and (best is None or likeness > best[0]):
            best = (likeness, index)
    if best is not None:
        return blocks[best[1]].span
    return blocks[above].span if above is not None else None


def byline_of(
    blocks: Sequence[Block], projection: Projection, headline: Slice | None, chosen: Set[int]
) -> Slice | None:
    """Return the name that stands alone between headline and body in an element for the writer's name."""
    if headline is None:
        return None
    elements = projection.elements
    writer = load_marks().writer
    first = min(chosen, default=0)
    for index in range(first):
        block = blocks[index]
        if block.span.start < headline.end or not NAME_WORDS[0] <= len(block.words) <= NAME_WORDS[1]:
            continue
        box = elements[block.box]
        marks = f"{box.marks} {elements[box.parent].marks}" if box.parent >= 0 else box.marks
        text = block.span.of(projection.text)
        if writer.search(marks) and all(word[0].isupper() and word[0].isalpha() for word in text.split()):
            return block.span
    return None


def page_title(projection: Projection) -> str:
    """Return the page's own title, of its head; empty where it has none."""
    return next((projection.text[one.start : one.end] for one in projection.elements if one.tag == "title"), "")


def alike(heading: Iterable[str], title: Iterable[str]) -> float:
    """Return the share of words in common (Dice): 1 when heading and title say the same."""
    ours, theirs = set(heading), set(title)
    return 2 * len(ours & theirs) / max(len(ours) + len(theirs), 1)
