"""Counts of filters: what each value would leave, its own filter left aside."""

from hypothesis import given
from hypothesis import strategies as st

from kronik.room.screens.listing import facets_of

VALUES = st.sampled_from(["a", "b", None, "c"])
CELLS = st.lists(st.tuples(VALUES, VALUES, VALUES, st.integers(1, 9)), max_size=30)
CHOSEN = st.dictionaries(st.sampled_from(["x", "y", "z"]), st.sampled_from(["a", "b", "-", "d"]))
NAMES = ("x", "y", "z")


def left(cells, chosen):
    """Rows that fit, counted one by one."""
    return sum(
        cell[3]
        for cell in cells
        if all(
            ("-" if cell[at] is None else cell[at]) == chosen.get(name, cell[at] or "-")
            for at, name in enumerate(NAMES)
        )
    )


@given(CELLS, CHOSEN)
def test_each_count_is_what_choosing_the_value_leaves(cells, chosen):
    total, facets = facets_of(NAMES, cells, chosen)
    assert total == left(cells, chosen)
    for facet in facets:
        for option in facet.options:
            assert option.count == left(cells, {**chosen, facet.name: option.value})
            assert option.chosen == (chosen.get(facet.name) == option.value)


@given(CELLS, CHOSEN)
def test_a_chosen_value_is_always_offered_so_that_it_can_be_taken_out(cells, chosen):
    _, facets = facets_of(NAMES, cells, chosen)
    for facet in facets:
        assert chosen.get(facet.name) is None or any(option.chosen for option in facet.options)


def test_most_rows_first_then_by_name():
    _, (facet,) = facets_of(("x",), [("b", 2), ("a", 2), ("c", 5)], {})
    assert [option.value for option in facet.options] == ["c", "a", "b"]
