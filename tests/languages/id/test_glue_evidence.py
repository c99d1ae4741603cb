"""Names glued to their neighbours, parted by what the same text writes apart."""

import itertools

import pytest

from kronik.languages.id.glue import load_glue

FINDER = load_glue()

CASES = [
    ("Bagus Wardikembali marah. Wardi lalu pulang.", "Bagus Wardi|kembali marah. Wardi lalu pulang."),
    ("Lestariyang hadir. Wirasena dan Lestari pergi.", "Lestari|yang hadir. Wirasena dan Lestari pergi."),
    ("MusisiGhalib tampil. Ghalib senang.", "Musisi|Ghalib tampil. Ghalib senang."),
    ("WardiKusnan hadir. Wardi dan Kusnan pulang.", "Wardi|Kusnan hadir. Wardi dan Kusnan pulang."),
    ("Kirana tampil. Kiranaakan pulang, kata Kirana.", "Kirana tampil. Kirana|akan pulang, kata Kirana."),
]
LEFT = [
    "Suryadi dan Surya bertemu. Suryadi pulang.",
    "Wardikembali marah.",
    "Wardikembali dan Wardi marah. Wardikembali pulang.",
    "Lihat @Wardikembali; Wardi pulang.",
    "Kota Wardibaru dan Wardi.",
    "Kunjungi Wardikembali.com, kata Wardi.",
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_a_name_that_stands_alone_elsewhere_is_parted_from_its_neighbour(text, wanted):
    cuts = (0, *FINDER(text), len(text))
    assert "|".join(text[start:end] for start, end in itertools.pairwise(cuts)) == wanted


@pytest.mark.parametrize("text", LEFT)
def test_names_of_their_own_addresses_and_names_without_evidence_are_left(text):
    assert FINDER(text) == ()
