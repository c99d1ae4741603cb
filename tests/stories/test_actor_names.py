"""Names of one actor in one story: in full, in part, shortened, glued to the word behind them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.stories.names import are_called_alike, is_one_name, is_part, is_spelt_like


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
        ("polda ntb", "polda nusa tenggara barat", True),
        ("polres ntb", "polda nusa tenggara barat", False),
        ("ntb", "polda nusa tenggara barat", False),
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
    assert is_spelt_like(one, other) is is_spelt_like(other, one)
    assert are_called_alike(one, other) is are_called_alike(other, one)
    assert not one or is_one_name(one, one)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("muhammad darto wibowo", "muhamad wibowo", True),
        ("syeikh darto", "syeik dartowibowo", False),
        ("rina wibowo", "darto wibowo", False),
        ("wibowo", "darto wibowo", True),
        ("rina adi", "dara adi", False),
    ],
)
def test_persons_whose_names_are_spelt_otherwise(one, other, same) -> None:
    assert is_spelt_like(one.split(), other.split()) is is_spelt_like(other.split(), one.split()) is same


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("para warga", "warga desa", True),
        ("442 penumpang", "para penumpang", True),
        ("beberapa negara tetangga", "negara tetangga seberang", True),
        ("sopir truk kontainer", "sopir bus pariwisata", False),
        ("warga", "pelajar", False),
        ("11", "11", False),
        ("", "warga", False),
    ],
)
def test_unnamed_people_who_are_called_alike(one, other, alike) -> None:
    assert are_called_alike(one.split(), other.split()) is are_called_alike(other.split(), one.split()) is alike


def test_a_name_of_no_words_is_part_of_none() -> None:
    assert not is_part((), ("warga",))
    assert is_part(("warga",), ("warga", "desa"))
    assert not is_part(("warga", "kota"), ("warga", "desa"))
