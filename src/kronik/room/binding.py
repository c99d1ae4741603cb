"""Binding pages of the room into one file: links become anchors, and what leads out of the file becomes text."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape, unescape

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>")
_ATTRIBUTE = re.compile(r"""\s+([A-Za-z:-]+)(?:=("[^"]*"|'[^']*'))?""")
_NAMING = frozenset(("id", "for", "aria-labelledby", "aria-describedby"))
_OF_LINKS = frozenset(("href", "rel", "aria-current", "aria-label", "download", "hreflang"))
_OUTSIDE = ("https://", "http://")

Target = Callable[[str], str | None]
"""Where an address of the room stands in the file: a fragment with its ``#``; None where it does not."""


@dataclass(slots=True)
class _Open:
    """What is open while a page is read: the names under which links were opened, and whether a drawing is."""

    links: list[str] = field(default_factory=list)
    drawings: int = 0


def bound(page: str, prefix: str, target: Target, *, lower: bool) -> str:
    """Return a page of the room as a part of a file.

    The page must be the templates' own output: in it every ``<``, ``>`` and quotation mark of foreign text is escaped.

    Args:
        page: HTML.
        prefix: put before every id, so that parts do not share any.
        target: where an address of the room stands in the file.
        lower: headings go down by one level.
    """
    state = _Open()

    def tag(match: re.Match[str]) -> str:
        closing, name, rest = match.groups()
        if name == "svg":
            state.drawings += -1 if closing else 1
        if name == "a":
            return _link(state, rest, prefix, target, closing=bool(closing))
        if lower and re.fullmatch("h[1-5]", name):
            name = f"h{int(name[1]) + 1}"
        return f"<{closing}{name}{_attributes(rest, prefix)}>"

    return _TAG.sub(tag, page)


def _link(state: _Open, rest: str, prefix: str, target: Target, *, closing: bool) -> str:
    if closing:
        return f"</{state.links.pop()}>"
    found = {name: unescape(value[1:-1]) for name, value in _ATTRIBUTE.findall(rest)}
    address = found.get("href", "")
    if address.startswith(_OUTSIDE):
        state.links.append("a")
        return f"<a{_attributes(rest, prefix)}>"
    anchor = f"#{prefix}{address[1:]}" if address.startswith("#") else target(address)
    if anchor is None:
        name = "g" if state.drawings else "span"
        state.links.append(name)
        return f"<{name}{_attributes(rest, prefix, without=_OF_LINKS)}>"
    state.links.append("a")
    return f'<a href="{escape(anchor)}"{_attributes(rest, prefix, without=_OF_LINKS - {"aria-label"})}>'


def _attributes(text: str, prefix: str, *, without: frozenset[str] = frozenset()) -> str:
    """Return attributes with ids of this part; what only the room's script reads is left out.

    Characters of an article keep an id by their first offset, so that a value can lead to them.
    """

    def one(match: re.Match[str]) -> str:
        name, value = match.groups()
        if name in without or (name.startswith("data-") and name != "data-at"):
            return ""
        if name == "data-at":
            return f' id="{prefix}c{value[1:-1].partition("-")[0]}"'
        if name in _NAMING:
            return f' {name}="{" ".join(prefix + part for part in value[1:-1].split())}"'
        return match[0]

    return _ATTRIBUTE.sub(one, text)
