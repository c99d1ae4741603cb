"""Slices and evidence."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.records.spans import Slice, complement, evidence, merged

slices = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12)).map(lambda pair: Slice(pair[0], sum(pair))))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_slice_runs_forward_from_zero(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a slice"):
        Slice(start, end)


@given(slices)
def test_merged_slices_cover_the_same_offsets_and_never_touch(given_slices: list[Slice]) -> None:
    joined = merged(given_slices)
    assert {i for s in joined for i in range(s.start, s.end)} == {
        i for s in given_slices for i in range(s.start, s.end)
    }
    assert all(left.end < right.start for left, right in pairwise(joined))


@given(slices, st.integers(73, 90))
def test_slices_and_their_complement_share_nothing_and_leave_nothing(given_slices: list[Slice], length: int) -> None:
    inside = {i for s in given_slices for i in range(s.start, s.end)}
    outside = {i for s in complement(given_slices, length) for i in range(s.start, s.end)}
    assert inside | outside == set(range(length))
    assert not inside & outside


def test_evidence_quotes_its_characters() -> None:
    text = "Rapat digelar Senin (20/3)."
    assert evidence(14, 26).quote(text) == "Senin (20/3)"
