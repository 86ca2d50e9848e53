"""Limits of an allocation: what binds and what it costs, what is refused, and with which repair."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshoplib.analysis.allocation import (
    BadCurve,
    BadLimit,
    Curve,
    Hill,
    ImpossibleLimits,
    LimitKind,
    LogisticSaturation,
    MichaelisMenten,
    Repair,
    Root,
    allocate,
    binding,
    compare,
    flat_ranges,
)
from workshoplib.errors import WorkshopError

NAMES = ("Instagram", "LinkedIn", "TikTok")
CURVES: Sequence[Curve] = (
    MichaelisMenten(alpha=300.0, lam=200.0),
    MichaelisMenten(alpha=500.0, lam=400.0),
    Root(alpha=0.5, beta=4.0),
)


def _said(error: type[WorkshopError], **limits: object) -> str:
    with pytest.raises(error) as caught:
        allocate(CURVES, **{"total": 1000.0, "names": NAMES, **limits})  # type: ignore[arg-type]
    return str(caught.value)


def test_limits_hold_to_the_last_digit() -> None:
    found = allocate(CURVES, 1000.0, minimum=[None, None, 300], maximum=[100, None, None])
    assert (found.spend[0], found.spend[1], found.spend[2]) == (100, 600, 300)


def test_what_is_fixed_stays_and_the_rest_moves() -> None:
    found = allocate(CURVES, 1000.0, fixed=[None, 123.0, None])
    assert (found.spend[1], found.spend.sum()) == (123, pytest.approx(1000))


def test_a_limit_that_nobody_touches_does_not_bind() -> None:
    assert binding(allocate(CURVES, 1000.0, minimum=1.0, maximum=900.0)) == ()


def test_a_minimum_and_a_maximum_that_cost_something_are_told_the_dearest_first() -> None:
    told = binding(allocate(CURVES, 1000.0, minimum=[None, None, 300], maximum=[100, None, None], names=NAMES))
    assert [(one.kind, one.channel, one.amount) for one in told] == [
        (LimitKind.MAXIMUM, "Instagram", 100.0),
        (LimitKind.MINIMUM, "TikTok", 300.0),
    ]


@pytest.mark.parametrize(("amount", "says"), [(900.0, "some of it would bring more"), (5.0, "with more of the money")])
def test_a_fixed_amount_says_on_which_side_of_the_best_it_lies(amount: float, says: str) -> None:
    (told,) = binding(allocate(CURVES, 1000.0, fixed=[None, amount, None], names=NAMES))
    assert says in told.message


def test_a_channel_that_is_left_out_for_its_least_says_so() -> None:
    (told,) = binding(allocate(CURVES, 1000.0, at_least=[None, None, 400], names=NAMES))
    assert told.message.format(channel=told.channel, amount="400") == (
        "TikTok gets nothing: a little would pay there, but not 400, its least."
    )


def test_a_fixed_amount_cannot_be_told_for_many_beliefs_at_once() -> None:
    with pytest.raises(BadLimit):
        binding(allocate(Root(alpha=0.5, beta=np.ones((2, 3))), 100.0))


MONEY = st.floats(0, 400)
SIZES = st.floats(10, 900)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.builds(MichaelisMenten, alpha=SIZES, lam=SIZES), min_size=3, max_size=3),
    st.lists(MONEY, min_size=3, max_size=3),
    st.sampled_from(["minimum", "maximum", "fixed", "at_least"]),
)
def test_doing_without_a_binding_limit_brings_what_it_says_and_doing_without_others_nothing(
    curves: list[Curve], amounts: list[float], kind: str
) -> None:
    found = allocate(curves, 1200.0, **{kind: amounts})  # type: ignore[arg-type]
    told = {int(one.channel) - 1: one.gain for one in binding(found)}
    gains = {}
    for at in range(3):
        without = [None if at == other else amount for other, amount in enumerate(amounts)]
        gain = allocate(curves, 1200.0, **{kind: without}).response.sum() - found.response.sum()  # type: ignore[arg-type]
        if gain > 1e-6 * found.response.sum():
            gains[at] = gain
    assert told == pytest.approx(gains, rel=1e-6)


def test_a_negative_total_is_refused() -> None:
    assert _said(BadLimit, total=-5.0) == "The total is -5.0. Give an amount of 0 or more."


def test_a_total_that_is_no_number_is_refused() -> None:
    assert "The total is nan" in _said(BadLimit, total=float("nan"))


@pytest.mark.parametrize(
    ("field", "says"),
    [
        ("minimum", "The minimum of LinkedIn is -3.0."),
        ("maximum", "The maximum of LinkedIn is -3.0."),
        ("fixed", "The fixed amount of LinkedIn is -3.0."),
        ("at_least", "The smallest sensible amount of LinkedIn is -3.0."),
    ],
)
def test_negative_money_is_refused_by_name(field: str, says: str) -> None:
    assert says in _said(BadLimit, **{field: [None, -3.0, None]})


def test_a_maximum_under_the_minimum_is_refused_with_both() -> None:
    said = _said(BadLimit, minimum=[None, 500, None], maximum=[None, 200, None])
    assert said.startswith("LinkedIn gets at most 200.0, which is under its minimum of 500.0.")


def test_a_maximum_under_the_least_is_refused_with_both() -> None:
    said = _said(BadLimit, at_least=[500, None, None], maximum=[200, None, None])
    assert said.startswith("Instagram gets nothing or at least 500.0, but at most 200.0.")


@pytest.mark.parametrize("other", [{"minimum": 200}, {"maximum": 50}, {"at_least": 200}])
def test_a_fixed_amount_outside_of_the_other_limits_is_refused(other: dict[str, float]) -> None:
    assert "Instagram is fixed at 100.0" in _said(BadLimit, fixed=[100, None, None], **other)


def test_too_few_limits_are_refused_with_both_numbers() -> None:
    assert _said(BadLimit, minimum=[1, 2]) == (
        "minimum holds 2 amounts for 3 channels. Give one for each, or one for all."
    )


def test_minimums_over_the_total_are_refused_with_the_smallest_repair() -> None:
    with pytest.raises(ImpossibleLimits) as caught:
        allocate(CURVES, 1000.0, minimum=[600, 500, 100], names=NAMES)
    assert caught.value.repair == Repair(1200, (("Instagram", 400),))


def test_the_smallest_repair_makes_it_possible() -> None:
    with pytest.raises(ImpossibleLimits) as caught:
        allocate(CURVES, 1000.0, minimum=[600, 500, 700], names=NAMES)
    minimums = {"Instagram": 600.0, "LinkedIn": 500.0, "TikTok": 700.0, **dict(caught.value.repair.minimums)}
    assert allocate(CURVES, 1000.0, minimum=list(minimums.values())).spend.sum() == pytest.approx(1000)


def test_fixed_amounts_over_the_total_leave_only_the_total_to_repair() -> None:
    assert _said(ImpossibleLimits, fixed=[600, 500, None]) == (
        "What is fixed needs 1100.0, and there is 1000.0: 100.0 too little. Raise the total to 1100.0, or fix less."
    )


@pytest.mark.parametrize("value", [0.0, -1.0, float("nan"), float("inf")])
def test_a_curve_of_nothing_or_of_no_number_is_refused_by_its_parameter(value: float) -> None:
    with pytest.raises(BadCurve, match=f"A response curve has beta = {value}. Give a number above 0"):
        Hill(beta=value, ec=5.0, slope=1.0)


def test_one_bad_draw_among_thousands_is_refused() -> None:
    lam = np.full(5000, 0.1)
    lam[4321] = np.nan
    with pytest.raises(BadCurve, match="lam = nan"):
        LogisticSaturation(lam=lam, beta=1.0)


def test_a_root_that_never_flattens_is_refused() -> None:
    with pytest.raises(BadCurve, match="Give a number between 0 and 1"):
        Root(alpha=1.0, beta=1.0)


def test_no_curves_at_all_are_refused() -> None:
    with pytest.raises(BadCurve, match="There is no response curve"):
        allocate([], 100.0)


def test_different_numbers_of_draws_are_refused() -> None:
    with pytest.raises(BadCurve, match="different numbers of draws"):
        allocate([Root(alpha=0.5, beta=np.ones(3)), Root(alpha=0.5, beta=np.ones(4))], 100.0)


def test_names_for_other_channels_are_refused() -> None:
    assert _said(BadLimit, names=("one", "two")) == ("There are 2 names for 3 channels. Give each channel its own.")


def test_a_plan_made_by_hand_without_all_channels_is_refused() -> None:
    with pytest.raises(BadLimit, match="for each channel"):
        compare(allocate(CURVES, 100.0), [50, 50])


def test_the_flat_range_of_a_channel_that_is_fixed_is_its_amount() -> None:
    flat = flat_ranges(allocate(CURVES, 1000.0, fixed=[None, 123.0, None]))
    assert (flat.low[1], flat.high[1]) == (123, 123)
