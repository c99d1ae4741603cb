"""Names of one actor in one story: in full, in part, shortened, glued to the word behind them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.stories.names import is_one_name, is_part


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("rina palupi", "palupi", True),
        ("rina palupi", "rina wibowo", False),
        ("rina palupi", "rina palupidalam", True),
        ("rina palupi", "rinapalupi", True),
        ("subdit lalu lintas polda banten", "polda banten", True),
        ("polda banten", "polda bali", False),
        ("kejati", "kejaksaan tinggi banten", True),
        ("dlhk rangkas", "dinas lingkungan hidup kebersihan", True),
        ("dishub rangkas", "dinas perhubungan", False),
        ("dinas", "dinas perhubungan", True),
        ("lurah", "lurah ratu ahmad", True),
        ("", "rina palupi", False),
        ("ana", "anarki", False),
    ],
)
def test_names_of_one_actor(one, other, same) -> None:
    assert is_one_name(one.split(), other.split()) is same
    assert is_one_name(other.split(), one.split()) is same


@given(st.lists(st.text("abk", min_size=1, max_size=6), max_size=4), st.lists(st.text("abk", min_size=1), max_size=4))
def test_the_order_of_two_names_is_all_one(one, other) -> None:
    assert is_one_name(one, other) is is_one_name(other, one)
    assert not one or is_one_name(one, one)


def test_a_name_of_no_words_is_part_of_none() -> None:
    assert not is_part((), ("warga",))
    assert is_part(("warga",), ("warga", "desa"))
    assert not is_part(("warga", "kota"), ("warga", "desa"))
