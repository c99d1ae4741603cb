"""Where a text falls into stretches that are read apart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.text.stretches import stretches


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("Satu baris", ["Satu baris"]),
        ("Hujan reda. Warga pulang.", ["Hujan reda. ", "Warga pulang."]),
        ("Warga Kab. Malang pulang.", ["Warga Kab. Malang pulang."]),
        ("Denda Rp. 5 juta. Ia bayar", ["Denda Rp. 5 juta. ", "Ia bayar"]),
        ('Kata dia, "Sudah." Lalu pergi.', ['Kata dia, "Sudah." Lalu pergi.']),
        ("Judul\n\nIsi berita. Akhir", ["Judul", "Isi berita. ", "Akhir"]),
        ("a. b", ["a. b"]),
    ],
)
def test_stretches(text, parts):
    assert [text[start:end] for start, end in stretches(text)] == parts


@given(st.text(alphabet="abKé5. \n", max_size=60))
def test_they_cover_all_but_line_ends(text):
    found = stretches(text)
    assert "".join(text[start:end] for start, end in found) == text.replace("\n", "")
    assert all(one[1] <= other[0] for one, other in pairwise(found))
