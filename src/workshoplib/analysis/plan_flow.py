"""The plan as a flow: what posts, followers and money should bring in a usual month, channel by channel and in all.

Posts come from the rhythm of each active channel, shared among its formats as the calendar has them; followers from the
accounts as they are; money from the campaigns, evenly over the period of the budget. Rates are ranges: published where
there is a figure, else a usual guess that is named as one (see ``attainment.funnel`` for what is multiplied).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from workshoplib.analysis import money, vat
from workshoplib.analysis.attainment import Quantity, Rates, Scale, draw, flow, plan
from workshoplib.analysis.attainment.assumptions import Assumption
from workshoplib.analysis.attainment.quantities import Floats, Origin
from workshoplib.analysis.presence import active
from workshoplib.analysis.prices import price_ranges
from workshoplib.errors import N_
from workshoplib.facts import Benchmark, Fact, Facts
from workshoplib.strategy import Strategy
from workshoplib.strategy.choices import Country, Format
from workshoplib.strategy.platforms import Channel

DRAWS = 4000
_SEED = 40
_WEEKS_A_MONTH = 52 / 12
_NO_RANGE = 2.0

REACHED = N_("Followers that one post reaches, {about}")
CLICKING = N_("People reached who click, {about}")
THOUSAND = N_("A thousand views of ads, {about}")
CLICKING_ADS = N_("Views of ads that are clicked, {about}")
FOLLOWING = N_("Growth of followers a month")

_REACHED, _CLICKING, _CLICKING_ADS = (0.04, 0.1, 0.25), (0.003, 0.01, 0.03), (0.005, 0.01, 0.02)
_FOLLOWING, _THOUSAND = (0.0, 0.01, 0.02), (5.0, 10.0, 20.0)
"""Where nobody has published a figure: usual guesses. The price is in dollars."""


@dataclass(frozen=True)
class Middle:
    """10, 50 and 90 % of an amount."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True)
class Brought:
    """What comes of posts alone, and of posts and ads together."""

    organic: Middle
    together: Middle


@dataclass(frozen=True)
class ChannelMonth:
    """A channel in a usual month."""

    channel: Channel
    posts: float
    by_format: tuple[tuple[Format | None, float], ...]
    followers: int
    spend: float
    reach: Middle
    """Contacts by posts and views of ads: one person may be counted several times."""
    clicks: Middle


@dataclass(frozen=True)
class Month:
    """A usual month of the whole plan."""

    channels: tuple[ChannelMonth, ...]
    reach: Brought
    clicks: Brought
    growth: Assumption
    assumptions: tuple[Assumption, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The published figures that it leans on."""
        return tuple(fact for one in self.assumptions for fact in one.facts)


def usual_month(strategy: Strategy, facts: Facts) -> Month | None:
    """What the plan brings in a usual month; None while no active channel has both a rhythm and followers."""
    rows = [row for channel in active(strategy.platforms) if (row := _row(channel, strategy))]
    if not rows:
        return None
    rng = np.random.default_rng(_SEED)
    told = [_rates(row.channel, strategy, facts) for row in rows]
    growth = Assumption(FOLLOWING, "", Quantity("growth", *_FOLLOWING, Scale.ANY, Origin.USUAL), is_percent=True)
    drawn = [draw([one.quantity for one in rates], DRAWS, rng) for rates in told]
    found = [_channel(row, rates) for row, rates in zip(rows, drawn, strict=True)]
    organic_reach, reach, organic_clicks, clicks = (
        sum(parts) for parts in zip(*(each[1] for each in found), strict=True)
    )
    return Month(
        tuple(each[0] for each in found),
        Brought(_middle(organic_reach), _middle(reach)),
        Brought(_middle(organic_clicks), _middle(clicks)),
        growth,
        tuple(one for row, rates in zip(rows, told, strict=True) for one in (rates if row.spend else rates[:2])),
    )


@dataclass(frozen=True)
class _Row:
    channel: Channel
    posts: float
    by_format: tuple[tuple[Format | None, float], ...]
    followers: int
    spend: float


def _row(channel: Channel, strategy: Strategy) -> _Row | None:
    weekly = sum(row.posts_per_week or 0.0 for row in strategy.content.cadence if row.channel == channel.id)
    accounts = [now.followers for now in strategy.organisation.channels_now if now.platform is channel.platform]
    followers = max((count for count in accounts if count), default=0)
    if channel.platform is None or not weekly or not followers:
        return None
    posts = weekly * _WEEKS_A_MONTH
    campaigns = [one for one in strategy.budget.campaigns if one.channel == channel.id]
    spent = vat.without(money.campaign_money(campaigns), strategy.budget.vat, strategy.organisation.country)
    return _Row(
        channel, posts, _formats(channel, posts, strategy), followers, float(spent) / money.months_in(strategy.budget)
    )


def _formats(channel: Channel, posts: float, strategy: Strategy) -> tuple[tuple[Format | None, float], ...]:
    """The posts of a month by format: as the calendar shares them, else evenly over the formats that are needed."""
    seen = Counter(post.format for post in strategy.content.posts if post.channel == channel.id and post.format)
    if not seen:
        seen = Counter(channel.formats)
    if not seen:
        return ((None, posts),)
    whole = sum(seen.values())
    return tuple((format, posts * count / whole) for format, count in seen.most_common())


def _channel(row: _Row, rates: Floats) -> tuple[ChannelMonth, tuple[Floats, Floats, Floats, Floats]]:
    """The channel's month, and its draws: reach and clicks of posts alone and of all."""
    # A row for each format, all with the channel's rates: what a format reaches beyond another, nobody has published.
    formats = len(row.by_format)
    posts = [[some] for _, some in row.by_format]
    spend = [[row.spend if at == 0 else 0.0] for at in range(formats)]
    reached, clicking, price, clicking_ads = (np.repeat(rates[:, [at]], formats, axis=1) for at in range(4))
    nothing = np.zeros_like(reached)
    brought = flow(
        plan(posts, spend, [row.followers] * formats), Rates(reached, clicking, nothing, price, clicking_ads, nothing)
    )
    organic, views = brought.reach.sum(axis=(1, 2)), brought.impressions.sum(axis=(1, 2))
    clicks = brought.clicks.sum(axis=(1, 2))
    draws = (organic, organic + views, organic * rates[:, 1], clicks)
    month = ChannelMonth(
        row.channel, row.posts, row.by_format, row.followers, row.spend, _middle(draws[1]), _middle(draws[3])
    )
    return month, draws


def _middle(values: Floats) -> Middle:
    return Middle(*(float(end) for end in np.percentile(values, (10, 50, 90))))


def _rates(channel: Channel, strategy: Strategy, facts: Facts) -> tuple[Assumption, ...]:
    name = channel.platform.label if channel.platform else ""
    platform, country = channel.platform.value if channel.platform else "", strategy.organisation.country
    return (
        _share(REACHED, name, _published(facts.benchmarks, platform, "organic_reach_rate", country), _REACHED),
        _share(CLICKING, name, (), _CLICKING),
        _price(channel, name, strategy, facts),
        _share(CLICKING_ADS, name, _published(facts.benchmarks, platform, "CTR", country), _CLICKING_ADS),
    )


def _published(rows: Iterable[Benchmark], platform: str, metric: str, country: Country | None) -> Sequence[Benchmark]:
    """The newest published shares of a platform in all industries: the country's own, else those of no country."""
    found = [
        row
        for row in rows
        if row.metric == metric
        and row.industry == "all"
        and platform in row.platform.split("_")
        and row.unit == "percent"
    ]
    home = [row for row in found if country and row.region == country.value]
    near = home or [row for row in found if row.region not in {land.value for land in Country}]
    newest = max((row.data_year or 0 for row in near), default=0)
    return [row for row in near if (row.data_year or 0) == newest]


def _share(label: str, name: str, rows: Sequence[Benchmark], otherwise: tuple[float, float, float]) -> Assumption:
    told = [end / 100 for row in rows for end in (row.low, row.central, row.high) if end]
    if not told:
        return Assumption(label, name, Quantity("share", *otherwise, Scale.SHARE, Origin.USUAL), is_percent=True)
    ends, source = _ends(min(told), max(told)), rows[0]
    quantity = Quantity("share", *ends, Scale.SHARE, Origin.BENCHMARK, source.fact.source_publisher, source.data_year)
    return Assumption(label, name, quantity, tuple(row.fact for row in rows), is_percent=True)


def _price(channel: Channel, name: str, strategy: Strategy, facts: Facts) -> Assumption:
    currency, platforms = strategy.organisation.currency, {channel.platform} if channel.platform else set()
    rate = facts.exchange_rate(currency.value, "USD") if currency else None
    factor = rate.value or 1.0 if rate else 1.0
    prices = price_ranges(facts.benchmarks, platforms, strategy.organisation.country)
    bought = [one for one in prices if one.metric == "CPM" and one.currency == "USD"]
    if not bought:
        low, middle, high = (end * factor for end in _THOUSAND)
        return Assumption(THOUSAND, name, Quantity("price", low, middle, high, origin=Origin.USUAL), is_money=True)
    price = bought[0]
    low, middle, high = (end * factor for end in _ends(price.low, price.high))
    source = price.facts[0].source_publisher
    quantity = Quantity("price", low, middle, high, origin=Origin.BENCHMARK, source=source, year=price.year)
    return Assumption(THOUSAND, name, quantity, (*price.facts, *((rate.fact,) if rate else ())), is_money=True)


def _ends(low: float, high: float) -> tuple[float, float, float]:
    return (low, float(np.sqrt(low * high)), high) if low < high else (low / _NO_RANGE, low, low * _NO_RANGE)
