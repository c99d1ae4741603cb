"""Reading of a language's data files: words, rules, holidays. Whatever is wrong in them is told when they load."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date

from kronik.errors import DataError
from kronik.languages.temporal import numbers
from kronik.languages.temporal.feasts import Feasts, Holiday
from kronik.languages.temporal.grammar import Grammar, RuleText, compile_grammar
from kronik.languages.temporal.making import MAKERS
from kronik.languages.temporal.tokens import BREAK, HEAD, NAME, PUNCTUATION, UNKNOWN, Lexicon, Word, lexicon_of, normal

MADE_KINDS = ("Num", "Clk", "Off", "Day", "Mon", "Yr", "Per", "Mom", "Many")
FEAST = "feast"
RULE_KEYS = {"id", "level", "pattern", "make", "out", "left", "not_left", "right", "not_right"}
ARGUMENTS = {"to", "season"}
"""Further settings that makers know."""
CONTEXT_KEYS = ("left", "not_left", "right", "not_right")
MOVING = "moving"
FIXED = "fixed"
FEAST_COLUMNS = ("key", "kind", "first", "last", "own_year")
FEAST_KINDS = re.compile(r"[a-z][a-z0-9-]*")


def read_lexicon(text: str, file: str) -> Lexicon:
    """Return the words of a TOML file of tables: kind, then form = number, key or [number, key].

    Raises:
        DataError: not TOML, no source, a form that stands twice, a value of another shape.
    """
    tables = _toml(text, file)
    if not isinstance(tables.pop("source", None), str):
        raise DataError(file, "source", "must be told")
    glued = tables.pop("glued", [])
    words: dict[str, Word] = {}
    for kind, forms in tables.items():
        if not isinstance(forms, dict):
            raise DataError(file, kind, "must be a table of words")
        for form, value in forms.items():
            if normal(form) in words:
                raise DataError(file, form, "stands twice")
            if not HEAD.match(form.lower()):
                raise DataError(file, form, "begins with no letter")
            words[normal(form)] = _word(kind, form, value, file)
    for form in _strings(glued, file, "glued"):
        if form not in words:
            raise DataError(file, form, "glued, but no word")
    return lexicon_of(words, _strings(glued, file, "glued"))


def _word(kind: str, form: str, value: object, file: str) -> Word:
    match value:
        case bool():
            pass
        case int():
            return Word(kind, value)
        case str():
            return Word(kind, 0, value)
        case [int() as number, str() as key]:
            return Word(kind, number, key)
    raise DataError(file, form, "a word has a number, a key, or [number, key]")


def read_grammar(text: str, lexicon: Lexicon, file: str) -> Grammar:
    """Return the compiled rules of a TOML file.

    Raises:
        DataError: not TOML, no source, an unknown key, kind, class, macro or maker, a rule that stands twice.
    """
    tables = _toml(text, file)
    if not isinstance(tables.get("source"), str) or set(tables) - {"source", "classes", "macros", "rule"}:
        raise DataError(file, "top", "holds source, classes, macros and rule")
    classes = _table_of_lists(tables.get("classes", {}), file)
    macros = _table_of_strings(tables.get("macros", {}), file)
    entries = tables.get("rule", [])
    if not isinstance(entries, list):
        raise DataError(file, "rule", "must be a list of tables")
    rules = [_rule(entry, file) for entry in entries]
    words = [word.kind for word in lexicon.words.values()]
    kinds = [*numbers.KINDS, *MADE_KINDS, UNKNOWN, NAME, BREAK, *PUNCTUATION.values(), *words]
    return compile_grammar(rules, kinds=kinds, classes=classes, macros=macros, makers=MAKERS, file=file)


def _rule(entry: object, file: str) -> RuleText:
    if not isinstance(entry, dict) or not {"id", "level", "pattern", "make", "out"} <= set(entry):
        raise DataError(file, str(entry)[:40], "a rule has id, level, pattern, make and out")
    name = str(entry["id"])
    level = entry["level"]
    if not isinstance(level, int):
        raise DataError(file, name, "level must be a number")
    arguments = {key: str(value) for key, value in entry.items() if key not in RULE_KEYS}
    if set(arguments) - ARGUMENTS:
        raise DataError(file, name, f"unknown keys {sorted(set(arguments) - ARGUMENTS)}")
    left, not_left, right, not_right = (str(entry.get(key, "")) for key in CONTEXT_KEYS)
    return RuleText(
        id=name,
        level=level,
        pattern=str(entry["pattern"]),
        make=str(entry["make"]),
        out=str(entry["out"]),
        left=left,
        not_left=not_left,
        right=right,
        not_right=not_right,
        arguments=arguments,
    )


def read_feasts(text: str, file: str) -> Feasts:
    """Return the holidays of a TSV file: key, fixed or moving, first day, last day, year of the own calendar.

    A fixed holiday has ``MM-DD`` as its first day and nothing after it. Lines that begin with # are notes.

    Raises:
        DataError: a line of another shape, a holiday that stands twice in one year, no source line.
    """
    if not text.startswith("# source:"):
        raise DataError(file, "source", "the first line must be '# source: ...'")
    fixed: dict[str, tuple[int, int]] = {}
    moving: dict[str, list[Holiday]] = {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        fields = [*line.split("\t"), "", "", ""][: len(FEAST_COLUMNS)]
        key, kind, first, last, own_year = fields
        try:
            if kind == FIXED and key not in fixed and FEAST_KINDS.fullmatch(key):
                month, day = first.split("-")
                fixed[key] = (int(month), int(day))
            elif kind == MOVING:
                start = date.fromisoformat(first)
                holiday = Holiday(
                    first=start, last=date.fromisoformat(last) if last else start, own_year=int(own_year or 0)
                )
                moving.setdefault(key, []).append(holiday)
            else:
                raise DataError(file, line, "a holiday is fixed, once, or moving")
        except ValueError as error:
            raise DataError(file, line, f"cannot be read: {error}") from error
    ordered = {key: tuple(sorted(days, key=lambda one: one.first)) for key, days in moving.items()}
    for key, days in ordered.items():
        if len({one.first for one in days}) != len(days):
            raise DataError(file, key, "stands twice on one day")
    return Feasts(fixed=fixed, moving=ordered)


def check_feasts(lexicon: Lexicon, feasts: Feasts, file: str) -> None:
    """Check that every holiday that a word names is in the table.

    Raises:
        DataError: one is not.
    """
    for word in lexicon.words.values():
        if word.kind == FEAST and word.key not in feasts.fixed and word.key not in feasts.moving:
            raise DataError(file, word.key, "no holiday of this key in the table")


def _toml(text: str, file: str) -> dict[str, object]:
    try:
        return dict(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise DataError(file, "toml", str(error)) from error


def _table_of_lists(table: object, file: str) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(table, dict):
        raise DataError(file, "classes", "must be a table")
    return {str(name): tuple(_strings(kinds, file, str(name))) for name, kinds in table.items()}


def _strings(values: object, file: str, key: str) -> Sequence[str]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise DataError(file, key, "must be a list of strings")
    return values


def _table_of_strings(table: object, file: str) -> Mapping[str, str]:
    if not isinstance(table, dict) or not all(isinstance(value, str) for value in table.values()):
        raise DataError(file, "macros", "must be a table of strings")
    return {str(name): str(value) for name, value in table.items()}
