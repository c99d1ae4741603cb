"""What the grouping of articles needs of each: one entry an article, its revisions folded into the latest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kronik.records.articles import Kind
from kronik.records.bundles import Bundle
from kronik.records.parts import part_of, whole_of
from kronik.records.times import Time

UNDATED = 0
"""Day of an article whose publication day is unknown; it is near to every other."""

LEAD_CHARS = 900
"""Characters of the page text's prose in which an article says what happened when: three or four paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article as it is grouped.

    Attributes:
        id: of the page.
        uri: canonical uri of the page.
        article: the outlet's own number of it, or its uri: pages that have it in common are revisions of one article,
            or its parts.
        part: which part of it, from 1.
        kind, outlet, headline, prose: of the article.
        published: ISO day of publication; None when unknown.
        published_time: RFC 3339; None when unknown.
        days: ISO days that its opening names.
    """

    id: str
    uri: str
    article: str
    kind: Kind = Kind.UNKNOWN
    outlet: str | None = None
    headline: str = ""
    prose: str = ""
    published: str | None = None
    published_time: str | None = None
    days: frozenset[str] = frozenset()
    part: int = 1

    @property
    def order(self) -> tuple[str, str]:
        """What the first of several is chosen by: earliest publication (unknown last), then id."""
        return self.published_time or self.published or "9999", self.id

    @property
    def day(self) -> int:
        """Number of the day of publication; `UNDATED` when it is unknown."""
        return date.fromisoformat(self.published).toordinal() if self.published else UNDATED


def entry_of(bundle: Bundle) -> Entry:
    """Return the entry of a bundle."""
    article = bundle.article
    return Entry(
        id=bundle.page.id,
        uri=bundle.page.uri,
        article=whole_of(article.number) if article.number else bundle.page.uri,
        kind=article.kind,
        outlet=article.outlet.value if article.outlet else None,
        headline=article.headline.value if article.headline else "",
        prose=article.prose,
        published=article.published.value if article.published else None,
        published_time=article.published_time.value if article.published_time else None,
        days=_days(bundle),
        part=part_of(article.number),
    )


def latest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the latest revision of each article, by id: that of the last publication, then of the greatest id.

    An article of several pages is told by the first of its parts that is there.
    """
    kept: dict[str, Entry] = {}
    for entry in entries:
        other = kept.get(entry.article)
        if other is None or _age(entry) > _age(other):
            kept[entry.article] = entry
    return tuple(sorted(kept.values(), key=lambda entry: entry.id))


def _age(entry: Entry) -> tuple[int, str, str, str]:
    return -entry.part, entry.published or "", entry.published_time or "", entry.id


def _days(bundle: Bundle) -> frozenset[str]:
    """Return the single days that are named in the opening; the publication day of a dateline is no part of prose."""
    times = bundle.times or ()
    prose = [time for time in times if time.evidence.part == "text"]
    if not prose:
        return frozenset()
    first = min(_start(time) for time in prose)
    return frozenset(
        time.earliest
        for time in prose
        if time.earliest and time.earliest == time.latest and _start(time) - first <= LEAD_CHARS
    )


def _start(time: Time) -> int:
    return time.evidence.slices[0].start
