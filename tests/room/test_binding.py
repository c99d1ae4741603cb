"""Links of a page become anchors of a file or text; ids stay apart."""

import pytest

from kronik.room.binding import bound

KNOWN = {"/articles/ab": "#p1"}


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<a class="x" href="/articles/ab">satu</a>', '<a href="#p1" class="x">satu</a>'),
        ('<a class="x" href="/articles/cd" aria-current="true">dua</a>', '<span class="x">dua</span>'),
        ('<a href="#time">t</a><h2 id="time">', '<a href="#q-time">t</a><h3 id="q-time">'),
        ('<a href="https://a.example/" rel="external">s</a>', '<a href="https://a.example/" rel="external">s</a>'),
        ('<a href="javascript:alert(1)">s</a>', "<span>s</span>"),
        ('<a href="//a.example/">s</a>', "<span>s</span>"),
        ('<svg><a href="/x" aria-label="y"><circle r="6"/></a></svg>', '<svg><g><circle r="6"/></g></svg>'),
        ('<span data-at="12-19" data-copy="x">k</span>', '<span id="q-c12">k</span>'),
        ("<p title='a &lt;b&gt; id=\"z\"'>&lt;a href=&#34;/x&#34;&gt;</p>", None),
    ],
)
def test_what_becomes_of_a_page(page, expected):
    assert bound(page, "q-", KNOWN.get, lower=True) == (page if expected is None else expected)


def test_headings_stay_unless_they_go_down():
    assert bound("<h1>a</h1><h2>b</h2>", "q-", KNOWN.get, lower=False) == "<h1>a</h1><h2>b</h2>"
    assert bound("<h1>a</h1><h2>b</h2>", "q-", KNOWN.get, lower=True) == "<h2>a</h2><h3>b</h3>"
