"""The best tree over the words of a sentence, given a score for each word under each head."""

import numpy as np
from numpy.typing import NDArray

from kronik.languages.network.packing import Floats

Square = NDArray[np.float64]


def best_tree(scores: Floats) -> list[int]:
    """Return the head of each word, -1 for the one root: the tree of the greatest sum of scores.

    Args:
        scores: [n, n + 1]; row: word; column 0: it is the root, column k + 1: it hangs on word k. Higher is better.
            The score of a word under itself is never read.
    """
    count = scores.shape[0]
    if count == 1:
        return [-1]
    work = scores.astype(np.float64)
    work[np.arange(count), np.arange(count) + 1] = -np.inf
    heads = work.argmax(axis=1)
    if int((heads == 0).sum()) == 1 and _is_tree(heads.tolist()):
        return [int(head) - 1 for head in heads]
    return _best_with_one_root(work)


def _is_tree(heads: list[int]) -> bool:
    """Tell whether every word (numbered from 1) leads to 0."""
    reached = [True] + [False] * len(heads)
    for word in range(1, len(heads) + 1):
        way, at = [], word
        while not reached[at] and at not in way:
            way.append(at)
            at = heads[at - 1]
        if not reached[at]:
            return False
        for passed in way:
            reached[passed] = True
    return True


def _best_with_one_root(work: Square) -> list[int]:
    """Return the best tree with one root.

    With a word as the root, no tree can be better than each other word under its best head. Roots are tried by that
    bound, from the best down, until a tree is found that no bound beats.
    """
    count = work.shape[0]
    best_heads = work[:, 1:].max(axis=1)
    bounds = work[:, 0] - best_heads + best_heads.sum()
    best: list[int] = []
    best_sum = -np.inf
    for root in np.argsort(-bounds, kind="stable").tolist():
        if bounds[root] <= best_sum:
            break
        limited = work.copy()
        limited[:, 0] = -np.inf
        limited[root, :] = -np.inf
        limited[root, 0] = work[root, 0]
        heads = _spanning(limited)
        total = float(work[np.arange(count), heads].sum())
        if total > best_sum:
            best, best_sum = heads, total
    return [head - 1 for head in best]


def _spanning(scores: Square) -> list[int]:
    """Return the best arborescence from 0 (Chu-Liu and Edmonds): for each word its head, words numbered from 1."""
    size = scores.shape[0] + 1
    square = np.full((size, size), -np.inf)
    square[1:, :] = scores
    return [int(head) for head in _contract(square)[1:]]


def _contract(square: Square) -> list[int]:
    """Return the heads (that of 0 is 0) by contracting a cycle of best heads until none is left."""
    size = square.shape[0]
    heads: list[int] = square.argmax(axis=1).tolist()
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [node for node in range(size) if node not in inside]
    members, others = np.array(cycle), np.array(outside)
    merged = len(outside)
    small = np.empty((merged + 1, merged + 1))
    small[:merged, :merged] = square[others][:, others]
    leaving = square[others][:, members]
    small[:merged, merged] = leaving.max(axis=1)
    leaves_by = members[leaving.argmax(axis=1)].tolist()
    rows = square[members]
    cost = rows[np.arange(len(cycle)), [heads[node] for node in cycle]]
    entering = rows[:, others] - cost[:, None]
    small[merged, :merged] = entering.max(axis=0) + cost.sum()
    small[merged, merged] = -np.inf
    enters_by = members[entering.argmax(axis=0)].tolist()
    inner = _contract(small)
    result = list(heads)
    for place, node in enumerate(outside[1:], start=1):
        head = inner[place]
        result[node] = int(leaves_by[place]) if head == merged else outside[head]
    source = inner[merged]
    result[int(enters_by[source])] = outside[source]
    return result


def _cycle(heads: list[int]) -> list[int]:
    """Return the nodes of one cycle, none if every node leads to 0."""
    colour = [0] * len(heads)
    colour[0] = 2
    for start in range(1, len(heads)):
        way, at = [], start
        while colour[at] == 0:
            colour[at] = 1
            way.append(at)
            at = heads[at]
        if colour[at] == 1:
            return sorted(way[way.index(at) :])
        for passed in way:
            colour[passed] = 2
    return []
