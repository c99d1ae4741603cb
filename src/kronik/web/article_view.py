"""One article as its page shows it: what was read and where, the ledger, the page text, the times."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kronik.records.articles import Article, Reading, Verdict
from kronik.records.bundles import Bundle
from kronik.records.pages import Fetch, Page
from kronik.records.spans import TEXT_PART, Evidence
from kronik.web.finding_view import FindingsView, findings_view
from kronik.web.page_text import Line, Stretch, page_lines, stretches

MOST_QUOTED = 160
"""Characters of evidence that are repeated beside a value: a long line's worth; the offsets say the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a value was read: half-open code points of a part; ``part`` is None for the page text.

    Attributes:
        part: name of the part.
        start, end: the stretch.
        quote: its first characters; None when the page does not hold the part.
        cut: there is more of it than the quote.
    """

    part: str | None
    start: int
    end: int
    quote: str | None
    cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value, the rule that read it and where it was read."""

    text: str
    rule: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of the article's metadata; ``form`` is ``text``, ``day`` or ``moment``: how a page writes the values."""

    name: str
    values: tuple[Value, ...]
    form: str = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two readings of a field that do not agree."""

    field: str
    chosen: str
    other: str
    rule: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """Characters of the page text with one verdict and reason."""

    verdict: str
    reason: str | None
    characters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeView:
    """A time as its table shows it."""

    number: int
    quote: str
    value: str | None
    earliest: str | None
    latest: str | None
    mod: str | None
    anchor: str
    anchor_day: str | None
    rule: str
    conflict: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """What the page of one article shows.

    Attributes:
        id: page id.
        uri: canonical uri.
        headline: as read; None when the page does not tell.
        language: ISO 639-1 code or ``und``.
        language_score: between 0 and 1.
        kind, completeness: as in the record.
        media, encoding, projection: what the page was read from, and how.
        marked_up: the page text came from markup: white space in it is as in HTML source.
        partial: the source gives a summary only.
        completeness_sources: where the page says how complete the body is.
        fields: what was read, in the order of reading a news page.
        conflicts: readings that do not agree.
        fetches: where and when the page was found.
        characters: length of the page text in code points.
        stretches: the ledger, neighbours of one verdict and reason joined.
        legend: characters by verdict and reason: prose, unsure, then the reasons, most first.
        lines: the page text.
        times: None when the language has no pack.
        findings: statements and reports; None when the language's pack has no grammar.
    """

    id: str
    uri: str
    headline: str | None
    language: str
    language_score: str
    kind: str
    completeness: str
    media: str
    encoding: str
    projection: str
    marked_up: bool
    partial: bool
    completeness_sources: tuple[Source, ...]
    fields: tuple[Field, ...]
    conflicts: tuple[Disagreement, ...]
    fetches: tuple[Fetch, ...]
    characters: int
    stretches: tuple[Stretch, ...]
    legend: tuple[LegendEntry, ...]
    lines: tuple[Line, ...]
    times: tuple[TimeView, ...] | None
    findings: FindingsView | None


def article_view(bundle: Bundle, fetches: Sequence[Fetch]) -> ArticleView:
    """Return what the page of one article shows, from its bundle and where it was found."""
    page, article = bundle.page, bundle.article
    bar = stretches(article.ledger)
    return ArticleView(
        id=page.id,
        uri=page.uri,
        headline=article.headline.value if article.headline else None,
        language=article.language.code,
        language_score=f"{article.language.score:.4f}".rstrip("0").rstrip("."),
        kind=article.kind,
        completeness=article.completeness,
        media=page.media,
        encoding=page.encoding,
        projection=page.projection,
        marked_up=bool(page.breaks),
        partial=page.partial,
        completeness_sources=_sources(article.completeness_evidence, page),
        fields=_fields(article, page),
        conflicts=tuple(
            Disagreement(field=c.field, chosen=c.chosen, other=c.other, rule=c.rule, sources=_sources(c.evidence, page))
            for c in article.conflicts
        ),
        fetches=tuple(fetches),
        characters=len(page.text),
        stretches=bar,
        legend=_legend(bar),
        lines=page_lines(bundle),
        times=_times(bundle),
        findings=findings_view(bundle),
    )


def _fields(article: Article, page: Page) -> tuple[Field, ...]:
    readings: tuple[tuple[str, tuple[Reading | None, ...], str], ...] = (
        ("headline", (article.headline,), "text"),
        ("outlet", (article.outlet,), "text"),
        ("section", (article.section,), "text"),
        ("writers", article.writers, "text"),
        ("editors", article.editors, "text"),
        ("published", (article.published,), "day"),
        ("published_time", (article.published_time,), "moment"),
    )
    fields = []
    for name, found, form in readings:
        values = tuple(_value(reading.value, reading.rule, reading.evidence, page) for reading in found if reading)
        if values:
            fields.append(Field(name=name, values=values, form=form))
    bound = article.bound
    if bound:
        for name, day in (("not_before", bound.not_before), ("not_after", bound.not_after)):
            if day:
                fields.append(Field(name=name, values=(_value(day, bound.rule, bound.evidence, page),), form="day"))
    line = article.dateline
    if line:
        text = ", ".join(word for word in (line.place, line.outlet) if word)
        fields.append(Field(name="dateline", values=(_value(text, line.rule, line.evidence, page),)))
    return tuple(fields)


def _value(text: str, rule: str, evidence: Iterable[Evidence], page: Page) -> Value:
    return Value(text=text, rule=rule, sources=_sources(evidence, page))


def _sources(evidence: Iterable[Evidence], page: Page) -> tuple[Source, ...]:
    out = []
    for item in evidence:
        part = page.part(item.part)
        quote = item.quote(part) if part is not None else None
        out.append(
            Source(
                part=None if item.part == TEXT_PART else item.part,
                start=item.start,
                end=item.end,
                quote=quote[:MOST_QUOTED] if quote is not None else None,
                cut=quote is not None and len(quote) > MOST_QUOTED,
            )
        )
    return tuple(out)


def _legend(bar: Sequence[Stretch]) -> tuple[LegendEntry, ...]:
    counts: Counter[tuple[str, str | None]] = Counter()
    for stretch in bar:
        counts[stretch.verdict, stretch.reason] += stretch.length
    order = {Verdict.PROSE: 0, Verdict.UNSURE: 1, Verdict.REMOVED: 2}
    ranked = sorted(counts.items(), key=lambda item: (order[Verdict(item[0][0])], -item[1], item[0][1] or ""))
    return tuple(LegendEntry(verdict=v, reason=reason, characters=n) for (v, reason), n in ranked)


def _times(bundle: Bundle) -> tuple[TimeView, ...] | None:
    if bundle.times is None:
        return None
    return tuple(
        TimeView(
            number=number,
            quote=time.evidence.quote(bundle.page.part(time.evidence.part) or ""),
            value=time.value,
            earliest=time.earliest,
            latest=time.latest,
            mod=time.mod,
            anchor=time.anchor,
            anchor_day=time.anchor_day,
            rule=time.rule,
            conflict=time.conflict,
        )
        for number, time in enumerate(bundle.times, 1)
    )
