"""All groupings of a set of articles, as a record."""

from collections.abc import Mapping
from dataclasses import dataclass

from kronik.stories.entries import Entry
from kronik.stories.likeness import Likeness
from kronik.stories.stories import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """The groupings of a set of articles.

    Attributes:
        entries: every page's entry, by id, revisions too.
        current: page id -> id of the latest revision of its article.
        likenesses: of the latest revisions.
        copies: id -> id of the representative, for those in a group of copies.
        stories: by id, single articles too.
    """

    entries: Mapping[str, Entry]
    current: Mapping[str, str]
    likenesses: tuple[Likeness, ...]
    copies: Mapping[str, str]
    stories: tuple[Story, ...]
