"""Chances: whether the plan reaches each goal by its deadline, by simulation.

What a goal's figure will be on its last day is the sum of two things, each a range (Vose 2008, Risk analysis, 3rd ed.):

- what comes by itself: the goal's own KPI from where it stands, with the growth a month that the group believes its
  plan brings, or else with the trend that the figures have (``own_trend``); the baseline with too few figures
- what the ads add: the money of the goal's campaigns that is spent in the stretch that the figure counts (its last
  month or quarter; all of it where the figure is a standing one), over the cost of one result (``result_costs``)

It assumes that growth goes on as it is, that ads come on top of it, and that assumptions are independent.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

import numpy as np

from workshoplib.analysis.attainment import (
    Attainment,
    Quantity,
    Scale,
    contributions,
    draw,
    factor_needed,
    reached,
    target_within_reach,
)
from workshoplib.analysis.attainment.assumptions import Assumption
from workshoplib.analysis.attainment.quantities import Floats
from workshoplib.analysis.attainment.reaching import SURE
from workshoplib.analysis.own_trend import DAYS_A_MONTH, FEWEST, LARGEST, Trend, trend
from workshoplib.analysis.result_costs import result_cost
from workshoplib.errors import N_
from workshoplib.facts import Facts
from workshoplib.strategy import Strategy
from workshoplib.strategy.budget import AdGoal, Campaign
from workshoplib.strategy.goals import Counted, Goal, GoalStatus
from workshoplib.strategy.kpis import Kpi, KpiKind

Values: TypeAlias = Callable[[date], tuple[Floats, Floats]]
"""What comes by itself and what ads add by a day, (draws,) each."""

DRAWS = 20_000
_SEED = 80
_LATER = 24
"""How many months after the deadline a chance of 80 % is looked for."""

_FARTHEST = 10 * 366
"""Days: what is to happen later than that, no figures of today tell."""

_STEEPEST = 600.0
"""A logarithm beyond which there are no floats, and no figures either."""

_CLICKS = (KpiKind.CLICKS, KpiKind.VISITS)
"""Figures that a click is a result for; all others take a lead or an order."""

TREND = N_("Growth a month that goes on")
CHANCE = N_("Ups and downs from one figure to the next")
BELIEVED = N_("Growth a month that you believe in")


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
    """The chance of each goal that has not been dropped or reached, in their order."""
    goals = [goal for goal in strategy.goals.goals if goal.status is GoalStatus.OPEN]
    return tuple(_chance(goal, number, strategy, facts, today) for number, goal in enumerate(goals))


def main_kpi(goal: Goal, kpis: Iterable[Kpi]) -> Kpi | None:
    """The KPI that shows the goal's own figure: the one with its baseline and target; None where there is none."""
    same = [kpi for kpi in kpis if kpi.goal == goal.id and (kpi.baseline, kpi.target) == (goal.baseline, goal.target)]
    return same[0] if same else None


def _chance(goal: Goal, number: int, strategy: Strategy, facts: Facts, today: date) -> Chance | Unknown:
    if goal.target is None or goal.deadline is None:
        return Unknown(goal, N_("It has no target or no deadline yet."))
    kpi = main_kpi(goal, strategy.kpis.kpis)
    course = _course(goal, kpi)
    if course is None:
        return Unknown(goal, N_("It takes {needed} figures of its own, or your guess of its growth."), FEWEST)
    if goal.deadline <= course.since:
        return Unknown(goal, N_("Its deadline has passed."))
    if (goal.deadline - course.since).days > _FARTHEST or abs(goal.target) > LARGEST:
        return Unknown(goal, N_("Nobody can see that far: its deadline or its target is out of all reach."))
    bought = _bought(goal, kpi, strategy, facts, max(course.since, today - timedelta(days=1)))
    rng = np.random.default_rng((_SEED, number))
    found = _simulated(goal, goal.target, kpi, course, bought, rng)
    own = trend(kpi.actuals) if kpi else None
    if own is None or kpi is None or course.growth.label == TREND:
        return found
    before = _simulated(goal, goal.target, kpi, _own_course(own, kpi), bought, np.random.default_rng((_SEED, number)))
    return replace(found, before=before.attainment)


@dataclass(frozen=True)
class _Course:
    """What comes by itself, on the scale of the logarithm where ``by_percentage``."""

    level: float
    growth: Assumption
    chance: Assumption
    since: date
    """The day that the level is for; figures are known until then."""
    by_percentage: bool
    own: Trend | None

    def months(self, day: date) -> float:
        return (day - self.since).days / DAYS_A_MONTH

    def values(self, drawn: Floats, day: date) -> Floats:
        """The figure on a day; the first two columns of the draws are growth and chance."""
        months = self.months(day)
        wider = self.own.widening(months) if self.own else 1.0
        along = self.level + drawn[:, 0] * months + drawn[:, 1] * wider
        return np.asarray(np.exp(np.clip(along, -_STEEPEST, _STEEPEST)) if self.by_percentage else along)


def _course(goal: Goal, kpi: Kpi | None) -> _Course | None:
    """The course that the group believes in, from where its figures stand; without belief, that of the figures."""
    own = trend(kpi.actuals) if kpi else None
    if own and kpi:
        before = _own_course(own, kpi)
        return replace(before, growth=_believed(goal)) if own.by_percentage and _has_guess(goal) else before
    if not _has_guess(goal) or not goal.baseline or not 0 < goal.baseline < LARGEST or goal.start is None:
        return None
    still = Assumption(CHANCE, goal.metric, Quantity("chance", 0.0, 0.0, 0.0, Scale.ANY))
    return _Course(float(np.log(goal.baseline)), _believed(goal), still, goal.start, by_percentage=True, own=None)


def _own_course(own: Trend, kpi: Kpi) -> _Course:
    growth = Assumption(TREND, kpi.name, own.growth, is_percent=own.by_percentage)
    return _Course(own.level, growth, Assumption(CHANCE, kpi.name, own.chance), own.last, own.by_percentage, own)


def _has_guess(goal: Goal) -> bool:
    return goal.growth_likely is not None


def _believed(goal: Goal) -> Assumption:
    likely = goal.growth_likely or 0.0
    low, middle, high = (float(np.log1p(_or(end, likely) / 100)) for end in (goal.growth_low, likely, goal.growth_high))
    return Assumption(BELIEVED, goal.metric, Quantity("growth", low, middle, high, Scale.ANY), is_percent=True)


def _or(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value


@dataclass(frozen=True)
class _Bought:
    """A campaign of the goal: its money a day, from the first day that is still to come to its last."""

    cost: Assumption
    a_day: float
    first: date
    last: date

    def money(self, opens: date, closes: date) -> float:
        """What is spent between two days, both included."""
        days = (min(closes, self.last) - max(opens, self.first)).days + 1
        return self.a_day * max(days, 0)


def _bought(goal: Goal, kpi: Kpi | None, strategy: Strategy, facts: Facts, since: date) -> tuple[_Bought, ...]:
    found = []
    for campaign in strategy.budget.campaigns:
        cost = result_cost(campaign, strategy, facts) if _counts_for(campaign, goal, kpi) else None
        if cost and campaign.budget and campaign.first_day and campaign.last_day and campaign.last_day > since:
            days = (campaign.last_day - campaign.first_day).days + 1
            first = max(campaign.first_day, since + timedelta(days=1))
            found.append(_Bought(cost, float(campaign.budget) / days, first, campaign.last_day))
    return tuple(found)


def _counts_for(campaign: Campaign, goal: Goal, kpi: Kpi | None) -> bool:
    """Whether the campaign's results are what the goal counts."""
    if campaign.goal != goal.id:
        return False
    if campaign.weeks or campaign.cost_likely is not None:
        return True
    if campaign.goal_type is AdGoal.TRAFFIC:
        return kpi is not None and kpi.kind in _CLICKS
    return campaign.goal_type in (AdGoal.LEADS, AdGoal.SALES)


def _simulated(
    goal: Goal, target: float, kpi: Kpi | None, course: _Course, bought: Sequence[_Bought], rng: np.random.Generator
) -> Chance:
    deadline = goal.deadline or course.since
    down = goal.baseline is not None and target < goal.baseline
    assumptions = (course.growth, course.chance, *(part.cost for part in bought))
    drawn = draw([one.quantity for one in assumptions], DRAWS, rng)

    def values(day: date) -> tuple[Floats, Floats]:
        opens = _opens(goal.counted, day)
        added = sum((part.money(opens, day) / drawn[:, 2 + at] for at, part in enumerate(bought)), np.zeros(DRAWS))
        return course.values(drawn, day), added

    alone, added = values(deadline)
    outcome = alone + added
    shares = contributions(drawn, outcome)
    weighed = sorted(map(Weighed, assumptions, map(float, shares)), key=lambda one: -abs(one.share))
    days = _months(course.since, deadline)
    return Chance(
        goal,
        kpi,
        reached(outcome, target, down=down),
        tuple((day, *_tenths(*values(day))) for day in days),
        tuple(weighed),
        sum(part.money(_opens(goal.counted, deadline), deadline) for part in bought),
        Change(
            None if down or not added.any() else factor_needed(added, alone, target),
            _growth_needed(course, drawn, added, target, deadline, down=down),
            float(np.expm1(course.growth.quantity.middle)) if course.by_percentage else None,
            _lower_target(goal, outcome, down=down),
            _later(values, target, deadline, down=down),
        ),
    )


def _opens(counted: Counted | None, day: date) -> date:
    """The first day of the stretch that ends on a day; a figure counts for a month where nobody has said otherwise."""
    match counted:
        case Counted.STANDING:
            return date.min
        case Counted.QUARTER:
            return day - timedelta(days=round(3 * DAYS_A_MONTH) - 1)
        case _:
            return day - timedelta(days=round(DAYS_A_MONTH) - 1)


def _months(since: date, deadline: date) -> list[date]:
    """The last days of the months between, and the deadline."""
    ends = [_month_end(since, later) for later in range(1, (deadline - since).days // 28 + 2)]
    return [*(day for day in ends if since < day < deadline), deadline]


def _month_end(day: date, later: int) -> date:
    month = day.month + later
    return date(day.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _tenths(alone: Floats, added: Floats) -> tuple[float, float, float]:
    low, middle, high = np.percentile(alone + added, (10, 50, 90))
    return float(low), float(middle), float(high)


def _growth_needed(
    course: _Course, drawn: Floats, added: Floats, target: float, deadline: date, *, down: bool
) -> float | None:
    """The growth a month, as a share, with which the target is reached in 80 % of the draws."""
    months = course.months(deadline)
    if not course.by_percentage or months <= 0:
        return None
    missing = np.maximum(target - added, np.finfo(float).tiny)
    # What must come on top of the growth in each draw, from the last figure on.
    more = (np.log(missing) - np.log(course.values(drawn, deadline))) / months
    needed = course.growth.quantity.middle + float(np.quantile(more, 1 - SURE if down else SURE))
    return float(np.expm1(needed)) if needed < 1 else None


def _lower_target(goal: Goal, outcome: Floats, *, down: bool) -> float | None:
    found = target_within_reach(outcome, down=down)
    better = goal.baseline is None or (found < goal.baseline if down else found > goal.baseline)
    return found if better else None


def _later(
    values: Callable[[date], tuple[Floats, Floats]], target: float, deadline: date, *, down: bool
) -> date | None:
    for later in range(1, _LATER + 1):
        day = _month_end(deadline, later)
        alone, added = values(day)
        if reached(alone + added, target, down=down).probability >= SURE:
            return day
    return None
