"""A floor holds, is raised, and is never lowered in passing."""

import pytest
from floors import Floor, Floors, fallen, leading_comment, read_floors, table, updated, write_floors


def floor(at: float, *, tolerance: float = 0.0, less: bool = False) -> Floor:
    return Floor(figure="times.f1", floor=at, tolerance=tolerance, because="two expressions", less_is_better=less)


def floors(one: Floor) -> Floors:
    return Floors(digests={"gold/dev.jsonl": "00"}, floors=(one,))


@pytest.mark.parametrize(
    ("one", "value", "holds"),
    [
        (floor(0.8), 0.8, True),
        (floor(0.8), 0.7999, False),
        (floor(0.8, tolerance=0.01), 0.79, True),
        (floor(0.8, tolerance=0.01), 0.7899, False),
        (floor(0.01, less=True), 0.01, True),
        (floor(0.01, less=True), 0.0101, False),
        (floor(0.01, tolerance=0.002, less=True), 0.012, True),
    ],
)
def test_a_floor_holds_within_its_tolerance(one: Floor, value: float, *, holds: bool) -> None:
    assert one.holds(value) is holds
    assert (fallen(floors(one), {"times.f1": value}) == []) is holds


def test_a_missing_figure_has_fallen() -> None:
    assert fallen(floors(floor(0.0)), {"other": 1.0}) == ["times.f1"]


@pytest.mark.parametrize(
    ("one", "value", "after"),
    [
        (floor(0.8), 0.9, 0.9),
        (floor(0.8), 0.912345, 0.9123),
        (floor(0.01, less=True), 0.005, 0.005),
        (floor(0.01, less=True), 0.00501, 0.0051),
        (floor(0.8, tolerance=0.01), 0.795, 0.8),
    ],
)
def test_update_raises_and_leaves_what_is_within_tolerance(one: Floor, value: float, after: float) -> None:
    assert updated(floors(one), {"times.f1": value}, allow_regression=False).floors[0].floor == after


@pytest.mark.parametrize(("one", "value"), [(floor(0.8), 0.7), (floor(0.01, less=True), 0.02)])
def test_update_gives_no_ground_unless_told(one: Floor, value: float) -> None:
    with pytest.raises(ValueError, match="fell"):
        updated(floors(one), {"times.f1": value}, allow_regression=False)
    assert updated(floors(one), {"times.f1": value}, allow_regression=True).floors[0].floor == value


def test_floors_are_read_as_they_were_written() -> None:
    given = Floors(digests={"a": "1", "b": "2"}, floors=(floor(0.8, tolerance=0.01), floor(0.1, less=True)))
    one_each = Floors(digests=given.digests, floors=given.floors[:1])
    text = write_floors(one_each, "# Why.\n# And how.\n")
    assert leading_comment(text).strip() == "# Why.\n# And how."
    assert read_floors(text) == one_each
    assert write_floors(read_floors(text), leading_comment(text)) == text


def test_the_table_marks_what_fell() -> None:
    rows = table(floors(floor(0.8)), {"times.f1": 0.5}).splitlines()
    assert rows[1].split() == ["times.f1", "0.5000", ">=", "0.8000", "0.0000", "FELL"]
