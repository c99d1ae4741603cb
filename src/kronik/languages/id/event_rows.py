"""Reads the tables of the Indonesian event lexicon and the small languages in their cells."""

import re
from collections.abc import Iterator, Mapping

from kronik.errors import DataError
from kronik.languages.coding import Argument, Condition, FormKind, Frame, Slot, Test, Where
from kronik.languages.id.packaged import text_of

FOLDER = "events"
COMMENT = "#"
NONE = "-"
"""A cell without a value."""
MUTUAL = "="
AIM = ">"
CLASS = "@"
SLOTS = {slot.value: slot for slot in Slot if slot is not Slot.OBLIQUE}
WORD = re.compile(r"[\w-]*[^\W_]")
FRAME_COLUMNS = ("frame", "verb", "result", "action", "note")

Row = Mapping[str, str]
Classes = Mapping[str, frozenset[str]]
Frames = Mapping[str, tuple[Frame, Frame, Frame]]
"""Name of a frame -> the frame for verbs, for nouns of the deed, for nouns of the doing."""


def table_text(name: str) -> str:
    """Return the characters of a data file of the event lexicon. Costs a file read."""
    return text_of(FOLDER, name)


def rows_of(name: str, text: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows of a table, each with every column; lines that begin with ``#`` and empty lines are skipped.

    Raises:
        DataError: the first line names other columns, or a row has more or fewer cells.
    """
    header: list[str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith(COMMENT):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            if tuple(header) != columns:
                raise DataError(name, f"line {number}", f"columns must be {', '.join(columns)}")
            continue
        if len(cells) != len(columns):
            raise DataError(name, f"line {number}", f"{len(cells)} cells instead of {len(columns)}")
        yield dict(zip(columns, cells, strict=True))


def frames_of(name: str, text: str) -> Frames:
    """Return the frames by name.

    Raises:
        DataError: a name stands twice, or a cell does not parse.
    """
    found: dict[str, tuple[Frame, Frame, Frame]] = {}
    for row in rows_of(name, text, FRAME_COLUMNS):
        key = row["frame"]
        if key in found:
            raise DataError(name, key, "stands twice")
        verb, result, action = (_frame(name, f"{key}.{part}", row[part]) for part in ("verb", "result", "action"))
        found[key] = (verb, result, action)
    return found


def frame_for(frames: tuple[Frame, Frame, Frame], kind: FormKind) -> Frame:
    """Return the frame of an entry that holds for a kind of form."""
    if kind is FormKind.ACTION:
        return frames[2]
    return frames[1] if kind in {FormKind.RESULT, FormKind.AGENT} else frames[0]


def groups_of(name: str, key: str, cell: str, classes: Classes) -> tuple[tuple[Condition, ...], ...]:
    """Return conditions of a cell like ``actor.sector=COP,JUD or clause.word=@law & object.given=yes``.

    Args:
        name: of the file, for the message.
        key: of the row, for the message.
        cell: groups joined by ``&``, each of conditions joined by ``or``.
        classes: word lists that ``@`` refers to.

    Raises:
        DataError: a condition does not parse or names an unknown class.
    """
    if cell == NONE:
        return ()
    return tuple(
        tuple(_condition(name, key, part.strip(), classes) for part in group.split(" or ")) for group in cell.split("&")
    )


def phrase(cell: str) -> tuple[str, ...]:
    """Return the words of a cell, lower-cased."""
    return tuple(cell.lower().split())


def _frame(file: str, name: str, cell: str) -> Frame:
    if cell == NONE:
        return Frame(name=name, actor=(), recipient=())
    if cell.endswith(MUTUAL):
        return Frame(name=name, actor=_arguments(file, name, cell[:-1]), recipient=(), mutual=True)
    actor, aim, recipient = cell.partition(AIM)
    if not aim:
        raise DataError(file, name, f"needs {AIM} or {MUTUAL}: {cell}")
    return Frame(name=name, actor=_arguments(file, name, actor), recipient=_arguments(file, name, recipient))


def _arguments(file: str, name: str, cell: str) -> tuple[Argument, ...]:
    found = []
    for part in (part.strip() for part in cell.split(",")):
        if part in {"", NONE}:
            continue
        found.append(Argument(SLOTS[part]) if part in SLOTS else Argument(Slot.OBLIQUE, tuple(part.split("|"))))
    if len({argument.slot for argument in found if argument.slot is not Slot.OBLIQUE}) != sum(
        argument.slot is not Slot.OBLIQUE for argument in found
    ):
        raise DataError(file, name, f"a place stands twice: {cell}")
    return tuple(found)


def _condition(file: str, key: str, text: str, classes: Classes) -> Condition:
    place, equals, values = text.partition("=")
    where, dot, test = place.partition(".")
    if not equals or not dot or not values:
        raise DataError(file, key, f"condition must look like where.test=values: {text}")
    try:
        return Condition(Where(where), Test(test), _values(file, key, values, classes))
    except ValueError as error:
        raise DataError(file, key, f"{error} in condition {text}") from error


def _values(file: str, key: str, cell: str, classes: Classes) -> frozenset[str]:
    found: set[str] = set()
    for part in (part.strip() for part in cell.split(",")):
        if not part.startswith(CLASS):
            if not WORD.fullmatch(part):
                raise DataError(file, key, f"is no single word: {part}")
            found.add(part)
        elif part[1:] in classes:
            found.update(classes[part[1:]])
        else:
            raise DataError(file, key, f"unknown word list: {part}")
    return frozenset(found)
