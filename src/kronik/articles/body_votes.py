"""Votes: which blocks of a page an extractor's output stands for."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kronik.articles.body_blocks import Block, words_of

SHINGLE = 4
"""Words that must follow each other in block and output to be taken for the same place."""
COVERED = 0.6
"""Least share of a block's words that must stand in the output. Chosen on the tuning half of html/aeb."""
PLACES = 64
"""Most places of the output looked at for one shingle."""
STARTS = 16
"""Most places of the output tried for one block."""
OVERLAP = 0.9
"""Share of a block's found words after which the next block may start in the output."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Block ``index`` may stand at word ``start`` of the output, with this many words found there."""

    index: int
    start: int
    found: int


def votes(blocks: Sequence[Block], output: str) -> frozenset[int]:
    """Return the indices of the blocks that the output (paragraphs on lines of their own) stands for.

    Blocks count where their words stand in the output in the order of the page, so that a sentence which a teaser
    repeats elsewhere counts once: at the place that fits the rest. A block shorter than a shingle must be a line.
    """
    lines = [words_of(line) for line in output.splitlines()]
    words = [word for line in lines for word in line]
    shingles: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(words) - SHINGLE + 1):
        shingles[tuple(words[at : at + SHINGLE])].append(at)
    short: dict[tuple[str, ...], list[int]] = defaultdict(list)
    at = 0
    for line in lines:
        if len(line) < SHINGLE:
            short[line].append(at)
        at += len(line)
    tried = [
        _Place(index, start, found)
        for index, block in enumerate(blocks)
        if block.words
        for start, found in _starts(block.words, shingles, short)
    ]
    return frozenset(_nearest_copies(blocks, _best_chain(tried, len(words))))


def _starts(
    block: tuple[str, ...],
    shingles: Mapping[tuple[str, ...], Sequence[int]],
    short: Mapping[tuple[str, ...], Sequence[int]],
) -> list[tuple[int, int]]:
    """Return at which words of the output the block may start, with how many of its words found, in order."""
    if len(block) < SHINGLE:
        return [(start, len(block)) for start in short.get(block, ())[:STARTS]]
    support: dict[int, int] = defaultdict(int)
    covered = after = 0
    for at in range(len(block) - SHINGLE + 1):
        found = shingles.get(block[at : at + SHINGLE])
        if found:
            covered += at + SHINGLE - max(after, at)
            after = at + SHINGLE
            for place in found[:PLACES]:
                support[max(0, place - at)] += 1
    if covered < COVERED * len(block):
        return []
    # An output that leaves out a linked word in the block shifts what follows: the block then has two good starts,
    # and either stands for all of it.
    best = sorted(support, key=lambda start: (-support[start], start))[:STARTS]
    return sorted((start, covered) for start in best if support[start] * 3 >= support[best[0]])


def _best_chain(tried: Sequence[_Place], length: int) -> list[int]:
    """Return the blocks of the heaviest chain of places that ascends in page and output, in order.

    A Fenwick tree holds the heaviest chain that ends at or before each word of the output.
    """
    tree: list[int] = [-1] * (length + 2)
    weights: list[int] = []
    before: list[int] = []
    pending: list[int] = []
    for number, place in enumerate(tried):
        if pending and tried[pending[0]].index != place.index:
            _record(tree, pending, tried, weights)
            pending = []
        best = _query(tree, place.start, weights)
        before.append(best)
        weights.append(place.found + (weights[best] if best >= 0 else 0))
        pending.append(number)
    if not tried:
        return []
    at = max(range(len(tried)), key=lambda number: (weights[number], -number))
    chain = []
    while at >= 0:
        chain.append(tried[at].index)
        at = before[at]
    return chain[::-1]


def _query(tree: Sequence[int], position: int, weights: Sequence[int]) -> int:
    best = -1
    at = position + 1
    while at > 0:
        if tree[at] >= 0 and (best < 0 or weights[tree[at]] > weights[best]):
            best = tree[at]
        at &= at - 1
    return best


def _record(tree: list[int], numbers: Sequence[int], tried: Sequence[_Place], weights: Sequence[int]) -> None:
    for number in numbers:
        at = min(tried[number].start + max(1, int(OVERLAP * tried[number].found)) + 1, len(tree) - 1)
        while at < len(tree):
            if tree[at] < 0 or weights[number] > weights[tree[at]]:
                tree[at] = number
            at += at & -at


def _nearest_copies(blocks: Sequence[Block], chain: Sequence[int]) -> list[int]:
    """Return the chain with each block that the page repeats moved to the copy nearest its neighbours in the chain."""
    copies: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        copies[block.words].append(index)
    out = list(chain)
    for position, index in enumerate(chain):
        same = copies[blocks[index].words]
        low = out[position - 1] if position else -1
        high = chain[position + 1] if position + 1 < len(chain) else len(blocks)
        first, after = bisect_right(same, low), bisect_left(same, high)
        if after - first < 2 or (low < 0 and high == len(blocks)):
            continue
        # What follows is the better witness: before the body stand teasers, after it the body's own next paragraph.
        out[position] = same[first] if high == len(blocks) else same[after - 1]
    return out
