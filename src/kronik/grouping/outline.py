"""The groups that are kept beside a chronicle, without the articles: who is of which story, whose text is whose."""

from collections.abc import Mapping
from dataclasses import dataclass

from kronik.chronicle.reader import Chronicle
from kronik.grouping.kept import read_shelf
from kronik.grouping.shelf import Shelf
from kronik.stories.grouped import Groups
from kronik.stories.likeness import Likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Groupings by page id, of the latest revisions alone.

    Attributes:
        stories: page id -> id of its story.
        likenesses: pairs of which one has wording of the other.
        current: the groups are of exactly the articles that the chronicle has.
    """

    stories: Mapping[str, str]
    likenesses: tuple[Likeness, ...]
    current: bool = True


def kept_outline(chronicle: Chronicle) -> Outline | None:
    """Return the groups kept beside a chronicle, also those of an earlier state of it.

    Returns:
        None when there are none, or they are damaged or of other rules than this version's.
    """
    return read_shelf(chronicle, _outline)


def _outline(shelf: Shelf, current: bool) -> Outline:
    return Outline(
        stories={name: story for name, _, latest, story in shelf.seats() if latest and story is not None},
        likenesses=tuple(shelf.likenesses()),
        current=current,
    )


def outline_of(groups: Groups) -> Outline:
    """Return the outline of groups that were computed."""
    return Outline(
        stories={member: story.id for story in groups.stories for member in story.members}, likenesses=groups.likenesses
    )
