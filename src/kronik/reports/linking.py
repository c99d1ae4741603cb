"""Tellings of one event, by learned chances of pairs: average link over the tellings of each type."""

import heapq
from collections.abc import Mapping, Sequence

from kronik.reports.draft import Draft
from kronik.reports.link_features import link_features
from kronik.reports.reading import Reading
from kronik.reports.scoring import chance_of
from kronik.reports.tellings import clearest_first, grouped

BACK = 40
"""Tellings of its type before one that it is compared with; those farther back count as other events. Bounds the
work on very long articles; no labelled article has as many."""
DIGITS = 6
"""Decimals to which averages are compared."""

Pair = tuple[int, int]


def linked(reading: Reading, drafts: Sequence[Draft]) -> tuple[tuple[Draft, ...], ...]:
    """Return the drafts in groups that tell one event each, the clearest telling of a group first.

    Groups stand in order of their first telling. Of a lexicon without weights of links the rules decide (`grouped`).
    """
    linker = reading.lexicon.linker
    if not linker.weights:
        return grouped(drafts, reading.scene.cast.members)
    by_type: dict[str, list[int]] = {}
    for at in sorted(range(len(drafts)), key=lambda at: (drafts[at].start, at)):
        by_type.setdefault(drafts[at].type, []).append(at)
    groups: list[list[int]] = []
    for alike in by_type.values():
        chances = {
            (first, second): chance_of(
                link_features(reading, drafts[alike[first]], drafts[alike[second]], len(alike)), linker.weights
            )
            for second in range(len(alike))
            for first in range(max(0, second - BACK), second)
        }
        groups += [[alike[at] for at in group] for group in joined(len(alike), chances, linker.threshold)]
    groups.sort(key=min)
    return tuple(tuple(drafts[at] for at in clearest_first(group, drafts)) for group in groups)


def joined(count: int, chances: Mapping[Pair, float], least: float) -> list[list[int]]:
    """Return groups of the numbers below `count`, joined while the average chance between two groups is enough.

    Args:
        count: of numbers.
        chances: (lower, higher) -> chance that the two belong together; 0 where it is missing.
        least: average from which on two groups are joined.
    """
    groups = {at: [at] for at in range(count)}
    sums: dict[int, dict[int, float]] = {at: {} for at in range(count)}
    waiting: list[tuple[float, int, int]] = []
    for (one, other), chance in chances.items():
        sums[one][other] = sums[other][one] = chance
        waiting.append((-round(chance, DIGITS), one, other))
    heapq.heapify(waiting)
    new = count
    while waiting:
        average, one, other = heapq.heappop(waiting)
        if -average < least:
            break
        if one not in groups or other not in groups:
            continue
        groups[new] = groups.pop(one) + groups.pop(other)
        sums[new] = {}
        for neighbour in sorted((sums[one].keys() | sums[other].keys()) & groups.keys()):
            total = sums[one].get(neighbour, 0.0) + sums[other].get(neighbour, 0.0)
            sums[new][neighbour] = sums[neighbour][new] = total
            mean = total / (len(groups[new]) * len(groups[neighbour]))
            heapq.heappush(waiting, (-round(mean, DIGITS), neighbour, new))
        new += 1
    return list(groups.values())
