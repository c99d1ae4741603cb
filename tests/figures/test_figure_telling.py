"""Stretches that are passed over hold no figure."""

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kronik.figures.finding import figures_in, figures_of
from kronik.figures.telling import Telling, telling
from kronik.figures.tokens import tokens_of
from kronik.languages.id.counting import load_counting
from kronik.text.stretches import stretches

WORDS = load_counting()
PIECES = (
    "12 Rp5 1.326 dua tiga orang tewas luka-luka korban jiwa miliar dan menewaskan menjadi pengungsi tidak ada yang "
    "ditangkap US$ €7 dolar as tak bernyawa turun ke jalan “Tewas” seorang, DUA hujan reda. Warga pulang."
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hujan turun sejak pagi. Warga pulang.", []),
        ("Dua orang makan. Mereka pulang.", []),
        ("Ia tewas. Dua rumah rusak.", []),
        ("Hujan. Dua orang tewas. Warga pulang.", [(7, 24, False, True)]),
        ("Harga Rp 5.000 sekilo", [(0, 21, True, False)]),
        ("Harga “lama” €5 sekilo", [(0, 22, True, False)]),
        ("Tidak ada korban jiwa", [(0, 21, False, True)]),
        ("KAPAL KARAM TANPA KORBAN JIWA", [(0, 29, False, True)]),
    ],
)
def test_stretches_that_may_tell(text, told):
    assert [(one.start, one.end, one.money, one.persons) for one in telling(text, WORDS)] == told


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(sorted(PIECES.split())), max_size=14))
def test_no_figure_is_passed_over(pieces):
    text = " ".join(pieces)
    every = []
    for start, end in stretches(text):
        every += figures_in(
            tokens_of(text, start, end, numerals=WORDS.starters),
            Telling(start, end, money=True, persons=True),
            [],
            WORDS,
        )
    found = figures_of(SimpleNamespace(text=text, times=()), WORDS)
    assert set(found) == set(every)
