"""The floors of the evaluation gate: read, written, compared and raised."""

import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace

DECIMALS = 4
"""Figures are compared and stored with as many decimals as records have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """How low a figure may be (how high, where less is better).

    Attributes:
        figure: name, as in the table.
        floor: the best that was measured and agreed on.
        tolerance: how far from it a run may be.
        because: why the tolerance is what it is.
        less_is_better: the floor is a ceiling.
    """

    figure: str
    floor: float
    tolerance: float
    because: str
    less_is_better: bool

    def holds(self, value: float) -> bool:
        """Tell whether a measured value passes."""
        gain = (self.floor - value) if self.less_is_better else (value - self.floor)
        return round(gain + self.tolerance, DECIMALS) >= 0

    def raised(self, value: float) -> "Floor":
        """Return the floor at the measured value, whichever way that is."""
        digits = 10**DECIMALS
        rounded = (math.ceil if self.less_is_better else math.floor)(round(value * digits, 6)) / digits
        return replace(self, floor=rounded)

    def is_regression(self, value: float) -> bool:
        """Tell whether moving the floor to the value would give ground."""
        return value > self.floor if self.less_is_better else value < self.floor


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """The content of floors.toml: digests by file, floors in order."""

    digests: Mapping[str, str]
    floors: tuple[Floor, ...]


def read_floors(text: str) -> Floors:
    """Return the floors of a TOML text. Raises KeyError, tomllib.TOMLDecodeError where it is wrong."""
    table = tomllib.loads(text)
    floors = [
        Floor(
            figure=name,
            floor=float(entry["floor"]),
            tolerance=float(entry["tolerance"]),
            because=str(entry["because"]),
            less_is_better=bool(entry.get("less_is_better", False)),
        )
        for name, entry in table["figures"].items()
    ]
    return Floors(digests=dict(table["digests"]), floors=tuple(floors))


def write_floors(floors: Floors, comment: str) -> str:
    """Return the TOML text of the floors under a comment."""
    lines = [comment.rstrip(), "", "[digests]"]
    lines += [f'"{name}" = "{digest}"' for name, digest in floors.digests.items()]
    for floor in floors.floors:
        lines += ["", f'[figures."{floor.figure}"]', f"floor = {floor.floor}", f"tolerance = {floor.tolerance}"]
        lines.append(f'because = "{floor.because}"')
        if floor.less_is_better:
            lines.append("less_is_better = true")
    return "\n".join(lines) + "\n"


def leading_comment(text: str) -> str:
    """Return the comment lines that a TOML text begins with."""
    found = re.match(r"(?:#.*\n|\n)*", text)
    return found[0] if found else ""


def table(floors: Floors, measured: Mapping[str, float]) -> str:
    """Return the table that a person reads: figure, measured, floor, tolerance, verdict."""
    rows = [("figure", "measured", "floor", "tolerance", "")]
    for floor in floors.floors:
        value = measured.get(floor.figure)
        bound = f"{'<=' if floor.less_is_better else '>='} {floor.floor:.4f}"
        verdict = "missing" if value is None else "" if floor.holds(value) else "FELL"
        shown = "-" if value is None else f"{value:.4f}"
        rows.append((floor.figure, shown, bound, f"{floor.tolerance:.4f}", verdict))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def fallen(floors: Floors, measured: Mapping[str, float]) -> list[str]:
    """Return the figures that are missing or do not hold."""
    return [
        floor.figure
        for floor in floors.floors
        if floor.figure not in measured or not floor.holds(measured[floor.figure])
    ]


def updated(floors: Floors, measured: Mapping[str, float], *, allow_regression: bool) -> Floors:
    """Return the floors raised to what was measured.

    Raises:
        ValueError: a floor would have to be lowered beyond its tolerance, and that was not allowed.
    """
    out = []
    for floor in floors.floors:
        value = measured[floor.figure]
        if not floor.is_regression(value) or allow_regression:
            out.append(floor.raised(value))
        elif floor.holds(value):
            out.append(floor)
        else:
            raise ValueError(
                f"{floor.figure} fell to {value}; --allow-regression would lower the floor of {floor.floor}"
            )
    return replace(floors, floors=tuple(out))
