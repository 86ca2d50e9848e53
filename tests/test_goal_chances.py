"""The chance of each goal: trends that hold, ads that count, guesses that are named, and what is shown."""

from datetime import date, timedelta
from statistics import NormalDist
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from made_up import rows
from workshoplib import places
from workshoplib.analysis.attainment import Origin
from workshoplib.analysis.attainment.quantities import TENTH
from workshoplib.analysis.goal_chances import Chance, Unknown, _chance, chances
from workshoplib.analysis.own_trend import trend
from workshoplib.analysis.plan_flow import usual_month
from workshoplib.facts import Facts
from workshoplib.steps import chances as step
from workshoplib.steps.blocks import Block, Bullets, Callout, Picture, Table
from workshoplib.steps.render import html, plain
from workshoplib.steps.view import View
from workshoplib.strategy import Strategy
from workshoplib.strategy.goals import Goal
from workshoplib.strategy.kpis import Actual, Direction, Kpi
from workshoplib.strategy.personas import Persona, Personas
from workshoplib.words import LANGUAGES, words

FACTS = Facts(places.data() / "facts")
TODAY = date(2026, 11, 26)
LAST = date(2026, 10, 31)


def month_end(number: int) -> date:
    """The last day of so many months before October 2026."""
    month = 2026 * 12 + 10 - number
    return date(month // 12, month % 12 + 1, 1) - timedelta(days=1)


def figures(values: list[float]) -> list[dict[str, Any]]:
    return [{"period_end": month_end(len(values) - 1 - n), "value": value} for n, value in enumerate(values)]


STEADY = [100, 103, 98, 101, 99, 102, 100, 97, 103, 100, 101, 99]
GOAL = {
    "id": "visits",
    "text": "Visits",
    "metric": "Visits",
    "unit": "a month",
    "baseline": 100,
    "target": 110,
    "start": date(2026, 9, 1),
    "deadline": date(2027, 10, 31),
    "counted": "month",
}
CAMPAIGN = {
    "id": "spring",
    "name": "Spring",
    "goal_type": "sales",
    "goal": "visits",
    "channel": "insta",
    "budget": 10_000,
    "cost_likely": 100,
    "first_day": date(2027, 10, 1),
    "last_day": date(2027, 10, 31),
}


def strategy(values: list[float] = STEADY, campaign: dict[str, Any] | None = None, **goal: Any) -> Strategy:
    goals = {**GOAL, **goal}
    kpi = {"id": "kpi", "name": "Visits", "goal": "visits", "baseline": goals["baseline"], "target": goals["target"]}
    return Strategy.model_validate(
        {
            "organisation": {"country": "NO", "currency": "NOK"},
            "goals": {"goals": [goals]},
            "platforms": {"channels": [{"id": "insta", "platform": "instagram", "decision": "chosen"}]},
            "budget": {"campaigns": [campaign] if campaign else []},
            "kpis": {"kpis": [{**kpi, "actuals": figures(values)}]},
        }
    )


def only(plan: Strategy) -> Chance | Unknown:
    (one,) = chances(plan, FACTS, TODAY)
    return one


def known(plan: Strategy) -> Chance:
    one = only(plan)
    assert isinstance(one, Chance)
    return one


def actuals(values: list[float]) -> list[Actual]:
    return [Actual.model_validate(row) for row in figures(values)]


def test_a_steady_figure_stays_where_it_is() -> None:
    found = known(strategy())
    assert found.attainment.percentiles[2] == pytest.approx(100, rel=0.02)


def test_a_growth_of_five_percent_goes_on_with_half_of_it() -> None:
    rng = np.random.default_rng(1)
    values = [float(100 * 1.05**n * np.exp(rng.normal(0, 0.01))) for n in range(14)]
    found = trend(actuals(values))
    assert found is not None and found.growth.middle == pytest.approx(np.log(1.05) / 2, rel=0.05)


def test_a_trend_starts_from_where_the_figures_are_now() -> None:
    found = trend(actuals([100.0, 101, 99, 100, 101, 99, 100, 150, 151, 150]))
    assert found is not None and np.exp(found.level) > 140


def test_forecasts_hold_about_as_often_as_they_say() -> None:
    rng = np.random.default_rng(2)
    held = []
    for _ in range(400):
        noise = rng.normal(0, 0.15, 15)
        values = [float(np.exp(5 + 0.01 * n + noise[n])) for n in range(15)]
        found = trend(actuals(values[:12]))
        assert found is not None
        reach = found.chance.high * found.widening(3) + (found.growth.high - found.growth.middle) * 3
        held.append(abs(np.log(values[14]) - found.level - 3 * found.growth.middle) <= reach)
    assert 0.7 <= np.mean(held) <= 0.95


def test_figures_below_nought_grow_by_an_amount() -> None:
    found = trend(actuals([-5.0, -4.1, -3, -2.2, -1, 0.1, 1, 2.1]))
    assert found is not None and not found.by_percentage


@pytest.mark.parametrize("values", [[100, 101, 102], [5.0] * 10, [1e16, 1, 2, 3, 4, 5, 6]])
def test_too_little_or_nothing_to_tell_is_no_trend(values: list[float]) -> None:
    assert trend(actuals(values)) is None


def test_without_six_figures_or_a_guess_nobody_knows() -> None:
    found = only(strategy([100, 101, 102]))
    assert isinstance(found, Unknown) and found.reason.format(needed=found.needed) == (
        "It takes 6 figures of its own, or your guess of its growth."
    )


def test_a_guess_is_taken_and_set_beside_what_went_before() -> None:
    found = known(strategy(growth_low=1, growth_likely=2, growth_high=3))
    assert found.before is not None and found.attainment.probability > 0.9 > 0.2 > found.before.probability


def test_a_guess_is_named_as_one() -> None:
    found = known(strategy([100, 101, 102], growth_low=1, growth_likely=2, growth_high=3))
    assert found.weighed[0].assumption.quantity.origin is Origin.GUESS


def test_growth_by_guess_alone_is_what_compounding_makes_of_it() -> None:
    found = known(strategy([], growth_likely=2, deadline=date(2027, 9, 1)))
    assert found.attainment.percentiles[2] == pytest.approx(100 * 1.02 ** (365 / 30.4375), rel=1e-6)


def test_ads_in_the_month_that_counts_add_their_results() -> None:
    with_ads, without = (known(strategy(campaign=one)).attainment.percentiles[2] for one in (CAMPAIGN, None))
    assert with_ads - without == pytest.approx(100 * 30 / 31, abs=4)


def test_ads_that_are_over_by_then_add_nothing() -> None:
    early = {**CAMPAIGN, "first_day": date(2027, 1, 1), "last_day": date(2027, 1, 31)}
    assert known(strategy(campaign=early)).ads == 0


def test_a_standing_figure_keeps_what_ads_brought_before() -> None:
    early = {**CAMPAIGN, "first_day": date(2027, 1, 1), "last_day": date(2027, 1, 31)}
    assert known(strategy(campaign=early, counted="standing")).ads == pytest.approx(10_000)


def test_ads_for_clicks_are_no_orders() -> None:
    clicks = {**CAMPAIGN, "goal_type": "traffic", "cost_likely": None}
    assert known(strategy(campaign=clicks)).ads == 0


def test_less_is_better_where_the_target_is_lower() -> None:
    found = known(strategy(target=90, growth_low=-5, growth_likely=-4, growth_high=-3))
    assert found.attainment.probability > 0.99


FALL = {"growth_low": -3, "growth_likely": -2, "growth_high": -1}


def test_a_fall_by_guess_alone_is_what_compounding_makes_of_it() -> None:
    found = known(strategy([], target=80, deadline=date(2027, 9, 1), **FALL))
    assert found.attainment.percentiles[2] == pytest.approx(100 * 0.98**12, rel=0.01)
    # Twelve months lead from 100 to 80 where the logarithm of the growth is at most this; above the middle lies the
    # half that reaches to the highest guess.
    beyond = (np.log(0.8) / 12 - np.log(0.98)) / (np.log(0.99) - np.log(0.98)) * TENTH
    assert found.attainment.probability == pytest.approx(NormalDist().cdf(beyond), abs=0.02)


def test_the_fall_that_is_needed_brings_four_in_five() -> None:
    first = known(strategy(target=60, **FALL))
    assert first.change.growth is not None and first.change.growth < -0.02
    factor = (1 + first.change.growth) / 0.98
    faster = {name: 100 * ((1 + end / 100) * factor - 1) for name, end in FALL.items()}
    assert known(strategy(target=60, **faster)).attainment.probability == pytest.approx(0.8, abs=0.01)


def test_no_fall_leads_to_nought_and_none_is_asked_for() -> None:
    assert known(strategy(target=0, **FALL)).change.growth is None


def test_ads_do_not_make_a_figure_rise_that_has_to_fall() -> None:
    with_ads, without = known(strategy(target=60, campaign=CAMPAIGN, **FALL)), known(strategy(target=60, **FALL))
    assert (with_ads.ads, with_ads.attainment) == (0, without.attainment)


def test_a_figure_that_should_stay_low_is_better_below_its_target() -> None:
    plan = strategy(target=100)
    kpi = plan.kpis.kpis[0].model_copy(update={"direction": Direction.DOWN})
    low = plan.model_copy(update={"kpis": plan.kpis.model_copy(update={"kpis": (kpi,)})})
    assert known(low).attainment.probability == pytest.approx(1 - known(plan).attainment.probability)


def test_the_growth_that_is_needed_brings_four_in_five() -> None:
    first = known(strategy(target=150, growth_low=1, growth_likely=2, growth_high=3))
    assert first.change.growth is not None and first.change.growth_now is not None
    more = 100 * ((1 + first.change.growth) / (1 + first.change.growth_now) - 1)
    likely = {name: ((1 + ends / 100) * (1 + more / 100) - 1) * 100 for name, ends in
              (("growth_low", 1), ("growth_likely", 2), ("growth_high", 3))}  # fmt: skip
    assert known(strategy(target=150, **likely)).attainment.probability == pytest.approx(0.8, abs=0.01)


def test_the_money_that_is_needed_brings_four_in_five() -> None:
    first = known(strategy(target=300, campaign=CAMPAIGN))
    assert first.change.ads is not None
    more = {**CAMPAIGN, "budget": round(10_000 * first.change.ads, 2)}
    assert known(strategy(target=300, campaign=more)).attainment.probability == pytest.approx(0.8, abs=0.01)


def test_a_smaller_target_brings_four_in_five() -> None:
    plan = {"growth_low": 1, "growth_likely": 2, "growth_high": 3}
    target = known(strategy(target=150, **plan)).change.target
    assert known(strategy(target=target, **plan)).attainment.probability == pytest.approx(0.8, abs=0.01)


def test_a_target_no_better_than_the_baseline_is_none() -> None:
    assert known(strategy(target=150)).change.target is None


def test_a_later_deadline_brings_four_in_five() -> None:
    plan = {"target": 150, "growth_low": 1, "growth_likely": 2, "growth_high": 3}
    later = known(strategy(**plan)).change.deadline
    assert later is not None and known(strategy(**plan, deadline=later)).attainment.probability >= 0.8


def test_the_same_plan_has_the_same_chance_each_time() -> None:
    assert known(strategy(campaign=CAMPAIGN)) == known(strategy(campaign=CAMPAIGN))


def test_a_chance_is_kept_while_nothing_changes_that_it_depends_on() -> None:
    plan = strategy(campaign=CAMPAIGN)
    renamed = plan.model_copy(update={"personas": Personas(personas=(Persona(id="hanne", name="Hanne"),))})
    assert known(strategy(campaign=CAMPAIGN)) is known(renamed)


def _with(plan: Strategy, part: str, **answers: Any) -> Strategy:
    return Strategy.model_validate({**plan.model_dump(), part: {**getattr(plan, part).model_dump(), **answers}})


BEFORE = strategy(campaign=CAMPAIGN)
TAXED = _with(BEFORE, "budget", vat="included")
CHANGES = {
    "target": (BEFORE, strategy(campaign=CAMPAIGN, target=111)),
    "figures": (BEFORE, strategy([*STEADY[:-1], 120], CAMPAIGN)),
    "budget": (BEFORE, strategy(campaign={**CAMPAIGN, "budget": 12_000})),
    "tax": (BEFORE, TAXED),
    "country": (TAXED, _with(TAXED, "organisation", country=None)),
}


@pytest.mark.parametrize(("before", "after"), CHANGES.values(), ids=CHANGES)
def test_no_chance_is_kept_past_a_change(before: Strategy, after: Strategy) -> None:
    first, kept = known(before), known(after)
    _chance.cache_clear()
    assert kept.attainment != first.attainment and kept == known(after)


def test_no_chance_is_kept_past_its_day_or_its_facts() -> None:
    plan = strategy(campaign=CAMPAIGN)
    first = chances(plan, FACTS, TODAY)[0]
    assert chances(plan, FACTS, TODAY + timedelta(days=1))[0] is not first
    assert chances(plan, Facts(places.data() / "facts"), TODAY)[0] is not first


@pytest.mark.parametrize(
    ("goal", "says"),
    [
        ({"deadline": None}, "no deadline"),
        ({"deadline": date(2026, 10, 1), "start": None}, "passed"),
        ({"deadline": date(9999, 12, 31)}, "out of all reach"),
        ({"target": 1e300}, "out of all reach"),
    ],
)
def test_what_cannot_be_reckoned_says_why(goal: dict[str, Any], says: str) -> None:
    found = only(strategy(**goal))
    assert isinstance(found, Unknown) and says in found.reason


def posting(kind: str = "visits", **more: Any) -> Strategy:
    """A plan with posts and followers, and a goal without figures."""
    data = strategy([], **more).model_dump(mode="json")
    data["organisation"]["channels_now"] = [{"platform": "instagram", "followers": 4000}]
    data["content"]["cadence"] = [{"channel": "insta", "posts_per_week": 3}]
    data["kpis"]["kpis"][0]["kind"] = kind
    return Strategy.model_validate(data)


def test_posts_times_followers_times_the_share_reached_is_what_posts_reach() -> None:
    month = usual_month(posting(), FACTS)
    assert month is not None
    assert month.reach.organic.middle == pytest.approx(13 * 4000 * 0.1, rel=0.05)
    assert month.clicks.organic.middle == pytest.approx(13 * 4000 * 0.1 * 0.01, rel=0.05)


def test_money_for_ads_is_seen_as_often_as_it_buys() -> None:
    data = posting().model_dump(mode="json")
    data["budget"] = {"campaigns": [{"id": "c", "channel": "insta", "budget": 12_000}]}
    data["budget"] |= {"period_start": date(2027, 1, 1), "period_end": date(2027, 12, 31)}
    month = usual_month(Strategy.model_validate(data), FACTS)
    assert month is not None and month.channels[0].spend == pytest.approx(1000)
    price = next(one.quantity.middle for one in month.assumptions if one.is_money)
    more = month.reach.together.middle - month.reach.organic.middle
    assert more == pytest.approx(1000 / price * 1000, rel=0.2)


def test_posts_are_shared_among_formats_as_the_calendar_has_them() -> None:
    data = posting().model_dump(mode="json")
    formats = ("image", "image", "short_video")
    data["content"]["posts"] = [
        {"id": f"p{n}", "channel": "insta", "format": format} for n, format in enumerate(formats)
    ]
    month = usual_month(Strategy.model_validate(data), FACTS)
    assert month is not None
    assert [(format and format.value, round(some, 2)) for format, some in month.channels[0].by_format] == [
        ("image", 8.67),
        ("short_video", 4.33),
    ]


def test_a_goal_of_visits_without_figures_rests_on_the_posts() -> None:
    found = known(posting(target=40, baseline=0))
    assert found.weighed[0].assumption.label == "What the planned posts bring in a month"
    assert found.attainment.percentiles[2] == pytest.approx(52 * 1.01**11, rel=0.1)


def test_a_goal_of_orders_does_not_rest_on_posts_alone() -> None:
    assert isinstance(only(posting("purchases", target=40, baseline=0)), Unknown)


def test_usual_guesses_are_told_from_the_groups() -> None:
    month = usual_month(posting(), FACTS)
    assert month is not None and month.assumptions[0].quantity.origin is Origin.USUAL


def shown(plan: Strategy, language: str = "en") -> list[Block]:
    return list(step.will_it(View(plan, words(language), FACTS, TODAY)))


def test_the_table_sets_the_chance_beside_what_went_before() -> None:
    blocks = shown(strategy(target=150, growth_low=1, growth_likely=2, growth_high=3))
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert table.rows[0][4] == "less than 1%"


def test_a_goal_far_off_is_a_warning() -> None:
    assert [block.tone for block in shown(strategy(target=500)) if isinstance(block, Callout)] == ["warning"]


def test_goals_within_reach_are_good_news() -> None:
    assert [block.tone for block in shown(strategy(target=80, baseline=70)) if isinstance(block, Callout)] == ["good"]


def test_what_decides_and_what_it_would_take_stand_below_the_picture() -> None:
    blocks = shown(strategy(target=150, growth_low=1, growth_likely=2, growth_high=3))
    (lines,) = (block.lines for block in blocks if isinstance(block, Bullets))
    assert "of the uncertainty" in lines[0] and lines[-1].startswith("This would bring the chance")


@pytest.mark.parametrize(
    ("growth", "said"),
    [
        ({"target": 60, **FALL}, "a fall of 4.8% a month instead of 2%"),
        ({"target": 60, "growth_likely": 1}, "a month instead of a growth of 1%"),
        ({"target": 150, **FALL}, "a month instead of a fall of 2%"),
    ],
)
def test_a_fall_that_it_takes_is_called_a_fall(growth: dict[str, Any], said: str) -> None:
    (lines,) = (block.lines for block in shown(strategy(**growth)) if isinstance(block, Bullets))
    assert said in lines[-1]


def test_forecasts_are_told_with_two_digits_and_targets_as_they_are() -> None:
    blocks = shown(strategy([value * 13 for value in STEADY], baseline=1300, target=1437))
    (table,) = (block for block in blocks if isinstance(block, Table))
    low, high = table.rows[0][5].removesuffix(" a month").split(" – ")
    assert (table.rows[0][1], low[-2:], high[-2:]) == ("1,437 a month", "00", "00")


def test_an_origin_within_a_sentence_starts_small() -> None:
    blocks = shown(strategy(target=150, growth_low=1, growth_likely=2, growth_high=3))
    (lines,) = (block.lines for block in blocks if isinstance(block, Bullets))
    assert any(line.endswith("(your guess).") for line in lines)


def test_the_picture_says_what_was_and_what_is_probable() -> None:
    (picture,) = (block for block in shown(strategy()) if isinstance(block, Picture))
    assert "99 on 31 October 2026. On 31 October 2027 probably" in picture.chart.alt


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_in_every_language(language: str) -> None:
    assert "{" not in plain(shown(strategy(target=150, campaign=CAMPAIGN, growth_likely=2), language))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(rows(Goal), st.lists(rows(Actual), max_size=9), st.floats(-1e308, 1e308), st.floats(-1e308, 1e308))
def test_no_answers_make_it_fall(goal: dict[str, Any], made: list[dict[str, Any]], a: float, b: float) -> None:
    both = {"baseline": a, "target": b}
    told = {**GOAL, **both, **goal, **both, "id": "visits", "status": "open"}
    kpi: dict[str, Any] = {"id": "kpi", "goal": "visits", **both, "actuals": made}
    plan = {"goals": {"goals": [told if _fits(Goal, told) else {**GOAL, **both}]}}
    plan["kpis"] = {"kpis": [kpi if _fits(Kpi, kpi) else {**kpi, "actuals": figures(STEADY)}]}
    assert isinstance(html(shown(Strategy.model_validate(plan))), str)


def _fits(model: type[Goal] | type[Kpi], data: dict[str, Any]) -> bool:
    try:
        model.model_validate(data)
    except ValueError:
        return False
    return True
