"""All groupings of a set of articles at once: revisions, copies and stories."""

from collections.abc import Iterable, Mapping, Sequence

from kronik.languages.loader import load_frequencies
from kronik.stories.copies import WHOLE, copy_groups, likenesses
from kronik.stories.entries import Entry, latest
from kronik.stories.grouped import Groups
from kronik.stories.likeness import Likeness, Relation
from kronik.stories.pairs import load_model
from kronik.stories.sketches import Sketcher
from kronik.stories.stories import Scales, stories_of


def load_scales() -> Scales:
    """Return the tables that are shipped with the version."""
    return Scales(frequencies=load_frequencies(), model=load_model())


def groups_of(entries: Iterable[Entry], scales: Scales) -> Groups:
    """Return the groupings of a set of articles, the same in whatever order they come."""
    every = sorted(entries, key=lambda entry: entry.id)
    kept = latest(every)
    newest = {entry.article: entry.id for entry in kept}
    by_id = {entry.id: entry for entry in kept}
    found = likenesses(list(Sketcher().sketches((entry.id, entry.prose, entry.day) for entry in kept)))
    copies = copy_groups(found, {entry.id: entry.order for entry in kept})
    return Groups(
        entries={entry.id: entry for entry in every},
        current={entry.id: newest[entry.article] for entry in every},
        likenesses=found,
        copies=copies,
        stories=stories_of(kept, _folded(found, by_id), scales),
    )


def folds(found: Likeness, first: Entry, second: Entry) -> bool:
    """Say whether two texts stand for one article in stories: one is a whole copy that does not tell of another day.

    The same words are used again for the next eruption, price or verdict.
    """
    return found.relation is Relation.COPY and found.covered >= WHOLE and _one_day(first, second)


def _folded(found: Sequence[Likeness], entries: Mapping[str, Entry]) -> dict[str, str]:
    """Return the copies that stand for one article in stories."""
    kept = [one for one in found if folds(one, entries[one.first], entries[one.second])]
    return copy_groups(kept, {name: entry.order for name, entry in entries.items()})


def _one_day(one: Entry, other: Entry) -> bool:
    if one.days and other.days:
        return bool(one.days & other.days)
    return one.published == other.published
