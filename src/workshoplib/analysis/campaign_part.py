"""A campaign's part in the split: what it costs to run, what its results cost, and its curve of worth over money.

Its curve is, the first that there is:

- fitted to its own weeks (Michaelis and Menten, see ``allocation.fitting``), each week alike
- a root through the planned budget: there one result costs what is assumed, and beyond it more. Its elasticity is the
  one published for ads in social media, from a single advertiser, and so a wide range

Either starts after a fixed cost, the priced hours of the campaign's posts (see ``campaign_split``).
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from workshoplib.analysis import money, vat
from workshoplib.analysis.allocation import Curve, MichaelisMenten, Root
from workshoplib.analysis.allocation.fitting import BadResults, Fit, fit
from workshoplib.analysis.allocation.fixed_cost import with_fixed_cost
from workshoplib.analysis.attainment.assumptions import Assumption
from workshoplib.analysis.attainment.quantities import Floats, Origin, Quantity, Scale
from workshoplib.analysis.load import hours_of_formats, hours_of_post
from workshoplib.analysis.result_costs import counted_weeks, result_cost
from workshoplib.errors import N_
from workshoplib.facts import Facts
from workshoplib.strategy import Strategy
from workshoplib.strategy.budget import Campaign

DRAWS = 4000
_WEEK = 7
_ELASTICITY = (0.5, 0.72, 0.9)
"""Conversions to spend on one advertiser's ads: the published 0.72 as the middle, the range is ours."""

_FACT = "sat-023"
ELASTICITY = N_("One percent more money brings so many percent more results")


class Lack(StrEnum):
    """What must be known of a campaign before anything can be said about its money."""

    BUDGET = "budget"
    WORTH = "worth"
    COST = "cost"


@dataclass(frozen=True)
class LeftOut:
    """A campaign ahead that nothing can be said about, and why."""

    campaign: Campaign
    lacks: tuple[Lack, ...]


@dataclass(frozen=True)
class Part:
    """A campaign that takes part, with what is assumed of it."""

    campaign: Campaign
    hours: float
    """Own hours that its planned posts take, as far as anybody has told."""
    work: float
    """The hours at their price; 0 without one."""
    planned: float
    """Its budget and its work."""
    spent: float
    """Of the budget: what its weeks have used already."""
    worth: float
    """Of one result."""
    cost: Assumption
    fitted: Fit | None
    central: Curve
    draws: Curve

    def ads(self, amount: float) -> float:
        """What an amount leaves for ads, once the work is done."""
        return max(amount - self.work, 0.0)


def elasticity(facts: Facts) -> Assumption:
    """By how many percent results grow with one percent more money."""
    source = [row.fact for row in facts.saturation if row.fact.id == _FACT]
    quantity = Quantity(
        "elasticity", *_ELASTICITY, Scale.SHARE, Origin.BENCHMARK, source[0].source_publisher if source else "", 2020
    )
    return Assumption(ELASTICITY, "", quantity, tuple(source))


def part_of(
    campaign: Campaign, strategy: Strategy, facts: Facts, grows: Quantity, rng: np.random.Generator
) -> Part | LeftOut:
    """The campaign's part, with its curve for the middle of all assumptions and in 4,000 draws of them."""
    cost = result_cost(campaign, strategy, facts)
    # Drawn in any case, so that one campaign's missing figures do not change the others' draws.
    deviates = rng.standard_normal((2, DRAWS))
    if not campaign.budget or not campaign.result_value or cost is None:
        known = ((Lack.BUDGET, campaign.budget), (Lack.WORTH, campaign.result_value), (Lack.COST, cost))
        return LeftOut(campaign, tuple(lack for lack, value in known if not value))
    budget, worth = float(campaign.budget), float(campaign.result_value)
    net = float(vat.without(campaign.budget, strategy.budget.vat, strategy.organisation.country))
    spent = sum(float(week.spent or 0) for week in campaign.weeks)
    fitted = _fitted(campaign)
    if fitted:
        weeks = _weeks(campaign)
        central = _stretched(fitted.value, weeks, worth)
        drawn = fitted.draws(DRAWS, rng).parameters()
        draws = _stretched(np.stack([drawn["alpha"], drawn["lam"]]), weeks, worth)
    else:
        central = _root(budget, net, cost.quantity.middle, np.asarray(grows.middle), worth)
        draws = _root(budget, net, cost.quantity.at(deviates[0]), grows.at(deviates[1]), worth)
    hours = _hours(campaign, strategy)
    work = float(money.priced(hours, strategy.budget.hourly_cost))
    central, draws = with_fixed_cost(central, work), with_fixed_cost(draws, work)
    return Part(campaign, hours, work, budget + work, min(spent, budget), worth, cost, fitted, central, draws)


def _hours(campaign: Campaign, strategy: Strategy) -> float:
    """What the campaign's posts take, those that are out already with those to come."""
    usual = hours_of_formats(strategy.content)
    posts = (post for post in strategy.content.posts if post.campaign == campaign.id)
    return sum(hours_of_post(post, usual) or 0.0 for post in posts)


def _root(budget: float, net: float, cost: float | Floats, alpha: Floats, worth: float) -> Curve:
    """The root curve on which the budget, without tax, buys results at this cost."""
    return Root(alpha=alpha, beta=np.asarray(net / cost * worth / budget**alpha))


def _fitted(campaign: Campaign) -> Fit | None:
    """The curve of the campaign's own weeks, where they tell one."""
    weeks = counted_weeks(campaign)
    try:
        found = fit(
            MichaelisMenten, [float(week.spent or 0) for week in weeks], [week.results or 0.0 for week in weeks]
        )
    except BadResults:
        return None
    return None if found.is_vague else found


def _weeks(campaign: Campaign) -> float:
    if campaign.first_day is None or campaign.last_day is None:
        return float(len(campaign.weeks))
    return ((campaign.last_day - campaign.first_day).days + 1) / _WEEK


def _stretched(parameters: Floats, weeks: float, worth: float) -> Curve:
    """The weekly curve over so many weeks with the same money each: both its height and its bend grow with them."""
    return MichaelisMenten(alpha=parameters[0] * weeks * worth, lam=parameters[1] * weeks)
