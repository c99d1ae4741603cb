"""Addresses hold the whole question, and nothing that was not asked."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.room.address import LONGEST_VALUE, address_of

VALUES = st.dictionaries(st.sampled_from(["q", "lang", "page", "type", "self", "path"]), st.text(max_size=400))


@given(VALUES)
def test_an_address_is_read_as_it_was_written(values):
    address = address_of("/reports", values)
    again = address_of("/reports", dict(parse_qsl(urlsplit(str(address)).query)))
    assert again == address
    assert all(value and value == value.strip() and len(value) <= LONGEST_VALUE for _, value in address.values)
    assert all(value.isprintable() for _, value in address.values)


@pytest.mark.parametrize(
    ("changes", "written"),
    [
        ({"q": "banjir"}, "/reports?lang=id&q=banjir"),
        ({"type": None}, "/reports?lang=id&q=api"),
        ({"page": 2}, "/reports?lang=id&q=api&page=2"),
    ],
)
def test_a_change_begins_at_the_first_page(changes, written):
    assert str(address_of("/reports", {"lang": "id", "q": "api", "page": "7"}).to(**changes)) == written


def test_another_screen_keeps_the_language_alone():
    here = address_of("/reports", {"lang": "id", "q": "api", "page": "7"})
    assert str(here.to("/actors", q="x")) == "/actors?lang=id&q=x"


@pytest.mark.parametrize(
    ("path", "ending", "written"),
    [
        ("/", "svg", "/overview.svg?q=a"),
        ("/search", "json", "/search.json?q=a&page=3"),
        ("/search", "csv", "/search.csv?q=a"),
    ],
)
def test_a_download_is_of_every_page(path, ending, written):
    assert address_of(path, {"q": "a", "page": "3"}).face(ending) == written
