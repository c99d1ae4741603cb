"""The head and the foot of a page: headline, section labels and stamps above; initials, tags and furniture below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kronik.articles.marks import Mark
from kronik.articles.shapes import (
    ends_sentence,
    initials_at_end,
    is_agency_initials,
    is_initials,
    is_label,
    is_lower_tag,
    is_name_in_brackets,
    is_tag,
    is_title_like,
    words,
)
from kronik.articles.sheet import Sheet
from kronik.records.articles import Reason
from kronik.records.spans import Evidence, evidence

TITLE_LINES = 5
"""A headline within the page text stands among so many first lines."""
STAMP_AFTER = 12
"""Most characters after the stamp on a stamp line."""
STAMP_BEFORE = 45
"""Most characters before the stamp on a stamp line: the outlet's name, or a word for "updated"."""
DAY_BEFORE = 20
"""The same for a stamp without a clock."""
STAMP_LINE_CHARS = 80
"""Most characters of a stamp line; the longest stamp of gold train has 40."""
DAY_LINES = 4
"""A day without a clock is a stamp only among so many first lines, above the first sentence of a page without parts."""
TAG_RUN = 3
"""Fewest lines of a run of tags that no end mark precedes."""
PROSE_CHARS = 120
"""A line at least this long that ends as a sentence does is prose, also below an end mark."""
NAME_LINES_SHARE = 0.6
"""A name in brackets signs an article only in the last part of the page, from this share of its lines on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the head of a page holds.

    Attributes:
        headline: index of the line that is the headline, None when no line is.
        marks: the headline, labels and stamp lines.
    """

    headline: int | None
    marks: tuple[Mark, ...]


def read_head(sheet: Sheet, skip: frozenset[int], headlines: Sequence[Mark]) -> Head:
    """Return the stamp lines and labels of the head; on a page without a title part also the headline.

    ``headlines`` are the marks on lines that repeat the title.
    """
    marks = list(_stamp_lines(sheet, skip))
    if sheet.title is not None:
        return Head(
            headline=None,
            marks=(*marks, *_first_label(sheet, skip), *_labels(sheet, skip, _repeated(sheet, headlines))),
        )
    first = [index for index in range(min(TITLE_LINES, len(sheet.lines))) if index not in skip]
    headline = next((index for index in first if _is_headline(sheet, index)), None)
    if headline is None:
        return Head(headline=None, marks=tuple(marks))
    line = sheet.lines[headline]
    marks.append(Mark(start=line.start, end=line.end, reason=Reason.HEADLINE, rule="headline.line", evidence=()))
    return Head(headline=headline, marks=(*marks, *_labels(sheet, skip, headline)))


def _first_label(sheet: Sheet, skip: frozenset[int]) -> Iterator[Mark]:
    """Yield a mark for a first line that is nothing but the name of a section."""
    line = sheet.lines[0] if sheet.lines and 0 not in skip else None
    if line is not None and len(sheet.lines) > 1 and is_label(line.text) and _is_section(sheet, line.text):
        yield Mark(start=line.start, end=line.end, reason=Reason.NAVIGATION, rule="label.first")


def _repeated(sheet: Sheet, headlines: Sequence[Mark]) -> int | None:
    """Return the index of the line among the first that repeats the headline, None when none does."""
    starts = {mark.start for mark in headlines}
    return next((index for index, line in enumerate(sheet.lines[:TITLE_LINES]) if line.start in starts), None)


def _labels(sheet: Sheet, skip: frozenset[int], headline: int | None) -> Iterator[Mark]:
    """Yield marks for labels above the headline's line and just below it: sections, and names that it holds."""
    if headline is None:
        return
    line = sheet.lines[headline]
    seen = (evidence(line.start, line.end),)
    top = next((other for index, other in enumerate(sheet.lines[:TITLE_LINES]) if index not in skip), line)
    known = {*words(line.text), *words(top.text)}
    for index in (*range(headline), headline + 1):
        if index in skip or index >= len(sheet.lines):
            continue
        label = sheet.lines[index]
        if is_label(label.text) and (_is_section(sheet, label.text) or set(words(label.text)) <= known):
            yield Mark(
                start=label.start, end=label.end, reason=Reason.NAVIGATION, rule="label.by-headline", evidence=seen
            )


def _is_headline(sheet: Sheet, index: int) -> bool:
    line = sheet.lines[index]
    if not is_title_like(line.text, sheet.words.small_words) or ends_sentence(line.text.rstrip("!?'\"’”")):
        return False
    if len(words(line.text)) < 5 or _is_section(sheet, line.text):
        return False
    return index + 1 < len(sheet.lines)


def _is_section(sheet: Sheet, text: str) -> bool:
    """Tell whether a line is made of names of sections, each of one or two words, and nothing else."""
    low = [word.casefold() for word in words(text)]
    if not 0 < len(low) <= 5:
        return False
    at = 0
    while at < len(low):
        width = next((n for n in (2, 1) if " ".join(low[at : at + n]) in sheet.words.section_words), 0)
        if not width:
            return False
        at += width
    return True


def _stamp_lines(sheet: Sheet, skip: frozenset[int]) -> Iterator[Mark]:
    if sheet.stamps is None:
        return
    for index, line in enumerate(sheet.lines):
        if index in skip or len(line.text) > STAMP_LINE_CHARS or ends_sentence(line.text):
            continue
        if not (sheet.in_head(index) or (sheet.in_foot(index) and not sheet.stamped)):
            continue
        stamp = sheet.stamps(line.text) if any(char.isdigit() for char in line.text) else None
        if stamp is None or len(line.text) - stamp.end > STAMP_AFTER:
            continue
        above = all(not ends_sentence(other.text) for other in sheet.lines[:index])
        day_alone = above and sheet.title is None and index < DAY_LINES and stamp.start <= DAY_BEFORE
        if (stamp.clock is not None and stamp.start <= STAMP_BEFORE) or day_alone:
            where = (evidence(line.start + stamp.start, line.start + stamp.end),)
            yield Mark(start=line.start, end=line.end, reason=Reason.BYLINE, rule="stamp.line", evidence=where)


def foot_marks(sheet: Sheet, skip: frozenset[int], ended: int | None) -> Iterator[Mark]:
    """Yield marks for initials, and for the furniture below the line that ends the article.

    ``ended`` is the index of a line that a marker says ends the article, None without one.
    """
    end = ended
    for index, line in enumerate(sheet.lines):
        if index in skip:
            continue
        late = index >= NAME_LINES_SHARE * len(sheet.lines) - 1
        if (late or line.text[0] in "([") and (is_initials(line.text) or (late and _is_signature(line.text))):
            yield Mark(start=line.start, end=line.end, reason=Reason.BYLINE, rule="foot.initials", evidence=())
            end = index if end is None or late else end
        elif late:
            at = initials_at_end(line.text)
            if at is not None and not _prose_after(sheet, index + 1, skip):
                yield Mark(
                    start=line.start + at, end=line.end, reason=Reason.BYLINE, rule="foot.initials-glued", evidence=()
                )
                end = index
    if end is not None and not _prose_after(sheet, end + 1, skip):
        seen = (evidence(sheet.lines[end].start, sheet.lines[end].end),)
        yield from _furniture(sheet, range(end + 1, len(sheet.lines)), skip, "foot.below-end", seen)
        return
    run = _tag_run(sheet, skip)
    if len(run) >= TAG_RUN:
        first = sheet.lines[run[0]]
        yield from _furniture(sheet, run, skip, "foot.tags", (evidence(first.start, first.end),))


def _is_signature(text: str) -> bool:
    return is_name_in_brackets(text) or is_agency_initials(text)


def _prose_after(sheet: Sheet, start: int, skip: frozenset[int]) -> bool:
    return any(
        len(line.text) >= PROSE_CHARS and ends_sentence(line.text)
        for index, line in enumerate(sheet.lines[start:], start)
        if index not in skip
    )


def _furniture(
    sheet: Sheet, indexes: range | list[int], skip: frozenset[int], rule: str, seen: tuple[Evidence, ...]
) -> Iterator[Mark]:
    for index in indexes:
        line = sheet.lines[index]
        if index in skip:
            continue
        if is_tag(line.text) or is_label(line.text):
            yield Mark(start=line.start, end=line.end, reason=Reason.NAVIGATION, rule=rule, evidence=seen)
        elif is_title_like(line.text, sheet.words.small_words):
            yield Mark(start=line.start, end=line.end, reason=Reason.RELATED, rule=rule, evidence=seen)


def _tag_run(sheet: Sheet, skip: frozenset[int]) -> list[int]:
    """Return the lines of the run of lower-case tags that ends the page."""
    run: list[int] = []
    for index in range(len(sheet.lines) - 1, -1, -1):
        if index in skip:
            continue
        if not is_lower_tag(sheet.lines[index].text):
            break
        run.append(index)
    if len(run) == len(sheet.lines):
        return []
    return sorted(run)
