"""Projection of HTML source to page text: the text nodes of the HTML5 tree, nothing added."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from kronik.records.spans import Slice
from kronik.text.markup_nesting import bounded_nesting

HTML_PROJECTION = "html/1"
"""Name and version of this projection. A change of what it yields for any page is a new version."""

_BLOCKS = """address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li link main
    menu meta nav noscript ol optgroup option p pre script search section select style summary table tbody td
    template textarea tfoot th thead title tr ul"""
BLOCKS = frozenset(_BLOCKS.split())
"""Elements that a reader sees on lines of their own (HTML standard, section Rendering), and `br`."""
HIDDEN = frozenset({"script", "style", "template", "noscript"})
"""Elements whose text no reader sees."""

NAMING = ("class", "id", "role", "itemprop")
"""Attributes by which a page says what an element is for."""
SPEAKING = frozenset({"meta", "link", "html", "time"})
"""Elements whose attributes become parts, besides those with an ``itemprop``."""

_UNENCODABLE = re.compile("[\x00\ud800-\udfff]")
_REPLACEMENT = "\ufffd"
_SPACE = re.compile(r"\s+")


class Element(NamedTuple):
    """One element of the tree.

    Attributes:
        tag: lower-case name.
        parent: index of the parent in `Projection.elements`; -1 for the root.
        start, end: code points of the page text between which its text stands.
        marks: its class, id, role and itemprop, lower-case, joined by spaces.
    """

    tag: str
    parent: int
    start: int
    end: int
    marks: str


class TextNode(NamedTuple):
    """One text node: its code points of the page text and the index of its element."""

    start: int
    end: int
    element: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """What an HTML source says.

    Attributes:
        text: the text nodes of the tree in document order, joined without anything between.
        breaks: code points of ``text`` where a block or line break begins or ends, ascending, each once.
        hidden: slices of ``text``, one for each outermost script, style and noscript that holds text, ascending.
        attributes: pairs (part name, value) of the attributes that later stages read, sorted by name:
            ``html:lang``, ``meta:NAME``, ``link:REL``, ``time:datetime``, ``itemprop:NAME``; the first value wins.
        elements: every element in document order; a parent comes before its children.
        nodes: every text node in document order.
    """

    text: str
    breaks: tuple[int, ...]
    hidden: tuple[Slice, ...]
    attributes: tuple[tuple[str, str], ...]
    elements: tuple[Element, ...]
    nodes: tuple[TextNode, ...]


def project_markup(source: str) -> Projection:
    """Return the projection of an HTML source (decoded; a leading byte order mark is dropped).

    Never raises on broken markup. Lone surrogates and NUL are read as U+FFFD, one for one; line ends are normalised
    as the HTML standard says. What a ``template`` holds stands outside the tree and so outside the text.
    """
    clean = bounded_nesting(_UNENCODABLE.sub(_REPLACEMENT, source.removeprefix("\ufeff")))
    try:
        parser = LexborHTMLParser(clean)
    except SelectolaxError as error:
        # The algorithm has a tree for every input: only want of memory stops it.
        raise MemoryError(str(error)) from error
    walk = _Walk()
    if parser.root is not None:
        walk.through(parser.root)
    return walk.projection()


class _Walk:
    """State of one pass over the tree in document order; no recursion, so depth costs nothing."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.at = 0
        self.breaks: list[int] = []
        self.hidden: list[Slice] = []
        self.attributes: dict[str, str] = {}
        self.tags: list[str] = []
        self.parents: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.marks: list[str] = []
        self.nodes: list[TextNode] = []
        self.open: list[int] = []
        """Indices of the open elements."""
        self.addresses: list[int] = [0]
        """Addresses of their nodes, after that of the document."""
        self.hidden_from = -1
        """Index of the outermost open hidden element; -1 outside."""

    def through(self, root: LexborNode) -> None:
        # Every node of every page goes through this loop, so that it is kept lean.
        opened, addresses, nodes, texts = self.open, self.addresses, self.nodes, self.texts
        at = 0
        for node in root.traverse(include_text=True):
            parent = node.parent
            if parent is not None:
                address = parent.mem_id
                while opened and addresses[-1] != address:
                    self._close()
            tag = node.tag
            if tag == "-text":
                text = node.text_content
                if text:
                    start, at = at, at + len(text)
                    self.at = at
                    texts.append(text)
                    nodes.append(TextNode(start, at, opened[-1] if opened else -1))
            elif tag and tag[0] not in "-!":
                self._element(node, tag)

    def _element(self, node: LexborNode, tag: str) -> None:
        index, at = len(self.tags), self.at
        attributes = node.attributes
        self.tags.append(tag)
        self.parents.append(self.open[-1] if self.open else -1)
        self.starts.append(at)
        self.ends.append(at)
        self.marks.append(_marks(attributes) if attributes else "")
        self.open.append(index)
        self.addresses.append(node.mem_id)
        if tag in BLOCKS:
            self.breaks.append(at)
        if self.hidden_from < 0:
            if tag in HIDDEN:
                self.hidden_from = index
            elif attributes and (tag in SPEAKING or "itemprop" in attributes):
                for name, value in _parts(tag, attributes):
                    self.attributes.setdefault(name, value)

    def _close(self) -> None:
        index = self.open.pop()
        self.addresses.pop()
        self.ends[index] = self.at
        if self.tags[index] in BLOCKS:
            self.breaks.append(self.at)
        if index == self.hidden_from:
            self.hidden_from = -1
            if self.at > self.starts[index]:
                self.hidden.append(Slice(self.starts[index], self.at))

    def projection(self) -> Projection:
        while self.open:
            self._close()
        return Projection(
            text="".join(self.texts),
            breaks=tuple(dict.fromkeys(self.breaks)),
            hidden=tuple(self.hidden),
            attributes=tuple(sorted(self.attributes.items())),
            elements=tuple(map(Element, self.tags, self.parents, self.starts, self.ends, self.marks)),
            nodes=tuple(self.nodes),
        )


def _marks(attributes: dict[str, str | None]) -> str:
    named = [value for name in NAMING if name in attributes and (value := attributes[name])]
    return " ".join(named).lower() if named else ""


def _parts(tag: str, attributes: dict[str, str | None]) -> list[tuple[str, str]]:
    """Return the named parts that an element's attributes make; names lower-case, white space in them one blank."""
    if tag == "meta":
        content = attributes.get("content")
        keys = (attributes.get(key) for key in ("property", "name", "itemprop"))
        return [(_part("meta", key), content) for key in keys if key and content and _wanted(key)]
    if tag == "link":
        href = attributes.get("href")
        rels = (attributes.get("rel") or "").lower().split()
        return [(f"link:{rel}", href) for rel in rels if href and rel in LINKS]
    if tag == "html":
        language = attributes.get("lang")
        return [("html:lang", language)] if language else []
    found: list[tuple[str, str]] = []
    if tag == "time" and (moment := attributes.get("datetime")):
        found.append(("time:datetime", moment))
    if name := attributes.get("itemprop"):
        value = attributes.get("content") or attributes.get("datetime")
        if value:
            found.append((_part("itemprop", name), value))
    return found


LINKS = frozenset({"canonical", "amphtml", "next", "prev", "author", "publisher"})
"""Relations of ``link`` that become parts."""
UNREAD_META = ("csrf", "viewport", "theme-color", "msapplication", "msvalidate", "apple-", "google-site", "fb:", "al:")
"""Beginnings of ``meta`` names that say nothing of the article (and change from fetch to fetch, some of them)."""


def _wanted(name: str) -> bool:
    return not name.lower().startswith(UNREAD_META) and not name.lower().endswith("verification")


def _part(kind: str, name: str) -> str:
    return f"{kind}:{_SPACE.sub(' ', name.strip()).lower()}"
