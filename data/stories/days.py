"""Days and hours that stories are told by."""

from datetime import date, timedelta

from workshoplib.strategy.fields import WeekHours


def month_ends(first: date, count: int) -> tuple[date, ...]:
    """The last days of ``count`` months, from the month of ``first`` on."""
    months = range(first.month, first.month + count)
    return tuple(date(first.year + month // 12, month % 12 + 1, 1) - timedelta(days=1) for month in months)


def every(weekdays: range, hours: tuple[int, ...], **days: tuple[int, ...]) -> WeekHours:
    """The same hours on some weekdays (0 is Monday), and those of ``days`` on others."""
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return WeekHours(**{names[number]: hours for number in weekdays}, **days)
