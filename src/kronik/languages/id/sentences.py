"""Indonesian sentences: where one ends, by rules over the pack's lists of abbreviations and of words that begin one.

What a pair of quotation marks or brackets encloses is not parted: a quotation of several sentences is one sentence with
the words that tell who said it, as it is in the treebanks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kronik.languages.analysis import SentenceSplitter
from kronik.languages.id.abbreviations import Abbreviations, load_abbreviations, read_lists
from kronik.languages.id.packaged import text_of
from kronik.languages.id.quotations import Enclosures, enclosures

FILE = "sentences.toml"
ADDRESS = ("http", "www.")
LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
MARKS = re.compile(r"[.?!…]+")
WORD_BEFORE = re.compile(r"[^\W_]+(?:[.’'&/-][^\W_]+)*\Z")
CHUNK_AFTER = re.compile(r"\s+\S{1,40}")
NEXT = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\"“”„«»'‘’`(\[•·*–—-]*")
WORD = re.compile(r"[^\W_]+")
QUOTES = ('"', "“", "„", "«")
NUMBERED = frozenset({"no", "nr"})
"""What stands before a number that may begin with letters."""
CLOSERS = "\"”’'»)]“"
COUNTER = re.compile(r"(?<![\d.,/-])(\d{1,2})\.[\s\u200b-\u200f\u2060\ufeff]+(?=[^\W\d_]|[\"“])")
ENUMERATOR = re.compile(r"[\W_]*(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,5})\Z")
WINDOW = 40
"""Characters before a mark in which the word before it is sought: longer ones are no abbreviations."""
FULL_LINE = 45
"""Characters. A line that is as long, ends without a mark and is followed by small letters was broken by its width."""
JOINED = (":", ";", ",")
"""What stands before the first item of a list that is part of a sentence, and between its items."""
GLUED_WORD = 3
"""Letters that a word needs on either side of a stop without a space: fewer may be an abbreviation or a host name."""


@dataclass(frozen=True, slots=True)
class IndonesianSentences:
    """The splitter: a `kronik.languages.analysis.SentenceSplitter`."""

    abbreviations: Abbreviations
    starters: frozenset[str]
    labelled: frozenset[str]
    joining: frozenset[str]

    def __call__(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the half-open code points of the sentences, in order, white space around them left out."""
        return tuple(
            span for start, end in self._paragraphs(text) for span in self._in_paragraph(text[start:end], start)
        )

    def _paragraphs(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the lines with something in them; a line that was broken by its width goes with the next one."""
        start = last = end = -1
        for match in LINE.finditer(text):
            if not match[0].strip():
                continue
            joined = end >= 0 and self._goes_on(
                text[last:end], match[0], text[end : match.start()], within=last > start
            )
            if not joined:
                if end >= 0:
                    yield start, end
                start = match.start()
            last, end = match.span()
        if end >= 0:
            yield start, end

    def _goes_on(self, before: str, after: str, between: str, *, within: bool) -> bool:
        """Tell whether a line goes on in the next one, with what stands between them.

        Args:
            before: the line.
            after: the next line.
            between: what stands between them.
            within: whether the line itself went on from the one before it.
        """
        begins = after.lstrip()
        if between.count("\n") > 1 or not begins[0].islower() or begins.startswith(ADDRESS):
            return False
        line = before.rstrip()
        if line[-1] == ",":
            return True
        if not line[-1].isalnum():
            return False
        found = WORD_BEFORE.search(line[-WINDOW:])
        return within or len(line) >= FULL_LINE or (found is not None and found[0] in self.joining)

    def _in_paragraph(self, text: str, offset: int) -> Iterator[tuple[int, int]]:
        enclosed = enclosures(text)
        start = 0
        for end in self._ends(text, enclosed):
            yield from _trimmed(text, start, end, offset)
            start = end
        yield from _trimmed(text, start, len(text), offset)

    def _ends(self, text: str, enclosed: Enclosures) -> Iterator[int]:
        """Yield the offsets within the paragraph at which a sentence ends and another follows."""
        counters = _counters(text)
        start = 0
        upcoming = 0
        barred = -1
        for match in MARKS.finditer(text):
            end = _over_closers(text, match.end(), enclosed)
            while upcoming < len(enclosed.stretches) and enclosed.stretches[upcoming][0] < end:
                barred = max(barred, enclosed.stretches[upcoming][1])
                upcoming += 1
            if end <= barred or end < start:
                continue
            if match.start() in counters:
                item = counters[match.start()]
                if item > start and not text[start:item].rstrip().endswith(JOINED):
                    yield item
                    start = item
            elif self._is_end(text, start, match, end):
                yield end
                start = end

    def _is_end(self, text: str, start: int, match: re.Match[str], end: int) -> bool:
        """Tell whether the sentence that began at ``start`` ends behind a mark (and what closes behind it)."""
        lead = NEXT.match(text, end)
        at = lead.end() if lead else end
        if at == len(text):
            return False
        found = WORD.match(text, at)
        after = found[0] if found else text[at]
        if not text[end].isspace():
            return self._glued(text, match, after)
        if not (after[0].isdecimal() or _is_capital(after)):
            return False
        if match[0] != "." or end > match.end():
            return not self._closes_aside(text, match)
        return self._stop_ends(text, start, match.start(), after, text[end:at].lstrip())

    def _closes_aside(self, text: str, match: re.Match[str]) -> bool:
        """Tell whether a bracket closes behind an abbreviation: "(Purn.)"."""
        before = WORD_BEFORE.search(text[max(0, match.start() - WINDOW) : match.start()])
        return text.startswith(")", match.end()) and before is not None and self.abbreviations.is_before(before[0])

    def _stop_ends(self, text: str, start: int, stop: int, after: str, opened: str) -> bool:
        """Judge a single full stop before white space and a capital or a digit.

        Args:
            text: of the paragraph.
            start: where the sentence begins.
            stop: where the full stop stands.
            after: the word that follows.
            opened: marks before that word.
        """
        before = WORD_BEFORE.search(text[max(start, stop - WINDOW) : stop])
        if before is None:
            return True
        word = before[0]
        if _counts(text, start, stop, word):
            return False
        initials = self.abbreviations.is_initials(word)
        if initials and self._is_labelled(text, start, stop - len(word)):
            return True
        if self._abbreviates(word, after, opened) or (word.casefold() in NUMBERED and _holds_digit(text, stop)):
            return False
        return not initials or after[0].isdecimal() or opened.startswith(QUOTES) or after.casefold() in self.starters

    def _abbreviates(self, word: str, after: str, opened: str) -> bool:
        """Tell whether a word with its stop is an abbreviation that what follows belongs to."""
        known = self.abbreviations
        folded = word.casefold()
        if known.is_before(word):
            return True
        if after[0].isdecimal():
            return folded in known.number or (word.isdecimal() and len(after) == 3 and len(word) < 4)
        within = folded in known.within or known.is_degree(word)
        if opened.startswith("("):
            return within or folded in known.number
        return within and not opened.startswith(QUOTES) and after.casefold() not in self.starters

    def _is_labelled(self, text: str, start: int, at: int) -> bool:
        """Tell whether the word before ``at`` takes a letter as its label."""
        last = WORD_BEFORE.search(text[max(start, at - WINDOW) : at].rstrip())
        return last is not None and last[0].casefold() in self.labelled

    def _glued(self, text: str, match: re.Match[str], after: str) -> bool:
        """Tell whether a sentence ends at a mark with no space behind it: "tewas.Polisi"."""
        if len(after) < GLUED_WORD or not (after[0].isupper() and after[1:].islower()):
            return False
        before = WORD_BEFORE.search(text[max(0, match.start() - WINDOW) : match.start()])
        if before is None:
            return text[match.start() - 1 : match.start()] in CLOSERS and match.start() > 0
        word = before[0].rpartition(".")[2]
        if after.casefold() in self.abbreviations.hosts:
            return False
        if self.abbreviations.is_before(word) or word.casefold() in self.abbreviations.within:
            return False
        last = re.split(r"[^\w]", word)[-1]
        return (
            len(last) >= GLUED_WORD and (last.islower() or last[1:].islower() or last.isupper())
        ) or last.isdecimal()


def _is_capital(word: str) -> bool:
    """Tell whether a word is written with a capital, or as a brand is ("iPhone")."""
    return word[0].isupper() or (word[1:2].isupper() and word[0].islower())


def _over_closers(text: str, end: int, enclosed: Enclosures) -> int:
    """Return where the marks that close end, from ``end`` on; one that opens stops it, a space before one does not."""
    while end < len(text):
        at = end
        if text[at] == " ":
            at += 1
        if at in enclosed.closing or (at == end and text[at] in CLOSERS and at not in enclosed.opening):
            end = at + 1
        else:
            break
    return end


def _counts(text: str, start: int, stop: int, word: str) -> bool:
    """Tell whether a word before a stop counts the items of a list: it begins the sentence, or follows a colon."""
    if len(word) > 5 or ENUMERATOR.match(word) is None:
        return False
    before = text[max(start, stop - len(word) - WINDOW) : stop - len(word)].rstrip()
    if not before.strip("\"“'‘(•·*-–— "):
        return True
    return before[-1] in ":;" and text[stop - len(word) - 1].isspace()


def _holds_digit(text: str, stop: int) -> bool:
    """Tell whether a digit stands in what follows a stop up to the next white space: "No. M/5/2025"."""
    chunk = CHUNK_AFTER.match(text, stop + 1)
    return chunk is not None and any(char.isdecimal() for char in chunk[0])


def _counters(text: str) -> dict[int, int]:
    """Return the numbers that count the items of a list within a line: 1, 2, and so on, each before a stop.

    Returns:
        the offset of the stop -> the offset of the number; nothing for a single number.
    """
    found: list[tuple[int, int]] = []
    for match in COUNTER.finditer(text):
        if int(match[1]) == len(found) + 1:
            found.append((match.end(1), match.start()))
    return dict(found) if len(found) > 1 else {}


def _trimmed(text: str, start: int, end: int, offset: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        low = start + len(piece) - len(piece.lstrip())
        yield offset + low, offset + low + len(stripped)


def load_sentences() -> SentenceSplitter:
    """Return the splitter, its lists read and checked.

    Raises:
        DataError: a list is wrong.
    """
    return make_sentences(load_abbreviations())


def make_sentences(abbreviations: Abbreviations) -> SentenceSplitter:
    """Return the splitter that knows these abbreviations. Raises DataError."""
    text = text_of(FILE)
    return IndonesianSentences(abbreviations, **read_lists(text, FILE, ("starters", "labelled", "joining")))
