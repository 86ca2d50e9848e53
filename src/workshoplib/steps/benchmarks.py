"""Benchmarks: what others have paid for ads, with the warning that belongs to it."""

from collections.abc import Iterable

from workshoplib.analysis.presence import active
from workshoplib.analysis.prices import PriceRange, price_ranges
from workshoplib.errors import N_
from workshoplib.steps.blocks import Block, Callout, Column, Sources, Table
from workshoplib.steps.view import View
from workshoplib.strategy.choices import Country, Platform

METRICS = {"CPM": N_("A thousand views (CPM)"), "CPC": N_("A click (CPC)"), "CPL": N_("A lead (CPL)")}
"""What is bought, in words."""

REGIONS = {
    **{country.value: country.label for country in Country},
    "global": N_("Worldwide"),
    "US mainly": N_("Mostly the United States"),
    "EMEA": N_("Europe, Middle East, Africa"),
    "Americas": N_("The Americas"),
    "APAC": N_("Asia and Oceania"),
}
"""Where the prices were paid, in words."""


def prices(view: View) -> Iterable[Block]:
    """What ads have cost others on the active channels, or on all platforms while there are none."""
    say = view.say
    ours = {channel.platform for channel in active(view.strategy.platforms) if channel.platform}
    found = price_ranges(view.facts.benchmarks, ours or set(Platform), view.strategy.organisation.country)
    if not found:
        return
    yield Table(
        say("What ads have cost others"),
        (
            Column(say("Platform")),
            Column(say("Price of")),
            Column(say("From–to"), numeric=True),
            Column(say("Where, when")),
        ),
        tuple(
            (
                say.list([say(platform.label) for platform in price.platforms]),
                say(METRICS[price.metric]),
                _range(price, view),
                ", ".join(filter(None, (say(REGIONS[price.region]), str(price.year or "")))),
            )
            for price in found
        ),
    )
    yield Callout(
        say(
            "These are others' prices, not yours. Use them to see whether a sum could buy anything; "
            "your own first campaign tells you more."
        ),
        "warning",
    )
    yield Sources(tuple(fact for price in found for fact in price.facts))


def _range(price: PriceRange, view: View) -> str:
    low, high = (view.say.money(end, price.currency) for end in (price.low, price.high))
    return low if low == high else f"{low} – {high}"
