"""Teasers of other stories whose marker closes them: "Read more" glued to the start of the teaser after it."""

import re
from collections.abc import Iterator

from kronik.articles.marks import Mark
from kronik.articles.shapes import is_title_like
from kronik.articles.sheet import Sheet
from kronik.languages.cleaning import has_sign
from kronik.records.articles import Reason
from kronik.records.spans import evidence

FEWEST_CLOSERS = 2
"""A run needs as many closing links: a single one may belong to the article itself."""
LINES_BETWEEN = 2
"""Most lines of a teaser between two closing links that stand on lines of their own."""

SENTENCE_GLUED = re.compile(r"[.!?][\"”’)]?(?=[A-Z“\"])")
"""The end of a sentence with the next stretch glued to it."""


def teaser_marks(sheet: Sheet) -> Iterator[Mark]:
    """Yield marks for runs of teasers, the first of which has no marker before it but the closing link behind it.

    The closing links stand at the start of the lines (glued to the teaser after them), at the end of the lines, or
    within one line that holds the whole run.
    """
    pattern = sheet.words.read_more
    if pattern is None or not _may_be_closed(sheet):
        return
    opening: dict[int, int] = {}
    for index, line in enumerate(sheet.lines):
        found = [match for match in pattern.finditer(line.text) if _glued(line.text, match)]
        if found and found[0].start() == 0 and (found[0].end() < len(line.text) or len(found) == 1):
            opening[index] = found[0].end()
        elif found:
            yield from _closed_within(sheet, index, found)
    for run in _runs(sorted(opening)):
        if len(run) < FEWEST_CLOSERS:
            continue
        for index in range(max(0, run[0] - 1), run[-1] + 1):
            line = sheet.lines[index]
            closer = next(at for at in run if at >= index)
            seen = sheet.lines[closer].start
            yield Mark(
                start=line.start,
                end=line.end,
                reason=Reason.RELATED,
                rule="teaser.run" if index >= run[0] else "teaser.first",
                evidence=(evidence(seen, seen + opening[closer]),),
            )


def _may_be_closed(sheet: Sheet) -> bool:
    """Tell whether the page holds what every closing link does: most pages do not, and need no search."""
    signs = sheet.words.read_more_signs
    return not signs or has_sign("\n".join(sheet.low), signs)


def _glued(text: str, match: re.Match[str]) -> bool:
    """Tell whether a closing link stands at an end of the line or is glued to what is before it."""
    return match.start() == 0 or not text[match.start() - 1].isspace() or match.end() == len(text)


def _closed_within(sheet: Sheet, index: int, found: list[re.Match[str]]) -> Iterator[Mark]:
    """Yield marks for the teasers in one line, each closed by a link.

    The first teaser begins at the start of the line, or behind the last sentence that the teaser is glued to. A single
    link closes a teaser only where the words before it have the shape of a headline.
    """
    line = sheet.lines[index]
    before = line.text[: found[0].start()]
    start = max((match.end() for match in SENTENCE_GLUED.finditer(before)), default=0)
    alone = len(found) < FEWEST_CLOSERS
    if alone and not is_title_like(before[start:].strip(), sheet.words.small_words):
        start = found[0].start()
    where = tuple(evidence(line.start + match.start(), line.start + match.end()) for match in found)
    yield Mark(
        start=line.start + start,
        end=line.start + found[-1].end(),
        reason=Reason.RELATED,
        rule="teaser.closed" if alone else "teaser.run",
        evidence=where,
    )


def _runs(indexes: list[int]) -> list[list[int]]:
    """Group the lines that hold a closing link where no more than a teaser stands between them."""
    runs: list[list[int]] = []
    for index in indexes:
        if runs and index - runs[-1][-1] <= LINES_BETWEEN:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
