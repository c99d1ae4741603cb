"""What changed from one record of a page to another record of the same page. Pure; works on records only."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum

import msgspec

from kronik.records.bundles import Bundle
from kronik.records.documents import ArticleDocument, document_of
from kronik.records.finding_documents import EventDocument
from kronik.records.masking import longest_first, masked_text, protected_names
from kronik.records.revisions import ChangeKind, changes


class Section(StrEnum):
    """Part of a chronicle in which something changed."""

    PAGE = "page"
    ARTICLE = "article"
    LEDGER = "ledger"
    TIME = "time"
    PLACE = "place"
    ACTOR = "actor"
    STATEMENT = "statement"
    REPORT = "report"
    FETCH = "fetch"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference between two chronicles.

    Attributes:
        section: where.
        kind: added (only the second has it), removed (only the first has it) or changed.
        page: id of the page, as the second has it where both do; None where it belongs to no page.
        name: what it is about: a uri, the characters of an expression, the name of an actor, the words of a report.
        field: the field that changed; None where the whole was added or removed.
        before, after: its value in each; JSON where it is no text; None where there is none.
    """

    section: Section
    kind: ChangeKind
    page: str | None
    name: str
    field: str | None = None
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Thing:
    """One part of a record: by what it is known again, and its fields."""

    keys: tuple[Hashable, ...]
    name: str
    fields: Mapping[str, str | None]


LISTS = {
    "debris": Section.LEDGER,
    "unsure": Section.LEDGER,
    "times": Section.TIME,
    "times_unresolved": Section.TIME,
    "places": Section.PLACE,
    "actors": Section.ACTOR,
    "statements": Section.STATEMENT,
    "events": Section.REPORT,
}
"""Lists of an article record, and the section that their entries are counted in; every other field is the article's."""

_STRING = re.compile(r'"([^"\\]+)"')

PROSE = "prose"
"""Field that is compared by paragraphs."""

SKIPPED = frozenset({*LISTS, PROSE})
"""Fields of an article record that are compared in a way of their own."""

SHOWN = 60
"""Most characters of a name."""


def differences(before: Bundle, after: Bundle) -> Iterator[Difference]:
    """Yield what changed between two records of one page, by section and place.

    Names that either record protects are masked in whatever is shown.
    """
    names = longest_first({*protected_names(before), *protected_names(after)})
    for found in _found(before, after):
        yield _masked(found, names) if names else found


def _masked(found: Difference, names: tuple[str, ...]) -> Difference:
    old, new = found.before, found.after
    return replace(
        found,
        name=masked_text(found.name, names),
        before=None if old is None else masked_text(old, names),
        after=None if new is None else masked_text(new, names),
    )


def _found(before: Bundle, after: Bundle) -> Iterator[Difference]:
    old, new = document_of(before), document_of(after)
    about = Difference(section=Section.ARTICLE, kind=ChangeKind.CHANGED, page=after.page.id, name=after.page.uri)
    for field, first, second in _changed(_fields(old, skip=SKIPPED), _fields(new, skip=SKIPPED)):
        section = Section.PAGE if field in ("id", "page") else Section.ARTICLE
        yield replace(about, section=section, kind=_kind(first, second), field=field, before=first, after=second)
    for change in changes(before.article, after.article):
        if change.field == PROSE:
            yield replace(about, kind=change.kind, field=PROSE, before=change.before, after=change.after)
    for section in dict.fromkeys(LISTS.values()):
        yield from _of_section(replace(about, section=section), _things(old, section), _things(new, section))


def _of_section(about: Difference, old: Sequence[_Thing], new: Sequence[_Thing]) -> Iterator[Difference]:
    pairs, gone, come = paired(old, new)
    for first, second in pairs:
        for field, before, after in _changed(first.fields, second.fields):
            kind = _kind(before, after)
            yield replace(about, kind=kind, name=second.name, field=field, before=before, after=after)
    for kind, things in ((ChangeKind.REMOVED, gone), (ChangeKind.ADDED, come)):
        for thing in things:
            yield replace(about, kind=kind, name=thing.name)


def paired(
    old: Sequence[_Thing], new: Sequence[_Thing]
) -> tuple[list[tuple[_Thing, _Thing]], list[_Thing], list[_Thing]]:
    """Return which of the old things is which of the new, and what is left of each.

    Things are the same that share their first key (the id); of the rest those that share the next (the place).
    """
    pairs: list[tuple[int, int]] = []
    left, right = list(range(len(old))), list(range(len(new)))
    depth = max((len(thing.keys) for thing in (*old, *new)), default=0)
    for level in range(depth):
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for at in reversed(left):
            waiting[old[at].keys[level]].append(at)
        for at in list(right):
            if waiting[new[at].keys[level]]:
                mine = waiting[new[at].keys[level]].pop()
                pairs.append((mine, at))
                left.remove(mine)
                right.remove(at)
    pairs.sort(key=lambda pair: pair[1])
    return [(old[a], new[b]) for a, b in pairs], [old[at] for at in left], [new[at] for at in right]


def _things(document: ArticleDocument, section: Section) -> list[_Thing]:
    names = {actor.id: actor.name for actor in document.actors or ()}
    lists = [field for field, counted in LISTS.items() if counted is section]
    return [_thing(entry, names, field) for field in lists for entry in getattr(document, field) or ()]


def _thing(entry: object, names: Mapping[str, str], field: str) -> _Thing:
    start, end, words = _place(entry)
    found = {key: value for key, value in _fields(entry, names).items() if key not in ("id", "quote")}
    if LISTS[field] is Section.LEDGER:
        found["verdict"] = "unsure" if field == "unsure" else "removed"
    place = (start, end)
    identity: Hashable = getattr(entry, "id", place)
    return _Thing(keys=(identity, place, start), name=_short(words), fields=found)


def _place(entry: object) -> tuple[int, int, str]:
    """Return first and last offset of an entry, and its characters."""
    if isinstance(entry, EventDocument):
        trigger = entry.triggers[0]
        return trigger.start, trigger.end, f"{entry.type} {trigger.quote}"
    for field in ("content", "mentions"):
        pieces = getattr(entry, field, None)
        if pieces:
            words = getattr(entry, "name", None) or " ".join(piece.quote for piece in pieces)
            return pieces[0].start, pieces[-1].end, str(words)
    start, end = getattr(entry, "start", 0), getattr(entry, "end", 0)
    return start, end, str(getattr(entry, "quote", None) or getattr(entry, "name", None) or f"{start}-{end}")


def _fields(entry: object, names: Mapping[str, str] | None = None, skip: Iterable[str] = ()) -> dict[str, str | None]:
    assert is_dataclass(entry)  # noqa: S101 - documents are; says so to the type checker
    return {
        field.name: _text(getattr(entry, field.name), names or {}) for field in fields(entry) if field.name not in skip
    }


def _text(value: object, names: Mapping[str, str]) -> str | None:
    """Return a value as text: strings as they are, nothing for None and empty lists, the rest as JSON.

    Ids of actors become their names: an actor's id changes with the first mention, which is a change of the actor.
    """
    if value is None or value == ():
        return None
    text = str(value) if isinstance(value, str) else msgspec.json.encode(value).decode()
    return text if isinstance(value, str) else _STRING.sub(lambda found: f'"{names.get(found[1], found[1])}"', text)


def _changed(
    old: Mapping[str, str | None], new: Mapping[str, str | None]
) -> Iterator[tuple[str, str | None, str | None]]:
    for field in dict.fromkeys((*old, *new)):
        if old.get(field) != new.get(field):
            yield field, old.get(field), new.get(field)


def _kind(before: str | None, after: str | None) -> ChangeKind:
    if before is None:
        return ChangeKind.ADDED
    return ChangeKind.REMOVED if after is None else ChangeKind.CHANGED


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"
