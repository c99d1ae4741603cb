"""Glued words: places of a text at which a space is missing, and the search for the cheapest way to part a word."""

from collections.abc import Callable

GlueFinder = Callable[[str], tuple[int, ...]]
"""A text -> the offsets (code points, ascending, within the text) at which a space is missing.

A finder is idempotent: in the text with these spaces put in it finds nothing more.
"""

PartCost = Callable[[int, int], float | None]
"""(start, end) of a part -> what it costs to read it as one word; None where it cannot be one."""


def cheapest_cuts(length: int, cost: PartCost, longest: int) -> tuple[float, tuple[int, ...]] | None:
    """Return the least total cost of parting ``0:length`` into words, and the offsets between them.

    Of ways that cost the same the one whose last word is longest wins. Time grows with ``length * longest``.

    Args:
        length: how many characters there are.
        cost: of a part, not negative; asked for parts of at most ``longest`` characters.
        longest: length of the longest part.

    Returns:
        None when there is no way.
    """
    totals: list[float | None] = [0.0]
    starts = [0]
    for end in range(1, length + 1):
        best: float | None = None
        best_start = end
        for start in range(max(0, end - longest), end):
            before = totals[start]
            if before is None or (best is not None and before >= best):
                continue
            part = cost(start, end)
            if part is not None and (best is None or before + part < best):
                best, best_start = before + part, start
        totals.append(best)
        starts.append(best_start)
    total = totals[length]
    if total is None:
        return None
    cuts = []
    at = starts[length]
    while at > 0:
        cuts.append(at)
        at = starts[at]
    return total, tuple(reversed(cuts))
