from datetime import date, timedelta

import pytest

from kronik.web.chart import MOST_BARS, MOST_OUTLETS, binned, daily_chart


def days(first, count, outlet="Warta", articles=1):
    low = date.fromisoformat(first)
    return [((low + timedelta(days=at)).isoformat(), outlet, articles) for at in range(count)]


def test_no_dated_article_makes_no_bars():
    chart = daily_chart([(None, "Warta", 3), (None, None, 1)])
    assert (chart.bins, chart.rows, chart.all.total, chart.undated) == ((), (), 0, 4)


def test_days_between_have_a_bar_of_their_own_even_when_empty():
    chart = daily_chart([("2025-02-27", "Warta", 2), ("2025-03-02", "Kabar", 5)])
    assert chart.bins == ("2025-02-27", "2025-02-28", "2025-03-01", "2025-03-02")
    assert [(row.outlet, row.counts) for row in chart.rows] == [("Kabar", (0, 0, 0, 5)), ("Warta", (2, 0, 0, 0))]
    assert chart.all.counts == (2, 0, 0, 5)
    assert chart.highest == 5


@pytest.mark.parametrize(
    ("counts", "unit", "bars", "last"),
    [
        (days("2025-01-01", MOST_BARS), "day", MOST_BARS, "2025-04-02"),
        (days("2025-01-01", 200), "month", 7, "2025-07"),
        (days("1990-01-01", 9000), "year", 25, "2014"),
        ([("0001-01-01", "Warta", 1), ("9999-12-31", "Warta", 1)], "year", 1, "9999"),
    ],
)
def test_the_unit_grows_with_the_span(counts, unit, bars, last):
    chart = daily_chart(counts)
    assert (chart.unit, len(chart.bins), chart.bins[-1]) == (unit, bars, last)


def test_a_few_old_articles_do_not_coarsen_a_week_of_news_and_stay_counted():
    chart = daily_chart([*days("2025-06-12", 7, articles=20), ("1970-01-01", "Warta", 2), ("2031-01-01", "Kabar", 1)])
    assert chart.unit == "day"
    assert chart.bins[0] == "2025-06-12"
    assert chart.bins[-1] == "2025-06-18"
    assert (chart.all.earlier, chart.all.later, chart.all.total) == (2, 1, 143)
    assert chart.all.total == chart.all.earlier + sum(chart.all.counts) + chart.all.later


def test_outlets_beyond_the_most_share_a_row_and_nothing_is_lost():
    chart = daily_chart([("2025-06-18", f"Media {n:02d}", 100 - n) for n in range(30)])
    assert len(chart.rows) == MOST_OUTLETS
    assert chart.rows[0].outlet == "Media 00"
    assert chart.rows[-1].others == 30 - MOST_OUTLETS + 1
    assert sum(row.total for row in chart.rows) == chart.all.total == sum(100 - n for n in range(30))


def test_an_outlet_that_is_not_named_is_a_row_after_its_equals():
    chart = daily_chart([("2025-06-18", None, 1), ("2025-06-18", "Warta", 1)])
    assert [(row.outlet, row.others) for row in chart.rows] == [("Warta", 0), (None, 0)]


@pytest.mark.parametrize(
    ("unit", "bins", "counts"),
    [
        ("day", ("2025-06-17", "2025-06-18", "2025-06-19"), (2, 0, 3)),
        ("month", ("2025-05", "2025-06"), (4, 5)),
        ("year", ("2024", "2025"), (0, 9)),
        ("day", (), ()),
    ],
)
def test_days_are_counted_in_their_bins(unit, bins, counts):
    assert binned({"2025-05-31": 4, "2025-06-17": 2, "2025-06-19": 3}, unit, bins) == counts
