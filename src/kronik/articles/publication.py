"""The publication day and time of a page, where they were printed, and what is known where no stamp is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kronik.articles.lines import Line
from kronik.languages.cleaning import Cleaning
from kronik.languages.pack import LanguagePack, Stamp, StampReader
from kronik.records.articles import Bound, Conflict, Reading
from kronik.records.pages import Page
from kronik.records.spans import TEXT_PART, Evidence, evidence

EARLIEST_YEAR = 1990
"""A printed year before this one is a misprint: the pages are of the web."""
LATEST_YEAR = 2099
"""A printed year after this one is a misprint."""
MISPRINT_DAYS = 300
"""A stamp and the day in the address may differ by updates; beyond so many days one of them is wrong."""
STAMP_CHARS = 200
"""Characters of a stamp part that are read; the longest of the shared news has 43."""
URI_DAY = re.compile(
    r"/(?P<year>(?:19|20)\d{2})[/-](?P<month>0?[1-9]|1[0-2])[/-](?P<day>0?[1-9]|[12]\d|3[01])(?=[/-]|$)"
)
TOLD_DAY = re.compile(r"\((?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>\d{4})\)")
"""The day in brackets by which news pages place what has happened: "Senin (20/3/2023)"."""
SENTENCE_START = re.compile(r"[.!?]\s+|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What is known of when a page was published."""

    day: Reading | None = None
    time: Reading | None = None
    bound: Bound | None = None
    conflicts: tuple[Conflict, ...] = ()


def publication_of(
    page: Page, lines: Sequence[Line], prose: Sequence[Line], packs: Mapping[str, LanguagePack], words: Cleaning
) -> Publication:
    """Return day, time and conflicts of a page's stamp; without a stamp the day in its address; without both a bound.

    ``lines`` are the lines that stamps are sought on, ``prose`` those whose dates bear witness. The day is the local
    one as printed, the time carries the printed zone. A page whose markup tells more is the caller's affair.
    """
    readers = [pack.stamps for _, pack in sorted(packs.items()) if pack.stamps is not None]
    in_uri = _uri_day(page.uri)
    for text, shift, part, rule in _places(page, lines):
        stamp = _read(text, readers)
        if stamp is not None:
            where = (Evidence(slices=evidence(shift + stamp.start, shift + stamp.end).slices, part=part),)
            return _stamped(stamp, where, f"{rule}/{stamp.rule}", in_uri, prose)
    if in_uri is not None:
        return Publication(day=Reading(value=in_uri.isoformat(), evidence=(), rule="published.uri"))
    return Publication(bound=_bound(prose, packs, words))


def _places(page: Page, lines: Sequence[Line]) -> Iterator[tuple[str, int, str, str]]:
    part = (page.part("stamp") or "")[:STAMP_CHARS]
    if part and part.strip():
        yield part, 0, "stamp", "published.part"
    for line in lines:
        yield line.text, line.start, TEXT_PART, "published.line"


def _read(text: str, readers: Sequence[StampReader]) -> Stamp | None:
    for reader in readers:
        stamp = reader(text)
        if stamp is not None:
            return stamp
    return None


def _uri_day(uri: str) -> date | None:
    match = URI_DAY.search(uri)
    return _date(match) if match is not None else None


def _date(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _stamped(
    stamp: Stamp, where: tuple[Evidence, ...], rule: str, in_uri: date | None, prose: Sequence[Line]
) -> Publication:
    """Return the publication that a stamp tells, its year set right where other evidence speaks against it."""
    day, conflicts = stamp.day, []
    better = _better_year(stamp, in_uri, prose)
    if better is not None:
        day = better
        conflicts.append(_conflict(better, stamp.day, where, "published.misprinted-year"))
    elif stamp.conflict:
        conflicts.append(
            Conflict(
                field="published", chosen=day.isoformat(), other="weekday", evidence=where, rule="published.weekday"
            )
        )
    elif in_uri is not None and abs((day - in_uri).days) > MISPRINT_DAYS:
        conflicts.append(_conflict(day, in_uri, where, "published.uri-differs"))
    time = None
    if stamp.clock is not None and stamp.offset is not None:
        seconds = stamp.clock if stamp.clock.count(":") == 2 else f"{stamp.clock}:00"
        time = Reading(value=f"{day.isoformat()}T{seconds}{stamp.offset}", evidence=where, rule=rule)
    return Publication(
        day=Reading(value=day.isoformat(), evidence=where, rule=rule), time=time, conflicts=tuple(conflicts)
    )


def _conflict(chosen: date, other: date, where: tuple[Evidence, ...], rule: str) -> Conflict:
    return Conflict(field="published", chosen=chosen.isoformat(), other=other.isoformat(), evidence=where, rule=rule)


def _better_year(stamp: Stamp, in_uri: date | None, prose: Sequence[Line]) -> date | None:
    """Return the stamp's day in the year that the address or the prose tells, where the printed year cannot be right.

    It cannot be right when it lies outside of the web's time, or when the printed weekday does not fit it and another
    year's does.
    """
    impossible = not EARLIEST_YEAR <= stamp.day.year <= LATEST_YEAR
    if (
        in_uri is not None
        and (in_uri.month, in_uri.day) == (stamp.day.month, stamp.day.day)
        and in_uri.year != stamp.day.year
    ):
        return in_uri
    if not impossible and not stamp.conflict:
        return None
    told = _told_days(prose)
    years = [in_uri.year] if in_uri is not None else []
    years += sorted({day.year for day, _, _ in told}, key=lambda year: (-sum(d.year == year for d, _, _ in told), year))
    for year in years:
        if year == stamp.day.year or not EARLIEST_YEAR <= year <= LATEST_YEAR:
            continue
        try:
            moved = stamp.day.replace(year=year)
        except ValueError:
            continue
        if impossible or abs(year - stamp.day.year) > 1:
            return moved
    return None


def _told_days(prose: Sequence[Line]) -> list[tuple[date, int, int]]:
    """Return the days in brackets of the prose with their places in the page text."""
    out = []
    for line in prose:
        for match in TOLD_DAY.finditer(line.text):
            day = _date(match)
            if day is not None:
                out.append((day, line.start + match.start(), line.start + match.end()))
    return out


def _bound(prose: Sequence[Line], packs: Mapping[str, LanguagePack], words: Cleaning) -> Bound | None:
    """Return the latest day that the prose tells as past: the page cannot be older."""
    best: tuple[date, Evidence] | None = None
    for line in prose:
        for day, start, end in _days_of(line, packs):
            before = SENTENCE_START.split(line.text[: start - line.start])[-1].casefold()
            ahead = words.ahead_words & set(re.findall(r"\w+", before))
            if ahead or not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
                continue
            if best is None or day > best[0]:
                best = (day, evidence(start, end))
    if best is None:
        return None
    return Bound(not_before=best[0].isoformat(), evidence=(best[1],), rule="bound.told-day")


def _days_of(line: Line, packs: Mapping[str, LanguagePack]) -> list[tuple[date, int, int]]:
    """Return the days in brackets of a line, without those that a language's finder says contradict themselves.

    Days in other forms are as often of what is still to come.
    """
    told = _told_days([line])
    if not told:
        return told
    doubtful = {
        at
        for _, pack in sorted(packs.items())
        for found in (pack.times(line.text, None) if pack.times is not None else ())
        if found.conflict
        for at in range(line.start + found.start, line.start + found.end)
    }
    return [one for one in told if one[1] not in doubtful]
