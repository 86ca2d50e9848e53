"""Days that stories are told by."""

from datetime import date, timedelta


def month_ends(first: date, count: int) -> tuple[date, ...]:
    """The last days of ``count`` months, from the month of ``first`` on."""
    months = range(first.month, first.month + count)
    return tuple(date(first.year + month // 12, month % 12 + 1, 1) - timedelta(days=1) for month in months)
