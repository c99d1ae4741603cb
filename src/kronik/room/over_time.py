"""Measures over time, drawn below each other with the labels of a language."""

from collections.abc import Mapping, Sequence

from kronik.room.drawing import Line, lines_svg
from kronik.web.wording import Wording


def drawn_over_time(
    t: Wording,
    bins: Sequence[str],
    series: Mapping[str, Sequence[int]],
    *,
    labels: str,
    title: str,
    unsummed: frozenset[str] = frozenset(),
) -> str:
    """Return the drawing of measures by bin, in their order.

    Args:
        t: the labels.
        bins: ISO day, month or year of each bin.
        series: name of a measure -> its value in each bin.
        labels: what the label of a measure begins with, before its name.
        title: label of the drawing.
        unsummed: measures whose values do not add up; below the others their sum is told.
    """
    lines = [
        Line(
            name=t(f"{labels}{name}"),
            note="" if name in unsummed else t("room.overview.inside", n=sum(values)),
            values=tuple(values),
            labels=tuple(f"{t.day(day)}: {t.number(value)}" for day, value in zip(bins, values, strict=True)),
        )
        for name, values in series.items()
    ]
    return lines_svg(lines, [t.day(day) for day in bins], t(title))
