"""Where a KPI stands against a straight path from its baseline to its target."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshoplib.analysis import progress
from workshoplib.analysis.progress import Status
from workshoplib.analysis.smart import Path
from workshoplib.strategy.goals import Goal
from workshoplib.strategy.kpis import Kpi

GOAL = Goal(id="goalshop", start=date(2027, 1, 1), deadline=date(2027, 12, 31))
FEBRUARY = Path(date(2027, 2, 1), date(2027, 2, 28), 100, 156)


def kpi(value: float | None = None, **answers: Any) -> Kpi:
    actuals = [] if value is None else [{"period_end": "2027-06-30", "value": value}]
    return Kpi.model_validate({"id": "kpiorder", "baseline": 200, "target": 300, "actuals": actuals, **answers})


def status(value: float, **answers: Any) -> Status | None:
    found = progress.standing(kpi(value, **answers), GOAL)
    assert found is not None
    return found.status


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2027, 1, 1), 100),
        (date(2027, 2, 1), 102),
        (date(2027, 2, 14), 128),
        (date(2027, 2, 28), 156),
        (date(2027, 12, 1), 156),
    ],
)
def test_a_straight_path_gains_as_much_each_day_and_stops_at_both_ends(day: date, value: float) -> None:
    assert value == pytest.approx(progress.expected(FEBRUARY, day))


@given(st.dates(), st.floats(-1e15, 1e15), st.floats(-1e15, 1e15))
def test_a_straight_path_never_leaves_the_span_between_its_ends(day: date, baseline: float, target: float) -> None:
    path = Path(date(2027, 1, 1), date(2027, 12, 31), baseline, target)

    low, high = sorted((baseline, target))
    slack = 1e-9 * max(abs(low), abs(high))
    assert low - slack <= progress.expected(path, day) <= high + slack


@pytest.mark.parametrize(
    ("value", "expected"), [(300, Status.REACHED), (260, Status.ON_TRACK), (249, Status.BEHIND), (180, Status.BEHIND)]
)
def test_a_figure_that_shall_rise_is_held_against_its_path(value: float, expected: Status) -> None:
    assert expected == status(value)


@pytest.mark.parametrize(("value", "expected"), [(90, Status.REACHED), (140, Status.ON_TRACK), (160, Status.BEHIND)])
def test_a_figure_that_shall_fall_is_held_against_its_path(value: float, expected: Status) -> None:
    assert expected == status(value, baseline=200, target=100, direction="down")


def test_baseline_and_target_outweigh_a_direction_that_contradicts_them() -> None:
    assert status(200, baseline=200, target=100, direction="up") is Status.BEHIND
    assert progress.contradicts_itself(kpi(baseline=200, target=100, direction="up"))


def test_without_a_path_only_a_target_that_is_reached_can_be_told() -> None:
    assert (status(250, baseline=None), status(310, baseline=None)) == (None, Status.REACHED)


def test_the_newest_figure_counts_whatever_the_order_of_the_lines() -> None:
    lines = [{"period_end": "2027-06-30", "value": 230}, {"period_end": "2027-05-31", "value": 225}, {"value": 1}]

    found = progress.standing(kpi(actuals=lines), GOAL)

    assert found is not None
    assert (date(2027, 6, 30), 230) == (found.day, found.value)


def test_a_kpi_without_figures_stands_nowhere() -> None:
    assert progress.standing(kpi(), GOAL) is None


@pytest.mark.parametrize(("today", "overdue"), [(date(2027, 7, 31), False), (date(2027, 8, 1), True)])
def test_a_figure_is_overdue_when_a_whole_period_has_passed(today: date, overdue: bool) -> None:
    assert overdue is progress.is_overdue(kpi(230, frequency="monthly"), today)


def test_a_figure_that_no_tool_could_count_has_no_path() -> None:
    assert progress.path(kpi(target=1e300), GOAL) is None
