from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.records.articles import Reason, Verdict
from kronik.web.page_text import page_lines, stretches

KINDS = [(Verdict.PROSE, None), (Verdict.UNSURE, None), *((Verdict.REMOVED, reason) for reason in Reason)]


def lines_as_text(lines):
    return ["".join(run.text for run in line.runs) if line.runs else dict(line.folded) for line in lines]


def test_lines_follow_the_page_and_each_change_of_verdict_is_named(bundle_of, plain_stretches):
    lines = page_lines(bundle_of(plain_stretches))
    assert lines_as_text(lines) == [
        "JAKARTA, Warta Contoh - Kedua presiden berunding pada Selasa (17/6) malam.\n",
        "Baca juga: Harga cabai naik\n",
        "Perundingan dilanjutkan pekan depan.\n",
        "Ikuti kabar kami",
    ]
    named = [(run.verdict, run.reason) for line in lines for run in line.runs if run.named]
    assert named == [("removed", "dateline"), ("removed", "related"), ("unsure", None)]
    assert [line.removed for line in lines] == [False, True, False, False]


def test_code_and_boilerplate_are_counted_and_not_repeated(bundle_of):
    bundle = bundle_of(
        [
            ("Awal.", Verdict.PROSE, None),
            ("var a=1;", Verdict.REMOVED, Reason.CODE),
            ("\n \n", Verdict.PROSE, None),
            ("Tentang kami", Verdict.REMOVED, Reason.BOILERPLATE),
            ("Akhir.", Verdict.PROSE, None),
        ]
    )
    assert lines_as_text(page_lines(bundle)) == ["Awal.", {"boilerplate": 12, "code": 8}, "Akhir."]


def test_breaks_of_markup_begin_lines_and_line_ends_do_not(bundle_of):
    bundle = bundle_of([("Judul\nini panjangIsi pertama.Isi kedua.", Verdict.PROSE, None)], breaks=(0, 17, 29))
    assert lines_as_text(page_lines(bundle)) == ["Judul\nini panjang", "Isi pertama.", "Isi kedua."]


def test_a_time_is_marked_where_it_stands_and_shown_where_it_ends(bundle_of, plain_stretches):
    runs = page_lines(bundle_of(plain_stretches, times=[("Selasa (17/6) malam", "2025-06-17")]))[0].runs
    assert [(run.text, run.times, run.ending) for run in runs[1:]] == [
        ("Kedua presiden berunding pada ", (), ()),
        ("Selasa (17/6) malam", (1,), (1,)),
        (".\n", (), ()),
    ]


def test_times_that_overlap_are_both_marked(bundle_of):
    bundle = bundle_of(
        [("dari 9 sampai 15 Juni", Verdict.PROSE, None)],
        times=[("9 sampai 15 Juni", "2025-06-09/2025-06-15"), ("15 Juni", "2025-06-15")],
    )
    runs = page_lines(bundle)[0].runs
    assert [(run.text, run.times, run.ending) for run in runs] == [
        ("dari ", (), ()),
        ("9 sampai ", (1,), ()),
        ("15 Juni", (1, 2), (1, 2)),
    ]


def test_an_empty_page_has_no_lines(bundle_of):
    assert page_lines(bundle_of([])) == ()


@given(
    st.lists(st.tuples(st.text("ab \n\u202e<", min_size=1, max_size=12), st.sampled_from(KINDS)), max_size=8),
    st.sets(st.integers(0, 60)),
)
def test_every_character_that_is_not_blank_is_shown_or_counted(bundle_of, drawn, breaks):
    pieces = [(text, verdict, reason) for text, (verdict, reason) in drawn]
    length = sum(len(text) for text, _, _ in pieces)
    bundle = bundle_of(pieces, breaks=tuple(sorted(at for at in breaks if at <= length)))
    lines = page_lines(bundle)
    folded = sum(count for line in lines for _, count in line.folded)
    shown = "".join(run.text for line in lines for run in line.runs)
    kept = "".join(text for text, _, reason in pieces if reason not in (Reason.CODE, Reason.BOILERPLATE))
    assert folded == length - len(kept)
    assert "".join(shown.split()) == "".join(kept.split())


@given(st.lists(st.tuples(st.text("ab", min_size=1, max_size=5), st.sampled_from(KINDS)), max_size=8))
def test_stretches_cover_the_page_and_neighbours_differ(bundle_of, drawn):
    pieces = [(text, verdict, reason) for text, (verdict, reason) in drawn]
    bar = stretches(bundle_of(pieces).article.ledger)
    assert sum(stretch.length for stretch in bar) == sum(len(text) for text, _, _ in pieces)
    at = 0
    for stretch in bar:
        assert stretch.start == at
        at += stretch.length
    kinds = [(stretch.verdict, stretch.reason) for stretch in bar]
    assert all(one != next_ for one, next_ in pairwise(kinds))


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_blank_lines_are_not_lines(bundle_of, ending):
    bundle = bundle_of([(f"Satu.{ending}{ending}  {ending}Dua.", Verdict.PROSE, None)])
    assert [line.strip() for line in lines_as_text(page_lines(bundle))] == ["Satu.", "Dua."]
