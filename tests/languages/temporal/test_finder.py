"""Properties of the finder on arbitrary text: offsets, values, time."""

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kronik.languages.id.times import load_times
from kronik.languages.temporal import edtf
from kronik.languages.temporal.discourse import Ground
from kronik.languages.temporal.finder import GrammarFinder, spoken_in
from kronik.languages.temporal.meanings import Meaning
from kronik.languages.temporal.resolving import Resolver
from kronik.records.times import Anchor

FINDER = load_times()
assert isinstance(FINDER, GrammarFinder)
FORMS = sorted(FINDER.lexicon.words)
PIECES = [
    *(
        "Senin",
        "(18/6)",
        "18/6/2025",
        "17-18",
        "2024",
        "14.30",
        "00/00/0000",
        "31/2/2025",
        "9999",
        "٣",
        "H-10",
        "ke-20",
    ),
    *(",", "(", ")", "\n", "\n\n", '"', "“", "”", ".", "-", "–", "/", " ", "orang", "Budi", "é", "\x00", "\u2028"),
]
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from([*FORMS, *PIECES]), max_size=40).map(" ".join),
    st.lists(st.sampled_from([*FORMS, *PIECES]), max_size=40).map("".join),
)
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max]))


@settings(max_examples=200, deadline=None)
@given(TEXTS, DAYS)
def test_spans_ascend_within_the_text_and_values_are_edtf(text, published):
    end = 0
    for found in FINDER(text, published):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        assert text[found.start : found.end].strip()
        if found.value is None:
            assert found.anchor is Anchor.NONE
            assert found.mod is None
        else:
            low, high = edtf.bounds(found.value)
            assert low is None or high is None or low <= high
            assert (found.anchor is Anchor.ABSOLUTE) == (found.anchor_day is None)


@settings(max_examples=100, deadline=None)
@given(TEXTS, DAYS)
def test_the_same_text_gives_the_same_times(text, published):
    assert FINDER(text, published) == FINDER(text, published)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([*FORMS, *PIECES]), max_size=20).map(" ".join))
def test_without_a_publication_day_nothing_is_told_against_one(text):
    assert all(found.anchor is not Anchor.PUBLICATION for found in FINDER(text, None))


ADVERSARIAL = [
    *(
        "17, ",
        "Senin ",
        "sejak ",
        '"kemarin ',
        '"',
        "1/",
        "1-",
        "1 / ",
        "2024-",
        "hari ",
        "hari  ",
        "\n",
        "a",
        "A",
        "(",
    ),
    *("tahun 2017, 2018, ", "Senin dan ", "waktu indonesia ", "dua puluh ", "17, 18 dan 20 Juni ", "Mei ", "Asejak"),
    *('"kemarin" ', "antara Senin dan ", "setiap Senin dan ", "hari" + " " * 50, "waktu" + "\t" * 30, "Jum'at'"),
]
SMALL, LARGE = 4_000, 24_000
SLACK = 3
"""How much more than its share of characters the larger text may cost: the clock of a busy machine wavers."""


@pytest.mark.parametrize("unit", ADVERSARIAL)
def test_time_is_linear(unit):
    def cost(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size]
        best = float("inf")
        for published in (date(2025, 6, 18), None):
            begun = time.process_time()
            FINDER(text, published)
            best = min(best, time.process_time() - begun)
        return best

    small = min(cost(SMALL) for _ in range(2))
    assert cost(LARGE) <= SLACK * (LARGE / SMALL) * small + 0.02


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('Ia berkata, "Halo." Lalu pergi.', ["Halo."]),
        ("Ia berkata, “Halo.” Lalu “pergi”.", ["Halo.", "pergi"]),
        ('"Tak tertutup\nbaris baru "dua"', ["Tak tertutup", "dua"]),
        ("Tanpa tanda.", []),
        ("Tutup saja” lalu diam.", []),
    ],
)
def test_spoken(text, quoted):
    spoken = spoken_in(text)
    pairs = list(zip(spoken.starts, spoken.ends, strict=True))
    assert [re.sub('["“”]', "", text[low:high]) for low, high in pairs] == quoted
    assert all(spoken.around(low) == (low, high) for low, high in pairs)
    assert spoken.around(len(text)) is None


def test_a_meaning_without_a_rule_has_no_value():
    assert Resolver(FINDER.resolver.feasts).resolve(Meaning(), Ground(speech=None, anchor=Anchor.NONE)) is None
