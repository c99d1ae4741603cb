"""Hostile texts end soon: no rule of the article stage grows with the square of a page."""

import time

import pytest
from article_pages import PROSE, text_page

from kronik.articles.article import article_of

SECONDS = 10
"""Far above what these pages need on a slow machine (under one second), far below a quadratic rule's time."""


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
def test_hostile_texts_end_soon(packs, text):
    before = time.process_time()
    article_of(text_page(text, uri="panjang.txt"), packs)
    assert time.process_time() - before < SECONDS


@pytest.mark.parametrize("part", ["stamp", "byline", "title", "outlet"])
def test_hostile_parts_end_soon(packs, part):
    before = time.process_time()
    article_of(text_page(PROSE, **{part: " ," * 100_000 + "x"}), packs)
    assert time.process_time() - before < SECONDS
