"""The days on which a series comes back."""

from collections.abc import Iterator
from datetime import date, timedelta

from workshoplib.strategy.choices import Rhythm, Weekday
from workshoplib.strategy.content import Series

_MONTHS = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3, Rhythm.YEARLY: 12}


def days_of_series(series: Series, monday: date, weeks: int) -> tuple[date, ...]:
    """Its days in so many weeks from a Monday on; none for one without weekday or rhythm.

    Every other week is counted from the week of the first day (or of ``monday``); monthly means the same weekday of the
    month as the first day: the second Wednesday, or without a first day the first one.
    """
    last = monday + timedelta(weeks=weeks, days=-1)
    first, end = max(series.first_day or monday, monday), min(series.last_day or last, last)
    days = (first + timedelta(n) for n in range((end - first).days + 1))
    return tuple(day for day in days if _comes(series, day, series.first_day or monday))


def _comes(series: Series, day: date, anchor: date) -> bool:
    weekdays = {list(Weekday).index(weekday) for weekday in series.weekdays}
    if not weekdays and series.first_day:
        weekdays = {series.first_day.weekday()}
    match series.rhythm:
        case Rhythm.DAILY:
            return not series.weekdays or day.weekday() in weekdays
        case Rhythm.WEEKLY:
            return day.weekday() in weekdays
        case Rhythm.FORTNIGHTLY:
            return day.weekday() in weekdays and _weeks_between(anchor, day) % 2 == 0
        case Rhythm.MONTHLY | Rhythm.QUARTERLY | Rhythm.YEARLY:
            place = (series.first_day.day - 1) // 7 if series.first_day else 0
            months = 12 * (day.year - anchor.year) + day.month - anchor.month
            return day.weekday() in weekdays and (day.day - 1) // 7 == place and months % _MONTHS[series.rhythm] == 0
    return False


def _weeks_between(first: date, last: date) -> int:
    return (last - timedelta(last.weekday()) - (first - timedelta(first.weekday()))).days // 7


def week_around(day: date) -> Iterator[date]:
    """The days of a day's week, the nearest first, the earlier of two."""
    monday = day - timedelta(day.weekday())
    yield from sorted((monday + timedelta(n) for n in range(7)), key=lambda one: (abs((one - day).days), one))
