"""Teasers of other stories whose marker closes them: "Read more" glued to the start of the teaser after it."""

from collections.abc import Iterator

from kronik.articles.marks import Mark
from kronik.articles.sheet import Sheet
from kronik.records.articles import Reason
from kronik.records.spans import evidence

FEWEST_CLOSERS = 2
"""A run needs as many closing links: a single one may belong to the article itself."""
LINES_BETWEEN = 2
"""Most lines of a teaser between two closing links that stand on lines of their own."""


def teaser_marks(sheet: Sheet) -> Iterator[Mark]:
    """Yield marks for runs of teasers, the first of which has no marker before it but the closing link behind it."""
    pattern = sheet.words.read_more
    if pattern is None:
        return
    widths = {index: match.end() for index, line in enumerate(sheet.lines) if (match := pattern.match(line.text))}
    for run in _runs(sorted(widths)):
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
                evidence=(evidence(seen, seen + widths[closer]),),
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
