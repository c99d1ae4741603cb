"""Evidence as W3C Web Annotations."""

from collections.abc import Iterator

from kronik.chronicle.reader import Chronicle


def annotations(chronicle: Chronicle) -> Iterator[bytes]:
    """Yield one JSON line an annotation, by page id, then by kind and place; each ends in a line feed."""
    raise NotImplementedError
