"""Organisations and families of organisations from their tables."""

from collections.abc import Iterator

from kronik.errors import DataError
from kronik.knowledge.facts import KINDS, SECTORS, Family, Organisation
from kronik.knowledge.periods import period_of
from kronik.knowledge.tables import Table, check_members, listed, rows

COLUMNS = (
    "id", "names", "acronyms", "kind", "country", "sector", "parent", "from", "to", "context", "note",
)  # fmt: skip
"""Columns of ``organisations.tsv``; names or acronyms may be empty, not both."""
FAMILY_COLUMNS = ("id", "heads", "slot", "kind", "sector", "country", "parent")
"""Columns of ``families.tsv``; the first five are filled."""
SLOTS = frozenset(("place", "state"))


def read_organisations(table: Table) -> Iterator[Organisation]:
    """Yield the organisations of a table; countries and parents are checked when all are known.

    Raises:
        DataError: a row is wrong.
    """
    for row in rows(table, COLUMNS, 1):
        key, names, acronyms, kind, country, sector, parent, since, until, context, note = row
        if not (names or acronyms):
            raise DataError(table.name, key, "has no name")
        _check_code(table, key, kind, sector)
        try:
            period = period_of(since, until)
        except ValueError as error:
            raise DataError(table.name, key, str(error)) from error
        found = Organisation(
            id=key,
            names=listed(names),
            acronyms=listed(acronyms),
            kind=kind,
            country=country or None,
            sector=sector,
            parent=parent or None,
            period=period,
            context=listed(context),
            note=note,
        )
        check_members(table, key, (*found.names, *found.acronyms))
        check_members(table, key, found.context)
        yield found


def read_families(table: Table) -> Iterator[Family]:
    """Yield the families of a table.

    Raises:
        DataError: a row is wrong.
    """
    for key, heads, slot, kind, sector, country, parent in rows(table, FAMILY_COLUMNS, 5):
        if slot not in SLOTS:
            raise DataError(table.name, key, f"unknown slot {slot!r}")
        _check_code(table, key, kind, sector)
        check_members(table, key, listed(heads))
        yield Family(
            id=key,
            heads=listed(heads),
            slot=slot,
            kind=kind,
            country=country or None,
            sector=sector,
            parent=parent or None,
        )


def _check_code(table: Table, key: str, kind: str, sector: str) -> None:
    if kind not in KINDS:
        raise DataError(table.name, key, f"unknown kind {kind!r}")
    if sector not in SECTORS:
        raise DataError(table.name, key, f"unknown sector {sector!r}")
