"""Verify a chronicle: project the stored bytes again, and check every slice of every record."""

from collections.abc import Iterator
from dataclasses import dataclass

from kronik.chronicle.reader import Chronicle
from kronik.errors import PageError
from kronik.pages.projection import project
from kronik.pipeline.verification_findings import evidence_in, finding_faults
from kronik.records.articles import Article, Verdict, ledger_faults
from kronik.records.bundles import Bundle
from kronik.records.pages import Fetch, Item, Page, page_id
from kronik.records.spans import Evidence, Slice
from kronik.records.times import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something in a chronicle that does not hold."""

    page_id: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A page that was verified.

    Attributes:
        page_id: which.
        projected: True when its stored bytes were projected again, False when there are none and only the stored text
            was checked.
        slices: slices that were checked.
        faults: what does not hold.
    """

    page_id: str
    projected: bool
    slices: int
    faults: tuple[Fault, ...]


def verify(chronicle: Chronicle) -> Iterator[Checked]:
    """Yield the check of each page, by id."""
    for bundle in chronicle.bundles():
        yield check(bundle)


def check(bundle: Bundle) -> Checked:
    """Return what holds of one page and all that was derived from it."""
    page, article = bundle.page, bundle.article
    messages = [*_projection_faults(bundle), *ledger_faults(article.ledger, len(page.text))]
    kept = article.spans(Verdict.PROSE)
    slices = 0
    for name, item in _evidence_of(article):
        slices += len(item.slices)
        messages += _slice_faults(page, name, item)
    for time in bundle.times or ():
        slices += len(time.evidence.slices)
        messages += _slice_faults(page, f"time {time.id}", time.evidence)
        messages += _time_faults(time, kept)
    if bundle.findings is not None:
        for name, item in evidence_in(bundle.findings):
            slices += len(item.slices)
            messages += _slice_faults(page, name, item)
        messages += finding_faults(bundle.findings, kept)
    faults = tuple(Fault(page_id=page.id, message=message) for message in messages)
    return Checked(
        page_id=page.id, projected=bundle.raw is not None, slices=slices + len(article.ledger), faults=faults
    )


def _projection_faults(bundle: Bundle) -> Iterator[str]:
    page = bundle.page
    if page_id(page.projection, page.uri, page.parts) != page.id:
        yield "the id is not that of the stored parts"
    if bundle.raw is None:
        return
    raw = bundle.raw
    item = Item(
        uri=page.uri,
        media=raw.media,
        encoding=raw.encoding,
        data=raw.data,
        fetch=Fetch(location=page.uri),
        partial=page.partial,
    )
    try:
        again = project(item)
    except PageError as error:
        yield f"the stored bytes cannot be read: {error.reason}"
        return
    if again.parts != page.parts:
        yield "the stored bytes do not give the stored parts"
    if (again.breaks, again.hidden) != (page.breaks, page.hidden):
        yield "the stored bytes do not give the stored breaks"


def _evidence_of(article: Article) -> Iterator[tuple[str, Evidence]]:
    for name, reading in article.readings:
        yield from ((name, item) for item in reading.evidence)
    if article.dateline:
        yield from (("dateline", item) for item in article.dateline.evidence)
    if article.bound:
        yield from (("bound", item) for item in article.bound.evidence)
    yield from (("completeness", item) for item in article.completeness_evidence)
    for conflict in article.conflicts:
        yield from ((f"conflict {conflict.field}", item) for item in conflict.evidence)
    for entry in article.ledger:
        yield from ((f"ledger {entry.span.start}", item) for item in entry.evidence)


def _slice_faults(page: Page, name: str, item: Evidence) -> Iterator[str]:
    text = page.part(item.part)
    if text is None:
        yield f"{name}: there is no part {item.part!r}"
        return
    at = 0
    for piece in item.slices:
        if piece.start < at or piece.end > len(text) or not len(piece):
            yield f"{name}: {piece.start}:{piece.end} is no slice of {item.part!r}"
        at = piece.end


def _time_faults(time: Time, kept: tuple[Slice, ...]) -> Iterator[str]:
    for piece in time.evidence.slices:
        if not any(prose.start <= piece.start and piece.end <= prose.end for prose in kept):
            yield f"time {time.id}: {piece.start}:{piece.end} touches what is not prose"
