"""What one result of a campaign costs: from its own weeks, the group's guess, or what others have paid.

The first of these that there is:

- **own**: money over results of the weeks so far; the range is that of a rate of counts, widened by as much as the
  weeks differ more than chance would have it (quasi-Poisson; McCullagh and Nelder 1989, Generalized linear models, 6.2)
- **guess**: what the group believes of this campaign
- **own, of a sister**: a campaign for the same goal on the same channel, less sure by a factor of 1.5
- **benchmark**: published prices of a click, and how many clicks become a result. A figure without a range counts as
  its middle, half to double.
"""

from collections.abc import Iterable
from math import exp, hypot, log, sqrt

from workshoplib.analysis.attainment.assumptions import Assumption
from workshoplib.analysis.attainment.quantities import TENTH, Origin, Quantity
from workshoplib.analysis.own_trend import LARGEST
from workshoplib.analysis.prices import price_ranges
from workshoplib.errors import N_
from workshoplib.facts import Benchmark, Fact, Facts
from workshoplib.strategy import Strategy
from workshoplib.strategy.budget import AdGoal, AdResult, Campaign
from workshoplib.strategy.choices import Platform

FEWEST = 5
"""Results from which a campaign's own weeks tell what one costs."""

_NO_RANGE = 2.0
"""The factor on either side of a published figure that came without a range."""

_SISTER = 1.5
"""The factor that another campaign's cost may be off by, at least."""

_ORDERS = (0.01, 0.02, 0.04)
"""Clicks that become orders, where nobody knows better: a usual guess, no figure of anybody's."""

LABEL = N_("Cost of one result, {about}")


def result_cost(campaign: Campaign, strategy: Strategy, facts: Facts) -> Assumption | None:
    """The cost of one result as a range with its origin, in the strategy's currency; None where nothing tells it."""
    return (
        own_cost(campaign)
        or _guess(campaign)
        or _sister_cost(campaign, strategy.budget.campaigns)
        or _published(campaign, strategy, facts)
    )


def counted_weeks(campaign: Campaign) -> tuple[AdResult, ...]:
    """The weeks with both figures, in the order of their days; those without money tell nothing."""
    told = [week for week in campaign.weeks if week.spent and week.results is not None]
    return tuple(sorted(told, key=lambda week: (week.week_ends is None, week.week_ends or 0)))


def own_cost(campaign: Campaign) -> Assumption | None:
    """What one result has cost in the campaign's own weeks; None until there are five results."""
    weeks = counted_weeks(campaign)
    results = sum(week.results or 0.0 for week in weeks)
    spent = sum(float(week.spent or 0) for week in weeks)
    if not FEWEST <= results <= LARGEST:
        return None
    rate = results / spent
    expected = [float(week.spent or 0) * rate for week in weeks]
    misses = sum(((week.results or 0.0) - some) ** 2 / some for week, some in zip(weeks, expected, strict=True))
    uneven = max(1.0, misses / (len(weeks) - 1)) if len(weeks) > 1 else 1.0
    off = exp(TENTH * sqrt(uneven / results))
    return _assumed(campaign.name, (1 / rate / off, 1 / rate, off / rate), Origin.OWN)


def _sister_cost(campaign: Campaign, campaigns: Iterable[Campaign]) -> Assumption | None:
    for other in campaigns:
        alike = other.id != campaign.id and (other.goal, other.channel, other.goal_type) == (
            campaign.goal,
            campaign.channel,
            campaign.goal_type,
        )
        found = own_cost(other) if alike and campaign.goal and campaign.channel else None
        if found:
            low, middle, high = found.quantity.low, found.quantity.middle, found.quantity.high
            ends = (min(low, middle / _SISTER), middle, max(high, middle * _SISTER))
            return _assumed(campaign.name, ends, Origin.OWN, other.name)
    return None


def _guess(campaign: Campaign) -> Assumption | None:
    low, likely, high = (
        float(cost) if cost else None for cost in (campaign.cost_low, campaign.cost_likely, campaign.cost_high)
    )
    if likely is None and low and high:
        likely = sqrt(low * high)
    if likely is None:
        return None
    return _assumed(campaign.name, (low or likely / _NO_RANGE, likely, high or likely * _NO_RANGE), Origin.GUESS)


def _published(campaign: Campaign, strategy: Strategy, facts: Facts) -> Assumption | None:
    platforms = {channel.id: channel.platform for channel in strategy.platforms.channels}
    platform, currency = platforms.get(campaign.channel), strategy.organisation.currency
    rate = facts.exchange_rate(currency.value, "USD") if currency else None
    if platform is None or campaign.goal_type is None or rate is None or rate.value is None:
        return None
    metric = "CPM" if campaign.goal_type is AdGoal.VISIBILITY else "CPC"
    prices = [
        price
        for price in price_ranges(facts.benchmarks, {platform}, strategy.organisation.country)
        if price.metric == metric and price.currency == "USD"
    ]
    if not prices:
        return None
    price = prices[0]
    low, middle, high = _ends(price.low, price.high)
    cost = _assumed(
        campaign.name,
        (low * rate.value, middle * rate.value, high * rate.value),
        Origin.BENCHMARK,
        price.facts[0].source_publisher,
        (*price.facts, rate.fact),
        price.year,
    )
    return _per_conversion(cost, campaign.goal_type, platform, facts)


def _per_conversion(click: Assumption, goal: AdGoal, platform: Platform, facts: Facts) -> Assumption:
    """The cost of a result from that of a click: over the share of clicks that become one."""
    if goal in (AdGoal.VISIBILITY, AdGoal.TRAFFIC):
        return click
    share, origin, more = _ORDERS, Origin.USUAL, ()
    if goal is AdGoal.LEADS:
        rows = _lead_rates(facts.benchmarks, platform)
        if rows:
            share = tuple(end / 100 for end in _ends(min(rows)[0], max(rows)[0]))  # type: ignore[assignment]
            origin, more = Origin.BENCHMARK, tuple(row.fact for _, row in rows)  # type: ignore[assignment]
    one = click.quantity
    middle = one.middle / share[1]
    down = hypot(log(one.middle / one.low), log(share[2] / share[1]))
    up = hypot(log(one.high / one.middle), log(share[1] / share[0]))
    ends = (middle * exp(-down), middle, middle * exp(up))
    return _assumed(click.about, ends, origin, one.source, (*click.facts, *more), one.year)


def _lead_rates(benchmarks: Iterable[Benchmark], platform: Platform) -> list[tuple[float, Benchmark]]:
    """Published shares of clicks that become a lead, of the newest year: the platform's own, else whatever there is."""
    rows = [row for row in benchmarks if row.metric == "CVR" and row.central]
    near = [row for row in rows if row.platform == platform.value] or rows
    newest = max((row.data_year or 0 for row in near), default=0)
    return sorted(
        ((row.central or 0.0, row) for row in near if (row.data_year or 0) == newest), key=lambda pair: pair[0]
    )


def _ends(low: float, high: float) -> tuple[float, float, float]:
    return (low, sqrt(low * high), high) if low < high else (low / _NO_RANGE, low, low * _NO_RANGE)


def _assumed(
    name: str,
    ends: tuple[float, float, float],
    origin: Origin,
    source: str = "",
    facts: tuple[Fact, ...] = (),
    year: int | None = None,
) -> Assumption:
    quantity = Quantity(name, *ends, origin=origin, source=source, year=year)
    return Assumption(LABEL, name, quantity, facts, is_money=True)
