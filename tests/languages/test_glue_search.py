"""The search for the cheapest way to part a word, apart from any language."""

from kronik.languages.glue import cheapest_cuts

COSTS = {"makan": 1.0, "nasi": 1.0, "makannasi": 5.0, "ma": 0.4, "kan": 0.4}


def cuts(word: str, longest: int = 10) -> tuple[float, tuple[int, ...]] | None:
    return cheapest_cuts(len(word), lambda start, end: COSTS.get(word[start:end]), longest)


def test_the_cheapest_way_wins() -> None:
    assert cuts("makannasi") == (1.8, (2, 5))


def test_a_whole_that_is_cheap_is_left() -> None:
    assert cuts("nasi") == (1.0, ())


def test_no_way_is_none() -> None:
    assert cuts("makanx") is None


def test_parts_are_no_longer_than_asked() -> None:
    assert cuts("nasi", longest=3) is None


def test_nothing_has_no_cuts() -> None:
    assert cuts("") == (0.0, ())
