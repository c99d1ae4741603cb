"""What places a text names: a table of own sentences, and properties that hold for any text."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kronik.knowledge.gazetteer import load_gazetteer
from kronik.languages.analysis import Analysis, Name, NameKind
from kronik.languages.id.placing import load_placing
from kronik.places.finding import places_of

WORDS, GAZETTEER = load_placing(), load_gazetteer()


def cases():
    lines = Path(__file__).with_name("place_cases.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def found(text, *, day=date(2025, 6, 18), names=(), times=()):
    analysis = Analysis(text=text, sentences=(), names=names)
    return places_of(SimpleNamespace(text=text, analysis=analysis, times=times, published=day), WORDS, GAZETTEER)


def told(text, **options):
    parts = []
    for one in found(text, **options):
        where = one.where
        levels = (where.country, where.province, where.regency, where.locality) if where else ("open",)
        parts.append(f"{text[one.start : one.end]} = {'/'.join(level or '' for level in levels).rstrip('/')}")
    return "; ".join(parts) or "-"


@pytest.mark.parametrize(("text", "places"), cases())
def test_places(text, places):
    assert told(text) == places


def test_the_table_is_large_enough():
    assert len(cases()) >= 300


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Warga Cirebon dan Majalengka menolak. Ia pergi ke Kuningan.", "Kabupaten Kuningan"),
        ("Macet di Jakarta Selatan. Warga berkumpul di Kuningan.", "Kota Jakarta Selatan"),
        ("Longsor di Cianjur dan Bogor. Wisatawan menuju Puncak.", "Kabupaten Bogor"),
        ("Kontak tembak di Nabire dan Intan Jaya. Pasukan dikirim ke Puncak.", "Kabupaten Puncak"),
        ("Bupati Tulungagung datang. Kasus kedua di Kecamatan Bandung.", "Kabupaten Tulungagung"),
        ("Warga Kabupaten Malang mengeluh. Banjir melanda Malang.", "Kabupaten Malang"),
        ("Kapolres Siak datang. Bentrok terjadi di Desa Tumang.", "Kabupaten Siak"),
    ],
)
def test_the_page_tells_what_a_name_means(text, last):
    assert found(text)[-1].where.regency == last


@pytest.mark.parametrize(
    ("day", "province"),
    [(date(2021, 5, 1), "Papua"), (date(2023, 5, 1), "Papua Tengah"), (None, "Papua Tengah")],
)
def test_provinces_are_those_of_the_day(day, province):
    assert found("Warga di Nabire mengungsi.", day=day)[0].where.province == province


def test_a_place_has_code_and_coordinates():
    where = found("Warga di Kota Bandung menolak.")[0].where
    assert where.code == "32.73"
    assert where.latitude == pytest.approx(-6.9, abs=0.1)
    assert where.longitude == pytest.approx(107.6, abs=0.1)


@pytest.mark.parametrize(
    ("text", "located"),
    [
        ("Rudal jatuh di Israel.", True),
        ("Israel menyerang lagi.", False),
        ("Mereka ke Bogor, Depok, dan Bekasi.", True),
    ],
)
def test_a_preposition_locates(text, located):
    assert {one.located for one in found(text)} == {located}


def test_names_of_persons_and_bodies_are_no_places():
    text = "Kata Bambang Madiun tadi. Ketua Forum Warga Madiun setuju."
    person = Name(start=5, end=19, kind=NameKind.PERSON)
    body = Name(start=32, end=50, kind=NameKind.ORGANISATION)
    assert not found(text, names=(person, body))


def test_a_time_behind_a_name_is_no_part_of_it():
    text = "Ia tiba di Jakarta Rabu pagi."
    assert told(text, times=(SimpleNamespace(start=19, end=28),)) == "Jakarta = IDN/DKI Jakarta"


PIECES = (
    "Jakarta Kota Kabupaten Bandung Desa Jalan Bandara Israel Gaza di ke , ( . Raya Kuningan KPK gedung Kec. dan İ ß"
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(sorted(PIECES.split())), max_size=25), st.sampled_from([" ", ""]))
def test_spans_lie_in_the_text_and_do_not_cross(pieces, between):
    text = between.join(pieces)
    places = found(text)
    assert all(0 <= one.start < one.end <= len(text) for one in places)
    assert all(one.end <= other.start for one, other in pairwise(places))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text):
    found(text)


@pytest.mark.parametrize(
    "piece", ["Jakarta ", "Desa Baru, ", "Jalan ", "di ", "Kota Bandung, ", "gedung di ", "A. ", "x"]
)
def test_long_texts_are_read(piece):
    text = piece * 4000
    assert all(0 <= one.start < one.end <= len(text) for one in found(text))
