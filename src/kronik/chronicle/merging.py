"""One chronicle from several: the same rows as if all their pages had been built at once."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import TypeVar

from kronik.chronicle.exports.files import written
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.rows import Added
from kronik.chronicle.writer import ChronicleWriter
from kronik.errors import UsageError, VersionError
from kronik.records.bundles import Outcome

BATCH_PAGES = 200
"""Pages, or failures, of a transaction: as many as a build's shard has."""

_Thing = TypeVar("_Thing")


def merge(sources: Sequence[Path], output: Path, *, on_page: Callable[[], None] = lambda: None) -> Added:
    """Write a new chronicle that holds what the sources hold; the order of the sources does not matter.

    Rows are copied as they stand, nothing is derived anew. A page that several have is one page, with all its places;
    an item that one could not read and another could is read. The output appears when it is whole.

    Args:
        sources: chronicles of one version and one set of settings.
        output: a file that is not there yet.
        on_page: called after each page of a source.

    Raises:
        VersionError: the sources were not made alike; the message says what differs.
        ChronicleError: a source is no chronicle, or is damaged.
        UsageError: the output is there already, or its folder is missing.
    """
    if output.exists():
        raise UsageError(f"{output} is there already; name a new file for the chronicle")
    with ExitStack() as stack:
        chronicles = [stack.enter_context(Chronicle.open(path)) for path in sources]
        check_alike(sources, chronicles)
        draft = stack.enter_context(written(output))
        for rest in ("", "-wal", "-shm"):
            draft.with_name(draft.name + rest).unlink(missing_ok=True)
        with ChronicleWriter.open(draft, chronicles[0].info().identity) as writer:
            added = Added()
            for chronicle in chronicles:
                for pages in _batches(chronicle.stored_pages()):
                    added += writer.take(pages)
                    for _ in pages:
                        on_page()
            for outcomes in _batches(_failed(chronicles)):
                added += writer.add(outcomes)
            writer.finish()
    return added


def check_alike(paths: Sequence[Path], chronicles: Sequence[Chronicle]) -> None:
    """Refuse chronicles that were not made alike. Raises VersionError."""
    first = chronicles[0].info().identity
    for path, chronicle in zip(paths, chronicles, strict=True):
        info = chronicle.info()
        differences = first.differences(info.identity)
        if differences:
            told = "; ".join(differences)
            raise VersionError(f"{paths[0]} and {path} were not made alike ({told}): update or build them alike first")
        if info.pages_outdated:
            raise VersionError(
                f"{path} holds pages that other stages or settings made: kronik update derives them anew"
            )


def _failed(chronicles: Sequence[Chronicle]) -> Iterator[Outcome]:
    """Yield the failures of all; that of a whole input only where no other chronicle has read that very place."""
    whole = [{fetch.location for fetch, failed in one.failed_places() if not failed.digest} for one in chronicles]
    wanted = frozenset().union(*whole)
    read = [_read_at(one, wanted) for one in chronicles]
    for at, chronicle in enumerate(chronicles):
        elsewhere = frozenset().union(*(places for other, places in enumerate(read) if other != at))
        for fetch, failed in chronicle.failed_places():
            if failed.digest or fetch.location not in elsewhere:
                yield Outcome(digest=failed.digest, fetch=fetch, failure=failed)


def _read_at(chronicle: Chronicle, wanted: frozenset[str]) -> frozenset[str]:
    """Return those of some places at which a chronicle has read something."""
    if not wanted:
        return frozenset()
    found = chronicle.rows("SELECT DISTINCT location FROM fetches")
    return frozenset(str(location) for (location,) in found if location in wanted)


def _batches(things: Iterator[_Thing]) -> Iterator[tuple[_Thing, ...]]:
    while batch := tuple(islice(things, BATCH_PAGES)):
        yield batch
