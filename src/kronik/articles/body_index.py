"""Index pages: lists of other pages, with no article of their own."""

from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from kronik.articles.body_blocks import Block
from kronik.articles.body_structure import is_prose

POINTER_WORDS = 4
"""Fewest words of a link that reads like a headline."""
POINTER_LINKS = 0.75
"""Least share of link characters of a block that is a pointer to another page."""
POINTERS = 10
"""Fewest pointers on an index page."""
SCANT_WORDS = 40
"""Words of prose below which a page with many pointers has no article."""
MIXED = 0.6
"""Share of the gaps between paragraphs that hold a pointer, from which the paragraphs are teasers."""
TEASERS = 3
"""Fewest paragraphs from which a row of teasers is known."""
ARTICLE_TYPE = "article"


def is_index(blocks: Sequence[Block], chosen: Set[int], attributes: Mapping[str, str]) -> bool:
    """Tell whether a page lists other pages: ``chosen`` are the blocks that would be its body.

    A page that declares itself an article is none. The thresholds are own judgement: no set of index pages was at hand.
    """
    if attributes.get("meta:og:type", "").casefold() == ARTICLE_TYPE:
        return False
    pointers = [_is_pointer(block) for block in blocks]
    if sum(pointers) < POINTERS:
        return False
    prose = [index for index in sorted(chosen) if is_prose(blocks[index])]
    if sum(len(blocks[index].words) for index in prose) < SCANT_WORDS:
        return True
    gaps = [any(pointers[low + 1 : high]) for low, high in pairwise(prose)]
    return len(prose) >= TEASERS and sum(gaps) >= MIXED * len(gaps)


def _is_pointer(block: Block) -> bool:
    return len(block.words) >= POINTER_WORDS and block.link_share >= POINTER_LINKS
