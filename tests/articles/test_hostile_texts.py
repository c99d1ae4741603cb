"""Hostile texts are read to their end, every character judged; `benchmarks/hostile.py` shows what they cost."""

import pytest
from article_pages import PROSE, text_page

from kronik.articles.article import article_of
from kronik.records.articles import ledger_faults


@pytest.mark.parametrize(
    "text",
    [
        "#a" * 200_000 + " x",
        " " * 300_000 + ".",
        "a. " * 100_000,
        (PROSE + "\n") * 4_000,
        "\n".join(f"Baris nomor {number} dari daftar panjang sekali" for number in range(6_000)),
        "Baca juga: " * 30_000,
        "Baca Selengkapnya" * 20_000,
        "(" * 100_000,
        "JAKARTA, " * 40_000 + "-",
        "a>b>" * 60_000,
        "-" * 300_000,
    ],
    ids=[
        "hashtags",
        "blanks",
        "sentences",
        "copies",
        "lines",
        "markers",
        "closers",
        "brackets",
        "places",
        "crumbs",
        "dashes",
    ],
)
def test_hostile_texts_are_read(packs, text):
    page = text_page(text, uri="panjang.txt")
    assert not ledger_faults(article_of(page, packs).ledger, len(page.text))


@pytest.mark.parametrize("part", ["stamp", "byline", "title", "outlet"])
def test_hostile_parts_are_read(packs, part):
    page = text_page(PROSE, **{part: " ," * 100_000 + "x"})
    assert not ledger_faults(article_of(page, packs).ledger, len(page.text))
