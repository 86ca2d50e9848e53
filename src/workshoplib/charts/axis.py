"""Round numbers and first days of months: where an axis is marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

from workshoplib.charts.canvas import SMALL, width_of
from workshoplib.words import Words

_GAP = 12.0


@dataclass(frozen=True)
class Scale:
    """Puts values between ``low`` and ``high`` on a stretch of the canvas from ``start`` to ``end``."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def round_marks(low: float, high: float, about: int = 4) -> list[float]:
    """Round numbers from at most ``low`` to at least ``high``, evenly spaced, about as many as asked, at least two."""
    span = high - low or abs(high) or 1.0
    power = 10.0 ** floor(log10(span / about))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if span / (factor * power) <= about)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [number * step for number in range(first, max(last, first + 1) + 1)]


def month_marks(first: date, last: date, across: Scale, say: Words) -> list[tuple[date, str]]:
    """Days between two dates with their names, so few that the names stand clear of each other.

    First days of months, the year with the first one and with each January; the two ends of a span too short for that.
    """
    marks: list[tuple[date, str]] = []
    for step in (1, 2, 3, 6, 12, 24, 60):
        days = [day for day in _months(first, last) if (day.month - 1 + 12 * day.year) % step == 0]
        marks = [(day, _name(day, say, with_year=n == 0 or day.month == 1)) for n, day in enumerate(days)]
        if _clear(marks, across):
            break
    return marks if len(marks) > 1 else [(day, say.short_date(day)) for day in (first, last)]


def _clear(marks: list[tuple[date, str]], across: Scale) -> bool:
    end = across.start - _GAP
    for day, name in marks:
        half = width_of(name, SMALL) / 2
        middle = max(across(day.toordinal()), across.start + half)
        if middle - half < end + _GAP:
            return False
        end = middle + half
    return True


def _months(first: date, last: date) -> Iterator[date]:
    year, month = (first.year, first.month) if first.day == 1 else _next(first.year, first.month)
    while date(year, month, 1) <= last:
        yield date(year, month, 1)
        year, month = _next(year, month)


def _next(year: int, month: int) -> tuple[int, int]:
    return (year + 1, 1) if month == 12 else (year, month + 1)


def _name(day: date, say: Words, *, with_year: bool) -> str:
    month = say.short_month(day.month).rstrip(".")
    return f"{month} {day.year}" if with_year else month
