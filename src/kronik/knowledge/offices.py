"""Persons in offices, and titles, from their tables."""

from collections.abc import Iterator

from kronik.errors import DataError
from kronik.knowledge.facts import OF_BODY, SECTORS, TITLE_KINDS, Holding, Title
from kronik.knowledge.periods import period_of
from kronik.knowledge.tables import Table, check_members, listed, rows

COLUMNS = ("country", "office", "of", "sector", "person", "variants", "from", "to", "as_of", "common")
"""Columns of ``offices.tsv``; what an office is of and the variants of a name may be empty."""
TITLE_COLUMNS = ("name", "kind", "sector", "variants", "of", "heads", "many")
"""Columns of ``titles.tsv``; the first two are filled."""
YES = "yes"
_MARK = frozenset(("", YES))
FOLLOWERS = frozenset(("", "state", "territory", "body"))


def read_offices(table: Table) -> Iterator[Holding]:
    """Yield the holdings of a table; countries and titles are checked when all are known.

    Raises:
        DataError: a row is wrong, or an office without an end does not say until when it is known.
    """
    for country, office, of, sector, person, variants, since, until, as_of, common in rows(table, COLUMNS, 2):
        names = listed(variants)
        if sector not in SECTORS:
            raise DataError(table.name, f"{country} {office} {person}", f"unknown sector {sector!r}")
        if not person or not since or bool(until) == bool(as_of):
            reason = "needs a person, a beginning, and either its end or the day until which it is known"
            raise DataError(table.name, f"{country} {office} {person}", reason)
        if common not in _MARK:
            raise DataError(table.name, f"{country} {office} {person}", f"common is {common!r}, not {YES!r} or empty")
        if names:
            check_members(table, person, (person, *names))
        try:
            period = period_of(since, until, as_of)
        except ValueError as error:
            raise DataError(table.name, f"{country} {office} {person}", str(error)) from error
        yield Holding(
            country=country,
            office=office,
            of=of,
            sector=sector,
            person=person,
            variants=names,
            period=period,
            common=common == YES,
        )


def read_titles(table: Table) -> Iterator[Title]:
    """Yield the titles of a table.

    Raises:
        DataError: a row is wrong.
    """
    for name, kind, sector, variants, of, heads, many in rows(table, TITLE_COLUMNS, 2):
        if kind not in TITLE_KINDS:
            raise DataError(table.name, name, f"unknown kind {kind!r}")
        if sector and sector != OF_BODY and sector not in SECTORS:
            raise DataError(table.name, name, f"unknown sector {sector!r}")
        if of not in FOLLOWERS:
            raise DataError(table.name, name, f"unknown follower {of!r}")
        if many not in _MARK:
            raise DataError(table.name, name, f"many is {many!r}, not {YES!r} or empty")
        names = listed(variants)
        check_members(table, name, (name, *names))
        yield Title(
            name=name,
            variants=names,
            kind=kind,
            sector=sector or None,
            of=of or None,
            heads=heads or None,
            many=many == YES,
        )
