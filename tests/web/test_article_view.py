from dataclasses import replace

import pytest

from kronik.records.articles import Bound, Conflict, Dateline, Reading
from kronik.records.pages import Fetch
from kronik.records.spans import Evidence, Slice, evidence
from kronik.records.times import Anchor, Time
from kronik.web.article_view import MOST_QUOTED, article_view


@pytest.fixture(scope="module")
def bundle(bundle_of, plain_stretches):
    return bundle_of(plain_stretches, times=[("Selasa (17/6) malam", "2025-06-17")])


def field(view, name):
    return next((field for field in view.fields if field.name == name), None)


def with_article(bundle, **changes):
    return replace(bundle, article=replace(bundle.article, **changes))


def test_a_value_stands_with_its_part_offsets_and_characters(bundle):
    value = field(article_view(bundle, ()), "published").values[0]
    source = value.sources[0]
    assert (value.text, value.rule) == ("2025-06-18", "stamp")
    assert (source.part, source.start, source.end, source.quote) == ("stamp", 0, 10, "2025-06-18")


def test_what_the_page_does_not_tell_has_no_field(bundle):
    view = article_view(with_article(bundle, published=None, outlet=None), ())
    assert [field.name for field in view.fields] == ["headline"]


def test_people_stand_in_order_each_with_where_they_were_read(bundle):
    writers = tuple(
        Reading(value=name, evidence=(evidence(at, at + 3),), rule="line") for at, name in ((9, "B"), (0, "A"))
    )
    values = field(article_view(with_article(bundle, writers=writers), ()), "writers").values
    assert [(value.text, value.sources[0].quote, value.sources[0].part) for value in values] == [
        ("B", "War", None),
        ("A", "JAK", None),
    ]


@pytest.mark.parametrize(
    ("bound", "fields"),
    [
        (Bound(not_before="2023-03-20", rule="mentioned"), ["not_before"]),
        (Bound(not_before="2023-03-20", not_after="2023-04-01", rule="mentioned"), ["not_before", "not_after"]),
    ],
)
def test_a_bound_is_days_and_never_a_publication_day(bundle, bound, fields):
    view = article_view(with_article(bundle, published=None, bound=bound), ())
    assert [found.name for found in view.fields if found.form == "day"] == fields


@pytest.mark.parametrize(
    ("place", "outlet", "text"),
    [("JAKARTA", "Warta", "JAKARTA, Warta"), (None, "Warta", "Warta"), ("BIAK", None, "BIAK")],
)
def test_a_dateline_is_place_and_outlet(bundle, place, outlet, text):
    line = Dateline(place=place, outlet=outlet, evidence=(evidence(0, 24),), rule="dash")
    assert field(article_view(with_article(bundle, dateline=line), ()), "dateline").values[0].text == text


def test_long_evidence_is_cut_and_says_so_and_a_missing_part_has_no_quote(bundle_of, plain_stretches):
    stretches = [(text * 9, verdict, reason) for text, verdict, reason in plain_stretches]
    reading = Reading(value="x", evidence=(evidence(0, MOST_QUOTED + 1), evidence(0, 3, "gone")), rule="r")
    sources = field(article_view(with_article(bundle_of(stretches), section=reading), ()), "section").values[0].sources
    assert [(len(source.quote or ""), source.cut) for source in sources] == [(MOST_QUOTED, True), (0, False)]
    assert sources[1].quote is None


def test_evidence_of_several_slices_is_quoted_without_what_lies_between(bundle):
    reading = Reading(value="x", evidence=(Evidence(slices=(Slice(0, 7), Slice(9, 14))),), rule="r")
    source = field(article_view(with_article(bundle, section=reading), ()), "section").values[0].sources[0]
    assert (source.start, source.end, source.quote) == (0, 14, "JAKARTAWarta")


def test_disagreements_and_places_are_kept(bundle):
    conflict = Conflict(field="published", chosen="2025-06-18", other="2025-06-17", evidence=(), rule="meta")
    fetch = Fetch(location="berita.csv#3")
    view = article_view(with_article(bundle, conflicts=(conflict,)), [fetch])
    assert [(found.chosen, found.other, found.rule) for found in view.conflicts] == [
        ("2025-06-18", "2025-06-17", "meta")
    ]
    assert view.fetches == (fetch,)


def test_the_legend_sums_to_the_page(bundle):
    view = article_view(bundle, ())
    assert sum(entry.characters for entry in view.legend) == view.characters == len(bundle.page.text)
    assert [entry.reason or entry.verdict for entry in view.legend] == ["prose", "unsure", "related", "dateline"]


def test_times_of_a_language_without_a_pack_are_not_the_same_as_none(bundle):
    assert article_view(replace(bundle, times=None), ()).times is None
    assert article_view(replace(bundle, times=()), ()).times == ()


def test_a_time_in_another_part_is_listed_and_not_marked(bundle):
    time = Time(id="t", evidence=evidence(0, 10, "stamp"), value="2025-06-18", anchor=Anchor.ABSOLUTE, rule="r")
    view = article_view(replace(bundle, times=(time,)), ())
    assert [found.quote for found in view.times] == ["2025-06-18"]
    assert not any(run.times for line in view.lines for run in line.runs)
