"""A chronicle in memory, with the read view of a real one, and pages of our own words to fill it."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pytest

from kronik.chronicle.finding_queries import FindingFilter, ReportRow
from kronik.chronicle.identity import Identity
from kronik.chronicle.reader import ArticleFilter, ArticleRow, ChronicleInfo, DailyCount, VerdictCount
from kronik.chronicle.rows import Count
from kronik.chronicle.schema import FORMAT
from kronik.records.articles import (
    Article,
    Completeness,
    Kind,
    Language,
    LedgerEntry,
    Reading,
    Reason,
    Verdict,
)
from kronik.records.bundles import Bundle, Maker
from kronik.records.failures import Failure
from kronik.records.pages import Fetch, Media, Page, Part, page_id
from kronik.records.reports import Report
from kronik.records.spans import Slice, evidence
from kronik.records.times import Anchor, Time, time_id


@dataclass(frozen=True)
class MemoryChronicle:
    """The read view over bundles in a list."""

    bundles: Sequence[Bundle]
    failed: Sequence[Failure] = ()
    places: dict[str, tuple[Fetch, ...]] = field(default_factory=dict)

    def info(self) -> ChronicleInfo:
        counts = {
            "pages": len(self.bundles),
            "articles": len(self.bundles),
            "times": sum(len(bundle.times or ()) for bundle in self.bundles),
            "statements": sum(len(b.findings.statements) for b in self.bundles if b.findings),
            "reports": sum(len(b.findings.reports) for b in self.bundles if b.findings),
            "fetches": sum(map(len, self.places.values())),
            "failures": len(self.failed),
        }
        codes = Counter(str(failure.code) for failure in self.failed)
        return ChronicleInfo(
            identity=Identity(
                kronik_version="0.1.0",
                format=FORMAT,
                settings="5e77",
                stages=(Maker(stage="article", version="3", settings="a11c"),),
            ),
            file_bytes=4096,
            tables=tuple(Count(name=name, count=count) for name, count in counts.items()),
            failures=tuple(Count(name=name, count=count) for name, count in sorted(codes.items())),
            projections=(),
            pages_with_raw=0,
            pages_without_raw=len(self.bundles),
            pages_outdated=0,
            content="c0ffee",
        )

    def bundle(self, page_id: str) -> Bundle:
        return next(bundle for bundle in self.bundles if bundle.page.id == page_id)

    def fetches(self, page_id: str) -> tuple[Fetch, ...]:
        return self.places.get(page_id, ())

    def failures(self) -> Iterator[Failure]:
        return iter(self.failed)

    def articles(self, where: ArticleFilter, *, limit: int | None = None) -> Iterator[ArticleRow]:
        assert where == ArticleFilter()
        rows = sorted((row_of(bundle) for bundle in self.bundles), key=lambda row: (row.published or "~", row.id))
        return iter(rows[:limit])

    def daily_counts(self) -> tuple[DailyCount, ...]:
        counts = Counter((row.published, row.outlet) for row in map(row_of, self.bundles))
        return tuple(DailyCount(day=day, outlet=outlet, articles=n) for (day, outlet), n in counts.items())

    def reports(self, where: FindingFilter, *, limit: int | None = None) -> Iterator[ReportRow]:
        assert where == FindingFilter()
        rows = [report_row_of(b, one) for b in self.bundles if b.findings for one in b.findings.reports]
        return iter(rows[:limit])

    def verdict_counts(self, page_id: str | None = None) -> tuple[VerdictCount, ...]:
        entries = [e for b in self.bundles if page_id in (None, b.page.id) for e in b.article.ledger]
        characters: Counter[tuple[Verdict, Reason | None]] = Counter()
        for entry in entries:
            characters[entry.verdict, entry.reason] += len(entry.span)
        return tuple(
            VerdictCount(verdict=verdict, reason=reason, characters=count, entries=1)
            for (verdict, reason), count in characters.items()
        )


def report_row_of(bundle: Bundle, report: Report) -> ReportRow:
    fields = dict.fromkeys(ReportRow._fields)
    where = report.where
    return ReportRow(**fields)._replace(
        id=report.id,
        page_id=bundle.page.id,
        type=report.type,
        place=None if report.place is None else report.place.quote(bundle.page.text),
        province=where.province if where else None,
        regency=where.regency if where else None,
        country=where.country if where else None,
    )


def row_of(bundle: Bundle) -> ArticleRow:
    article = bundle.article

    def characters(verdict: Verdict) -> int:
        return sum(len(piece) for piece in article.spans(verdict))

    return ArticleRow(
        id=bundle.page.id,
        uri=bundle.page.uri,
        outlet=article.outlet.value if article.outlet else None,
        headline=article.headline.value if article.headline else None,
        byline=None,
        published=article.published.value if article.published else None,
        published_time=None,
        language=article.language.code,
        kind=article.kind,
        completeness=article.completeness,
        prose_chars=characters(Verdict.PROSE),
        removed_chars=characters(Verdict.REMOVED),
        unsure_chars=characters(Verdict.UNSURE),
        times=None if bundle.times is None else len(bundle.times),
    )


Stretch = tuple[str, Verdict, Reason | None]


def ledger_of(stretches: Sequence[Stretch]) -> tuple[LedgerEntry, ...]:
    out, at = [], 0
    for text, verdict, reason in stretches:
        span = Slice(at, at + len(text))
        out.append(LedgerEntry(span=span, verdict=verdict, reason=reason, rule=f"rule/{reason or verdict}"))
        at = span.end
    return tuple(out)


def make_bundle(
    stretches: Sequence[Stretch],
    *,
    uri: str = "https://warta.example/berita/1",
    headline: str | None = "Dua presiden bertemu lagi di ibu kota",
    outlet: str | None = "Warta Contoh",
    published: str | None = "2025-06-18",
    times: Sequence[tuple[str, str | None]] | None = (),
    breaks: tuple[int, ...] = (),
    language: str = "id",
    completeness: Completeness = Completeness.WHOLE,
) -> Bundle:
    """A bundle whose page text is the stretches; ``times`` are (expression, EDTF value), the first of each."""
    text = "".join(text for text, _, _ in stretches)
    stamp = f"{published} 08:20 WIB" if published else ""
    parts = (Part(name="stamp", text=stamp), Part(name="text", text=text), Part(name="title", text=headline or ""))
    page = Page(
        id=page_id("text/1", uri, parts),
        uri=uri,
        media=Media.HTML if breaks else Media.TEXT,
        encoding="utf-8",
        projection="html/1" if breaks else "text/1",
        parts=parts,
        breaks=breaks,
    )
    found = []
    for quote, value in times or ():
        where = evidence(text.index(quote), text.index(quote) + len(quote))
        found.append(
            Time(
                id=time_id(page.id, where, value),
                evidence=where,
                value=value,
                earliest=value,
                latest=value,
                anchor=Anchor.PUBLICATION if value else Anchor.NONE,
                anchor_day=published if value else None,
                rule="day_month",
            )
        )
    article = Article(
        page_id=page.id,
        uri=uri,
        language=Language(code=language, score=0.9876),
        kind=Kind.NEWS,
        headline=Reading(value=headline, evidence=(evidence(0, len(headline), "title"),), rule="title_part")
        if headline
        else None,
        outlet=Reading(value=outlet, evidence=(), rule="uri_host") if outlet else None,
        published=Reading(value=published, evidence=(evidence(0, 10, "stamp"),), rule="stamp") if published else None,
        completeness=completeness,
        ledger=ledger_of(stretches),
        prose="".join(text for text, verdict, _ in stretches if verdict is Verdict.PROSE),
    )
    return Bundle(page=page, raw=None, article=article, times=None if times is None else tuple(found))


PLAIN: tuple[Stretch, ...] = (
    ("JAKARTA, Warta Contoh - ", Verdict.REMOVED, Reason.DATELINE),
    ("Kedua presiden berunding pada Selasa (17/6) malam.\n", Verdict.PROSE, None),
    ("Baca juga: Harga cabai naik\n", Verdict.REMOVED, Reason.RELATED),
    ("Perundingan dilanjutkan pekan depan.\n", Verdict.PROSE, None),
    ("Ikuti kabar kami", Verdict.UNSURE, None),
)


@pytest.fixture(scope="session")
def bundle_of() -> Callable[..., Bundle]:
    """The builder of bundles."""
    return make_bundle


@pytest.fixture(scope="session")
def memory_chronicle() -> type[MemoryChronicle]:
    """The chronicle in memory."""
    return MemoryChronicle


@pytest.fixture(scope="session")
def plain_stretches() -> tuple[Stretch, ...]:
    """A page with a dateline, two sentences, a teaser and an unsure end; the first sentence holds ``Selasa (17/6)``."""
    return PLAIN
