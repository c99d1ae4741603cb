"""Drawings are well-formed whatever they are told, and hold every value."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.room.drawing import Dot, Line, Step, lines_svg, png_bytes, steps_svg, strip_svg, whole_svg

HOSTILE = "</svg><script>alert(1)</script>\"'&<"
SVG = "{http://www.w3.org/2000/svg}"


@given(st.lists(st.integers(0, 10_000), max_size=60))
def test_lines_have_a_point_for_each_value_inside_the_drawing(values):
    bins = [str(at) for at in range(len(values))]
    line = Line(name=HOSTILE, note=HOSTILE, values=tuple(values), labels=tuple(bins))
    root = ET.fromstring(lines_svg([line, line], bins, HOSTILE))  # noqa: S314 (our own drawing)
    points = root.findall(f".//{SVG}circle")
    _, _, width, height = map(float, root.get("viewBox").split())
    assert len(points) == 2 * len(values)
    assert all(0 <= float(p.get("cx")) <= width and 0 <= float(p.get("cy")) <= height for p in points)
    assert root.findall(f".//{SVG}script") == []


def test_a_copy_is_hollow_and_links_are_kept():
    dots = [
        Dot(row="Satu", share=0.0, label=HOSTILE, hollow=False, link="/articles/1"),
        Dot(row="Dua", share=1.0, label="b", hollow=True),
    ]
    root = ET.fromstring(strip_svg(dots, ("awal", "akhir"), HOSTILE))  # noqa: S314 (our own drawing)
    assert [p.get("class") for p in root.findall(f".//{SVG}circle")] == ["s", "hollow"]
    assert [a.get("href") for a in root.findall(f".//{SVG}a")] == ["/articles/1"]


@pytest.mark.parametrize(("direction", "mark"), [(1, "circle"), (-1, "circle"), (0, "rect")])
def test_conflict_lies_below_cooperation(direction, mark):
    steps = [
        Step(share=0.0, score=-10.0, direction=direction, size=6.0, label=HOSTILE),
        Step(share=1.0, score=10.0, direction=direction, size=20.0, label="x"),
    ]
    root = ET.fromstring(steps_svg(steps, "t", ("atas", "bawah"), ("awal", HOSTILE)))  # noqa: S314 (our own drawing)
    marks = root.findall(f".//{SVG}{mark}")
    high, low = (float(m.get("cy") or m.get("y")) for m in marks)  # the larger one is drawn first, below the other
    assert low > high
    assert {m.find(f"{SVG}title").text for m in marks} == {HOSTILE, "x"}


def test_a_drawing_taken_along_has_a_ground_and_can_be_a_picture():
    drawing = whole_svg(steps_svg([], "t", ("atas", "bawah"), ("", "")))
    root = ET.fromstring(drawing)  # noqa: S314 (our own drawing)
    assert root[0].tag == f"{SVG}rect"
    picture = png_bytes(drawing)
    assert picture is None or picture.startswith(b"\x89PNG")
