"""From the strategy's campaigns to the best split: costs by origin, limits from the campaigns, and what is shown."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from made_up import rows
from workshoplib import places
from workshoplib.analysis import vat
from workshoplib.analysis.allocation import LimitKind
from workshoplib.analysis.attainment import Origin
from workshoplib.analysis.campaign_split import Split, split
from workshoplib.analysis.result_costs import result_cost
from workshoplib.facts import Facts
from workshoplib.steps import assumed, sharing
from workshoplib.steps.blocks import Block, Callout, Picture, Sources, Table
from workshoplib.steps.render import html, plain
from workshoplib.steps.view import View
from workshoplib.strategy import Strategy
from workshoplib.strategy.budget import Campaign, Vat
from workshoplib.strategy.choices import Country
from workshoplib.words import LANGUAGES, words

FACTS = Facts(places.data() / "facts")
TODAY = date(2026, 11, 26)
WINTER = {"first_day": date(2027, 1, 4), "last_day": date(2027, 2, 28)}


def campaign(name: str, **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "name": name,
        "goal_type": "sales",
        "goal": "orders",
        "channel": "insta",
        "budget": 10_000,
        "result_value": 200,
        **WINTER,
        **more,
    }


def week(number: int, spent: float, results: float) -> dict[str, Any]:
    return {"week_ends": date(2026, 9, 6) + timedelta(weeks=number), "spent": spent, "results": results}


def strategy(*campaigns: dict[str, Any], **budget: Any) -> Strategy:
    return Strategy.model_validate(
        {
            "organisation": {"country": "NO", "currency": "NOK"},
            "goals": {"goals": [{"id": "orders", "text": "Orders"}]},
            "platforms": {"channels": [{"id": "insta", "platform": "instagram", "decision": "chosen"}]},
            "budget": {"campaigns": campaigns, **budget},
        }
    )


def found(*campaigns: dict[str, Any], **budget: Any) -> Split:
    shared = split(strategy(*campaigns, **budget), FACTS, TODAY)
    assert shared is not None
    return shared


def cost_of(*campaigns: dict[str, Any]) -> Any:
    plan = strategy(*campaigns)
    told = result_cost(plan.budget.campaigns[0], plan, FACTS)
    assert told is not None
    return told


def test_own_weeks_tell_what_a_result_costs() -> None:
    told = cost_of(campaign("a", weeks=[week(0, 3000, 20), week(1, 3000, 20)], cost_likely=900))
    assert (told.quantity.origin, told.quantity.middle) == (Origin.OWN, 150)


def test_more_results_tell_the_cost_more_exactly() -> None:
    few = cost_of(campaign("a", weeks=[week(0, 900, 6)])).quantity
    many = cost_of(campaign("a", weeks=[week(0, 90_000, 600)])).quantity
    assert many.high / many.low < few.high / few.low


def test_too_few_results_leave_it_to_the_guess() -> None:
    told = cost_of(campaign("a", weeks=[week(0, 3000, 4)], cost_low=100, cost_likely=150, cost_high=400))
    assert (told.quantity.origin, told.quantity.low, told.quantity.high) == (Origin.GUESS, 100, 400)


def test_a_guess_without_ends_reaches_from_half_to_double() -> None:
    told = cost_of(campaign("a", cost_likely=150)).quantity
    assert (told.low, told.high) == (75, 300)


def test_a_sister_with_figures_is_better_than_a_benchmark() -> None:
    told = cost_of(campaign("a"), campaign("b", weeks=[week(0, 3000, 20)]))
    assert (told.quantity.origin, told.quantity.source, told.quantity.middle) == (Origin.OWN, "b", 150)


def test_without_any_figures_others_prices_are_taken_and_named() -> None:
    told = cost_of(campaign("a", goal_type="traffic"))
    assert (told.quantity.origin, told.quantity.source, told.quantity.year) == (Origin.BENCHMARK, "Superads", 2025)
    assert told.quantity.low == pytest.approx(0.37 * 10.74)
    assert {fact.id for fact in told.facts} == {"bench-069", "rate-001"}


def test_a_channel_without_published_prices_has_no_cost() -> None:
    plan = strategy(campaign("a", channel=""))
    assert result_cost(plan.budget.campaigns[0], plan, FACTS) is None


def test_campaigns_of_one_cost_and_worth_share_alike() -> None:
    shared = found(campaign("a", budget=10_000, cost_likely=100), campaign("b", budget=10_000, cost_likely=100))
    assert shared.best.spend == pytest.approx([10_000, 10_000])


def test_the_cheaper_campaign_gets_more() -> None:
    shared = found(campaign("a", cost_likely=50), campaign("b", cost_likely=100))
    assert shared.best.spend[0] > shared.best.spend[1]


def test_the_money_stays_what_it_was() -> None:
    shared = found(campaign("a", cost_likely=50), campaign("b", budget=4321, cost_likely=100))
    assert shared.best.spend.sum() == pytest.approx(14_321)


def test_what_is_fixed_and_what_is_spent_stays() -> None:
    shared = found(
        campaign("a", cost_likely=9000, fixed=True),
        campaign("b", cost_likely=9000, weeks=[week(0, 7000, 1)]),
        campaign("c", cost_likely=10),
    )
    assert (shared.best.spend[0], shared.best.spend[1]) == (pytest.approx(10_000), pytest.approx(7000))


def test_at_least_means_nothing_or_that_much() -> None:
    shared = found(campaign("a", cost_likely=5000, least=9000), campaign("b", cost_likely=20))
    assert shared.best.spend[0] == 0


def test_at_most_holds_and_is_told() -> None:
    shared = found(campaign("a", cost_likely=20, most=12_000), campaign("b", cost_likely=100))
    assert [(limit.kind, limit.channel, limit.amount) for limit in shared.limits] == [
        (LimitKind.MAXIMUM, "a", 12_000.0)
    ]


def test_weeks_with_different_sums_tell_an_own_curve() -> None:
    weeks = [week(n, spent, 30 * spent / (900 + spent)) for n, spent in enumerate([200, 400, 800, 1600, 3000, 100])]
    shared = found(campaign("a", weeks=weeks), campaign("b", cost_likely=100))
    fitted = shared.parts[0].fitted
    assert fitted is not None and fitted.value == pytest.approx([30, 900], rel=1e-3)


def test_what_lies_behind_takes_no_part() -> None:
    over = campaign("c", cost_likely=5, first_day=date(2026, 1, 1), last_day=date(2026, 2, 1))
    shared = found(campaign("a", cost_likely=50), campaign("b", cost_likely=60), over)
    assert [part.campaign.name for part in shared.parts] == ["a", "b"]


def test_a_campaign_without_worth_is_left_out_by_name() -> None:
    shared = found(campaign("a"), campaign("b"), campaign("c", result_value=None))
    assert [one.name for one in shared.left_out] == ["c"]


def test_one_campaign_alone_is_not_shared() -> None:
    assert split(strategy(campaign("a")), FACTS, TODAY) is None


def test_tax_buys_no_ads() -> None:
    with_tax = found(campaign("a", cost_likely=50), campaign("b", cost_likely=60), vat="included")
    without = found(campaign("a", cost_likely=50), campaign("b", cost_likely=60), vat="excluded")
    assert with_tax.best.response.sum() == pytest.approx(without.best.response.sum() / 1.25)


@pytest.mark.parametrize("country", [Country.NORWAY, Country.SWEDEN, Country.DENMARK])
def test_a_quarter_comes_on_top_in_all_three_countries(country: Country) -> None:
    assert vat.without(Decimal(125), Vat.INCLUDED, country) == 100


def test_an_amount_without_tax_stays() -> None:
    assert vat.without(Decimal(125), Vat.EXCLUDED, Country.NORWAY) == 125


def shown(plan: Strategy, language: str = "en") -> list[Block]:
    return list(sharing.sharing(View(plan, words(language), FACTS, TODAY)))


def test_benchmarks_are_marked_as_not_yours_and_cited() -> None:
    blocks = shown(strategy(campaign("a", goal_type="traffic"), campaign("b", goal_type="traffic")))
    (table,) = (block for block in blocks if isinstance(block, Table) and block.caption.startswith("What this rests"))
    assert [row[-1] for row in table.rows[:2]] == ["Benchmark, not yours (Superads, 2025)"] * 2
    assert any(isinstance(block, Callout) and "not your figures" in block.text for block in blocks)
    assert {fact.id for block in blocks if isinstance(block, Sources) for fact in block.facts} >= {"bench-069"}


def test_own_figures_are_not_called_a_benchmark() -> None:
    cost = cost_of(campaign("a", weeks=[week(0, 3000, 20)]))
    assert assumed.origin(cost, View(strategy(), words("en"), FACTS, TODAY)) == "Your own figures"


def test_a_plan_that_is_as_good_as_the_best_is_left_alone() -> None:
    blocks = shown(strategy(campaign("a", cost_likely=50), campaign("b", cost_likely=50)))
    assert next(block.tone for block in blocks if isinstance(block, Callout)) == "good"


def test_limits_that_need_too_much_are_told_with_their_repair() -> None:
    spent = [week(0, 5000, 6)]
    blocks = shown(
        strategy(
            campaign("a", weeks=spent, least=20_000, cost_likely=9),
            campaign("b", weeks=spent, least=9000, cost_likely=9),
        )
    )
    (callout,) = (block for block in blocks if isinstance(block, Callout))
    assert "Raise the total" in callout.text


def test_an_own_curve_is_drawn_through_its_weeks() -> None:
    weeks = [week(n, spent, 30 * spent / (900 + spent)) for n, spent in enumerate([200, 400, 800, 1600, 3000, 100])]
    blocks = shown(strategy(campaign("a", weeks=weeks), campaign("b", cost_likely=100)))
    assert [block.caption for block in blocks if isinstance(block, Picture)][-1].startswith("a: 6 of your own weeks")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_in_every_language(language: str) -> None:
    blocks = shown(strategy(campaign("a", cost_likely=50), campaign("b", most=12_000, cost_likely=20)), language)
    assert "{" not in plain(blocks)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(rows(Campaign), min_size=2, max_size=3, unique_by=lambda one: one["id"]))
def test_no_answers_make_it_fall(campaigns: list[dict[str, Any]]) -> None:
    base = {"goal_type": "sales", "channel": "insta", "budget": 5000, "result_value": 90, "cost_likely": 40}
    plan = strategy(*[_valid({**base, **one}) or {**base, "id": one["id"]} for one in campaigns])
    assert html(shown(plan))


def _valid(data: dict[str, Any]) -> dict[str, Any] | None:
    try:
        Campaign.model_validate(data)
    except ValueError:
        return None
    return data
