"""Names of places as a person types them."""

import pytest

from kronik.knowledge.gazetteer import load_gazetteer
from kronik.knowledge.typed_places import PROVINCES, REGENCIES, country_code, official_name

GAZETTEER = load_gazetteer()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("jabar", "Jawa Barat"),
        ("DIY", "DI Yogyakarta"),
        ("Riau", "Riau"),
        ("jawa", "jawa"),
        ("Atlantis", "Atlantis"),
        ("", ""),
    ],
)
def test_provinces(typed, name):
    assert official_name(typed, GAZETTEER, PROVINCES) == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Kab. Bogor", "Kabupaten Bogor"),
        ("kota bandung", "Kota Bandung"),
        ("bandung", "bandung"),
        ("solo", "Kota Surakarta"),
        ("jaksel", "Kota Jakarta Selatan"),
        ("Fakfak", "Kabupaten Fak Fak"),
    ],
)
def test_regencies(typed, name):
    assert official_name(typed, GAZETTEER, REGENCIES) == name


@pytest.mark.parametrize(
    ("typed", "code"), [("Iran", "IRN"), ("amerika serikat", "USA"), ("Bandung", None), ("", None)]
)
def test_countries(typed, code):
    assert country_code(typed, GAZETTEER) == code
