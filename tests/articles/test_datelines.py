"""Datelines: forms that are read, and openings of prose that are none."""

import pytest

from kronik.articles.datelines import find_dateline
from kronik.articles.lines import Line

FORMS = (
    ("JAKARTA, KABAR.com -Presiden tiba.", "JAKARTA, KABAR.com -", "JAKARTA", "KABAR.com"),
    ("JAKARTA, KABAR.com– Presiden tiba.", "JAKARTA, KABAR.com–", "JAKARTA", "KABAR.com"),
    ("Samudra6.com, Tel Aviv -Menteri itu pergi.", "Samudra6.com, Tel Aviv -", "Tel Aviv", "Samudra6.com"),
    (
        "Samudra6.com, Washington D.C -Menteri itu pergi.",
        "Samudra6.com, Washington D.C -",
        "Washington D.C",
        "Samudra6.com",
    ),
    ("Samudra6.com, Jakarta -Perang Iran-Israelmeluas.", "Samudra6.com, Jakarta -", "Jakarta", "Samudra6.com"),
    ("Samudra6.com, JakartaMenteri itu pergi.", "Samudra6.com, Jakarta", "Jakarta", "Samudra6.com"),
    ("Samudra6.com, JakartaPT Garam menaikkan harga.", "Samudra6.com, Jakarta", "Jakarta", "Samudra6.com"),
    ("Samudra6.com, JakartaPerang Iran-Israel meluas.", "Samudra6.com, Jakarta", "Jakarta", "Samudra6.com"),
    ("KABAR.CO.ID,\xa0CIREBON--Polisi datang.", "KABAR.CO.ID,\xa0CIREBON--", "CIREBON", "KABAR.CO.ID"),
    ("KABAR.CO.ID, Jakarta - Polisi datang.", "KABAR.CO.ID, Jakarta -", "Jakarta", "KABAR.CO.ID"),
    ("KABAR.CO.ID - JAKARTA. Harga naik.", "KABAR.CO.ID - JAKARTA.", "JAKARTA", "KABAR.CO.ID"),
    ("KABARTELUK.COM, MAJU JAYA - Polisi datang.", "KABARTELUK.COM, MAJU JAYA -", "MAJU JAYA", "KABARTELUK.COM"),
    ("KABARTELUK.CO - Dalam sepekan.", "KABARTELUK.CO -", None, "KABARTELUK.CO"),
    ("Jakarta, CNN Indonesia -- Polisi datang.", "Jakarta, CNN Indonesia --", "Jakarta", "CNN Indonesia"),
    ("Jakarta (ANTARA) - Polisi datang.", "Jakarta (ANTARA) -", "Jakarta", "ANTARA"),
    ("VIVA – Polisi datang.", "VIVA –", None, "VIVA"),
    ("POSMETRO MEDAN: Polisi datang.", "POSMETRO MEDAN:", None, "POSMETRO MEDAN"),
    ("MALANG- Polisi datang.", "MALANG-", "MALANG", None),
    ("PADANG PARIAMAN-Polisi datang.", "PADANG PARIAMAN-", "PADANG PARIAMAN", None),
    ("JAKARTA–KacangArab dikenal luas.", "JAKARTA–", "JAKARTA", None),
    ("Jakarta - Polisi datang.", "Jakarta -", "Jakarta", None),
)

NONE = (
    "Presiden Rusia menerima tamu dari Tiongkok - dan sebaliknya.",
    "AS-China sepakat menurunkan tarif.",
    "COVID-19 kembali merebak.",
    "Jakarta-Bandung kini ditempuh dalam empat puluh menit.",
    "KPK-Polri menandatangani kerja sama.",
    "Antara Iran-Israel belum ada gencatan.",
    "Putin - pemimpin itu - menolak menjawab.",
    "Kabar: polisi datang.",
    "Menurut Kabar.com, Jakarta masih diguyur hujan.",
)


def line(text: str) -> tuple[Line, ...]:
    return (Line(0, len(text), text),)


@pytest.mark.parametrize(("text", "opening", "place", "outlet"), FORMS)
def test_forms_of_datelines(packs, text, opening, place, outlet):
    found = find_dateline(line(text), frozenset(), packs["id"].cleaning)
    assert found is not None
    assert (text[found.start : found.end], found.place, found.outlet) == (opening, place, outlet)


@pytest.mark.parametrize("text", NONE)
def test_openings_that_are_no_dateline(packs, text):
    assert find_dateline(line(text), frozenset(), packs["id"].cleaning) is None


def test_place_and_dash_on_lines_of_their_own(packs):
    lines = (Line(0, 7, "Jakarta"), Line(8, 9, "-"), Line(10, 26, "Polisi sudah tiba"))
    found = find_dateline(lines, frozenset(), packs["id"].cleaning)
    assert (found.start, found.end, found.place, found.last_line) == (0, 9, "Jakarta", 1)


def test_lines_that_others_took_are_passed_over(packs):
    lines = (Line(0, 12, "KABAR.com - A"), Line(20, 34, "MALANG- Polisi"))
    found = find_dateline(lines, frozenset({0}), packs["id"].cleaning)
    assert found.place == "MALANG"


@pytest.mark.parametrize(
    ("first", "second", "place"),
    [
        ("Samarkand - Presiden tiba pagi itu.", "Ia menginap di Samarkand dua malam.", "Samarkand"),
        ("Tanjung Biru - Nelayan pulang.", "Hujan turun diTanjung Biru sejak subuh.", "Tanjung Biru"),
        ("Samarkand - Presiden tiba pagi itu.", "Ia bertemu Samarkand, anjingnya.", None),
        ("Lontar - Sari bertanding lagi.", "Lontar menang atas Sari pada laga pertama.", None),
        ("Samarkand - kota tua itu - ramai.", "Ia menginap di Samarkand dua malam.", None),
        ("Samarkand-Tashkent ditempuh dua jam.", "Ia menginap di Samarkand dua malam.", None),
    ],
)
def test_a_name_before_a_dash_is_a_place_where_the_page_tells_of_it_as_one(packs, first, second, place):
    lines = (Line(0, len(first), first), Line(len(first) + 1, len(first) + 1 + len(second), second))
    found = find_dateline(lines, frozenset(), packs["id"].cleaning)
    assert (found.place if found else None) == place
    if found:
        assert first[found.end :].startswith(("Presiden", "Nelayan"))
