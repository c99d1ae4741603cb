"""Views map there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.records.spans import Slice, merged
from kronik.text.views import View, assemble, kept_view


@st.composite
def views(draw: st.DrawFn) -> tuple[str, View]:
    text = draw(st.text(alphabet="ab \n\u0301é😀", max_size=60))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    runs: list[Slice | str] = []
    for low, high in zip(cuts[::2], cuts[1::2], strict=False):
        runs += [Slice(low, high), draw(st.sampled_from(["", " ", "\n"]))]
    return text, assemble(text, runs)


@given(views())
def test_every_source_character_of_a_view_maps_back_to_itself(case: tuple[str, View]) -> None:
    text, view = case
    for at, character in enumerate(view.text):
        source = view.to_source(at, at + 1)
        if source:
            assert text[source[0].start] == character
            assert view.to_view(source[0].start) is not None
        else:
            assert character in " \n"


@given(views(), st.data())
def test_a_span_of_a_view_maps_to_the_characters_it_shows(case: tuple[str, View], data: st.DataObject) -> None:
    text, view = case
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    put_in = {at for at in range(len(view.text)) if not view.to_source(at, at + 1)}
    shown = "".join(view.text[at] for at in range(start, end) if at not in put_in)
    assert "".join(piece.of(text) for piece in view.to_source(start, end)) == shown


@given(st.text(alphabet="ab\n ", max_size=40), st.data())
def test_a_kept_view_holds_the_kept_characters_in_order(text: str, data: st.DataObject) -> None:
    bounds = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(bounds, bounds).map(sorted), max_size=5))
    kept = merged(Slice(low, high) for low, high in pairs)
    breaks = sorted(set(data.draw(st.lists(bounds, max_size=5))))
    view = kept_view(text, kept, breaks)
    assert "".join(piece.of(text) for piece in view.to_source(0, len(view.text))) == "".join(
        piece.of(text) for piece in kept
    )


CASES = [
    ("a line end in what was left out", "satu\nIKLAN\ndua", (Slice(0, 4), Slice(11, 14)), (), "satu\ndua"),
    ("nothing put in within a line", "satu [x] dua", (Slice(0, 5), Slice(9, 12)), (), "satu dua"),
    ("a break inside a slice", "satudua", (Slice(0, 7),), (4,), "satu\ndua"),
    ("a break between slices", "satuXdua", (Slice(0, 4), Slice(5, 8)), (5,), "satu\ndua"),
    ("a break at the very ends is none", "satu", (Slice(0, 4),), (0, 4), "satu"),
]


@pytest.mark.parametrize(("kept", "breaks", "text", "expected"), [(c[2], c[3], c[1], c[4]) for c in CASES])
def test_paragraphs_of_a_kept_view(kept: tuple[Slice, ...], breaks: tuple[int, ...], text: str, expected: str) -> None:
    assert kept_view(text, kept, breaks).text == expected


def test_slices_of_a_view_must_ascend() -> None:
    with pytest.raises(ValueError, match="ascend"):
        assemble("abcdef", [Slice(3, 4), Slice(0, 2)])
