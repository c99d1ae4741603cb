"""The view that the stages after cleaning read: prose alone, glued words apart."""

from collections.abc import Mapping, Sequence

from kronik.languages.pack import LanguagePack
from kronik.records.articles import Article, Verdict
from kronik.records.pages import Page
from kronik.text.views import Piece, View, kept_view

SPACE = " "


def language_view(page: Page, article: Article, packs: Mapping[str, LanguagePack]) -> View:
    """Return the view of the article's prose in which a space stands wherever the language's pack misses one.

    What is unsure or removed is not in it. The view maps back to code points of the page text exactly, and the spaces
    put in map to nothing. Without a pack, or with one that knows nothing of glued words, nothing is put in.
    """
    view = kept_view(page.text, article.spans(Verdict.PROSE), page.breaks)
    pack = packs.get(article.language.code)
    return view if pack is None or pack.glue is None else spaced(view, pack.glue(view.text))


def spaced(view: View, offsets: Sequence[int]) -> View:
    """Return the view with a space put in at each of the offsets (of the view, ascending, within it)."""
    pieces: list[Piece] = []
    out: list[str] = []
    cuts = iter((*offsets, len(view.text) + 1))
    cut = next(cuts)
    at = 0
    for piece in view.pieces:
        start, end = piece.at, piece.at + piece.length
        while start < end:
            if start == cut:
                pieces.append(Piece(at, len(SPACE), None))
                out.append(SPACE)
                at += len(SPACE)
                cut = next(cuts)
            stop = min(end, cut)
            origin = None if piece.origin is None else piece.origin + start - piece.at
            pieces.append(Piece(at, stop - start, origin))
            out.append(view.text[start:stop])
            at += stop - start
            start = stop
    return View("".join(out), tuple(pieces))
