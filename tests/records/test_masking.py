from dataclasses import replace

import msgspec
import pytest

from kronik.records.actors import Actor, ActorKind, Mention, MentionForm, Protection
from kronik.records.articles import Article, Language, LedgerEntry, Reading, Verdict
from kronik.records.bundles import Bundle, Raw
from kronik.records.documents import document_of
from kronik.records.findings import Findings
from kronik.records.masking import masked, masked_snippet, masked_text, protected_names
from kronik.records.pages import Media, Page, Part, page_id
from kronik.records.spans import Slice, evidence

TEXT = "Polisi menemukan Melati Ayu (12) di Sukamaju. Melati kini aman, kata ibunya. Bunga melati mekar."


def bundle_of(protection: Protection | None) -> Bundle:
    parts = (Part(name="text", text=TEXT), Part(name="title", text="Melati Ayu Ditemukan"))
    page = Page(
        id=page_id("row/1", "u", parts), uri="u", media=Media.ROW, encoding="utf-8", projection="row/1", parts=parts
    )
    mentions = tuple(
        Mention(evidence=evidence(start, start + len(name)), form=MentionForm.NAME, rule="name")
        for name, start in (("Melati Ayu", 17), ("Melati", 46))
    )
    child = Actor(
        id="a", name="Melati Ayu", kind=ActorKind.PERSON, country=None, sector=None, mentions=mentions,
        protection=protection,
    )  # fmt: skip
    article = Article(
        page_id=page.id,
        uri="u",
        language=Language(code="id", score=1.0),
        headline=Reading(value="Melati Ayu Ditemukan", evidence=(evidence(0, 20, "title"),), rule="title"),
        ledger=(LedgerEntry(span=Slice(0, len(TEXT)), verdict=Verdict.PROSE, rule="rest"),),
        prose=TEXT,
    )
    raw = Raw(media=Media.ROW, encoding="utf-8", data=TEXT.encode())
    return Bundle(page=page, raw=raw, article=article, times=(), findings=Findings(actors=(child,)))


@pytest.mark.parametrize("protection", list(Protection))
def test_no_name_of_a_protected_person_is_readable_and_every_offset_holds(protection: Protection) -> None:
    bundle = masked(bundle_of(protection))
    record = msgspec.json.encode(document_of(bundle)).decode()
    assert "Melati" not in record
    assert "Bunga melati mekar" in record
    assert bundle.raw is None
    assert len(bundle.page.text) == len(TEXT)
    assert bundle.page.text[:17] == TEXT[:17]
    assert bundle.findings is not None
    assert {set(one.evidence.quote(bundle.page.text)) == {"█"} for one in bundle.findings.actors[0].mentions} == {True}


def test_a_page_that_protects_nobody_stays_as_it_is() -> None:
    bundle = bundle_of(None)
    assert masked(bundle) is bundle
    assert masked(replace(bundle, findings=None)).page.text == TEXT


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Ani dan Anita", ("Ani",), "███ dan Anita"),
        ("Ani Sari, Ani", ("Ani Sari", "Ani"), "████████, ███"),
        ("A.B. (14)", ("A.B.",), "████ (14)"),
        ("tanpa nama", (), "tanpa nama"),
        ("https://kabar.example/ani-sari-hilang", ("Ani Sari",), "https://kabar.example/████████-hilang"),
        ("Baca https://kabar.example/foto/ANI_SARI.jpg", ("Ani Sari",), "Baca https://kabar.example/foto/████████.jpg"),
        ("https://ani.example/si-ani", ("Ani",), "https://ani.example/si-███"),
        ("https://kabar.example/anisah-pulang", ("Ani",), "https://kabar.example/anisah-pulang"),
        ("https://ani.example", ("Ani",), "https://ani.example"),
    ],
)
def test_names_are_masked_as_words(text: str, names: tuple[str, ...], expected: str) -> None:
    assert masked_text(text, names) == expected


@pytest.mark.parametrize(
    ("snippet", "expected"),
    [
        ("<Ani> Sari pulang", "<███>█████ pulang"),
        ("Sari pulang, bunga sari", "████ pulang, bunga sari"),
        ("<pulang> ke rumah", "<pulang> ke rumah"),
    ],
)
def test_a_cut_piece_shows_no_word_of_a_name(snippet: str, expected: str) -> None:
    assert masked_snippet(snippet, ("Ani Sari",), "<>") == expected
    assert masked_snippet(snippet, (), "<>") == snippet


def test_names_come_longest_first() -> None:
    assert protected_names(bundle_of(Protection.MINOR)) == ("Melati Ayu", "Melati")
