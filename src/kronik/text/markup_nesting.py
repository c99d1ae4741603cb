"""Bounds on nesting in HTML source, so that the HTML5 algorithm stays near-linear on hostile pages."""

import re

DEPTH_LIMIT = 512
"""Open elements that a page may have at once; browsers stop at the same depth."""
FORMATTING_LIMIT = 64
"""Open formatting elements that a page may have at once: each is built again in every later block it is open in."""

_FORMATTING = "a b big code em font i nobr s small strike strong tt u"
_UNCOUNTED = """area base br col embed hr img input link meta param source track wbr
    body caption colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr"""
_RAW = "iframe noembed noframes plaintext script style textarea title xmp"

FORMATTING = frozenset(_FORMATTING.split())
UNCOUNTED = frozenset(_UNCOUNTED.split())
"""Void elements, and those whose end tag may be left out: they never nest without one that counts."""
RAW = frozenset(_RAW.split())
"""Elements whose content is text, whatever looks like a tag in it."""

_TAG = re.compile(r"<!--|<(/?)([a-zA-Z][a-zA-Z0-9:-]*)")


def bounded_nesting(source: str) -> str:
    """Return the source without the start tags that would nest beyond the limits; almost always the source itself.

    Text stays as it is. Costs one pass over the tags.
    """
    depth = formatting = 0
    for closing, name in _TAG.findall(source):
        if not name or (tag := name.lower()) in UNCOUNTED:
            continue
        step = -1 if closing else 1
        if tag in FORMATTING:
            formatting = max(0, formatting + step)
        else:
            depth = max(0, depth + step)
        if depth > DEPTH_LIMIT or formatting > FORMATTING_LIMIT:
            return _flattened(source)
    return source


def _flattened(source: str) -> str:
    """Return the source with every tag beyond the limits cut out; raw text and comments are stepped over."""
    out: list[str] = []
    open_count = {True: 0, False: 0}
    at = kept = 0
    while match := _TAG.search(source, at):
        closing, name = match[1], (match[2] or "").lower()
        if not name:
            at = _after(source, "-->", match.end())
            continue
        at = _after(source, ">", match.end())
        if name in RAW or name in UNCOUNTED:
            at = _raw_end(source, name, at) if name in RAW and not closing else at
            continue
        kind = name in FORMATTING
        limit = FORMATTING_LIMIT if kind else DEPTH_LIMIT
        open_count[kind] = max(0, open_count[kind] + (-1 if closing else 1))
        if open_count[kind] + (1 if closing else 0) > limit:
            out.append(source[kept : match.start()])
            kept = at
    out.append(source[kept:])
    return "".join(out)


def _after(source: str, mark: str, start: int) -> int:
    found = source.find(mark, start)
    return len(source) if found < 0 else found + len(mark)


def _raw_end(source: str, name: str, start: int) -> int:
    """Return where the raw text of an element ends: at its end tag, or with the source."""
    match = re.compile(f"</{name}", re.IGNORECASE).search(source, start)
    return len(source) if match is None else match.start()
