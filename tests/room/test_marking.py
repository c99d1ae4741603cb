"""The text of the reader: no character lost, every field where it was read."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.chronicle.reader import Chronicle
from kronik.records.articles import Verdict
from kronik.room.screens.fields import KINDS, fields_of
from kronik.room.screens.marking import covering, text_lines


@pytest.fixture(scope="module")
def bundles(room_chronicle):
    with Chronicle.open(room_chronicle) as chronicle:
        return list(chronicle.bundles())


def test_the_runs_are_the_ledger(bundles):
    for bundle in bundles:
        fields = fields_of(bundle)
        text = bundle.page.text
        for whole in (False, True):
            runs = [run for line in text_lines(bundle, fields, whole=whole) for run in line.runs]
            assert all(run.text == text[run.start : run.end] for run in runs)
            assert all(a.end <= b.start for a, b in pairwise(runs))
            shown = {at for run in runs for at in range(run.start, run.end)}
            prose = {at for piece in bundle.article.spans(Verdict.PROSE) for at in range(piece.start, piece.end)}
            assert {at for at in prose - shown if text[at].strip()} == set()
            assert whole or shown <= prose


def test_a_run_has_the_fields_that_were_read_in_it(bundles):
    for bundle in bundles:
        fields = fields_of(bundle)
        for line in text_lines(bundle, fields, whole=False):
            for run in line.runs:
                assert set(run.fields) == set(covering(fields, run.start, run.end))


def test_every_kind_of_field_is_found_and_quotes_its_characters(bundles):
    found = [(bundle, field) for bundle in bundles for field in fields_of(bundle)]
    assert {field.kind for _, field in found} == set(KINDS)
    for bundle, field in found:
        assert all(spot.quote == bundle.page.text[spot.start : spot.end] for spot in field.spots)
        assert field.rule or field.kind == "actor"


@given(start=st.integers(0, 3000), length=st.integers(1, 200), data=st.data())
def test_a_stretch_is_covered_by_what_overlaps_it(bundles, start, length, data):
    fields = fields_of(data.draw(st.sampled_from(bundles)))
    keys = covering(fields, start, start + length)
    for field in fields:
        inside = any(set(range(s.start, s.end)) & set(range(start, start + length)) for s in field.spots)
        assert (field.key in keys) == inside
