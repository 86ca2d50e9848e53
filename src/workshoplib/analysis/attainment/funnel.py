"""The funnel: from posts, followers and money to reach, clicks and conversions, month by month.

A row is what is reckoned by itself: a channel, or one format on it. For each draw, row and month::

    followers    = followers at the start x (1 + growth) ^ months passed
    reach        = posts x followers x reach rate
    impressions  = spend / price of a thousand x 1000
    clicks       = reach x click rate + impressions x ad click rate
    conversions  = clicks x conversion rate

It assumes that a post reaches the same share of however many follow, that prices do not depend on how much is bought,
and that clicks from posts and from ads convert alike.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from workshoplib.analysis.attainment.quantities import Floats
from workshoplib.errors import N_, WorkshopError


class BadPlan(WorkshopError):
    """Posts, followers or money that are negative or no numbers, or do not fit each other's months and rows."""


@dataclass(frozen=True)
class Plan:
    """What is planned: posts and money (rows, months), followers at the start (rows,)."""

    posts: Floats
    spend: Floats
    followers: Floats

    @property
    def months(self) -> int:
        return int(self.posts.shape[1])


def plan(posts: ArrayLike, spend: ArrayLike, followers: ArrayLike) -> Plan:
    """The plan as arrays, checked; BadPlan names what is wrong."""
    found = Plan(*(np.asarray(given, dtype=float) for given in (posts, spend, followers)))
    for name, values in (("posts", found.posts), ("spend", found.spend), ("followers", found.followers)):
        wrong = values[~(np.isfinite(values) & (values >= 0))]
        if wrong.size:
            raise BadPlan(N_("{what} holds {value}. Give numbers of 0 or more."), what=name, value=str(wrong.flat[0]))
    shape = found.posts.shape
    if len(shape) != 2 or found.spend.shape != shape or found.followers.shape != shape[:1]:
        raise BadPlan(
            N_(
                "Posts are {posts}, spend is {spend} and followers are {followers}. Give rows and months, the same for "
                "both, and followers for each row."
            ),
            posts=str(shape),
            spend=str(found.spend.shape),
            followers=str(found.followers.shape),
        )
    return found


@dataclass(frozen=True)
class Rates:
    """What is assumed of each row, each (draws, rows); shares as 0.03, growth a month, price of a thousand in money."""

    reach_rate: Floats
    click_rate: Floats
    growth: Floats
    price: Floats
    ad_click_rate: Floats
    conversion_rate: Floats


@dataclass(frozen=True)
class Flow:
    """What comes of the plan, each (draws, rows, months); followers at the end of each month."""

    followers: Floats
    reach: Floats
    impressions: Floats
    clicks: Floats
    conversions: Floats


def flow(planned: Plan, rates: Rates) -> Flow:
    """What comes of a plan for each draw of the rates."""
    months = np.arange(planned.months + 1)
    followers = planned.followers[:, None] * (1 + rates.growth[..., None]) ** months
    reach = planned.posts * followers[..., :-1] * rates.reach_rate[..., None]
    impressions = planned.spend / rates.price[..., None] * 1000
    clicks = reach * rates.click_rate[..., None] + impressions * rates.ad_click_rate[..., None]
    return Flow(followers[..., 1:], reach, impressions, clicks, clicks * rates.conversion_rate[..., None])
