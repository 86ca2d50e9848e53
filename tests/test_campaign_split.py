"""From the strategy's campaigns to the best split: costs by origin, limits from the campaigns, and what is shown."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from made_up import rows
from workshoplib import places
from workshoplib.analysis import vat
from workshoplib.analysis.allocation import LimitKind
from workshoplib.analysis.attainment import Origin
from workshoplib.analysis.campaign_part import Lack
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
from workshoplib.strategy.goals import Goals
from workshoplib.words import LANGUAGES, words

FACTS = Facts(places.data() / "facts")
TODAY = date(2026, 11, 26)
KARI = {"id": "kari", "name": "Kari", "hours_a_week": 4}
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


def strategy(*campaigns: dict[str, Any], posts: Sequence[tuple[str, float]] = (), **budget: Any) -> Strategy:
    """A plan of campaigns, with posts that each belong to one and take so many hours."""
    return Strategy.model_validate(
        {
            "organisation": {"country": "NO", "currency": "NOK", "people": [KARI]},
            "content": {
                "posts": [{"id": f"post{n}", "campaign": name, "hours": hours} for n, (name, hours) in enumerate(posts)]
            },
            "goals": {"goals": [{"id": "orders", "text": "Orders"}]},
            "platforms": {"channels": [{"id": "insta", "platform": "instagram", "decision": "chosen"}]},
            "budget": {"campaigns": campaigns, **budget},
        }
    )


def found(*campaigns: dict[str, Any], **more: Any) -> Split:
    shared = split(strategy(*campaigns, **more), FACTS, TODAY)
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
    assert [(one.campaign.name, one.lacks) for one in shared.left_out] == [("c", (Lack.WORTH,))]


def test_a_split_is_kept_while_nothing_changes_that_it_depends_on_and_no_longer() -> None:
    pair = (campaign("a", cost_likely=50), campaign("b", cost_likely=60))
    first = found(*pair)
    goals = strategy(*pair).model_copy(update={"goals": Goals()})
    assert split(goals, FACTS, TODAY) is first
    assert found(*pair, hourly_cost=300) is not first
    assert found(pair[0], campaign("b", cost_likely=61)).best.spend != pytest.approx(first.best.spend)
    assert split(strategy(*pair), FACTS, TODAY + timedelta(days=1)) is not first


def test_one_campaign_alone_is_not_shared() -> None:
    assert split(strategy(campaign("a")), FACTS, TODAY) is None


def test_without_a_price_of_an_hour_hours_change_nothing() -> None:
    pair = (campaign("a", cost_likely=50), campaign("b", cost_likely=100))
    assert found(*pair, posts=[("a", 30)]).best.spend == pytest.approx(found(*pair).best.spend)


def test_priced_hours_come_on_top_and_ads_of_one_elasticity_share_the_rest_by_a_power_of_their_height() -> None:
    shared = found(
        campaign("a", budget=8000, cost_likely=60, result_value=180),
        campaign("b", budget=12_000, cost_likely=100, result_value=200),
        posts=[("a", 3), ("b", 2), ("b", 4)],
        hourly_cost=400,
    )
    height = np.array([180 / 60 * 8000 ** (1 - 0.72), 200 / 100 * 12_000 ** (1 - 0.72)]) ** (1 / (1 - 0.72))
    assert [part.work for part in shared.parts] == [1200, 2400]
    assert shared.best.spend == pytest.approx([1200, 2400] + 20_000 * height / height.sum(), rel=1e-6)


def test_no_split_on_a_fine_grid_beats_the_best_with_priced_hours() -> None:
    budgets, costs, work, least = (6000, 9000, 5000), (80, 120, 100), (2000, 7000, 1000), (0, 3000, 2000)
    plan = [
        campaign(name, budget=budget, cost_likely=cost, least=few)
        for name, budget, cost, few in zip("abc", budgets, costs, least, strict=True)
    ]
    shared = found(*plan, posts=[(name, some / 500) for name, some in zip("abc", work, strict=True)], hourly_cost=500)
    grid = np.arange(0, 30_001, 250.0)

    def worth(at: int, amount: Any) -> Any:
        ads = np.maximum(amount - work[at], 0)
        brought = 200 * budgets[at] / costs[at] * (ads / budgets[at]) ** 0.72
        return np.where((amount == 0) | (ads >= least[at]), brought, -np.inf)

    rest = 30_000 - grid[:, None] - grid[None, :]
    both = worth(0, grid)[:, None] + worth(1, grid)[None, :]
    highest = np.where(rest >= 0, both + worth(2, np.maximum(rest, 0)), -np.inf).max()
    assert highest <= shared.best.response.sum() <= highest * 1.001


def test_a_campaign_that_does_not_earn_its_hours_is_left_and_the_price_of_that_is_told() -> None:
    plan = strategy(
        campaign("a", cost_likely=20), campaign("b", budget=1000, cost_likely=100), posts=[("b", 60)], hourly_cost=500
    )
    shared = split(plan, FACTS, TODAY)
    assert shared is not None and [part.campaign.name for part in shared.dropped] == ["b"]
    told = plain(shown(plan))
    assert "“b” does not earn what it costs, and the best split does without it and its 60 hours." in told
    assert "That takes NOK\xa030,000 more in money for ads" in told


def test_limits_are_of_ads_and_are_told_without_the_hours() -> None:
    plan = strategy(
        campaign("a", cost_likely=20, most=12_000), campaign("b", cost_likely=100), posts=[("a", 2)], hourly_cost=500
    )
    shared = split(plan, FACTS, TODAY)
    assert shared is not None and shared.best.spend[0] == pytest.approx(13_000)
    assert "“a” gets its maximum, NOK\xa012,000" in plain(shown(plan))


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"posts": [("a", 3)]}, "Own hours are not in these sums: nobody has said what an hour costs."),
        ({"hourly_cost": 500}, "No own hours are in these sums"),
        ({"posts": [("a", 3)], "hourly_cost": 500}, "The sums hold 3 own hours"),
        ({"posts": [("a", 99)], "hourly_cost": 5}, "posts take 99 hours, and 32 are granted in their weeks"),
    ],
)
def test_the_sums_say_whether_hours_are_in_them(more: dict[str, Any], says: str) -> None:
    assert says in plain(shown(strategy(campaign("a", cost_likely=50), campaign("b", cost_likely=60), **more)))


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


def test_what_is_missing_of_a_campaign_is_named() -> None:
    pair = (campaign("a", cost_likely=50), campaign("b", cost_likely=60))
    told = plain(shown(strategy(*pair, campaign("c", result_value=None, channel=""))))
    assert "“c” is left out, because nobody knows the worth of a result and the cost of a result." in told


def test_who_deserves_more_does_not_hang_on_limits_and_the_limit_that_turns_it_round_is_named() -> None:
    plan = strategy(campaign("a", cost_likely=10, most=1000), campaign("b", cost_likely=100))
    told = plain(shown(plan))
    assert "The chance that “a” deserves more money than “b” is more than 99%." in told
    assert "The best split has it the other way round, because of the limit of “a” above." in told


def test_the_error_of_the_chances_is_told_once() -> None:
    told = plain(shown(strategy(*(campaign(f"of-{cost}", cost_likely=cost) for cost in (5, 20, 80)))))
    assert told.count("other draws would differ by about") == 1


def phased(**more: Any) -> list[tuple[str, ...]]:
    """The rows of the first campaign in the table of phases."""
    blocks = shown(strategy(campaign("a", cost_likely=100, **more), campaign("b", cost_likely=100)))
    tables = [block for block in blocks if isinstance(block, Table) and block.caption.startswith("Test, learn")]
    return [row[1:] for table in tables for row in table.rows if row[0] == "a"]


def test_a_campaign_without_phases_is_offered_a_test_a_time_to_learn_and_a_time_to_scale() -> None:
    assert [(row[0], row[1], row[3], row[4]) for row in phased(result_value=200)] == [
        ("Test phase (proposed)", "04/01/2027 – 17/01/2027", "25%", "13 results or more, so that they pay"),
        ("Learning phase (proposed)", "20/01/2027 – 28/01/2027", "15%", "15 results or more, as the plan assumes"),
        ("Scaling phase (proposed)", "31/01/2027 – 28/02/2027", "60%", "each further result costs NOK\xa0200 at most"),
    ]


def test_own_phases_stay_as_they_are_and_their_shares_add_up() -> None:
    own = [
        {"kind": "test", "amount": 1250, "first_day": date(2027, 1, 4), "last_day": date(2027, 1, 17)},
        {"kind": "scale", "amount": 8750, "first_day": date(2027, 1, 20), "last_day": date(2027, 2, 28)},
    ]
    found = phased(phases=own)
    assert [row[0] for row in found] == ["Test phase", "Scaling phase"]
    assert sum(int(row[3].rstrip("%")) for row in found) == 100


def test_a_phase_that_buys_too_few_results_to_tell_says_so() -> None:
    assert phased(budget=1000, cost_high=100)[0][4] == "too small to tell: it buys about 2.5 results, and it takes 5"


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


def verdict(low: float, high: float) -> str:
    """What is said first of two campaigns, one of which costs half as much, by a guess that reaches so far."""
    pair = (
        campaign(name, cost_low=likely * low, cost_likely=likely, cost_high=likely * high)
        for name, likely in (("a", 40), ("b", 80))
    )
    return next(block.text for block in shown(strategy(*pair)) if isinstance(block, Callout))


def test_a_split_that_surely_beats_the_plan_is_recommended_with_its_chance() -> None:
    assert "the chance is 89% that it beats your plan. First of all, move some from “b” to “a”" in verdict(1, 1)


def test_a_split_that_beats_the_plan_only_in_the_middle_is_not_recommended() -> None:
    assert "too little to move money for" in verdict(0.1, 10)


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
