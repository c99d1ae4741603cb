"""What the server knows of the chronicle as it stands: side tables, and stories as soon as they are computed."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kronik.chronicle.values import Row
from kronik.stories.events import Event
from kronik.stories.grouped import Groups


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
        events: that its articles tell.
        first, last: ISO days of publication.
        days: articles on each day of publication, in order of the days.
    """

    id: str
    headline: str | None
    articles: int
    outlets: int
    independent: int
    reports: int
    events: int
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
        groups: the groupings; entries without their prose.
        cards: every story of more than one article, by id.
        events: every event, by id.
        of_story: story id -> its events, those with most tellings first.
        of_page: page id -> story id.
        daily: of each latest article the day of publication, outlet, story (None: it stands alone), events.
    """

    groups: Groups
    cards: Mapping[str, StoryCard]
    events: Mapping[str, Event]
    of_story: Mapping[str, tuple[str, ...]]
    of_page: Mapping[str, str]
    daily: tuple[tuple[str | None, str | None, str | None, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One state of the chronicle.

    Attributes:
        stamp: what the file looked like.
        side: the side tables.
        title: what the pages call the chronicle.
        last_day: last ISO day of publication; None when no article has one.
        version: of Kronik, as the chronicle tells it.
        articles: rows of the list of articles.
        cells: name of a list -> its counts by facets, without a question.
        stories: None while they are computed.
        too_many: more articles than stories are computed of on demand.
        older: the chronicle has changed since.
    """

    stamp: tuple[int, ...]
    side: Path
    title: str
    last_day: str | None
    version: str
    articles: int
    cells: Mapping[str, tuple[Row, ...]]
    stories: Stories | None = None
    too_many: bool = False
    older: bool = False
