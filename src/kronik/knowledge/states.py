"""States from their table."""

import re
from collections.abc import Iterator

from kronik.errors import DataError
from kronik.knowledge.facts import Naming, State
from kronik.knowledge.periods import Period, period_of
from kronik.knowledge.tables import Table, check_members, listed, rows

COLUMNS = (
    "alpha3", "status", "names", "english", "demonyms", "capitals", "seats", "former", "doubts", "from", "to",
)  # fmt: skip
"""Columns of ``states.tsv``; the first four are filled."""
STATUSES = frozenset(("member", "observer", "disputed", "associated", "territory", "former"))
DEFAULT, ALSO = "default", "also"
"""Marks of a name that two states share: the one that is meant when nothing says otherwise, and the other."""
DOUBTS = frozenset(("person", "place", "word", "body", DEFAULT, ALSO))
_ALPHA3 = re.compile("[A-Z]{3}")


def read_states(table: Table) -> Iterator[State]:
    """Yield the states of a table.

    Raises:
        DataError: a row is wrong.
    """
    for row in rows(table, COLUMNS, 4):
        alpha3, status, names, english, demonyms, capitals, seats, former, doubts, since, until = row
        if not _ALPHA3.fullmatch(alpha3):
            raise DataError(table.name, alpha3, "is no alpha-3 code")
        if status not in STATUSES:
            raise DataError(table.name, alpha3, f"unknown status {status!r}")
        state = State(
            alpha3=alpha3,
            status=status,
            name=listed(names)[0],
            names=listed(names),
            english=listed(english),
            demonyms=listed(demonyms),
            capitals=listed(capitals),
            seats=listed(seats),
            former=tuple(_former(table, alpha3, entry) for entry in listed(former)),
            doubts=tuple(_doubt(table, alpha3, entry) for entry in listed(doubts)),
            period=_period(table, alpha3, since, until),
        )
        _check(table, state)
        yield state


def namings(state: State) -> Iterator[tuple[str, Naming]]:
    """Yield every text that names a state, and the way, the surest first."""
    yield from ((name, Naming.NAME) for name in state.names)
    yield from ((name, Naming.FORMER) for name, _ in state.former)
    yield from ((name, Naming.ENGLISH) for name in state.english)
    yield from ((name, Naming.SEAT) for name in state.seats)
    yield from ((name, Naming.CAPITAL) for name in state.capitals)
    yield from ((name, Naming.DEMONYM) for name in state.demonyms)


def _former(table: Table, alpha3: str, entry: str) -> tuple[str, Period]:
    name, _, span = entry.rpartition(" ")
    since, slash, until = span.partition("/")
    if not name or not slash:
        raise DataError(table.name, alpha3, f"former name {entry!r} is not 'name from/to'")
    return name, _period(table, alpha3, since.replace("..", ""), until.replace("..", ""))


def _doubt(table: Table, alpha3: str, entry: str) -> tuple[str, str]:
    name, _, reason = entry.rpartition(":")
    if not name or reason not in DOUBTS:
        raise DataError(table.name, alpha3, f"doubt {entry!r} is not 'name:reason' with one of {sorted(DOUBTS)}")
    return name, reason


def _period(table: Table, alpha3: str, since: str, until: str) -> Period:
    try:
        return period_of(since, until)
    except ValueError as error:
        raise DataError(table.name, alpha3, str(error)) from error


def _check(table: Table, state: State) -> None:
    for members in (state.names, state.english, state.demonyms, state.capitals, state.seats):
        check_members(table, state.alpha3, members)
    known = {name for name, _ in namings(state)}
    for name, _ in state.doubts:
        if name not in known:
            raise DataError(table.name, state.alpha3, f"doubt about {name!r}, which is none of its names")
