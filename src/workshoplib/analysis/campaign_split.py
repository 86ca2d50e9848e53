"""The campaigns' money: how it would be shared best, how sure that is, and how the plan made by hand compares.

A campaign takes part if it lies ahead, has a budget, what one result is worth, and a cost of one result (see
``result_costs``; ``campaign_part`` says what its curve is). Responses are results times what one is worth, so that
campaigns of different goals can be compared. Amounts are money, and where the group has said what an hour costs, own
hours at that price with it. Campaign k with its ads a[k] and the h[k] hours that its planned posts take, at p an hour,
costs x[k] and brings g[k]::

    x[k] = a[k] + p h[k]
    g[k](x) = f[k](x - p h[k])  beyond p h[k], the fixed cost of running it at all, and 0 up to there
    maximise  sum g[k](x[k])  with  sum x[k] <= sum (budget[k] + p h[k])
    x[k] = 0  or  p h[k] + least[k] <= x[k] <= p h[k] + most[k]

A campaign so has to earn its hours as well as its ads, and hours and ads compete for one sum. No campaign takes more
hours than its posts do, so the best split never takes more of them than the plan does. Without a price of an hour p is
0, and all of it is money. Production that is bought stands in budget lines, which belong to no campaign.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np

from workshoplib.analysis.allocation import (
    Allocation,
    Binding,
    Comparison,
    Contest,
    Curve,
    FlatRange,
    Ranges,
    allocate,
    binding,
    compare,
    deserves_more,
    flat_ranges,
    ranges,
)
from workshoplib.analysis.attainment.assumptions import Assumption
from workshoplib.analysis.attainment.quantities import Floats
from workshoplib.analysis.campaign_part import LeftOut, Part, elasticity, part_of
from workshoplib.analysis.inputs import only
from workshoplib.facts import Facts
from workshoplib.strategy import Strategy
from workshoplib.strategy.budget import Campaign, CampaignStatus

_SEED = 20
_KEPT = 4
"""Splits that are kept: a recap is drawn again after every answer, and most answers leave the split as it is."""


@dataclass(frozen=True)
class Split:
    """The best split of the money that the campaigns have together, with the hours that are priced."""

    parts: tuple[Part, ...]
    left_out: tuple[LeftOut, ...]
    elasticity: Assumption
    best: Allocation
    """For the middle of all assumptions."""
    spread: Ranges
    contest: Contest
    """Who deserves more than whom, if no limit but what is settled stood in the way."""
    flat: FlatRange
    limits: tuple[Binding, ...]
    by_hand: Comparison
    better: float
    """The share of the draws in which the best split brings more than the plan."""

    @property
    def is_clear(self) -> bool:
        """Whether the best split brings noticeably more than the plan."""
        return self.by_hand.share < 0.97

    @property
    def dropped(self) -> tuple[Part, ...]:
        """The campaigns that the best split does without."""
        return tuple(part for part, spend in zip(self.parts, self.best.spend, strict=True) if not spend)


def split(strategy: Strategy, facts: Facts, today: date) -> Split | None:
    """The best split; None with fewer than two campaigns that take part, or where none of their money can move.

    Raises ImpossibleLimits where what is spent and must be spent is more than the campaigns have together. It is
    computed anew only where something has changed that it depends on.
    """
    return _split(only(strategy, "organisation", "platforms", "content", "budget"), facts, today)


@lru_cache(maxsize=_KEPT)
def _split(strategy: Strategy, facts: Facts, today: date) -> Split | None:
    ahead = [campaign for campaign in strategy.budget.campaigns if _is_ahead(campaign, today)]
    grows = elasticity(facts)
    rng = np.random.default_rng(_SEED)
    found = [part_of(campaign, strategy, facts, grows.quantity, rng) for campaign in ahead]
    parts = tuple(part for part in found if isinstance(part, Part))
    if len(parts) < 2 or sum(not part.campaign.fixed for part in parts) < 2:
        return None
    best = _allocated(parts, [part.central for part in parts])
    draws = [part.draws for part in parts]
    return Split(
        parts,
        tuple(one for one in found if isinstance(one, LeftOut)),
        grows,
        best,
        ranges(_allocated(parts, draws)),
        deserves_more(_unlimited(parts, draws)),
        flat_ranges(best),
        binding(best),
        compare(best, [part.planned for part in parts]),
        _better(parts, best.spend),
    )


def _is_ahead(campaign: Campaign, today: date) -> bool:
    over = campaign.last_day is not None and campaign.last_day < today
    return campaign.status is not CampaignStatus.FINISHED and not over


def _allocated(parts: Sequence[Part], curves: Sequence[Curve]) -> Allocation:
    """The best split within all limits; each limit of ads has the campaign's work on top."""
    rows = [(part, part.campaign) for part in parts]
    return allocate(
        curves,
        sum(part.planned for part in parts),
        # What is spent cannot be taken back, and a campaign that has begun is not nothing any more.
        minimum=[part.work + max(part.spent, _money(one.least)) if _runs(part) else 0.0 for part, one in rows],
        maximum=[
            None if one.most is None or one.fixed else part.work + max(float(one.most), part.spent)
            for part, one in rows
        ],
        fixed=_settled(parts),
        at_least=[0.0 if part.spent or one.fixed else part.work + _money(one.least) for part, one in rows],
        names=[one.name or one.id for _, one in rows],
    )


def _unlimited(parts: Sequence[Part], curves: Sequence[Curve]) -> Allocation:
    """The best split of the same sum if nothing was spent, and nothing had a least or a most."""
    return allocate(curves, sum(part.planned for part in parts), fixed=_settled(parts))


def _better(parts: Sequence[Part], spend: Floats) -> float:
    gained = [
        part.draws.response(some) - part.draws.response(part.planned) for part, some in zip(parts, spend, strict=True)
    ]
    return float((np.sum(gained, axis=0) > 0).mean())


def _settled(parts: Sequence[Part]) -> list[float | None]:
    return [part.planned if part.campaign.fixed else None for part in parts]


def _runs(part: Part) -> bool:
    return bool(part.spent) and not part.campaign.fixed


def _money(amount: object) -> float:
    return float(amount) if amount else 0.0  # type: ignore[arg-type]
