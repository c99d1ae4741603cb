"""What is read from a pattern, against all short strings that it matches."""

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.languages.temporal.patterns import reach_of

KINDS = "abc"
STRINGS = ["".join(letters) for size in range(6) for letters in product(KINDS, repeat=size)]
CLASSES = st.sampled_from(["[a]", "[b]", "[ab]", "[abc]"])
REPEATS = st.sampled_from(["", "?", "{0,2}", "{1,2}", "{2}"])


def grown(parts):
    several = st.lists(parts, min_size=1, max_size=3)
    return st.one_of(
        several.map("".join),
        several.map(lambda many: f"(?:{'|'.join(many)})"),
        st.tuples(parts, REPEATS).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
        parts.map(lambda part: f"(?P<n>{part})" if "(?P" not in part else part),
    )


PATTERNS = st.recursive(st.tuples(CLASSES, REPEATS).map("".join), grown, max_leaves=6)


def matched(pattern):
    try:
        automaton = re.compile(pattern)
    except re.error:  # a name that stands twice
        automaton = re.compile(pattern.replace("?P<n>", "?:"))
    return [string for string in STRINGS if automaton.fullmatch(string)]


@given(PATTERNS)
def test_the_reach_of_a_pattern_leaves_nothing_out(pattern):
    reach, strings = reach_of(pattern, frozenset()), matched(pattern)
    assert {string[0] for string in strings if string} <= reach.firsts
    assert {string[1] for string in strings if len(string) > 1} <= reach.seconds
    assert reach.empty == ("" in strings)
    assert reach.single or not any(len(string) == 1 for string in strings)


@given(PATTERNS, st.sampled_from(["a", "b", "ab"]))
def test_what_a_pattern_is_said_to_hold_is_in_all_it_matches(pattern, held):
    if reach_of(pattern, frozenset(held)).held:
        assert all(set(held) & set(string) for string in matched(pattern))


@pytest.mark.parametrize(
    ("pattern", "firsts", "seconds", "empty", "single"),
    [
        ("[a][b]", "a", "b", False, False),
        ("[a]?[b]", "ab", "b", False, True),
        ("[a]{1,2}", "a", "a", False, True),
        ("(?P<x>[a]|[b][c])", "ab", "c", False, True),
        ("(?:[a]|[b])?", "ab", "", True, True),
        ("[a](?:[b]|[c])[a]", "a", "bc", False, False),
    ],
)
def test_reach(pattern, firsts, seconds, empty, single):
    assert reach_of(pattern, frozenset())[:4] == (frozenset(firsts), frozenset(seconds), empty, single)


@pytest.mark.parametrize(
    ("pattern", "held"),
    [
        ("[a][b]", True),
        ("[a]?[b]", False),
        ("[a]{0,2}[b]", False),
        ("[a]{1,2}[b]", True),
        ("[ab]", False),
        ("(?:[a]|[b])", False),
        ("(?:[a]|[b])[a]", True),
        ("[b][a]|[a]", True),
        ("(?P<x>[b](?:[a])?)", False),
    ],
)
def test_a_pattern_that_always_holds_a_kind(pattern, held):
    assert reach_of(pattern, frozenset("a")).held is held
