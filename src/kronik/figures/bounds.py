"""What stands around a number and says how exact it is: sides of the truth, ranges, totals over more than one event."""

from dataclasses import dataclass

from kronik.figures.numbers import Number, number_at
from kronik.figures.tokens import Tokens
from kronik.languages.counting import CountWords
from kronik.records.reports import Limit

LONGEST_LIMIT = 3
LONGEST_LATE = 2
"""Words of the longest limit ("tidak lebih dari") and late limit ("atau lebih")."""
TOTAL_WORDS = 12
"""Tokens before a number within which a word says that it is a total."""
DASHES = ("-", "–")
"""Signs between the lowest and the highest number of a range."""


@dataclass(frozen=True, slots=True)
class Bounded:
    """A number with the side of the truth: first token with the words for it, the token behind them."""

    number: Number
    first: int
    behind: int
    limit: Limit | None


def bounds_of(tokens: Tokens, number: Number, words: CountWords) -> Bounded:
    """Return the number with the words for the side of the truth before and behind it."""
    first, behind = number.first, number.behind
    limit = Limit.ABOUT if number.rounded else None
    for size in range(LONGEST_LIMIT, 0, -1):
        at = first - size
        if at >= 0 and all(tokens.gap(step) in (" ", "-", "\u00a0") for step in range(at, first)):
            found = words.limits.get(tokens.phrase(at, first - 1)) or words.limits.get(
                tokens.forms[first - 1].replace("-", " ") if size == 1 else ""
            )
            if found is not None:
                first, limit = at, found
                break
    if limit is None and behind < len(tokens) and tokens.close(behind - 1):
        for size in range(min(LONGEST_LATE, len(tokens) - behind), 0, -1):
            late = words.late_limits.get(tokens.phrase(behind, behind + size - 1))
            if late is not None:
                return Bounded(number, first, behind + size, late)
    return Bounded(number, first, behind, limit)


def behind_range(tokens: Tokens, at: int, words: CountWords) -> int | None:
    """Return where the highest number of a range begins, given the token behind its lowest; None for no range."""
    if at >= len(tokens):
        return None
    if tokens.gap(at - 1) in DASHES:
        return at
    worded = tokens.close(at - 1) and tokens.forms[at] in words.ranges and tokens.close(at)
    return at + 1 if worded else None


def widened(tokens: Tokens, found: Bounded, words: CountWords) -> Bounded:
    """Return a range as its lowest number with more above it ("140 hingga 200 orang", "10-15 orang")."""
    low = found.number.value
    at = behind_range(tokens, found.behind, words)
    if at is None or low is None or found.number.rounded:
        return found
    top = number_at(tokens, at, words) if at < len(tokens) else None
    if top is None or top.value is None or top.value <= low:
        return found
    return Bounded(found.number, found.first, top.behind, Limit.MORE)


def is_total(tokens: Tokens, first: int, words: CountWords) -> bool:
    """Return whether a word before the number in its sentence says that it is a total over more than one event."""
    for index in range(first - 1, max(-1, first - 1 - TOTAL_WORDS), -1):
        gap = tokens.gap(index)
        if gap.startswith((".", "!", "?", ";")) or "\n" in gap:
            return False
        if tokens.forms[index] in words.cumulative or tokens.phrase(index, index + 1) in words.cumulative:
            return True
    return False
