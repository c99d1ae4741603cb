"""Articles that stand on several pages: how their number tells the part, and the whole."""

MARK = "#"
"""Stands in an article's number before the part that a page holds; no number and no canonical web address holds it."""


def numbered_part(whole: str, part: int) -> str:
    """Return the number of a part of an article; the first part has the number of the whole."""
    return whole if part == 1 else f"{whole}{MARK}{part}"


def whole_of(number: str) -> str:
    """Return the number of the whole article, given that of it or of one of its parts."""
    return _taken_apart(number)[0]


def part_of(number: str | None) -> int:
    """Return which part of an article a page is, from 1; a page without a number is the first of its article."""
    return _taken_apart(number or "")[1]


def _taken_apart(number: str) -> tuple[str, int]:
    whole, mark, part = number.rpartition(MARK)
    return (whole, int(part)) if mark and part.isascii() and part.isdecimal() else (number, 1)
