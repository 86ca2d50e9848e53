"""Prices: which published figures become a range."""

from dataclasses import replace

from planning import FACTS
from workshoplib.analysis.prices import price_ranges
from workshoplib.facts import Benchmark
from workshoplib.steps.benchmarks import METRICS, REGIONS
from workshoplib.strategy.choices import Country, Platform

ROW = Benchmark(
    fact=replace(FACTS.benchmarks[0].fact, confidence="medium"),
    kind="paid",
    platform="facebook_instagram",
    region="global",
    industry="all",
    metric="CPC",
    definition="",
    low=1.0,
    central=2.0,
    high=3.0,
    unit="money",
    currency="USD",
    data_year=2025,
)


def ranges(*rows: Benchmark, country: Country | None = Country.NORWAY) -> list[tuple[str, float, float]]:
    return [(found.region, found.low, found.high) for found in price_ranges(rows, {Platform.INSTAGRAM}, country)]


def test_the_countrys_own_price_goes_before_the_worlds() -> None:
    assert ranges(ROW, replace(ROW, region="NO", low=4.0, central=None, high=5.0)) == [("NO", 4.0, 5.0)]


def test_another_countrys_price_is_not_taken_for_ours() -> None:
    assert ranges(ROW, replace(ROW, region="SE", high=90.0)) == [("global", 1.0, 3.0)]


def test_the_newest_year_is_taken() -> None:
    assert ranges(replace(ROW, data_year=2022, high=99.0), ROW) == [("global", 1.0, 3.0)]


def test_figures_of_one_year_become_one_range() -> None:
    assert ranges(ROW, replace(ROW, low=None, central=0.5, high=None)) == [("global", 0.5, 3.0)]


def test_an_unsure_figure_does_not_widen_a_surer_range() -> None:
    unsure = replace(ROW, high=69.0, fact=replace(ROW.fact, confidence="low"))

    assert ranges(ROW, unsure) == [("global", 1.0, 3.0)]


def test_other_platforms_industries_and_measures_are_left_out() -> None:
    others = (replace(ROW, platform="tiktok"), replace(ROW, industry="retail"), replace(ROW, metric="CTR"))

    assert ranges(*others, replace(ROW, kind="organic")) == []


def test_every_price_of_the_tables_can_be_said_in_words() -> None:
    found = [found for country in (*Country, None) for found in price_ranges(FACTS.benchmarks, set(Platform), country)]

    assert (set(), set()) == (
        {price.metric for price in found} - set(METRICS),
        {price.region for price in found} - set(REGIONS),
    )
