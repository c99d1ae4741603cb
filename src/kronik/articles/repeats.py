"""Repetition in a page: second copies of paragraphs, the headline in the body, a page that stands there twice."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator

from kronik.articles.lines import Line
from kronik.articles.marks import Mark
from kronik.articles.shapes import ends_sentence, is_title_like, normalised
from kronik.articles.sheet import Sheet
from kronik.records.articles import Reason
from kronik.records.spans import Slice, complement, evidence, merged

DUPLICATE_CHARS = 45
"""Fewest letters and digits of a repeated paragraph; shorter ones repeat in lists. Chosen on pages without labels."""
WITHIN_CHARS = 100
"""Fewest letters and digits of a line that ends no sentence and stands within another; an item of a list may."""
HEADLINE_SHARE = 0.85
"""A line is the headline when it begins or ends it (or the other way round) over this share of the longer one."""
MOST_LINES = 800
"""Pages of more lines are only searched for equal lines; the longest of the shared news has 160."""
BEGINNING_CHARS = 32
"""Characters of a line in which its first letters are sought."""
BEGINNING_LETTERS = 16
"""First letters and digits by which lines are told apart before they are compared whole."""
COPY_CHARS = 400
"""Fewest characters of a line that may hold a whole second copy of the lines below it."""
COPY_LINES = 3
"""Fewest smallest lines that the long line must hold."""
COPY_SHARE = 0.6
"""Share of the long line that the lines below must cover."""

_LIST_NOTE = re.compile(r"\*+\s?\w(?:.*[^.!?\"”])$")
"""A note with an asterisk that ends no sentence belongs to the list above it, and may stand under several."""


def headline_marks(sheet: Sheet) -> Iterator[Mark]:
    """Yield marks for lines that repeat the headline known from a part of the page."""
    wanted = normalised(sheet.title or "")
    if len(wanted) < 12:
        return
    shortest = HEADLINE_SHARE * len(wanted)
    for line in sheet.lines:
        if not shortest <= len(line.text) <= 2 * len(sheet.title or "") + 20:
            continue
        if line.text != sheet.title and not is_title_like(line.text, sheet.words.small_words):
            continue
        got = normalised(line.text)
        shorter, longer = sorted((got, wanted), key=len)
        if (
            shorter
            and len(shorter) >= HEADLINE_SHARE * len(longer)
            and (longer.startswith(shorter) or longer.endswith(shorter))
        ):
            yield Mark(start=line.start, end=line.end, reason=Reason.HEADLINE, rule="headline.repeated", evidence=())


def duplicate_marks(sheet: Sheet, skip: frozenset[int]) -> Iterator[Mark]:
    """Yield marks for lines that stand earlier in the page, with the earlier place as evidence.

    Two equal lines next to each other that have the shape of a headline are both a link to another item.
    """
    seen: dict[str, int] = {}
    alike = _sharing_beginnings(sheet, skip)
    longest = 0
    for index, line in enumerate(sheet.lines):
        shorter, longest = len(line.text) < longest, max(longest, len(line.text))
        if index in skip:
            continue
        earlier = seen.setdefault(normalised(line.text), index) if index in alike else index
        if earlier == index:
            if shorter:
                yield from _contained(sheet, line, skip)
            continue
        first = sheet.lines[earlier]
        where = (evidence(first.start, first.end),)
        if earlier == index - 1 and _both_titles(first.text, line.text, sheet.words.small_words):
            yield Mark(
                start=first.start,
                end=first.end,
                reason=Reason.RELATED,
                rule="repeat.pair",
                evidence=(evidence(line.start, line.end),),
            )
            yield Mark(start=line.start, end=line.end, reason=Reason.RELATED, rule="repeat.pair", evidence=where)
        elif len(normalised(line.text)) >= DUPLICATE_CHARS and not _LIST_NOTE.match(line.text):
            yield Mark(start=line.start, end=line.end, reason=Reason.DUPLICATE, rule="repeat.paragraph", evidence=where)


def _both_titles(first: str, second: str, small: Collection[str]) -> bool:
    """Tell whether both lines have the shape of a headline; a quotation mark before one makes them claim and source."""
    return is_title_like(first, small) and is_title_like(second, small)


def _sharing_beginnings(sheet: Sheet, skip: frozenset[int]) -> frozenset[int]:
    """Return the indexes of the lines whose first letters another line has too: only these can be equal."""
    first: dict[str, int] = {}
    found: set[int] = set()
    for index, line in enumerate(sheet.lines):
        if index in skip:
            continue
        letters = normalised(line.text[:BEGINNING_CHARS])
        if len(letters) < BEGINNING_LETTERS:
            letters = normalised(line.text)
        earlier = first.setdefault(letters[:BEGINNING_LETTERS], index)
        if earlier != index:
            found |= {earlier, index}
    return frozenset(found)


def _contained(sheet: Sheet, line: Line, skip: frozenset[int]) -> Iterator[Mark]:
    """Yield a mark for a line that stands whole within an earlier one that is not in ``skip``."""
    if len(line.text) < DUPLICATE_CHARS or len(sheet.lines) > MOST_LINES:
        return
    at = sheet.text.find(line.text, 0, line.start)
    if at < 0:
        return
    letters = len(normalised(line.text))
    if letters < DUPLICATE_CHARS or (letters < WITHIN_CHARS and not ends_sentence(line.text)):
        return
    holder = bisect_right(sheet.lines, at, key=lambda other: other.start) - 1
    if holder >= 0 and holder not in skip and sheet.lines[holder].end >= at + len(line.text):
        where = (evidence(at, at + len(line.text)),)
        yield Mark(start=line.start, end=line.end, reason=Reason.DUPLICATE, rule="repeat.within", evidence=where)


def copy_marks(sheet: Sheet) -> Iterator[Mark]:
    """Yield marks for lines below a long line that holds them all: the page stands there twice, or its ends do.

    What only the long line has between the smallest of these lines, and a marker opens, is a list of links.
    """
    for index, long in enumerate(sheet.lines if len(sheet.lines) <= MOST_LINES else ()):
        if len(long.text) < COPY_CHARS:
            continue
        found = [
            (line, place)
            for line in sheet.lines[index + 1 :]
            if len(line.text) >= DUPLICATE_CHARS and (place := long.text.find(line.text)) >= 0
        ]
        leaves = [
            pair for pair in found if not any(pair[0] is not other and other.text in pair[0].text for other, _ in found)
        ]
        inside = merged(Slice(place, place + len(line.text)) for line, place in leaves)
        if len(leaves) < COPY_LINES or sum(map(len, inside)) < COPY_SHARE * len(long.text):
            continue
        for line, place in found:
            at = long.start + place
            where = (evidence(at, at + len(line.text)),)
            yield Mark(start=line.start, end=line.end, reason=Reason.DUPLICATE, rule="repeat.page", evidence=where)
        yield from _marked_gaps(sheet, long, complement(inside, len(long.text)))
        return


def _marked_gaps(sheet: Sheet, long: Line, gaps: tuple[Slice, ...]) -> Iterator[Mark]:
    for gap in gaps:
        for marker in sheet.words.markers:
            match = marker.pattern.match(long.text, gap.start, gap.end)
            if match is not None and marker.reason is Reason.RELATED:
                where = (evidence(long.start + gap.start, long.start + match.end()),)
                yield Mark(
                    start=long.start + gap.start,
                    end=long.start + gap.end,
                    reason=marker.reason,
                    rule="repeat.gap",
                    evidence=where,
                )
                break
