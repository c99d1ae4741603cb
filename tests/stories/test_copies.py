"""Copies: what joins, what does not, and that the order of arrival does not matter."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_news import FLOOD, FLOOD_AGAIN, STRIKE, news

from kronik.stories.copies import candidates, copy_groups, is_met, likeness, likenesses
from kronik.stories.likeness import Relation
from kronik.stories.sketches import Sketcher


def sketches(**texts):
    sketcher = Sketcher()
    return [sketcher.sketch(name, "\n".join(text)) for name, text in texts.items()]


def edited(paragraphs, every):
    """The paragraphs with one word in so many changed."""
    words = " \n ".join(paragraphs).split(" ")
    return [" ".join(f"lain{at}" if at % every == 5 else word for at, word in enumerate(words))]


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (FLOOD, FLOOD, Relation.COPY),
        (FLOOD, FLOOD[:3], Relation.COPY),
        (FLOOD, (*STRIKE, *FLOOD, *STRIKE[::-1]), Relation.COPY),
        (FLOOD, FLOOD[::-1], Relation.COPY),
        (FLOOD, edited(FLOOD, 12), Relation.COPY),
        (FLOOD, (FLOOD[0], *STRIKE[1:]), Relation.SHARED_BACKGROUND),
        (FLOOD, STRIKE, None),
        (FLOOD, FLOOD_AGAIN, None),
    ],
    ids=["same", "cut", "inside another", "paragraphs turned", "edited", "one paragraph", "another", "own words"],
)
def test_what_is_a_copy(first, second, relation) -> None:
    found = likeness(*sketches(a=first, b=second))
    assert (found.relation if found else None) is relation


def test_a_short_piece_of_a_long_text_is_an_excerpt_and_joins_nothing() -> None:
    long = [f"Kalimat nomor {number} menyebut perkara {number * 7} dan tempat {number * 13}." for number in range(200)]
    short = long[:10]
    found = likeness(*sketches(a=short, b=long))
    assert found
    assert found.relation is Relation.EXCERPT_OF
    turned = likeness(*sketches(a=long, b=short))
    assert turned
    assert turned.relation is Relation.CONTAINS
    assert copy_groups([found, turned], {"a": ("1", "a"), "b": ("2", "b")}) == {}


@pytest.mark.parametrize(
    ("days", "keys", "compared"),
    [((5, 5), 1, True), ((5, 36), 1, False), ((36, 5), 1, False), ((0, 36), 1, True), ((5, 36), 2, True)],
    ids=["one day", "far apart", "far apart, later first", "day unknown", "far apart, two keys"],
)
def test_texts_that_lie_far_apart_in_time_need_two_keys_in_common(days, keys, compared) -> None:
    texts = sketches(a=FLOOD, b=STRIKE)
    common = texts[0].keys.copy()
    common[keys:] = texts[1].keys[keys:]
    one, other = replace(texts[0], day=days[0]), replace(texts[1], keys=common, day=days[1])
    assert int((one.keys == other.keys).sum()) == keys
    assert bool(list(candidates([one, other]))) is is_met(keys, *days) is compared
    assert not is_met(0, *days)


@given(st.lists(st.text("ab é—\ud800.7", max_size=40), max_size=6), st.integers(1, 3))
def test_sketches_of_many_are_those_of_each(texts, times) -> None:
    """Texts of less than a turn, and of several, next to each other."""
    sketcher = Sketcher()
    every = [*texts, " ".join(["kata lain"] * 9000 * times), *texts]
    found = list(sketcher.sketches((str(at), text, at) for at, text in enumerate(every)))
    for at, (text, one) in enumerate(zip(every, found, strict=True)):
        alone = sketcher.sketch(str(at), text, at)
        assert (one.id, one.day) == (alone.id, alone.day)
        assert all(
            np.array_equal(getattr(one, part), getattr(alone, part)) for part in ("runs", "distinct", "places", "keys")
        )


def test_case_marks_and_lines_do_not_count() -> None:
    sketcher = Sketcher()
    plain = sketcher.runs("Ia berkata kami akan datang besok pagi")
    assert np.array_equal(plain, sketcher.runs("“Ia” berkata:\n“Kami akan datang – besok pagi…”"))
    assert len(plain) == 5


@pytest.mark.parametrize("text", ["", "...", "dua kata", "satu"])
def test_texts_too_short_to_compare_are_alike_with_nothing(text) -> None:
    sketcher = Sketcher()
    assert likenesses([sketcher.sketch("a", text), sketcher.sketch("b", text)]) == ()


def test_the_representative_is_the_earliest() -> None:
    found = likenesses(sketches(a=FLOOD, b=FLOOD, c=STRIKE))
    assert copy_groups(found, {"a": ("2031-02", "a"), "b": ("2031-01", "b"), "c": ("2030", "c")}) == {
        "a": "b",
        "b": "b",
    }


def test_a_crowd_of_copies_is_one_group_without_every_pair() -> None:
    size = 90
    crowd = sketches(**{f"n{number:03}": FLOOD for number in range(size)})
    assert len(list(candidates(crowd))) < size * (size - 1) / 2
    found = copy_groups(likenesses(crowd), {one.id: ("", one.id) for one in crowd})
    assert found == {one.id: "n000" for one in crowd}


@given(st.permutations(news()))
def test_order_does_not_matter(entries) -> None:
    sketcher = Sketcher()
    found = likenesses([sketcher.sketch(entry.id, entry.prose) for entry in entries])
    assert copy_groups(found, {entry.id: entry.order for entry in entries}) == {"a": "a", "c": "a", "d": "d", "e": "d"}
