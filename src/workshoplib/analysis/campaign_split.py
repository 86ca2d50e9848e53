"""The campaigns' money: how it would be shared best, how sure that is, and how the plan made by hand compares.

A campaign takes part if it lies ahead, has a budget, what one result is worth, and a cost of one result (see
``result_costs``). Its curve is, the first that there is:

- fitted to its own weeks (Michaelis and Menten, see ``allocation.fitting``), each week alike
- a root through the planned budget: there one result costs what is assumed, and beyond it more. Its elasticity is the
  one published for ads in social media, from a single advertiser, and so a wide range

Amounts are money; responses are results times what one is worth, so that campaigns of different goals can be compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from workshoplib.analysis import vat
from workshoplib.analysis.allocation import (
    Allocation,
    Binding,
    Comparison,
    Contest,
    Curve,
    FlatRange,
    MichaelisMenten,
    Ranges,
    Root,
    allocate,
    binding,
    compare,
    deserves_more,
    flat_ranges,
    ranges,
)
from workshoplib.analysis.allocation.fitting import BadResults, Fit, fit
from workshoplib.analysis.attainment.assumptions import Assumption
from workshoplib.analysis.attainment.quantities import Floats, Origin, Quantity, Scale
from workshoplib.analysis.result_costs import counted_weeks, result_cost
from workshoplib.errors import N_
from workshoplib.facts import Facts
from workshoplib.strategy import Strategy
from workshoplib.strategy.budget import Campaign, CampaignStatus

DRAWS = 4000
_SEED = 20
_WEEK = 7
_ELASTICITY = (0.5, 0.72, 0.9)
"""Conversions to spend on one advertiser's ads: the published 0.72 as the middle, the range is ours."""

_FACT = "sat-023"
ELASTICITY = N_("One percent more money brings so many percent more results")


@dataclass(frozen=True)
class Part:
    """A campaign that takes part, with what is assumed of it."""

    campaign: Campaign
    planned: float
    spent: float
    """Of the planned money: what its weeks have used already."""
    cost: Assumption
    fitted: Fit | None
    central: Curve
    draws: Curve


@dataclass(frozen=True)
class Split:
    """The best split of the money that the campaigns have together."""

    parts: tuple[Part, ...]
    left_out: tuple[Campaign, ...]
    """Campaigns ahead that nothing can be said about: no worth of a result, no budget, or no cost."""
    elasticity: Assumption
    best: Allocation
    """For the middle of all assumptions."""
    spread: Ranges
    contest: Contest
    flat: FlatRange
    limits: tuple[Binding, ...]
    by_hand: Comparison

    @property
    def is_clear(self) -> bool:
        """Whether the best split brings noticeably more than the plan."""
        return self.by_hand.share < 0.97


def split(strategy: Strategy, facts: Facts, today: date) -> Split | None:
    """The best split; None with fewer than two campaigns that take part, or where none of their money can move.

    Raises ImpossibleLimits where what is spent and must be spent is more than the campaigns have together.
    """
    ahead = [campaign for campaign in strategy.budget.campaigns if _is_ahead(campaign, today)]
    elasticity = _elasticity(facts)
    rng = np.random.default_rng(_SEED)
    found = [(campaign, _part(campaign, strategy, facts, elasticity.quantity, rng)) for campaign in ahead]
    parts = tuple(part for _, part in found if part)
    if len(parts) < 2 or sum(not part.campaign.fixed for part in parts) < 2:
        return None
    best = _allocated(parts, [part.central for part in parts])
    drawn = _allocated(parts, [part.draws for part in parts])
    return Split(
        parts,
        tuple(campaign for campaign, part in found if part is None),
        elasticity,
        best,
        ranges(drawn),
        deserves_more(drawn),
        flat_ranges(best),
        binding(best),
        compare(best, [part.planned for part in parts]),
    )


def _is_ahead(campaign: Campaign, today: date) -> bool:
    over = campaign.last_day is not None and campaign.last_day < today
    return campaign.status is not CampaignStatus.FINISHED and not over


def _allocated(parts: Sequence[Part], curves: Sequence[Curve]) -> Allocation:
    rows = [(part, part.campaign) for part in parts]
    return allocate(
        curves,
        sum(part.planned for part in parts),
        # What is spent cannot be taken back, and a campaign that has begun is not nothing any more.
        minimum=[0.0 if one.fixed or not part.spent else max(part.spent, _money(one.least)) for part, one in rows],
        maximum=[None if one.most is None or one.fixed else max(float(one.most), part.spent) for part, one in rows],
        fixed=[part.planned if one.fixed else None for part, one in rows],
        at_least=[0.0 if part.spent or one.fixed else _money(one.least) for part, one in rows],
        names=[one.name or one.id for _, one in rows],
    )


def _money(amount: object) -> float:
    return float(amount) if amount else 0.0  # type: ignore[arg-type]


def _elasticity(facts: Facts) -> Assumption:
    source = [row.fact for row in facts.saturation if row.fact.id == _FACT]
    quantity = Quantity(
        "elasticity", *_ELASTICITY, Scale.SHARE, Origin.BENCHMARK, source[0].source_publisher if source else "", 2020
    )
    return Assumption(ELASTICITY, "", quantity, tuple(source))


def _part(
    campaign: Campaign, strategy: Strategy, facts: Facts, elasticity: Quantity, rng: np.random.Generator
) -> Part | None:
    cost = result_cost(campaign, strategy, facts)
    # Drawn in any case, so that one campaign's missing figures do not change the others' draws.
    deviates = rng.standard_normal((2, DRAWS))
    if not campaign.budget or not campaign.result_value or cost is None:
        return None
    planned, worth = float(campaign.budget), float(campaign.result_value)
    net = float(vat.without(campaign.budget, strategy.budget.vat, strategy.organisation.country))
    spent = sum(float(week.spent or 0) for week in campaign.weeks)
    fitted = _fitted(campaign)
    if fitted:
        weeks = _weeks(campaign)
        central = _stretched(fitted.value, weeks, worth)
        drawn = fitted.draws(DRAWS, rng).parameters()
        draws = _stretched(np.stack([drawn["alpha"], drawn["lam"]]), weeks, worth)
    else:
        central = _root(planned, net, cost.quantity.middle, np.asarray(elasticity.middle), worth)
        draws = _root(planned, net, cost.quantity.at(deviates[0]), elasticity.at(deviates[1]), worth)
    return Part(campaign, planned, min(spent, planned), cost, fitted, central, draws)


def _root(planned: float, net: float, cost: float | Floats, alpha: Floats, worth: float) -> Curve:
    """The root curve on which the planned money, without tax, buys results at this cost."""
    return Root(alpha=alpha, beta=np.asarray(net / cost * worth / planned**alpha))


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
