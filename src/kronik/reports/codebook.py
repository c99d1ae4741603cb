"""The codebook: every variable of a report with its values, its rule and an example, and what is not coded."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

from kronik.errors import DataError
from kronik.languages.coding import Entry, Lexicon
from kronik.records.reports import Status
from kronik.reports.ontology import Ontology

NAME = "codebook.toml"
LISTS = frozenset({"types", "modes", "quads", "scores", "contexts", "status"})
VARIABLE_KEYS = frozenset({"name", "meaning", "rule", "list", "example"})

Table = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a variable: code, meaning, an example and what is not coded by it; empty where there is nothing."""

    code: str
    meaning: str
    example: str = ""
    not_coded: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """A variable of a report: what it says, by which rule it is filled, an example, its values if they are a list."""

    name: str
    meaning: str
    rule: str
    example: str = ""
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """All that a reader of the reports needs to know.

    Attributes:
        versions: of the ontology and of the lexicon.
        source: where the codes come from.
        variables: in the order of a report's fields.
        not_coded: kinds of news that become no report.
    """

    versions: tuple[str, str]
    source: str
    variables: tuple[Variable, ...]
    not_coded: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The codebook's own data: variables without values, the name of each one's list, statuses, what is not coded."""

    variables: tuple[tuple[Variable, str, Mapping[str, str]], ...]
    status: Mapping[str, str]
    not_coded: tuple[str, ...]


def load_outline() -> Outline:
    """Return the codebook's own data. Costs a file read.

    Raises:
        DataError: a key is missing or unknown, a variable stands twice, or the statuses are not those of a report.
    """
    return read_outline(files("kronik.reports").joinpath("data", NAME).read_text(encoding="utf-8"))


def read_outline(text: str) -> Outline:
    """Return the outline that a TOML text holds.

    Raises:
        DataError: as `load_outline`.
    """
    table = tomllib.loads(text)
    if table.keys() != {"source", "not_coded", "variable", "status"}:
        raise DataError(NAME, ", ".join(sorted(table)), "key is missing or unknown")
    rows = [_variable(row) for row in table["variable"]]
    names = [variable.name for variable, _, _ in rows]
    if len(set(names)) != len(names):
        raise DataError(NAME, ", ".join(names), "a variable stands twice")
    if list(table["status"]) != [status.value for status in Status]:
        raise DataError(NAME, "status", "must hold every status once, in order")
    return Outline(
        variables=tuple(rows),
        status={str(code): str(meaning) for code, meaning in table["status"].items()},
        not_coded=tuple(str(line) for line in table["not_coded"]),
    )


def codebook_of(ontology: Ontology, lexicon: Lexicon, outline: Outline, language: str) -> Codebook:
    """Return the codebook.

    Args:
        ontology: types, modes and contexts.
        lexicon: whose entries give an example for each mode.
        outline: as `load_outline` returns it.
        language: code of the examples' language, that of the lexicon.
    """
    lists = {
        "types": tuple(_types(ontology, language)),
        "modes": tuple(_modes(ontology, lexicon)),
        "quads": tuple(Value(code=str(number), meaning=name) for number, name in ontology.quads.items()),
        "scores": tuple(_scores(ontology)),
        "contexts": tuple(Value(code=code, meaning=meaning) for code, meaning in ontology.contexts.items()),
        "status": tuple(Value(code=code, meaning=meaning) for code, meaning in outline.status.items()),
    }
    variables = tuple(
        Variable(
            name=variable.name,
            meaning=variable.meaning,
            rule=variable.rule,
            example=examples.get(language, ""),
            values=lists.get(name, ()),
        )
        for variable, name, examples in outline.variables
    )
    return Codebook(
        versions=(ontology.version, lexicon.version),
        source=ontology.source,
        variables=variables,
        not_coded=outline.not_coded,
    )


def _types(ontology: Ontology, language: str) -> Iterator[Value]:
    for kind in ontology.types:
        example = kind.examples.get(language, "")
        yield Value(code=kind.type.value, meaning=kind.meaning, example=example, not_coded=kind.not_coded)


def _modes(ontology: Ontology, lexicon: Lexicon) -> Iterator[Value]:
    best: dict[tuple[str, str | None], Entry] = {}
    for entry in sorted(lexicon.entries, key=lambda entry: (-entry.weight, entry.id)):
        best.setdefault((entry.type.value, entry.mode), entry)
    for kind in ontology.types:
        for mode in kind.modes:
            found = best.get((kind.type.value, mode.code))
            code = f"{kind.type.value}/{mode.code}"
            yield Value(code=code, meaning=mode.meaning, example=found.example if found else "")


def _scores(ontology: Ontology) -> Iterator[Value]:
    for kind in ontology.types:
        yield Value(code=kind.type.value, meaning=str(kind.score))
        for mode in kind.modes:
            if mode.score != kind.score:
                yield Value(code=f"{kind.type.value}/{mode.code}", meaning=str(mode.score))


def _variable(row: Table) -> tuple[Variable, str, Mapping[str, str]]:
    name, values = str(row.get("name", "")), str(row.get("list", ""))
    if row.keys() - VARIABLE_KEYS or {"name", "meaning", "rule"} - row.keys() or (values and values not in LISTS):
        raise DataError(NAME, name, "key is missing or unknown, or the list is")
    examples = cast("Mapping[str, object]", row.get("example", {}))
    variable = Variable(name=name, meaning=str(row["meaning"]), rule=str(row["rule"]))
    return variable, values, {str(language): str(text) for language, text in examples.items()}
