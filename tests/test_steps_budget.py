"""The budget step: prices and hours beforehand, sums and campaigns afterwards."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_up import rows
from planning import PLAN, captions, figures, findings, open_ends, plain_space, plan, table, view
from workshoplib.steps.blocks import Callout, Paragraph, Picture, Sources
from workshoplib.steps.budget import recap, show
from workshoplib.strategy import Strategy
from workshoplib.strategy.budget import Budget
from workshoplib.words import LANGUAGES


def spring(**answers: Any) -> Strategy:
    """The bakery's plan with a changed campaign."""
    return plan(budget={"campaigns": [{**PLAN["budget"]["campaigns"][0], **answers}]})


def plain(told: dict[str, str]) -> dict[str, str]:
    return {name: plain_space(value) for name, value in told.items()}


def test_granted_hours_are_priced_by_the_week_and_the_year() -> None:
    assert plain(figures(show(view(plan())))) == {
        "hours a week are granted": "10",
        "an hour": "NOK 500",
        "a week of your own time": "NOK 5,000",
        "a year of your own time, 52 weeks": "NOK 260,000",
    }


def test_without_a_price_of_an_hour_nothing_is_made_up() -> None:
    assert figures(show(view(plan(budget={"hourly_cost": None})))) == {}


def test_prices_are_a_range_with_place_and_year_and_a_warning() -> None:
    shown = list(show(view(plan())))
    found = [tuple(map(plain_space, row)) for row in table(shown, "What ads have cost others").rows]

    assert ("Facebook and Instagram", "A click (CPC)", "USD 0.37 – USD 2.27", "Norway, 2025") in found
    assert [block.text.startswith("These are others' prices") for block in shown if isinstance(block, Callout)] == [
        True
    ]


def test_prices_name_their_sources() -> None:
    cited = [fact.id for block in show(view(plan())) if isinstance(block, Sources) for fact in block.facts]

    assert {"bench-063", "bench-064", "bench-069"} <= set(cited)


def test_plan_reserve_and_what_is_left_are_told() -> None:
    assert plain(figures(recap(view(plan())))) == {
        "there is in all": "NOK 30,000",
        "planned in lines and campaigns": "NOK 20,900",
        "held back as reserve": "NOK 3,000",
        "is left": "NOK 6,100",
        "worth of own hours, beside the money": "NOK 9,571",
    }


def test_a_plan_that_is_too_dear_is_told_first() -> None:
    dear = list(recap(view(plan(budget={"total": 20000}))))

    assert plain(figures(dear))["too much is planned"] == "NOK 2,900"
    assert plain_space(open_ends(dear)[0]) == "Plan and reserve need NOK 2,900 more than there is."


def test_kinds_are_summed_with_hours_beside_money() -> None:
    found = table(recap(view(plan())), "What it costs, by kind")

    assert [tuple(map(plain_space, row)) for row in found.rows] == [
        ("Advertising space", "NOK 12,000", "", ""),
        ("Production", "NOK 8,000", "", ""),
        ("Tools", "NOK 900", "6", "NOK 3,000"),
        ("Answering people", "", "13", "NOK 6,571"),
        ("In all", "NOK 20,900", "19", "NOK 9,571"),
    ]


def test_months_add_up_to_the_plan() -> None:
    found = table(recap(view(plan())), "Money by month; what has no days of its own is spread evenly")

    assert tuple(map(plain_space, found.rows[-1])) == ("May 2027", "NOK 2,967", "NOK 20,900", "100%")


def test_channels_are_told_by_what_they_cost() -> None:
    bars = [
        block.chart.alt for block in recap(view(plan())) if isinstance(block, Picture) and "Bars" in block.chart.alt
    ]

    assert list(map(plain_space, bars)) == ["Bars: Cost by channel. Instagram NOK 20,000; Shared by all NOK 3,900."]


def test_phases_of_campaigns_stand_on_a_timeline() -> None:
    drawn = [b.chart.alt for b in recap(view(plan())) if isinstance(b, Picture) and "Timeline" in b.chart.alt]

    assert len(drawn) == 1
    assert drawn[0].endswith(
        "Spring buns: Test phase from 1 April 2027 to 10 April 2027; "
        "Spring buns: Scaling phase from 14 April 2027 to 30 April 2027."
    )


def test_a_campaign_of_8000_years_is_not_drawn() -> None:
    endless = spring(phases=(), first_day=date(2027, 1, 1), last_day=date.max)

    assert not [line for line in captions(recap(view(endless))) if line.startswith("When each phase")]


def test_a_large_first_phase_is_advised_against() -> None:
    assert "Spring buns: 50% goes into the first phase; under a third leaves more to scale." in findings(
        recap(view(plan()))
    )


def test_a_small_first_phase_is_not() -> None:
    small = spring(phases=[{"kind": "test", "amount": 3000}, {"kind": "scale", "amount": 9000}])

    assert [line for line in findings(recap(view(small))) if "phase" in line] == []


@pytest.mark.parametrize(
    ("amount", "told"),
    [(11000, "Spring buns: NOK 1,000 of its budget is in no phase."),
     (13000, "Spring buns: its phases cost NOK 1,000 more than its budget.")],
)  # fmt: skip
def test_phases_that_differ_from_the_budget_are_told(amount: int, told: str) -> None:
    assert told in map(plain_space, open_ends(recap(view(spring(phases=[{"amount": amount}])))))


def test_what_a_campaign_lacks_is_told_in_one_sentence() -> None:
    bare = plan(budget={"campaigns": [{"id": "ads", "name": "Ads", "budget": 100}]})

    assert "Ads lacks: goal, channel, days and a way to see what it brought." in open_ends(recap(view(bare)))


def test_without_a_currency_amounts_have_none() -> None:
    told = list(recap(view(plan(organisation={"currency": None}))))

    assert (figures(told)["there is in all"], open_ends(told)[-1]) == ("30,000", "The currency is not set.")


def test_own_time_without_a_price_looks_free() -> None:
    free = list(recap(view(plan(budget={"hourly_cost": None}))))

    assert "Nobody has said what an hour costs, so own time looks free." in open_ends(free)
    assert "worth of own hours, beside the money" not in figures(free)


def test_an_empty_strategy_is_told_what_is_missing() -> None:
    empty = list(recap(view(Strategy())))

    assert Paragraph("No money has been planned yet.") == empty[0]
    assert open_ends(empty)[0] == "There is no total."


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_step_speaks_each_language(language: str) -> None:
    seen = view(plan(), language)

    assert [*show(seen), *recap(seen)]


@settings(max_examples=20, deadline=None)
@given(st.builds(Budget.model_validate, rows(Budget)), st.dates())
def test_nothing_that_people_may_answer_breaks_it(part: Budget, today: date) -> None:
    seen = view(plan().model_copy(update={"budget": part}), today=today)

    assert [*show(seen), *recap(seen)]


def test_a_budget_of_nothing_is_a_budget() -> None:
    nothing = plan(budget={"total": Decimal(0), "lines": [], "campaigns": [], "dialogue": []})

    assert plain(figures(recap(view(nothing))))["is left"] == "NOK 0"
