"""The groups of a chronicle's articles: read from the side file beside it while that is current, else computed anew.

The side file (``news.kronik-groups``) is written only when asked. Nothing in it is needed: without it, the groups are
the same and take longer.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kronik.chronicle.reader import Chronicle
from kronik.chronicle.schema import faults_told, sqlite_told
from kronik.errors import ChronicleError
from kronik.grouping.shelf import Shelf
from kronik.stories.entries import entry_of
from kronik.stories.grouped import Groups

_Read = TypeVar("_Read")

ENDING = "-groups"
VERSIONS, DIGEST = "versions", "digest"
"""Notes of a side file: of the rules and tables that its groups are made with, and of the set of articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What became of a side file.

    Attributes:
        path: where it lies.
        added, removed: articles; one that was derived anew counts in both.
        anew: there was none that this version can add to, so that every article was added.
    """

    path: Path
    added: int
    removed: int
    anew: bool


def side_file(chronicle: Path) -> Path:
    """Return where the groups of the chronicle at a path are kept."""
    return chronicle.with_name(chronicle.name + ENDING)


def read_groups(chronicle: Chronicle) -> Groups:
    """Return the groups of a chronicle's articles: those kept, if they are of these articles and rules, else anew."""
    kept = _kept(chronicle)
    return computed_groups(chronicle) if kept is None else kept


def computed_groups(chronicle: Chronicle) -> Groups:
    """Return the groups of a chronicle's articles, computed anew whatever is kept."""
    from kronik.stories.groups import groups_of, load_scales  # noqa: PLC0415 - most commands need no numpy

    return groups_of(map(entry_of, chronicle.bundles()), load_scales())


def store_groups(chronicle: Chronicle) -> Stored:
    """Bring the side file of a chronicle up to date: only what came and went since the last time is computed.

    Raises:
        ChronicleError: another program uses the side file, or it cannot be written.
    """
    from kronik.grouping.growing import Growth, digest_of, versions  # noqa: PLC0415 - most commands need no numpy
    from kronik.stories.groups import load_scales  # noqa: PLC0415

    path, scales = side_file(chronicle.path), load_scales()
    made_by, stamps = versions(scales), chronicle.stamps()
    with sqlite_told(path):
        shelf = _current(path, made_by)
        anew = shelf is None
        if shelf is None:
            _drop(path)
            shelf = Shelf.create(path)
        with shelf:
            held = shelf.stamps()
            growth = Growth(shelf, scales)
            gone = [name for name, stamp in held.items() if stamps.get(name) != stamp]
            come = [name for name, stamp in stamps.items() if held.get(name) != stamp]
            for name in gone:
                growth.remove(name)
            for name in come:
                growth.add(entry_of(chronicle.bundle(name)), stamps[name])
            growth.settle()
            shelf.set_note(VERSIONS, made_by)
            shelf.set_note(DIGEST, digest_of(stamps.items()))
            shelf.commit()
    return Stored(path=path, added=len(come), removed=len(gone), anew=anew)


def forget_groups(chronicle: Path) -> bool:
    """Remove the side file of the chronicle at a path, for it holds prose; say whether there was one."""
    path = side_file(chronicle)
    there = path.exists()
    _drop(path)
    return there


def _drop(path: Path) -> None:
    """Remove a side file, and the journal that a killed writer may have left beside it."""
    path.unlink(missing_ok=True)
    path.with_name(path.name + "-journal").unlink(missing_ok=True)


def read_shelf(chronicle: Chronicle, read: Callable[[Shelf, bool], _Read]) -> _Read | None:
    """Return what is read of the side file of a chronicle.

    Args:
        chronicle: whose side file it is.
        read: given the open side file, and whether its groups are of exactly the articles that the chronicle has.

    Returns:
        None when there is no side file, or it is damaged or of other rules than this version's.
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
                return read(shelf, shelf.note(DIGEST) == digest_of(chronicle.stamps().items()))
    except ChronicleError:
        return None


def _kept(chronicle: Chronicle) -> Groups | None:
    """Return the groups of the side file; None when there is none, or it is damaged or not current."""
    from kronik.grouping.growing import kept_groups  # noqa: PLC0415 - most commands need no numpy

    return read_shelf(chronicle, lambda shelf, current: kept_groups(shelf) if current else None)


def _current(path: Path, made_by: str) -> Shelf | None:
    """Open a side file that these rules and tables made, to be written; None when there is none, or it is damaged."""
    shelf = Shelf.open(path, read_only=False)
    if shelf is None or shelf.note(VERSIONS) == made_by:
        return shelf
    shelf.close()
    return None
