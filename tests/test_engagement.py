"""Published engagement rates: what may share a chart."""

from dataclasses import replace

from steering import FACTS
from workshoplib.analysis.engagement import comparisons
from workshoplib.facts import Benchmark, Fact
from workshoplib.strategy.choices import Platform
from workshoplib.strategy.kpis import Denominator

FOLLOWERS = "interactions divided by followers, per post"


def row(platform: str, central: float, source: str = "A", year: int = 2025, confidence: str = "medium") -> Benchmark:
    fact = Fact(f"{source}-{platform}-{year}", source, source, str(year), "n/a", "a page", confidence, "2026-11-21")
    return Benchmark(
        fact,
        "organic",
        platform,
        "global",
        "all",
        "engagement_rate",
        FOLLOWERS,
        None,
        central,
        None,
        "percent",
        "",
        year,
    )


def test_rates_of_two_sources_never_share_a_chart() -> None:
    rows = [row("facebook", 1), row("tiktok", 2), row("instagram", 3, source="B"), row("x", 4, source="B")]

    (found,) = comparisons(rows)

    assert len({one.fact.source_publisher for _, one in found.rows}) == 1


def test_the_source_with_the_most_platforms_wins_and_of_two_alike_the_newer() -> None:
    old, new = [row("facebook", 1, year=2022), row("x", 2, year=2022)], [row("facebook", 3), row("x", 4)]
    single = [row("tiktok", 9, source="C", year=2026)]

    (found,) = comparisons([*old, *new, *single])

    assert (found.year, [platform for platform, _ in found.rows]) == (2025, [Platform.X, Platform.FACEBOOK])


def test_rows_that_are_unsure_or_do_not_say_what_they_divide_by_are_left_out() -> None:
    unsure = row("facebook", 1, confidence="low")
    unclear = replace(row("tiktok", 2), definition="not stated")

    assert comparisons([unsure, unclear, row("x", 3)]) == ()


def test_the_facts_give_a_chart_for_each_definition() -> None:
    found = comparisons(FACTS.benchmarks)

    assert [one.out_of for one in found] == [Denominator.FOLLOWERS, Denominator.IMPRESSIONS]
    assert all(len({platform for platform, _ in one.rows}) == len(one.rows) >= 4 for one in found)
