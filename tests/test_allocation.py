"""Allocation: closed forms, Kuhn and Tucker's conditions, brute force, and what must always hold."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshoplib.analysis.allocation import (
    Allocation,
    Curve,
    Hill,
    LogisticSaturation,
    MichaelisMenten,
    Root,
    allocate,
    compare,
    deserves_more,
    flat_ranges,
    ranges,
)
from workshoplib.analysis.allocation.carry import Paced, geometric_adstock
from workshoplib.analysis.allocation.fixed_cost import with_fixed_cost


def _many(kind: str, rng: np.random.Generator, shape: tuple[int, ...] | int = ()) -> Curve:
    height, place = rng.uniform(50, 900, shape), rng.uniform(20, 600, shape)
    match kind:
        case "root":
            return Root(alpha=rng.uniform(0.2, 0.9, shape), beta=rng.uniform(0.5, 9, shape))
        case "michaelis":
            return MichaelisMenten(alpha=height, lam=place)
        case "logistic":
            return LogisticSaturation(lam=1 / place, beta=height)
        case "hill":
            return Hill(beta=height, ec=place, slope=rng.uniform(0.3, 1, shape))
        case _:
            return Hill(beta=height, ec=place, slope=rng.uniform(1.5, 5, shape))


CONCAVE = ("root", "michaelis", "logistic", "hill")


@pytest.mark.parametrize(
    ("curve", "expected"),
    [
        (Root(alpha=0.5, beta=3.0), 3 * 40**0.5),
        (MichaelisMenten(alpha=80.0, lam=60.0), 80 * 40 / (60 + 40)),
        (LogisticSaturation(lam=0.02, beta=7.0), 7 * (1 - np.exp(-0.8)) / (1 + np.exp(-0.8))),
        (Hill(beta=5.0, ec=30.0, slope=2.5), 5 * 40**2.5 / (40**2.5 + 30**2.5)),
    ],
)
def test_a_curve_is_the_formula_that_its_name_stands_for(curve: Curve, expected: float) -> None:
    assert curve.response(40.0) == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize("kind", [*CONCAVE, "s-shaped"])
def test_the_marginal_response_is_the_slope_of_the_response(kind: str) -> None:
    curve = _many(kind, np.random.default_rng(1))
    spend, step = np.array([5.0, 80.0, 400.0, 2000.0]), 1e-4
    slope = (curve.response(spend + step) - curve.response(spend - step)) / (2 * step)
    assert curve.marginal(spend) == pytest.approx(slope, rel=1e-5)


@pytest.mark.parametrize("kind", [*CONCAVE, "s-shaped"])
def test_the_spend_at_a_marginal_response_is_its_inverse_where_the_curve_flattens(kind: str) -> None:
    curve = _many(kind, np.random.default_rng(2), 200)
    spend = curve.inflection() + np.random.default_rng(3).uniform(1, 3000, 200)
    assert curve.spend_at(curve.log_marginal(spend)) == pytest.approx(spend, rel=1e-9)


@pytest.mark.parametrize("kind", [*CONCAVE, "s-shaped"])
def test_every_curve_starts_at_nothing(kind: str) -> None:
    assert _many(kind, np.random.default_rng(4)).response(0.0) == 0


def test_roots_of_one_elasticity_share_the_money_by_a_power_of_their_height() -> None:
    beta, alpha = np.array([3.0, 1.0, 7.5]), 0.4
    weight = beta ** (1 / (1 - alpha))
    found = allocate(Root(alpha=alpha, beta=beta), 5000.0)
    assert found.spend == pytest.approx(5000 * weight / weight.sum(), rel=1e-12)


def test_michaelis_menten_curves_share_the_money_by_the_root_of_height_times_half_way_point() -> None:
    alpha, lam = np.array([300.0, 500.0, 90.0]), np.array([200.0, 400.0, 30.0])
    weight = np.sqrt(alpha * lam)
    found = allocate(MichaelisMenten(alpha=alpha, lam=lam), 1000.0)
    assert found.spend == pytest.approx((1000 + lam.sum()) * weight / weight.sum() - lam, rel=1e-12)


def _broken(found: Allocation, low: float, high: float) -> float:
    """By how much Kuhn and Tucker's conditions fail, relative to the price."""
    inside = (found.spend > low) & (found.spend < high)
    price = np.where(inside, found.marginal, np.nan)
    top = np.nanmax(price, axis=-1, keepdims=True)
    spread = np.nanmax(price / top, axis=-1) - np.nanmin(price / top, axis=-1)
    too_low = np.where(found.spend <= low, found.marginal / top - 1, 0)
    too_high = np.where(found.spend >= high, 1 - found.marginal / top, 0)
    return float(max(spread.max(), too_low.max(), too_high.max()))


@pytest.mark.parametrize(("low", "high"), [(0.0, np.inf), (30.0, 260.0)])
def test_all_channels_between_their_limits_are_equally_steep(low: float, high: float) -> None:
    rng = np.random.default_rng(5)
    curves = [_many(kind, rng, 300) for kind in CONCAVE * 2]
    found = allocate(curves, 1000.0, minimum=low, maximum=high)
    assert _broken(found, low, high) < 1e-9


def test_money_and_results_of_any_size_are_shared_alike() -> None:
    small = allocate(MichaelisMenten(alpha=np.array([3.0, 5.0]), lam=np.array([200.0, 400.0])), 1000.0)
    large = allocate(MichaelisMenten(alpha=np.array([3e-9, 5e-9]), lam=np.array([2e11, 4e11])), 1e12)
    assert large.spend / 1e9 == pytest.approx(small.spend, rel=1e-9)


def _grid_best(curves: list[Curve], total: float, steps: int) -> float:
    """The most that any spend in whole steps brings, by dynamic programming over the channels."""
    grid = np.linspace(0, total, steps + 1)
    best = np.zeros(steps + 1)
    for curve in curves:
        brought = curve.response(grid)
        best = np.array([(best[: n + 1] + brought[n::-1]).max() for n in range(steps + 1)])
    return float(best[-1])


@pytest.mark.parametrize("seed", range(12))
def test_no_spend_on_a_fine_grid_beats_the_best_for_s_shaped_curves(seed: int) -> None:
    rng = np.random.default_rng(seed)
    kinds = rng.choice([*CONCAVE, "s-shaped", "s-shaped", "s-shaped"], size=rng.integers(1, 6))
    curves = [_many(kind, rng) for kind in kinds]
    total = float(rng.uniform(40, 1500))
    found, grid = float(allocate(curves, total).response.sum()), _grid_best(curves, total, 800)
    assert grid - 1e-9 * grid <= found <= grid * 1.002


def test_an_s_shaped_channel_may_end_where_its_curve_still_steepens() -> None:
    curves = [Hill(beta=100.0, ec=100.0, slope=3.0), MichaelisMenten(alpha=60.0, lam=8.0)]
    totals = np.linspace(20, 120, 41)
    gaps = [
        float(allocate(curves, total).response.sum()) / _grid_best(curves, float(total), 1500) - 1 for total in totals
    ]
    assert min(gaps) > -1e-9 and max(gaps) < 1e-4


@pytest.mark.parametrize("seed", range(10))
def test_all_or_nothing_is_the_best_of_all_subsets(seed: int) -> None:
    rng = np.random.default_rng(seed)
    curves = [_many(kind, rng) for kind in rng.choice([*CONCAVE, "s-shaped"], size=5)]
    least = rng.uniform(50, 500, 5)
    total = float(rng.uniform(200, 1500))
    subsets = (
        allocate(curves, total, minimum=np.where(runs, least, 0), maximum=np.where(runs, np.inf, 0))
        for runs in product([False, True], repeat=5)
        if (least * runs).sum() <= total
    )
    best = max(float(subset.response.sum()) for subset in subsets)
    assert allocate(curves, total, at_least=least).response.sum() == pytest.approx(best, rel=1e-9)


def test_a_channel_gets_nothing_or_at_least_its_least() -> None:
    rng = np.random.default_rng(7)
    found = allocate([_many("michaelis", rng, 500) for _ in range(6)], 700.0, at_least=150.0)
    assert ((found.spend == 0) | (found.spend >= 150 * (1 - 1e-12))).all()


def test_the_line_from_nothing_touches_a_curve_after_its_fixed_cost_where_algebra_says() -> None:
    root = with_fixed_cost(Root(alpha=0.6, beta=3.0), 200.0)
    michaelis = with_fixed_cost(MichaelisMenten(alpha=90.0, lam=50.0), 200.0)

    assert float(root.tangent()) == pytest.approx(200 + 0.6 / 0.4 * 200, rel=1e-12)
    assert float(michaelis.tangent()) == pytest.approx(200 + (50 * 200) ** 0.5, rel=1e-12)


def test_roots_with_fixed_costs_share_what_is_left_by_a_power_of_their_height() -> None:
    beta, alpha, fixed = np.array([3.0, 2.0, 4.5]), 0.4, np.array([100.0, 400.0, 250.0])
    weight = beta ** (1 / (1 - alpha))
    found = allocate([with_fixed_cost(Root(alpha, one), cost) for one, cost in zip(beta, fixed, strict=True)], 8000.0)
    assert found.spend == pytest.approx(fixed + (8000 - fixed.sum()) * weight / weight.sum(), rel=1e-9)


@pytest.mark.parametrize("seed", range(12))
def test_no_spend_on_a_fine_grid_beats_the_best_with_fixed_costs(seed: int) -> None:
    rng = np.random.default_rng(seed)
    total, steps = float(rng.uniform(300, 1500)), 600
    # On the grid's own points, so that a grid cannot miss the turn of a curve that rises steeply from there.
    costs = rng.integers(0, 300, size=4) * total / steps
    curves = [with_fixed_cost(_many(kind, rng), cost) for kind, cost in zip(rng.choice(CONCAVE, 4), costs, strict=True)]
    found, grid = float(allocate(curves, total).response.sum()), _grid_best(curves, total, steps)
    assert grid - 1e-9 * grid <= found <= grid * 1.01


def test_a_channel_that_does_not_earn_its_fixed_cost_gets_nothing() -> None:
    worth, dear = Root(alpha=0.5, beta=10.0), with_fixed_cost(Root(alpha=0.5, beta=1.0), 500.0)
    assert allocate([worth, dear], 1000.0).spend == pytest.approx([1000, 0])


def test_draws_with_fixed_costs_are_solved_as_if_each_were_alone() -> None:
    rng = np.random.default_rng(8)
    curves = [with_fixed_cost(_many("root", rng, 30), 150.0), _many("michaelis", rng, 30)]
    together = allocate(curves, 700.0).spend
    alone = [allocate([curve.spread((30,)).take(np.array([n])) for curve in curves], 700.0).spend[0] for n in range(30)]
    assert together == pytest.approx(np.array(alone), rel=1e-9)


def test_draws_are_solved_as_if_each_were_alone() -> None:
    rng = np.random.default_rng(8)
    alpha, lam = rng.uniform(50, 500, (20, 4)), rng.uniform(50, 500, (20, 4))
    alone = [allocate(MichaelisMenten(alpha=a, lam=b), 800.0).spend for a, b in zip(alpha, lam, strict=True)]
    assert allocate(MichaelisMenten(alpha=alpha, lam=lam), 800.0).spend == pytest.approx(np.array(alone), abs=1e-9)


def test_one_channel_gets_everything() -> None:
    assert allocate([Root(alpha=0.5, beta=2.0)], 900.0).spend.tolist() == [900.0]


def test_hundreds_of_alike_s_shaped_channels_are_no_harder_than_one() -> None:
    found = allocate(Hill(beta=np.full(300, 10.0), ec=50.0, slope=3.0), 1000.0)
    assert (found.spend > 0).sum() == 16


def test_nothing_to_spend_brings_nothing() -> None:
    assert allocate([MichaelisMenten(alpha=10.0, lam=5.0)] * 3, 0.0).response.sum() == 0


def test_money_that_no_channel_may_take_is_left() -> None:
    found = allocate([MichaelisMenten(alpha=10.0, lam=5.0)] * 2, 100.0, maximum=[30, 20])
    assert (found.spend.tolist(), float(found.left)) == ([30, 20], 50)


def test_carry_over_takes_a_share_of_each_period_to_the_next() -> None:
    assert geometric_adstock([100, 0, 0, 50], 0.5).tolist() == [100, 50, 25, 62.5]


def test_carry_over_forgets_after_its_longest_lag() -> None:
    assert geometric_adstock([100, 0, 0], 0.5, max_lag=2).tolist() == [100, 50, 0]


def test_normalised_carry_over_leaves_a_steady_spend_as_it_is() -> None:
    assert geometric_adstock(np.full(60, 10.0), 0.6, max_lag=8, normalise=True)[-1] == pytest.approx(10)


def test_an_even_spend_without_carry_over_is_one_curve_stretched_over_the_periods() -> None:
    paced = Paced(MichaelisMenten(alpha=10.0, lam=5.0), np.full(12, 1 / 12))
    assert paced.response(300.0) == pytest.approx(MichaelisMenten(alpha=120.0, lam=60.0).response(300.0))


def test_channels_with_carry_over_are_equally_steep_as_well() -> None:
    rng = np.random.default_rng(9)
    weights = [geometric_adstock(np.full(12, 1 / 12), alpha) for alpha in (0.0, 0.3, 0.6)]
    curves = [Paced(_many("michaelis", rng), weight) for weight in weights]
    found = allocate([*curves, _many("root", rng)], 3000.0)
    assert (_broken(found, 0, np.inf), found.spend.sum()) == (pytest.approx(0, abs=1e-9), pytest.approx(3000))


def test_within_its_flat_range_a_channel_costs_no_more_than_one_percent() -> None:
    curves = [_many(kind, np.random.default_rng(10)) for kind in CONCAVE]
    found = allocate(curves, 1000.0)
    flat = flat_ranges(found)
    lowest = float(found.response.sum())
    for at in range(4):
        for edge in (flat.low[at], flat.high[at]):
            fixed = [edge if other == at else None for other in range(4)]
            lowest = min(lowest, float(allocate(curves, 1000.0, fixed=fixed).response.sum()))
    assert lowest == pytest.approx(0.99 * found.response.sum(), rel=1e-4)


def test_a_plan_made_by_hand_is_measured_against_the_best() -> None:
    found = allocate(Root(alpha=0.5, beta=np.array([1.0, 2.0])), 1000.0)
    assert compare(found, [500, 500]).share == pytest.approx(3 * 500**0.5 / (1000 * 5) ** 0.5)


def test_the_chance_of_deserving_more_counts_draws_and_halves_ties() -> None:
    found = allocate(Root(alpha=0.5, beta=np.array([[1.0, 2.0], [3.0, 1.0], [1.0, 1.0], [1.0, 4.0]])), 100.0)
    assert deserves_more(found).probability.tolist() == [[0.5, 0.375], [0.625, 0.5]]


def test_ranges_are_the_percentiles_of_the_draws() -> None:
    beta = np.stack([np.ones(11), np.linspace(1, 2, 11)], axis=1)
    found = allocate(Root(alpha=0.5, beta=beta), 100.0)
    assert ranges(found).spend[:, 1] == pytest.approx(found.spend[[1, 5, 9], 1])


SIZES = st.floats(1, 1000)
CURVES = st.one_of(
    st.builds(Root, alpha=st.floats(0.1, 0.9), beta=SIZES),
    st.builds(MichaelisMenten, alpha=SIZES, lam=SIZES),
    st.builds(LogisticSaturation, lam=st.floats(1e-3, 0.1), beta=SIZES),
    st.builds(Hill, beta=SIZES, ec=SIZES, slope=st.floats(0.4, 4)),
)
SOME = st.lists(CURVES, min_size=1, max_size=5)
TOTALS = st.floats(1, 3000)


@settings(max_examples=60, deadline=None)
@given(SOME, TOTALS)
def test_the_spend_adds_up_to_the_total(curves: list[Curve], total: float) -> None:
    assert allocate(curves, total).spend.sum() == pytest.approx(total, rel=1e-12)


@settings(max_examples=60, deadline=None)
@given(SOME, TOTALS, st.floats(1, 2))
def test_more_money_never_brings_less(curves: list[Curve], total: float, more: float) -> None:
    before, after = (allocate(curves, some).response.sum() for some in (total, total * more))
    assert after >= before * (1 - 1e-9)


@settings(max_examples=60, deadline=None)
@given(SOME, TOTALS, st.floats(0, 500), st.floats(0, 500))
def test_a_higher_maximum_never_brings_less(curves: list[Curve], total: float, most: float, more: float) -> None:
    before, after = (allocate(curves, total, maximum=limit).response.sum() for limit in (most, most + more))
    assert after >= before * (1 - 1e-9)


@settings(max_examples=60, deadline=None)
@given(SOME, TOTALS, st.randoms(use_true_random=False))
def test_the_order_of_the_channels_changes_nothing(curves: list[Curve], total: float, chance: object) -> None:
    order = list(range(len(curves)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    one, other = allocate(curves, total), allocate([curves[at] for at in order], total)
    assert other.response.sum() == pytest.approx(one.response.sum(), rel=1e-9)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.builds(MichaelisMenten, alpha=SIZES, lam=SIZES), min_size=1, max_size=6), TOTALS)
def test_turning_the_channels_round_turns_the_spend_round(curves: list[Curve], total: float) -> None:
    one, other = allocate(curves, total), allocate(curves[::-1], total)
    assert other.spend[::-1] == pytest.approx(one.spend, rel=1e-9, abs=1e-9 * total)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0, 100), min_size=1, max_size=20), st.floats(0, 0.95))
def test_carry_over_is_the_recursion_that_it_is_named_after(spend: list[float], alpha: float) -> None:
    worked, expected = 0.0, []
    for some in spend:
        worked = some + alpha * worked
        expected.append(worked)
    assert geometric_adstock(spend, alpha) == pytest.approx(np.array(expected), abs=1e-9)
