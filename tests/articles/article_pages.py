"""Pages of our own for the tests of the article stage."""

from kronik.records.articles import Article, Verdict
from kronik.records.pages import Media, Page, Part, page_id
from kronik.text.markup import project_markup

PROSE = "Wali kota Teluk Damai meresmikan jembatan baru di atas Sungai Lembayung pada Rabu (4/6/2025) pagi."
MORE = "Ia berharap warga di kedua tepi sungai lebih mudah berdagang, dan berjanji jalan menuju ke sana segera diaspal."
LAST = "Jembatan itu dibangun selama dua tahun dengan anggaran daerah, kata kepala dinas pekerjaan umum setempat."


def text_page(text: str, uri: str = "https://kabar.example.com/jembatan", **parts: str) -> Page:
    """Return a page of a table row without markup."""
    named = tuple(Part(name=name, text=value) for name, value in sorted({"text": text, **parts}.items()))
    return Page(
        id=page_id("row/1", uri, named), uri=uri, media=Media.ROW, encoding="utf-8", projection="row/1", parts=named
    )


def markup_page(source: str, uri: str = "https://www.kabarcontoh.test/desa/1") -> Page:
    """Return a page projected from markup."""
    projection = project_markup(source)
    parts = sorted([("text", projection.text), *projection.attributes])
    return Page(
        id="0" * 32,
        uri=uri,
        media=Media.HTML,
        encoding="utf-8",
        projection="html/1",
        parts=tuple(Part(name=name, text=text) for name, text in parts),
        breaks=projection.breaks,
        hidden=projection.hidden,
        markup=source,
    )


def lines(*texts: str) -> str:
    """Return the lines as one text."""
    return "\n".join(texts)


def removed(article: Article, text: str) -> list[tuple[str, str]]:
    """Return what was removed, without white space around it, and why."""
    return [
        (entry.span.of(text).strip(), str(entry.reason)) for entry in article.ledger if entry.verdict is Verdict.REMOVED
    ]
