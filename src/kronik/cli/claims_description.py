"""The claims of an event's sources as lines for a person and as rows for a program."""

import shutil
from collections.abc import Iterator, Mapping

from kronik.cli.catalogue import Catalogue
from kronik.cli.description import SHORT_ID
from kronik.cli.tables import Row, table
from kronik.stories.claims import Matrix
from kronik.stories.claims import Row as ClaimRow

CLAIM_COLUMNS = (
    "event", "rule", "type", "field", "stand", "value", "claim_sources", "outlet", "published", "copied", "page",
    "report",
)  # fmt: skip
"""One row for each value that a report gives."""

MARGIN = 30
"""Characters of a terminal's line that name and stand of a field take."""
COLUMN_WIDTH = 22
"""Characters that a source's column should have at least; sources that do not fit stand in a table below."""
FIGURE = "figure:"
"""Begins the name of a field that holds numbers."""
SEVERAL = "; "


def claim_rows(matrices: tuple[Matrix, ...], *, short: bool = False) -> Iterator[Row]:
    """Yield a row for each value of each report, in order of events, fields and values."""

    def shown(name: str | None) -> str | None:
        return name[:SHORT_ID] if short and name else name

    for found in matrices:
        event = found.event
        for row in found.rows:
            for claim in row.claims:
                for at in claim.columns:
                    source = found.columns[at]
                    yield (
                        shown(event.id), event.rule, event.tellings[0].report.type, row.field, row.stand.value,
                        claim.value, claim.sources, source.outlet, source.published, shown(source.copy_of),
                        shown(source.page), shown(source.report),
                    )  # fmt: skip


def claim_lines(found: Matrix, text: Catalogue) -> Iterator[str]:
    """Yield the matrix of an event as lines: what it is, who denies it, and a table of fields by sources."""
    event = found.event
    report = event.tellings[0].report
    kind = "/".join(filter(None, (report.type, report.mode)))
    key = "claims.disputed_event" if found.disputed else "claims.event"
    yield text(key, kind=kind, id=event.id[:SHORT_ID], reports=len(event.tellings), sources=event.independent)
    for denial in found.denials:
        outlet = _outlet(found, denial.column, text)
        names = SEVERAL.join(denial.by)
        yield text("claims.denied_by" if denial.by else "claims.denied", names=names, outlet=outlet)
    size = max(1, (shutil.get_terminal_size((120, 24)).columns - MARGIN) // COLUMN_WIDTH)
    for first in range(0, len(found.columns), size):
        places = range(first, min(first + size, len(found.columns)))
        labels = [text("columns.field"), text("columns.stand"), *(_outlet(found, at, text) for at in places)]
        rows = [
            (field_label(row, text), stand_label(row, text), *(_cell(row, at) for at in places)) for row in found.rows
        ]
        yield from table(labels, rows, text)


def field_label(row: ClaimRow, text: Catalogue) -> str:
    """Return the name of a field for a person."""
    if row.field.startswith(FIGURE):
        return text(f"claims.figure_{row.field.removeprefix(FIGURE)}")
    return text(f"columns.{row.field}")


def stand_label(row: ClaimRow, text: Catalogue) -> str:
    """Return how the sources stand to each other, for a person."""
    return text(f"claims.stand_{row.stand.value}")


def _cell(row: ClaimRow, at: int) -> str | None:
    return SEVERAL.join(row.cells[at]) or None


def _outlet(found: Matrix, at: int, text: Catalogue) -> str:
    source = found.columns[at]
    places: Mapping[str, int] = {column.page: place for place, column in enumerate(found.columns, 1)}
    name = f"[{at + 1}] {source.outlet or text('claims.unnamed')}"
    if source.copy_of is None:
        return name
    origin = f"[{places[source.copy_of]}]" if source.copy_of in places else source.copy_of[:SHORT_ID]
    return text("claims.copy", name=name, origin=origin)
