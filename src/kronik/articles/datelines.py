"""The opening line's place and outlet: "JAKARTA, SAMUDRA.com -", "Samudra.id, Jakarta", "JAKARTA-"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kronik.articles.lines import Line
from kronik.languages.cleaning import Cleaning, has_sign

HEAD_CHARS = 90
"""Most characters before the dash of a dateline; the longest of gold train has 32."""
PLACE_WORDS = 4
"""Most words of a place in a dateline."""
PLACE_CHARS = 36
"""Most characters of a place in a dateline."""
SHORT_CAPITALS = 4
"""A single word in capitals with fewer letters is an abbreviation ("AS-China"), no place."""
DASHES = ("-", "–", "—", ":")
"""What may end a dateline."""
LINES_SEARCHED = 8
"""A dateline stands on the first line of the body, below headline, label, byline and summary."""

_DASH = re.compile(r"--+|[-–—]|:(?=\s)")
_NAME_DASH = re.compile(r"(?P<place>[^\W\d_][^\n–—-]{2,34}?)\s+(?:--|[-–—])\s+(?=[\"“]?[A-Z])")
_HOST = re.compile(r"[A-Za-z][\w-]*(?:\.[A-Za-z][A-Za-z]+)+")
_HOST_FIRST = re.compile(r"(?P<host>[A-Za-z][\w-]*(?:\.[A-Za-z]{2,4}){1,2})\s*,\s*(?=[A-Z])")
_GLUED_PLACE = re.compile(r"[A-Z][a-z]{2,20}(?=[A-Z“\"])")
_GLUED = re.compile(r"[a-z][A-Z]")
_DAY = re.compile(
    r"\(?\d{1,2}(?:[/-]\d{1,2}(?:[/-]\d{2,4})?|\s+[A-Za-z]+(?:\s+\d{4})?)\)?"
    r"|[A-Z][a-z]+ \(\d{1,2}/\d{1,2}(?:/\d{2,4})?\)?"
)
_SEPARATOR = re.compile(r"\s*[,/()|]+\s*|\s+(?:--|[-–—])\s*|(?<=\S)(?:--|[-–—])(?=\S)")
_SECOND_PLACE = re.compile(r"\s*(?P<place>[A-Z][A-Z .'’-]{3,30}[A-Z])\s*(?:\.(?=\s)|--+|[-–—])")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDateline:
    """A dateline as found.

    Attributes:
        start, end: half-open code points of the page text, the dash included.
        line, last_line: the lines that it stands on, by index (two where the dash has a line of its own).
        place, outlet: as written; either may be None.
        rule: id of the form.
    """

    start: int
    end: int
    line: int
    last_line: int
    place: str | None
    outlet: str | None
    rule: str


def find_dateline(lines: Sequence[Line], skip: frozenset[int], words: Cleaning) -> FoundDateline | None:
    """Return the first dateline at the start of one of the first lines that are not in ``skip``; None without one."""
    searched = [index for index in range(len(lines)) if index not in skip][:LINES_SEARCHED]
    for index in searched:
        found = _on_two_lines(lines, index, words) or _on_line(lines[index], index, words)
        if found is not None:
            return found
    return _told_of(lines, searched[0], words) if searched else None


def _told_of(lines: Sequence[Line], index: int, words: Cleaning) -> FoundDateline | None:
    """Return the name before a dash at the start of the first line, where the page says "in" before the same name."""
    line = lines[index]
    match = _NAME_DASH.match(line.text)
    if match is None or not words.place_words or not _is_place(match.group("place")):
        return None
    place = match.group("place")
    before = "|".join(sorted(map(re.escape, words.place_words)))
    told = re.compile(rf"\b(?i:{before})\s?{re.escape(place)}\b")
    if not any(told.search(other.text) for other in lines):
        return None
    return FoundDateline(
        start=line.start,
        end=line.start + match.end(),
        line=index,
        last_line=index,
        place=place,
        outlet=None,
        rule="dateline.told-of",
    )


def _on_two_lines(lines: Sequence[Line], index: int, words: Cleaning) -> FoundDateline | None:
    line = lines[index]
    if index + 1 >= len(lines) or lines[index + 1].text not in {"-", "--", "–", "—"}:
        return None
    parsed = _parsed(line.text, words)
    if parsed is None or not _is_place(line.text):
        return None
    place, outlet = parsed
    return FoundDateline(
        start=line.start,
        end=lines[index + 1].end,
        line=index,
        last_line=index + 1,
        place=place,
        outlet=outlet,
        rule="dateline.two-lines",
    )


def _on_line(line: Line, index: int, words: Cleaning) -> FoundDateline | None:
    dashed, glued = _dashed(line.text, words), _undashed(line.text, words)
    found = dashed if dashed is not None and not _runs_into_prose(dashed[1], words) else glued or dashed
    if found is None:
        return None
    end, place, outlet, rule = found
    return FoundDateline(
        start=line.start, end=line.start + end, line=index, last_line=index, place=place, outlet=outlet, rule=rule
    )


def _runs_into_prose(place: str | None, words: Cleaning) -> bool:
    """Tell whether what was read as a place is a place with the first words of the prose glued to it."""
    return place is not None and place.casefold() not in words.places and _GLUED.search(place) is not None


def _dashed(text: str, words: Cleaning) -> tuple[int, str | None, str | None, str] | None:
    beginning = text[: HEAD_CHARS + 4]
    if not has_sign(beginning, DASHES):
        return None
    for number, dash in enumerate(_DASH.finditer(beginning)):
        head = text[: dash.start()].rstrip()
        if len(head) > HEAD_CHARS or number > 2:
            break
        parsed = _parsed(head, words)
        if parsed is None:
            continue
        place, outlet = parsed
        if outlet is None and not _stands_alone(text, head, dash, words):
            continue
        end = dash.end()
        if outlet is not None and place is None:
            second = _SECOND_PLACE.match(text, end)
            if second is not None and _is_place(second.group("place")):
                place, end = second.group("place"), second.end()
        return end, place, outlet, "dateline.dash"
    return None


def _undashed(text: str, words: Cleaning) -> tuple[int, str | None, str | None, str] | None:
    """Read "Samudra.id, JakartaPresiden ...": host, place, and the prose glued to it."""
    host = _HOST_FIRST.match(text)
    if host is None:
        return None
    rest = text[host.end() : host.end() + PLACE_CHARS]
    low = rest.casefold()
    known = next((low[:size] for size in range(len(low), 0, -1) if low[:size] in words.places), None)
    if known is not None:
        after = rest[len(known) : len(known) + 1]
        if (
            not after
            or not (after.isalpha() and after.islower())
            or rest[len(known) : len(known) + 2] in {"iP", "eS", "iO"}
        ):
            return host.end() + len(known), rest[: len(known)], host.group("host"), "dateline.glued"
    glued = _GLUED_PLACE.match(rest)
    if glued is not None:
        return host.end() + glued.end(), glued.group(), host.group("host"), "dateline.glued"
    return None


def _parsed(head: str, words: Cleaning) -> tuple[str | None, str | None] | None:
    """Read the parts before the dash: (place, outlet), or None when one part is neither."""
    parts = [part for part in _SEPARATOR.split(head.strip()) if part]
    place: str | None = None
    outlet: str | None = None
    if not parts or len(parts) > 4:
        return None
    for part in parts:
        if is_outlet_name(part, words):
            outlet = outlet or part
        elif _is_place(part):
            place = place or part
        elif not _DAY.fullmatch(part):
            return None
    return None if place is None and outlet is None else (place, outlet)


def is_outlet_name(part: str, words: Cleaning) -> bool:
    """Tell whether a part of a dateline names an outlet: a host, a known name, or a name with a known beginning."""
    if _HOST.fullmatch(part) and not part.endswith("."):
        return True
    low = part.casefold()
    if low in words.outlets:
        return part[0].isupper() or part.isupper() or "." in part
    return (
        len(part.split()) <= PLACE_WORDS
        and part[0].isupper()
        and any(low.startswith(head) and low != head for head in words.outlet_heads)
    )


def _is_place(part: str) -> bool:
    names = part.split()
    return (
        0 < len(names) <= PLACE_WORDS
        and len(part) <= PLACE_CHARS
        and all(name[0].isupper() for name in names)
        and all(char.isalpha() or char in " .'’" for char in part)
        and not part.endswith("..")
    )


def _stands_alone(text: str, head: str, dash: re.Match[str], words: Cleaning) -> bool:
    """Tell whether a place without an outlet makes a dateline."""
    if dash.group() == ":":
        return False
    after = text[dash.end() : dash.end() + 1]
    before = text[len(head)]
    spaced = before.isspace() or after.isspace() or not after
    known = any(part.casefold() in words.places for part in _SEPARATOR.split(head.strip()) if part)
    if head.isupper() and sum(char.isalpha() for char in head) >= SHORT_CAPITALS:
        following = re.match(r"[^\W\d_]+", text[dash.end() :])
        compound = following is not None and following.group().isupper() and len(following.group()) > 1
        return spaced or (known and not compound)
    return known and spaced and (before.isspace() or after.isspace())
