import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kronik.errors import DataError
from kronik.pages.uris import canonical_uri, load_tracking, parse_tracking

TRACKING = load_tracking()

PIECES = st.sampled_from(
    [
        *(
            "http",
            "HTTPS",
            "://",
            ":",
            "/",
            "?",
            "#",
            "&",
            "=",
            "@",
            "[",
            "]",
            "%",
            "%4",
            "1",
            "%41",
            "%2f",
            " ",
            "Ä",
            "\ud800",
        ),
        *(
            "kabar.example",
            "KABAR.example",
            ":80",
            ":443",
            "utm_source",
            "fbclid",
            "page",
            "2",
            ";",
            "..",
            "\t",
            "\u0130",
        ),
    ]
)


@pytest.mark.parametrize(
    ("given_uri", "expected"),
    [
        ("https://kabar.example/read/1", "https://kabar.example/read/1"),
        ("HTTPS://Kabar.Example/Read/1", "https://kabar.example/Read/1"),
        ("https://kabar.example", "https://kabar.example/"),
        ("https://kabar.example:443/a", "https://kabar.example/a"),
        ("http://kabar.example:80", "http://kabar.example/"),
        ("http://kabar.example:8080/a", "http://kabar.example:8080/a"),
        ("http://kabar.example:443/a", "http://kabar.example:443/a"),
        ("https://kabar.example/a#komentar", "https://kabar.example/a"),
        ("https://kabar.example/a?utm_source=rss&utm_medium=x", "https://kabar.example/a"),
        ("https://kabar.example/a?page=2&UTM_Source=rss", "https://kabar.example/a?page=2"),
        ("https://kabar.example/?p=123&fbclid=zzz", "https://kabar.example/?p=123"),
        ("https://kabar.example/a?id=7&gclid=1&page=all", "https://kabar.example/a?id=7&page=all"),
        ("https://kabar.example/a?b=2&a=1", "https://kabar.example/a?b=2&a=1"),
        ("https://kabar.example/a?", "https://kabar.example/a"),
        ("https://kabar.example/a?&&b", "https://kabar.example/a?b"),
        ("https://kabar.example/%7euser/%c3%a9?q=%2F", "https://kabar.example/~user/%C3%A9?q=%2F"),
        ("https://kabar.example/kopi enak/é", "https://kabar.example/kopi%20enak/%C3%A9"),
        ("https://kabar.example/100%", "https://kabar.example/100%25"),
        (" https://kabar.example/a\n", "https://kabar.example/a"),
        ("https://user@Kabar.example/a", "https://user@kabar.example/a"),
        ("http://[::1]:80/a", "http://[::1]/a"),
        ("folder/berkas 1.txt", "folder/berkas 1.txt"),
        ("urn:isbn:1#x", "urn:isbn:1#x"),
        ("copy-0", "copy-0"),
        ("https:///a", "https:///a"),
        ("", ""),
    ],
)
def test_canonical_form(given_uri: str, expected: str) -> None:
    assert canonical_uri(given_uri, TRACKING) == expected


@given(
    st.one_of(st.text(), st.lists(PIECES, max_size=20).map("".join), st.text().map("https://kabar.example/".__add__))
)
@example("https://kabar.example/%%34%31")
@example("http://kabar.example:80:80/")
@example("http://kabar.example:/?%75tm_source=1")
def test_canonical_form_is_its_own(uri: str) -> None:
    once = canonical_uri(uri, TRACKING)
    assert canonical_uri(once, TRACKING) == once


@pytest.mark.parametrize("name", ["page", "p", "id", "q", "source", "single", "lang", "tag"])
def test_parameters_that_tell_pages_apart_are_kept(name: str) -> None:
    assert not TRACKING.holds(name)


@pytest.mark.parametrize("name", ["utm_source", "UTM_CAMPAIGN", "fbclid", "gclid", "msclkid", "mc_eid"])
def test_parameters_that_track_are_known(name: str) -> None:
    assert TRACKING.holds(name)


@pytest.mark.parametrize(
    "toml",
    [
        'source = "x"\nprefixes = []\nnames = ["a", "a"]',
        'source = "x"\nprefixes = ["a"]\nnames = ["a"]',
        'source = "x"\nprefixes = []\nnames = ["A"]',
        'source = "x"\nprefixes = []\nnames = [""]',
        'source = "x"\nprefixes = []\nnames = []\nmore = []',
        "prefixes = []\nnames = []",
    ],
)
def test_a_wrong_list_is_refused(toml: str) -> None:
    with pytest.raises(DataError):
        parse_tracking(toml)


def test_uris_of_the_gold_pages_are_canonical(shared) -> None:
    uris = []
    for name in ("train", "dev"):
        with (shared / "gold" / f"{name}.pages.jsonl").open(encoding="utf-8") as pages:
            uris += [json.loads(line)["uri"] for line in pages]
    assert [uri for uri in uris if "utm_" not in uri and canonical_uri(uri, TRACKING) != uri] == []
