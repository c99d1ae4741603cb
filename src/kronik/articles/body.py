"""The body of an HTML page: candidates vote on its blocks, our own structure chooses among them and completes."""

from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass

from kronik.articles.body_blocks import CAPTION, FURNITURE, HEADING, Block, blocks_of
from kronik.articles.body_candidates import PRECISE, READABLE, declared, testimony
from kronik.articles.body_headline import byline_of, headline_of, page_title
from kronik.articles.body_index import is_index, states_article
from kronik.articles.body_standfirst import standfirst_of
from kronik.articles.body_structure import Structure, is_prose, structure_of
from kronik.articles.body_votes import votes
from kronik.records.pages import Page
from kronik.records.spans import Slice
from kronik.text.markup import Element, project_markup

AGREED = 0.5
"""Share of a candidate's words that must stand in our own choice for the two to agree.

Chosen on the tuning half of html/aeb, as the other thresholds here."""
SINCERE = 0.8
"""Share of the body that a page states in its JSON-LD that must stand among what the witnesses keep."""
GROWTH = 0.5
"""Words that the structure may add to a witness's, by share of those, before a second witness is asked."""
LINKED = 0.75
"""Share of link characters from which a block is a pointer to another page."""
SHORT_LINKS = 0.5
"""Largest share of link characters in a short line that no candidate kept."""

LABEL_WORDS = 5
"""Most words of a line that may be the label of the links after it."""
PRINTED_ADDRESS = (("http",), ("https",), ("www",))
"""First words of a link whose text is its own address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Which characters of an HTML page text are the article, before debris in it is judged.

    Attributes:
        slices: the body, ascending, without overlap; blocks of it that follow each other are not joined.
        index: the page lists other pages and has no article of its own; ``slices`` is empty.
        rule: which candidates spoke: ``body.precision``, ``body.structure`` ...
        headline: the heading that names the article; None where there is none.
        byline: the writer's name alone in an element for it, under the headline; None where there is none.
        standfirst: the first of ``slices`` where that is a sentence set apart under the headline; else None.
    """

    slices: tuple[Slice, ...]
    index: bool
    rule: str
    headline: Slice | None = None
    byline: Slice | None = None
    standfirst: Slice | None = None

    @property
    def begins(self) -> int:
        """Where the body begins, its standfirst left aside: what makes the head of the page stands before it."""
        after = (piece for piece in self.slices if piece != self.standfirst)
        return next(after, self.slices[0]).start


def body_of(page: Page) -> Body:
    """Return the body of a page (offsets in the page text). Never raises; a page without markup is all body."""
    if page.markup is None:
        return Body(slices=(Slice(0, len(page.text)),) if page.text else (), index=False, rule="body.text")
    projection = project_markup(page.markup)
    blocks = blocks_of(projection)
    if not blocks:
        return Body(slices=(), index=False, rule="body.empty")
    scripts = [piece.of(projection.text) for piece in projection.hidden]
    stated = votes(blocks, declared(scripts))
    kept, rule = _seeds(blocks, projection.elements, page.markup, stated)
    if _share(blocks, kept & stated, kept) >= AGREED and _share(blocks, kept & stated, stated) >= SINCERE:
        kept, rule = kept | stated, f"{rule}.stated"
    else:
        stated = frozenset()
    structure = structure_of(blocks, projection.elements, kept)
    chosen = _chosen(blocks, projection.elements, structure, kept, stated)
    if _share(blocks, chosen - kept, kept) > GROWTH and not _seconded(blocks, chosen - kept, page.markup):
        chosen, rule = _between(chosen, kept), f"{rule}.alone"
    attributes = dict(projection.attributes)
    title = page_title(projection)
    if is_index(blocks, projection.elements, chosen, attributes, title) and not states_article(scripts):
        return Body(slices=(), index=True, rule="body.index")
    if not chosen:
        chosen, rule = _anything(blocks, kept), "body.anything"
    headline = headline_of(blocks, projection, attributes, chosen)
    standfirst = standfirst_of(blocks, projection.elements, projection.text, headline, chosen)
    return Body(
        slices=tuple(blocks[index].span for index in sorted(chosen | standfirst)),
        index=False,
        rule=rule,
        headline=headline,
        byline=byline_of(blocks, projection, headline, chosen),
        standfirst=next((blocks[index].span for index in standfirst), None),
    )


def _seeds(
    blocks: Sequence[Block], elements: Sequence[Element], markup: str, stated: frozenset[int]
) -> tuple[frozenset[int], str]:
    """Return the blocks that the witnesses keep, and the rule that says who was believed."""
    own = frozenset(structure_of(blocks, elements).prose)
    kept = votes(blocks, testimony(PRECISE, markup))
    if kept and _share(blocks, kept & own, kept) >= AGREED:
        return kept, "body.precision"
    other = votes(blocks, testimony(READABLE, markup)) | stated
    if _share(blocks, other & kept, other) > _share(blocks, other & own, other):
        return kept, "body.precision.readability"
    if other or _words(blocks, own) > _words(blocks, kept):
        return own or other, "body.structure"
    return kept, "body.precision.unseconded"


def _anything(blocks: Sequence[Block], kept: frozenset[int]) -> frozenset[int]:
    """Return what may be the body where every rule failed: what a witness kept, else every block that is no link."""
    return kept or frozenset(index for index, block in enumerate(blocks) if not _barred(block, aside=False))


def _seconded(blocks: Sequence[Block], added: Set[int], markup: str) -> bool:
    """Tell whether readability, too, keeps most of what the structure added."""
    other = votes(blocks, testimony(READABLE, markup))
    return _share(blocks, added & other, added) >= AGREED


def _between(chosen: Set[int], kept: Set[int]) -> frozenset[int]:
    """Return the chosen blocks from the first to the last that a witness kept."""
    both = chosen & kept
    return frozenset(index for index in chosen if min(both, default=0) <= index <= max(both, default=-1))


def _share(blocks: Sequence[Block], part: Collection[int], whole: Collection[int]) -> float:
    words = _words(blocks, whole)
    return _words(blocks, part) / words if words else 0.0


def _words(blocks: Sequence[Block], counted: Collection[int]) -> int:
    return sum(len(blocks[index].words) for index in counted)


def _chosen(
    blocks: Sequence[Block], elements: Sequence[Element], structure: Structure, kept: Set[int], stated: Set[int]
) -> frozenset[int]:
    """Return the blocks of the body: what was kept, and what stands in the same place of the structure.

    What the page itself states to be its body stands even in an element that is marked as standing beside it.
    """
    able = [
        index
        for index in structure.inside
        if not _barred(blocks[index], structure.aside[index] and index not in stated)
    ]
    chosen = {index for index in able if index in kept}
    places = {place for index in chosen for place in _places(blocks[index], elements)}
    around = _around(chosen, blocks, elements)
    for index in able:
        block = blocks[index]
        if is_prose(block) and (places & _places(block, elements) or block.box in around):
            chosen.add(index)
    first, last = min(chosen, default=0), max(chosen, default=-1)
    for index in able:
        block = blocks[index]
        plain = block.link_share < SHORT_LINKS or block.words[:1] in PRINTED_ADDRESS
        if first < index < last and plain and places & _places(block, elements):
            chosen.add(index)
    return frozenset(_without_labels(chosen, blocks, elements))


def _barred(block: Block, aside: bool) -> bool:
    """Tell whether a block is no prose of the article, whoever kept it."""
    return aside or bool(block.bits & (CAPTION | FURNITURE)) or _points_away(block)


def _points_away(block: Block) -> bool:
    """Tell whether a block is a pointer to another page; a printed address is text."""
    return block.link_share >= LINKED and block.words[:1] not in PRINTED_ADDRESS


def _around(chosen: Collection[int], blocks: Sequence[Block], elements: Sequence[Element]) -> frozenset[int]:
    """Return the elements around the chosen blocks: text that stands bare in one of them is of the same run."""
    seen: set[int] = set()
    for index in chosen:
        at = elements[blocks[index].box].parent
        while at >= 0 and at not in seen:
            seen.add(at)
            at = elements[at].parent
    return frozenset(seen)


def _without_labels(chosen: Set[int], blocks: Sequence[Block], elements: Sequence[Element]) -> set[int]:
    """Return the chosen blocks without the headline, and without headings of what was not chosen."""
    out = set(chosen)
    following: int | None = None
    for index in sorted(chosen, reverse=True):
        block = blocks[index]
        label = block.bits & HEADING or (len(block.words) <= LABEL_WORDS and index + 1 < len(blocks))
        if block.bits & HEADING and (following is None or _points_away(blocks[index + 1])):
            out.discard(index)
            continue
        if label and not block.bits & HEADING and _points_away(blocks[index + 1]):
            out.discard(index)
            continue
        following = index
    for index in sorted(out):
        if elements[blocks[index].box].tag == "h1":
            out.discard(index)
        elif is_prose(blocks[index]):
            break
    return out


def _places(block: Block, elements: Sequence[Element]) -> frozenset[tuple[object, ...]]:
    """Return the places that a block has in the structure: two blocks that share one belong to the same run of text."""
    box = elements[block.box]
    parent = elements[box.parent] if box.parent >= 0 else box
    if box.tag == "li" and parent.parent >= 0:
        return frozenset({("li", box.parent), ("p", parent.parent)})
    if box.tag in ("p", "li", "blockquote", "h2", "h3", "h4", "h5"):
        kind = "p" if box.tag[0] == "h" else box.tag
        return frozenset({(kind, box.parent), (kind, parent.tag, parent.marks)})
    return frozenset({(block.box,), (box.tag, box.marks, parent.tag, parent.marks)})
