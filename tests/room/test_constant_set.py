"""The constant set of outlets: those that have articles in every bin from a start on, where they have most."""

import pytest

from kronik.room.screens.overview import constant_set


@pytest.mark.parametrize(
    ("counts", "first", "start", "kept"),
    [
        ({"a": (5, 5, 5), "b": (1, 1, 1)}, 0, 0, {"a", "b"}),
        ({"a": (1, 5, 5), "b": (0, 4, 4)}, 0, 1, {"a", "b"}),  # a short span of both holds more than a long one of one
        ({"a": (9, 5, 5), "b": (0, 1, 1)}, 0, 0, {"a"}),
        ({"a": (0, 0, 5), "b": (0, 0, 4)}, 0, 0, set()),  # one bin is no span
        ({"a": (7, 5, 5)}, 1, 1, {"a"}),
        ({"a": (3, 0, 5)}, 0, 0, set()),
        ({None: (2, 2)}, 0, 0, {None}),
        ({}, 0, 0, set()),
    ],
)
def test_the_span_of_most_articles_is_taken(counts, first, start, kept):
    assert constant_set(counts, first=first) == (start, frozenset(kept))
