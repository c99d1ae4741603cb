"""Calendar arithmetic on days, weeks, months and years. Weeks run from Monday to Sunday."""

import calendar
from datetime import date, timedelta

WEEK = 7
MONTHS = 12


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has none (31 June)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, days: int) -> date | None:
    """Return the day so many days later; None beyond the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def month_shifted(year: int, month: int, months: int) -> tuple[int, int]:
    """Return year and month so many months later."""
    index = year * MONTHS + month - 1 + months
    return index // MONTHS, index % MONTHS + 1


def same_day_shifted(day: date, months: int) -> date | None:
    """Return the day so many months later, the last of the month where it is shorter."""
    year, month = month_shifted(day.year, day.month, months)
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def week_of(day: date) -> tuple[date | None, date | None]:
    """Return Monday and Sunday of the week that the day lies in."""
    return shifted(day, -day.weekday()), shifted(day, WEEK - 1 - day.weekday())


def month_end(year: int, month: int) -> date:
    """Return the last day of the month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def weekday_before(day: date, weekday: int, *, strictly: bool) -> date | None:
    """Return the last such weekday up to the day, or before it."""
    back = (day.weekday() - weekday) % WEEK
    return shifted(day, -(back or (WEEK if strictly else 0)))


def weekday_after(day: date, weekday: int, *, strictly: bool) -> date | None:
    """Return the first such weekday from the day on, or after it."""
    ahead = (weekday - day.weekday()) % WEEK
    return shifted(day, ahead or (WEEK if strictly else 0))
