"""Courses: how a goal's figure goes on by itself, and what the money for ads adds to it.

Each is a handful of ranges that ``goal_chances`` draws from.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

import numpy as np

from workshoplib.analysis import vat
from workshoplib.analysis.attainment import Quantity, Scale
from workshoplib.analysis.attainment.assumptions import Assumption
from workshoplib.analysis.attainment.quantities import Floats
from workshoplib.analysis.own_trend import DAYS_A_MONTH, LARGEST, Trend, trend
from workshoplib.analysis.plan_flow import usual_month
from workshoplib.analysis.result_costs import result_cost
from workshoplib.errors import N_
from workshoplib.facts import Facts
from workshoplib.strategy import Strategy
from workshoplib.strategy.budget import AdGoal, Campaign
from workshoplib.strategy.goals import Counted, Goal
from workshoplib.strategy.kpis import Kpi, KpiKind

_STEEPEST = 600.0
"""A logarithm beyond which there are no floats, and no figures either."""

_CLICKS = (KpiKind.CLICKS, KpiKind.VISITS)
"""Figures that a click is a result for; all others take a lead or an order."""

_SEEN = (KpiKind.REACH, KpiKind.IMPRESSIONS)

TREND = N_("Growth a month that goes on")
CHANCE = N_("Ups and downs from one figure to the next")
BELIEVED = N_("Growth a month that you believe in")
POSTS = N_("What the planned posts bring in a month")


@dataclass(frozen=True)
class Course:
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


def course_of(goal: Goal, kpi: Kpi | None, strategy: Strategy, facts: Facts, today: date) -> Course | None:
    """The course that the group believes in, from where its figures stand; without belief, that of the figures.

    With too few figures from the baseline, or from what the planned posts should bring; None where nothing tells it.
    """
    own = trend(kpi.actuals) if kpi else None
    if own and kpi:
        before = own_course(own, kpi)
        return replace(before, growth=_believed(goal)) if own.by_percentage and _has_guess(goal) else before
    if _has_guess(goal) and goal.baseline and 0 < goal.baseline < LARGEST and goal.start is not None:
        still = Assumption(CHANCE, goal.metric, Quantity("chance", 0.0, 0.0, 0.0, Scale.ANY))
        return Course(float(np.log(goal.baseline)), _believed(goal), still, goal.start, by_percentage=True, own=None)
    return _planned_course(goal, kpi, strategy, facts, today)


def _planned_course(goal: Goal, kpi: Kpi | None, strategy: Strategy, facts: Facts, today: date) -> Course | None:
    """From what the planned posts should bring in a month; None for figures that posts alone do not make."""
    month = usual_month(strategy, facts) if kpi and goal.counted is Counted.MONTH else None
    if month is None or kpi is None or kpi.kind not in (*_CLICKS, *_SEEN):
        return None
    brought = (month.clicks if kpi.kind in _CLICKS else month.reach).organic
    if brought.middle <= 0:
        return None
    low, high = (float(np.log(end / brought.middle)) for end in (brought.low, brought.high))
    posts = Assumption(POSTS, "", Quantity("posts", low, 0.0, high, Scale.ANY), month.facts)
    growth = _believed(goal) if _has_guess(goal) else month.growth
    return Course(float(np.log(brought.middle)), growth, posts, today, by_percentage=True, own=None)


def own_course(own: Trend, kpi: Kpi) -> Course:
    """The figures going on as they did."""
    growth = Assumption(TREND, kpi.name, own.growth, is_percent=own.by_percentage)
    return Course(own.level, growth, Assumption(CHANCE, kpi.name, own.chance), own.last, own.by_percentage, own)


def _has_guess(goal: Goal) -> bool:
    return goal.growth_likely is not None


def _believed(goal: Goal) -> Assumption:
    likely = goal.growth_likely or 0.0
    low, middle, high = (float(np.log1p(_or(end, likely) / 100)) for end in (goal.growth_low, likely, goal.growth_high))
    return Assumption(BELIEVED, goal.metric, Quantity("growth", low, middle, high, Scale.ANY), is_percent=True)


def _or(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value


@dataclass(frozen=True)
class Bought:
    """A campaign of the goal: its money a day, from the first day that is still to come to its last."""

    cost: Assumption
    a_day: float
    net: float
    """The share of the money that buys ads; the rest is tax."""
    first: date
    last: date

    def money(self, opens: date, closes: date) -> float:
        """What is spent between two days, both included."""
        days = (min(closes, self.last) - max(opens, self.first)).days + 1
        return self.a_day * max(days, 0)


def bought_for(goal: Goal, kpi: Kpi | None, strategy: Strategy, facts: Facts, since: date) -> tuple[Bought, ...]:
    """What is still to be bought after a day by campaigns whose results the goal counts."""
    found = []
    net = float(vat.without(Decimal(1), strategy.budget.vat, strategy.organisation.country))
    for campaign in strategy.budget.campaigns:
        cost = result_cost(campaign, strategy, facts) if _counts_for(campaign, goal, kpi) else None
        if cost and campaign.budget and campaign.first_day and campaign.last_day and campaign.last_day > since:
            days = (campaign.last_day - campaign.first_day).days + 1
            first = max(campaign.first_day, since + timedelta(days=1))
            found.append(Bought(cost, float(campaign.budget) / days, net, first, campaign.last_day))
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


def opens(counted: Counted | None, day: date) -> date:
    """The first day of the stretch that ends on a day; a figure counts for a month where nobody has said otherwise."""
    match counted:
        case Counted.STANDING:
            return date.min
        case Counted.QUARTER:
            return day - timedelta(days=round(3 * DAYS_A_MONTH) - 1)
        case _:
            return day - timedelta(days=round(DAYS_A_MONTH) - 1)


def months_between(since: date, deadline: date) -> list[date]:
    """The last days of the months between, and the deadline."""
    ends = [month_end(since, later) for later in range(1, (deadline - since).days // 28 + 2)]
    return [*(day for day in ends if since < day < deadline), deadline]


def month_end(day: date, later: int) -> date:
    month = day.month + later
    return date(day.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
