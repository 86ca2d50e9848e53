"""Experiments: sizes against statsmodels, R and tables; readings against Newcombe's paper and brute force."""

import math
from datetime import date
from statistics import NormalDist
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.power import NormalIndPower, TTestIndPower
from statsmodels.stats.proportion import (
    confint_proportions_2indep,
    proportion_effectsize,
    samplesize_proportions_2indep_onetail,
)

from workshoplib.analysis.experiment.looks import false_alarms, level_per_look
from workshoplib.analysis.experiment.plans import Need, Read, need, read
from workshoplib.analysis.experiment.reading import CannotRead, chance_b_beats_a, newcombe, wilson
from workshoplib.analysis.experiment.sizes import (
    CannotPlan,
    Formula,
    people_for_means,
    people_for_shares,
    power_of_means,
    power_of_shares,
    smallest_mean,
    smallest_share,
)
from workshoplib.strategy.review import Experiment

SHARES = [(0.02, 0.03), (0.05, 0.10), (0.5, 0.75), (0.6, 0.4)]


def test_two_shares_need_what_r_says() -> None:
    """The example of R's power.prop.test: 50 % against 75 % with power 0.90 needs 76.7 in each group."""
    assert people_for_shares(0.5, 0.75, power=0.9) == pytest.approx(76.7, abs=0.05)
    assert power_of_shares(0.5, 0.75, 50) == pytest.approx(0.740, abs=0.0005)


def test_two_shares_need_what_the_published_table_says() -> None:
    """5 % against 10 % at 5 % and 80 %: 435 in each group (Fleiss 1981, without continuity correction)."""
    assert people_for_shares(0.05, 0.10) == pytest.approx(434.4, abs=0.1)


@pytest.mark.parametrize(("base", "other"), SHARES)
def test_by_arcsine_two_shares_need_what_statsmodels_says(base: float, other: float) -> None:
    theirs = NormalIndPower().solve_power(proportion_effectsize(other, base), alpha=0.05, power=0.8)

    assert people_for_shares(base, other, formula=Formula.ARCSINE) == pytest.approx(theirs, rel=1e-5)


@pytest.mark.parametrize(("base", "other"), SHARES)
def test_pooled_two_shares_need_what_statsmodels_says(base: float, other: float) -> None:
    theirs = samplesize_proportions_2indep_onetail(other - base, base, 0.8, alpha=0.05, alternative="two-sided")

    assert people_for_shares(base, other) == pytest.approx(theirs)


def test_unpooled_two_shares_need_what_the_textbook_says() -> None:
    """Chow, Shao & Wang (2008), section 4.2: 65 % against 85 % at 5 % and 80 % needs 70 in each group."""
    assert round(people_for_shares(0.65, 0.85, formula=Formula.UNPOOLED)) == 70


@pytest.mark.parametrize("formula", Formula)
@pytest.mark.parametrize(("base", "other"), SHARES)
def test_the_needed_people_give_the_power_that_was_asked_for(base: float, other: float, formula: Formula) -> None:
    people = people_for_shares(base, other, power=0.9, formula=formula)

    assert power_of_shares(base, other, people, formula=formula) == pytest.approx(0.9)


def test_two_means_need_what_r_says() -> None:
    """The example of R's power.t.test: a difference of one standard deviation with power 0.90 needs 22.02."""
    assert people_for_means(1, 1, power=0.9) == pytest.approx(22.02110, abs=1e-4)


@pytest.mark.parametrize(("effect", "table"), [(0.2, 393), (0.5, 64), (0.8, 26)])
def test_two_means_need_what_cohens_table_says(effect: float, table: int) -> None:
    """Cohen, J. (1988), table 2.4.1, at 5 % and 80 %."""
    assert round(people_for_means(effect, 1)) in (table, table + 1, table - 1)


@pytest.mark.parametrize("effect", [0.1, 0.3, 0.5, 1.2])
def test_two_means_need_what_statsmodels_says(effect: float) -> None:
    theirs = TTestIndPower().solve_power(effect, alpha=0.05, power=0.8)

    assert people_for_means(effect * 7, 7) == pytest.approx(theirs, rel=1e-4)


def test_many_people_see_as_much_by_the_normal_as_by_the_t_distribution() -> None:
    assert power_of_means(0.012, 1, 50_001) == pytest.approx(power_of_means(0.012, 1, 49_999), abs=1e-4)


@settings(max_examples=40, deadline=None)
@given(st.floats(0.01, 0.6), st.integers(50, 100_000))
def test_the_smallest_share_that_can_be_seen_needs_just_these_people(base: float, people: int) -> None:
    found = smallest_share(base, people)

    if found is not None:
        assert people_for_shares(base, found) == pytest.approx(people, rel=1e-6)


def test_a_handful_of_people_sees_nothing_above_a_high_share() -> None:
    assert smallest_share(0.9, 10) is None


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (lambda: people_for_shares(0, 0.1), "A share of 0 percent cannot be tested"),
        (lambda: people_for_shares(0.1, 0.1), "Both shares are the same"),
        (lambda: people_for_shares(0.1, 0.2, level=0), "usually 0.05 and 0.8"),
        (lambda: people_for_means(0, 1), "The difference is 0"),
        (lambda: people_for_means(1, 0), "Give the standard deviation"),
        (lambda: people_for_means(1, float("nan")), "Give the standard deviation"),
        (lambda: power_of_shares(0.1, 0.2, 1), "at least two"),
    ],
)
def test_what_cannot_be_planned_is_refused_with_its_repair(plan, told: str) -> None:
    with pytest.raises(CannotPlan, match=told):
        plan()


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.0582, 0.8062),
        ((5, 56, 0, 29), -0.0381, 0.1926),
        ((0, 10, 0, 20), -0.1611, 0.2775),
        ((0, 10, 0, 10), -0.2775, 0.2775),
        ((10, 10, 0, 20), 0.6791, 1.0000),
        ((10, 10, 0, 10), 0.6075, 1.0000),
    ],
)
def test_intervals_are_those_of_newcombes_paper(counts: tuple[int, int, int, int], low: float, high: float) -> None:
    """Newcombe (1998), table II, method 10; the paper subtracts the second group from the first."""
    first, all_first, second, all_second = counts
    found = newcombe(second, all_second, first, all_first)

    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 500), st.integers(1, 500), st.floats(0, 1), st.floats(0, 1))
def test_intervals_are_those_of_statsmodels(all_a: int, all_b: int, share_a: float, share_b: float) -> None:
    hits_a, hits_b = round(all_a * share_a), round(all_b * share_b)
    found = newcombe(hits_a, all_a, hits_b, all_b)
    theirs = confint_proportions_2indep(hits_b, all_b, hits_a, all_a, method="newcomb", compare="diff")

    np.testing.assert_allclose((found.low, found.high), theirs, atol=1e-9)


def test_wilsons_interval_is_that_of_the_paper() -> None:
    """Newcombe (1998), Two-sided confidence intervals for the single proportion, table I: 81 of 263."""
    assert [round(end, 4) for end in wilson(81, 263)] == [0.2553, 0.3662]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_the_chance_to_be_better_is_what_summing_over_a_fine_grid_gives(
    hits_a: int, misses_a: int, hits_b: int, misses_b: int
) -> None:
    grid = (np.arange(200_000) + 0.5) / 200_000
    a, b = grid**hits_a * (1 - grid) ** misses_a, grid**hits_b * (1 - grid) ** misses_b
    below = (np.cumsum(a) - a / 2) / a.sum()
    counts = [(hits, hits + misses) for hits, misses in ((hits_a, misses_a), (hits_b, misses_b))]
    if all(total for _, total in counts):
        assert chance_b_beats_a(*counts[0], *counts[1]) == pytest.approx(below @ b / b.sum(), abs=1e-8)


def test_a_half_prior_is_integrated_and_agrees_with_the_sum_where_both_can() -> None:
    from workshoplib.analysis.experiment.reading import _by_quadrature

    exact = chance_b_beats_a(23, 520, 8, 505)
    assert _by_quadrature((24, 498), (9, 498)) == pytest.approx(exact, abs=1e-10)
    assert chance_b_beats_a(23, 520, 8, 505, prior=(0.5, 0.5)) < exact


def test_alike_counts_leave_it_open() -> None:
    assert chance_b_beats_a(7, 90, 7, 90) == pytest.approx(0.5)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 400), st.integers(0, 400))
def test_the_chances_of_both_variants_make_one(hits_a: int, hits_b: int) -> None:
    assert chance_b_beats_a(hits_a, 400, hits_b, 400) + chance_b_beats_a(hits_b, 400, hits_a, 400) == pytest.approx(1)


def test_millions_of_people_are_read_as_well() -> None:
    # So far out the difference is normal: 500 hits more, with a standard deviation of sqrt(2 n p q).
    n, hits = 10_000_000, 2_400_000
    expected = NormalDist().cdf(500 / (2 * n * 0.24 * 0.76) ** 0.5)

    assert chance_b_beats_a(hits, n, hits + 500, n) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize(
    ("looks", "chance"), [(1, 0.05), (2, 0.083), (3, 0.107), (4, 0.126), (5, 0.142), (10, 0.193), (20, 0.248)]
)
def test_looking_again_raises_false_alarms_as_published(looks: int, chance: float) -> None:
    """Armitage, McPherson & Rowe (1969), table 2, at 5 %."""
    assert false_alarms(looks) == pytest.approx(chance, abs=0.0006)


@pytest.mark.parametrize(("looks", "level"), [(2, 0.0294), (3, 0.0221), (4, 0.0182), (5, 0.0158), (10, 0.0106)])
def test_an_honest_level_for_each_look_is_pococks(looks: int, level: float) -> None:
    """Pocock (1977), table 1, at 5 %."""
    assert level_per_look(looks) == pytest.approx(level, abs=0.0001)


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (lambda: newcombe(1, 0, 1, 5), "0 people saw a variant"),
        (lambda: newcombe(6, 5, 1, 5), "6 did it, out of 5 who saw it"),
        (lambda: newcombe(-1, 5, 1, 5), "Give a number from 0 to 5"),
        (lambda: wilson(1, 5, level=1), "usually 0.05"),
        (lambda: chance_b_beats_a(1, 5, 1, 5, prior=(0, 1)), "1 and 1 know nothing"),
        (lambda: false_alarms(0), "0 looks"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_repair(read, told: str) -> None:
    with pytest.raises(CannotRead, match=told):
        read()


def test_the_smallest_mean_that_can_be_seen_needs_just_these_people() -> None:
    assert people_for_means(smallest_mean(7, 40), 7) == pytest.approx(40)


def planned(**answers: Any) -> Experiment:
    """Fourteen days of an ad test that usually gets 3 percent."""
    usual = {"counted": "share", "usual": 3, "smallest": 3, "people_a_day": 200, "price": 6,
             "first_day": "2027-01-18", "last_day": "2027-01-31"}  # fmt: skip
    return Experiment.model_validate({"id": "test", **usual, **answers})


def needed(**answers: Any) -> Need:
    found = need(planned(**answers))
    assert found is not None
    return found


def test_a_plan_needs_people_days_and_money() -> None:
    found = needed()

    assert found.each == math.ceil(people_for_shares(0.03, 0.06))
    assert (found.days, found.available, found.money) == (14, 14, 2 * found.each * 6)
    assert not found.is_too_small


def test_a_test_that_ends_before_it_can_show_anything_is_too_small_to_test() -> None:
    found = needed(smallest=1)

    assert found.is_too_small
    assert found.visible is not None
    assert people_for_shares(0.03, 0.03 + found.visible / 100) == pytest.approx(14 * 200 / 2)


@pytest.mark.parametrize(("traffic", "days"), [(200, 14), (75, 21), (20, 77)])
def test_without_a_stop_date_a_test_takes_whole_weeks_and_eight_at_most(traffic: int, days: int) -> None:
    found = needed(people_a_day=traffic, last_day=None)

    assert (found.days, found.is_too_small) == (days, days > 56)


def test_odd_days_are_told_where_a_whole_week_would_not_fit() -> None:
    assert needed(last_day="2027-01-29").days == 8


def test_averages_need_their_spread() -> None:
    assert need(planned(counted="mean")) is None
    assert needed(counted="mean", spread=6).each == math.ceil(people_for_means(3, 6))


def test_a_trial_that_compares_nothing_needs_nothing() -> None:
    assert need(planned(counted=None)) is None


def test_a_gain_beyond_everybody_is_refused_with_its_repair() -> None:
    with pytest.raises(CannotPlan, match=r"98\.0 percent and 3\.0 more are not under 100"):
        need(planned(usual=98))


def look(day: str | None, *counts: int) -> dict[str, Any]:
    names = ("seen_a", "hits_a", "seen_b", "hits_b")
    return {"day": day, **dict(zip(names, counts, strict=True))}


def reading(*looks: dict[str, Any]) -> Read:
    found = read(planned(readings=looks), date(2027, 2, 10))
    assert found is not None
    return found


def test_one_look_after_the_end_is_read_at_five_percent() -> None:
    found = reading(look("2027-01-31", 520, 23, 505, 8))

    assert found.difference == newcombe(23, 520, 8, 505)
    assert (found.looks, found.is_early) == (1, False)
    assert found.chance == chance_b_beats_a(23, 520, 8, 505)


def test_more_looks_widen_the_interval_and_are_told_with_their_false_alarms() -> None:
    found = reading(look("2027-01-31", 520, 23, 505, 8), look("2027-01-24", 250, 12, 240, 3))

    assert found.reading.seen_a == 520
    assert found.difference == newcombe(23, 520, 8, 505, level=level_per_look(2))
    assert found.false_alarms == pytest.approx(0.083, abs=0.001)


def test_a_look_before_the_stop_date_is_early() -> None:
    assert reading(look("2027-01-24", 250, 12, 240, 3)).is_early


def test_what_is_missing_to_the_plan_is_counted_on_the_smaller_variant() -> None:
    assert reading(look("2027-01-31", 520, 23, 505, 8)).short_of == needed().each - 505


def test_a_look_that_is_not_whole_says_nothing() -> None:
    assert read(planned(readings=[{"day": "2027-01-31", "seen_a": 5}]), date(2027, 2, 10)) is None
