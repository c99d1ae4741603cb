"""Quotation marks of a text, paired: every kind of mark, unbalanced ones, and quotations that run over paragraphs."""

import re
from bisect import bisect_left

from msgspec import Struct

DOUBLE = '"“”„‟«»'
SINGLE = "'‘’`"
MARKS = re.compile(rf"[{DOUBLE}{SINGLE}\n]")
OPENING = "“„«‘"
CLOSING = "”»’"
LOW_PARTNER = "“"
"""Opens in one tradition, and in another closes what a low mark has opened."""
BEFORE_OPENING = " \t\n\u00a0([—–-/:,;\u2060\u200b"
AFTER_CLOSING = " \t\n\u00a0)],.;:!?—–-"
PARAGRAPHS_ACROSS = 8
"""Most paragraphs that one pair of marks may hold; chosen on gold train."""
SHORTEST_SINGLE = 4
"""Fewest words between single marks that may be speech; fewer are a term or a title. Chosen on gold train."""


class Quoted(Struct, frozen=True):
    """A quotation: half-open code points without its marks and with them, and which of the marks stand there."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    opened: bool = True
    closed: bool = True
    single: bool = False


class _Mark(Struct, frozen=True):
    at: int
    end: int
    opens: bool
    closes: bool
    single: bool


_Paragraph = tuple[int, int, list[_Mark]]


def quoted_stretches(text: str) -> tuple[Quoted, ...]:
    """Return the quotations of a text in order of place, none within another.

    A quotation whose closing mark is missing ends with its paragraph, or runs on when the next mark in one of the
    paragraphs behind it can only close. One whose opening mark is missing starts with its paragraph.
    """
    found: list[Quoted] = []
    paragraphs = _paragraphs(text)
    held: _Mark | None = None
    last = 0
    for position, (low, _, marks) in enumerate(paragraphs):
        if held is not None and not _runs_on(paragraphs, position, last):
            found.append(_quoted(text, held, paragraphs[last][1], paragraphs[last][1], closed=False))
            held = None
        for mark in marks:
            was = held
            held = _after(text, found, held, mark, low)
            last = position if held is not was else last
        if held is not None and held.single:
            held = None
    if held is not None:
        found.append(_quoted(text, held, paragraphs[last][1], paragraphs[last][1], closed=False))
    return tuple(one for one in found if one.start < one.end and not (one.single and _short(text, one)))


def _runs_on(paragraphs: list[_Paragraph], position: int, opened: int) -> bool:
    """Tell whether a quotation that one paragraph opened is still open in another."""
    following = next((mark for _, _, marks in paragraphs[position:] for mark in marks if not mark.single), None)
    return following is not None and following.closes and not following.opens and position - opened <= PARAGRAPHS_ACROSS


def _after(text: str, found: list[Quoted], held: _Mark | None, mark: _Mark, low: int) -> _Mark | None:
    """Return the mark that is open behind a mark; quotations that it ends are put down."""
    if held is None:
        return _open(text, found, mark, low)
    if mark.single == held.single and mark.closes:
        found.append(_quoted(text, held, mark.at, mark.end))
        return None
    if not mark.single and mark.opens and not held.single:
        found.append(_quoted(text, held, mark.at, mark.at, closed=False))
        return mark
    return _open(text, found, mark, low) if held.single and not mark.single else held


def within(quotes: tuple[Quoted, ...], offset: int) -> Quoted | None:
    """Return the quotation that a code point lies in, marks included; None outside. The quotations ascend."""
    at = bisect_left(quotes, offset + 1, key=lambda quote: quote.outer_start) - 1
    return quotes[at] if at >= 0 and quotes[at].outer_start <= offset < quotes[at].outer_end else None


def _open(text: str, found: list[Quoted], mark: _Mark, low: int) -> _Mark | None:
    """Return the mark when it opens; a double one that can only close ends a quotation whose opening is missing."""
    if mark.opens:
        return mark
    if not mark.single and mark.closes:
        start = max(low, found[-1].outer_end if found else 0)
        head = text[start : mark.at]
        if head.strip() and text[mark.at - 1] in ",.!?":
            start += len(head) - len(head.lstrip())
            if start == low or low + len(text[low:start].strip()) == low:
                found.append(Quoted(start, mark.at, start, mark.end, opened=False))
    return None


def _quoted(text: str, mark: _Mark, end: int, outer_end: int, *, closed: bool = True) -> Quoted:
    start = mark.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quoted(start, end, mark.at, max(outer_end, end), closed=closed, single=mark.single)


def _short(text: str, quoted: Quoted) -> bool:
    return len(text[quoted.start : quoted.end].split()) < SHORTEST_SINGLE


def _paragraphs(text: str) -> list[_Paragraph]:
    out: list[_Paragraph] = []
    low = 0
    marks: list[_Mark] = []
    for match in MARKS.finditer(text):
        if match[0] == "\n":
            out.append((low, match.start(), marks))
            low, marks = match.end(), []
        else:
            mark = _mark(text, match.start(), match.end())
            if mark is not None:
                marks.append(mark)
    out.append((low, len(text), marks))
    return [paragraph for paragraph in out if paragraph[0] < paragraph[1]] or [(0, len(text), [])]


def _mark(text: str, at: int, end: int) -> _Mark | None:
    sign = text[at]
    before = text[at - 1] if at else "\n"
    after = text[end] if end < len(text) else "\n"
    free_before, free_after = before in BEFORE_OPENING, after in AFTER_CLOSING
    single = sign in SINGLE and end - at == 1
    if single and before.isalnum() and after.isalnum():
        return None
    opens = sign in OPENING or (sign not in CLOSING and free_before and not after.isspace())
    closes = sign in CLOSING or (sign not in OPENING and not before.isspace() and (free_after or not free_before))
    if sign in LOW_PARTNER and not free_before and free_after:
        opens, closes = False, True
    if single:
        opens, closes = opens and free_before and after.isalnum(), closes and not after.isalnum()
    elif sign not in OPENING + CLOSING and before.isspace() and after.isspace():
        opens = closes = True
    elif opens and closes and sign not in OPENING + CLOSING:
        opens = free_before and not free_after
        closes = not opens
    return _Mark(at, end, opens, closes, single) if opens or closes else None
