"""Two spellings of one name have one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.knowledge.naming import asked_keys, folded, kept_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Türkiye", "turkiye"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("Jonas Gahr Støre", "jonas gahr store"),
        ("Radosław Sikorski", "Radoslaw Sikorski"),
        ("Korea  Utara", "Korea Utara"),
        ("Binali Yıldırım", "Binali Yildirim"),
        ("Guinea–Bissau", "Guinea-Bissau"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("text", "keys"), [("AS", ("AS", "as")), ("as", ("as",)), ("As", ("as",))])
def test_capitals_are_asked_for_first(text: str, keys: tuple[str, ...]) -> None:
    assert asked_keys(text) == keys


def test_a_name_in_capitals_is_kept_apart_from_the_word() -> None:
    assert kept_key("PAN") != kept_key("pan")
    assert kept_key("Bareskrim") == kept_key("bareskrim")


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=20))
def test_what_is_kept_is_found(text: str) -> None:
    assert kept_key(text) in asked_keys(text)
