"""The Indonesian cleaning data: checked when loaded, markers with ids of their own."""

import pytest

from kronik.errors import DataError
from kronik.languages.id import cleaning
from kronik.languages.id.cleaning import load_cleaning


def test_every_marker_has_an_id_of_its_own():
    ids = [marker.id for marker in load_cleaning().markers]
    assert len(ids) == len(set(ids)) > 40


def test_word_lists_are_folded_and_not_empty():
    words = load_cleaning()
    for found in (words.places, words.outlets, words.writer_labels, words.common_words, words.small_words):
        assert found
        assert all(word == word.casefold() for word in found)
    assert not words.own_words & words.near_words


def good() -> dict[str, object]:
    return {"id": "a.b", "reason": "advert", "form": "line", "pattern": "iklan"}


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"reason": "noise"}, "a.b"),
        ({"form": "middle"}, "a.b"),
        ({"pattern": "("}, "a.b"),
        ({"colour": "red"}, "a.b"),
        ({"id": ""}, ""),
    ],
)
def test_a_wrong_marker_names_itself(change, key):
    with pytest.raises(DataError) as error:
        cleaning._markers([{**good(), **change}])
    assert error.value.key == key


def test_two_markers_of_one_id_are_refused():
    with pytest.raises(DataError):
        cleaning._markers([good(), good()])


def test_a_word_that_stands_twice_is_refused():
    with pytest.raises(DataError):
        cleaning._words("places", ["Jakarta", "jakarta"])


def test_a_kind_of_no_known_field_is_refused():
    with pytest.raises(DataError):
        cleaning._kinds([{"kind": "opinion", "field": "colour", "pattern": "x"}])
