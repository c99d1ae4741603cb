"""Indonesian glued words: the places of a text at which a space is missing."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kronik.languages.glue import GlueFinder
from kronik.languages.id.glue_evidence import evident_cuts
from kronik.languages.id.glue_letters import make_letter_cuts
from kronik.languages.id.glue_marks import MarkCuts
from kronik.languages.id.glue_numbers import NumberCuts
from kronik.languages.id.glue_vocabulary import Vocabulary, load_vocabulary

LONGEST_CHUNK = 400
"""Characters without white space; what is longer is data or an address, and is left alone."""
KEPT_RUNS = 20_000
"""Runs of letters whose cuts are kept in memory: names come again and again."""
HYPHEN = "-"
CHUNK = re.compile(r"\S+")
LETTERS = re.compile(r"[^\W\d_]+")
EDGES = ".,;:!?()[]{}\"'“”‘’–—-…"
ADDRESS = r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\w)[@#][\w.]+"


@dataclass(frozen=True, slots=True)
class IndonesianGlue:
    """The finder: a `kronik.languages.glue.GlueFinder`."""

    words: Vocabulary
    letters: Callable[[str, str], tuple[int, ...]]
    marks: MarkCuts
    numbers: NumberCuts
    untouched: re.Pattern[str]

    def __call__(self, text: str) -> tuple[int, ...]:
        """Return the offsets at which a space is missing, ascending; see `kronik.languages.glue.GlueFinder`."""
        out: list[int] = []
        at = 0
        for line in text.splitlines(keepends=True):
            out.extend(at + cut for cut in self._in_line(line))
            at += len(line)
        while more := self._evident(text, out):
            out = sorted({*out, *more})
        return tuple(out)

    def _evident(self, text: str, cuts: list[int]) -> set[int]:
        """Return more cuts, by the names that the text writes apart; what these leave is taken apart in its turn."""
        more = set()
        for cut in evident_cuts(text, cuts, self.words):
            more.add(cut)
            match = next(match for match in LETTERS.finditer(text, max(0, cut - LONGEST_CHUNK)) if match.end() > cut)
            more.update(cut + inner for inner in self.letters(text[cut : match.end()], ""))
        return more - set(cuts)

    def _in_line(self, line: str) -> Iterator[int]:
        known = self.words.entries
        quotes = line.count('"')
        even = quotes % 2 == 0
        seen = 0
        for match in CHUNK.finditer(line):
            chunk = match[0]
            if chunk in known:
                continue
            if not self._is_quiet(chunk):
                inside = bool(seen % 2) if even else None
                yield from (match.start() + cut for cut in self._in_chunk(chunk, inside))
            if quotes:
                seen += chunk.count('"')

    def _is_quiet(self, chunk: str) -> bool:
        """Tell at once that most chunks are one word that is known."""
        core = chunk.strip(EDGES)
        if not core.isalpha():
            return not core
        return core.casefold() in self.words.entries and (core[1:].islower() or core.isupper() or len(core) == 1)

    def _in_chunk(self, chunk: str, inside: bool | None) -> list[int]:
        """Return the cuts of a stretch without white space, each piece taken apart again until nothing is found.

        Args:
            chunk: the stretch.
            inside: whether a straight quotation is open before it; None when the line's do not pair.
        """
        if len(chunk) > LONGEST_CHUNK:
            return []
        out: list[int] = []
        pending = [(0, chunk, inside)]
        while pending:
            at, piece, open_quote = pending.pop()
            cuts = self._once(piece, open_quote)
            out.extend(at + cut for cut in cuts)
            bounds = (0, *cuts, len(piece))
            for start, end in pairwise(bounds) if cuts else ():
                quotes = piece.count('"', 0, start) % 2
                state = None if open_quote is None else open_quote ^ bool(quotes)
                pending.append((at + start, piece[start:end], state))
        return sorted(out)

    def _once(self, piece: str, inside: bool | None) -> list[int]:
        core = piece.strip(EDGES)
        if core.isalpha():
            start = piece.index(core)
            return [start + cut for cut in self._in_letters(piece, start, start + len(core))]
        barred = [match.span() for match in self.untouched.finditer(piece)]
        found = set(self.marks.find(piece, inside)) | set(self.numbers.find(piece))
        for match in LETTERS.finditer(piece):
            found.update(match.start() + cut for cut in self._in_letters(piece, match.start(), match.end()))
        return sorted(cut for cut in found if not any(start < cut < end for start, end in barred))

    def _in_letters(self, piece: str, start: int, end: int) -> tuple[int, ...]:
        return self.letters(piece[start:end], HYPHEN if piece.endswith(HYPHEN, 0, start) else "")


def load_glue() -> GlueFinder:
    """Return the finder of glued words, its data read and checked.

    Raises:
        DataError: a data file is wrong.
    """
    return make_glue(load_vocabulary())


def make_glue(words: Vocabulary) -> GlueFinder:
    """Return the finder that knows these words."""
    hosts = "|".join(sorted(words.hosts))
    untouched = re.compile(rf"{ADDRESS}|(?:[\w-]+\.)+(?:{hosts})(?![^\W_])(?:/\S*)?", re.IGNORECASE)
    letters = lru_cache(maxsize=KEPT_RUNS)(make_letter_cuts(words).find)
    return IndonesianGlue(words, letters, MarkCuts(words), NumberCuts(words), untouched)
