"""What the server knows of the chronicle as it stands: side tables, and stories as soon as they are there."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kronik.chronicle.values import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCard:
    """A story in the list.

    Attributes:
        id: of the story.
        headline: of its first article.
        articles: how many, the latest revision of each.
        outlets: how many tell it.
        independent: outlets, copies of one text counted once.
        reports: in its articles.
        events: that its articles tell; None while they are counted.
        first, last: ISO days of publication.
        days: articles on each day of publication, in order of the days.
    """

    id: str
    headline: str | None
    articles: int
    outlets: int
    independent: int
    reports: int
    events: int | None
    first: str | None
    last: str | None
    days: tuple[tuple[str, int], ...]

    def on(self, day: str) -> int:
        """Return how many articles were published on a day."""
        return dict(self.days).get(day, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """Stories and events of one state of the chronicle.

    Attributes:
        cards: every story of more than one article, by id.
        of_page: page id -> story id, for the articles of these stories.
        told: tables of the stories.
        events: tables of the events; None while they are computed.
        grouped: articles that are grouped, the latest revision of each.
        earlier: the groups are those kept of an earlier state of the chronicle.
    """

    cards: Mapping[str, StoryCard]
    of_page: Mapping[str, str]
    told: Path
    events: Path | None
    grouped: int
    earlier: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One state of the chronicle.

    Attributes:
        stamp: what the file looked like.
        side: the side tables.
        title: what the pages call the chronicle.
        file: name of the chronicle's file, for commands that a page names.
        last_day: last ISO day of publication; None when no article has one.
        version: of Kronik, as the chronicle tells it.
        articles: rows of the list of articles.
        whole: articles of the chronicle; more than ``articles`` while only the newest are read.
        cells: name of a list -> its counts by facets, without a question.
        stories: None while they are computed.
        same: table of actors that are taken for one; None where they are not compared, or not yet.
        too_many: there are too many articles to compute stories here, and none are kept.
        older: the chronicle has changed since.
    """

    stamp: tuple[int, ...]
    side: Path
    title: str
    file: str
    last_day: str | None
    version: str
    articles: int
    whole: int
    cells: Mapping[str, tuple[Row, ...]]
    stories: Stories | None = None
    same: Path | None = None
    too_many: bool = False
    older: bool = False

    @property
    def partial(self) -> bool:
        """Whether only the newest articles are read so far."""
        return self.articles < self.whole
