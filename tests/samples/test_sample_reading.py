"""What the program reads from the samples, against the expected records.

Prose must be equal line by line, white space aside; every other field exactly, outlets without regard to case (one that
only a dateline names may be printed in capitals). A known miss is an expected failure, so that mending it shows.
"""

from itertools import product

import pytest

from kronik.annotation.times import times_of
from kronik.articles.article import article_of
from kronik.records.articles import Reason, Verdict, ledger_faults
from kronik.samples.catalogue import expected_records

EXPECTED = {record.id: record for record in expected_records()}

EVENT_ANCHOR = "an expression anchored to an event has no value"

KNOWN_MISSES: dict[tuple[str, str], str] = {
    ("lentera/arsip.jsonl#2", "times"): EVENT_ANCHOR,
    ("suarakhatulistiwa/internasional.csv#3", "times"): EVENT_ANCHOR,
}
"""(sample, field) -> what is missed. Whoever mends a miss takes its line out."""


@pytest.fixture(scope="session")
def articles(sample_pages, packs):
    return {place: article_of(page, packs) for place, page in sample_pages.items()}


@pytest.fixture(scope="session")
def times(sample_pages, articles, packs):
    return {place: times_of(page, articles[place], packs) for place, page in sample_pages.items()}


def lines(prose):
    return [" ".join(line.split()) for line in prose.split("\n") if line.strip()]


def value(reading):
    return reading.value if reading else None


def folded(text):
    return text.casefold() if text else None


FIELDS = {
    "language": lambda article: article.language.code,
    "kind": lambda article: article.kind.value,
    "headline": lambda article: value(article.headline),
    "outlet": lambda article: folded(value(article.outlet)),
    "byline": lambda article: ", ".join(writer.value for writer in article.writers) or None,
    "published": lambda article: value(article.published),
    "published_time": lambda article: value(article.published_time),
    "published_bound": lambda article: article.bound.not_before if article.bound else None,
    "prose": lambda article: lines(article.prose),
}

WANTED = {
    "outlet": lambda record: folded(record.outlet),
    "published_bound": lambda record: record.published_bound.not_before if record.published_bound else None,
    "prose": lambda record: lines(record.prose),
}


def cases(*fields):
    """Every sample with every field; a field alone is not a parameter."""
    out = []
    for place, field in product(EXPECTED, fields):
        reason = KNOWN_MISSES.get((place, field))
        marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
        values = (place, field) if len(fields) > 1 else (place,)
        out.append(pytest.param(*values, marks=marks, id="-".join(values)))
    return out


@pytest.mark.parametrize(("place", "field"), cases(*FIELDS))
def test_a_field_is_read_as_expected(place, field, articles):
    wanted = WANTED.get(field, lambda record: getattr(record, field))
    assert FIELDS[field](articles[place]) == wanted(EXPECTED[place])


@pytest.mark.parametrize("place", cases("times"))
def test_times_are_exact(place, times):
    record, found = EXPECTED[place], times[place]
    if record.no_pack:
        assert found is None
        return
    read = [(t.evidence.start, t.evidence.end, t.value, t.conflict) for t in found if t.value is not None]
    assert read == sorted((t.start, t.end, t.value, t.conflict) for t in record.times)


@pytest.mark.parametrize(
    ("place", "completeness"), [(r.id, r.completeness) for r in EXPECTED.values() if r.completeness]
)
def test_a_page_that_is_not_whole_says_so(place, completeness, articles):
    assert articles[place].completeness.value == completeness


@pytest.mark.parametrize("place", cases("debris"))
def test_debris_of_scraped_text_has_its_reason(place, sample_pages, articles):
    """On HTML the prose decides: what is not the body may be called boilerplate there."""
    allowed = {Reason.BOILERPLATE} if place.endswith(".html") or "jepretan" in place else set()
    text = sample_pages[place].text
    for span in EXPECTED[place].debris:
        entries = [e for e in articles[place].ledger if e.span.start < span.end and e.span.end > span.start]
        told = {e.reason for e in entries if e.span.of(text).strip()}
        assert told <= {Reason(span.reason), *allowed}, span.quote


@pytest.mark.parametrize("place", EXPECTED)
def test_the_ledger_accounts_for_every_character(place, sample_pages, articles):
    assert ledger_faults(articles[place].ledger, len(sample_pages[place].text)) == ()


@pytest.mark.parametrize("place", EXPECTED)
def test_nothing_of_later_years_is_kept(place, sample_pages, articles):
    text = sample_pages[place].text
    kept = " ".join(piece.of(text) for piece in articles[place].spans(Verdict.PROSE, Verdict.UNSURE))
    assert "Selengkapnya" not in kept
    assert "2025" not in kept
