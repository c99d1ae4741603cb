"""What changed from one revision of a page to the next."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from kronik.records.articles import Article, Reading


class ChangeKind(StrEnum):
    """What happened to a field or a paragraph."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference between two revisions.

    Attributes:
        kind: what happened.
        field: name of the field, ``prose`` for a paragraph.
        before, after: its value in each revision; None where it was not there.
    """

    kind: ChangeKind
    field: str
    before: str | None
    after: str | None


def changes(before: Article, after: Article) -> tuple[Change, ...]:
    """Return what changed between two articles: metadata first, then the paragraphs of the prose in order."""
    return (*_field_changes(before, after), *_paragraph_changes(before.prose, after.prose))


def _field_changes(before: Article, after: Article) -> Iterator[Change]:
    pairs: list[tuple[str, str | None, str | None]] = [
        (name, _value(getattr(before, name)), _value(getattr(after, name)))
        for name in ("headline", "outlet", "section", "published", "published_time")
    ]
    pairs += [(name, _joined(getattr(before, name)), _joined(getattr(after, name))) for name in ("writers", "editors")]
    pairs += [("kind", before.kind, after.kind), ("completeness", before.completeness, after.completeness)]
    for name, old, new in pairs:
        if old != new:
            yield Change(kind=_kind(old, new), field=name, before=old, after=new)


def _paragraph_changes(before: str, after: str) -> Iterator[Change]:
    old, new = before.split("\n"), after.split("\n")
    for tag, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        gone, come = "\n".join(old[i1:i2]) or None, "\n".join(new[j1:j2]) or None
        yield Change(kind=_kind(gone, come), field="prose", before=gone, after=come)


def _kind(before: str | None, after: str | None) -> ChangeKind:
    if before is None:
        return ChangeKind.ADDED
    return ChangeKind.REMOVED if after is None else ChangeKind.CHANGED


def _value(reading: Reading | None) -> str | None:
    return reading.value if reading else None


def _joined(readings: tuple[Reading, ...]) -> str | None:
    return ", ".join(reading.value for reading in readings) or None
