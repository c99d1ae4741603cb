"""The sheet that the rules judge: the lines of a page with what is known of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from kronik.articles.lines import Line
from kronik.articles.marks import Mark
from kronik.articles.recurring import OutletLines
from kronik.languages.cleaning import Cleaning, folded
from kronik.languages.pack import StampReader

HEAD_LINES = 8
"""Lines that count as the head of a page."""
FOOT_LINES = 8
"""Lines that count as the foot of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a rule sees.

    Attributes:
        text: the page text.
        lines: its lines, in order.
        title: the headline, where a part of the page tells it.
        words: the cleaning knowledge of the page's language.
        stamps: reads publication stamps, where the language has a reader.
        stamped: a part of the page holds the stamp, so that days in the text are the article's.
        recurring: the lines that recur in the page's outlet, where a file of them was given.
        low: the text of each line as `kronik.languages.cleaning.folded` gives it.
    """

    text: str
    lines: tuple[Line, ...]
    title: str | None
    words: Cleaning
    stamps: StampReader | None = None
    stamped: bool = False
    recurring: OutletLines | None = None
    low: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "low", tuple(folded(line.text) for line in self.lines))

    def in_head(self, index: int) -> bool:
        """Tell whether the line stands among the first."""
        return index < HEAD_LINES

    def in_foot(self, index: int) -> bool:
        """Tell whether the line stands among the last."""
        return index >= len(self.lines) - FOOT_LINES


def covered(sheet: Sheet, marks: Iterable[Mark]) -> frozenset[int]:
    """Return the indexes of the lines that one mark covers whole."""
    found: set[int] = set()
    for mark in marks:
        index = bisect_left(sheet.lines, mark.start, key=lambda line: line.start)
        while index < len(sheet.lines) and sheet.lines[index].end <= mark.end:
            found.add(index)
            index += 1
    return frozenset(found)


def touched(sheet: Sheet, marks: Iterable[Mark]) -> frozenset[int]:
    """Return the indexes of the lines that a mark covers whole or in part."""
    found: set[int] = set()
    for mark in marks:
        index = bisect_right(sheet.lines, mark.start, key=lambda line: line.end)
        while index < len(sheet.lines) and sheet.lines[index].start < mark.end:
            found.add(index)
            index += 1
    return frozenset(found)
