"""Publication stamps: the forms that Indonesian outlets print, and strings that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.languages.id.stamps import load_stamps

READ = load_stamps()

FORMS = (
    ("Diperbarui 18 Jun 2025, 14:05 WIB", "2025-06-18", "14:05", "+07:00"),
    (",\xa0Jurnalis-Rabu, 18 Juni 2025 |15:20 WIB", "2025-06-18", "15:20", "+07:00"),
    ("Rabu, 18 Jun 2025 14:34 WIB", "2025-06-18", "14:34", "+07:00"),
    ("Jum'at, 20 Juni 2025 10:00 WIB", "2025-06-20", "10:00", "+07:00"),
    ("Jumat 20 Juni 2025 10.00", "2025-06-20", "10:00", None),
    ("Tayang: Senin, 9 Juni 2025 20:35 WITA", "2025-06-09", "20:35", "+08:00"),
    ("18 Jun 2025 14:05:09 WIT", "2025-06-18", "14:05:09", "+09:00"),
    ("19 Juni 2025 | 10.00 WIB", "2025-06-19", "10:00", "+07:00"),
    ("Kabar.com- 18/06/2025, 20:07 WIB", "2025-06-18", "20:07", "+07:00"),
    ("Kabar.com- Diperbarui 19/06/2025, 09:35 WIB", "2025-06-19", "09:35", "+07:00"),
    ("Kamis   19 Jun 2025  10:13 WIB", "2025-06-19", "10:13", "+07:00"),
    ("Minggu, 25 Mei  2025 07:07 WIB 07:07", "2025-05-25", "07:07", "+07:00"),
    ("Senin, 9 Juni 2025-  10:00 WIB", "2025-06-09", "10:00", "+07:00"),
    ("10 Juni 2025 - 20:02 WIB", "2025-06-10", "20:02", "+07:00"),
    ("Kamis, 5 Juni 2025 - 20:02 WIB_x000D_", "2025-06-05", "20:02", "+07:00"),
    ("18 Juni 2025 (10:00 WIB)", "2025-06-18", "10:00", "+07:00"),
    ("Rabu , 18 Juni 2025 pukul 10.05 WIB", "2025-06-18", "10:05", "+07:00"),
    ("18 Nopember 2015 08:00", "2015-11-18", "08:00", None),
    ("18 Pebruari 2015", "2015-02-18", None, None),
    ("2025-06-18T14:05:00+07:00", "2025-06-18", "14:05:00", "+07:00"),
    ("2025-06-18T07:05:00.000Z", "2025-06-18", "07:05:00", "+00:00"),
    ("2025-06-18 14:05", "2025-06-18", "14:05", None),
    ("18-06-2025 10:10:11 GMT+7", "2025-06-18", "10:10:11", "+07:00"),
    ("June 18, 2025 3:05 pm", "2025-06-18", "15:05", None),
    ("Jun 18, 2025 12:05 AM", "2025-06-18", "00:05", None),
    ("Rabu, 18/06/25 10:11", "2025-06-18", "10:11", None),
)

NONE = (
    "",
    "Tidak ditemukan",
    "20250618",
    "99/99/2025",
    "31/02/2025",
    "18/06/25",
    "Rp 18.000",
    "18 Juni",
    "pukul 10.00 WIB",
)


@pytest.mark.parametrize(("text", "day", "clock", "offset"), FORMS)
def test_forms_of_stamps(text, day, clock, offset):
    stamp = READ(text)
    assert (stamp.day.isoformat(), stamp.clock, stamp.offset, stamp.conflict) == (day, clock, offset, False)
    assert 0 <= stamp.start < stamp.end <= len(text)


@pytest.mark.parametrize("text", NONE)
def test_strings_that_hold_no_stamp(text):
    assert READ(text) is None


def test_a_weekday_that_does_not_fit_the_date_is_a_conflict():
    stamp = READ("Selasa, 18 Juni 2025 10:00 WIB")
    assert (stamp.day.isoformat(), stamp.conflict) == ("2025-06-18", True)


def test_the_place_is_that_of_the_stamp_alone():
    text = "Kabar Teluk - Rabu, 18 Juni 2025 10:00 WIB"
    stamp = READ(text)
    assert text[stamp.start : stamp.end] == "Rabu, 18 Juni 2025 10:00 WIB"


@given(st.text(alphabet="Rabu, 180/-:.2025JuniWIBTZ+", max_size=40))
def test_no_string_makes_it_raise_and_what_it_reads_is_a_day(text):
    stamp = READ(text)
    assert stamp is None or text[stamp.start : stamp.end]
