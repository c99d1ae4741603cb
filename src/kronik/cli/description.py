"""One page described in rows: metadata with its evidence, and times."""

from collections.abc import Iterator

from kronik.chronicle.parts import Parts
from kronik.cli.tables import Row
from kronik.records.bundles import Bundle
from kronik.records.pages import Fetch
from kronik.records.parts import part_of
from kronik.records.spans import TEXT_PART, Evidence

LABELS = {"writer": "byline", "editor": "editors"}
"""Labels of the fields that go by another name than their column."""


SHORT_ID = 12
"""Characters of an id that tables show: enough to be unique among millions of pages, short enough to type."""


def told(evidence: tuple[Evidence, ...]) -> str | None:
    """Return evidence as ``part:start-end``, the part left out for the page text; None for none."""
    places = [
        f"{'' if item.part == TEXT_PART else item.part + ':'}{piece.start}-{piece.end}"
        for item in evidence
        for piece in item.slices
    ]
    return " ".join(places) or None


def metadata_rows(bundle: Bundle, fetches: tuple[Fetch, ...], parts: Parts | None = None) -> Iterator[Row]:
    """Yield (field, value, where it was read, rule) of one page; ``parts`` are all those of its article."""
    page, article = bundle.page, bundle.article
    yield "id", page.id, None, None
    yield "uri", page.uri, None, None
    for fetch in fetches:
        yield "found_at", " ".join(filter(None, (fetch.location, fetch.fetched))), None, None
    yield "encoding", page.encoding, None, None
    yield "language", article.language.code, None, None
    yield "kind", article.kind.value, None, None
    yield "completeness", article.completeness.value, told(article.completeness_evidence), None
    if part_of(article.number) > 1:
        yield "part", str(part_of(article.number)), None, None
    for one in parts.parts if parts is not None else ():
        yield "parts", f"{one.part}: {one.page_id[:SHORT_ID]} {one.uri}", None, None
    for name, reading in article.readings:
        yield LABELS.get(name, name), reading.value, told(reading.evidence), reading.rule
    if article.dateline:
        place = ", ".join(filter(None, (article.dateline.place, article.dateline.outlet)))
        yield "dateline", place, told(article.dateline.evidence), article.dateline.rule
    if article.bound:
        value = f"{article.bound.not_before or '..'}/{article.bound.not_after or '..'}"
        yield "published_bound", value, told(article.bound.evidence), article.bound.rule
    for conflict in article.conflicts:
        value = f"{conflict.field}: {conflict.chosen} ({conflict.other})"
        yield "conflict", value, told(conflict.evidence), conflict.rule


def time_rows(bundle: Bundle) -> Iterator[Row]:
    """Yield (start, end, characters, value, anchor, rule, conflict) of each time of one page."""
    for time in bundle.times or ():
        quote = time.evidence.quote(bundle.page.text)
        value = f"{time.value or '-'}{f' ({time.mod.value})' if time.mod else ''}"
        yield time.evidence.start, time.evidence.end, quote, value, time.anchor.value, time.rule, time.conflict or None
