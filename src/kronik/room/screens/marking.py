"""A page text cut into runs, each with the ledger's verdict and the fields that were read in it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kronik.records.articles import LedgerEntry, Verdict
from kronik.records.bundles import Bundle
from kronik.records.documents import UNQUOTED
from kronik.room.screens.fields import Field
from kronik.web.page_text import line_starts


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters of one line with one verdict and the same fields.

    Attributes:
        start, end: where, half-open code points of the page text.
        text: the characters.
        verdict, reason, rule: what the ledger says of them.
        fields: keys of the fields that were read here.
        kinds: their kinds, for the look of the run.
    """

    start: int
    end: int
    text: str
    verdict: str
    reason: str | None
    rule: str
    fields: tuple[str, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """One line of the page: its runs, or a count of characters that are not repeated (code, boilerplate)."""

    runs: tuple[Run, ...] = ()
    folded: int = 0
    reason: str | None = None


@dataclass(slots=True)
class _Lines:
    """Lines under construction."""

    done: list[TextLine] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)

    def end(self) -> None:
        if any(run.text.strip() for run in self.runs):
            self.done.append(TextLine(runs=tuple(self.runs)))
        self.runs = []

    def fold(self, reason: str, characters: int) -> None:
        self.end()
        last = self.done[-1] if self.done else None
        if last is not None and last.reason == reason:
            characters += last.folded
            self.done.pop()
        self.done.append(TextLine(folded=characters, reason=reason))


def text_lines(bundle: Bundle, fields: Sequence[Field], *, whole: bool) -> tuple[TextLine, ...]:
    """Return the prose as lines of runs; with ``whole`` the whole page text, what was removed folded where it is long.

    Args:
        bundle: the page.
        fields: what is marked in it.
        whole: removed and unsure characters too.
    """
    text = bundle.page.text
    starts = line_starts(bundle.page)
    lines = _Lines()
    for entry, start, end, found in _pieces(bundle.article.ledger, starts, fields):
        if start in starts:
            lines.end()
        if not whole and entry.verdict is not Verdict.PROSE:
            continue
        if entry.reason in UNQUOTED:
            lines.fold(str(entry.reason), end - start)
            continue
        lines.runs.append(
            Run(
                start=start,
                end=end,
                text=text[start:end],
                verdict=entry.verdict.value,
                reason=entry.reason.value if entry.reason else None,
                rule=entry.rule,
                fields=tuple(one.key for one in found),
                kinds=tuple(dict.fromkeys(one.kind for one in found)),
            )
        )
    lines.end()
    return tuple(lines.done)


def covering(fields: Sequence[Field], start: int, end: int) -> tuple[str, ...]:
    """Return the keys of the fields of which a spot shares a character with a stretch."""
    return tuple(one.key for one in fields if any(spot.start < end and start < spot.end for spot in one.spots))


def _pieces(
    ledger: Sequence[LedgerEntry], starts: Collection[int], fields: Sequence[Field]
) -> Iterator[tuple[LedgerEntry, int, int, tuple[Field, ...]]]:
    """Cut the ledger's entries at line starts and at the edges of spots."""
    spots = sorted(((spot.start, spot.end, one) for one in fields for spot in one.spots), key=lambda item: item[:2])
    cuts = sorted({*starts, *(edge for start, end, _ in spots for edge in (start, end))})
    at = following = 0
    running: list[tuple[int, Field]] = []
    for entry in ledger:
        edges = [entry.span.start]
        while at < len(cuts) and cuts[at] < entry.span.end:
            if cuts[at] > entry.span.start:
                edges.append(cuts[at])
            at += 1
        for start, end in pairwise([*edges, entry.span.end]):
            while following < len(spots) and spots[following][0] <= start:
                running.append((spots[following][1], spots[following][2]))
                following += 1
            running = [(stop, one) for stop, one in running if stop > start]
            yield entry, start, end, tuple(dict.fromkeys(one for _, one in running))
