"""Article records as JSON lines."""

from collections.abc import Iterator
from typing import Any

import msgspec

from kronik.chronicle.reader import Chronicle
from kronik.records.documents import ArticleDocument, document_of
from kronik.records.masking import masked

KEPT_WHEN_NONE = frozenset({"published"})
"""Fields of a record whose silence is told: null, where other fields are left out."""


def records(chronicle: Chronicle, *, unmasked: bool = False) -> Iterator[bytes]:
    """Yield one JSON line a page, by page id, in the shape of `kronik.records.documents`; each ends in a line feed.

    Names that a page protects are masked unless asked otherwise.
    """
    for bundle in chronicle.bundles():
        yield encode(document_of(bundle if unmasked else masked(bundle)))


def encode(document: ArticleDocument) -> bytes:
    """Return a record as a JSON line with its line feed; fields without a value are left out, save ``published``."""
    fields = msgspec.to_builtins(document)
    kept = {name: _pruned(value) for name, value in fields.items() if value is not None or name in KEPT_WHEN_NONE}
    return msgspec.json.encode(kept) + b"\n"


def _pruned(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _pruned(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list | tuple):
        return [_pruned(inner) for inner in value]
    return value
