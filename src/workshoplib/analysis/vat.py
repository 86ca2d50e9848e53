"""Value added tax: what an amount is without it, in the countries that the kit is made for."""

from collections.abc import Mapping
from decimal import Decimal

from workshoplib.strategy.budget import Vat
from workshoplib.strategy.choices import Country

STANDARD: Mapping[Country, Decimal] = {
    Country.NORWAY: Decimal("0.25"),
    Country.SWEDEN: Decimal("0.25"),
    Country.DENMARK: Decimal("0.25"),
}
"""The standard rate as a share of the price without tax (merverdiavgiftsloven § 5-1, mervärdesskattelagen 9 kap. 2 §,
momsloven § 33), as known in 2026."""


def without(amount: Decimal, vat: Vat | None, country: Country | None) -> Decimal:
    """The amount without tax where it is given with it; as it is where that, or the country's rate, is unknown."""
    rate = STANDARD.get(country) if country else None
    return amount / (1 + rate) if vat is Vat.INCLUDED and rate is not None else amount
