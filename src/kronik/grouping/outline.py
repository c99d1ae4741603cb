"""The groups that are kept beside a chronicle, without the articles: who is of which story, whose text is whose."""

from collections.abc import Mapping
from dataclasses import dataclass

from kronik.chronicle.reader import Chronicle
from kronik.chronicle.schema import faults_told
from kronik.errors import ChronicleError
from kronik.grouping.kept import DIGEST, VERSIONS, side_file
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
    path = side_file(chronicle.path)
    if not path.exists():
        return None
    from kronik.grouping.growing import digest_of, versions  # noqa: PLC0415 - most commands need no numpy
    from kronik.stories.groups import load_scales  # noqa: PLC0415

    try:
        with faults_told(path):
            shelf = Shelf.open(path, read_only=True)
            if shelf is None:
                return None
            with shelf:
                if shelf.note(VERSIONS) != versions(load_scales()):
                    return None
                return Outline(
                    stories={name: story for name, _, current, story in shelf.seats() if current and story is not None},
                    likenesses=tuple(shelf.likenesses()),
                    current=shelf.note(DIGEST) == digest_of(chronicle.stamps().items()),
                )
    except ChronicleError:
        return None


def outline_of(groups: Groups) -> Outline:
    """Return the outline of groups that were computed."""
    return Outline(
        stories={member: story.id for story in groups.stories for member in story.members}, likenesses=groups.likenesses
    )
