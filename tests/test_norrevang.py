"""The story of Nørrevang is told by its numbers: each test holds one thing that a reader should discover."""

from collections.abc import Callable
from statistics import median

import pytest

from make_samples import path_of
from workshoplib.analysis.load import weeks
from workshoplib.analysis.money import campaign_money
from workshoplib.analysis.readiness import hours_granted
from workshoplib.strategy import Strategy
from workshoplib.strategy.budget import LineKind
from workshoplib.strategy.files import read

Figures = Callable[[str], list[float]]


@pytest.fixture(scope="module")
def strategy() -> Strategy:
    return read(path_of("norrevang").read_bytes(), "norrevang.yaml")


@pytest.fixture
def figures(strategy: Strategy) -> Figures:
    """The figures so far of the KPI with that id, without those that nobody has read."""
    kpis = {kpi.id: kpi.actuals for kpi in strategy.kpis.kpis}
    return lambda kpi: [actual.value for actual in kpis[kpi] if actual.value is not None]


def test_a_specialist_reaches_four_times_as_many_as_the_page_in_every_month(figures: Figures) -> None:
    pairs = zip(figures("kpi-visninger-fagfolk"), figures("kpi-visninger-side"), strict=True)

    assert {4} == {round(own / page) for own, page in pairs}


def test_one_film_of_last_year_still_brings_a_third_of_the_views(figures: Figures) -> None:
    assert all(32 <= share <= 36 for share in figures("kpi-en-film")[-8:])


def test_a_form_costs_about_900_kroner_whatever_the_month(figures: Figures) -> None:
    assert all(840 <= price <= 970 for price in figures("kpi-formularpris"))


def test_at_most_one_form_in_four_can_have_become_a_lead(figures: Figures) -> None:
    forms = round(sum(15_000 / price for price in figures("kpi-formularpris")[-2:]))
    from_posts = 3

    assert forms == 33
    assert sum(figures("kpi-leads")[-2:]) - from_posts <= forms / 4


def test_ads_take_15_000_kroner_a_month_less_what_waits_for_after_the_fair(strategy: Strategy) -> None:
    lines = sum(line.amount or 0 for line in strategy.budget.lines if line.kind is LineKind.MEDIA)
    kept = 12_000

    assert campaign_money(strategy.budget.campaigns) + lines + kept == 12 * 15_000


def test_the_channels_take_all_ten_hours_and_two_weeks_take_more(strategy: Strategy) -> None:
    granted = hours_granted(strategy.organisation.people)

    assert granted == 10
    assert sum(channel.hours_a_week or 0 for channel in strategy.platforms.channels) == granted
    assert [week.monday.isocalendar().week for week in weeks(strategy.content) if week.hours > granted] == [1, 5]


def test_who_asks_on_youtube_waits_for_days_and_on_linkedin_for_hours(strategy: Strategy) -> None:
    def waited(channel: str) -> float:
        log = [entry for entry in strategy.response.log if entry.channel == channel]
        return median(entry.minutes_to_first_answer for entry in log if entry.minutes_to_first_answer is not None) / 60

    assert waited("kanal-linkedin") < 4
    assert waited("kanal-youtube") > 48
