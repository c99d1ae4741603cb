"""Items as read, and pages as projected from them."""

from dataclasses import dataclass
from enum import StrEnum

from kronik.records.identifiers import identify
from kronik.records.spans import TEXT_PART, Slice


class Media(StrEnum):
    """What the bytes of an item are."""

    TEXT = "text/plain"
    HTML = "text/html"
    ROW = "application/vnd.kronik.row+json"
    """UTF-8 JSON ``{"parts": {name: string}, "html": string or null}``: a row of a table or an item of a feed.
    With ``html`` the page text is projected from it; without, ``parts["text"]`` is the page text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """Where and when an item was found.

    Attributes:
        location: as the input was named: path relative to INPUT (or its name), inner path after ``!``, row or record
            number after ``#``. Never an absolute path.
        url: the address as given, before it was made canonical; None for a file without one.
        fetched: RFC 3339 time of fetching where the container tells it (WARC-Date), else None.
    """

    location: str
    url: str | None = None
    fetched: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """The raw unit that a reader yields and that travels in shards: the bytes of one page.

    Attributes:
        uri: canonical uri (DESIGN, section 4), or the location for a file without a url.
        media: what ``data`` is.
        encoding: Python codec name that ``data`` is decoded with; detected or declared.
        data: the bytes.
        fetch: where and when it was found.
        partial: True when the source says that this is only a summary (a feed item without content).
    """

    uri: str
    media: Media
    encoding: str
    data: bytes
    fetch: Fetch
    partial: bool = False

    @property
    def digest(self) -> str:
        """Identity of the bytes and how they are read; a build looks it up to know that the item is already there."""
        return identify("item", self.uri, self.media, self.encoding, int(self.partial), self.data)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A named string of a page with its own offsets."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What came from one place at one time.

    Attributes:
        id: hash of projection version, canonical uri and parts.
        uri: canonical uri.
        media: what it was read from.
        encoding: the encoding it was decoded with.
        projection: name and version of the projection that made the parts (``html/1``).
        parts: the named strings, sorted by name; ``text`` is the page text.
        breaks: code points of the page text where a block or a line break begins or ends, ascending; empty for text.
        hidden: slices of the page text inside script, style, template and noscript.
        partial: only a summary, says the source.
        markup: decoded HTML source for the article stage; None for text. Not part of the page's identity.
    """

    id: str
    uri: str
    media: Media
    encoding: str
    projection: str
    parts: tuple[Part, ...]
    breaks: tuple[int, ...] = ()
    hidden: tuple[Slice, ...] = ()
    partial: bool = False
    markup: str | None = None

    @property
    def text(self) -> str:
        """The page text."""
        return self.part(TEXT_PART) or ""

    def part(self, name: str) -> str | None:
        """Return the part of this name, or None."""
        for part in self.parts:
            if part.name == name:
                return part.text
        return None


def page_id(projection: str, uri: str, parts: tuple[Part, ...]) -> str:
    """Return the id of a page: hash(projection version, canonical uri, parts)."""
    fields = [field for part in sorted(parts, key=lambda part: part.name) for field in (part.name, part.text)]
    return identify("page", projection, uri, *fields)
