"""Makes drafts of the words that a rule has found."""

from collections.abc import Iterator, Sequence

from kronik.records.statements import Speech
from kronik.statements.drafts import Cue, Draft, Scan, Seat
from kronik.statements.quoting import Quoted
from kronik.statements.spoken import Stretch


def drafted(
    scan: Scan, cue: Cue, spans: tuple[tuple[int, int], ...], seat: Seat, rule: str, complement: int = -1
) -> Draft | None:
    """Return the draft of spans of words; None when no word is in them."""
    stretches = [scan.stretch(first, last) for first, last in spans]
    content = tuple([stretch for stretch in stretches if stretch is not None])
    if not content:
        return None
    return Draft(
        unit=scan.number,
        cue=cue,
        content=content,
        kind=kind_of(scan, content),
        side=seat.side,
        region=seat.region,
        rule=rule,
        complement=complement,
    )


def floor_of(scan: Scan, taken: tuple[Draft, ...], before: int) -> int:
    """Return the index behind the direct speech that ends before a word."""
    if not taken:
        return scan.unit.first
    ends = [scan.words.at_or_after(end) for draft in taken for _, end in draft.content]
    regions = [draft.region[1] for draft in taken]
    cues = [draft.cue.last for draft in taken if draft.cue is not None]
    return max([scan.unit.first, *(end for end in ends + regions + cues if end <= before)])


def kind_of(scan: Scan, content: tuple[Stretch, ...]) -> Speech:
    """Return indirect, mixed where a quotation stands in the content, direct where nothing else does."""
    if not scan.unit.quotes:
        return Speech.INDIRECT
    inside = [
        quote
        for quote in scan.unit.quotes
        if not quote.single and any(quote.start < end and quote.end > start for start, end in content)
    ]
    if not inside:
        return Speech.INDIRECT
    text = scan.words.text
    bare = (text[start:end] for stretch in content for start, end in _outside(stretch, inside))
    return Speech.MIXED if any(char.isalnum() for piece in bare for char in piece) else Speech.DIRECT


def _outside(stretch: Stretch, quotes: Sequence[Quoted]) -> Iterator[Stretch]:
    """Yield what of a stretch lies outside quotations, which ascend."""
    at, end = stretch
    for quote in quotes:
        yield at, min(end, quote.outer_start)
        at = max(at, quote.outer_end)
    yield at, end
