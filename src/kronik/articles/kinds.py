"""What sort of item an article is, and whether its body is whole."""

from collections.abc import Sequence

from kronik.articles.lines import Line
from kronik.articles.marks import Mark
from kronik.articles.shapes import ends_sentence
from kronik.languages.cleaning import Cleaning, folded, has_sign
from kronik.records.articles import Completeness, Kind
from kronik.records.pages import Page
from kronik.records.spans import Evidence, evidence

CUT_CHARS = 60
"""A last line of prose at least this long that ends in mid-sentence was cut; shorter ones are items of lists."""
END_RULES = frozenset({"foot.initials", "foot.initials-glued", "byline.label", "rights.copyright", "rights.forbidden"})
"""Rules whose stretch stands at the end of an article that is whole."""


def kind_of(page: Page, title: str | None, section: str | None, lead: str, words: Cleaning) -> Kind:
    """Return the sort of item by the signs of the language, news where a page has prose and no sign; else unknown."""
    fields = {"title": title or "", "section": section or "", "uri": page.uri, "lead": lead}
    low = {name: folded(text) for name, text in fields.items()}
    for sign in words.kinds:
        text = fields[sign.field]
        if text and (not sign.signs or has_sign(low[sign.field], sign.signs)) and sign.pattern.search(text):
            return sign.kind
    return Kind.NEWS if lead else Kind.UNKNOWN


def completeness_of(
    page: Page, prose: Sequence[Line], marks: Sequence[Mark], words: Cleaning
) -> tuple[Completeness, tuple[Evidence, ...]]:
    """Return whether the body is whole, and the characters that say so.

    ``prose`` are the lines left as prose. A pointer to the next page with no prose after it, a stub's note to
    subscribers or a last sentence broken off mean cut; initials, an editor's line or rights at the foot mean whole.
    """
    if page.partial:
        return Completeness.PARTIAL, ()
    if not prose:
        return Completeness.UNKNOWN, ()
    last = prose[-1]
    cut = {marker.id for marker in words.markers if marker.cut}
    for mark in marks:
        if mark.rule in cut and mark.start >= last.start:
            return Completeness.CUT, (evidence(mark.start, mark.end),)
    for mark in marks:
        if mark.rule in END_RULES and mark.end > last.start:
            return Completeness.WHOLE, (evidence(mark.start, mark.end),)
    if last.text.endswith((":", ",")) or (len(last.text) >= CUT_CHARS and not ends_sentence(last.text)):
        return Completeness.CUT, (evidence(max(last.start, last.end - CUT_CHARS), last.end),)
    return Completeness.UNKNOWN, ()
