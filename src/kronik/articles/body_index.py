"""Index pages: lists of other pages, with no article of their own."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import pairwise

from kronik.articles.body_blocks import Block
from kronik.articles.body_structure import is_prose
from kronik.text.markup import Element

POINTER_WORDS = 4
"""Fewest words of a link that reads like a headline."""
POINTER_LINKS = 0.75
"""Least share of link characters of a block that is a pointer to another page."""
POINTERS = 10
"""Fewest pointers on an index page."""
SCANT_WORDS = 20
"""Words of prose below which a page with many pointers has no article."""
MIXED = 0.6
"""Share of the gaps between paragraphs that hold a pointer, from which the paragraphs are teasers."""
TEASERS = 3
"""Fewest paragraphs from which a row of teasers is known."""
RUN_WORDS = 60
"""Words of two or more paragraphs side by side in one element, from which they are an article's."""
ARTICLE_TYPE = "article"
MOMENT_PARTS = ("meta:article:published_time", "itemprop:datepublished", "meta:datepublished")
"""Parts that only a page of one article has."""
_ARTICLE_OBJECT = re.compile(r'"@type"\s*:\s*\[?\s*"\w*(?:Article|BlogPosting)"')


def is_index(
    blocks: Sequence[Block], elements: Sequence[Element], chosen: Set[int], attributes: Mapping[str, str]
) -> bool:
    """Tell whether a page lists other pages: ``chosen`` are the blocks that would be its body.

    The thresholds are own judgement: no set of index pages was at hand.
    """
    if attributes.get("meta:og:type", "").casefold() == ARTICLE_TYPE or any(
        name in attributes for name in MOMENT_PARTS
    ):
        return False
    pointers = [_is_pointer(block) for block in blocks]
    if sum(pointers) < POINTERS:
        return False
    prose = [index for index in sorted(chosen) if is_prose(blocks[index])]
    if sum(len(blocks[index].words) for index in prose) < SCANT_WORDS:
        return True
    runs: dict[int, list[int]] = defaultdict(list)
    for index in prose:
        runs[elements[blocks[index].box].parent].append(len(blocks[index].words))
    if any(len(run) > 1 and sum(run) >= RUN_WORDS for run in runs.values()):
        return False
    # Pointers between paragraphs of one element are an article's own "read also"; teasers stand each in its card.
    gaps = [
        any(pointers[low + 1 : high])
        and elements[blocks[low].box].parent != elements[blocks[high].box].parent
        and blocks[low].box != blocks[high].box
        for low, high in pairwise(prose)
    ]
    return len(prose) >= TEASERS and sum(gaps) >= MIXED * len(gaps)


def states_article(scripts: Iterable[str]) -> bool:
    """Tell whether the page's JSON-LD describes an article."""
    return any(_ARTICLE_OBJECT.search(script) is not None for script in scripts)


def _is_pointer(block: Block) -> bool:
    return len(block.words) >= POINTER_WORDS and block.link_share >= POINTER_LINKS
