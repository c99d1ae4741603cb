"""Average linkage: joins the two groups whose members are most alike on average, until none are alike enough.

Ties are broken by the groups' smallest members, so that the result depends on the set alone.
"""

import heapq
from collections.abc import Mapping, Sequence


def joined(
    members: Sequence[str], scores: Mapping[tuple[str, str], float], join: float, missing: float
) -> list[tuple[str, ...]]:
    """Return the groups of the members, each sorted.

    Args:
        members: ids, each once.
        scores: of pairs, smaller id first.
        join: mean score from which two groups are one.
        missing: score of a pair that has none.
    """
    names = sorted(members)
    sums: dict[str, dict[str, float]] = {name: {} for name in names}
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            score = scores.get((one, other))
            if score is not None:
                sums[one][other] = sums[other][one] = score - missing
    groups = {name: [name] for name in names}
    heap = [(-(score + missing), one, other, 2) for one in names for other, score in sums[one].items() if one < other]
    heapq.heapify(heap)
    while heap:
        negative, one, other, size = heapq.heappop(heap)
        if -negative < join:
            break
        if one not in groups or other not in groups or len(groups[one]) + len(groups[other]) != size:
            continue
        _merge(one, other, sums, groups)
        for third, total in sums[one].items():
            mean = round(total / (len(groups[one]) * len(groups[third])) + missing, 6)
            first, second = sorted((one, third))
            heapq.heappush(heap, (-mean, first, second, len(groups[one]) + len(groups[third])))
    return sorted(tuple(sorted(group)) for group in groups.values())


def _merge(one: str, other: str, sums: dict[str, dict[str, float]], groups: dict[str, list[str]]) -> None:
    """Put the second group into the first, whose name is the smaller member's."""
    groups[one] += groups.pop(other)
    theirs = sums.pop(other)
    for third, total in theirs.items():
        if third != one:
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + total
            del sums[third][other]
    sums[one].pop(other, None)
