from datetime import date

import pytest
from article_pages import markup_page

from kronik.articles.markup_metadata import MarkupMetadata, markup_metadata
from kronik.languages.pack import LanguagePack, Stamp
from kronik.records.articles import Reading

PROSE = "".join(
    f"<p>Alinea ke-{n} menceritakan rapat warga desa Marea tentang jembatan gantung yang putus, dengan saksi.</p>"
    for n in range(5)
)
TITLE = "Jembatan Gantung Marea Putus"


def stamp_reader(text: str) -> Stamp | None:
    """Read "[2025-06-18 08:20 +07:00]", clock and zone optional: the forms of a language are tested with it."""
    start = text.find("[")
    if start < 0:
        return None
    end = text.index("]", start)
    pieces = text[start + 1 : end].split()
    return Stamp(
        start=start + 1,
        end=end,
        day=date.fromisoformat(pieces[0]),
        clock=pieces[1] if len(pieces) > 1 else None,
        offset=pieces[2] if len(pieces) > 2 else None,
        rule="stamp.test",
    )


PACKS = {"xx": LanguagePack(code="xx", stamps=stamp_reader)}


def read(head: str = "", above: str = f"<h1>{TITLE}</h1>", *, body: str = PROSE, after: str = "") -> MarkupMetadata:
    return markup_metadata(
        markup_page(f"<html><head>{head}</head><body>{above}<div>{body}</div>{after}</body></html>"), PACKS
    )


def linked(**fields: str) -> str:
    inner = ", ".join(f'"{name}": {value}' for name, value in fields.items())
    return f'<script type="application/ld+json">{{"@context": "https://schema.org", {inner}}}</script>'


def article(**fields: str) -> str:
    return linked(**{"@type": '"NewsArticle"'}, **fields)


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def value(reading: Reading | None) -> str | None:
    return reading.value if reading else None


@pytest.mark.parametrize(
    ("head", "stamp", "day", "time"),
    [
        ("", "", None, None),
        ("", "[2025-06-18 08:20 +07:00]", "2025-06-18", "2025-06-18T08:20:00+07:00"),
        ("", "[2025-06-18 08:20]", "2025-06-18", None),
        ("", "[2025-06-18]", "2025-06-18", None),
        (meta("article:published_time", "2025-06-18T23:10:05+08:00"), "", "2025-06-18", "2025-06-18T23:10:05+08:00"),
        (meta("article:published_time", "2025-06-18T23:10:05+0800"), "", "2025-06-18", "2025-06-18T23:10:05+08:00"),
        (article(datePublished='"2025-06-18T04:25:13+07:00"'), "", "2025-06-18", "2025-06-18T04:25:13+07:00"),
        (
            article(datePublished='"2025-06-17T23:05:30Z"'),
            "[2025-06-18 06:05]",
            "2025-06-18",
            "2025-06-18T06:05:00+07:00",
        ),
        (
            article(datePublished='"2025-06-17T22:05:30+00:00"'),
            "[2025-06-18 07:05]",
            "2025-06-18",
            "2025-06-18T07:05:00+09:00",
        ),
        (meta("dtk:publishdate", "2025/06/18 06:05:30"), "", "2025-06-18", None),
        (
            meta("article:published_time", "2025-06-17T23:05:30Z") + meta("dtk:publishdate", "2025/06/18 06:05:30"),
            "",
            "2025-06-18",
            "2025-06-18T06:05:30+07:00",
        ),
        (
            meta("pubdate", "2025-06-18T06-05-30Z") + meta("publishdate", "2025/06/18 06:05:30"),
            "",
            "2025-06-18",
            None,
        ),
        (
            meta("dtk:publishdate", "2025/06/18 06:05:30") + meta("dtk:publishdateunix", "1750201530000"),
            "",
            "2025-06-18",
            "2025-06-18T06:05:30+07:00",
        ),
        (meta("article:published_time", "2025-06-17T23:05:30Z"), "", "2025-06-17", "2025-06-17T23:05:30+00:00"),
        (meta("article:published_time", "1970-01-01T00:00:00+07:00"), "", None, None),
        (meta("article:published_time", "2025-13-45"), "", None, None),
    ],
)
def test_publication_is_the_local_moment(head: str, stamp: str, day: str | None, time: str | None) -> None:
    found = read(head, f"<h1>{TITLE}</h1><div>{stamp}</div>")
    assert (value(found.published), value(found.published_time)) == (day, time)


@pytest.mark.parametrize(
    ("above", "after", "day"),
    [
        (f"<div>[2025-07-01]</div><h1>{TITLE}</h1><div>[2025-06-18]</div>", "", "2025-06-18"),
        (f"<div>[2025-07-01]</div><h1>{TITLE}</h1><div>[2025-06-18 10:00]</div>", "", "2025-06-18"),
        (f"<h1>{TITLE}</h1>", "<div>[2025-06-18 10:00]</div>", "2025-06-18"),
        (f"<div>[2025-06-18 10:00]</div><h1>{TITLE}</h1>", "", "2025-06-18"),
        (f"<h1>{TITLE}</h1>", "<div>© [2025-06-18]</div>", None),
    ],
)
def test_the_stamp_nearest_to_the_headline_is_read(above: str, after: str, day: str | None) -> None:
    assert value(read("", above, after=after).published) == day


def test_of_two_printed_stamps_the_one_that_the_page_declares_is_the_publication() -> None:
    above = f"<h1>{TITLE}</h1><div>[2025-06-20 11:00]</div><div>[2025-06-18 08:20]</div>"
    found = read(article(datePublished='"2025-06-18T08:20:40+07:00"'), above)
    assert value(found.published_time) == "2025-06-18T08:20:00+07:00"


def test_a_declared_day_that_differs_is_a_conflict() -> None:
    found = read(article(datePublished='"2025-06-16T08:20:40+07:00"'), f"<h1>{TITLE}</h1><p>[2025-06-18 08:20]</p>")
    assert [(c.field, c.chosen, c.other) for c in found.conflicts] == [("published", "2025-06-18", "2025-06-16")]


@pytest.mark.parametrize(
    ("head", "above", "headline"),
    [
        ("", f"<h1>{TITLE}</h1>", TITLE),
        (meta("og:title", f"{TITLE} - KabarContoh"), f"<h1>KabarContoh</h1><h2>{TITLE}</h2>", TITLE),
        (meta("og:title", f"{TITLE} | kabarcontoh.test"), "", f"{TITLE}"),
        (article(headline=f'"{TITLE}"'), "", TITLE),
        (article(headline='"Ibu \\"Ani\\" \\u0026 Budi"'), "", 'Ibu "Ani" & Budi'),
    ],
)
def test_headline(head: str, above: str, headline: str) -> None:
    assert value(read(head + meta("og:site_name", "KabarContoh"), above).headline) == headline


@pytest.mark.parametrize(
    ("head", "writers"),
    [
        (article(author='{"@type": "Person", "name": "Sari Dewi"}'), ["Sari Dewi"]),
        (article(author='[{"@type": "Person", "name": "Sari Dewi"}, {"name": "Budi"}]'), ["Sari Dewi", "Budi"]),
        (article(author='"Sari Dewi"'), ["Sari Dewi"]),
        (article(author='{"@type": "Organization", "name": "Redaksi"}'), []),
        (meta("author", "Sari Dewi"), ["Sari Dewi"]),
        (meta("author", "Kabarcontoh.test"), []),
        (meta("author", "Redaksi Kabarcontoh"), []),
        (meta("author", "https://contoh.test/sari"), []),
        (article(author='"Sari Dewi"') + meta("author", "Kabarcontoh Media"), ["Sari Dewi"]),
    ],
)
def test_writers_are_people(head: str, writers: list[str]) -> None:
    assert [reading.value for reading in read(head).writers] == writers


@pytest.mark.parametrize(
    ("element", "writers"),
    [
        ("<div class=author-2>Sari Dewi</div>", ["Sari Dewi"]),
        ("<div class=read__author><p>Sari Dewi Lestari</p></div>", ["Sari Dewi Lestari"]),
        ("<div class=author>Kirim ke teman</div>", ["Budi Harta"]),
        ("<div class=info>Sari Dewi</div>", ["Budi Harta"]),
        ("<div class=author>Tim Kabarcontoh</div>", ["Budi Harta"]),
        ("<div class=author>Sari</div>", ["Budi Harta"]),
    ],
)
def test_a_name_under_the_headline_goes_before_a_declared_one(element: str, writers: list[str]) -> None:
    found = read(article(author='"Budi Harta"'), f"<h1>{TITLE}</h1>{element}")
    assert [reading.value for reading in found.writers] == writers


@pytest.mark.parametrize(
    ("head", "outlet", "section"),
    [
        (meta("og:site_name", "KabarContoh") + meta("article:section", "Desa"), "KabarContoh", "Desa"),
        (article(publisher='{"name": "Kabar"}', articleSection='["Desa", "Air"]'), "Kabar", "Desa"),
        ("", None, None),
    ],
)
def test_outlet_and_section(head: str, outlet: str | None, section: str | None) -> None:
    found = read(head)
    assert (value(found.outlet), value(found.section)) == (outlet, section)


def test_every_reading_quotes_the_page() -> None:
    head = article(
        headline=f'"{TITLE}"',
        datePublished='"2025-06-18T08:20:40+07:00"',
        author='{"name": "Sari Dewi"}',
        articleSection='"Desa"',
    ) + meta("og:site_name", " KabarContoh ")
    page = markup_page(f"<html><head>{head}</head><body><h1>{TITLE}</h1><p>[2025-06-18 08:20]</p>{PROSE}</body></html>")
    found = markup_metadata(page, PACKS)
    quotes = {
        name: [e.quote(page.part(e.part) or "") for e in reading.evidence]
        for name, reading in (
            ("headline", found.headline),
            ("outlet", found.outlet),
            ("section", found.section),
            ("writer", found.writers[0]),
            ("published", found.published),
            ("published_time", found.published_time),
        )
        if reading is not None
    }
    assert quotes == {
        "headline": [TITLE],
        "outlet": ["KabarContoh"],
        "section": ["Desa"],
        "writer": ["Sari Dewi"],
        "published": ["2025-06-18 08:20"],
        "published_time": ["2025-06-18 08:20", "2025-06-18T08:20:40+07:00"],
    }


@pytest.mark.parametrize(
    "script",
    [
        "{",
        '{"@type": "NewsArticle", "datePublished": 5}',
        '{"@type": ["x"], "a": [[[]]]}',
        '"@type"',
        "[" * 50_000 + '"@type"',
    ],
)
def test_broken_json_is_passed_over(script: str) -> None:
    found = read(f'<script type="application/ld+json">{script}</script>')
    assert found.published is None
    assert value(found.headline) == TITLE
