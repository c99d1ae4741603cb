"""Reads the Indonesian event lexicon: entries by type, frames, light verbs, cues of mode and status, word lists."""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from kronik.errors import DataError
from kronik.languages.coding import (
    Domain,
    Effect,
    Entry,
    Form,
    FormKind,
    Frame,
    Lexicon,
    LightRole,
    LightVerb,
    ModeCue,
    Reach,
    Slot,
    StatusCue,
    Where,
)
from kronik.languages.id.event_forms import surfaces
from kronik.languages.id.event_rows import (
    NONE,
    Classes,
    Frames,
    frame_for,
    frames_of,
    groups_of,
    phrase,
    rows_of,
    table_text,
)
from kronik.languages.id.event_scorer import read_scorer
from kronik.records.plover import MODES, EventType
from kronik.records.reports import Status

CLASSES = "classes.toml"
FRAMES = "frames.tsv"
LIGHT_VERBS = "light_verbs.tsv"
MODE_CUES = "mode_cues.tsv"
STATUS_CUES = "status_cues.tsv"
SCORER = "scorer.tsv"
ROLES = "roles.tsv"
PLACES = "places.tsv"
DATES = "dates.tsv"
STATUSES = "statuses.tsv"
LINKS = "links.tsv"
TOPICS = "topics.tsv"
ENTRY_COLUMNS = ("id", "root", "forms", "mode", "frame", "needs", "not", "status", "weight", "example")
LIGHT_COLUMNS = ("root", "forms", "subject", "obliques", "status", "note")
MODE_COLUMNS = ("words", "type", "mode", "near", "weight")
STATUS_COLUMNS = ("words", "status", "reach", "effect", "weight")
VERSION_DIGITS = 12
TURNED = frozenset({FormKind.PASSIVE, FormKind.STATIVE})
"""Kinds of verbs whose subject is what the active verb's object is."""


class _Worded(Protocol):
    @property
    def words(self) -> tuple[str, ...]: ...


_Item = TypeVar("_Item", bound=_Worded)


def load_coding() -> Lexicon:
    """Return the Indonesian event lexicon. Costs file reads.

    Raises:
        DataError: a table has an unknown column, type, mode, frame, word list or pattern; an id or a cue stands
            twice; or two entries share a form and neither has a condition that tells them apart.
    """
    names = (CLASSES, FRAMES, LIGHT_VERBS, MODE_CUES, STATUS_CUES, *(table_name(kind) for kind in EventType))
    texts = {name: table_text(name) for name in names}
    classes, domains = read_classes(CLASSES, texts[CLASSES])
    frames = frames_of(FRAMES, texts[FRAMES])
    forms: list[Form] = []
    for kind in EventType:
        forms += read_entries(kind, texts[table_name(kind)], frames, classes)
    entries = {form.entry.id: form.entry for form in forms}
    return Lexicon(
        version=hashlib.sha256("\0".join(texts.values()).encode()).hexdigest()[:VERSION_DIGITS],
        entries=tuple(entries[key] for key in sorted(entries)),
        forms=index_forms(forms),
        light_verbs=_index(LIGHT_VERBS, read_light_verbs(LIGHT_VERBS, texts[LIGHT_VERBS])),
        mode_cues=_index(MODE_CUES, read_mode_cues(MODE_CUES, texts[MODE_CUES]), several=True),
        status_cues=_index(STATUS_CUES, read_status_cues(STATUS_CUES, texts[STATUS_CUES]), several=True),
        classes=classes,
        domains=domains,
        scorer=read_scorer(SCORER, table_text(SCORER)),
        chooser=read_scorer(ROLES, table_text(ROLES)),
        placer=read_scorer(PLACES, table_text(PLACES)),
        dater=read_scorer(DATES, table_text(DATES)),
        teller=read_scorer(STATUSES, table_text(STATUSES)),
        linker=read_scorer(LINKS, table_text(LINKS)),
        topics=read_scorer(TOPICS, table_text(TOPICS)),
    )


def table_name(kind: EventType) -> str:
    """Return the name of the table that holds a type's entries."""
    return f"{kind.value.lower()}.tsv"


def read_classes(name: str, text: str) -> tuple[Classes, tuple[Domain, ...]]:
    """Return the word lists, and the domains whose articles hold no events.

    Raises:
        DataError: not TOML, an unknown key, or a word that stands twice in its list.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(name, "", str(error)) from error
    if table.keys() != {"source", "words", "domain"}:
        raise DataError(name, ", ".join(sorted(table)), "needs source, words and domain")
    classes = {key: _words(name, key, value) for key, value in table["words"].items()}
    domains = []
    for row in table["domain"]:
        if row.keys() != {"name", "share", "words"}:
            raise DataError(name, str(row.get("name", "")), "needs name, share and words")
        words = _words(name, str(row["name"]), row["words"])
        domains.append(Domain(name=str(row["name"]), words=words, share=float(row["share"])))
    return classes, tuple(domains)


def read_entries(kind: EventType, text: str, frames: Frames, classes: Classes) -> list[Form]:
    """Return every form of a type's entries, in the order of the table.

    Raises:
        DataError: as `load_coding`.
    """
    name = table_name(kind)
    found: list[Form] = []
    seen: set[str] = set()
    for row in rows_of(name, text, ENTRY_COLUMNS):
        key = row["id"]
        if key in seen or not key:
            raise DataError(name, key, "needs an id of its own")
        seen.add(key)
        if row["frame"] not in frames:
            raise DataError(name, key, f"unknown frame: {row['frame']}")
        entry = _entry(name, kind, row, classes)
        for words, kind_ in surfaces(row["root"], row["forms"]):
            frame = frame_for(frames[row["frame"]], kind_)
            if kind_ in TURNED and _names_only_subject(frame):
                raise DataError(name, key, f"the subject of {' '.join(words)} is the active verb's object: name it obj")
            found.append(Form(words=words, kind=kind_, frame=frame, entry=entry))
    return found


def read_light_verbs(name: str, text: str) -> list[LightVerb]:
    """Return the light verbs in all their forms."""
    found = []
    for row in rows_of(name, text, LIGHT_COLUMNS):
        for words, kind in surfaces(row["root"], row["forms"]):
            if kind in {FormKind.RESULT, FormKind.AGENT}:
                raise DataError(name, row["root"], "a light verb has no nouns")
            found.append(
                LightVerb(
                    words=words,
                    kind=kind,
                    subject=_member(name, row["root"], LightRole, row["subject"]),
                    obliques=() if row["obliques"] == NONE else tuple(row["obliques"].split("|")),
                    status=_status(name, row["root"], row["status"]),
                )
            )
    return found


def read_mode_cues(name: str, text: str) -> list[ModeCue]:
    """Return the cues of mode; a row may name several phrases, joined by ``;``."""
    found = []
    for row in rows_of(name, text, MODE_COLUMNS):
        kind = _member(name, row["words"], EventType, row["type"])
        mode, near = _mode(name, row["words"], kind, row["mode"]), _member(name, row["words"], Where, row["near"])
        if mode is None:
            raise DataError(name, row["words"], "needs a mode")
        for words in row["words"].split(";"):
            weight = _weight(name, words, row["weight"])
            found.append(ModeCue(words=phrase(words), type=kind, mode=mode, near=near, weight=weight))
    return found


def read_status_cues(name: str, text: str) -> list[StatusCue]:
    """Return the cues of status; a row may name several phrases, joined by ``;``."""
    return [
        StatusCue(
            words=phrase(words),
            status=_status(name, words, row["status"]),
            reach=_member(name, words, Reach, row["reach"]),
            effect=_member(name, words, Effect, row["effect"]),
            weight=_weight(name, words, row["weight"]),
        )
        for row in rows_of(name, text, STATUS_COLUMNS)
        for words in row["words"].split(";")
    ]


def index_forms(forms: Iterable[Form]) -> Mapping[str, tuple[Form, ...]]:
    """Return the forms by first word: the longest first, then those with needs, then by weight and id.

    Raises:
        DataError: an id stands in two tables, or two entries share a form and neither has a condition.
    """
    tables: dict[str, EventType] = {}
    plain: dict[tuple[str, ...], Entry] = {}
    found: dict[str, list[Form]] = {}
    for form in forms:
        entry = form.entry
        if tables.setdefault(entry.id, entry.type) is not entry.type:
            raise DataError("events", entry.id, "stands in two tables")
        if not entry.needs and plain.setdefault(form.words, entry) is not entry:
            raise DataError("events", f"{entry.id}, {plain[form.words].id}", f"share a form: {' '.join(form.words)}")
        found.setdefault(form.words[0], []).append(form)
    return {word: tuple(sorted(items, key=_order)) for word, items in found.items()}


def _order(form: Form) -> tuple[int, bool, float, str]:
    return -len(form.words), not form.entry.needs, -form.entry.weight, form.entry.id


def _names_only_subject(frame: Frame) -> bool:
    roles = {argument.slot for argument in frame.recipient}, {argument.slot for argument in frame.actor}
    return Slot.SUBJECT in roles[0] and Slot.OBJECT not in roles[1]


def _entry(name: str, kind: EventType, row: Mapping[str, str], classes: Classes) -> Entry:
    key = row["id"]
    excludes = groups_of(name, key, row["not"], classes)
    if len(excludes) > 1:
        raise DataError(name, key, "conditions of exclusion are joined by or")
    return Entry(
        id=key,
        type=kind,
        mode=_mode(name, key, kind, row["mode"]),
        needs=groups_of(name, key, row["needs"], classes),
        excludes=excludes[0] if excludes else (),
        status=_status(name, key, row["status"]),
        weight=_weight(name, key, row["weight"]),
        example=row["example"],
    )


def _index(name: str, items: Iterable[_Item], *, several: bool = False) -> Mapping[str, tuple[_Item, ...]]:
    found: dict[str, list[_Item]] = {}
    seen: set[object] = set()
    for item in items:
        key: object = item if several else item.words
        if key in seen:
            raise DataError(name, " ".join(item.words), "stands twice")
        seen.add(key)
        found.setdefault(item.words[0], []).append(item)
    return {word: tuple(sorted(group, key=lambda item: -len(item.words))) for word, group in found.items()}


def _words(name: str, key: str, value: object) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise DataError(name, key, "must be a list of words")
    words = [str(word).lower() for word in value]
    double = sorted({word for word in words if words.count(word) > 1})
    if double:
        raise DataError(name, key, f"stands twice: {', '.join(double)}")
    return frozenset(words)


_Member = TypeVar("_Member", EventType, Where, Reach, Effect, LightRole, Status)


def _member(name: str, key: str, kind: type[_Member], value: str) -> _Member:
    try:
        return kind(value)
    except ValueError as error:
        raise DataError(name, key, str(error)) from error


def _status(name: str, key: str, cell: str) -> Status | None:
    return None if cell == NONE else _member(name, key, Status, cell)


def _mode(name: str, key: str, kind: EventType, cell: str) -> str | None:
    if cell == NONE:
        return None
    if cell not in MODES.get(kind, ()):
        raise DataError(name, key, f"{kind.value} has no mode {cell}")
    return cell


def _weight(name: str, key: str, cell: str) -> float:
    try:
        weight = float(cell)
    except ValueError as error:
        raise DataError(name, key, f"weight is no number: {cell}") from error
    if not 0.0 < weight <= 1.0:
        raise DataError(name, key, f"weight must be above 0 and at most 1: {cell}")
    return weight
