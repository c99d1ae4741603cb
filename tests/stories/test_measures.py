"""What two articles are compared by beside the cosines: what their headlines count."""

import pytest
from invented_news import entry

from kronik.records.articles import Kind
from kronik.stories.groups import load_scales
from kronik.stories.measures import clashes, measures
from kronik.stories.wording import counts, wording_of


@pytest.fixture(name="frequencies", scope="module")
def _frequencies():
    return load_scales().frequencies


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Divonis 3 tahun, 12 Rumah hanyut", {"tahun": {"3"}, "rumah": {"12"}}),
        ("tewas 4orang", {"orang": {"4"}}),
        ("pada 12/3/2031 dan tahun 2031 saja", {}),
        ("turun 1,5 persen lalu 2 persen", {"persen": {"1,5", "2"}}),
        ("", {}),
    ],
)
def test_counts_are_numbers_with_the_word_behind_them(text, found) -> None:
    assert counts(text) == found


@pytest.mark.parametrize(
    ("one", "other", "clashing"),
    [
        ("Divonis 3 Tahun", "Divonis 11 Tahun", 1),
        ("Divonis 3 Tahun", "Vonis 3 Tahun Disambut", 0),
        ("Divonis 3 Tahun", "11 Orang Ditahan", 0),
        ("3 Rumah Hanyut, 2 Orang Hilang", "4 Rumah Hanyut, 5 Orang Hilang", 2),
    ],
)
def test_the_same_thing_counted_otherwise_clashes(one, other, clashing) -> None:
    assert clashes(counts(one), counts(other)) == clashes(counts(other), counts(one)) == clashing


def test_measures_tell_clashes_and_profiles(frequencies) -> None:
    first = wording_of(entry("a", ("Hakim membacakan putusan.",), "Rina Divonis 3 Tahun", 7), frequencies)
    second = wording_of(entry("b", ("Hakim membacakan putusan.",), "Darto Divonis 11 Tahun", 8), frequencies)
    profile = wording_of(entry("c", ("Rina lahir di desa.",), "Siapa Rina", 8, kind=Kind.PROFILE), frequencies)
    assert measures(first, second, frequencies).clash == 1.0
    assert measures(first, second, frequencies).lead_clashes == 1.0
    assert measures(first, profile, frequencies).one_profile == 1.0
    assert measures(first, profile, frequencies) == measures(profile, first, frequencies)
