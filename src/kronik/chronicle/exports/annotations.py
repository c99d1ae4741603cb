"""Evidence as W3C Web Annotations (https://www.w3.org/TR/annotation-model/)."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

import msgspec

from kronik.chronicle.exports.annotation_bodies import Body, said
from kronik.chronicle.reader import Chronicle
from kronik.records.bundles import Bundle, Maker
from kronik.records.identifiers import identify
from kronik.records.masking import masked
from kronik.records.pages import Page
from kronik.records.spans import TEXT_PART, Slice

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"@vocab": "urn:kronik:terms:"})
"""The standard's terms, and every other word as a term of our own (docs/reference/exports.md)."""

QUOTED_AROUND = 32
"""Code points of prefix and suffix: enough to find the place again when the text around it has shifted."""

LAST_OF_PLANE = "\uffff"
"""A character beyond this one takes two code units in UTF-16."""

_IRI_SAFE = "%/:?#[]@!$&'()*+,;=~"

Json = object
"""A value that msgspec writes."""


@dataclass(frozen=True, slots=True)
class _PartText:
    """A part of a page and the places of its characters beyond the basic plane."""

    name: str
    text: str
    wide: tuple[int, ...]

    def utf16(self, offset: int) -> int:
        """Return the UTF-16 code unit at which a code point begins."""
        return offset + bisect_left(self.wide, offset)


def annotations(chronicle: Chronicle) -> Iterator[bytes]:
    """Yield one JSON line an annotation, by page id, then by kind and place; each ends in a line feed.

    Every reading of metadata is one, every stretch of the ledger that is not prose, every time, place, mention of an
    actor and statement, and of each report its words, day, place and numbers. A value that comes from the uri alone
    has no characters and is left out.
    """
    version = chronicle.info().identity.kronik_version
    for bundle in map(masked, chronicle.bundles()):
        yield from annotations_of(bundle, version, chronicle.makers(bundle.page.id))


def annotations_of(bundle: Bundle, version: str, makers: tuple[Maker, ...]) -> Iterator[bytes]:
    """Yield the annotations of one page, as `annotations` does.

    Args:
        bundle: the page, masked already.
        version: of the program that made it.
        makers: the stages that made it.
    """
    generator = _generator(version, makers)
    page = bundle.page
    parts = {part.name: _PartText(part.name, part.text, _wide(part.text)) for part in page.parts}
    for body, evidence in said(bundle):
        targets = [
            _target(page, parts[item.part], piece, quoted=body.quoted)
            for item in evidence
            for piece in item.slices
            if item.part in parts
        ]
        if not targets:
            continue
        places = [f"{item.part}:{piece.start}:{piece.end}" for item in evidence for piece in item.slices]
        annotation_id = identify("annotation", page.id, body.kind, body.value, body.rule, *places)
        annotation = {
            "@context": CONTEXT,
            "id": f"urn:kronik:annotation:{annotation_id}",
            "type": "Annotation",
            "motivation": "classifying" if body.kind == "Ledger" else "identifying",
            "body": _body(body),
            "target": targets[0] if len(targets) == 1 else targets,
            "generator": generator,
        }
        yield msgspec.json.encode(annotation) + b"\n"


def _body(body: Body) -> Json:
    pairs = (("type", body.kind), ("value", body.value), ("rule", body.rule or None), *body.more)
    return {name: value for name, value in pairs if value is not None}


def _target(page: Page, part: _PartText, piece: Slice, *, quoted: bool) -> Json:
    position = {
        "type": "TextPositionSelector",
        "start": piece.start,
        "end": piece.end,
        "utf16_start": part.utf16(piece.start),
        "utf16_end": part.utf16(piece.end),
    }
    before = part.text[max(0, piece.start - QUOTED_AROUND) : piece.start]
    after = part.text[piece.end : piece.end + QUOTED_AROUND]
    words = {"type": "TextQuoteSelector", "exact": piece.of(part.text), "prefix": before, "suffix": after}
    return {
        "type": "SpecificResource",
        "source": quote(page.uri, safe=_IRI_SAFE),
        "page": page.id,
        **({} if part.name == TEXT_PART else {"part": part.name}),
        "selector": [position, words] if quoted else position,
    }


def _generator(version: str, makers: tuple[Maker, ...]) -> Json:
    stages = [f"{maker.stage}/{maker.version}" for maker in makers]
    return {"type": "Software", "name": "kronik", "version": version, "stages": stages}


def _wide(text: str) -> tuple[int, ...]:
    if text.isascii():
        return ()
    return tuple(at for at, sign in enumerate(text) if sign > LAST_OF_PLANE)
