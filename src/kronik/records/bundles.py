"""What the stages make of one page, and what a shard makes of many."""

from dataclasses import dataclass

from kronik.records.articles import Article
from kronik.records.failures import Failure
from kronik.records.findings import Findings
from kronik.records.pages import Fetch, Media, Page
from kronik.records.times import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Which stage made a section of a bundle: name, version, and digest of the settings that it depends on."""

    stage: str
    version: str
    settings: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """The bytes that a page was projected from, uncompressed."""

    media: Media
    encoding: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """One page and all that was derived from it alone.

    Attributes:
        page: the page, without its markup.
        raw: the bytes it came from; None when the settings leave them out.
        article: the news item in it.
        times: its times in order of place; None when the language has no pack for them (``no_pack``).
        findings: places, actors, statements and reports; None when the language has no grammar in its pack.
    """

    page: Page
    raw: Raw | None
    article: Article
    times: tuple[Time, ...] | None
    findings: Findings | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one item: a bundle or a failure, never both.

    Attributes:
        digest: digest of the item.
        fetch: where and when it was found.
        bundle: None on failure.
        failure: None on success.
    """

    digest: str
    fetch: Fetch
    bundle: Bundle | None = None
    failure: Failure | None = None
