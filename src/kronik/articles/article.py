"""Page to article: body, ledger of every character, and metadata with the characters they were read from."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from kronik.articles.body import Body, body_of
from kronik.articles.fields import dateline_of, headline_of, is_full_name, outlet_of, people_of, section_of
from kronik.articles.judging import Judgement, judge
from kronik.articles.kinds import completeness_of, kind_of
from kronik.articles.language import UNKNOWN, language_of
from kronik.articles.lines import Line, is_marked_up, lines_of, lines_within, trimmed
from kronik.articles.marks import Mark, ledger_of
from kronik.articles.markup_metadata import MarkupMetadata, markup_metadata
from kronik.articles.outlets import load_outlets
from kronik.articles.publication import Publication, publication_of
from kronik.articles.recurring import RecurringLines, outlet_lines
from kronik.articles.sheet import Sheet
from kronik.languages.cleaning import Cleaning
from kronik.languages.pack import LanguagePack, StampReader
from kronik.records.articles import Article, Completeness, Kind, LedgerEntry, Reason, Verdict
from kronik.records.pages import Page
from kronik.records.parts import part_of
from kronik.records.spans import Slice, complement, merged
from kronik.text.views import View, kept_view

NO_WORDS = Cleaning()
"""For a language without a pack: only rules that know shapes apply."""
CREDIT_LINES = 6
"""Lines between heading and body of an HTML page that may name the writer."""
CREDIT_CHARS = 120
"""Most characters of such a line; a longer one is a standfirst."""
SURE_CHARS = 80
"""A page with fewer characters may be nothing but page furniture in another language than its outlet's."""


def article_of(page: Page, packs: Mapping[str, LanguagePack], recurring: RecurringLines | None = None) -> Article:
    """Return the article in a page, with an account of every character of the page text.

    Offsets are half-open code points of the page text, or of the part that the evidence names. Pure: the same page,
    packs and recurring lines of outlets give the same article.
    """
    body = body_of(page)
    said = markup_metadata(page, packs, body) if page.markup is not None else MarkupMetadata()
    lines = lines_of(page, body.slices)
    language = language_of(lines, packs)
    words = _words(language.code, lines, packs)
    sheet = Sheet(
        text=page.text,
        lines=lines,
        title=page.part("title") or (said.headline.value if said.headline else None),
        words=words,
        stamps=_stamps(packs),
        stamped=bool(page.part("stamp")),
        recurring=outlet_lines(page, recurring),
    )
    judgement = judge(sheet)
    outside = _outside(page, body)
    ledger = ledger_of(page.text, [*outside, *judgement.marks])
    prose = _prose_lines(page, lines, ledger)
    publication = _publication(page, said, publication_of(page, _stamp_places(sheet, judgement), prose, packs, words))
    headline, section = headline_of(page, judgement.headline, said.headline), section_of(page) or said.section
    writers, editors = people_of(page, _byline_lines(sheet, judgement), words)
    if not writers and not said.writers:
        writers, _ = people_of(page, _credit_lines(page, body, sheet.stamps), _any_words(packs))
        writers = tuple(writer for writer in writers if is_full_name(writer.value))
    completeness, seen = completeness_of(page, prose, judgement.marks, words)
    number = load_outlets().numbered(page.uri)
    if part_of(number) > 1 and completeness in {Completeness.UNKNOWN, Completeness.WHOLE}:
        completeness, seen = Completeness.CUT, ()
    title = headline.value if headline else None
    lead = prose[0].text if prose else ""
    return Article(
        page_id=page.id,
        uri=page.uri,
        number=number,
        language=language,
        kind=Kind.INDEX if body.index else kind_of(page, title, section.value if section else None, lead, words),
        headline=headline,
        outlet=outlet_of(page, judgement.dateline, said.outlet),
        section=section,
        writers=writers or said.writers,
        editors=editors,
        dateline=dateline_of(judgement.dateline),
        published=publication.day,
        published_time=publication.time,
        bound=publication.bound,
        completeness=completeness,
        completeness_evidence=seen,
        conflicts=publication.conflicts,
        ledger=ledger,
        prose=_tidy(page, ledger),
    )


def _publication(page: Page, said: MarkupMetadata, read: Publication) -> Publication:
    """Return what the markup says of the publication, where no stamp part of the page speaks."""
    if said.published is None or page.part("stamp"):
        return read
    return Publication(day=said.published, time=said.published_time, conflicts=said.conflicts)


def _words(code: str, lines: Sequence[Line], packs: Mapping[str, LanguagePack]) -> Cleaning:
    """Return the cleaning knowledge for a language; for text too short to be sure, the first pack's that has any."""
    if code in packs:
        return packs[code].cleaning or NO_WORDS
    if code != UNKNOWN and sum(len(line.text) for line in lines) >= SURE_CHARS:
        return NO_WORDS
    return _any_words(packs)


def _any_words(packs: Mapping[str, LanguagePack]) -> Cleaning:
    """Return the first pack's cleaning knowledge; its labels of people have the English ones with them."""
    return next((pack.cleaning for _, pack in sorted(packs.items()) if pack.cleaning is not None), NO_WORDS)


def _stamps(packs: Mapping[str, LanguagePack]) -> StampReader | None:
    return next((pack.stamps for _, pack in sorted(packs.items()) if pack.stamps is not None), None)


def _outside(page: Page, body: Body) -> list[Mark]:
    code = [Mark(start=s.start, end=s.end, reason=Reason.CODE, rule="page.hidden") for s in page.hidden if len(s)]
    rest = complement(body.slices, len(page.text))
    return code + [Mark(start=s.start, end=s.end, reason=Reason.BOILERPLATE, rule=body.rule) for s in rest]


def _prose_lines(page: Page, lines: Sequence[Line], ledger: Sequence[LedgerEntry]) -> tuple[Line, ...]:
    return lines_within(page.text, lines, (entry.span for entry in ledger if entry.verdict is Verdict.PROSE))


def _stamp_places(sheet: Sheet, judgement: Judgement) -> tuple[Line, ...]:
    """Return the lines that were found to be stamp lines or bylines with a day, by place."""
    return _lines_marked(sheet, judgement, lambda rule: rule in {"stamp.line", "byline.last-updated"})


def _byline_lines(sheet: Sheet, judgement: Judgement) -> tuple[Line, ...]:
    return _lines_marked(sheet, judgement, lambda rule: rule.startswith("byline."))


def _lines_marked(sheet: Sheet, judgement: Judgement, wanted: Callable[[str], bool]) -> tuple[Line, ...]:
    """Return the stretches that such rules took for a byline, by place."""
    marks = [mark for mark in judgement.marks if mark.reason is Reason.BYLINE and wanted(mark.rule)]
    found = [trimmed(sheet.text, mark.start, mark.end) for mark in sorted(marks, key=lambda mark: mark.start)]
    return tuple(line for line in found if line is not None)


def _credit_lines(page: Page, body: Body, stamps: StampReader | None) -> tuple[Line, ...]:
    """Return the visible lines between the heading of an HTML page and its body, up to the stamp that ends them."""
    if body.headline is None or not body.slices:
        return ()
    first, last = body.headline.end, body.begins
    lines = lines_of(page, complement(page.hidden, len(page.text)))
    own = body.standfirst or Slice(0, 0)
    between = [line for line in lines if line.start >= first and line.end <= last and line.start != own.start]
    short = (line for line in between[:CREDIT_LINES] if len(line.text) <= CREDIT_CHARS)
    found = ((line, stamps(line.text) if stamps is not None else None) for line in short)
    cut = (line if stamp is None else trimmed(page.text, line.start, line.start + stamp.start) for line, stamp in found)
    return tuple(line for line in cut if line is not None)


def _tidy(page: Page, ledger: Sequence[LedgerEntry]) -> str:
    """Return the prose view's text, paragraphs on lines of their own; unsure stretches are read, so they are in it."""
    kept = [entry.span for entry in ledger if entry.verdict is not Verdict.REMOVED]
    if is_marked_up(page):
        text = _layout_only(kept_view(page.text, kept, page.breaks))
    else:
        text = _joined(page.text, merged(kept))
    paragraphs = (_single_spaced(line) for line in text.split("\n"))
    return "\n".join(paragraph for paragraph in paragraphs if paragraph)


def _joined(text: str, kept: Sequence[Slice]) -> str:
    """Return the kept slices of a text, a line end between two where what was left out holds one."""
    pieces = [piece.of(text) for piece in kept[:1]]
    for before, piece in pairwise(kept):
        pieces += ["\n" if "\n" in text[before.end : piece.start] else "", piece.of(text)]
    return "".join(pieces)


def _single_spaced(line: str) -> str:
    """Return a line with one blank for each run of white space, and none around it."""
    bare = line.strip()
    # The only white space that counts as printable is the blank.
    return bare if "  " not in bare and bare.isprintable() else " ".join(bare.split())


def _layout_only(view: View) -> str:
    """Return the view's text with the line ends of the source as blanks and only those put in as line ends."""
    return "".join(
        view.text[piece.at : piece.at + piece.length].replace("\n", " ") if piece.origin is not None else "\n"
        for piece in view.pieces
    )
