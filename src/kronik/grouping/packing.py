"""Entries and the words that articles are compared by, as bytes that a side file holds; numbers keep every digit."""

import json
import zlib
from dataclasses import asdict, replace
from typing import Any

from kronik.records.articles import Kind
from kronik.stories.entries import Entry
from kronik.stories.wording import Wording, runs_of

PACKING = 1
"""Level of zlib at which entries are packed: the quickest."""


def packed(entry: Entry) -> bytes:
    """Return an entry as bytes."""
    return _squeezed(asdict(entry) | {"days": sorted(entry.days)})


def unpacked(data: bytes) -> Entry:
    """Return the entry that bytes hold."""
    return _entry(json.loads(zlib.decompress(data)))


def packed_wording(words: Wording) -> bytes:
    """Return an article's words as bytes: its texts are left out, and of the runs only the words in a row are kept."""
    entry = replace(words.entry, headline="", prose="")
    fields: dict[str, Any] = {
        "entry": asdict(entry) | {"days": sorted(entry.days)},
        "vectors": [dict(one) for one in (words.head, words.lead, words.body, words.names, words.numbers)],
        "row": " ".join(words.row),
        "head_words": words.head_words,
        "lead_names": sorted(words.lead_names),
        "head_numbers": sorted(words.head_numbers),
        "counts": [
            {word: sorted(numbers) for word, numbers in one.items()} for one in (words.head_counts, words.lead_counts)
        ],
    }
    return _squeezed(fields)


def unpacked_wording(data: bytes) -> Wording:
    """Return the words that bytes hold; the entry has no headline and no prose."""
    fields = json.loads(zlib.decompress(data))
    head, lead, body, names, numbers = fields["vectors"]
    head_counts, lead_counts = ({word: frozenset(numbers) for word, numbers in one.items()} for one in fields["counts"])
    row = tuple(fields["row"].split())
    return Wording(
        entry=_entry(fields["entry"]),
        head=head,
        lead=lead,
        body=body,
        names=names,
        numbers=numbers,
        row=row,
        runs=runs_of(row),
        head_words=tuple(fields["head_words"]),
        lead_names=frozenset(fields["lead_names"]),
        head_numbers=frozenset(fields["head_numbers"]),
        head_counts=head_counts,
        lead_counts=lead_counts,
    )


def _squeezed(fields: dict[str, Any]) -> bytes:
    return zlib.compress(json.dumps(fields).encode(), PACKING)


def _entry(fields: dict[str, Any]) -> Entry:
    return Entry(**(fields | {"kind": Kind(fields["kind"]), "days": frozenset(fields["days"])}))
