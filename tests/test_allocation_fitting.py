"""Fitting curves to a team's own results, and pacing what was decided."""

from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshoplib.analysis.allocation import Curve, Hill, LogisticSaturation, MichaelisMenten, Root
from workshoplib.analysis.allocation.fitting import BadResults, fit
from workshoplib.analysis.allocation.pacing import BadPacing, Stretch, by_month, in_phases, whole_parts
from workshoplib.strategy.budget import PhaseKind

SPEND = np.array([200.0, 500, 900, 1500, 2500, 4000, 6000, 9000, 14000, 20000])
KNOWN = [
    Root(alpha=0.62, beta=0.8),
    MichaelisMenten(alpha=300.0, lam=5000.0),
    LogisticSaturation(lam=0.0003, beta=250.0),
    Hill(beta=300.0, ec=5000.0, slope=1.8),
]


@pytest.mark.parametrize("known", KNOWN, ids=lambda curve: type(curve).__name__)
def test_a_known_curve_is_recovered_from_its_own_results(known: Curve) -> None:
    found = fit(type(known), SPEND, known.response(SPEND))
    assert found.value == pytest.approx(list(map(float, known.parameters().values())), rel=1e-4)


@pytest.mark.parametrize("known", KNOWN, ids=lambda curve: type(curve).__name__)
def test_intervals_hold_the_truth_about_as_often_as_they_say(known: Curve) -> None:
    rng = np.random.default_rng(1)
    truth, held = np.array(list(map(float, known.parameters().values()))), []
    for _ in range(40):
        found = fit(type(known), SPEND, np.maximum(known.response(SPEND) + rng.normal(0, 4, len(SPEND)), 0))
        held.append((found.low <= truth) & (truth <= found.high))
    assert np.mean(held) == pytest.approx(0.95, abs=0.05)


def test_draws_of_a_fit_lie_around_it() -> None:
    rng = np.random.default_rng(2)
    known = MichaelisMenten(alpha=300.0, lam=5000.0)
    found = fit(MichaelisMenten, SPEND, known.response(SPEND) + rng.normal(0, 3, len(SPEND)))
    spread = found.draws(4000, rng).response(5000.0)
    assert np.median(spread) == pytest.approx(float(found.curve.response(5000.0)), rel=0.01)


def test_results_on_a_straight_line_do_not_tell_where_it_bends() -> None:
    rng = np.random.default_rng(3)
    assert fit(MichaelisMenten, SPEND, SPEND * 0.02 * rng.normal(1, 0.15, len(SPEND))).is_vague


def test_results_of_no_scale_in_particular_are_fitted() -> None:
    found = fit(MichaelisMenten, SPEND * 1e6, 1e-6 * MichaelisMenten(alpha=300.0, lam=5000.0).response(SPEND))
    assert found.value == pytest.approx([300e-6, 5e9], rel=1e-4)


def test_too_few_results_are_refused_with_how_many_it_takes() -> None:
    with pytest.raises(BadResults, match="3 different spends with results are too few to fit a curve: it takes 4"):
        fit(MichaelisMenten, [100, 200, 300, 300], [1, 2, 3, 3])


def test_results_that_are_no_numbers_are_refused() -> None:
    with pytest.raises(BadResults, match="A spend or result is nan"):
        fit(Root, SPEND, [*SPEND[:-1], np.nan])


def test_a_result_too_few_is_refused() -> None:
    with pytest.raises(BadResults, match="There are 10 spends and 9 results"):
        fit(Root, SPEND, SPEND[:-1])


@given(st.decimals(0, 10**7, places=2), st.lists(st.floats(0.01, 10), min_size=1, max_size=24))
def test_parts_add_up_to_the_total_exactly(total: Decimal, weights: list[float]) -> None:
    assert sum(whole_parts(total, weights)) == total


def test_months_get_money_by_their_days() -> None:
    assert by_month(Decimal(10_000), date(2027, 3, 22), date(2027, 4, 30)) == (
        (date(2027, 3, 1), Decimal(2439)),
        (date(2027, 4, 1), Decimal(7561)),
    )


def test_a_month_may_weigh_more() -> None:
    months = dict(by_month(Decimal(9000), date(2027, 11, 1), date(2027, 12, 31), {12: 2.0}))
    assert months[date(2027, 12, 1)] == 6000


def test_a_long_campaign_tests_learns_and_scales() -> None:
    assert in_phases(Decimal(20_000), date(2027, 3, 1), date(2027, 4, 22)) == (
        Stretch(PhaseKind.TEST, Decimal(5000), date(2027, 3, 1), date(2027, 3, 14)),
        Stretch(PhaseKind.LEARN, Decimal(3000), date(2027, 3, 17), date(2027, 3, 24)),
        Stretch(PhaseKind.SCALE, Decimal(12_000), date(2027, 3, 27), date(2027, 4, 22)),
    )


@given(st.integers(1, 400), st.integers(0, 10**6))
def test_phases_follow_each_other_within_the_campaign_and_share_its_money(days: int, total: int) -> None:
    last = date.fromordinal(date(2027, 1, 1).toordinal() + days - 1)
    phases = in_phases(Decimal(total), date(2027, 1, 1), last)
    edges = [day for phase in phases for day in (phase.first, phase.last)]
    assert (sum(phase.amount for phase in phases), edges, edges[0], edges[-1]) == (
        total,
        sorted(edges),
        date(2027, 1, 1),
        last,
    )


def test_days_that_end_before_they_start_are_refused() -> None:
    with pytest.raises(BadPacing, match="Swap them"):
        by_month(Decimal(1), date(2027, 2, 1), date(2027, 1, 1))


def test_negative_money_is_not_paced() -> None:
    with pytest.raises(BadPacing, match="Give 0 or more"):
        in_phases(Decimal(-1), date(2027, 1, 1), date(2027, 2, 1))
