"""Prices: what others have paid for ads, as ranges; never what this organisation will pay."""

from collections.abc import Iterable
from dataclasses import dataclass

from workshoplib.facts import Benchmark, Fact
from workshoplib.strategy.choices import Country, Platform

_METRICS = ("CPM", "CPC", "CPL")
_TIE = "_"
"""Joins platforms that a row does not tell apart: ``facebook_instagram``."""
_CONFIDENCE = ("low", "medium", "high")


@dataclass(frozen=True)
class PriceRange:
    """The lowest and the highest published price of one year, with the rows' sources."""

    platforms: tuple[Platform, ...]
    metric: str
    region: str
    low: float
    high: float
    currency: str
    year: int | None
    facts: tuple[Fact, ...]


def price_ranges(
    rows: Iterable[Benchmark], platforms: Iterable[Platform], country: Country | None
) -> tuple[PriceRange, ...]:
    """What a thousand views (CPM), a click (CPC) and a lead (CPL) have cost on these platforms, in all industries.

    From the country where there are such rows, else from wherever there are; the newest year, and of that the rows of
    the best confidence.
    """
    wanted = frozenset(platforms)
    groups: dict[tuple[str, str], list[Benchmark]] = {}
    for row in rows:
        if row.kind == "paid" and row.industry == "all" and row.metric in _METRICS and wanted & set(_platforms(row)):
            groups.setdefault((row.platform, row.metric), []).append(row)
    return tuple(_range(_best(group, country)) for group in groups.values())


def _platforms(row: Benchmark) -> tuple[Platform, ...]:
    names = row.platform.split(_TIE)
    return tuple(platform for platform in Platform if platform.value in names)


def _best(group: list[Benchmark], country: Country | None) -> list[Benchmark]:
    home = [row for row in group if country and row.region == country.value]
    # A row of another country's own says less than one of the whole world.
    near = home or [row for row in group if row.region not in {land.value for land in Country}] or group
    newest = [row for row in near if (row.data_year or 0) == max(other.data_year or 0 for other in near)]
    surest = max(_CONFIDENCE.index(row.fact.confidence) for row in newest)
    return [row for row in newest if _CONFIDENCE.index(row.fact.confidence) == surest]


def _range(rows: list[Benchmark]) -> PriceRange:
    prices = [price for row in rows for price in (row.low, row.central, row.high) if price is not None]
    first = rows[0]
    return PriceRange(
        _platforms(first),
        first.metric,
        first.region,
        min(prices),
        max(prices),
        first.currency,
        first.data_year,
        tuple(row.fact for row in rows),
    )
