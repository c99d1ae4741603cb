"""The lists: articles found by words, statements, reports, actors."""

from dataclasses import dataclass

from kronik.chronicle.browsing.asking import ACTORS, ARTICLES, REPORTS, STATEMENTS, Asked
from kronik.room.screen import Screen, Visit
from kronik.room.screens.listing import ListView, Question, list_view, question, sheet_of
from kronik.room.screens.stories import cards_named


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How many rows of another list hold the same words, and what its address calls them."""

    unit: str
    path: str
    name: str
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """A page of articles, with lines around the words, by page id, and what else there is of these words."""

    words: str | None
    listed: ListView
    snippets: dict[str, str]
    elsewhere: tuple[Found, ...]


def search_screen(visit: Visit) -> Screen:
    """Return articles by words, outlet, language, kind, completeness and day of publication."""
    words = visit.address.get("q")
    asked = Asked(words=words, since=visit.day("from"), until=visit.day("to"))
    best = words is not None and visit.choice("sort", ("best", "new")) == "best"
    asks = question(visit, ARTICLES, asked, best=best)
    listed = list_view(visit, asks, "articles")
    snippets = {}
    if words is not None:
        snippets = {page: visit.desk.snippet(page, words) for page in (str(row["page_id"]) for row in listed.rows)}
    view = SearchView(words=words, listed=listed, snippets=snippets, elsewhere=_elsewhere(visit, words))
    return Screen(
        template="search.html",
        title=visit.t("room.search.title"),
        view=view,
        sheet=lambda: sheet_of(visit, asks),
        place="search",
    )


def _elsewhere(visit: Visit, words: str | None) -> tuple[Found, ...]:
    if words is None:
        return ()
    lists = ((STATEMENTS, "statements", "about"), (REPORTS, "reports", "q"), (ACTORS, "actors", "q"))
    asked = Asked(words=words)

    def totals() -> tuple[int, ...]:
        return tuple(visit.desk.count(source, asked) for source, _, _ in lists)

    found = zip(lists, visit.kept(("elsewhere", words), totals), strict=True)
    named = [Found(unit=unit, path=f"/{unit}", name=name, total=total) for (_, unit, name), total in found]
    stories = visit.state.stories
    if stories is not None:
        told = visit.kept(("elsewhere", "stories", words), lambda: len(cards_named(stories, words)))
        named.insert(0, Found(unit="stories", path="/stories", name="q", total=told))
    return tuple(named)


def statements_screen(visit: Visit) -> Screen:
    """Return statements by speaker, words, outlet, kind of speech and day of publication."""
    asked = Asked(
        words=visit.address.get("about"),
        speaker=visit.address.get("by"),
        since=visit.day("from"),
        until=visit.day("to"),
        article=visit.address.get("article"),
    )
    asks = question(visit, STATEMENTS, asked)
    return _screen(visit, asks, "statements")


def reports_screen(visit: Visit) -> Screen:
    """Return reports by type, mode, status, parties, place, outlet and day of the event."""
    asked = Asked(
        words=visit.address.get("q"),
        actor=visit.address.get("actor"),
        recipient=visit.address.get("recipient"),
        party=visit.address.get("party"),
        since=visit.day("from"),
        until=visit.day("to"),
        article=visit.address.get("article"),
    )
    return _screen(visit, question(visit, REPORTS, asked), "reports")


def actors_screen(visit: Visit) -> Screen:
    """Return actors by name, kind, country and sector."""
    return _screen(visit, question(visit, ACTORS, Asked(words=visit.address.get("q"))), "actors")


def _screen(visit: Visit, asks: Question, unit: str) -> Screen:
    return Screen(
        template=f"{unit}.html",
        title=visit.t(f"room.{unit}.title"),
        view=list_view(visit, asks, unit),
        sheet=lambda: sheet_of(visit, asks),
        place=unit,
    )
