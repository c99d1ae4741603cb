"""Times of an article: the pack's finder on the view of the prose, mapped back to the page text."""

from collections.abc import Mapping
from datetime import date

from kronik.languages.pack import FoundTime, LanguagePack
from kronik.languages.temporal import edtf
from kronik.records.articles import Article, Verdict
from kronik.records.pages import Page
from kronik.records.spans import Evidence
from kronik.records.times import Time, time_id
from kronik.text.views import View, kept_view


def times_of(page: Page, article: Article, packs: Mapping[str, LanguagePack]) -> tuple[Time, ...] | None:
    """Return the times of an article in order of place; None when its language has no pack for times.

    Evidence is in code points of the page text and lies within the prose: what is unsure or removed is not read.
    """
    pack = packs.get(article.language.code)
    if pack is None or pack.times is None:
        return None
    view = kept_view(page.text, article.spans(Verdict.PROSE), page.breaks)
    return tuple(_time(found, view, page.id) for found in pack.times(view.text, published_day(article)))


def published_day(article: Article) -> date | None:
    """Return the publication day of an article; None where the page has none, or tells no calendar day."""
    if article.published is None:
        return None
    try:
        return date.fromisoformat(article.published.value)
    except ValueError:
        return None


def _time(found: FoundTime, view: View, page_id: str) -> Time:
    evidence = Evidence(slices=view.to_source(found.start, found.end))
    earliest, latest = edtf.bounds(found.value) if found.value is not None else (None, None)
    return Time(
        id=time_id(page_id, evidence, found.value),
        evidence=evidence,
        value=found.value,
        earliest=earliest.isoformat() if earliest else None,
        latest=latest.isoformat() if latest else None,
        mod=found.mod,
        anchor=found.anchor,
        anchor_day=found.anchor_day.isoformat() if found.anchor_day else None,
        rule=found.rule,
        conflict=found.conflict,
    )
