"""The cheap signs of markers and of kinds never say no to what their pattern takes; lines are lines of their text."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kronik.articles.lines import lines_of, lines_within
from kronik.languages.cleaning import Form, folded
from kronik.languages.id.cleaning import load_cleaning
from kronik.records.pages import Media, Page, Part
from kronik.records.spans import Slice

WORDS = load_cleaning()
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs",))
EXAMPLES = settings(max_examples=3, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])


def foreign_digit(char: str) -> bool:
    """Tell whether a digit is of another script: patterns take it, and no page of the language prints it."""
    return char.isdecimal() and not char.isascii()


def matching(pattern: re.Pattern[str]) -> st.SearchStrategy[str]:
    """Return lines that a pattern takes from their beginning."""

    def taken(text: str) -> str:
        found = pattern.search(text)
        return "" if found is None else text[found.start() :].strip()

    return (
        st.from_regex(pattern)
        .map(taken)
        .filter(lambda text: pattern.match(text) is not None and not foreign_digit(text[:1]))
    )


@pytest.mark.parametrize(
    "marker", [m for m in WORDS.markers if m.form in {Form.LINE, Form.OPENING}], ids=lambda m: m.id
)
def test_a_line_that_a_marker_takes_opens_as_it_says(marker):
    @EXAMPLES
    @given(matching(marker.pattern))
    def holds(text):
        low = folded(text)
        assert marker.may_open(low)
        assert marker in WORDS.markers_of(low)

    holds()


@pytest.mark.parametrize("marker", WORDS.within_markers, ids=lambda m: m.id)
def test_a_stretch_that_a_marker_takes_holds_one_of_its_signs(marker):
    @EXAMPLES
    @given(st.from_regex(marker.pattern))
    def holds(text):
        assert marker.may_match(folded(text))

    holds()


@pytest.mark.parametrize("kind", [k for k in WORDS.kinds if k.signs], ids=lambda k: f"{k.kind}-{k.field}")
def test_a_field_that_tells_a_kind_holds_one_of_its_signs(kind):
    @EXAMPLES
    @given(st.from_regex(kind.pattern))
    def holds(text):
        assert any(sign in folded(text) for sign in kind.signs)

    holds()


@given(st.lists(st.one_of(st.text(alphabet=st.sampled_from("ab \t\n\r\x0b\u2028.")), LETTERS)).map("".join), st.data())
def test_lines_stand_in_their_text_and_those_within_slices_are_the_lines_of_these(text, data):
    page = Page(
        id="p", uri="u", media=Media.TEXT, encoding="utf-8", projection="t/1", parts=(Part(name="text", text=text),)
    )
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    kept = tuple(Slice(low, high) for low, high in zip(edges[::2], edges[1::2], strict=False))
    whole = lines_of(page, (Slice(0, len(text)),))
    for line in whole:
        assert text[line.start : line.end] == line.text == line.text.strip() != ""
    assert "".join("".join(line.text for line in whole).split()) == "".join(text.split())
    assert lines_within(text, whole, kept) == lines_of(page, kept)
