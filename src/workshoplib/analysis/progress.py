"""Progress: where a KPI stands today, held against a straight path from its baseline to its target."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import isclose

from workshoplib.analysis.smart import Path
from workshoplib.strategy.choices import Rhythm
from workshoplib.strategy.goals import Goal
from workshoplib.strategy.kpis import Direction, Kpi

COUNTABLE = 1e15
"""Larger figures are typing errors: beyond it a float no longer tells two whole numbers apart."""

DAYS = {
    Rhythm.DAILY: 1,
    Rhythm.WEEKLY: 7,
    Rhythm.FORTNIGHTLY: 14,
    Rhythm.MONTHLY: 31,
    Rhythm.QUARTERLY: 92,
    Rhythm.YEARLY: 366,
}
"""The longest that a rhythm can take to come round, in days."""


class Status(StrEnum):
    REACHED = "reached"
    ON_TRACK = "on_track"
    BEHIND = "behind"


@dataclass(frozen=True)
class Standing:
    """The newest figure of a KPI, and the figure of its path on the same day."""

    kpi: Kpi
    day: date
    value: float
    expected: float | None
    """None where the path is not known: baseline, target, start or deadline is missing."""
    status: Status | None


def goal_of(kpi: Kpi, goals: Iterable[Goal]) -> Goal | None:
    """The goal that a KPI serves; None where it serves none yet."""
    return next((goal for goal in goals if goal.id == kpi.goal), None)


def kpi_of(goal: Goal, kpis: Iterable[Kpi]) -> Kpi | None:
    """The KPI that measures the goal itself: it serves it, with the same baseline and target; None where none does."""
    ends = (goal.baseline, goal.target)
    return next(
        (kpi for kpi in kpis if kpi.goal == goal.id and (kpi.baseline, kpi.target) == ends != (None, None)), None
    )


def path(kpi: Kpi, goal: Goal | None) -> Path | None:
    """The KPI's own figures over the days of its goal; None until all four are there."""
    if goal is None or goal.start is None or goal.deadline is None or kpi.baseline is None or kpi.target is None:
        return None
    if max(abs(kpi.baseline), abs(kpi.target)) > COUNTABLE:
        return None
    return Path(goal.start, goal.deadline, kpi.baseline, kpi.target)


def expected(path: Path, day: date) -> float:
    """Where a straight path would be at the end of a day: baseline + (target - baseline) x days passed / all days."""
    all_days = (path.last - path.first).days + 1
    passed = min(max((day - path.first).days + 1, 0), all_days)
    share = passed / all_days
    return path.baseline * (1 - share) + path.target * share


def is_down(kpi: Kpi) -> bool:
    """Whether less is better: baseline and target tell it where they differ, the chosen direction where they do not."""
    if kpi.baseline is not None and kpi.target is not None and kpi.baseline != kpi.target:
        return kpi.target < kpi.baseline
    return kpi.direction is Direction.DOWN


def contradicts_itself(kpi: Kpi) -> bool:
    """Whether the chosen direction points away from the target."""
    return is_down(kpi) is not (kpi.direction is Direction.DOWN)


def figures(kpi: Kpi) -> tuple[tuple[date, float], ...]:
    """The actual figures that have both day and value, oldest first."""
    found = [(row.period_end, row.value) for row in kpi.actuals if row.period_end is not None and row.value is not None]
    return tuple(sorted(found))


def standing(kpi: Kpi, goal: Goal | None) -> Standing | None:
    """Where the newest figure stands; None for a KPI without figures."""
    measured = figures(kpi)
    if not measured:
        return None
    day, value = measured[-1]
    planned = path(kpi, goal)
    due = expected(planned, day) if planned else None
    return Standing(kpi, day, value, due, _status(kpi, value, due))


def _status(kpi: Kpi, value: float, due: float | None) -> Status | None:
    if kpi.target is not None and _is_there(value, kpi.target, down=is_down(kpi)):
        return Status.REACHED
    if due is None:
        return None
    return Status.ON_TRACK if _is_there(value, due, down=is_down(kpi)) else Status.BEHIND


def _is_there(value: float, wanted: float, *, down: bool) -> bool:
    return isclose(value, wanted) or (value < wanted if down else value > wanted)


def standings(kpis: Iterable[Kpi], goals: Iterable[Goal]) -> tuple[Standing, ...]:
    """The KPIs that have figures, in their order, each with where it stands."""
    known = tuple(goals)
    found = (standing(kpi, goal_of(kpi, known)) for kpi in kpis)
    return tuple(one for one in found if one)


def is_overdue(kpi: Kpi, today: date) -> bool:
    """Whether the newest figure is older than one period; not where rhythm or figures are missing."""
    measured = figures(kpi)
    return bool(measured and kpi.frequency) and (today - measured[-1][0]).days > DAYS[kpi.frequency or Rhythm.YEARLY]
