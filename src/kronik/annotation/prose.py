"""The prose of an article as the language stages read it: the view, its analysis, and what is known of its days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kronik.annotation.times import published_day
from kronik.annotation.views import language_view
from kronik.languages.analysis import Analysis
from kronik.languages.pack import LanguagePack
from kronik.records.articles import Article
from kronik.records.pages import Page
from kronik.records.times import Time
from kronik.text.views import View


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedTime:
    """A time of the article with its half-open code points in the view."""

    start: int
    end: int
    time: Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """What the stages after the times read of one article. All offsets are code points of ``view.text``.

    Attributes:
        page: the page; its ``text`` is what the view maps back to.
        article: the article in it.
        view: its prose with glued words apart; nothing of it is debris or unsure.
        analysis: sentences, tokens, tree and names of ``view.text``.
        published: publication day, None when the page has none.
        times: the times with a value, in order of place.
    """

    page: Page
    article: Article
    view: View
    analysis: Analysis
    published: date | None
    times: tuple[PlacedTime, ...]

    @property
    def text(self) -> str:
        """The characters of the view."""
        return self.view.text


def prose_of(
    page: Page, article: Article, times: tuple[Time, ...] | None, packs: Mapping[str, LanguagePack]
) -> Prose | None:
    """Return the prose with its analysis; None when the article's language has no pack with an analyser."""
    pack = packs.get(article.language.code)
    if pack is None or pack.analyser is None:
        return None
    view = language_view(page, article, packs)
    placed = (_placed(view, time) for time in times or () if time.value is not None)
    return Prose(
        page=page,
        article=article,
        view=view,
        analysis=pack.analyser(view.text),
        published=published_day(article),
        times=tuple(time for time in placed if time is not None),
    )


def _placed(view: View, time: Time) -> PlacedTime | None:
    start, last = view.to_view(time.evidence.start), view.to_view(time.evidence.end - 1)
    return None if start is None or last is None else PlacedTime(start=start, end=last + 1, time=time)
