"""What every reader takes and gives."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NoReturn, TypeAlias

from kronik.errors import PageError
from kronik.pages.columns import ColumnNames
from kronik.pages.options import ReadLimits, ReadOptions
from kronik.pages.streams import Budget
from kronik.pages.uris import Tracking
from kronik.records.failures import Failure, FailureCode, Skipped, failure
from kronik.records.pages import Item

Found: TypeAlias = Item | Failure | Skipped
"""What reading an input gives, piece by piece."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file, or one member of an archive, open for reading.

    Attributes:
        location: how it is named in records (`kronik.records.pages.Fetch`).
        name: its file name, without the endings of containers already opened.
        stream: its bytes, buffered, from the beginning; seekable only for a file.
    """

    location: str
    name: str
    stream: io.BufferedReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What readers need to know beside the source.

    Attributes:
        options: as the user gave them.
        codec: Python's name of the encoding that the user asked for.
        names: usual names of columns.
        tracking: query parameters that canonical uris leave out.
        budget: what the archive that is being read may still unpack to.
        depth: how many archives the source lies in.
        packed: the source was inflated from gzip.
    """

    options: ReadOptions
    codec: str | None
    names: ColumnNames
    tracking: Tracking
    budget: Budget
    depth: int = 0
    packed: bool = False

    @property
    def limits(self) -> ReadLimits:
        """Bounds on what reading may cost."""
        return self.options.limits


ReadSource: TypeAlias = Callable[[Source, Context], Iterator[Found]]
"""A reader; also the one that finds the reader for a source."""


def failure_of(error: PageError) -> Failure:
    """Return the failure row of an error."""
    return failure(error.location, FailureCode(error.code), error.reason)


def refuse(location: str, code: FailureCode, reason: str) -> NoReturn:
    """Raise the error of a source that cannot be read."""
    raise PageError(location, code, reason)
