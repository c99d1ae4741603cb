"""The judgement of a page's lines: every rule in order of precedence, and what the later steps need to know of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from kronik.articles.datelines import FoundDateline, find_dateline
from kronik.articles.ends import foot_marks, read_head
from kronik.articles.lines import Line
from kronik.articles.markers import marker_marks
from kronik.articles.marks import Mark
from kronik.articles.recurring import recurring_marks
from kronik.articles.repeats import copy_marks, duplicate_marks, headline_marks
from kronik.articles.shapes import (
    ends_post,
    hashtags_at_end,
    is_crumbs,
    is_hashtags,
    is_image_address,
    is_post,
    is_post_credit,
    is_separator,
    is_video_address,
)
from kronik.articles.sheet import Sheet, covered, touched
from kronik.articles.strays import stray_marks
from kronik.articles.teasers import teaser_marks
from kronik.languages.cleaning import has_sign
from kronik.records.articles import Reason
from kronik.records.spans import evidence

SHAPES = (
    (is_image_address, Reason.MEDIA, "shape.image-address"),
    (is_video_address, Reason.MEDIA, "shape.video-address"),
    (is_post_credit, Reason.MEDIA, "shape.post-credit"),
    (is_hashtags, Reason.NAVIGATION, "shape.hashtags"),
    (is_crumbs, Reason.NAVIGATION, "shape.crumbs"),
)
SHAPE_SIGNS = ("#", "＃", "(@", "t.co/", "pic.twitter.com/", ">", "»", "›")
"""One of these stands in every line of such a shape that has a blank: most pages have none and need no look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the rules say of a page.

    Attributes:
        marks: in order of precedence.
        headline: the line of the page text that is the headline, None when none is.
        dateline: the opening line's place and outlet, None without one.
    """

    marks: tuple[Mark, ...]
    headline: Line | None
    dateline: FoundDateline | None


def judge(sheet: Sheet) -> Judgement:
    """Return the marks on the lines of a sheet, and the headline and dateline found among them."""
    marks = [*_shape_marks(sheet), *teaser_marks(sheet), *copy_marks(sheet), *marker_marks(sheet)]
    headlines = tuple(headline_marks(sheet))
    marks += headlines
    skip = covered(sheet, marks)
    head = read_head(sheet, skip, headlines)
    marks += head.marks
    skip |= covered(sheet, head.marks)
    dateline = find_dateline(sheet.lines, skip, sheet.words)
    if dateline is not None:
        where = (evidence(dateline.start, dateline.end),)
        mark = Mark(start=dateline.start, end=dateline.end, reason=Reason.DATELINE, rule=dateline.rule, evidence=where)
        marks.append(mark)
        skip |= covered(sheet, [mark])
    copies = tuple(duplicate_marks(sheet, skip))
    marks += copies
    skip |= covered(sheet, copies)
    marks += foot_marks(sheet, skip, _ending_line(sheet, marks))
    marks += stray_marks(sheet, touched(sheet, marks))
    marks += _separators(sheet, covered(sheet, marks))
    if sheet.recurring is not None:
        sure = covered(sheet, [mark for mark in marks if mark.reason is not None])
        marks[:0] = recurring_marks(sheet.recurring, sheet.lines, sure, covered(sheet, marks))
    return Judgement(
        marks=tuple(marks), headline=None if head.headline is None else sheet.lines[head.headline], dateline=dateline
    )


def _separators(sheet: Sheet, taken: frozenset[int]) -> Iterator[Mark]:
    """Yield marks for drawn rules that part the article from what was removed below, or that end the page."""
    parts = True
    for index in range(len(sheet.lines) - 1, -1, -1):
        line = sheet.lines[index]
        if index in taken:
            parts = True
        elif parts and is_separator(line.text):
            yield Mark(start=line.start, end=line.end, reason=Reason.NAVIGATION, rule="shape.separator")
        else:
            parts = False


def _shape_marks(sheet: Sheet) -> Iterator[Mark]:
    signed = has_sign(sheet.text, SHAPE_SIGNS)
    for index, line in enumerate(sheet.lines):
        if not signed and " " in line.text:
            continue
        for test, reason, rule in SHAPES:
            if test(line.text):
                yield Mark(start=line.start, end=line.end, reason=reason, rule=rule)
                break
        else:
            yield from _post_or_tags(sheet, index)


def _post_or_tags(sheet: Sheet, index: int) -> Iterator[Mark]:
    """Yield marks for a post above its credit, and for the hashtags that end a line."""
    line = sheet.lines[index]
    below = sheet.lines[index + 1] if index + 1 < len(sheet.lines) else None
    credited = below is not None and is_post_credit(below.text) and is_post(line.text)
    if credited or ends_post(line.text):
        where = (evidence(below.start, below.end),) if below is not None and credited else ()
        yield Mark(start=line.start, end=line.end, reason=Reason.MEDIA, rule="shape.post", evidence=where)
        return
    at = hashtags_at_end(line.text)
    if at is not None:
        yield Mark(start=line.start + at, end=line.end, reason=Reason.NAVIGATION, rule="shape.hashtags-last")


def _ending_line(sheet: Sheet, marks: list[Mark]) -> int | None:
    """Return the index of the first line in the later half that a marker says ends the article."""
    ending = {marker.id for marker in sheet.words.markers if marker.ends_article}
    starts = {mark.start for mark in marks if mark.rule in ending}
    half = len(sheet.lines) // 2
    return next((i for i, line in enumerate(sheet.lines) if i >= half and line.start in starts), None)
