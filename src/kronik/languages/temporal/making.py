"""Every maker by the name that rules call it by: from what a rule captured to a meaning."""

from collections.abc import Mapping

from kronik.languages.temporal import making_days as days
from kronik.languages.temporal import making_joins as joins
from kronik.languages.temporal import making_periods as periods
from kronik.languages.temporal.grammar import Maker

MAKERS: Mapping[str, Maker] = {
    "about": joins.about,
    "apposition": days.apposition,
    "apposition_numeric": days.apposition_numeric,
    "beside": joins.beside,
    "century": periods.century,
    "clock": days.clock,
    "count": days.count,
    "countdown": days.countdown,
    "date": days.date,
    "day_list": days.day_list,
    "day_of_run": days.day_of_run,
    "day_range": days.day_range,
    "day_twice": joins.day_twice,
    "decade": periods.decade,
    "deictic": days.deictic,
    "feast": periods.feast,
    "feast_day": days.feast_day,
    "first_months": periods.first_months,
    "hours": periods.hours,
    "keep": days.keep,
    "keep_day": days.keep_day,
    "loose_units": periods.loose_units,
    "modern_year": periods.modern_year,
    "next_day": days.next_day,
    "nothing": days.nothing,
    "openward": joins.openward,
    "part": joins.part,
    "part_of_unit": joins.part_of_unit,
    "quarter": periods.quarter,
    "range": joins.range_of,
    "range_from_day": joins.range_from_day,
    "range_from_month": joins.range_from_month,
    "same_of_year": periods.same_of_year,
    "season": periods.season,
    "shift": periods.shift,
    "shift_from": joins.shift_from,
    "since": joins.since,
    "today": days.today,
    "unit_following": periods.unit_following,
    "unit_relative": periods.unit_relative,
    "unit_same": periods.unit_same,
    "until": joins.until,
    "vague": days.vague,
    "week_of_month": periods.week_of_month,
    "weekday": days.weekday,
    "weekday_of_discourse": days.weekday_of_discourse,
    "weekend": periods.weekend,
    "year_list": periods.year_list,
    "year_range": periods.year_range,
    "year_to_date": periods.year_to_date,
}
"""Every maker that a rule may name."""
