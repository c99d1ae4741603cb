"""Debris that words of the language mark: read-also lines, labels, credits, bylines, promotion."""

import re
from collections.abc import Iterator

from kronik.articles.marks import Mark
from kronik.articles.shapes import HEADLINE_CHARS, TITLE_CHARS, TITLE_WORDS, is_title_like
from kronik.articles.sheet import Sheet
from kronik.languages.cleaning import Form, Marker, Place
from kronik.records.spans import evidence

CLOSING = " \t\xa0.:：!…»>*|-–—)"
"""Characters that may follow a LINE marker's words."""
MOST_TITLES = 8
"""Most headlines below one label."""
GLUE = re.compile(r"(?<=[a-z])(?=[A-Z][a-z“\"])|(?<=[0-9?!)”’])(?=[A-Z“\"])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})")
"""Where two stretches of text were glued together."""
SENTENCE_BEFORE = re.compile(r"[.!?”\"'’)\]a-z0-9]\s*$")
"""What stands before a marker within a line: the end of a sentence, or a word that the marker is glued to."""


def marker_marks(sheet: Sheet) -> Iterator[Mark]:
    """Yield a mark for every stretch that a marker of the language takes, with the marker as evidence."""
    low = "\n".join(sheet.low)
    words = sheet.words
    searched = tuple(marker for marker in words.within_markers if marker.may_match(low))
    absent = frozenset(marker.id for marker in words.markers_of("") if not marker.may_match(low))
    index = 0
    while index < len(sheet.lines):
        line = sheet.lines[index]
        whole = _whole_line(sheet, index, absent)
        if whole is None:
            if searched:
                yield from _within(sheet, index, searched)
            index += 1
            continue
        marker, end = whole
        seen = (evidence(line.start, line.start + end),)
        yield Mark(
            start=line.start,
            end=line.end,
            reason=None if marker.unsure else marker.reason,
            rule=marker.id,
            evidence=seen,
        )
        taken = _titles_below(sheet, index, line.text, marker) if marker.takes_titles else 0
        if taken == 1 and _whole_line(sheet, index + 1, absent) is not None:
            taken = 0
        for below in sheet.lines[index + 1 : index + 1 + taken]:
            yield Mark(start=below.start, end=below.end, reason=marker.reason, rule=f"{marker.id}.below", evidence=seen)
        index += 1 + taken


def _whole_line(sheet: Sheet, index: int, absent: frozenset[str]) -> tuple[Marker, int] | None:
    """Return the first marker that takes the whole line, and where its words end in the line.

    ``absent`` are the ids of markers of no line of the page.
    """
    text, low = sheet.lines[index].text, sheet.low[index]
    for marker in sheet.words.markers_of(low):
        if marker.id in absent or 0 < marker.max_chars < len(text) or not marker.may_open(low):
            continue
        match = marker.pattern.match(text)
        if match is None or not _placed(sheet, index, marker):
            continue
        if marker.form is Form.OPENING:
            return marker, match.end()
        bare = text.rstrip(CLOSING)
        if match.end() >= len(bare) or marker.pattern.fullmatch(bare.lstrip("-•*>»→ ")):
            return marker, len(text)
    return None


def _placed(sheet: Sheet, index: int, marker: Marker) -> bool:
    if marker.place is Place.HEAD:
        return sheet.in_head(index)
    if marker.place is Place.FOOT:
        return sheet.in_foot(index)
    return True


def _titles_below(sheet: Sheet, index: int, label: str, marker: Marker) -> int:
    """Count the lines below a label that are its headlines.

    The first line below a colon is one unless it ends as a sentence does. Further ones need a headline's length, since
    a sub-heading of the article has the same shape; without a colon, a label of a single link needs two of them.
    """
    count = 0
    for line in sheet.lines[index + 1 : index + 1 + MOST_TITLES]:
        long_enough = len(line.text) >= HEADLINE_CHARS or (marker.heads_list and count == 0)
        if not long_enough or not is_title_like(line.text, sheet.words.small_words):
            break
        count += 1
    if label.rstrip().endswith((":", "：")):
        below = sheet.lines[index + 1 : index + 2]
        bare = bool(below) and len(below[0].text) <= TITLE_CHARS and not below[0].text.endswith((".", '"', "”", ","))
        return max(count, int(bare))
    return count if count > 1 or marker.heads_list else 0


def _within(sheet: Sheet, index: int, markers: tuple[Marker, ...]) -> Iterator[Mark]:
    line, low = sheet.lines[index], sheet.low[index]
    for marker in markers:
        if not marker.may_match(low):
            continue
        for match in marker.pattern.finditer(line.text):
            if marker.form is Form.INSIDE:
                start, end = match.span()
            elif match.start() and not SENTENCE_BEFORE.search(line.text, max(0, match.start() - 4), match.start()):
                continue
            else:
                start, end = match.start(), _end_of_glued(line.text, match.end(), marker, sheet)
            if end <= start:
                continue
            yield Mark(
                start=line.start + start,
                end=line.start + end,
                reason=None if marker.unsure else marker.reason,
                rule=marker.id,
                evidence=(evidence(line.start + match.start(), line.start + match.end()),),
            )


def _end_of_glued(text: str, after: int, marker: Marker, sheet: Sheet) -> int:
    """Return where the stretch of a marker within a line ends.

    The headlines glued behind the marker, up to the first piece that reads as prose; the whole line where it is short
    and no sentence follows.
    """
    end = at = start = after
    for piece in GLUE.split(text[after:]):
        at += len(piece)
        title = text[start:at].strip()
        if is_title_like(title, sheet.words.small_words):
            end = start = at
        elif len(title.split()) >= TITLE_WORDS or title.endswith("."):
            break
    rest = text[after:]
    short = not marker.max_chars or len(rest) <= marker.max_chars
    if end == after:
        return len(text) if short and ". " not in rest else after
    return len(text) if end < len(text) and short and not text.rstrip().endswith(".") else end
