"""A page text laid out for reading: lines of runs, each with its verdict, and the times marked in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from kronik.records.articles import LedgerEntry, Verdict
from kronik.records.bundles import Bundle
from kronik.records.documents import UNQUOTED
from kronik.records.pages import Page
from kronik.records.spans import TEXT_PART, Slice
from kronik.records.times import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters of one line with one verdict.

    Attributes:
        text: the characters.
        verdict: what the ledger says of them.
        reason: why they were removed; None for prose and unsure.
        rule: the rule that decided.
        named: True where the reader has to be told the verdict: it is another one than that of the run before.
        times: numbers (from 1) of the times whose expression these characters are part of.
        ending: those of ``times`` that end with this run.
    """

    text: str
    verdict: str
    reason: str | None
    rule: str
    named: bool
    times: tuple[int, ...] = ()
    ending: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the page: runs, or a count of characters that are not repeated (code, boilerplate).

    Attributes:
        runs: what stands on it; empty for a fold.
        folded: characters by reason, most first; empty for a line of runs.
        removed: True where every run was removed.
    """

    runs: tuple[Run, ...] = ()
    folded: tuple[tuple[str, int], ...] = ()
    removed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Neighbouring ledger entries of one verdict and reason: ``length`` code points from ``start``."""

    start: int
    length: int
    verdict: str
    reason: str | None


@dataclass(slots=True)
class _Layout:
    """Lines under construction. A fold stays open over blank characters, so that one script is one fold."""

    lines: list[Line] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    folded: dict[str, int] = field(default_factory=dict)
    named: tuple[str, str | None] = (Verdict.PROSE, None)

    def fold(self, reason: str, length: int) -> None:
        self.end_line()
        self.folded[reason] = self.folded.get(reason, 0) + length

    def run(self, entry: LedgerEntry, text: str, times: tuple[int, ...], ending: tuple[int, ...]) -> None:
        if not text.strip() and not self.runs and not times:
            return
        self._end_fold()
        kind = (str(entry.verdict), entry.reason)
        named = kind != self.named
        self.named = kind
        self.runs.append(
            Run(
                text=text,
                verdict=entry.verdict,
                reason=entry.reason,
                rule=entry.rule,
                named=named and entry.verdict is not Verdict.PROSE,
                times=times,
                ending=ending,
            )
        )

    def end_line(self) -> None:
        if self.runs:
            removed = all(run.verdict == Verdict.REMOVED for run in self.runs)
            self.lines.append(Line(runs=tuple(self.runs), removed=removed))
            self.runs = []

    def finish(self) -> tuple[Line, ...]:
        self.end_line()
        self._end_fold()
        return tuple(self.lines)

    def _end_fold(self) -> None:
        if self.folded:
            counts = sorted(self.folded.items(), key=lambda item: (-item[1], item[0]))
            self.lines.append(Line(folded=tuple(counts)))
            self.folded = {}


def page_lines(bundle: Bundle) -> tuple[Line, ...]:
    """Return the page text of a bundle as lines, in order.

    Every character is in a run or counted in a fold, save blank ones at the start of a line and line ends.
    """
    text = bundle.page.text
    starts = line_starts(bundle.page)
    marks = _time_slices(bundle.times or ())
    layout = _Layout()
    open_marks: list[tuple[Slice, int, bool]] = []
    next_mark = 0
    for entry, piece in _pieces(bundle.article.ledger, starts, marks):
        if piece.start in starts:
            layout.end_line()
        if entry.reason in UNQUOTED:
            layout.fold(str(entry.reason), len(piece))
            continue
        while next_mark < len(marks) and marks[next_mark][0].start <= piece.start:
            open_marks.append(marks[next_mark])
            next_mark += 1
        open_marks = [mark for mark in open_marks if mark[0].end > piece.start]
        layout.run(
            entry,
            piece.of(text),
            tuple(sorted(number for _, number, _ in open_marks)),
            tuple(sorted(number for span, number, last in open_marks if last and span.end == piece.end)),
        )
    return layout.finish()


def line_starts(page: Page) -> frozenset[int]:
    """Return the code points where a line of the page text begins: after a line end, or at the breaks of HTML."""
    if page.breaks:
        return frozenset(page.breaks)
    return frozenset(at + 1 for at, character in enumerate(page.text) if character == "\n")


def stretches(ledger: Sequence[LedgerEntry]) -> tuple[Stretch, ...]:
    """Return the ledger with neighbours of one verdict and reason joined."""
    out = []
    for (verdict, reason), entries in groupby(ledger, key=lambda entry: (entry.verdict, entry.reason)):
        spans = [entry.span for entry in entries]
        start = spans[0].start
        out.append(Stretch(start=start, length=spans[-1].end - start, verdict=verdict, reason=reason))
    return tuple(out)


def _time_slices(times: Sequence[Time]) -> list[tuple[Slice, int, bool]]:
    """Return (slice, number of the time, is its last slice) for the times of the page text, in order of place."""
    return sorted(
        (piece, number, piece == time.evidence.slices[-1])
        for number, time in enumerate(times, 1)
        if time.evidence.part == TEXT_PART
        for piece in time.evidence.slices
    )


def _pieces(
    ledger: Sequence[LedgerEntry], starts: frozenset[int], marks: Sequence[tuple[Slice, int, bool]]
) -> Iterator[tuple[LedgerEntry, Slice]]:
    """Cut the ledger's entries at line starts and at the edges of times."""
    cuts = sorted(starts.union(*((mark.start, mark.end) for mark, _, _ in marks)))
    at = 0
    for entry in ledger:
        while at < len(cuts) and cuts[at] <= entry.span.start:
            at += 1
        edges = [entry.span.start]
        while at < len(cuts) and cuts[at] < entry.span.end:
            edges.append(cuts[at])
            at += 1
        edges.append(entry.span.end)
        for start, end in pairwise(edges):
            yield entry, Slice(start, end)
