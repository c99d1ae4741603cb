"""Index pages: lists of other pages, with no article of their own."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import pairwise

from kronik.articles.body_blocks import HEADING, Block, words_of
from kronik.articles.body_headline import alike
from kronik.articles.body_structure import is_prose
from kronik.text.markup import Element

POINTER_WORDS = 4
"""Fewest words of a link that reads like a headline."""
POINTER_LINKS = 0.5
"""Least share of link characters of a block that is a pointer to another page: a day may stand beside the link."""
POINTERS = 10
"""Fewest pointers on an index page that a heading names as a page of its own."""
FEW_POINTERS = 5
"""Fewest on one that no heading names."""
SCANT_WORDS = 20
"""Words of prose below which a page with many pointers has no article."""
MIXED = 0.6
"""Share of the gaps between paragraphs that hold a pointer, from which the paragraphs are teasers."""
TEASERS = 3
"""Fewest paragraphs from which a row of teasers is known."""
TEASER_LINKS = 0.15
"""Least share of link characters of a teaser that holds its own link."""
RUN_WORDS = 60
"""Words of two or more paragraphs side by side in one element, from which they are an article's."""
LABEL_WORDS = 5
"""Most words of a line between a pointer and its teaser: a day, a section."""
NAMED_WORDS = 4
"""Fewest words of a heading that says what the page's title says, where the page is one article's."""
NAMED_SHARE = 0.5
"""Least share of words that heading and title have in common (`alike`)."""
BELOW_NAME = 8
"""Blocks below that heading among which a body of few words begins."""
ARTICLE_TYPE = "article"
MOMENT_PARTS = ("meta:article:published_time", "itemprop:datepublished", "meta:datepublished")
"""Parts that only a page of one article has."""
_ARTICLE_OBJECT = re.compile(r'"@type"\s*:\s*\[?\s*"\w*(?:Article|BlogPosting)"')


def is_index(
    blocks: Sequence[Block],
    elements: Sequence[Element],
    chosen: Set[int],
    attributes: Mapping[str, str],
    title: str = "",
) -> bool:
    """Tell whether a page lists other pages: ``chosen`` are the blocks that would be its body.

    ``title`` is the page's own, of its head. The thresholds are own judgement, tried on invented pages of 15 shapes: no
    set of index pages was at hand.
    """
    if attributes.get("meta:og:type", "").casefold() == ARTICLE_TYPE or any(
        name in attributes for name in MOMENT_PARTS
    ):
        return False
    pointers = [_is_pointer(block) for block in blocks]
    prose = [index for index in sorted(chosen) if is_prose(blocks[index])]
    named = _named(blocks, attributes.get("meta:og:title") or title)
    if named is None:
        return _lists(blocks, pointers, prose) or _teases(blocks, elements, pointers, prose)
    scant = sum(len(blocks[index].words) for index in prose) < SCANT_WORDS
    if scant and sum(pointers) >= POINTERS:
        return not prose or not named < prose[0] <= named + BELOW_NAME or any(pointers[named + 1 : prose[0]])
    return _teases(blocks, elements, pointers, prose)


def states_article(scripts: Iterable[str]) -> bool:
    """Tell whether the page's JSON-LD describes an article."""
    return any(_ARTICLE_OBJECT.search(script) is not None for script in scripts)


def _named(blocks: Sequence[Block], title: str) -> int | None:
    """Return the heading that says at length what the page's title says; None without one."""
    wanted = frozenset(words_of(title))
    for index, block in enumerate(blocks):
        if block.bits & HEADING and len(block.words) >= NAMED_WORDS and alike(block.words, wanted) >= NAMED_SHARE:
            return index
    return None


def _lists(blocks: Sequence[Block], pointers: Sequence[bool], prose: Sequence[int]) -> bool:
    """Tell whether a page that no heading names has nothing but pointers, and teasers that go with them."""
    linked = [index for index in prose if blocks[index].link_share >= TEASER_LINKS]
    if sum(pointers) + len(linked) < FEW_POINTERS:
        return _same_endings(blocks, prose)
    if len(linked) >= TEASERS and len(linked) >= MIXED * len(prose):
        return True
    # An article's first paragraph stands before the links between its paragraphs; a teaser behind its own.
    behind = [_behind_pointer(blocks, pointers, index) for index in prose]
    own = sum(len(blocks[index].words) for index, is_behind in zip(prose, behind, strict=True) if not is_behind)
    teased = bool(behind) and behind[0]
    scant = sum(len(blocks[index].words) for index in prose) < SCANT_WORDS
    if scant and (sum(pointers) >= POINTERS or not _heads(pointers, prose)):
        return True
    return (teased and own < SCANT_WORDS) or _same_endings(blocks, prose)


def _heads(pointers: Sequence[bool], prose: Sequence[int]) -> bool:
    """Tell whether the first prose stands before most pointers, as the few words of a short article do."""
    return bool(prose) and sum(pointers[: prose[0]]) < sum(pointers[prose[0] :])


def _same_endings(blocks: Sequence[Block], prose: Sequence[int]) -> bool:
    """Tell whether most paragraphs end with the same linked words ("read more")."""
    ends = Counter(blocks[index].words[-2:] for index in prose if blocks[index].link_share > 0)
    most = max(ends.values(), default=0)
    return most >= FEW_POINTERS and most >= MIXED * len(prose)


def _behind_pointer(blocks: Sequence[Block], pointers: Sequence[bool], index: int) -> bool:
    """Tell whether a pointer stands before a block, short lines between them aside."""
    at = index - 1
    while at > 0 and not pointers[at] and len(blocks[at].words) <= LABEL_WORDS:
        at -= 1
    return at >= 0 and pointers[at]


def _teases(
    blocks: Sequence[Block], elements: Sequence[Element], pointers: Sequence[bool], prose: Sequence[int]
) -> bool:
    """Tell whether the paragraphs of a page with many pointers are teasers, each in the card of its link."""
    if sum(pointers) < POINTERS:
        return False
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


def _is_pointer(block: Block) -> bool:
    return len(block.words) >= POINTER_WORDS and block.link_share >= POINTER_LINKS
