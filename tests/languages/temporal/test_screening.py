"""The screen changes nothing: what is read behind it are the times that a reading of the whole text finds."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kronik.errors import DataError
from kronik.languages.id.times import load_times
from kronik.languages.temporal import screening
from kronik.languages.temporal.finder import GrammarFinder
from kronik.languages.temporal.grammar import EMITTED, Item, run
from kronik.languages.temporal.numbers import DATED, DATED_SHAPE, number_of
from kronik.languages.temporal.screening import screen_of, telling_tokens
from kronik.languages.temporal.sources import read_lexicon
from kronik.languages.temporal.tokens import tokens_of

FINDER = load_times()
assert isinstance(FINDER, GrammarFinder)
FORMS = sorted(FINDER.lexicon.words)
WORDS = [
    *FORMS,
    *map(str.capitalize, FORMS),
    *map(str.upper, FORMS),
    "Budi",
    "orang",
    "KPK",
    "Iran",
    "jum'at's",
    "o'senin",
]
NUMBERS = [
    "18/6",
    "18/6/2025",
    "8 / 6",
    "17-18",
    "2024",
    "14.30",
    "1.6.25",
    "1–2–25",
    "2019–24",
    "90-an",
    "12Juni",
    "5.000",
]
SIGNS = [
    ". ",
    ".",
    "! ",
    "? ",
    ".” ",
    "“",
    '"',
    ", ",
    "\n",
    "\n\n",
    " ",
    "(",
    ")",
    "-",
    "/",
    "’",
    "ж",
    "É",
    "ß",
    "\x00",
]
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(WORDS), st.sampled_from(NUMBERS), st.sampled_from(SIGNS), st.just(" "), st.text(max_size=3)
    ),
    max_size=60,
)


def times(items: list[Item]) -> list[Item]:
    return [item for item in items if item.kind in EMITTED]


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["", " "]))
def test_behind_the_screen_the_same_times_are_read(pieces, between):
    text = between.join(pieces)
    whole = run(FINDER.grammar, tokens_of(text, FINDER.lexicon))
    assert times(run(FINDER.grammar, telling_tokens(text, FINDER.lexicon, FINDER.screen))) == times(whole)


@pytest.fixture
def stretches(monkeypatch):
    """Return what reads a text and tells which stretches of it were read."""
    read: list[str] = []

    def recorded(text, lexicon, start=0, end=None):
        read.append(text[start:end])
        return tokens_of(text, lexicon, start, end)

    monkeypatch.setattr(screening, "tokens_of", recorded)

    def of(text):
        read.clear()
        telling_tokens(text, FINDER.lexicon, FINDER.screen)
        return [stretch.strip() for stretch in read if stretch]

    return of


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Budi datang. Ia pulang pada Senin. Lalu diam.", ["Ia pulang pada Senin."]),
        ("Budi datang padaSenin. Ia pulang.", ["Budi datang padaSenin."]),
        ("Budi ke Irankemarin. Ia pulang.", ["Budi ke Irankemarin."]),
        ("Ia datang. Harganya 5.000 rupiah. Ia pulang.", []),
        ("Ia datang. Pada 12/6 ia pulang.", ["Pada 12/6 ia pulang."]),
        ("Ia datang. Pada 2024. Ia pulang.", ["Pada 2024."]),
        ("Ia datang. HARI ini. Ia pulang.", ["HARI ini."]),
        ("Ia datang s.d. Senin.", ["Ia datang s.d. Senin."]),
        ("Ia datang s.\nd. Senin.", ["Ia datang s.\nd. Senin."]),
        ("SEMENTARA itu ia datang. Matahari terbit.", []),
        ("Senin tiba. Selasa juga. Ia diam. Rabu pun", ["Senin tiba. Selasa juga.", "Rabu pun"]),
        ("Warga menyambut tamu di balai desa. " * 20, []),
        ("", []),
    ],
)
def test_only_sentences_that_may_hold_a_time_are_read(stretches, text, read):
    assert stretches(text) == read


def test_a_sentence_passed_over_ends_what_the_one_before_it_told():
    """ "Mei" goes on with the year of the sentence before, and no further."""
    near = "Rapat digelar pada Juni 2024. Pada Mei mereka bertemu."
    far = "Rapat digelar pada Juni 2024. Mereka diam. Pada Mei mereka bertemu."
    values = [[found.value for found in FINDER(text, date(2025, 6, 18))] for text in (near, far)]
    assert values == [["2024-06", "2024-05"], ["2024-06", "2025-05"]]


def test_every_number_that_is_a_date_has_its_shape():
    parts, signs = ["1", "12", "2024", "18", "25", "3025", "20245"], ["/", " / ", "-", "–", ".", ",", ":"]
    strings = [
        *parts,
        *(a + sign + b for a, sign, b in product(parts, signs, parts)),
        *(a + one + b + other + c for a, one, b, other, c in product(parts, signs, parts, signs, parts)),
    ]
    dated = [text for text in strings if number_of(text).kind in DATED]
    assert {number_of(text).kind for text in dated} >= {"year", "years", "year-year", "dmy", "ymd", "dm", "d-dm"}
    shapes = FINDER.screen.shapes
    assert [one for one in dated if not DATED_SHAPE.search(one.encode("latin-1", "replace").translate(shapes))] == []


@pytest.mark.parametrize(
    ("core", "words", "reason"),
    [
        ({"a"}, '[a]\n"tgl. ini" = 1', "end of a sentence"),
        ({"a", "n12"}, "[a]\nhari = 1", "may be anything"),
    ],
)
def test_a_core_that_a_text_does_not_show(core, words, reason):
    with pytest.raises(DataError, match=reason):
        screen_of(read_lexicon('source = "x"\n' + words, "words.toml"), frozenset(core), "words.toml")
