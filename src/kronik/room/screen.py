"""What a screen is given and what it gives: one question, one answer in several forms."""

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from kronik.chronicle.browsing.desk import Desk
from kronik.chronicle.queries import day_span
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.values import Row
from kronik.errors import KronikError, UsageError
from kronik.room.address import Address
from kronik.room.memory import Memory
from kronik.room.reference import Reference
from kronik.room.state import State
from kronik.web.wording import Wording

PAGE_ROWS = 50
"""Rows of a list on one page."""
LAST_PAGE = 400
"""Last page of a list that can be asked for: 20,000 rows are not paged through, they are narrowed or downloaded."""

_ID = re.compile(r"[0-9a-f]{6,64}", re.ASCII)


Answer = TypeVar("Answer")


class RoomError(KronikError):
    """A question without an answer; ``key`` names the label that says so, ``status`` the HTTP status."""

    def __init__(self, status: int, key: str, value: str = "") -> None:
        super().__init__(key)
        self.status = status
        self.key = key
        self.value = value


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table to take along: names of the columns, and the rows."""

    columns: tuple[str, ...]
    rows: Iterable[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """An answer.

    Attributes:
        template: name of the page's template.
        title: of the page.
        view: what the page shows, a frozen record: the JSON twin is made of it.
        sheet: makes the table of the answer, all of it; None where there is none.
        chart: makes the drawing of the answer; None where there is none.
        place: which of the room's screens this is part of, for the navigation.
    """

    template: str
    title: str
    view: object
    sheet: Callable[[], Sheet] | None = None
    chart: Callable[[], str] | None = None
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One question, and where its answer is looked up. The desk and the chronicle belong to this visit alone.

    ``origin`` is what stands before an address of the room in the visitor's browser; empty in an edition.
    """

    address: Address
    name: str
    t: Wording
    desk: Desk
    chronicle: Chronicle
    state: State
    reference: Reference
    memory: Memory
    origin: str = ""

    def day(self, name: str) -> str | None:
        """Return a day, month or year that is asked for. Raises RoomError when it is none."""
        value = self.address.get(name)
        if value is not None:
            try:
                day_span(value)
            except UsageError as error:
                raise RoomError(400, "room.error.day", value) from error
        return value

    def kept(self, question: Hashable, make: Callable[[], Answer]) -> Answer:
        """Return an answer that depends on the state of the chronicle and this question alone, made once."""
        stories = self.state.stories
        made_of = (self.state.side, None if stories is None else (stories.told, stories.events), self.state.same)
        return self.memory.answer((made_of, question), make)

    @property
    def page(self) -> int:
        """The page of a list, from 1. Raises RoomError when the question names no such page."""
        value = self.address.get("page") or "1"
        if not value.isascii() or not value.isdecimal() or not 1 <= int(value[:6]) <= LAST_PAGE:
            raise RoomError(400, "room.error.page", value)
        return int(value)

    @property
    def first(self) -> int:
        """Index of the first row of the page."""
        return (self.page - 1) * PAGE_ROWS

    def pages(self, rows: int) -> int:
        """Return how many pages of a list of so many rows there are. Raises RoomError when this is none of them."""
        pages = min(LAST_PAGE, max(1, -(-rows // PAGE_ROWS)))
        if self.page > pages:
            raise RoomError(404, "room.error.past", str(self.page))
        return pages

    def choice(self, name: str, values: tuple[str, ...]) -> str:
        """Return the value of a name that has a closed list of values; the first for none or another."""
        value = self.address.get(name)
        return value if value in values else values[0]

    def page_id(self) -> str:
        """Return the id of the page that the path names. Raises RoomError when there is none."""
        name = self.name
        if not _ID.fullmatch(name):
            raise RoomError(404, "room.error.article")
        try:
            return self.chronicle.resolve(name)
        except UsageError as error:
            raise RoomError(404, "room.error.article") from error
