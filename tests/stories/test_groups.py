"""All groupings of a set: revisions, copies and stories, the same in whatever order articles come."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_news import FLOOD, entry, news

from kronik.stories.components import components
from kronik.stories.entries import latest
from kronik.stories.groups import groups_of, load_scales
from kronik.stories.linkage import joined
from kronik.stories.pairs import BOUND


@pytest.fixture(name="scales", scope="module")
def _scales():
    return load_scales()


def members(found):
    return sorted(story.members for story in found.stories)


def test_accounts_of_one_happening_are_one_story(scales) -> None:
    found = groups_of(news(), scales)
    assert members(found) == [("a", "b", "c"), ("d", "e"), ("f",)]
    assert [story.id for story in found.stories] == ["a", "d", "f"]


def test_parts_of_an_article_are_told_by_the_first_that_is_there() -> None:
    first, second, revised = (
        entry(name, FLOOD[:3], "Banjir Bandang Landa Sukamaju", hour, article="kabar:7", part=part)
        for name, hour, part in (("a", 8, 1), ("b", 9, 2), ("c", 10, 2))
    )
    assert latest((second, first, revised)) == (first,)
    assert latest((second, revised)) == (revised,)


def test_a_link_says_what_it_is_made_of(scales) -> None:
    flood = groups_of(news(), scales).stories[0]
    assert [(link.first, link.second) for link in flood.links] == [("a", "b")]
    (link,) = flood.links
    whole = sum(part.value for part in link.parts)
    assert link.score == pytest.approx(max(-BOUND, min(BOUND, whole)), abs=0.01)
    assert {"bias", "lead", "hours"} <= {part.name for part in link.parts}


def test_the_same_words_of_another_day_are_a_copy_but_another_story(scales) -> None:
    again = entry("g", FLOOD, "Banjir Lagi", 7, published="2031-06-20", published_time="2031-06-20T07:00:00+07:00")
    found = groups_of([news()[0], again], scales)
    assert found.copies == {"a": "a", "g": "a"}
    assert members(found) == [("a",), ("g",)]


def test_the_latest_revision_stands_for_its_article(scales) -> None:
    first, *rest = news()
    later = entry("z", FLOOD[:2], first.headline, 20, article=first.article, uri=first.uri)
    found = groups_of([first, *rest, later], scales)
    assert found.current["a"] == "z"
    assert all("a" not in story.members for story in found.stories)


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(news()))
def test_order_does_not_matter(scales, order) -> None:
    assert groups_of(order, scales) == groups_of(news(), scales)


def test_nothing_makes_no_groups(scales) -> None:
    assert groups_of([], scales).stories == ()


NAMES = st.sampled_from("abcdefgh")
SCORES = st.dictionaries(
    st.tuples(NAMES, NAMES).filter(lambda pair: pair[0] < pair[1]),
    st.floats(-4, 8).map(lambda value: round(value, 4)),
)


@given(SCORES, st.permutations("abcdefgh"))
def test_linkage_depends_on_the_set_alone(scores, order) -> None:
    turned = dict(sorted(scores.items(), key=lambda item: item[0][::-1]))
    found = joined("abcdefgh", scores, 0.0, -8.0)
    assert found == joined(order, turned, 0.0, -8.0)
    assert sorted(name for group in found for name in group) == list("abcdefgh")


def test_linkage_joins_by_the_mean() -> None:
    chain = {("a", "b"): 3.0, ("b", "c"): 3.0, ("a", "c"): -8.0, ("d", "e"): 1.0}
    assert joined("abcde", chain, 0.0, -8.0) == [("a", "b"), ("c",), ("d", "e")]


@given(st.lists(st.tuples(NAMES, NAMES)))
def test_components_do_not_depend_on_the_order_of_links(pairs) -> None:
    assert components(pairs) == components([pair[::-1] for pair in reversed(pairs)])
