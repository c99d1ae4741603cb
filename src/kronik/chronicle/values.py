"""Values of the store's columns, checked as they are read back: what is not as written is damage of the file."""

from collections.abc import Sequence

import msgspec

from kronik.records.spans import Evidence, Slice

Value = str | int | float | bytes | None
Row = tuple[Value, ...]
"""One row, values in the order of the table's columns in schema.sql."""

NOTHING = "[]"
"""No evidence, as it is stored."""

_EVIDENCE = msgspec.json.Decoder(tuple[Evidence, ...])
_SLICES = msgspec.json.Decoder(tuple[Slice, ...])


def json_of(value: Sequence[object]) -> str:
    """Return records as JSON."""
    return msgspec.json.encode(value).decode()


def evidence_of(value: Value) -> tuple[Evidence, ...]:
    """Return what `json_of` made of evidence. Raises ValueError or MsgspecError."""
    written = text_of(value)
    return () if written == NOTHING else _EVIDENCE.decode(written)


def slices_of(value: Value) -> tuple[Slice, ...]:
    """Return what `json_of` made of slices. Raises ValueError or MsgspecError."""
    return _SLICES.decode(text_of(value))


def text_of(value: Value) -> str:
    """Return a value that must be text. Raises ValueError."""
    if not isinstance(value, str):
        raise ValueError(f"text expected, not {value!r}")  # noqa: TRY004  (damage of the file, not a programmer's type)
    return value


def known_text(value: Value) -> str | None:
    """Return a value that is text or missing. Raises ValueError."""
    return None if value is None else text_of(value)


def whole_of(value: Value) -> int:
    """Return a value that must be a whole number. Raises ValueError."""
    if not isinstance(value, int):
        raise ValueError(f"whole number expected, not {value!r}")  # noqa: TRY004  (damage of the file, as above)
    return value


def decimal_of(value: Value) -> float:
    """Return a value that must be a decimal number. Raises ValueError."""
    if not isinstance(value, float):
        raise ValueError(f"decimal number expected, not {value!r}")  # noqa: TRY004  (damage of the file, as above)
    return value


def octets_of(value: Value) -> bytes:
    """Return a value that must be bytes. Raises ValueError."""
    if not isinstance(value, bytes):
        raise ValueError(f"bytes expected, not {value!r}")  # noqa: TRY004  (damage of the file, as above)
    return value
