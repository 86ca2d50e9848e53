"""Chances: whether the plan reaches each goal by its deadline, by simulation.

What a goal's figure will be on its last day is the sum of two things, each a range (Vose 2008, Risk analysis, 3rd ed.):

- what comes by itself: the goal's own KPI from where it stands, with the growth a month that the group believes its
  plan brings, or else with the trend that the figures have (``own_trend``); the baseline with too few figures
- what the ads add: the money of the goal's campaigns that is spent in the stretch that the figure counts (its last
  month or quarter; all of it where the figure is a standing one), over the cost of one result (``result_costs``)

A goal whose figure has to fall counts no ads: no figure falls by what is added to it. It assumes that growth goes on as
it is, that ads come on top of it, and that assumptions are independent.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeAlias

import numpy as np

from workshoplib.analysis import progress
from workshoplib.analysis.attainment import Attainment, contributions, draw, factor_needed, reached, target_within_reach
from workshoplib.analysis.attainment.assumptions import Assumption
from workshoplib.analysis.attainment.quantities import Floats
from workshoplib.analysis.attainment.reaching import SURE
from workshoplib.analysis.goal_courses import (
    TREND,
    Bought,
    Course,
    bought_for,
    course_of,
    month_end,
    months_between,
    opens,
    own_course,
)
from workshoplib.analysis.inputs import only
from workshoplib.analysis.own_trend import FEWEST, LARGEST, trend
from workshoplib.errors import N_
from workshoplib.facts import Facts
from workshoplib.strategy import Strategy
from workshoplib.strategy.goals import Goal, GoalStatus
from workshoplib.strategy.kpis import Kpi

Values: TypeAlias = Callable[[date], tuple[Floats, Floats]]
"""What comes by itself and what ads add by a day, (draws,) each."""

DRAWS = 20_000
_SEED = 80
_LATER = 24
"""How many months after the deadline a chance of 80 % is looked for."""

_KEPT = 32
"""Goals whose chances are kept: a recap is drawn again after every answer, and most answers leave them as they are."""

_FARTHEST = 10 * 366
"""Days: what is to happen later than that, no figures of today tell."""


@dataclass(frozen=True)
class Unknown:
    """A goal whose chance cannot be told, and why; ``reason`` is a message with places for ``needed``."""

    goal: Goal
    reason: str
    needed: int = 0


@dataclass(frozen=True)
class Weighed:
    """An assumption with its share of the uncertainty, below 0 where more of it means less of the figure."""

    assumption: Assumption
    share: float


@dataclass(frozen=True)
class Change:
    """What alone would bring the chance to 80 %; None where it cannot, or where nobody knows."""

    ads: float | None
    """The factor on the money for ads that still counts."""
    growth: float | None
    """The growth a month, as a share, that it would take instead of the one assumed."""
    growth_now: float | None
    target: float | None
    """A target that would be reached with that chance; None where it would be no better than the baseline."""
    deadline: date | None
    """The first last day of a month by which the chance is that high."""


@dataclass(frozen=True)
class Chance:
    """How likely a goal is reached by its deadline."""

    goal: Goal
    kpi: Kpi | None
    attainment: Attainment
    course: tuple[tuple[date, float, float, float], ...]
    """Day by day of the forecast, a month apart: 10, 50 and 90 % of the figure."""
    weighed: tuple[Weighed, ...]
    """All assumptions, the one that matters most first."""
    ads: float
    """Money for ads that still counts for the figure."""
    change: Change
    before: Attainment | None = None
    """The chance if the figures went on as before the plan; None where ``attainment`` says that already."""


def chances(strategy: Strategy, facts: Facts, today: date) -> tuple[Chance | Unknown, ...]:
    """The chance of each goal that has not been dropped or reached, in their order.

    A goal is simulated anew only where something has changed that its chance depends on.
    """
    goals = [goal for goal in strategy.goals.goals if goal.status is GoalStatus.OPEN]
    plan = only(strategy, "organisation", "platforms", "content", "budget")
    return tuple(
        _chance(goal, number, main_kpi(goal, strategy.kpis.kpis), plan, facts, today)
        for number, goal in enumerate(goals)
    )


def main_kpi(goal: Goal, kpis: Iterable[Kpi]) -> Kpi | None:
    """The KPI that shows the goal's own figure: the one with its baseline and target; None where there is none."""
    same = [kpi for kpi in kpis if kpi.goal == goal.id and (kpi.baseline, kpi.target) == (goal.baseline, goal.target)]
    return same[0] if same else None


def is_down(goal: Goal, kpi: Kpi | None) -> bool:
    """Whether less is better: as its KPI has it, else where the target lies below the baseline."""
    if kpi is not None:
        return progress.is_down(kpi)
    return goal.baseline is not None and goal.target is not None and goal.target < goal.baseline


@lru_cache(maxsize=_KEPT)
def _chance(
    goal: Goal, number: int, kpi: Kpi | None, strategy: Strategy, facts: Facts, today: date
) -> Chance | Unknown:
    if goal.target is None or goal.deadline is None:
        return Unknown(goal, N_("It has no target or no deadline yet."))
    course = course_of(goal, kpi, strategy, facts, today)
    if course is None:
        return Unknown(goal, N_("It takes {needed} figures of its own, or your guess of its growth."), needed=FEWEST)
    if goal.deadline <= course.since:
        return Unknown(goal, N_("Its deadline has passed."))
    if (goal.deadline - course.since).days > _FARTHEST or abs(goal.target) > LARGEST:
        return Unknown(goal, N_("Nobody can see that far: its deadline or its target is out of all reach."))
    # What ads bring is added to a figure, and no figure falls by adding to it.
    since = max(course.since, today - timedelta(days=1))
    bought = () if is_down(goal, kpi) else bought_for(goal, kpi, strategy, facts, since)
    rng = np.random.default_rng((_SEED, number))
    found = _simulated(goal, goal.target, kpi, course, bought, rng)
    own = trend(kpi.actuals) if kpi else None
    if own is None or kpi is None or course.growth.label == TREND:
        return found
    before = _simulated(goal, goal.target, kpi, own_course(own, kpi), bought, np.random.default_rng((_SEED, number)))
    return replace(found, before=before.attainment)


def _simulated(
    goal: Goal, target: float, kpi: Kpi | None, course: Course, bought: Sequence[Bought], rng: np.random.Generator
) -> Chance:
    deadline = goal.deadline or course.since
    down = is_down(goal, kpi)
    assumptions = (course.growth, course.chance, *(part.cost for part in bought))
    drawn = draw([one.quantity for one in assumptions], DRAWS, rng)

    def values(day: date) -> tuple[Floats, Floats]:
        first = opens(goal.counted, day)
        parts = (part.net * part.money(first, day) / drawn[:, 2 + at] for at, part in enumerate(bought))
        added = sum(parts, np.zeros(DRAWS))
        return course.values(drawn, day), added

    alone, added = values(deadline)
    outcome = alone + added
    shares = contributions(drawn, outcome)
    weighed = sorted(map(Weighed, assumptions, map(float, shares)), key=lambda one: -abs(one.share))
    days = months_between(course.since, deadline)
    return Chance(
        goal,
        kpi,
        reached(outcome, target, down=down),
        tuple((day, *_tenths(*values(day))) for day in days),
        tuple(weighed),
        sum(part.money(opens(goal.counted, deadline), deadline) for part in bought),
        Change(
            None if down or not added.any() else factor_needed(added, alone, target),
            _growth_needed(course, drawn, added, target, deadline, down=down),
            float(np.expm1(course.growth.quantity.middle)) if course.by_percentage else None,
            _lower_target(goal, outcome, down=down),
            _later(values, target, deadline, down=down),
        ),
    )


def _tenths(alone: Floats, added: Floats) -> tuple[float, float, float]:
    low, middle, high = np.percentile(alone + added, (10, 50, 90))
    return float(low), float(middle), float(high)


def _growth_needed(
    course: Course, drawn: Floats, added: Floats, target: float, deadline: date, *, down: bool
) -> float | None:
    """The growth a month, as a share, with which the target is reached in 80 % of the draws."""
    months = course.months(deadline)
    if not course.by_percentage or months <= 0:
        return None
    missing = np.maximum(target - added, np.finfo(float).tiny)
    # What must come on top of the growth in each draw, from the last figure on.
    more = (np.log(missing) - np.log(course.values(drawn, deadline))) / months
    needed = course.growth.quantity.middle + float(np.quantile(more, 1 - SURE if down else SURE))
    return float(np.expm1(needed)) if abs(needed) < 1 else None


def _lower_target(goal: Goal, outcome: Floats, *, down: bool) -> float | None:
    found = target_within_reach(outcome, down=down)
    better = goal.baseline is None or (found < goal.baseline if down else found > goal.baseline)
    return found if better else None


def _later(
    values: Callable[[date], tuple[Floats, Floats]], target: float, deadline: date, *, down: bool
) -> date | None:
    for later in range(1, _LATER + 1):
        day = month_end(deadline, later)
        alone, added = values(day)
        if reached(alone + added, target, down=down).probability >= SURE:
            return day
    return None
