"""Failure rows: what could not be read, and why."""

from dataclasses import dataclass
from enum import StrEnum

from kronik.records.identifiers import identify


class FailureCode(StrEnum):
    """Why a page or an input could not be read."""

    EMPTY = "empty"
    """Nothing is there, or only white space."""
    NOT_TEXT = "not_text"
    """Binary data where text was expected."""
    ENCODING = "encoding"
    """The declared or asked encoding is unknown, or the bytes do not fit it."""
    BROKEN = "broken"
    """The container is damaged: truncated gzip, bad zip, bad JSON, bad Parquet, bad XML."""
    COLUMNS = "columns"
    """The table has no column that could be the page text."""
    TOO_LARGE = "too_large"
    """A page or line beyond the size limit."""
    BOMB = "bomb"
    """An archive that unpacks to far more than it packs."""
    UNSUPPORTED = "unsupported"
    """A kind of file that no reader takes, or whose reader is not installed."""
    UNREADABLE = "unreadable"
    """The operating system refuses the file."""
    RESOURCE = "resource"
    """Time or memory limit, or a worker that died; tried again by the next build."""
    INTERNAL = "internal"
    """A fault of Kronik's own on this page; please report it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A page, or a whole input, that could not be read.

    Attributes:
        id: hash of location and digest.
        location: where it stands, as the input was named: ``folder/file.csv#12``; never an absolute path.
        code: the kind of failure.
        reason: one line for a person.
        digest: digest of the item that failed; empty when the input gave none.
    """

    id: str
    location: str
    code: FailureCode
    reason: str
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Records of a container that are no pages and no failures, counted by reason.

    Attributes:
        location: the container, as the input was named.
        reason: why they are no pages: ``status 404``, ``content type image/png``, ``record type request``.
        count: how many.
    """

    location: str
    reason: str
    count: int


def failure(location: str, code: FailureCode, reason: str, digest: str = "") -> Failure:
    """Return the failure row of a location."""
    return Failure(id=identify("failure", location, digest), location=location, code=code, reason=reason, digest=digest)
