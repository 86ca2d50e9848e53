"""Money: sums of a budget by kind, month and channel."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning import plan
from workshoplib.analysis import money
from workshoplib.strategy.budget import Budget, BudgetLine, Campaign, LineKind, Per, Phase

MARCH_TO_MAY = {"period_start": date(2027, 3, 1), "period_end": date(2027, 5, 31)}
BUDGET = plan().budget


def budget(**answers: Any) -> Budget:
    return Budget(**{**MARCH_TO_MAY, **answers})


def line(**answers: Any) -> BudgetLine:
    return BudgetLine(id="line", **answers)


def campaign(**answers: Any) -> Campaign:
    return Campaign(id="ads", **answers)


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2027, 1, 1), date(2027, 12, 31), 12),
        (date(2027, 2, 1), date(2027, 2, 28), 1),
        (date(2027, 1, 15), date(2027, 2, 14), 1),
        (date(2027, 4, 30), date(2027, 4, 30), 1),
        (date(2026, 12, 1), date(2027, 1, 31), 2),
    ],
    ids=["a year", "a month", "two halves", "a day", "across New Year"],
)
def test_months_are_counted_by_the_calendar(first: date, last: date, months: int) -> None:
    assert months == money.months_in(Budget(period_start=first, period_end=last))


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 4000))
def test_the_shares_of_months_cover_each_day_once(first: date, days: int) -> None:
    last = date.fromordinal(first.toordinal() + days)
    shares = money.month_shares(first, last)
    lengths = [(date(m.year + m.month // 12, m.month % 12 + 1, 1) - m).days for m, _ in shares]

    assert days + 1 == round(sum(share * length for (_, share), length in zip(shares, lengths, strict=True)))


def test_a_monthly_line_costs_its_amount_each_month() -> None:
    assert Decimal(900) == money.cost(line(amount=Decimal(300), per=Per.MONTH), budget())


def test_without_a_period_or_with_its_ends_swapped_a_monthly_line_counts_once() -> None:
    monthly = line(amount=Decimal(300), per=Per.MONTH)
    swapped = Budget(period_start=date(2027, 5, 1), period_end=date(2027, 3, 1))

    assert [Decimal(300)] * 2 == [money.cost(monthly, each) for each in (Budget(), swapped)]


def test_hours_are_priced_by_the_line_before_the_usual_cost() -> None:
    usual = budget(hourly_cost=Decimal(500))
    lines = (line(hours=2), line(hours=2, hour_price=Decimal(800)), line(hours=2, hour_price=Decimal(0)))

    assert [money.hours_in_money(each, usual) for each in lines] == [1000, 1600, 0]


def test_campaigns_are_advertising_space() -> None:
    sums = money.by_kind(budget(lines=(line(kind=LineKind.MEDIA, amount=1),), campaigns=(campaign(budget=2),)))

    assert [(row.kind, row.money) for row in sums] == [(LineKind.MEDIA, 3)]


def test_a_line_without_a_kind_is_not_lost() -> None:
    assert [(row.kind, row.money) for row in money.by_kind(budget(lines=(line(amount=5),)))] == [(None, 5)]


def test_what_is_left_is_the_total_less_plan_and_reserve() -> None:
    assert (money.planned(BUDGET), money.reserve(BUDGET), money.left(BUDGET)) == (20900, 3000, 6100)


def test_a_reserve_that_is_also_a_line_does_not_count_twice() -> None:
    both = budget(total=10000, reserve_percent=10, lines=(line(kind=LineKind.RESERVE, amount=1500),))

    assert (money.planned(both), money.reserve(both), money.left(both)) == (0, 1500, 8500)


def test_without_a_total_nothing_is_left_and_nothing_lacking() -> None:
    assert money.left(budget(lines=(line(amount=5),))) is None


def test_dialogue_takes_its_hours_in_each_week_of_the_period() -> None:
    thirteen_weeks_and_a_day = 92 / 7

    assert thirteen_weeks_and_a_day == money.dialogue_hours(BUDGET)


def test_a_channels_cost_holds_lines_hours_and_campaigns() -> None:
    assert money.by_channel(BUDGET) == (("insta", 20000), ("", 3900))


def test_money_by_month_puts_phases_on_their_days_and_spreads_the_rest() -> None:
    months = dict(money.by_month(BUDGET))

    assert [round(some, 2) for _, some in sorted(months.items())] == [2966.67, 14966.67, 2966.67]


def test_phases_that_promise_more_than_the_campaign_has_are_no_money() -> None:
    phases = (Phase(amount=900, first_day=date(2027, 3, 1), last_day=date(2027, 3, 2)),)
    days = {"first_day": date(2027, 5, 1), "last_day": date(2027, 5, 31)}
    found = money.by_month(budget(campaigns=(campaign(budget=500, phases=phases, **days),)))

    assert [some for _, some in found] == [0, 0, 500]


def test_a_campaign_outside_the_period_has_its_own_months() -> None:
    days = {"first_day": date(2027, 7, 1), "last_day": date(2027, 7, 31)}
    found = money.by_month(budget(campaigns=(campaign(budget=500, **days),)))

    assert (date(2027, 7, 1), 500.0) == found[-1]


@given(st.lists(st.integers(0, 10**6), max_size=4), st.integers(0, 10**6), st.integers(0, 10**6))
def test_the_months_together_are_all_that_is_planned(amounts: list[int], whole: int, tested: int) -> None:
    lines = tuple(BudgetLine(id=f"line{n}", amount=some, per=Per.MONTH) for n, some in enumerate(amounts))
    phases = (Phase(amount=tested, first_day=date(2027, 3, 20), last_day=date(2027, 4, 3)),)
    filled = budget(lines=lines, campaigns=(campaign(budget=whole, phases=phases),))

    assert float(money.planned(filled)) == pytest.approx(sum(some for _, some in money.by_month(filled)))


def test_the_first_phase_is_a_share_of_the_campaign() -> None:
    assert money.first_phase_share(BUDGET.campaigns[0]) == Decimal("0.5")


def test_a_campaign_of_one_phase_or_without_a_budget_has_no_share_to_judge() -> None:
    one, two = (Phase(amount=5),), (Phase(amount=5), Phase(amount=5))

    assert [money.first_phase_share(each) for each in (campaign(phases=one, budget=5), campaign(phases=two))] == [
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("whole", "amounts", "differ"),
    [(100, (60, 50), 10), (100, (60, 20), -20), (100, (60, 40), None), (100, (60, None), None), (None, (60,), None)],
    ids=["too much", "too little", "as agreed", "a phase is open", "the budget is open"],
)
def test_phases_are_held_against_the_budget(whole: int | None, amounts: tuple[int, ...], differ: int | None) -> None:
    assert differ == money.phases_differ(campaign(budget=whole, phases=tuple(Phase(amount=each) for each in amounts)))
