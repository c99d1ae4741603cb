import re
import subprocess
import sys
import tracemalloc
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from kronik.chronicle.reader import Chronicle
from kronik.chronicle.writer import ChronicleWriter
from kronik.errors import UsageError
from kronik.records.articles import Completeness, Reason, Verdict
from kronik.records.bundles import Outcome
from kronik.records.failures import FailureCode, failure
from kronik.records.pages import Fetch
from kronik.web.report import FAILURE_LIMIT, LIST_GROUP, render_report
from kronik.web.visible import UNSEEN
from kronik.web.wording import LANGUAGES

HOSTILE = (
    "<script>alert(1)</script><img src=https://jahat.example/x onerror=alert(2)> \u202egnp.exe \x07 \U000e0041 "
    "{{ 7 * 7 }} {% include 'x' %} '\"><svg onload=alert(3)> </style></title></del></article> &lt; \ud800"
)
LOADING = frozenset({"src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "manifest"})


class Outline(HTMLParser):
    """Elements with their attributes, ids, and the text outside of style and script."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.words, self.inside = [], [], []
        self.feed(page)
        self.text = "".join(self.words)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag in ("style", "script"):
            self.inside.append(tag)

    def handle_endtag(self, tag):
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data):
        if not self.inside:
            self.words.append(data)

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def hostile_bundle(bundle_of):
    seen = HOSTILE.replace("\ud800", "\ufffd")  # a page text holds no halves of a pair, a location may
    bundle = bundle_of(
        [
            (f"{seen}\n", Verdict.PROSE, None),
            (f"{seen} iklan", Verdict.REMOVED, Reason.ADVERT),
            (f"{seen} barangkali", Verdict.UNSURE, None),
            ("function(){}", Verdict.REMOVED, Reason.CODE),
        ],
        uri="javascript:alert(document.cookie)",
        headline=seen,
        outlet=seen,
        language='id" onload="alert(4)',
        times=[("alert(1)", "2025-06-17")],
    )
    times = tuple(replace(time, rule=seen, value=seen) for time in bundle.times)
    return replace(bundle, times=times)


@pytest.fixture(scope="module")
def chronicle(bundle_of, memory_chronicle, plain_stretches, hostile_bundle):
    bundles = [
        bundle_of(
            plain_stretches,
            uri=f"https://warta.example/berita/{number}",
            outlet=["Warta Contoh", "Kabar Uji & Rekan"][number % 2],
            published=None if number == 4 else f"2025-06-{10 + number}",
            times=None if number == 3 else [("Selasa (17/6) malam", "2025-06-17")],
            completeness=Completeness.CUT if number == 2 else Completeness.WHOLE,
        )
        for number in range(6)
    ]
    failures = [failure("folder/arsip.zip", FailureCode.BROKEN, f"rusak {HOSTILE}")]
    places = {bundle.page.id: (Fetch(location="folder/berita.csv#7"),) for bundle in bundles}
    places[hostile_bundle.page.id] = (Fetch(location=HOSTILE, fetched="2025-06-18T08:20:00Z"),)
    return memory_chronicle([*bundles, hostile_bundle], failures, places)


@pytest.fixture(scope="module", params=LANGUAGES)
def page(request, chronicle):
    return "".join(render_report(chronicle, language=request.param, title="Kronik <uji>"))


def test_foreign_text_is_shown_and_never_becomes_markup(page):
    outline = Outline(page)
    assert not outline.all("img")
    assert len(outline.all("script")) == len(outline.all("style")) == 1
    assert not any(name.startswith("on") for _, attributes in outline.elements for name in attributes)
    assert "<script>alert(1)</script><img src=https://jahat.example/x onerror=alert(2)>" in outline.text
    assert "{{ 7 * 7 }}" in outline.text
    assert "49 " not in outline.text.partition("{{ 7 * 7 }}")[2][:20]


def test_no_unseen_character_is_left_in_the_file(page):
    assert not UNSEEN.search(page)
    page.encode("utf-8")
    outline = Outline(page)
    assert "U+202E" in outline.text
    assert any("RIGHT-TO-LEFT OVERRIDE" in span.get("title", "") for span in outline.all("span"))


def test_nothing_is_loaded_from_elsewhere_and_only_web_addresses_are_links(page):
    outline = Outline(page)
    assert not LOADING & {name for _, attributes in outline.elements for name in attributes}
    assert not outline.all("link")
    assert "url(" not in page.partition("</style>")[0]
    assert "@import" not in page.partition("</style>")[0]
    links = [attributes for tag, attributes in outline.elements if "href" in attributes]
    outer = [link for link in links if not link["href"].startswith("#")]
    assert {link["href"] for link in outer} == {f"https://warta.example/berita/{number}" for number in range(6)}
    assert all(link["rel"] == "noopener noreferrer" for link in outer)


def test_every_inner_link_has_its_target_and_ids_are_unique(page):
    outline = Outline(page)
    ids = [attributes["id"] for _, attributes in outline.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    named = {
        attributes[name] for _, attributes in outline.elements for name in ("aria-labelledby",) if name in attributes
    }
    links = {link["href"][1:] for link in outline.all("a") if link["href"].startswith("#")}
    assert links | named <= set(ids)


def test_the_policy_lets_only_our_own_script_run(page):
    policy = next(meta["content"] for meta in Outline(page).all("meta") if "http-equiv" in meta)
    script = re.search(r"<script>(.*?)</script>\n</body>", page, re.DOTALL)[1]
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert policy.startswith("default-src 'none';")
    assert f"script-src 'sha256-{digest}'" in policy
    assert "unsafe-eval" not in policy
    assert "http" not in policy


def test_headings_step_down_by_one_and_tables_have_captions(page):
    outline = Outline(page)
    levels = [int(tag[1]) for tag, _ in outline.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert len(outline.all("table")) == len(outline.all("caption"))
    assert all("scope" in head for head in outline.all("th"))
    assert {"main", "header", "footer", "nav"} <= {tag for tag, _ in outline.elements}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["What is in the chronicle", "10 June 2025", "characters not shown", "What could not be read"]),
        ("id", ["Isi kronik", "10 Juni 2025", "karakter tidak ditampilkan", "Yang tidak dapat dibaca"]),
    ],
)
def test_the_report_speaks_the_language_that_was_asked_for(chronicle, language, said):
    page = "".join(render_report(chronicle, language=language))
    outline = Outline(page)
    assert outline.all("html") == [{"lang": language}]
    assert [words for words in said if words not in outline.text] == []


def test_an_article_shows_values_their_characters_and_the_rule(chronicle):
    page = "".join(render_report(chronicle))
    text = Outline(page).text
    assert "2025-06-10 part “stamp”, characters 0 to 10, rule stamp" in " ".join(text.split())
    assert "read from the address" in text
    assert "title_part" in text
    assert "folder/berita.csv#7" in text
    assert '<mark title="2025-06-17 · the publication day · rule day_month">Selasa (17/6) malam</mark>' in page
    assert 'title="related · rule rule/related">Baca juga: Harga cabai naik\n</del>' in page
    assert '<span class="unsure" title="unsure · rule rule/unsure">Ikuti kabar kami</span>' in page
    assert "times were not looked for" in text


def test_the_same_chronicle_gives_the_same_bytes(chronicle):
    assert "".join(render_report(chronicle)) == "".join(render_report(chronicle))


def test_articles_beyond_the_limit_are_listed_and_the_page_says_so(bundle_of, memory_chronicle, plain_stretches):
    bundles = [bundle_of(plain_stretches, uri=f"https://warta.example/{at}") for at in range(LIST_GROUP + 3)]
    page = "".join(render_report(memory_chronicle(bundles), limit=2))
    outline = Outline(page)
    sections = [f"#{article['id']}" for article in outline.all("article")]
    assert len(sections) == 2
    assert [link["href"] for link in outline.all("a") if link["href"].startswith("#a-")] == sections
    assert all(bundle.page.id[:12] in outline.text for bundle in bundles)
    assert f"All {LIST_GROUP + 3} articles of the chronicle are listed. The first 2 stand below" in outline.text
    assert [group["class"] for group in outline.all("details") if "class" in group] == ["group", "group"]


def test_a_limit_of_nothing_gives_the_list_alone(chronicle):
    outline = Outline("".join(render_report(chronicle, limit=0)))
    assert outline.all("article") == []
    assert "articles" not in {attributes.get("id") for _, attributes in outline.elements}


def test_an_empty_chronicle_is_a_page_too(memory_chronicle):
    text = Outline("".join(render_report(memory_chronicle([])))).text
    assert "This chronicle holds no article." in text
    assert "Nothing failed." in text


def test_failures_beyond_the_limit_are_counted_and_the_page_says_so(memory_chronicle):
    failed = [failure(f"berkas/{at}", FailureCode.EMPTY, "kosong") for at in range(FAILURE_LIMIT + 5)]
    text = Outline("".join(render_report(memory_chronicle([], failed)))).text
    assert f"The first {FAILURE_LIMIT} of {FAILURE_LIMIT + 5} failures are listed." in text
    assert f"berkas/{FAILURE_LIMIT}" not in text


@pytest.mark.parametrize(("options", "message"), [({"language": "xx"}, "en, id"), ({"limit": -1}, "below 0")])
def test_bad_options_are_refused_before_anything_is_drawn(chronicle, options, message):
    with pytest.raises(UsageError, match=message):
        render_report(chronicle, **options)


def test_a_missing_extra_is_named():
    program = (
        "import sys; sys.modules['jinja2'] = None\n"
        "from kronik.errors import UsageError\n"
        "from kronik.web.report import render_report\n"
        "try:\n    render_report(None)\n"
        "except UsageError as error:\n    print(error)\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert "kronik[web]" in said


class LongChronicle:
    """Many articles that are made when they are asked for."""

    def __init__(self, small, size):
        self.small, self.size, self.made = small, size, 0

    def __getattr__(self, name):
        return getattr(self.small, name)

    def articles(self, where, *, limit=None):
        row = next(self.small.articles(where))
        for at in range(self.size if limit is None else min(limit, self.size)):
            self.made += 1
            yield replace(row, id=f"{at:032x}", headline=f"Berita nomor {at}")

    def bundle(self, page_id):
        first = self.small.bundles[0]
        return replace(first, page=replace(first.page, id=page_id))


def peak_of(chronicle):
    tracemalloc.start()
    try:
        length = sum(map(len, render_report(chronicle, limit=20)))
        return length, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_stays_flat_however_many_articles_there_are(bundle_of, memory_chronicle, plain_stretches):
    small = memory_chronicle([bundle_of(plain_stretches)])
    peak_of(LongChronicle(small, 10))
    short, low = peak_of(LongChronicle(small, 500))
    long, high = peak_of(LongChronicle(small, 2_500))
    assert long > 3 * short
    assert high < 1.2 * low


def test_pieces_come_before_the_last_article_was_read(bundle_of, memory_chronicle, plain_stretches):
    chronicle = LongChronicle(memory_chronicle([bundle_of(plain_stretches)]), 5_000)
    pieces = render_report(chronicle)
    chronicle.made = 0  # the overview has read the rows once
    next(pieces)
    assert chronicle.made < 5_000


def test_a_chronicle_in_a_file_gives_the_same_report_as_one_in_memory(tmp_path, chronicle):
    path = tmp_path / "uji.kronik"
    with ChronicleWriter.open(path, chronicle.info().identity) as writer:
        bundles = [bundle for bundle in chronicle.bundles if not UNSEEN.search(bundle.page.text)]
        outcomes = [
            Outcome(digest=f"d{at}", fetch=chronicle.fetches(bundle.page.id)[0], bundle=bundle)
            for at, bundle in enumerate(bundles)
        ]
        broken = failure("arsip.zip", FailureCode.BROKEN, "rusak", "e0")
        writer.add([*outcomes, Outcome(digest="e0", fetch=Fetch(location="arsip.zip"), failure=broken)])
        writer.finish()
    memory = replace(
        chronicle, bundles=bundles, failed=[broken], places={b.page.id: chronicle.places[b.page.id] for b in bundles}
    )
    with Chronicle.open(path) as stored:
        from_file = "".join(render_report(stored))
        content = stored.info().content
    assert from_file == "".join(render_report(memory)).replace("<code>c0ffee</code>", f"<code>{content}</code>")
