"""Spans and quotations as the records show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from kronik.records.spans import TEXT_PART, Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanDocument:
    """Half-open code points of a part; ``part`` is left out for the page text."""

    start: int
    end: int
    part: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationDocument:
    """Characters of the page text; ``slices`` only where they stand in several, which ``quote`` joins without a gap."""

    start: int
    end: int
    quote: str
    slices: tuple[SpanDocument, ...] | None = None


def spans_of(evidence: Iterable[Evidence]) -> tuple[SpanDocument, ...]:
    """Return every slice of the evidence, in order."""
    return tuple(
        SpanDocument(start=piece.start, end=piece.end, part=None if item.part == TEXT_PART else item.part)
        for item in evidence
        for piece in item.slices
    )


def quotation_of(evidence: Evidence, text: str) -> QuotationDocument:
    """Return the evidence as one quotation of the page text."""
    return QuotationDocument(
        start=evidence.start,
        end=evidence.end,
        quote=evidence.quote(text),
        slices=spans_of((evidence,)) if len(evidence.slices) > 1 else None,
    )


def quotations_of(evidence: Iterable[Evidence], text: str) -> tuple[QuotationDocument, ...]:
    """Return one quotation a slice, so that none holds a character that the evidence leaves out."""
    return tuple(
        QuotationDocument(start=piece.start, end=piece.end, quote=piece.of(text))
        for one in evidence
        for piece in one.slices
    )
