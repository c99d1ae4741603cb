"""Groups that grow: whatever came and went, in whatever order and batches, they are those of the whole set."""

import ast
import random
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_news import FLOOD, entry, news

from kronik.grouping import growing
from kronik.grouping.growing import Growth, digest_of, kept_groups, versions
from kronik.grouping.packing import packed, packed_wording, unpacked, unpacked_wording
from kronik.grouping.shelf import Shelf
from kronik.records.articles import Kind
from kronik.stories import copies
from kronik.stories.groups import groups_of, load_scales
from kronik.stories.wording import wording_of

SYLLABLES = ("ba", "cu", "da", "fe", "gi", "ho", "ja", "ku", "la", "me", "ni", "po", "ra", "su", "ta", "wo", "zi")


@pytest.fixture(name="scales", scope="module")
def _scales():
    return load_scales()


def invented(count: int, seed: int) -> list:
    """Stories of one to five articles in words of our own, with copies, cuts, revisions and articles without a day."""
    dice = random.Random(seed)  # noqa: S311 - no secret

    def words(number: int) -> list[str]:
        return ["".join(dice.choices(SYLLABLES, k=dice.randint(2, 4))) for _ in range(number)]

    common, made = words(60), []
    while len(made) < count:
        centre, day = words(25), date(2031, 3, 1) + timedelta(days=dice.randint(0, 30))
        previous = None
        for _ in range(dice.randint(1, 5)):
            name = f"{dice.getrandbits(64):016x}"
            own = [*dice.sample(centre, 18), *dice.choices(common, k=25), *words(8)]
            dice.shuffle(own)
            headline = " ".join(dice.sample(centre, 5)).title()
            more = {"published": (day + timedelta(days=dice.randint(0, 2))).isoformat(), "published_time": None}
            if previous is not None and dice.random() < 0.4:
                own = previous.prose.split()
                own = own[: dice.randint(20, len(own))] if dice.random() < 0.4 and len(own) > 12 else own
            if dice.random() < 0.1:
                more["published"] = None
            if dice.random() < 0.2:
                more["days"] = frozenset({day.isoformat()})
            if previous is not None and dice.random() < 0.15:
                more["article"] = previous.article
            more["outlet"] = dice.choice([None, "satu.example", "dua.example"])
            previous = replace(
                entry(name, (" ".join(own),), headline, 7, **more), kind=dice.choice([Kind.NEWS, Kind.UNKNOWN])
            )
            made.append(previous)
    return made[:count]


def grown(batches, scales, gone=()):
    with Shelf.create(":memory:") as shelf:
        for batch in batches:
            growth = Growth(shelf, scales)
            for one in batch:
                growth.add(one)
            growth.settle()
        growth = Growth(shelf, scales)
        for name in gone:
            growth.remove(name)
        growth.settle()
        return kept_groups(shelf)


def cut(order, size: int):
    return [order[at : at + size] for at in range(0, len(order), size)]


@settings(max_examples=25, deadline=None)
@given(order=st.permutations(news()), size=st.integers(1, 6))
def test_neither_order_nor_batches_matter(scales, order, size) -> None:
    assert grown(cut(order, size), scales) == groups_of(news(), scales)


@settings(max_examples=25, deadline=None)
@given(order=st.permutations(news()), gone=st.sets(st.sampled_from("abcdef")))
def test_what_is_taken_out_leaves_no_trace(scales, order, gone) -> None:
    left = [one for one in news() if one.id not in gone]
    assert grown([order], scales, sorted(gone, key=str)) == groups_of(left, scales)


@pytest.mark.parametrize(("seed", "size"), [(1, 7), (2, 200)])
def test_hundreds_of_articles_grow_to_the_groups_of_the_set(scales, seed, size) -> None:
    every = invented(200, seed)
    whole = groups_of(every, scales)
    assert sum(len(story.members) > 1 for story in whole.stories) > 25
    assert len(set(whole.copies.values())) > 12
    order = every[:]
    random.Random(seed).shuffle(order)  # noqa: S311 - no secret
    assert grown(cut(order, size), scales) == whole
    gone = {one.id for one in order[::5]}
    assert grown(cut(order, size), scales, sorted(gone)) == groups_of(
        [one for one in every if one.id not in gone], scales
    )


@pytest.mark.parametrize("seed", range(4))
def test_crowds_of_one_wording_grow_to_the_groups_of_the_set(scales, seed, monkeypatch) -> None:
    for module in (copies, growing):
        monkeypatch.setattr(module, "CROWD", 4)
        monkeypatch.setattr(module, "FIRSTS", 2)
    dice = random.Random(seed)  # noqa: S311 - no secret
    sentences = [*FLOOD, *FLOOD]
    every = [
        replace(
            entry(f"{number:02}", tuple(dice.sample(sentences, dice.randint(1, 5))), "Banjir", 7),
            published=(date(2031, 1, 1) + timedelta(days=dice.randint(0, 70))).isoformat(),
        )
        for number in range(24)
    ]
    order = every[:]
    dice.shuffle(order)
    gone = {one.id for one in order[:9]}
    assert grown(cut(order, 5), scales) == groups_of(every, scales)
    assert grown(cut(order, 5), scales, sorted(gone)) == groups_of([one for one in every if one.id not in gone], scales)


def test_a_later_revision_takes_the_place_of_an_earlier_one(scales) -> None:
    first, *rest = news()
    later = entry("z", FLOOD[:2], first.headline, 20, article=first.article, uri=first.uri)
    assert grown([[first, *rest], [later]], scales) == groups_of([first, *rest, later], scales)
    assert grown([[later, *rest], [first]], scales) == groups_of([first, *rest, later], scales)
    assert grown([[later, *rest, first]], scales, ["z"]) == groups_of(news(), scales)


def test_an_unknown_article_cannot_be_taken_out(scales) -> None:
    with Shelf.create(":memory:") as shelf, pytest.raises(KeyError):
        Growth(shelf, scales).remove("nobody")


def test_an_entry_is_kept_as_it_is() -> None:
    one = entry("a", ("kata \ud800 lain",), "Judul", 7, days=frozenset({"2031-03-05"}), kind=Kind.NEWS)
    assert unpacked(packed(one)) == one


def test_words_are_kept_as_they_are(scales) -> None:
    one = entry("a", ("Kata \ud800 lain, 12 rumah pada 3/5.", "Rina Wibowo pulang."), "Rina 2 Kali Menang", 7)
    words = wording_of(one, scales.frequencies)
    assert unpacked_wording(packed_wording(words)) == replace(words, entry=replace(one, headline="", prose=""))


def test_digests_tell_sets_and_tables_apart(scales) -> None:
    assert digest_of([("a", "1"), ("b", "2")]) == digest_of([("b", "2"), ("a", "1")])
    assert digest_of([("a", "1")]) != digest_of([("a", "2")])
    other = replace(scales, model=replace(scales.model, join=scales.model.join + 1))
    assert versions(scales) == versions(load_scales()) != versions(other)


def test_a_changed_constant_is_another_version(scales, monkeypatch) -> None:
    before = versions(scales)
    monkeypatch.setattr(copies, "WHOLE", 0.8)
    assert versions(scales) != before


def test_every_module_whose_functions_group_articles_counts() -> None:
    """Modules of which only classes are used hold records; tables come by the loader and are counted themselves."""
    counted, waiting = set(), {("kronik.grouping", "growing.py")}
    while waiting:
        package, name = waiting.pop()
        counted.add((package, name))
        for node in ast.walk(ast.parse(files(package).joinpath(name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and any(one.name.islower() for one in node.names):
                home, _, module = (node.module or "").rpartition(".")
                ours = home.startswith("kronik.") and module != "loader"
                waiting |= {(home, f"{module}.py")} - counted if ours else set()
    assert {home for home, _ in counted} <= set(growing.SOURCES)
    assert {name for _, name in counted} <= growing.MODULES
