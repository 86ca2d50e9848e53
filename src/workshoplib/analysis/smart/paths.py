"""Paths: the way from a goal's baseline to its target, the growth that it asks for, and milestones along it."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from math import ceil, floor, log10

from workshoplib.strategy.goals import Goal, Growth

_QUARTER = 3
"""Months."""

MOST_MILESTONES = 24
"""As many as a goal has room for."""

_LARGEST = 1e15
"""Beyond it a float no longer tells two whole numbers apart, and nothing that a team counts is found there."""


@dataclass(frozen=True)
class Path:
    """From a baseline on the first day to a target on the last; both days count."""

    first: date
    last: date
    baseline: float
    target: float

    @property
    def months(self) -> float:
        """Its length in calendar months: exactly 12 from 1 January to 31 December."""
        return _months(self.first, self.last)

    @property
    def by_percentage(self) -> bool:
        """Whether a percentage can lead from baseline to target: from nought, or across it, none does."""
        return self.baseline > 0 and self.target > 0


def path(goal: Goal) -> Path | None:
    """The goal's path; None until both ends have their day and their figure, and for figures that nobody can count."""
    if goal.start is None or goal.deadline is None or goal.baseline is None or goal.target is None:
        return None
    if max(abs(goal.baseline), abs(goal.target)) > _LARGEST:
        return None
    return Path(goal.start, goal.deadline, goal.baseline, goal.target)


def months_between(day: date, last: date) -> float:
    """The calendar months from the end of a day to the end of a later one."""
    return _months(day + timedelta(days=1), last)


def amount_a_month(path: Path) -> float:
    """What must be gained each month on a straight line: (target - baseline) / months."""
    return (path.target - path.baseline) / path.months


def percent_a_month(path: Path) -> float | None:
    """The percentage that must be gained each month: 100 ((target / baseline)^(1 / months) - 1).

    None where no percentage leads to the target.
    """
    if not path.by_percentage:
        return None
    # Over a few days a percentage a month can exceed any float; then there is none worth telling.
    growth = (log10(path.target) - log10(path.baseline)) / path.months
    return 100 * (10**growth - 1) if growth < 6 else None


def milestones(path: Path, growth: Growth) -> tuple[tuple[date, float], ...]:
    """A day and a value for each quarter of the path, the last exactly on the target.

    Linear: baseline + (target - baseline) t. Compound: baseline (target / baseline)^t, where t is the share of the
    months that have passed; where no percentage leads to the target, linear. Values are rounded to three digits of an
    average quarter's gain. A last stretch of a month or less is joined to the quarter before it; where there are more
    than 24 quarters, only every second has its milestone, or every third, and so on.
    """
    days = _quarters(path)
    step = _round_step((path.target - path.baseline) / (len(days) + 1))
    low, high = sorted((path.baseline, path.target))
    values = (_value(path, growth, _months(path.first, day) / path.months) for day in days)
    rounded = (min(max(_plain(round(value / step) * step), low), high) for value in values)
    # Between very large numbers that lie close together the last digit of a float goes to and fro.
    onward = accumulate(rounded, max if path.target > path.baseline else min)
    return (*zip(days, onward, strict=True), (path.last, path.target))


def own_milestones(goal: Goal) -> tuple[tuple[date, float], ...]:
    """The group's own milestones that lie on the goal's path, in order, and the target; none where it set none.

    Of two for the same day the later one in the list counts; what lies outside the goal's days leads nowhere.
    """
    way = path(goal)
    if way is None:
        return ()
    set_ = {row.due: row.value for row in goal.milestones if row.due and row.value is not None}
    within = sorted(
        (day, value) for day, value in set_.items() if way.first < day < way.last and abs(value) <= _LARGEST
    )
    return (*within, (way.last, way.target)) if within else ()


def _quarters(path: Path) -> list[date]:
    apart = _QUARTER * ceil(path.months / (_QUARTER * MOST_MILESTONES))
    passed = range(apart, floor(path.months) + 1, apart)
    return [_after(path.first, months) for months in passed if path.months - months > 1]


def _value(path: Path, growth: Growth, passed: float) -> float:
    if growth is Growth.COMPOUND and path.by_percentage:
        # The ratio of a very large to a very small number is no float; their powers are.
        return float(path.baseline ** (1 - passed) * path.target**passed)
    return path.baseline * (1 - passed) + path.target * passed


def _round_step(gain: float) -> float:
    return 10.0 ** (floor(log10(abs(gain))) - 2) if abs(gain) > 1e-290 else 1.0


def _plain(value: float) -> float:
    """Without the noise that multiplying by a power of ten leaves behind: 2.2, not 2.2000000000000002."""
    return float(f"{value:.15g}")


def _months(first: date, last: date) -> float:
    end = last + timedelta(days=1) if last < date.max else last
    return 12 * (end.year - first.year) + end.month - first.month + (end.day - first.day) / 31


def _after(first: date, months: int) -> date:
    """The last of so many months that begin with ``first``."""
    year, month = divmod(first.month - 1 + months, 12)
    year, month = first.year + year, month + 1
    if first.day > monthrange(year, month)[1]:
        return date(year, month, monthrange(year, month)[1])
    return date(year, month, first.day) - timedelta(days=1)
