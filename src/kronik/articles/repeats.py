"""Repetition in a page: second copies of paragraphs, the headline in the body, a page that stands there twice."""

from collections.abc import Iterator

from kronik.articles.marks import Mark
from kronik.articles.shapes import is_title_like, normalised
from kronik.articles.sheet import Sheet
from kronik.records.articles import Reason
from kronik.records.spans import evidence

DUPLICATE_CHARS = 45
"""Fewest letters and digits of a repeated paragraph; shorter ones repeat in lists. Chosen on pages without labels."""
HEADLINE_SHARE = 0.8
"""A line is the headline when it begins or ends it (or the other way round) over this share of the longer one."""
COPY_CHARS = 400
"""Fewest characters of a line that may hold a whole second copy of the lines below it."""
COPY_LINES = 3
COPY_SHARE = 0.6
"""Share of the long line that the lines below must cover."""


def headline_marks(sheet: Sheet) -> Iterator[Mark]:
    """Yield marks for lines that repeat the headline known from a part of the page."""
    wanted = normalised(sheet.title or "")
    if len(wanted) < 12:
        return
    for line in sheet.lines:
        if len(line.text) > 2 * len(sheet.title or "") + 20:
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
    for index, line in enumerate(sheet.lines):
        if index in skip:
            continue
        key = normalised(line.text)
        earlier = seen.get(key)
        if earlier is None:
            seen[key] = index
            continue
        first = sheet.lines[earlier]
        where = (evidence(first.start, first.end),)
        if earlier == index - 1 and is_title_like(line.text, sheet.words.small_words):
            yield Mark(
                start=first.start,
                end=first.end,
                reason=Reason.RELATED,
                rule="repeat.pair",
                evidence=(evidence(line.start, line.end),),
            )
            yield Mark(start=line.start, end=line.end, reason=Reason.RELATED, rule="repeat.pair", evidence=where)
        elif len(key) >= DUPLICATE_CHARS:
            yield Mark(start=line.start, end=line.end, reason=Reason.DUPLICATE, rule="repeat.paragraph", evidence=where)


def copy_marks(sheet: Sheet) -> Iterator[Mark]:
    """Yield marks for lines below a long line that holds them all: the page stands there twice."""
    for index, long in enumerate(sheet.lines):
        if len(long.text) < COPY_CHARS:
            continue
        found: list[Mark] = []
        shared = at = 0
        for line in sheet.lines[index + 1 :]:
            place = long.text.find(line.text, at)
            if place < 0 or len(line.text) < DUPLICATE_CHARS:
                continue
            at = place + len(line.text)
            shared += len(line.text)
            where = (evidence(long.start + place, long.start + at),)
            found.append(
                Mark(start=line.start, end=line.end, reason=Reason.DUPLICATE, rule="repeat.page", evidence=where)
            )
        if len(found) >= COPY_LINES and shared >= COPY_SHARE * len(long.text):
            yield from found
            return
