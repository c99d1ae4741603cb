"""Where the sample pages lie, and what is expected of them.

The pages stand in a folder of their own, so that a build of it reads nothing else.
"""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

PACKAGE = "kronik.samples"
PAGES = "pages"
EXPECTED = "expected.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Characters of a page text: half-open code points, and which of its occurrences it is, counted from 1."""

    quote: str
    start: int
    end: int
    nth: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedDebris(Quotation):
    """A stretch that is not the article's prose. HTML pages list only what stands between the lines of the body."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedTime(Quotation):
    """A time with its EDTF value."""

    value: str
    mod: str | None = None
    conflict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedActor:
    """Who takes part, and where the prose names it."""

    key: str
    name: str
    kind: str
    country: str | None
    sector: str
    mentions: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedStatement:
    """Who said what; speakers are keys of actors."""

    speakers: tuple[str, ...]
    speaker_quote: Quotation | None
    cue: Quotation | None
    content: tuple[Quotation, ...]
    kind: str
    via: Quotation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedEvent:
    """One report, coded in PLOVER; roles are keys of actors."""

    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    triggers: tuple[Quotation, ...]
    date: str | None
    place: Quotation | None
    where: dict[str, str] | None
    status: str
    claimed_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    figures: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedBound:
    """Bound of the publication day of a page without a stamp."""

    not_before: str | None = None
    not_after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedPage:
    """Canonical uri of the page; two versions of one page share it."""

    uri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedRecord:
    """What a right reading of one sample says, in the shape of the gold guidelines.

    Attributes:
        id: place of the sample: path in the folder of pages, and ``#n`` for the n-th row or item of a file, from 1.
        page: its canonical uri.
        prose: one paragraph a line, one space between words, no empty line.
        completeness: None where the sample does not tell.
        no_pack: no language pack for its language, so that the sections after ``debris`` are missing.
    """

    id: str
    page: ExpectedPage
    language: str
    kind: str
    headline: str | None
    outlet: str | None
    byline: str | None
    published: str | None
    published_time: str | None
    published_bound: ExpectedBound | None
    completeness: str | None
    prose: str
    debris: tuple[ExpectedDebris, ...]
    times: tuple[ExpectedTime, ...] = ()
    actors: tuple[ExpectedActor, ...] = ()
    statements: tuple[ExpectedStatement, ...] = ()
    events: tuple[ExpectedEvent, ...] = ()
    no_pack: bool = False


def sample_folder() -> AbstractContextManager[Path]:
    """Return a context whose value is the folder of the sample pages; it may be gone when the context ends."""
    return as_file(_package() / PAGES)


def expected_records() -> tuple[ExpectedRecord, ...]:
    """Return the expected record of every sample, in order of id."""
    lines = (_package() / EXPECTED).read_bytes().splitlines()
    decoder = msgspec.json.Decoder(ExpectedRecord)
    return tuple(decoder.decode(line) for line in lines)


def _package() -> Traversable:
    return files(PACKAGE)
