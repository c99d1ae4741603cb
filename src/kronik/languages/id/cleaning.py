"""Reads the Indonesian cleaning data: markers of debris, dateline places and outlets, byline labels, signs of kind."""

import re
import tomllib
from typing import cast

from kronik.errors import DataError
from kronik.languages.cleaning import Cleaning, Form, KindSign, Marker, Place, folded
from kronik.languages.id.packaged import text_of
from kronik.languages.strays import read_model
from kronik.records.articles import Kind, Reason

MARKERS = "markers.toml"
WORDS = "cleaning_words.toml"
KINDS = "kinds.toml"
STRAYS = "strays.toml"
MARKER_KEYS = frozenset(
    {
        "id",
        "reason",
        "form",
        "pattern",
        "place",
        "takes_titles",
        "heads_list",
        "ends_article",
        "cut",
        "max_chars",
        "unsure",
        "signs",
        "opens",
    }
)
WORD_LISTS = frozenset(
    {
        "places",
        "outlets",
        "outlet_heads",
        "section_words",
        "writer_labels",
        "editor_labels",
        "and_words",
        "ahead_words",
        "small_words",
        "place_words",
        "announcing_words",
        "common_words",
        "own_words",
        "near_words",
    }
)
FIELDS = frozenset({"title", "section", "uri", "lead"})

Table = dict[str, object]


def load_cleaning() -> Cleaning:
    """Return the Indonesian cleaning knowledge. Costs file reads.

    Raises:
        DataError: a data file has an unknown key, a duplicate or a pattern that does not compile.
    """
    markers, words = _table(MARKERS), _table(WORDS)
    lists = {name: _words(name, words.pop(name, None)) for name in sorted(WORD_LISTS)}
    near = words.pop("near_languages", None)
    if not isinstance(near, list) or words.keys() - {"source"}:
        raise DataError(
            WORDS, ", ".join(sorted(words.keys() - {"source"})), "unknown key, or near_languages is no list"
        )
    return Cleaning(
        markers=_markers(_rows(MARKERS, markers, "marker")),
        read_more=_pattern(MARKERS, "read_more", markers.get("read_more")),
        read_more_signs=_signs(MARKERS, "read_more_signs", markers.get("read_more_signs", [])),
        kinds=_kinds(_rows(KINDS, _table(KINDS), "kind")),
        near_languages=tuple(str(code) for code in near),
        strays=read_model(text_of(STRAYS), STRAYS),
        **lists,
    )


def _table(name: str) -> Table:
    try:
        return tomllib.loads(text_of(name))
    except tomllib.TOMLDecodeError as error:
        raise DataError(name, "", str(error)) from error


def _rows(file: str, table: Table, name: str) -> list[Table]:
    rows = table.get(name)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise DataError(file, name, "must be an array of tables")
    return cast("list[Table]", rows)


def _words(name: str, value: object) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise DataError(WORDS, name, "must be a list of words")
    folded = [str(word).casefold() for word in value]
    double = sorted({word for word in folded if folded.count(word) > 1})
    if double:
        raise DataError(WORDS, name, f"stands twice: {', '.join(double)}")
    return frozenset(folded)


def _pattern(file: str, key: str, value: object) -> re.Pattern[str]:
    if not isinstance(value, str):
        raise DataError(file, key, "needs a pattern")
    try:
        return re.compile(value, re.IGNORECASE)
    except re.error as error:
        raise DataError(file, key, f"pattern does not compile: {error}") from error


def _markers(rows: list[Table]) -> tuple[Marker, ...]:
    seen: set[str] = set()
    out = []
    for row in rows:
        key = str(row.get("id", ""))
        if not key or key in seen:
            raise DataError(MARKERS, key, "needs an id of its own")
        if row.keys() - MARKER_KEYS:
            raise DataError(MARKERS, key, f"unknown key: {', '.join(sorted(row.keys() - MARKER_KEYS))}")
        seen.add(key)
        try:
            reason, form, place = (
                Reason(str(row["reason"])),
                Form(str(row["form"])),
                Place(str(row.get("place", "any"))),
            )
        except (KeyError, ValueError) as error:
            raise DataError(MARKERS, key, f"wrong reason, form or place: {error}") from error
        out.append(
            Marker(
                id=key,
                reason=reason,
                form=form,
                place=place,
                pattern=_pattern(MARKERS, key, row.get("pattern")),
                takes_titles=row.get("takes_titles") is True,
                heads_list=row.get("heads_list") is True,
                ends_article=row.get("ends_article") is True,
                cut=row.get("cut") is True,
                max_chars=int(str(row.get("max_chars", 0))),
                unsure=row.get("unsure") is True,
                signs=_signs(MARKERS, key, row.get("signs", [])),
                opens=_signs(MARKERS, key, row.get("opens", [])),
            )
        )
    return tuple(out)


def _signs(file: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(
        isinstance(sign, str) and sign and sign == folded(sign) for sign in value
    ):
        raise DataError(file, key, "signs and opens must be lists of small letters")
    return tuple(value)


def _kinds(rows: list[Table]) -> tuple[KindSign, ...]:
    out = []
    for row in rows:
        key = f"{row.get('kind')}/{row.get('field')}"
        if row.keys() - {"signs"} != {"kind", "field", "pattern"} or row["field"] not in FIELDS:
            raise DataError(KINDS, key, "needs kind, field and pattern, and may have signs")
        try:
            kind = Kind(str(row["kind"]))
        except ValueError as error:
            raise DataError(KINDS, key, str(error)) from error
        pattern, signs = _pattern(KINDS, key, row["pattern"]), _signs(KINDS, key, row.get("signs", []))
        out.append(KindSign(kind=kind, field=str(row["field"]), pattern=pattern, signs=signs))
    return tuple(out)
