"""The language view: prose alone, spaces put in, mapped back exactly."""

from hypothesis import given
from hypothesis import strategies as st

from kronik.annotation.views import language_view, spaced
from kronik.languages.pack import LanguagePack
from kronik.records.articles import Article, Language, LedgerEntry, Reason, Verdict
from kronik.records.pages import Media, Page, Part, page_id
from kronik.records.spans import Slice
from kronik.text.views import kept_view

HEAD, TEASER, DOUBT, TAIL = (
    "Ia berunding denganIsrael.",
    "\nBaca Juga: Cuaca hariini",
    "\nFoto lamasaja",
    "\nBesok diaYakin.",
)
TEXT = HEAD + TEASER + DOUBT + TAIL
VERDICTS = (Verdict.PROSE, Verdict.REMOVED, Verdict.UNSURE, Verdict.PROSE)


def page() -> Page:
    parts = (Part(name="text", text=TEXT),)
    uri = "https://kabar.example.com/runding"
    return Page(
        id=page_id("text/1", uri, parts), uri=uri, media=Media.TEXT, encoding="utf-8", projection="text/1", parts=parts
    )


def article(code: str) -> Article:
    ledger, at = [], 0
    for stretch, verdict in zip((HEAD, TEASER, DOUBT, TAIL), VERDICTS, strict=True):
        reason = Reason.RELATED if verdict is Verdict.REMOVED else None
        ledger.append(LedgerEntry(span=Slice(at, at + len(stretch)), verdict=verdict, reason=reason, rule="test"))
        at += len(stretch)
    language = Language(code=code, score=1.0)
    return Article(page_id=page().id, uri=page().uri, language=language, ledger=tuple(ledger))


def test_only_prose_is_in_it_and_its_words_are_apart(packs: dict[str, LanguagePack]) -> None:
    view = language_view(page(), article("id"), packs)
    assert view.text.split() == ["Ia", "berunding", "dengan", "Israel.", "Besok", "dia", "Yakin."]
    assert "Foto" not in view.text


def test_a_value_across_a_space_put_in_quotes_the_page(packs: dict[str, LanguagePack]) -> None:
    view = language_view(page(), article("id"), packs)
    start = view.text.index("dengan Israel")
    (piece,) = view.to_source(start, start + len("dengan Israel"))
    assert piece.of(TEXT) == "denganIsrael"
    assert view.to_source(start + len("dengan"), start + len("dengan") + 1) == ()


def test_a_language_without_a_pack_is_left_as_it_is(packs: dict[str, LanguagePack]) -> None:
    assert "denganIsrael" in language_view(page(), article("xx"), packs).text


def test_a_pack_without_the_capability_is_left_as_it_is() -> None:
    assert "denganIsrael" in language_view(page(), article("id"), {"id": LanguagePack(code="id")}).text


@given(st.data())
def test_any_spaces_map_back_exactly(data: st.DataObject) -> None:
    text = data.draw(st.text(min_size=1, max_size=40))
    bounds = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
    kept = [Slice(start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=False)]
    base = kept_view(text, kept)
    offsets = sorted(data.draw(st.sets(st.integers(0, max(0, len(base.text) - 1)))))
    view = spaced(base, offsets if base.text else ())
    assert sum(piece.length for piece in view.pieces) == len(view.text)
    for piece in view.pieces:
        if piece.origin is not None:
            shown = view.text[piece.at : piece.at + piece.length]
            assert shown == text[piece.origin : piece.origin + piece.length]
    assert view.to_source(0, len(view.text)) == base.to_source(0, len(base.text))
    added = len(view.text) - len(base.text)
    assert added == (len(offsets) if base.text else 0)
