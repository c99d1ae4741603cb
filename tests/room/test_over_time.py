"""Measures over time as they are drawn."""

from kronik.room.over_time import drawn_over_time
from kronik.room.wording import room_wording


def test_each_measure_has_its_label_and_a_sum_where_its_values_add_up():
    t = room_wording("en")
    series = {"articles": (2, 3), "stories": (7, 4)}
    drawing = drawn_over_time(
        t,
        ("2025-06", "2025-07"),
        series,
        labels="room.measure.",
        title="room.overview.lines",
        unsummed=frozenset({"stories"}),
    )
    assert all(t(f"room.measure.{name}") in drawing for name in series)
    assert t("room.overview.inside", n=5) in drawing
    assert t("room.overview.inside", n=11) not in drawing
    assert f"<title>{t.day('2025-07')}: 3</title>" in drawing
