"""Article records as JSON lines."""

from collections.abc import Iterator

from kronik.chronicle.reader import Chronicle


def records(chronicle: Chronicle) -> Iterator[bytes]:
    """Yield one JSON line a page, by page id, in the shape of `kronik.records.documents`; each ends in a line feed."""
    raise NotImplementedError
