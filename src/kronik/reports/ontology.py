"""The ontology as data: what each type, mode and context means, its quad class and score, and its place in CAMEO."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

from kronik.errors import DataError
from kronik.records.plover import MODES, EventType

NAME = "ontology.toml"
KEYS = frozenset({"source", "version", "quads", "type", "contexts", "cameo", "to_cameo"})
TYPE_KEYS = frozenset({"code", "quad", "score", "meaning", "recipient", "not_coded", "note", "example", "modes"})
CONTEXTS = 37
"""Contexts that the standard lists."""
LOWEST, HIGHEST = -10.0, 10.0
"""Ends of the scale of conflict and cooperation."""

Table = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """A mode of a type: its code, what it means, and its score (the type's where it has none of its own)."""

    code: str
    meaning: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeMeaning:
    """What a type means.

    Attributes:
        type: the code.
        quad: 1 to 4, a key of the ontology's `quads`.
        score: between -10 (conflict) and 10 (cooperation); our own judgement.
        meaning: in a sentence.
        recipient: when there is one.
        not_coded: what might be taken for it and is not.
        note: where the standard leaves a choice, what we chose; empty otherwise.
        examples: language code -> a sentence of our own.
        modes: in the order of the standard.
    """

    type: EventType
    quad: int
    score: float
    meaning: str
    recipient: str
    not_coded: str
    note: str
    examples: Mapping[str, str]
    modes: tuple[Mode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """The ontology.

    Attributes:
        version, source: of the data.
        quads: number -> name.
        types: in the order of the standard.
        contexts: code -> meaning.
        cameo: CAMEO code or beginning of one -> type (None: no report) and mode.
        to_cameo: (type, mode or None) -> CAMEO code.
    """

    version: str
    source: str
    quads: Mapping[int, str]
    types: tuple[TypeMeaning, ...]
    contexts: Mapping[str, str]
    cameo: Mapping[str, tuple[EventType | None, str | None]]
    to_cameo: Mapping[tuple[EventType, str | None], str]

    def meaning(self, kind: str) -> TypeMeaning:
        """Return what a type means.

        Raises:
            KeyError: the code is no type.
        """
        for found in self.types:
            if found.type == kind:
                return found
        raise KeyError(kind)

    def score(self, kind: str, mode: str | None = None) -> float:
        """Return the score of a type, or of its mode where that has one of its own."""
        found = self.meaning(kind)
        return next((one.score for one in found.modes if one.code == mode), found.score)

    def from_cameo(self, code: str) -> tuple[EventType | None, str | None]:
        """Return type and mode of a CAMEO code by its longest known beginning; (None, None) for one that is no report.

        Raises:
            KeyError: not even its root is known.
        """
        for length in range(len(code), 1, -1):
            if code[:length] in self.cameo:
                return self.cameo[code[:length]]
        raise KeyError(code)

    def cameo_of(self, kind: str, mode: str | None = None) -> str:
        """Return the CAMEO code that says most of a type and mode."""
        found = EventType(kind)
        return self.to_cameo.get((found, mode)) or self.to_cameo[found, None]


def load_ontology() -> Ontology:
    """Return the ontology. Costs a file read.

    Raises:
        DataError: an unknown key; a type, mode or context is missing, unknown or twice there; a score is off the scale.
    """
    return read_ontology(files("kronik.reports").joinpath("data", NAME).read_text(encoding="utf-8"))


def read_ontology(text: str) -> Ontology:
    """Return the ontology that a TOML text holds.

    Raises:
        DataError: as `load_ontology`.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(NAME, "", str(error)) from error
    if table.keys() != KEYS:
        raise DataError(NAME, ", ".join(sorted(table.keys() ^ KEYS)), "key is missing or unknown")
    quads = {int(number): str(name) for number, name in table["quads"].items()}
    types = tuple(_type(row, quads) for row in table["type"])
    if [one.type for one in types] != list(EventType):
        raise DataError(NAME, "type", "must hold every type once, in the order of the standard")
    if len(table["contexts"]) != CONTEXTS:
        raise DataError(NAME, "contexts", f"must be {CONTEXTS}")
    return Ontology(
        version=str(table["version"]),
        source=str(table["source"]),
        quads=quads,
        types=types,
        contexts={str(code): str(meaning) for code, meaning in table["contexts"].items()},
        cameo={code: _target(code, value) for code, value in table["cameo"].items()},
        to_cameo=_to_cameo(table["to_cameo"], table["cameo"]),
    )


def _type(row: Table, quads: Mapping[int, str]) -> TypeMeaning:
    code = str(row.get("code", ""))
    if row.keys() - TYPE_KEYS or TYPE_KEYS - row.keys() - {"note", "modes"}:
        raise DataError(NAME, code, "key is missing or unknown")
    if code not in list(EventType):
        raise DataError(NAME, code, "is no type of the standard")
    kind = EventType(code)
    if row["quad"] not in quads:
        raise DataError(NAME, code, f"unknown quad class: {row['quad']}")
    score = _score(code, row["score"])
    return TypeMeaning(
        type=kind,
        quad=int(str(row["quad"])),
        score=score,
        meaning=str(row["meaning"]),
        recipient=str(row["recipient"]),
        not_coded=str(row["not_coded"]),
        note=str(row.get("note", "")),
        examples={str(language): str(text) for language, text in cast("Table", row["example"]).items()},
        modes=_modes(kind, cast("Mapping[str, Table]", row.get("modes", {})), score),
    )


def _modes(kind: EventType, rows: Mapping[str, Table], score: float) -> tuple[Mode, ...]:
    if tuple(rows) != MODES.get(kind, ()):
        raise DataError(NAME, kind.value, "must hold every mode once, in the order of the standard")
    found = []
    for code, row in rows.items():
        if row.keys() - {"meaning", "score"} or "meaning" not in row:
            raise DataError(NAME, f"{kind.value}/{code}", "needs a meaning and may have a score")
        own = _score(f"{kind.value}/{code}", row.get("score", score))
        found.append(Mode(code=code, meaning=str(row["meaning"]), score=own))
    return tuple(found)


def _score(key: str, value: object) -> float:
    if not isinstance(value, float) or not LOWEST <= value <= HIGHEST:
        raise DataError(NAME, key, f"score must lie between {LOWEST} and {HIGHEST}: {value}")
    return value


def _target(code: str, value: object) -> tuple[EventType | None, str | None]:
    if not isinstance(value, list) or len(value) != 2 or not code.isdigit():
        raise DataError(NAME, f"cameo {code}", "must be a code with type and mode")
    kind, mode = str(value[0]), str(value[1])
    if not kind:
        return None, None
    if kind not in list(EventType) or (mode and mode not in MODES.get(EventType(kind), ())):
        raise DataError(NAME, f"cameo {code}", f"unknown type or mode: {kind}/{mode}")
    return EventType(kind), mode or None


def _to_cameo(rows: Table, known: Table) -> Mapping[tuple[EventType, str | None], str]:
    found: dict[tuple[EventType, str | None], str] = {}
    for key, code in rows.items():
        kind, _, mode = key.partition("/")
        if kind not in list(EventType) or (mode and mode not in MODES.get(EventType(kind), ())) or code not in known:
            raise DataError(NAME, f"to_cameo {key}", "unknown type, mode or CAMEO code")
        found[EventType(kind), mode or None] = str(code)
    missing = [kind.value for kind in EventType if (kind, None) not in found]
    if missing:
        raise DataError(NAME, "to_cameo", f"has no code for {', '.join(missing)}")
    return found
