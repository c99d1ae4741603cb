"""The road ends with the records, each stage once, and its shares are those of the whole."""

from importlib.resources import files

import pytest
from people import items_of
from road import stages_of, timed

from kronik.pipeline.resources import Resources, load_resources

STAGES = (
    "page", "article", "times", "language model", "places", "figures", "cast", "statements", "reports", "records",
)  # fmt: skip


@pytest.fixture(scope="module")
def resources() -> Resources:
    return load_resources()


def test_every_stage_is_timed_once_and_in_order(resources: Resources) -> None:
    items = items_of([str(files("kronik.samples") / "pages")])
    roads = [tuple(stages_of(item, resources)) for item in items]
    assert STAGES in roads
    assert all(road == STAGES[: len(road)] for road in roads)


def test_shares_are_of_the_whole_road(resources: Resources) -> None:
    items = items_of([str(files("kronik.samples") / "pages")])[:2]
    road = timed(items, resources, 1)
    assert road.pages == len(items)
    assert sum(row.percent for row in road.rows) == pytest.approx(100, abs=1)
    assert road.pages_per_second > 0
