"""A story as its outlets told it: who was first, who copied whom, and what holds each account to the others."""

from dataclasses import dataclass

from kronik.stories.entries import Entry
from kronik.stories.grouped import Groups
from kronik.stories.likeness import Relation
from kronik.stories.stories import Link, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One article of a story, and its best link to another; None for a copy and for a story of one article."""

    entry: Entry
    link: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """An article that is worded as an earlier one is.

    Attributes:
        id: the later article.
        origin: the earlier one that covers most of it.
        share: of its runs of words that the origin has, rounded to 4 decimals.
    """

    id: str
    origin: str
    share: float


def firsts(story: Story, found: Groups) -> tuple[Account, ...]:
    """Return the articles of a story in order of publication, ties by id, those of unknown day last."""
    best: dict[str, Link] = {}
    for link in sorted(story.links, key=lambda link: (-link.score, link.first, link.second)):
        for name in (link.first, link.second):
            best.setdefault(name, link)
    return tuple(Account(entry=found.entries[name], link=best.get(name)) for name in story.members)


def copied(story: Story, found: Groups) -> tuple[Copied, ...]:
    """Return which articles of a story are worded as an earlier one is, by id."""
    members = set(story.members)
    best: dict[str, Copied] = {}
    for one in found.likenesses:
        if one.relation is Relation.SHARED_BACKGROUND or not {one.first, one.second} <= members:
            continue
        pair = sorted((found.entries[one.first], found.entries[one.second]), key=lambda entry: entry.order)
        origin, later = pair
        share = one.first_in_second if later.id == one.first else one.second_in_first
        known = best.get(later.id)
        if known is None or (-share, origin.order) < (-known.share, found.entries[known.origin].order):
            best[later.id] = Copied(id=later.id, origin=origin.id, share=share)
    return tuple(best[name] for name in sorted(best))
