"""Attainment: exact percentiles, Monte Carlo against what can be worked out, and what the answer names."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm, spearmanr

from workshoplib.analysis.attainment import (
    BadPlan,
    BadRange,
    Quantity,
    Rates,
    Scale,
    contributions,
    draw,
    exactly,
    factor_needed,
    flow,
    plan,
    reached,
    target_within_reach,
)

DRAWS = 20_000


def _lognormal(name: str, median: float, spread: float) -> Quantity:
    reach = np.exp(spread * norm.ppf(0.9))
    return Quantity(name, median / reach, median, median * reach)


@pytest.mark.parametrize(
    ("scale", "ends"),
    [(Scale.POSITIVE, (20, 50, 300)), (Scale.SHARE, (0.004, 0.01, 0.2)), (Scale.ANY, (-0.03, 0.01, 0.02))],
)
def test_a_range_goes_through_its_three_percentiles(scale: Scale, ends: tuple[float, float, float]) -> None:
    one = Quantity("price", *ends, scale=scale)
    assert [one.percentile(p) for p in (10, 50, 90)] == pytest.approx(ends, rel=1e-12)


@given(st.lists(st.floats(1e-3, 1e6), min_size=3, max_size=3).map(sorted), st.integers(0, 2**32))
def test_a_tenth_of_the_draws_lies_beyond_each_end(ends: list[float], seed: int) -> None:
    drawn = draw([Quantity("price", *ends)], 4000, np.random.default_rng(seed))[:, 0]
    assert max(np.mean(drawn < ends[0] * (1 - 1e-12)), np.mean(drawn > ends[2] * (1 + 1e-12))) <= 0.13


def test_shares_stay_shares() -> None:
    drawn = draw([Quantity("share", 0.5, 0.9, 0.99, Scale.SHARE)], DRAWS, np.random.default_rng(1))
    assert drawn.min() > 0 and drawn.max() < 1


def test_the_same_seed_draws_the_same() -> None:
    ranges = [_lognormal("a", 2, 0.3), _lognormal("b", 5, 0.6)]
    one, other = (draw(ranges, 100, np.random.default_rng(7)) for _ in range(2))
    assert one.tobytes() == other.tobytes()


@pytest.mark.parametrize("target", [200, 900, 1000, 2500])
def test_the_chance_of_a_product_of_lognormals_is_known_within_the_error_that_is_stated(target: float) -> None:
    spreads = (0.2, 0.5, 0.3)
    ranges = [_lognormal(str(n), 10, spread) for n, spread in enumerate(spreads)]
    found = reached(draw(ranges, DRAWS, np.random.default_rng(3)).prod(axis=1), target)
    truth = norm.sf(np.log(target / 1000) / np.sqrt(np.square(spreads).sum()))
    assert abs(found.probability - truth) < 3 * found.error


def test_the_stated_error_is_how_far_seeds_lie_apart() -> None:
    one = _lognormal("a", 1, 0.5)
    found = [reached(draw([one], 1000, np.random.default_rng(seed))[:, 0], 1.2) for seed in range(300)]
    assert np.std([each.probability for each in found]) == pytest.approx(found[0].error, rel=0.15)


def test_what_never_happened_in_the_draws_still_has_an_error() -> None:
    assert reached(np.zeros(1000), 1.0).error > 0


def test_less_can_be_better() -> None:
    assert reached(np.array([1.0, 2.0, 3.0, 4.0]), 2.0, down=True).probability == 0.5


def test_percentiles_are_those_of_the_values() -> None:
    assert reached(np.arange(101.0), 5).percentiles == (10, 25, 50, 75, 90)


def test_what_each_assumption_explains_is_its_share_of_the_squared_rank_correlations() -> None:
    inputs = np.random.default_rng(4).lognormal(size=(5000, 3)) ** [0.2, 1.0, 0.5]
    values = inputs[:, 0] * inputs[:, 1] / inputs[:, 2]
    correlations = np.array([spearmanr(inputs[:, at], values).statistic for at in range(3)])
    expected = np.sign(correlations) * correlations**2 / (correlations**2).sum()
    assert contributions(inputs, values) == pytest.approx(expected, abs=1e-9)


def test_what_is_known_explains_nothing() -> None:
    inputs = np.column_stack([np.full(100, 3.0), np.arange(100.0)])
    assert contributions(inputs, inputs[:, 1]).tolist() == [0, 1]


@given(st.floats(0.1, 0.95), st.integers(0, 1000))
def test_with_the_factor_that_is_needed_the_chance_is_what_was_asked(chance: float, seed: int) -> None:
    rng = np.random.default_rng(seed)
    added, rest = rng.lognormal(3, 0.5, 2000), rng.lognormal(4, 0.2, 2000)
    factor = factor_needed(added, rest, 500.0, chance)
    assert factor is not None
    assert reached(rest + factor * (1 + 1e-12) * added, 500.0).probability == pytest.approx(chance, abs=1e-3)


def test_nothing_multiplied_reaches_no_target() -> None:
    assert factor_needed(np.zeros(10), np.zeros(10), 1.0) is None


def test_a_target_within_reach_is_reached_with_the_chance_asked_for() -> None:
    values = np.random.default_rng(5).lognormal(size=10_000)
    assert reached(values, target_within_reach(values, 0.8)).probability == pytest.approx(0.8, abs=1e-3)


def _rates(draws: int, rows: int, **given: float) -> Rates:
    usual = {
        "reach_rate": 0.1,
        "click_rate": 0.02,
        "growth": 0.0,
        "price": 50.0,
        "ad_click_rate": 0.01,
        "conversion_rate": 0.05,
    }
    return Rates(**{name: np.full((draws, rows), value) for name, value in (usual | given).items()})


def test_posts_reach_followers_who_click_and_convert() -> None:
    found = flow(plan([[10, 20]], [[0, 0]], [1000]), _rates(1, 1))
    assert (found.reach.tolist(), found.clicks.tolist(), found.conversions.tolist()) == (
        [[[1000, 2000]]],
        [[[20, 40]]],
        [[[1, 2]]],
    )


def test_money_buys_impressions_that_are_clicked() -> None:
    found = flow(plan([[0]], [[500]], [0]), _rates(1, 1))
    assert (found.impressions[0, 0, 0], found.clicks[0, 0, 0]) == (10_000, 100)


def test_followers_grow_month_by_month_and_with_them_what_posts_reach() -> None:
    found = flow(plan([[1, 1, 1]], [[0, 0, 0]], [1000]), _rates(1, 1, growth=0.1))
    assert found.followers[0, 0] == pytest.approx([1100, 1210, 1331])
    assert found.reach[0, 0] == pytest.approx([100, 110, 121])


@pytest.mark.parametrize(
    ("ends", "says"),
    [
        ((5, 3, 9), "Put the lowest first and the highest last"),
        ((0, 3, 9), "Start it above 0"),
        ((1, float("nan"), 9), "Give three numbers"),
    ],
)
def test_a_range_that_cannot_be_is_refused_by_name(ends: tuple[float, float, float], says: str) -> None:
    with pytest.raises(BadRange, match=f"The range of price.*{says}"):
        Quantity("price", *ends)


def test_a_share_above_one_is_refused() -> None:
    with pytest.raises(BadRange, match="A share stays below 1"):
        Quantity("click rate", 0.5, 1.0, 3.0, Scale.SHARE)


def test_negative_posts_are_refused_by_name() -> None:
    with pytest.raises(BadPlan, match=r"posts holds -1\.0"):
        plan([[-1]], [[0]], [0])


def test_months_that_do_not_fit_are_refused() -> None:
    with pytest.raises(BadPlan, match=r"Posts are \(1, 2\), spend is \(1, 1\)"):
        plan([[1, 2]], [[0]], [0])


def test_what_is_known_does_not_vary() -> None:
    assert np.ptp(draw([exactly("followers", 1200)], 50, np.random.default_rng(6))) == 0
