"""Headline, outlet, section and people of an article, read from the parts of its page."""

import re
from dataclasses import replace
from functools import cache

from kronik.articles.datelines import FoundDateline
from kronik.articles.lines import Line
from kronik.articles.outlets import load_outlets
from kronik.languages.cleaning import Cleaning
from kronik.records.articles import Dateline, Reading
from kronik.records.pages import Page
from kronik.records.spans import Evidence, evidence

TWO_LEVEL = frozenset({"co", "com", "go", "or", "ac", "net", "org", "web", "my", "sch", "mil", "gov", "edu"})
"""Second-level names below a country's domain: the outlet's name stands one further left."""

NAME_WORDS = (2, 5)
"""Fewest and most words of a full name."""
BYLINE_CHARS = 400
"""Characters of a byline part that are read; the longest of the shared news has 75."""

_HOST = re.compile(r"^[a-z][a-z0-9+.-]*://(?:[^/@]*@)?([^/:?#]+)", re.IGNORECASE)
_DESK = re.compile(r"\s+[-–—|]\s*[\w.]+\s*$")
_BETWEEN = r"\s*[,;|/&]\s*"
_LABEL = re.compile(r"^\W*([A-Za-z][A-Za-z ]{1,18}?)\s*[:：]\s*")
_ROLE = re.compile(r"^(.*?)\s*\(([^)]*)\)$")
_GLUED_LABEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]+\s?:)|\s[|/]\s(?=[A-Z][a-z]+\s?:)")


def headline_of(page: Page, line: Line | None, declared: Reading | None = None) -> Reading | None:
    """Return the headline: the title part, what the markup declares, or the line of the page text found to be it."""
    from_part = _part_reading(page, "title", "headline.part") or declared
    if from_part is not None or line is None:
        return from_part
    return Reading(value=line.text, evidence=(evidence(line.start, line.end),), rule="headline.line")


def section_of(page: Page) -> Reading | None:
    """Return the section that a part of the page names."""
    return _part_reading(page, "section", "section.part")


def outlet_of(page: Page, dateline: FoundDateline | None, declared: Reading | None = None) -> Reading | None:
    """Return the outlet: its part, else the host of the uri, else what the markup declares, else the dateline's.

    A part is kept as it is; for the others all spellings of a known outlet give its one name. Of a host that is not
    known, the name that the markup declares is the better one.
    """
    from_part = _part_reading(page, "outlet", "outlet.part")
    if from_part is not None:
        return from_part
    host = site_of(page.uri)
    if host is not None and (declared is None or load_outlets().family_of(page.uri) is not None):
        return Reading(value=load_outlets().name_of(host), evidence=(), rule="outlet.uri")
    if declared is not None:
        return replace(declared, value=load_outlets().name_of(declared.value))
    if dateline is not None and dateline.outlet is not None:
        at = page.text.find(dateline.outlet, dateline.start, dateline.end)
        where = (evidence(at, at + len(dateline.outlet)),)
        return Reading(value=load_outlets().name_of(dateline.outlet), evidence=where, rule="outlet.dateline")
    return None


def site_of(uri: str) -> str | None:
    """Return the registered name of a uri's host ("detik.com" of "https://news.detik.com/x"), None without a host."""
    match = _HOST.match(uri)
    if match is None or "." not in match.group(1):
        return None
    names = match.group(1).lower().split(".")
    if all(name.isdigit() for name in names):
        return ".".join(names)
    keep = 3 if len(names) > 2 and len(names[-1]) == 2 and names[-2] in TWO_LEVEL else 2
    return ".".join(names[-keep:])


def dateline_of(found: FoundDateline | None) -> Dateline | None:
    """Return the record of a dateline that was found."""
    if found is None:
        return None
    where = (evidence(found.start, found.end),)
    return Dateline(place=found.place, outlet=found.outlet, evidence=where, rule=found.rule)


def people_of(page: Page, lines: tuple[Line, ...], words: Cleaning) -> tuple[tuple[Reading, ...], tuple[Reading, ...]]:
    """Return writers and editors: of the byline part, and of the given byline lines of the page text.

    A name that is the outlet's own is nobody.
    """
    writers: list[Reading] = []
    editors: list[Reading] = []
    outlet = _bare(page.part("outlet") or site_of(page.uri) or "")
    byline = (page.part("byline") or "")[:BYLINE_CHARS]
    if byline:
        _read_names(byline, 0, "byline", words, (writers, editors))
    for line in lines:
        _read_names(line.text, line.start, "text", words, (writers, editors))
    known: set[str] = {outlet}
    return _distinct(writers, known), _distinct(editors, known)


def is_full_name(value: str) -> bool:
    """Tell whether a value reads as a full name: two to five words, each with a capital."""
    found = value.split()
    return NAME_WORDS[0] <= len(found) <= NAME_WORDS[1] and all(word[0].isupper() for word in found)


def _distinct(readings: list[Reading], known: set[str]) -> tuple[Reading, ...]:
    out = []
    for reading in readings:
        key = _bare(reading.value)
        if key and key not in known:
            known.add(key)
            out.append(reading)
    return tuple(out)


def _bare(name: str) -> str:
    return re.sub(r"\.(?:com|co\.id|id|co|net)$", "", name.casefold().strip())


def _read_names(text: str, shift: int, part: str, words: Cleaning, into: tuple[list[Reading], list[Reading]]) -> None:
    """Read the names of a byline string into writers and editors; ``shift`` is where it begins in its part."""
    for start, end in _pieces(text, _GLUED_LABEL):
        label = _label_of(text[start:end], words, part == "text")
        if label is None:
            continue
        width, of_editors = label
        desk = _DESK.search(text, start + width, end)
        stop = desk.start() if desk is not None and part != "text" else end
        for low, high in _pieces(text[start + width : stop], _between(words.and_words)):
            name, at, until = _name(text, start + width + low, start + width + high)
            if name:
                where = (Evidence(slices=evidence(shift + at, shift + until).slices, part=part),)
                rule = "byline.part" if part == "byline" else "byline.line"
                into[of_editors].append(Reading(value=name, evidence=where, rule=rule))


@cache
def _between(and_words: frozenset[str]) -> re.Pattern[str]:
    """Return what stands between two names: a mark, or a word for "and"."""
    joined = "|".join(rf"\s+{re.escape(word)}\s+" for word in sorted(and_words))
    return re.compile(f"{_BETWEEN}|{joined}" if joined else _BETWEEN, re.IGNORECASE)


def _label_of(piece: str, words: Cleaning, needed: bool) -> tuple[int, bool] | None:
    """Return the width of the label before the names and whether it is an editor's; None where no names follow."""
    label = _LABEL.match(piece)
    if label is not None:
        low = label.group(1).casefold().strip()
        if low in words.writer_labels or low in words.editor_labels:
            return label.end(), low in words.editor_labels
        return None
    if not needed:
        return 0, False
    first = piece.split(maxsplit=1)
    if len(first) == 2 and first[0].casefold() in words.writer_labels:
        return piece.find(first[1], len(first[0])), False
    return None


def _pieces(text: str, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    out = []
    at = 0
    for match in separator.finditer(text):
        out.append((at, match.start()))
        at = match.end()
    out.append((at, len(text)))
    return [(low, high) for low, high in out if text[low:high].strip()]


def _name(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Return a name without what is around it and where it stands; an empty name when it is none."""
    while start < end and not text[start].isalnum():
        start += 1
    role = _ROLE.match(text[start:end])
    if role is not None:
        end = start + len(role.group(1))
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == "."):
        end -= 1
    name = text[start:end]
    good = (
        2 < len(name) <= 60 and len(name.split()) <= 6 and not any(char.isdigit() for char in name.replace("6.com", ""))
    )
    return (name, start, end) if good else ("", start, end)


def _part_reading(page: Page, name: str, rule: str) -> Reading | None:
    text = page.part(name)
    if text is None or not text.strip():
        return None
    start = len(text) - len(text.lstrip())
    value = " ".join(text.split())
    where = (Evidence(slices=evidence(start, start + len(text.strip())).slices, part=name),)
    return Reading(value=value, evidence=where, rule=rule)
