"""Engagement: published rates, put side by side only where they were counted alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from workshoplib.facts import Benchmark
from workshoplib.strategy.choices import Platform
from workshoplib.strategy.kpis import Denominator

DEFINITIONS = {
    "interactions divided by followers, per post": Denominator.FOLLOWERS,
    "interactions divided by impressions, per post": Denominator.IMPRESSIONS,
}
"""How the table of benchmarks writes the two definitions that say what they divide by."""

_PLATFORMS = {platform.value: platform for platform in Platform}


@dataclass(frozen=True)
class Comparison:
    """Rates from one source, of one year and one definition: the only ones that may share a chart."""

    out_of: Denominator
    year: int
    rows: tuple[tuple[Platform, Benchmark], ...]
    """Each platform once, the highest rate first."""


def comparisons(benchmarks: Iterable[Benchmark]) -> tuple[Comparison, ...]:
    """For each definition the source that covers the most platforms, the newest of these; none of low confidence."""
    usable = sorted(filter(_is_usable, benchmarks), key=_series)
    series = [_comparison(tuple(rows)) for _, rows in groupby(usable, key=_series)]
    chosen = (
        max((one for one in series if one.out_of is out_of), key=lambda one: (len(one.rows), one.year), default=None)
        for out_of in DEFINITIONS.values()
    )
    return tuple(one for one in chosen if one and len(one.rows) > 1)


def _is_usable(row: Benchmark) -> bool:
    return (
        (row.kind, row.metric, row.industry) == ("organic", "engagement_rate", "all")
        and row.fact.confidence in {"medium", "high"}
        and row.definition in DEFINITIONS
        and row.central is not None
        and row.data_year is not None
        and row.platform in _PLATFORMS
    )


def _series(row: Benchmark) -> tuple[str, str, str, int]:
    return row.definition, row.fact.source_publisher, row.fact.source_title, row.data_year or 0


def _comparison(rows: tuple[Benchmark, ...]) -> Comparison:
    ranked = sorted(rows, key=lambda row: -(row.central or 0))
    return Comparison(
        DEFINITIONS[rows[0].definition],
        rows[0].data_year or 0,
        tuple((_PLATFORMS[row.platform], row) for row in ranked),
    )
