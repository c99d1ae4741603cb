import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.web.visible import UNSEEN, link_target, visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("kabar biasa", "kabar biasa"),
        ("baris\r\nlain\tlagi", "baris\r\nlain\tlagi"),
        ("gambar\u202egnp.exe", "gambar[U+202E]gnp.exe"),
        ("a\x00b\x1b[31m", "a[U+0000]b[U+001B][31m"),
        ("tak\u200bterlihat", "tak[U+200B]terlihat"),
        ("\udcff", "[U+DCFF]"),
        ("\U000e0041", "[U+E0041]"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚀", "👩\u200d🚀"),
    ],
)
def test_unseen_characters_are_named_and_others_stay(text, seen):
    assert visible(text) == seen


@given(st.text(st.characters(codec=None)))
def test_what_is_visible_can_be_written_and_holds_nothing_unseen(text):
    seen = visible(text)
    seen.encode("utf-8")
    assert not UNSEEN.search(seen)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://warta.example/berita/1?a=b", True),
        ("HTTP://warta.example/", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt://warta.example/%0aalert(1)", False),
        ("data:text/html,<script>", False),
        ("vbscript:x", False),
        ("//warta.example/x", False),
        ("folder/berita.html", False),
        ("file:///etc/hosts", False),
        ("https://", False),
        ("https://[bad", False),
        ("https://warta.example/a b", False),
        ("https://warta.example/\u202efdp", False),
        (" https://warta.example/", False),
        ("java\nscript:alert(1)", False),
    ],
)
def test_only_plain_web_addresses_become_links(address, kept):
    assert link_target(address) == (address if kept else None)
