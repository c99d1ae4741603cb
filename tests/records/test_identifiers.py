"""Ids tell records apart."""

from hypothesis import given
from hypothesis import strategies as st

from kronik.records.identifiers import identify

fields = st.lists(st.one_of(st.text(max_size=4), st.integers(0, 12), st.none(), st.binary(max_size=3)), max_size=4)


@given(fields, fields)
def test_two_lists_of_fields_have_one_id_only_when_they_are_equal(left: list[str], right: list[str]) -> None:
    same = [(type(f), f) for f in left] == [(type(f), f) for f in right]
    assert (identify("x", *left) == identify("x", *right)) == same


def test_the_kind_is_part_of_the_id() -> None:
    assert identify("page", "a") != identify("time", "a")
