"""Metadata of an HTML page: what its attributes, its JSON-LD and the lines about its headline say."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kronik.articles.body import Body, body_of
from kronik.articles.fields import site_of
from kronik.articles.lines import Line, lines_of
from kronik.articles.markup_linked import Linked, Value, linked_of
from kronik.articles.markup_moments import Moment, Published, machine_moment, printed_moment, published_of
from kronik.languages.pack import LanguagePack
from kronik.records.articles import Conflict, Reading
from kronik.records.pages import Page
from kronik.records.spans import Evidence, Slice, complement, evidence

MOMENT_PARTS = (
    "meta:article:published_time",
    "meta:og:article:published_time",
    "meta:datepublished",
    "itemprop:datepublished",
    "meta:dtk:publishdate",
    "meta:content_publisheddate",
    "meta:publishdate",
    "meta:pubdate",
    "meta:parsely-pub-date",
    "meta:sailthru.date",
    "meta:dc.date.issued",
    "meta:dc.date",
    "meta:date",
    "time:datetime",
    "meta:dtk:publishdateunix",
)
"""Parts that tell the publication moment, in order of trust."""
SECTION_PARTS = ("meta:article:section", "meta:articlesection", "meta:section", "itemprop:articlesection")
WRITER_PARTS = ("meta:dtk:author", "meta:author", "meta:content_author", "meta:byl", "meta:dc.creator")
HEADLINE_PARTS = ("meta:og:title", "meta:twitter:title", "meta:title")

STAMP_LENGTH = 160
"""Most characters of a line that may be a stamp or a byline with one."""
LINES_BEFORE = 6
"""Lines above a headline, or above a body without one, that may hold the stamp."""
LINES_AFTER = 6
"""Lines below a body that may hold the stamp."""
LINES_WITHIN = 2
"""First lines of a body that may be a stamp that an extractor kept."""

_ADDRESS = re.compile(r"https?:|www\.|\w\.(?:com|co|id|net|org|tv)\b", re.IGNORECASE)
_HOST_NAME = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_TITLE_PARTS = re.compile(r"\s+[|–—-]\s+|\s*[|»]\s*|(?<=\w):\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkupMetadata:
    """What an HTML page says of its article; a field that it does not tell is None or empty.

    Attributes:
        headline, outlet, section: as read.
        writers: people, without accounts, addresses and the outlet's own name.
        published: the local day, as printed where it is printed.
        published_time: RFC 3339 with the local zone; None where the page writes no clock or no zone.
        conflicts: other publication days that the page declares.
    """

    headline: Reading | None = None
    outlet: Reading | None = None
    section: Reading | None = None
    writers: tuple[Reading, ...] = ()
    published: Reading | None = None
    published_time: Reading | None = None
    conflicts: tuple[Conflict, ...] = ()


def markup_metadata(page: Page, packs: Mapping[str, LanguagePack], body: Body | None = None) -> MarkupMetadata:
    """Return the metadata of an HTML page, each value with where it was read.

    ``packs`` lend their readers of printed stamps; ``body`` saves work where it is already known. Evidence from JSON-LD
    are slices of the page text inside a script.
    """
    body = body_of(page) if body is None else body
    linked = linked_of(page)
    outlet = _outlet(page, linked)
    published = _published(page, packs, body, linked)
    return MarkupMetadata(
        headline=_headline(page, body, linked, outlet),
        outlet=outlet,
        section=_of_value(linked.section, "section") or _of_parts(page, SECTION_PARTS, "section"),
        writers=_writers(page, body, linked, outlet),
        published=published.day,
        published_time=published.time,
        conflicts=published.conflicts,
    )


def _outlet(page: Page, linked: Linked) -> Reading | None:
    return _of_parts(page, ("meta:og:site_name",), "outlet") or _of_value(linked.publisher, "outlet")


def _of_value(value: Value | None, field: str) -> Reading | None:
    if value is None:
        return None
    return Reading(value=value.text, evidence=(value.evidence,), rule=f"{field}.linked")


def _of_parts(page: Page, names: tuple[str, ...], field: str) -> Reading | None:
    return next(_in_parts(page, names, field), None)


def _in_parts(page: Page, names: tuple[str, ...], field: str) -> Iterator[Reading]:
    for name in names:
        text = page.part(name)
        if text and text.strip():
            yield Reading(value=" ".join(text.split()), evidence=(_whole(text, name),), rule=f"{field}.{name}")


def _whole(text: str, part: str) -> Evidence:
    start = len(text) - len(text.lstrip())
    return evidence(start, start + len(text.strip()), part)


def _headline(page: Page, body: Body, linked: Linked, outlet: Reading | None) -> Reading | None:
    """Return the heading over the article; without one, what the page declares, without the outlet's name."""
    if body.headline is not None:
        value = " ".join(body.headline.of(page.text).split())
        return Reading(value=value, evidence=(Evidence(slices=(body.headline,)),), rule="headline.heading")
    declared = _of_value(linked.headline, "headline") or _of_parts(page, HEADLINE_PARTS, "headline")
    if declared is None:
        return None
    names = _own_names(page, outlet)
    pieces = [piece for piece in _TITLE_PARTS.split(declared.value) if piece and _bare(piece) not in names]
    longest = max(pieces, key=len, default=declared.value)
    value = longest if len(pieces) < len(_TITLE_PARTS.split(declared.value)) else declared.value
    return Reading(value=value, evidence=declared.evidence, rule=declared.rule)


def _writers(page: Page, body: Body, linked: Linked, outlet: Reading | None) -> tuple[Reading, ...]:
    """Return the people that the page names as writers: under its headline, else in its JSON-LD or its attributes."""
    own = _own_names(page, outlet)
    if body.byline is not None and _is_person(name := " ".join(body.byline.of(page.text).split()), own):
        return (Reading(value=name, evidence=(Evidence(slices=(body.byline,)),), rule="writer.element"),)
    found = [
        Reading(value=value.text, evidence=(value.evidence,), rule="writer.linked")
        for value in linked.authors
        if _is_person(value.text, own)
    ]
    if not found:
        found = [reading for reading in _in_parts(page, WRITER_PARTS, "writer") if _is_person(reading.value, own)][:1]
    distinct = {reading.value.casefold(): reading for reading in reversed(found)}
    return tuple(reading for reading in found if distinct[reading.value.casefold()] is reading)


def _is_person(name: str, own: frozenset[str]) -> bool:
    low = name.casefold()
    return (
        2 < len(name) <= 60
        and not _ADDRESS.search(name)
        and not any(char.isdigit() or char in "@/_" for char in name)
        and not any(word in low for word in own)
    )


def _own_names(page: Page, outlet: Reading | None) -> frozenset[str]:
    """Return the outlet's names in lower case, without what an address adds: "kompas" for "www.kompas.com"."""
    names = [outlet.value if outlet else "", site_of(page.uri) or ""]
    return frozenset(bare for name in names if (bare := _bare(name)))


def _bare(name: str) -> str:
    low = name.casefold().strip().removeprefix("www.")
    return low.split(".")[0] if _HOST_NAME.fullmatch(low) else low


def _published(page: Page, packs: Mapping[str, LanguagePack], body: Body, linked: Linked) -> Published:
    machine: list[Moment | None] = []
    if linked.published is not None:
        value = linked.published
        machine.append(machine_moment(value.text, value.evidence, "published.linked"))
    for name in MOMENT_PARTS:
        text = page.part(name)
        if text:
            machine.append(machine_moment(text, _whole(text, name), f"published.{name}"))
    printed = (_read(line, packs) for line in _stamp_lines(page, body))
    return published_of([m for m in printed if m is not None], [m for m in machine if m is not None])


def _read(line: Line, packs: Mapping[str, LanguagePack]) -> Moment | None:
    for _, pack in sorted(packs.items()):
        stamp = pack.stamps(line.text) if pack.stamps is not None else None
        if stamp is not None:
            where = evidence(line.start + stamp.start, line.start + stamp.end)
            return printed_moment(stamp, where, f"published.printed/{stamp.rule}")
    return None


def _stamp_lines(page: Page, body: Body) -> list[Line]:
    """Return the visible lines that may print the stamp, nearest to the headline first."""
    if not body.slices:
        return []
    first, last = body.begins, body.slices[-1].end
    seen = complement(page.hidden, len(page.text))
    lines = [line for line in lines_of(page, seen) if len(line.text) <= STAMP_LENGTH and "©" not in line.text]
    top = body.headline if body.headline is not None and body.headline.end <= first else Slice(first, first)
    under = [line for line in lines if top.end <= line.start and line.end <= first]
    above = [line for line in lines if line.end <= top.start][-LINES_BEFORE:]
    within = [line for line in lines if first <= line.start < last][:LINES_WITHIN]
    after = [line for line in lines if line.start >= last][:LINES_AFTER]
    return [*under, *reversed(above), *within, *after]
